package main

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	"chancery/english"
	"chancery/english/internal/names"
	"chancery/english/internal/perceptron"
	"chancery/english/internal/words"
	"chancery/english/score"
)

// How names are learnt.
const (
	nameRounds = 8
	nameRows   = 150_000
)

// nameTypes are the types of the data in the order of english.NameKind.
var nameTypes = [names.Kinds]string{"PER", "LOC", "ORG", "NORP", "DOC", "EVENT"}

// nameItem is a sentence ready to learn names from. Gold holds the labels that each word may have, as
// bits.
type nameItem struct {
	tokens []names.Token
	gold   []uint32
}

// learnNames learns the weights for names with the reader that is in the file of weights, and writes
// them.
func learnNames(weightsFile, out string) error {
	data, err := os.ReadFile(weightsFile)
	if err != nil {
		return err
	}
	weights, err := english.DecodeWeights(data)
	if err != nil {
		return err
	}
	reader := english.NewNetwork(weights)
	describer, err := english.NewNameReader(nil, weights.Clusters, nil)
	if err != nil {
		return err
	}
	train, err := namesToLearn()
	if err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(20, 26))
	items := nameItems(reader.ReadSentences, describer, train)
	items = append(items, nameItems(reader.ReadSentences, describer, recasedNames(train, random))...)
	items = append(items, strangers(items, random)...)
	progress("%d sentences with names", len(items))
	model := learnNameModel(items, random)
	file := names.New(model).Append(nil)
	if err := os.WriteFile(out, file, 0o644); err != nil {
		return err
	}
	progress("%s: %d rows, %.1f MB", out, model.Rows(), float64(len(file))/1e6)
	return nil
}

// strangerShare is how many sentences in a hundred are learnt once more with strange names.
const strangerShare = 40

// strangers are copies of a share of the sentences in which nothing is known of the words with capitals but
// how they are written, so that the words around a name weigh what they must where the name is new.
func strangers(items []nameItem, random *rand.Rand) []nameItem {
	var out []nameItem
	for i := range items {
		if random.IntN(100) >= strangerShare {
			continue
		}
		tokens := slices.Clone(items[i].tokens)
		strange := map[uint32]bool{}
		for k := range tokens {
			t := &tokens[k]
			if t.Run == 0 || t.Shape&words.Capital == 0 || t.Known&heads != 0 || random.IntN(100) < 30 {
				continue
			}
			strange[t.Lower] = true
			t.Lower, t.Form, t.Prefix, t.Fine, t.Coarse = 0, 0, [3]uint32{}, 0, 0
			t.Known, t.Span, t.Place = 0, 0, 0
		}
		for k := range tokens {
			t := &tokens[k]
			if strange[t.First] {
				t.First = 0
			}
			if strange[t.Last] {
				t.Last, t.LastKnown = 0, 0
			}
			if strange[t.Head] {
				t.Head = 0
			}
		}
		out = append(out, nameItem{tokens, items[i].gold})
	}
	return out
}

// heads are the classes of words that tell of the kind of a name whatever the name.
const heads = names.Title | names.OrganisationWord | names.PlaceWord | names.EventWord | names.DocumentWord | names.Time | names.Nationality

// recasedNames makes copies of a share of the sentences in capitals, as old wires and headlines are.
func recasedNames(all []namedSentence, random *rand.Rand) []namedSentence {
	var out []namedSentence
	for i := range all {
		if n := random.IntN(100); n < 8 && len(all[i].Words) > 4 {
			out = append(out, namedSentence{recased(&all[i].Sentence, n < 5), all[i].tags, all[i].source})
		}
	}
	return out
}

// recased is a copy of a sentence in capitals throughout, or in those of headlines.
func recased(s *score.Sentence, shout bool) score.Sentence {
	writing := asHeadline
	if shout {
		writing = inCapitals
	}
	out := *s
	out.Words = slices.Clone(s.Words)
	for i, form := range write(s.Forms(), writing) {
		out.Words[i].Form = form
	}
	return out
}

// nameItems reads the sentences, document by document, and describes their words.
func nameItems(read func([][]string) *english.Document, describer *english.NameReader, all []namedSentence) []nameItem {
	var items []nameItem
	for first := 0; first < len(all); {
		last := first + 1
		for last < len(all) && !all[last].OpensDocument {
			last++
		}
		var forms [][]string
		for i := first; i < last; i++ {
			forms = append(forms, all[i].Forms())
		}
		d := read(forms)
		tokens := describer.Describe(d)
		for k, s := range d.Sentences {
			items = append(items, nameItem{tokens[s.First:s.Last], goldLabels(all[first+k].tags)})
		}
		first = last
	}
	return items
}

// goldLabels turns tags into the sets of labels that words may have.
func goldLabels(tags []string) []uint32 {
	out := make([]uint32, len(tags))
	for i, tag := range tags {
		switch tag {
		case outside:
			out[i] = 1 << names.Outside
			continue
		case unknown:
			out[i] = 1 << names.Outside
			for place := names.Begin; place <= names.Single; place++ {
				out[i] |= 1 << names.LabelOf(int(english.Nationality), place)
			}
			continue
		}
		kind := 0
		for k, name := range nameTypes {
			if strings.HasSuffix(tag, "-"+name) {
				kind = k
			}
		}
		goesOn := i+1 < len(tags) && tags[i+1] == "I-"+tag[2:]
		place := names.Single
		switch {
		case tag[0] == 'B' && goesOn:
			place = names.Begin
		case tag[0] == 'I' && goesOn:
			place = names.Inside
		case tag[0] == 'I':
			place = names.Last
		}
		out[i] = 1 << names.LabelOf(kind, place)
	}
	return out
}

// learnNameModel is a structured perceptron (Collins 2002, "Discriminative training methods for hidden
// Markov models"): where the best sequence is not the right one, the weights of both are moved.
func learnNameModel(items []nameItem, random *rand.Rand) *perceptron.Model {
	l := nameLearner{trainer: perceptron.NewTrainer(names.Labels)}
	for round := range nameRounds {
		l.wrong, l.words = 0, 0
		for _, at := range random.Perm(len(items)) {
			it := &items[at]
			for i := 0; i < len(it.tokens); {
				end := i
				for end < len(it.tokens) && it.tokens[end].Candidate {
					end++
				}
				if end > i {
					l.stretch(it, i, end)
				}
				i = end + 1
			}
		}
		progress("  names round %d: %.2f %% of labels wrong, %d rows", round+1, 100*float64(l.wrong)/float64(l.words), l.trainer.Rows())
	}
	return l.trainer.Model(perceptron.Pruning{Changes: 2, Rows: nameRows, Clip: 0.9995, Least: 1})
}

type nameLearner struct {
	trainer  *perceptron.Trainer
	features [][]uint32
	scores   [][names.Labels]float32
	moves    [names.Labels][names.Labels]float32
	from     [][names.Labels]names.Label
	wrong    int
	words    int
}

// stretch learns from a run of candidates.
func (l *nameLearner) stretch(it *nameItem, first, last int) {
	n := last - first
	for len(l.features) < n {
		l.features = append(l.features, nil)
	}
	l.scores = l.scores[:0]
	for k := range n {
		l.features[k] = names.Features(l.features[k][:0], it.tokens, first+k)
		var row [names.Labels]float32
		l.trainer.Score(l.features[k], row[:])
		l.scores = append(l.scores, row)
	}
	for p := range names.Label(names.Labels) {
		l.trainer.Score([]uint32{names.MoveKey(p)}, l.moves[p][:])
	}
	guess, good := make([]names.Label, n), make([]names.Label, n)
	names.Search(guess, l.scores, &l.from, &l.moves, nil)
	names.Search(good, l.scores, &l.from, &l.moves, goldOf(it, first, last))
	before, beforeGood := names.Outside, names.Outside
	for k := range n {
		l.words++
		if guess[k] != good[k] {
			l.wrong++
			l.update(l.features[k], good[k], guess[k])
		}
		if before != beforeGood || guess[k] != good[k] {
			l.move(before, guess[k], -1)
			l.move(beforeGood, good[k], 1)
		}
		before, beforeGood = guess[k], good[k]
		l.trainer.Step()
	}
}

func (l *nameLearner) update(features []uint32, towards, away names.Label) {
	var row [names.Labels]float32
	l.trainer.Score(features, row[:]) // finds the rows anew: Update moves those scored last
	l.trainer.Update(features, int(towards), int(away))
}

// move makes one step from label to label more or less likely, against Outside, which counts for nothing.
func (l *nameLearner) move(from, to names.Label, sign int) {
	if to == names.Outside {
		return
	}
	key := []uint32{names.MoveKey(from)}
	var row [names.Labels]float32
	l.trainer.Score(key, row[:])
	if sign > 0 {
		l.trainer.Update(key, int(to), int(names.Outside))
	} else {
		l.trainer.Update(key, int(names.Outside), int(to))
	}
}

// goldOf is the gold of a stretch. A name that goes on outside the stretch, over a word that is no
// candidate, cannot be learnt; its words count as outside.
func goldOf(it *nameItem, first, last int) []uint32 {
	gold := append([]uint32(nil), it.gold[first:last]...)
	whole := func(i int) bool {
		for i > 0 && startsInside(it.gold[i]) {
			i--
			if !it.tokens[i].Candidate {
				return false
			}
		}
		for ; i < len(it.gold); i++ {
			if !it.tokens[i].Candidate {
				return false
			}
			if !staysOpen(it.gold[i]) {
				return true
			}
		}
		return false
	}
	for k := range gold {
		if gold[k]&(1<<names.Outside) == 0 && !whole(first+k) {
			gold[k] = 1 << names.Outside
		}
	}
	return gold
}

// startsInside and staysOpen say of a single label whether the name began before, and goes on.
func startsInside(set uint32) bool { return inPlaces(set, names.Inside, names.Last) }
func staysOpen(set uint32) bool    { return inPlaces(set, names.Begin, names.Inside) }

func inPlaces(set uint32, places ...int) bool {
	for kind := range names.Kinds {
		for _, p := range places {
			if set == 1<<names.LabelOf(kind, p) {
				return true
			}
		}
	}
	return false
}
