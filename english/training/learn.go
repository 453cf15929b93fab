package main

import (
	"math/rand/v2"

	"chancery/english/internal/parser"
	"chancery/english/internal/perceptron"
	"chancery/english/internal/tagger"
)

// How often the data is gone through.
const (
	taggerRounds = 7
	parserRounds = 6
	folds        = 5
)

// learnTagger trains a tagger on the items.
func learnTagger(items []item, names []string, rounds int, random *rand.Rand) *tagger.Tagger {
	seen := map[uint32]tagger.Count{}
	for _, it := range items {
		if it.noise {
			continue
		}
		for i, class := range it.tags {
			if class < 0 {
				continue
			}
			w := it.words[i].Lower
			if seen[w] == nil {
				seen[w] = tagger.Count{}
			}
			seen[w][uint8(class)]++
		}
	}
	dict := tagger.NewDictionary(seen)
	trainer := perceptron.NewTrainer(len(names))
	scores := make([]float32, len(names))
	var features []uint32
	var possible []uint64
	for range rounds {
		for _, at := range random.Perm(len(items)) {
			it := &items[at]
			possible = dict.Possible(it.words, possible)
			before, beforeThat := uint8(tagger.None), uint8(tagger.None)
			for i, gold := range it.tags {
				class, sure := dict.Sure(it.words[i].Lower)
				if !sure {
					features = tagger.Features(features[:0], it.words, possible, i, before, beforeThat)
					trainer.Score(features, scores)
					class = uint8(best(scores))
					if gold >= 0 {
						if int(class) != gold {
							trainer.Update(features, gold, int(class))
						}
						trainer.Step()
					}
				}
				before, beforeThat = class, before
			}
		}
	}
	pruning := perceptron.Pruning{Changes: 2, Rows: taggerRows, Clip: 0.9995, Least: 1}
	return &tagger.Tagger{Names: names, Dict: dict, Model: trainer.Model(pruning)}
}

func best(scores []float32) int {
	at := 0
	for i, s := range scores {
		if s > scores[at] {
			at = i
		}
	}
	return at
}

// tagAll writes the tagger's tags into the items.
func tagAll(t *tagger.Tagger, items []item) {
	var s tagger.Scratch
	for i := range items {
		t.Tag(items[i].words, items[i].tagged, &s)
	}
}

// jackknife tags every item with a tagger that has not seen it, so that the parser learns from tags
// as bad as those that it will get.
func jackknife(items, noise []item, names []string, random *rand.Rand) {
	for fold := range folds {
		var rest []item
		var held []item
		for i := range items {
			if i%folds == fold {
				held = append(held, items[i])
			} else {
				rest = append(rest, items[i])
			}
		}
		tagAll(learnTagger(append(rest, noise...), names, taggerRounds-2, random), held)
	}
}

// actionsOf lists the actions that the trees need: shift, reduce, and every label with the direction
// in which it was seen more than a few times.
func actionsOf(items []item) []parser.Action {
	const enough = 4
	var counts [2][256]int
	for _, it := range items {
		for i, h := range it.heads {
			switch {
			case h == parser.None:
			case h > i:
				counts[0][it.labels[i]]++
			default:
				counts[1][it.labels[i]]++
			}
		}
	}
	actions := []parser.Action{{Kind: parser.Shift}, {Kind: parser.Reduce}}
	for k, kind := range []parser.Kind{parser.Left, parser.Right} {
		for label, n := range counts[k] {
			if n >= enough {
				actions = append(actions, parser.Action{Kind: kind, Label: uint8(label)})
			}
		}
	}
	return actions
}

// learnParser trains a parser on the items' tags. After the first round it mostly follows its own
// actions, right or wrong, and learns from the oracle what is best in the states it gets into.
func learnParser(items []item, labels, tags []string, rounds int, random *rand.Rand) *parser.Parser {
	p := &parser.Parser{Labels: labels, Actions: actionsOf(items), Roles: parser.NewRoles(labels, tags)}
	l := parserLearner{p: p, trainer: perceptron.NewTrainer(len(p.Actions)), random: random}
	l.scores = make([]float32, len(p.Actions))
	for round := range rounds {
		for _, at := range random.Perm(len(items)) {
			l.sentence(&items[at], round > 0)
		}
		progress("  parser round %d: %.2f %% of actions wrong, %d rows", round+1,
			100*float64(l.wrong)/float64(l.actions), l.trainer.Rows())
		l.wrong, l.actions = 0, 0
	}
	p.Model = l.trainer.Model(perceptron.Pruning{Changes: 3, Rows: parserRows, Clip: 0.9995, Least: 1})
	return p
}

type parserLearner struct {
	p        *parser.Parser
	trainer  *perceptron.Trainer
	random   *rand.Rand
	state    parser.State
	features []uint32
	scores   []float32
	wrong    int
	actions  int
}

func (l *parserLearner) sentence(it *item, explore bool) {
	oracle := parser.NewOracle(it.heads)
	l.state.Reset(it.words, it.tagged, l.p.Roles)
	var costs [4]int
	for !l.state.Done() {
		l.features = l.state.Features(l.features[:0])
		l.trainer.Score(l.features, l.scores)
		oracle.Costs(&l.state, &costs)
		guess, good := l.choose(it, &costs)
		l.actions++
		if guess != good {
			l.wrong++
			l.trainer.Update(l.features, good, guess)
		}
		l.trainer.Step()
		if explore && l.random.IntN(10) > 0 {
			l.state.Do(l.p.Actions[guess])
		} else {
			l.state.Do(l.p.Actions[good])
		}
	}
}

// choose finds the action with the best score, and the one with the best score among those that cost
// least and carry the gold label.
func (l *parserLearner) choose(it *item, costs *[4]int) (guess, good int) {
	guess, good = -1, -1
	var allowed [4]bool
	least := 1 << 30
	for k := range allowed {
		if allowed[k] = l.state.Allows(parser.Kind(k)); allowed[k] {
			least = min(least, costs[k])
		}
	}
	for c, a := range l.p.Actions {
		if !allowed[a.Kind] {
			continue
		}
		if guess < 0 || l.scores[c] > l.scores[guess] {
			guess = c
		}
		if costs[a.Kind] > least || good >= 0 && l.scores[c] <= l.scores[good] {
			continue
		}
		if a.Kind == parser.Left || a.Kind == parser.Right {
			if _, dependent := l.state.Arc(a.Kind); it.labels[dependent-1] != a.Label {
				continue
			}
		}
		good = c
	}
	if good < 0 { // a label too rare to be an action
		good = guess
	}
	return guess, good
}
