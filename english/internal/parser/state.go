// Package parser finds the dependency tree of a sentence with arc-eager transitions.
//
// The parser walks over the sentence once. It keeps a stack of words that may still get dependents
// and a front, the next word not yet taken in. At every step it takes one of four actions: shift the
// front onto the stack; reduce the stack's top, which has its head already; make the front the head
// of the top (left); or make the top the head of the front (right). Left and right carry the label
// of the new arc. A linear classifier chooses the action from features of the state.
//
// See Nivre 2008, "Algorithms for deterministic incremental dependency parsing", for the
// transitions; Goldberg and Nivre 2012, "A dynamic oracle for arc-eager dependency parsing", for how
// it learns; and Zhang and Nivre 2011, "Transition-based dependency parsing with rich non-local
// features", for most of the features.
package parser

import "chancery/english/internal/words"

// None is the head of a word that has none yet, and the place of a word that is not there.
const None = -1

// Kind is what an action does.
type Kind uint8

// The kinds of action.
const (
	Shift Kind = iota
	Reduce
	Left
	Right
)

// Action is a kind of action with the label of the arc that it makes, if it makes one.
type Action struct {
	Kind  Kind
	Label uint8 // index into Parser.Labels
}

// node is a word of the sentence as the features see it, with the arcs it has so far. Places of words
// are kept with 1 added, so that 0 is none and a zero node stands for a word that is not there.
type node struct {
	word, tag, fine, coarse uint32

	head        int32
	label       uint32 // of the arc to the head, with 1 added
	left, right int32  // outermost dependents
	left2       int32  // the next outermost
	right2      int32
	lefts       uint32 // how many
	rights      uint32
	leftLabels  uint64
	rightLabels uint64
	marker      uint32 // word of the dependent that is its preposition or subordinator
	joiner      uint32 // word of its conjunction
	stop        uint32 // its first dependent on the left is a comma or the like

	commas, joiners, verbs uint32 // how many there are before this word in the sentence
}

// State is a sentence in the middle of being parsed. Its memory is used again for the next one.
type State struct {
	nodes  []node // nodes[0] is none; word i is nodes[i+1]
	stack  []int32
	front  int32
	length int32
	roles  *Roles
}

// Roles says which of the parser's numbers stand for what the features ask about.
type Roles struct {
	Case, Mark, Cc, Punct uint8 // labels
	Verb                  []bool
	Joiner                []bool
	Comma                 uint32 // hash of the word ","
}

// Reset makes the state ready for a sentence. Nothing of the arguments is kept.
func (s *State) Reset(sentence []words.Word, tags []uint8, roles *Roles) {
	n := len(sentence)
	if cap(s.nodes) < n+1 {
		s.nodes = make([]node, n+1, 2*n+1)
	}
	s.nodes, s.stack = s.nodes[:n+1], s.stack[:0]
	s.front, s.length, s.roles = 1, int32(n), roles
	s.nodes[0] = node{}
	var commas, joiners, verbs uint32
	for i := range sentence {
		w := &sentence[i]
		s.nodes[i+1] = node{word: w.Lower, tag: uint32(tags[i]) + 1, fine: w.Fine, coarse: w.Coarse,
			commas: commas, joiners: joiners, verbs: verbs}
		switch {
		case w.Lower == roles.Comma:
			commas++
		case roles.Joiner[tags[i]]:
			joiners++
		case roles.Verb[tags[i]]:
			verbs++
		}
	}
}

// Done reports whether every word was taken in.
func (s *State) Done() bool { return s.front > s.length }

func (s *State) top() int32 {
	if len(s.stack) == 0 {
		return 0
	}
	return s.stack[len(s.stack)-1]
}

// Allows reports whether an action of the kind can be taken now. One always can until Done.
func (s *State) Allows(k Kind) bool {
	top := s.top()
	switch k {
	case Shift:
		return true
	case Reduce:
		return top != 0 && s.nodes[top].head != 0
	case Left:
		return top != 0 && s.nodes[top].head == 0
	default:
		return top != 0
	}
}

// Do takes an action that is allowed.
func (s *State) Do(a Action) {
	top := s.top()
	switch a.Kind {
	case Shift:
		s.stack = append(s.stack, s.front)
		s.front++
	case Reduce:
		s.stack = s.stack[:len(s.stack)-1]
	case Left:
		s.arcLeft(s.front, top, a.Label)
		s.stack = s.stack[:len(s.stack)-1]
	case Right:
		s.arcRight(top, s.front, a.Label)
		s.stack = append(s.stack, s.front)
		s.front++
	}
}

func (s *State) arcLeft(head, dependent int32, label uint8) {
	h, d := &s.nodes[head], &s.nodes[dependent]
	d.head, d.label = head, uint32(label)+1
	h.left2, h.left = h.left, dependent
	h.lefts++
	h.leftLabels |= 1 << label
	switch label {
	case s.roles.Case, s.roles.Mark:
		h.marker = d.word
	case s.roles.Cc:
		h.joiner = d.word
	case s.roles.Punct:
		h.stop = d.word
	}
}

func (s *State) arcRight(head, dependent int32, label uint8) {
	h, d := &s.nodes[head], &s.nodes[dependent]
	d.head, d.label = head, uint32(label)+1
	h.right2, h.right = h.right, dependent
	h.rights++
	h.rightLabels |= 1 << label
	if label == s.roles.Case { // "'s" follows its noun
		h.marker = d.word
	}
}

// Heads writes each word's head, or None, and label. Words without a head have the label 0.
func (s *State) Heads(heads []int, labels []uint8) {
	for i := range int(s.length) {
		n := &s.nodes[i+1]
		heads[i] = int(n.head) - 1
		labels[i] = 0
		if n.head != 0 {
			labels[i] = uint8(n.label - 1)
		}
	}
}
