package english

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
	if source < 0 && !a.mayLackSource(cue, class) {
		return false
	}
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

// mayLackSource reports whether a cue may say nothing of who its source is: the passive leaves it out ("it
// was announced"), and what seems so seems so to the writer. "It is too early to say that" has no source
// because nobody says it.
func (a *attributor) mayLackSource(cue int, class CueClass) bool {
	switch a.d.Tokens[cue].POS {
	case ADV:
		return true
	case VERB:
		return class == Seeming || (class == Saying || class == Asking || class == Thinking || class == Learning) && a.passive(cue)
	}
	return false
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
