package english

import "slices"

// wholeQuotations widens the content to the quotations that it touches.
func (a *attributor) wholeQuotations(cue int) {
	n := len(a.room)
	for k := 0; k < n; k++ {
		s := a.room[k]
		for i := s.First; i < s.Last; i++ {
			if q := a.quoteOf[i]; q > 0 && q != a.quoted(cue) {
				outer := a.outer(int(q - 1))
				if a.claimed[q-1] == 0 || s.Holds(outer.First) {
					a.room = append(a.room, outer)
				}
				i = outer.Last - 1
			}
		}
	}
}

// settle sorts the stretches of the content and joins those that meet.
func (a *attributor) settle() {
	slices.SortFunc(a.room, func(x, y Stretch) int { return x.First - y.First })
	out := a.room[:0]
	for _, s := range a.room {
		if s.Empty() {
			continue
		}
		if n := len(out); n > 0 && s.First <= out[n-1].Last {
			out[n-1].Last = max(out[n-1].Last, s.Last)
			continue
		}
		out = append(out, s)
	}
	a.room = out
}

// remove takes a stretch out of the content.
func (a *attributor) remove(cut Stretch) {
	if cut.Empty() {
		return
	}
	for k := len(a.room) - 1; k >= 0; k-- {
		s := a.room[k]
		if cut.Last <= s.First || cut.First >= s.Last {
			continue
		}
		a.room[k] = Stretch{s.First, max(s.First, cut.First)}
		if cut.Last < s.Last {
			a.room = append(a.room, Stretch{})
			copy(a.room[k+2:], a.room[k+1:])
			a.room[k+1] = Stretch{cut.Last, s.Last}
		}
	}
}

// tidy takes commas, dashes, colons and the sentence's full stop off the ends of the stretches, and
// drops what is only marks.
func (a *attributor) tidy() {
	out := a.room[:0]
	for _, s := range a.room {
		for !s.Empty() && isPause(a.d.Word(s.First)) {
			s.First++
		}
		for !s.Empty() && (isPause(a.d.Word(s.Last-1)) || a.d.Word(s.Last-1) == "." && a.quoteOf[s.Last-1] == 0) {
			s.Last--
		}
		for i := s.First; i < s.Last; i++ {
			if a.d.Tokens[i].POS != PUNCT {
				out = append(out, s)
				break
			}
		}
	}
	a.room = out
}

func isPause(w string) bool {
	switch w {
	case ",", ":", ";", "-", "--", "—", "–":
		return true
	}
	return false
}

func holds(stretches []Stretch, i int) bool {
	for _, s := range stretches {
		if s.Holds(i) {
			return true
		}
	}
	return false
}

// headOf is the first predicate of the stretches that depends on none of their other words or, without
// one, the first such word; -1 where there are only marks.
func (a *attributor) headOf(stretches []Stretch) int {
	first := -1
	for _, s := range stretches {
		for i := s.First; i < s.Last; i++ {
			t := &a.d.Tokens[i]
			if t.POS == PUNCT || t.Head != Root && holds(stretches, t.Head) {
				continue
			}
			if t.POS == VERB || a.d.Child(i, Cop, Nsubj) >= 0 {
				return i
			}
			if first < 0 {
				first = i
			}
		}
	}
	return first
}

// readManner tells direct from indirect content by the share of it that is quoted.
func (a *attributor) readManner(at *Attribution) {
	inside, outside := 0, 0
	around := a.quoted(at.CueHead)
	for _, s := range at.Content {
		for i := s.First; i < s.Last; i++ {
			switch q := a.quoteOf[i]; {
			case a.d.Tokens[i].POS == PUNCT:
			case q > 0 && q != around:
				inside++
				if at.Quotation < 0 {
					at.Quotation = int(q - 1)
				}
			default:
				outside++
			}
		}
	}
	switch {
	case inside == 0:
		at.Manner = Indirect
	case outside == 0:
		at.Manner = Direct
	default:
		at.Manner = Mixed
	}
}
