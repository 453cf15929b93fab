package parser

import (
	"encoding/binary"
	"errors"

	"chancery/english/internal/perceptron"
	"chancery/english/internal/words"
)

// Parser is a learnt parser. It is not changed once made.
type Parser struct {
	Labels  []string // names of relations
	Actions []Action // the classes of the model
	Roles   *Roles
	Model   *perceptron.Model
}

// Scratch is room that one goroutine needs to parse; the zero value is ready.
type Scratch struct {
	state    State
	features []uint32
	lanes    []uint64
}

// Parse writes the head of each word, or None, and its label. More than one word, and at worst all,
// may be left without a head: it is the caller who decides on the root.
func (p *Parser) Parse(sentence []words.Word, tags []uint8, heads []int, labels []uint8, s *Scratch) {
	if len(s.lanes) != p.Model.Lanes() {
		s.lanes = make([]uint64, p.Model.Lanes())
	}
	s.state.Reset(sentence, tags, p.Roles)
	for !s.state.Done() {
		s.features = s.state.Features(s.features[:0])
		p.Model.Score(s.features, s.lanes)
		s.state.Do(p.best(&s.state, s.lanes))
	}
	s.state.Heads(heads, labels)
}

func (p *Parser) best(state *State, lanes []uint64) Action {
	var allowed [4]bool
	for k := range allowed {
		allowed[k] = state.Allows(Kind(k))
	}
	best, score := Action{Kind: Shift}, -1
	for c, a := range p.Actions {
		if !allowed[a.Kind] {
			continue
		}
		if l := perceptron.Lane(lanes, c); l > score {
			best, score = a, l
		}
	}
	return best
}

// NewRoles finds the labels and tags that the features ask about. Tag names are "VERB+VBD".
func NewRoles(labels, tags []string) *Roles {
	label := func(name string) uint8 {
		for i, l := range labels {
			if l == name {
				return uint8(i)
			}
		}
		return 255
	}
	r := &Roles{Case: label("case"), Mark: label("mark"), Cc: label("cc"), Punct: label("punct"), Comma: words.Hash(",")}
	for _, t := range tags {
		r.Verb = append(r.Verb, len(t) > 5 && t[:5] == "VERB+")
		r.Joiner = append(r.Joiner, t == "CCONJ+CC")
	}
	return r
}

// Append writes the parser behind data.
func (p *Parser) Append(data []byte) []byte {
	data = binary.AppendUvarint(data, uint64(len(p.Labels)))
	for _, name := range p.Labels {
		data = binary.AppendUvarint(data, uint64(len(name)))
		data = append(data, name...)
	}
	data = binary.AppendUvarint(data, uint64(len(p.Actions)))
	for _, a := range p.Actions {
		data = append(data, byte(a.Kind), a.Label)
	}
	return p.Model.Append(data)
}

var errTruncated = errors.New("the parser's weights are truncated; make them again with the trainer")

// Decode reads what Append wrote, given the names of the tagger's classes.
func Decode(data []byte, tags []string) (*Parser, []byte, error) {
	p := &Parser{}
	count, n := binary.Uvarint(data)
	if n <= 0 || count > 64 {
		return nil, nil, errTruncated
	}
	data = data[n:]
	for range count {
		length, n := binary.Uvarint(data)
		if n <= 0 || length > uint64(len(data)-n) {
			return nil, nil, errTruncated
		}
		p.Labels = append(p.Labels, string(data[n:][:length]))
		data = data[n+int(length):]
	}
	count, n = binary.Uvarint(data)
	if n <= 0 || count > 256 || uint64(len(data)) < uint64(n)+2*count {
		return nil, nil, errTruncated
	}
	data = data[n:]
	for ; count > 0; count-- {
		a := Action{Kind(data[0]), data[1]}
		if a.Kind > Right || int(a.Label) >= len(p.Labels) {
			return nil, nil, errTruncated
		}
		p.Actions = append(p.Actions, a)
		data = data[2:]
	}
	var err error
	if p.Model, data, err = perceptron.Decode(data); err != nil {
		return nil, nil, err
	}
	if p.Model.Classes() != len(p.Actions) {
		return nil, nil, errTruncated
	}
	p.Roles = NewRoles(p.Labels, tags)
	return p, data, nil
}
