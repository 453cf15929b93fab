package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"

	"chancery/english"
	"chancery/english/internal/splitter"
	"chancery/internal/shareddata"
)

// place is one place where a sentence may end.
type place struct {
	features []uint32
	ends     bool
}

// How the splitter is taught.
const (
	splitterRounds = 8
	splitterRate   = 0.15
	splitterDecay  = 2e-6
	splitterSeen   = 3 // a feature seen less often is not learnt
)

// learnSentences teaches the splitter on the treebanks and writes its weights.
func learnSentences(out string) error {
	train, err := readParts(sentenceSources)
	if err != nil {
		return err
	}
	var places []place
	eachDocument(train, func(doc []sentence) {
		text, _, sentences := rawDocument(doc)
		places = appendPlaces(places, text, sentences)
	})
	progress("%d places", len(places))
	model := learnSplitter(places, rand.New(rand.NewPCG(20, 26)))
	data := model.Append(nil)
	progress("%s: %d features, %.1f MB", out, model.Rows(), float64(len(data))/1e6)
	return os.WriteFile(out, data, 0o644)
}

var sentenceSources = []string{"ewt28/en_ewt-ud-train.conllu.gz", "gum216/en_gum-ud-train.rebuilt.conllu.gz"}

func readParts(paths []string) ([]sentence, error) {
	var all []sentence
	for _, path := range paths {
		part, err := readTreebank(shareddata.Path("data", "treebanks", path))
		if err != nil {
			return nil, fmt.Errorf("reading a treebank: %w; set CHANCERY_SHARED to the folder that holds data/treebanks", err)
		}
		all = append(all, part...)
	}
	return all, nil
}

// eachDocument visits the documents that sentences come from.
func eachDocument(all []sentence, visit func(doc []sentence)) {
	for first := 0; first < len(all); {
		last := first + 1
		for last < len(all) && !all[last].begin {
			last++
		}
		visit(all[first:last])
		first = last
	}
}

// appendPlaces adds the places of a text behind which a sentence might end. The state at each follows
// the true ends.
func appendPlaces(places []place, text string, sentences map[[2]int]bool) []place {
	ends := map[int]bool{}
	for s := range sentences {
		ends[s[1]] = true
	}
	english.SentencePlaces(text, func(p *splitter.Paragraph, tokens []english.Token, skip int) {
		var state splitter.State
		state.Begin(skip)
		for i := skip; i+1 < len(tokens); i++ {
			state.Enter(&p.Words[i])
			end := ends[tokens[i].End]
			places = append(places, place{p.Features(nil, &state, i), end})
			if end {
				state.Begin(i + 1)
			}
		}
	})
	return places
}

// learnSplitter is logistic regression, with a step for each weight that shrinks as it is used
// (Duchi, Hazan and Singer 2011).
func learnSplitter(places []place, random *rand.Rand) *splitter.Model {
	count := map[uint32]int{}
	for i := range places {
		for _, f := range places[i].features {
			count[f]++
		}
	}
	index := map[uint32]int32{}
	var keys []uint32
	for i := range places {
		kept := places[i].features[:0]
		for _, f := range places[i].features {
			if count[f] < splitterSeen {
				continue
			}
			at, ok := index[f]
			if !ok {
				at = int32(len(keys))
				index[f] = at
				keys = append(keys, f)
			}
			kept = append(kept, uint32(at))
		}
		places[i].features = kept
	}
	weights, squares := make([]float64, len(keys)+1), make([]float64, len(keys)+1)
	bias := len(keys)
	step := func(at int, gradient float64) {
		gradient += splitterDecay * weights[at]
		squares[at] += gradient * gradient
		weights[at] -= splitterRate * gradient / math.Sqrt(squares[at]+1e-8)
	}
	for round := range splitterRounds {
		loss := 0.0
		for _, at := range random.Perm(len(places)) {
			p := &places[at]
			sum := weights[bias]
			for _, f := range p.features {
				sum += weights[f]
			}
			probability := 1 / (1 + math.Exp(-sum))
			gradient := probability
			if p.ends {
				gradient--
				loss -= math.Log(max(probability, 1e-12))
			} else {
				loss -= math.Log(max(1-probability, 1e-12))
			}
			if math.Abs(gradient) < 1e-4 {
				continue
			}
			for _, f := range p.features {
				step(int(f), gradient)
			}
			step(bias, gradient)
		}
		progress("  round %d: loss %.5f", round+1, loss/float64(len(places)))
	}
	byKey := map[uint32]float64{}
	for i, key := range keys {
		byKey[key] = weights[i]
	}
	return splitter.NewModel(byKey, weights[bias])
}
