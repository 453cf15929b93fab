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
	sums     map[uint32]int // of each run of capitals and place in it, where in rows
	rows     []sum
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

// Tag writes the label of each word of a document, whose sentences end where ends says. Words that can
// belong to no name are outside at once.
func (t *Tagger) Tag(tokens []Token, ends []int, labels []Label, s *Scratch) {
	clear(labels)
	t.score(tokens, s)
	s.agree(tokens)
	first := 0
	for _, end := range ends {
		for i := first; i < end; {
			last := i
			for last < end && tokens[last].Candidate {
				last++
			}
			if last > i {
				Search(labels[i:last], s.scores[i:last], &s.from, &t.moves, nil)
			}
			i = last + 1
		}
		first = end
	}
}

// score gives each candidate a score for every label.
func (t *Tagger) score(tokens []Token, s *Scratch) {
	if len(s.lanes) != t.Model.Lanes() {
		s.lanes = make([]uint64, t.Model.Lanes())
	}
	if cap(s.scores) < len(tokens) {
		s.scores = make([][Labels]int32, len(tokens)+len(tokens)/4)
	}
	s.scores = s.scores[:len(tokens)]
	for i := range tokens {
		if !tokens[i].Candidate {
			continue
		}
		s.features = Features(s.features[:0], tokens, i)
		t.Model.Score(s.features, s.lanes)
		row := &s.scores[i]
		for l := range row {
			row[l] = int32(perceptron.Lane(s.lanes, l))
		}
		if tokens[i].Proper {
			row[Outside] -= properBonus
		}
		follow(tokens[i].Hint, row)
		heed(tokens[i].Cue, row)
	}
}

// What cues are worth, in the steps of the weights; chosen on the tuned third of the Worldwide newswire.
const placeCue, organisationCue, articleCue = 500, 500, 300

// The kinds that cues speak of.
const (
	person = iota
	place
	organisation
)

// heed adds what a cue is worth.
func heed(c Cue, row *[Labels]int32) {
	switch c {
	case CuePlace:
		add(row, place, placeCue)
	case CueOrganisation:
		add(row, organisation, organisationCue)
	case CueArticle:
		add(row, person, -articleCue)
	}
}

// add adds a bonus to the labels of a kind.
func add(row *[Labels]int32, kind int, bonus int32) {
	for place := Begin; place <= Single; place++ {
		row[LabelOf(kind, place)] += bonus
	}
}

// agree gives the words of a run of capitals the mean of their scores in all places of the document where
// the same run stands: a name means one thing throughout a text.
func (s *Scratch) agree(tokens []Token) {
	if s.sums == nil {
		s.sums = map[uint32]int{}
	}
	clear(s.sums)
	s.rows = s.rows[:0]
	for i := range tokens {
		key := tokens[i].Run
		if !tokens[i].Candidate || key == 0 {
			continue
		}
		key = key*31 + uint32(tokens[i].Index)
		at, ok := s.sums[key]
		if !ok {
			at = len(s.rows)
			s.sums[key] = at
			s.rows = append(s.rows, sum{})
		}
		r := &s.rows[at]
		r.places++
		for l, v := range s.scores[i] {
			r.scores[l] += v
		}
	}
	for i := range tokens {
		key := tokens[i].Run
		if !tokens[i].Candidate || key == 0 {
			continue
		}
		r := &s.rows[s.sums[key*31+uint32(tokens[i].Index)]]
		if r.places < 2 {
			continue
		}
		row := &s.scores[i]
		for l := range row {
			row[l] = r.scores[l] / r.places
		}
	}
}

// sum is what the places of a word say together.
type sum struct {
	scores [Labels]int32
	places int32
}

// properBonus is what a proper noun is worth beside the weights: they are learnt from treebanks that
// leave many names without a mark. In steps of the weights; chosen on the tuned third of the Worldwide
// newswire.
const properBonus = 100

// hintBonus is what the network's opinion is worth beside the weights, in their steps; chosen on the
// development part of UNER and the tuned third of the Worldwide newswire.
const hintBonus, outsideBonus = 240, 160

// follow adds what a hint is worth.
func follow(h Hint, row *[Labels]int32) {
	switch h {
	case NoHint:
	case HintOutside:
		row[Outside] += outsideBonus
	default:
		add(row, int(h)-2, hintBonus)
	}
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
