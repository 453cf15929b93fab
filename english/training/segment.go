package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"

	"chancery/english"
	"chancery/english/internal/splitter"
	"chancery/english/score"
	"chancery/internal/shareddata"
)

// place is one place where a sentence may end.
type place struct {
	features []uint32
	ends     bool
}

// How the splitter is taught.
const (
	splitterRounds = 6
	splitterRate   = 0.1
	splitterDecay  = 2e-6
	splitterHidden = 30 // per cent of the features, at a time
	splitterSeen   = 3  // a feature seen less often is not learnt
)

// learnSentences teaches the splitter on the treebanks and writes its weights.
func learnSentences(out string) error {
	random := rand.New(rand.NewPCG(1, 2))
	var places []place
	for _, path := range sentenceSources {
		train, err := score.ReadTreebank(shareddata.Path("data", "treebanks", path))
		if err != nil {
			return fmt.Errorf("reading a treebank: %w; set CHANCERY_SHARED to the folder that holds data/treebanks", err)
		}
		for document := range score.Documents(train) {
			places = appendPlaces(places, score.WriteOut(document))
			if path == ewtTrain { // letters and talk
				places = appendPlaces(places, score.WriteOut(runOn(document, random)))
			}
		}
	}
	progress("%d places", len(places))
	model := indexPlaces(places).learn(splitterRounds, splitterHidden, splitterRate, splitterDecay, rand.New(rand.NewPCG(20, 26)))
	data := model.Append(nil)
	progress("%s: %d features, %.1f MB", out, model.Rows(), float64(len(data))/1e6)
	return os.WriteFile(out, data, 0o644)
}

// runOn makes a copy of a document in which a third of the paragraphs go on with the one before, as
// greetings, headings and lists do where line breaks were lost.
func runOn(document []score.Sentence, random *rand.Rand) []score.Sentence {
	out := slices.Clone(document)
	for i := range out {
		if i > 0 && out[i].OpensParagraph && random.IntN(3) == 0 {
			out[i].OpensParagraph = false
		}
	}
	return out
}

var sentenceSources = []string{ewtTrain, gumTrain}

// appendPlaces adds the places of a text behind which a sentence might end. The state at each follows
// the true ends.
func appendPlaces(places []place, raw score.RawText) []place {
	ends := map[int]bool{}
	for _, s := range raw.Sentences {
		ends[s.End] = true
	}
	english.SentencePlaces(raw.Text, func(p *splitter.Paragraph, tokens []english.Token, skip int) {
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

// lessons are places whose features are numbered.
type lessons struct {
	places []place
	keys   []uint32 // of each feature's number
}

// indexPlaces numbers the features that are seen often enough; the others are dropped.
func indexPlaces(places []place) *lessons {
	const much = 1 << 26 // counters by the low bits of keys, which few features share
	counts := make([]uint8, much)
	for i := range places {
		for _, f := range places[i].features {
			if c := &counts[f%much]; *c < splitterSeen {
				*c++
			}
		}
	}
	l := &lessons{places: places}
	index := map[uint32]uint32{}
	for i := range places {
		kept := places[i].features[:0]
		for _, f := range places[i].features {
			if counts[f%much] < splitterSeen {
				continue
			}
			at, ok := index[f]
			if !ok {
				at = uint32(len(l.keys))
				index[f] = at
				l.keys = append(l.keys, f)
			}
			kept = append(kept, at)
		}
		places[i].features = kept
	}
	return l
}

// learn is logistic regression, with a step for each weight that shrinks as it is used (Duchi, Hazan
// and Singer 2011). Hidden is how many per cent of the features are left out at a time, so that none is
// relied on alone.
func (l *lessons) learn(rounds, hidden int, rate, decay float64, random *rand.Rand) *splitter.Model {
	bias := len(l.keys)
	weights, squares := make([]float64, bias+1), make([]float64, bias+1)
	var shown []uint32
	for range rounds {
		for _, at := range random.Perm(len(l.places)) {
			p := &l.places[at]
			shown = append(shown[:0], uint32(bias))
			sum := weights[bias]
			bits, left := uint64(0), 0
			for _, f := range p.features {
				if left == 0 {
					bits, left = random.Uint64(), 9
				}
				hide := int(bits&127) < hidden*128/100
				bits, left = bits>>7, left-1
				if !hide {
					shown = append(shown, f)
					sum += weights[f]
				}
			}
			gradient := 1 / (1 + math.Exp(-sum))
			if p.ends {
				gradient--
			}
			if math.Abs(gradient) < 1e-3 {
				continue
			}
			for _, f := range shown {
				g := gradient + decay*weights[f]
				squares[f] += g * g
				weights[f] -= rate * g / math.Sqrt(squares[f]+1e-8)
			}
		}
	}
	byKey := make(map[uint32]float64, bias)
	for i, key := range l.keys {
		byKey[key] = weights[i] * float64(100-hidden) / 100
	}
	return splitter.NewModel(byKey, weights[bias])
}
