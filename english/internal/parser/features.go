package parser

import "chancery/english/internal/perceptron"

// Features lists what decides the next action. S is the stack's top, N the front; h, l and r are a
// word's head and its outermost dependents on the left and the right.
func (s *State) Features(out []uint32) []uint32 {
	get := func(i int32) *node {
		if i < 0 || i > s.length {
			i = 0
		}
		return &s.nodes[i]
	}
	top := s.top()
	var below int32
	if len(s.stack) > 1 {
		below = s.stack[len(s.stack)-2]
	}
	S, S1, N, N1, N2, N3 := get(top), get(below), get(s.front), get(s.front+1), get(s.front+2), get(s.front+3)
	P, Q := get(s.front-1), get(top+1)
	if top == 0 {
		Q = get(0)
	}
	Sh, Sl, Sr, Sl2, Sr2 := get(S.head), get(S.left), get(S.right), get(S.left2), get(S.right2)
	Shh := get(Sh.head)
	Nl, Nl2 := get(N.left), get(N.left2)
	distance := bucket(s.front - top)
	if top == 0 {
		distance = 0
	}
	commas, joiners, verbs := N.commas-S.commas, N.joiners-S.joiners, N.verbs-S.verbs
	between := min(commas, 3)<<4 | min(joiners, 3)<<2 | min(verbs, 3)
	headed := uint32(min(S.head, 1)) + S.label<<1

	template := uint32(100)
	add := func(a, b, c uint32) {
		template++
		out = append(out, perceptron.Key(template, a, b, c))
	}
	// The words by themselves.
	add(S.word, S.tag, 0)
	add(S.word, headed, 0)
	add(S.tag, headed, 0)
	add(S.fine, headed, 0)
	add(N.word, N.tag, 0)
	add(N.word, 0, 0)
	add(N.tag, 0, 0)
	add(N.fine, 0, 0)
	add(N1.word, N1.tag, 0)
	add(N1.word, 0, 0)
	add(N1.tag, 0, 0)
	add(N1.fine, 0, 0)
	add(N2.word, N2.tag, 0)
	add(N2.word, 0, 0)
	add(N2.tag, 0, 0)
	add(S1.word, S1.tag, 0)
	add(S1.tag, S1.label, 0)
	// Top and front together.
	add(S.word, N.word, headed)
	add(S.word, N.tag, headed)
	add(S.tag, N.word, headed)
	add(S.tag, N.tag, headed)
	add(S.word, S.tag^N.tag<<8, N.word)
	add(S.fine, N.fine, headed)
	add(S.fine, N.tag, headed)
	add(S.tag, N.fine, headed)
	add(S.fine, N.word, 0)
	add(S.word, N.fine, 0)
	add(S.coarse, N.coarse, headed)
	// With what follows.
	add(N.tag, N1.tag, 0)
	add(N.word, N1.tag, 0)
	add(N.tag, N1.word, 0)
	add(N.tag, N1.tag, N2.tag)
	add(N1.tag, N2.tag, N3.tag)
	add(S.tag, N.tag, N1.tag)
	add(S.tag, N.tag, N1.word)
	add(S.word, N.tag, N1.tag)
	add(S.tag, N.tag<<16|N1.tag<<8|N2.tag, headed)
	add(S.fine, N.fine, N1.fine)
	add(S.coarse, N.coarse, N1.coarse)
	add(S1.tag, S.tag, N.tag)
	add(S1.tag, S.tag<<8|N.tag, S.label<<8|S1.label)
	add(S1.word, S.tag, N.tag)
	add(S1.fine, S.tag, N.fine)
	// With heads and dependents.
	add(Sh.word, Sh.tag, S.label)
	add(Sh.tag, S.tag, N.tag)
	add(Sh.word, S.tag, N.tag)
	add(Sh.tag, S.label, N.tag)
	add(Sh.fine, S.label, N.fine)
	add(Shh.tag, Sh.tag<<8|Sh.label, S.tag)
	add(Sl.word, Sl.label, 0)
	add(Sl.tag, Sl.label, S.tag)
	add(Sr.word, Sr.label, 0)
	add(Sr.tag, Sr.label, S.tag)
	add(Nl.word, Nl.label, 0)
	add(Nl.tag, Nl.label, N.tag)
	add(Sl2.tag, Sl2.label, Sl2.word)
	add(Sr2.tag, Sr2.label, Sr2.word)
	add(Nl2.tag, Nl2.label, Nl2.word)
	add(S.tag, Sl.tag, N.tag)
	add(S.tag, Sr.tag, N.tag)
	add(S.tag, N.tag, Nl.tag)
	add(S.tag, Sl.tag, Sl2.tag)
	add(S.tag, Sr.tag, Sr2.tag)
	add(N.tag, Nl.tag, Nl2.tag)
	add(S.word, Sr.label, N.tag)
	// Prepositions, subordinators and conjunctions.
	add(S.word, N.marker, N.tag)
	add(S.tag, N.marker, N.tag)
	add(S.tag, N.marker, N.word)
	add(S.fine, N.marker, N.fine)
	add(Sh.word, N.marker, S.tag)
	add(Sh.tag, N.marker, S.word)
	add(Sh.word, N.marker, S.word)
	add(S.marker, S.tag, N.tag)
	add(S.marker, N.marker, S.label)
	add(S.marker, N.word, N.tag)
	add(S.word, S.marker, N.marker)
	add(S1.word, N.marker, S.tag)
	add(N.joiner, S.tag, N.tag)
	add(N.joiner, S.fine, N.fine)
	add(N.joiner, S.marker, N.marker)
	add(N.joiner^N.stop, S1.tag, S.tag<<8|N.tag)
	add(N.stop, S.tag, N.tag)
	add(N.stop, S.word, N.tag)
	// How far apart, and what lies between.
	add(S.word, distance, headed)
	add(S.tag, distance, headed)
	add(N.word, distance, 0)
	add(N.tag, distance, 0)
	add(S.word, N.word, distance)
	add(S.tag, N.tag, distance)
	add(S.tag, N.tag, between)
	add(S.tag, N.tag<<8|N1.tag, between)
	add(S.word, N.tag, between)
	add(S.tag, N.tag, Q.tag<<8|P.tag)
	add(N.tag, P.word, S.tag)
	add(N.word, P.tag, S.tag)
	// How many dependents there are, and which.
	add(S.word, S.rights, S.lefts)
	add(S.tag, S.rights<<8|N.tag, S.lefts)
	add(N.word, N.lefts, 0)
	add(N.tag, N.lefts, S.tag)
	add(S.word, labelSet(S.rightLabels), N.tag)
	add(S.tag, labelSet(S.rightLabels), N.tag)
	add(S.word, labelSet(S.leftLabels), 0)
	add(S.tag, labelSet(S.leftLabels), N.tag)
	add(N.word, labelSet(N.leftLabels), 0)
	add(N.tag, labelSet(N.leftLabels), S.tag)
	add(S.tag, labelSet(S.leftLabels|S.rightLabels), labelSet(N.leftLabels)^N.tag<<3)
	return out
}

func bucket(distance int32) uint32 {
	switch {
	case distance < 5:
		return uint32(distance)
	case distance < 8:
		return 5
	case distance < 12:
		return 6
	default:
		return 7
	}
}

func labelSet(set uint64) uint32 { return uint32(set * 0x9E3779B97F4A7C15 >> 32) }
