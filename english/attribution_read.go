package english

import "sort"

// attributor finds the attributions of one document.
type attributor struct {
	d       *Document
	cues    *cues
	quoteOf []int32 // by token: the quotation whose marks or words it is, from 1; 0 is none
	claimed []int32 // by quotation: the attribution whose content it is, from 1; 0 is none
	out     []Attribution
	arena   []Stretch // where contents are kept
	room    []Stretch // scratch of one content
	head    int       // the head of that content where it is not its first predicate, or -1
}

// attributions finds who is said to have said, thought or wanted what. The quotations must be known.
func attributions(d *Document) []Attribution {
	if len(d.Tokens) == 0 {
		return nil
	}
	a := attributor{d: d, cues: attributionCues(), claimed: make([]int32, len(d.Quotations))}
	a.quoteOf = make([]int32, len(d.Tokens))
	for q := range d.Quotations {
		outer := a.outer(q)
		for i := outer.First; i < outer.Last; i++ {
			a.quoteOf[i] = int32(q + 1)
		}
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		switch t.POS {
		case VERB, AUX, NOUN, ADJ, ADV:
		case ADP, SCONJ:
			a.phrase(i)
			continue
		default:
			continue
		}
		if t.Lemma == "accord" || t.Lemma == "according" {
			a.phrase(i)
		}
		for _, c := range a.cues.of(t) {
			if a.read(i, c) {
				break
			}
		}
	}
	a.labels()
	a.loose()
	return a.nest()
}

// read reads what token i attributes as the cue c, and reports whether it does.
func (a *attributor) read(i int, c cue) bool {
	a.room, a.head = a.room[:0], -1
	switch a.d.Tokens[i].POS {
	case NOUN:
		return a.noun(i, c)
	case ADJ:
		return a.adjective(i, c)
	case ADV:
		return a.adverb(i, c)
	}
	return a.verb(i, c)
}

// outer is the stretch of a quotation with its marks.
func (a *attributor) outer(q int) Stretch {
	x := &a.d.Quotations[q]
	s := Stretch{x.First, x.Last}
	if x.OuterStart < x.Start {
		s.First--
	}
	if x.OuterEnd > x.End {
		s.Last++
	}
	return s
}

// add keeps an attribution of which the heads, the class and the content (in a.room) are known.
// A content that shares a quotation takes the whole of it, unless the cue stands inside too.
func (a *attributor) add(source, cue, content int, class CueClass) bool {
	at := Attribution{SourceHead: source, CueHead: cue, ContentHead: content, Class: class, Quotation: -1, Within: -1}
	if cue >= 0 {
		at.Cue = a.group(cue)
	}
	if source >= 0 {
		at.Source = a.sourceStretch(source, cue, at.Cue)
		for _, s := range a.room { // "a statement by the ministry that …"
			at.Source = beside(at.Source, source, s)
		}
	}
	return a.keep(at)
}

// keep is add for an attribution whose source and cue are known.
func (a *attributor) keep(at Attribution) bool {
	a.wholeQuotations(at.CueHead)
	a.settle()
	a.remove(at.Cue)
	a.remove(at.Source)
	a.tidy()
	if len(a.room) == 0 {
		return false
	}
	if at.ContentHead < 0 || !holds(a.room, at.ContentHead) {
		at.ContentHead = a.headOf(a.room)
	}
	if at.ContentHead < 0 {
		return false
	}
	start := len(a.arena)
	a.arena = append(a.arena, a.room...)
	at.Content = a.arena[start:len(a.arena):len(a.arena)]
	a.readManner(&at)
	a.out = append(a.out, at)
	for _, s := range at.Content {
		for i := s.First; i < s.Last; i++ {
			if q := a.quoteOf[i]; q > 0 && q != a.quoted(at.CueHead) && a.claimed[q-1] == 0 {
				a.claimed[q-1] = int32(len(a.out))
			}
		}
	}
	return true
}

// quoted is quoteOf for a token or -1.
func (a *attributor) quoted(i int) int32 {
	if i < 0 {
		return 0
	}
	return a.quoteOf[i]
}

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
	sort.Slice(a.room, func(i, j int) bool { return a.room[i].First < a.room[j].First })
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

// nest sets Within and puts the attributions in order. Contents are painted from the longest to the
// shortest, so that what a cue finds under itself is the innermost content around it.
func (a *attributor) nest() []Attribution {
	n := len(a.out)
	if n == 0 {
		return nil
	}
	length := func(at *Attribution) (sum int) {
		for _, s := range at.Content {
			sum += s.Last - s.First
		}
		return sum
	}
	sort.SliceStable(a.out, func(i, j int) bool { return length(&a.out[i]) > length(&a.out[j]) })
	owner := make([]int32, len(a.d.Tokens))
	for k := range a.out {
		at := &a.out[k]
		place := at.CueHead
		if place < 0 {
			place = at.ContentHead
		}
		at.Within = int(owner[place]) - 1
		for _, s := range at.Content {
			for i := s.First; i < s.Last; i++ {
				owner[i] = int32(k + 1)
			}
		}
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return a.out[order[i]].first() < a.out[order[j]].first() })
	place := make([]int, n)
	for to, from := range order {
		place[from] = to
	}
	out := make([]Attribution, n)
	for from, to := range place {
		out[to] = a.out[from]
		if w := out[to].Within; w >= 0 {
			out[to].Within = place[w]
		}
	}
	return out
}

// first is the first token of an attribution.
func (at *Attribution) first() int {
	first := at.Content[0].First
	if !at.Source.Empty() {
		first = min(first, at.Source.First)
	}
	if !at.Cue.Empty() {
		first = min(first, at.Cue.First)
	}
	return first
}
