package english

import (
	"flag"
	"fmt"
	"math"
	"math/rand"
	"os"
	"strings"
	"testing"

	"chancery/english/internal/gum"
	"chancery/internal/shareddata"
)

var learn = flag.String("learn", "", "write the weights of pronouns, learnt from GUM, to this file")

// example is one pronoun with what it may stand for.
type example struct {
	class   pronounClass
	options []traits
	right   []bool // several options may be right while chains are not complete
	owner   bool
	genre   string
}

// TestLearnSalience learns the weights of coreference_weights.go from the training part of GUM:
//
//	go test ./english -run TestLearnSalience -learn coreference_weights.go
//
// It is multinomial logistic regression over the options of each pronoun and one more, that none is
// right. Every fourth document is left out, to measure on. Options are those that the resolver sees with the weights so far, so it is run twice.
func TestLearnSalience(t *testing.T) {
	if *learn == "" {
		t.Skip("learns only when asked to: -learn FILE")
	}
	docs, err := gum.Read(shareddata.Need(t, "data", "treebanks", "gum216", "en_gum-ud-train.rebuilt.conllu.gz"))
	if err != nil {
		t.Fatal(err)
	}
	reader := testReader(t).(*Network)
	var examples []example
	for k := range docs {
		if gum.HeldOut(k) {
			continue
		}
		examples = append(examples, examplesOf(reader, &docs[k])...)
	}
	rand.New(rand.NewSource(1)).Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
	learnt := salience
	for c := range numClasses {
		w, n := regress(examples, c)
		w.sure = salience[c].sure
		learnt[c] = w
		t.Logf("class %d: %d examples", c, n)
	}
	if err := os.WriteFile(*learn, []byte(weightsFile(&learnt)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// examplesOf resolves a text and notes what each pronoun of the third person could choose from.
func examplesOf(reader *Network, gold *gum.Document) []example {
	d := reader.ReadSentences(gold.Sentences)
	groups := map[int]string{}
	for _, e := range gold.Entities {
		if e.Several {
			continue
		}
		for _, c := range e.Core {
			groups[c] = e.Group
		}
	}
	for _, e := range gold.Entities {
		if !e.Several {
			groups[e.Head] = e.Group
		}
	}
	var out []example
	r := resolvers.Get().(*resolver)
	r.begin(d)
	r.find()
	r.coordinate()
	r.structures()
	r.names()
	r.speakers()
	r.watch = func(i int, f pronounFacts) {
		x := example{class: classOfPronoun(f), owner: f.possessive, genre: gold.Genre}
		group, any := groups[r.mentions[i].Head]
		for _, o := range r.options {
			right := any && !o.group && groups[r.mentions[o.mention].Head] == group
			if o.group && any {
				for _, e := range gold.Entities {
					right = right || e.Several && e.Group == group && e.Head == r.mentions[o.mention].Head
				}
			}
			x.options, x.right = append(x.options, o.traits), append(x.right, right)
		}
		out = append(out, x)
	}
	r.references()
	r.watch = nil
	r.finish()
	resolvers.Put(r)
	return out
}

// regress finds the weights of one class by stochastic gradients.
func regress(examples []example, class pronounClass) (weighing, int) {
	var w [numTraits + 2]float64 // the last two are of the option "none"
	var sum [numTraits + 2]float64
	const rounds, rate, decay = 30, 0.05, 1e-4
	n, steps := 0, 0.0
	for round := range rounds {
		n = 0
		step := rate / (1 + 0.2*float64(round))
		for _, x := range examples {
			if x.class != class || len(x.options) == 0 {
				continue
			}
			n++
			weight := 1.0
			if x.genre == "news" || x.genre == "speech" || x.genre == "bio" {
				weight = 2
			}
			update(&w, x, step*weight, decay)
			steps++
			if round >= rounds/2 {
				for k := range w {
					sum[k] += w[k]
				}
			}
		}
	}
	var out weighing
	half := steps / 2
	for k := range numTraits {
		out.weights[k] = float32(math.Round(100*sum[k]/half) / 100)
	}
	out.none = float32(math.Round(100*sum[numTraits]/half) / 100)
	out.nonePossessive = float32(math.Round(100*sum[numTraits+1]/half) / 100)
	return out, n
}

func update(w *[numTraits + 2]float64, x example, step, decay float64) {
	scores := make([]float64, len(x.options)+1)
	for k, t := range x.options {
		for b := range numTraits {
			if t>>b&1 != 0 {
				scores[k] += w[b]
			}
		}
	}
	last := len(x.options)
	scores[last] = w[numTraits]
	if x.owner {
		scores[last] += w[numTraits+1]
	}
	total, rightTotal, right := 0.0, 0.0, false
	for k := range scores {
		scores[k] = math.Exp(min(scores[k], 30))
		total += scores[k]
		if k < last && x.right[k] {
			right = true
			rightTotal += scores[k]
		}
	}
	if !right {
		rightTotal = scores[last]
	}
	for k := range scores {
		target := 0.0
		if k < last && x.right[k] || k == last && !right {
			target = scores[k] / rightTotal
		}
		g := step * (target - scores[k]/total)
		if k == last {
			w[numTraits] += g
			if x.owner {
				w[numTraits+1] += g
			}
			continue
		}
		for b := range numTraits {
			if x.options[k]>>b&1 != 0 {
				w[b] += g - step*decay*w[b]
			}
		}
	}
}

// weightsFile writes coreference_weights.go.
func weightsFile(learnt *[numClasses]weighing) string {
	var out strings.Builder
	out.WriteString("package english\n\n// salience are the weights by which pronouns choose. Learnt from the training part of GUM by\n" +
		"// TestLearnSalience; what is sure enough is set by hand, for precision.\nvar salience = [numClasses]weighing{\n")
	for c, name := range [numClasses]string{"heClass", "itClass", "theyClass"} {
		w := &learnt[c]
		fmt.Fprintf(&out, "\t%s: {\n\t\tnone: %v, nonePossessive: %v, sure: %v,\n\t\tweights: [numTraits]float32{\n", name, w.none, w.nonePossessive, w.sure)
		for k, trait := range traitNames {
			if w.weights[k] != 0 {
				fmt.Fprintf(&out, "\t\t\t%s: %v,\n", trait, w.weights[k])
			}
		}
		out.WriteString("\t\t},\n\t},\n")
	}
	out.WriteString("}\n")
	return out.String()
}

var traitNames = strings.Fields(`sameSentence sentenceBefore twoBefore isSubject isObject isOblique isOwner isNested isApposition
	isNamed isNominal isPronoun samePronoun isDefinite isIndefinite bothSubjects opensSentence nearestOne repeated oftenRepeated
	sortFits sortUnknown genderKnown subjectOfOwned subjectAbove sameClause sidesOfQuotation otherParagraph subjectHere
	subjectBefore enumeration groupActs coordinatedVerb isPlural isOrganisation isState goesOn actsLikeOne likeMembers`)

func TestTraitsHaveNames(t *testing.T) {
	if len(traitNames) != numTraits {
		t.Errorf("%d names for %d traits", len(traitNames), numTraits)
	}
}
