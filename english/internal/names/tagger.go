package names

import (
	"errors"

	"chancery/english/internal/perceptron"
)

// Tagger is a learnt tagger of names. It is not changed once made.
type Tagger struct {
	Model *perceptron.Model
	moves [Labels][Labels]int32 // what it adds to go from one label to the next
}

// Scratch is room that one goroutine needs; the zero value is ready.
type Scratch struct {
	features []uint32
	lanes    []uint64
	scores   [][Labels]int32
	from     [][Labels]Label
}

// New makes a tagger from a model.
func New(m *perceptron.Model) *Tagger {
	t := &Tagger{Model: m}
	lanes := make([]uint64, m.Lanes())
	for p := range Label(Labels) {
		m.Score([]uint32{MoveKey(p)}, lanes)
		base := int32(perceptron.Lane(lanes, 0)) // 128 and the weight, or 0 where there is no row
		if base != 0 {
			base = 128
		}
		for l := range Label(Labels) {
			t.moves[p][l] = int32(perceptron.Lane(lanes, int(l))) - base
		}
	}
	return t
}

// MoveKey is the key of the weights for what follows a label.
func MoveKey(before Label) uint32 { return perceptron.Key(255, uint32(before), 0, 0) }

// Tag writes the label of each word. Words that can belong to no name are outside at once.
func (t *Tagger) Tag(tokens []Token, labels []Label, s *Scratch) {
	if len(s.lanes) != t.Model.Lanes() {
		s.lanes = make([]uint64, t.Model.Lanes())
	}
	s.scores, s.from = s.scores[:0], s.from[:0]
	clear(labels)
	start := 0
	for i := range tokens {
		if !tokens[i].Candidate {
			t.flush(labels[start:i], s)
			start = i + 1
			continue
		}
		s.features = Features(s.features[:0], tokens, i)
		t.Model.Score(s.features, s.lanes)
		var row [Labels]int32
		for l := range row {
			row[l] = int32(perceptron.Lane(s.lanes, l))
		}
		if tokens[i].Proper {
			row[Outside] -= properBonus
		}
		follow(tokens[i].Hint, &row)
		s.scores = append(s.scores, row)
	}
	t.flush(labels[start:], s)
}

// properBonus is what a proper noun is worth beside the weights: they are learnt from treebanks that
// leave many names without a mark. In steps of the weights; chosen on the tuned third of the Worldwide
// newswire.
const properBonus = 20

// hintBonus is what the network's opinion is worth beside the weights, in their steps; chosen on the
// development part of UNER and the tuned third of the Worldwide newswire.
var hintBonus, outsideBonus int32 = 40, 20

// follow adds what a hint is worth.
func follow(h Hint, row *[Labels]int32) {
	switch h {
	case NoHint:
	case HintOutside:
		row[Outside] += outsideBonus
	default:
		for place := Begin; place <= Single; place++ {
			row[LabelOf(int(h)-2, place)] += hintBonus
		}
	}
}

// flush labels the candidates scored since the last call.
func (t *Tagger) flush(labels []Label, s *Scratch) {
	if len(labels) > 0 {
		Search(labels, s.scores, &s.from, &t.moves, nil)
	}
	s.scores = s.scores[:0]
}

const never = -1 << 29

// number is what scores are kept in: small integers when names are read, floats while they are learnt.
type number interface{ ~int32 | ~float32 }

// Search finds the best sequence of labels (Viterbi). Allowed, where it is not nil, holds the labels
// that each word may have, as bits.
func Search[N number](labels []Label, scores [][Labels]N, from *[][Labels]Label, moves *[Labels][Labels]N, allowed []uint32) {
	*from = (*from)[:0]
	var last [Labels]N
	for i := range scores {
		var now [Labels]N
		var back [Labels]Label
		for l := range Label(Labels) {
			now[l] = never
			if allowed != nil && allowed[i]&(1<<l) == 0 {
				continue
			}
			for _, p := range mayFollow[l] {
				if i == 0 && p != Outside {
					break // Outside comes first in the lists that hold it
				}
				if before := last[p] + moves[p][l]; before > now[l] && (i == 0 || last[p] > never/2) {
					now[l], back[l] = before, p
				}
			}
			if now[l] > never/2 {
				now[l] += scores[i][l]
			}
		}
		last = now
		*from = append(*from, back)
	}
	best, top := Outside, N(never)
	for l := range Label(Labels) {
		if mayEnd(l) && last[l] > top {
			best, top = l, last[l]
		}
	}
	for i := len(scores) - 1; i >= 0; i-- {
		labels[i] = best
		best = (*from)[i][best]
	}
}

// Append writes the tagger behind data.
func (t *Tagger) Append(data []byte) []byte { return t.Model.Append(data) }

// Decode reads what Append wrote and returns what follows it.
func Decode(data []byte) (*Tagger, []byte, error) {
	m, rest, err := perceptron.Decode(data)
	if err != nil {
		return nil, nil, err
	}
	if m.Classes() != Labels {
		return nil, nil, errors.New("the weights for names have other labels; make them again with the trainer")
	}
	return New(m), rest, nil
}
