package codebook

import (
	"slices"
	"strings"
	"time"

	"chancery"
	"chancery/calendar"
	"chancery/english"
)

// expression is the time expression that belongs to the predicate at token t: the one whose nearest
// predicate above it is t.
func (r *reading) expression(t int, kinds ...calendar.Kind) *calendar.Expression {
	sentence := r.doc.Sentences[r.doc.Tokens[t].Sentence]
	for i := range r.in.Times {
		e := &r.in.Times[i]
		if e.Start < sentence.Start || e.End > sentence.End {
			continue
		}
		ok := len(kinds) == 0
		for _, k := range kinds {
			ok = ok || e.Kind == k
		}
		if ok && r.owner(e.Head) == t {
			return e
		}
	}
	return nil
}

// owner is the predicate that what stands at token i belongs to: the nearest verb, or noun that can
// carry an act, at or above it.
func (r *reading) owner(i int) int {
	for n := 0; i != english.Root && n < maxClimb; n++ {
		t := r.doc.Tokens[i]
		if t.Head != english.Root && !r.names(t.Head) && r.describes(i) {
			return english.Root
		}
		if t.POS == english.VERB || r.doc.Child(i, english.Cop) >= 0 || r.names(i) {
			return i
		}
		i = t.Head
	}
	return english.Root
}

// describes reports whether what stands at token i tells which thing the noun that it hangs on is, and dates
// that: "last year's floods", "the 2019 agreement", "the treaty of 1994".
func (r *reading) describes(i int) bool {
	t := r.doc.Tokens[i]
	if r.scenic(t.Head) || sideline(r.lemma(t.Head)) {
		return false
	}
	if h := r.doc.Tokens[t.Head]; h.POS != english.NOUN && h.POS != english.PROPN || r.doc.Child(t.Head, english.Cop) >= 0 {
		return false
	}
	switch t.Label {
	case english.NmodPoss:
		return r.doc.Child(i, english.Case) >= 0
	case english.Compound, english.Nummod, english.NmodDesc, english.Amod:
		for k := i + 1; k < t.Head; k++ { // "Yesterday Kenya's minister met"
			if tag := r.doc.Tokens[k].Tag; tag == "POS" || tag == "PRP$" || tag == "DT" {
				return false
			}
		}
		return i < t.Head
	case english.Nmod:
		return r.caseOf(i) == "of"
	}
	return false
}

// scenic reports whether noun n is a gathering at which its verb's act takes place, or which is what takes place:
// "met at last year's summit", "will host the 2027 summit".
func (r *reading) scenic(n int) bool {
	if !r.book.list("gathering", r.lemma(n)) || r.doc.Tokens[n].Head == english.Root {
		return false
	}
	switch h := r.doc.Tokens[n].Head; {
	case r.labelled(n, english.Obj, english.NsubjPass):
		return slices.ContainsFunc(r.book.verbs[r.lemma(h)], func(f *frame) bool { return f.act.ID == "host-meeting" || f.act.ID == "attend" })
	case r.labelled(n, english.Nmod) && sideline(r.lemma(h)):
		return true
	case r.labelled(n, english.Obl):
		c := r.caseOf(n)
		return c == "at" || c == "during"
	}
	return false
}

// sideline reports whether a noun stands for the time and place of what it is the edge of.
func sideline(lemma string) bool {
	return lemma == "sideline" || lemma == "sidelines" || lemma == "margin" || lemma == "margins"
}

// names reports whether token i is a noun that can carry an act.
func (r *reading) names(i int) bool {
	return i != english.Root && r.doc.Tokens[i].POS == english.NOUN && len(r.book.nouns[r.lemma(i)]) > 0
}

// within is the period that a noun's own time expression gives.
func (r *reading) within(n int) *chancery.Period {
	if e := r.expression(n, calendar.Point, calendar.Anaphoric); e != nil && !e.Period.IsZero() {
		return &e.Period
	}
	return nil
}

// past reports whether the period was over when the report was published.
func (r *reading) past(p chancery.Period) bool {
	known := r.in.Report.KnownOn()
	return !known.IsZero() && !p.End.IsZero() && !p.End.After(known)
}

// future reports whether the period begins after the report was published.
func (r *reading) future(p chancery.Period) bool {
	known := r.in.Report.KnownOn()
	return !known.IsZero() && !p.Start.IsZero() && p.Start.After(known)
}

// when dates a predication: by its own words, by those of the verb that carries it or that it shares
// a subject with, by the sentence before where this one goes on telling, or by the report.
func (r *reading) when(p *predication, mood chancery.Mood) chancery.Period {
	kinds := []calendar.Kind{calendar.Point, calendar.Anaphoric, calendar.Since}
	told := r.toldAsPast(p, mood)
	fits := func(e *calendar.Expression) bool {
		return e != nil && !e.Period.IsZero() && !(told && r.future(e.Period)) && !r.ofJourney(p, e)
	}
	if mood == chancery.MoodPlanned && r.doc.VerbGroup(p.token).Modal != "be to" && r.stillPlanned(p) {
		return r.toComeAgain(r.dateOf(p, mood, fits, kinds))
	}
	return r.dateOf(p, mood, fits, kinds)
}

// dateOf is the period that when looks for.
func (r *reading) dateOf(p *predication, mood chancery.Mood, fits func(*calendar.Expression) bool, kinds []calendar.Kind) chancery.Period {
	candidates := []int{p.token}
	if p.carrier != english.Root {
		candidates = append(candidates, p.carrier)
	}
	if p.frame.act.Kind == chancery.KindStanding { // "elected to chair the council from 2026"
		candidates = append(candidates, r.requiredInfinitives(p)...)
	}
	for _, t := range candidates {
		if e := r.expression(t, kinds...); fits(e) {
			return e.Period
		}
	}
	if e := r.relativeTime(p.token); fits(e) {
		return began(e.Period)
	}
	if p.frame.trigger.pos == 'n' {
		if e := r.adjacent(p.token, kinds); fits(e) {
			return e.Period
		}
	}
	if e := r.announced(p.token, kinds); fits(e) {
		return e.Period
	}
	if h := r.scene(p); h != english.Root {
		if e := r.expression(h, kinds...); fits(e) {
			return e.Period
		}
	}
	for _, t := range candidates {
		if e := r.objectTime(t, kinds); fits(e) {
			return e.Period
		}
		for h := t; mood != chancery.MoodDenied && r.labelled(h, english.Conj); {
			h = r.doc.Tokens[h].Head
			if e := r.expression(h, kinds...); fits(e) && r.isVerbal(h) {
				return e.Period
			}
		}
	}
	if !mood.Real() || p.frame.spoken { // when a proposal that is rejected was made, is not told
		return chancery.Period{}
	}
	if found := r.toldTime(p.token); found != nil {
		return *found
	}
	when := r.in.Report.Published
	if when.IsZero() {
		return when
	}
	when.Basis, when.Text = chancery.BasisReport, ""
	return when
}

// stillPlanned reports whether the plan is one of the report's day: not in "was due in May". Whom somebody asked in
// the past may still come.
func (r *reading) stillPlanned(p *predication) bool {
	asked := p.frame.trigger.pos == 'v' && len(p.frame.actor) > 0 && p.frame.actor[0][0] == "object" && !r.passive(p.token)
	if p.frame.trigger.pos == 'a' {
		cop := r.doc.Child(p.token, english.Cop)
		return cop < 0 || r.doc.Tokens[cop].Tag != "VBD" && r.doc.Tokens[cop].Tag != "VBN"
	}
	return asked || !r.toldInPast(p)
}

// toComeAgain gives what is planned for a month or a day without a year, which the calendar took for the last such one,
// the next: "invited her to Luxor in January", told in November. What names its year stays.
func (r *reading) toComeAgain(p chancery.Period) chancery.Period {
	if p.Basis != chancery.BasisText || !r.past(p) || strings.ContainsFunc(p.Text, func(c rune) bool { return c >= '0' && c <= '9' }) || !namesMonth(p.Text) {
		return p
	}
	p.Start, p.End = p.Start.AddMonths(12), p.End.AddMonths(12)
	return p
}

// ofJourney reports whether a month stands behind the place to which somebody is asked: "invited her to Luxor in
// January" says when she is to come, and not when she was asked.
func (r *reading) ofJourney(p *predication, e *calendar.Expression) bool {
	if p.frame.act.Kind != chancery.KindCommitment || !namesMonth(e.Text) {
		return false
	}
	for _, s := range p.frame.object {
		if len(s) != 1 || s[0] != "to" {
			continue
		}
		for _, t := range r.fill(p, s) {
			if _, ok := r.in.Place(t); ok && r.doc.Tokens[t].End < e.Start {
				return true
			}
		}
	}
	return false
}

// namesMonth reports whether a time's words are a month without more: not "last January".
func namesMonth(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 2 {
		return false
	}
	for m := time.January; m <= time.December; m++ {
		if words[len(words)-1] == m.String() {
			return len(words) == 1 || strings.EqualFold(words[0], "in")
		}
	}
	return false
}

// requiredInfinitives are the infinitives without which the frame would not be there: who is elected to
// chair chairs when the infinitive says.
func (r *reading) requiredInfinitives(p *predication) []int {
	var found []int
	for _, c := range p.frame.require {
		if c.slot == "infinitive" {
			found = append(found, r.fill(p, c.path)...)
		}
	}
	return found
}

// toldAsPast reports whether the report tells the act as over: then a day that was still to come, as in
// "welcomed the offer of gas for the coming winter", is that of something else. A standing is given for
// days to come: "was elected to chair the council from 2026".
func (r *reading) toldAsPast(p *predication, mood chancery.Mood) bool {
	verb := p.token
	if p.carrier != english.Root {
		verb = p.carrier
	}
	if p.frame.spoken {
		return true
	}
	group := r.doc.VerbGroup(verb)
	return mood == chancery.MoodOccurred && p.frame.act.Kind != chancery.KindStanding && r.isVerbal(verb) && (group.Tense == english.Past || group.Perfect)
}

// adjacent is the expression that follows a noun's phrase at once, under a preposition that belongs
// to nouns: "chairmanship of ASEAN for 2024".
func (r *reading) adjacent(n int, kinds []calendar.Kind) *calendar.Expression {
	_, last := r.doc.Subtree(n)
	for i := range r.in.Times {
		e := &r.in.Times[i]
		if !slices.Contains(kinds, e.Kind) || e.Period.IsZero() || last+2 >= len(r.doc.Tokens) {
			continue
		}
		if r.doc.Tokens[last+2].Start == e.Start {
			switch r.lemma(last + 1) {
			case "for", "in", "of":
				return e
			}
		}
	}
	return nil
}

// scene is the verb that a noun sets the scene for, and that therefore took place when and where the
// noun did: "reached during the meeting … last year".
func (r *reading) scene(p *predication) int {
	if p.frame.trigger.pos != 'n' || p.carrier != english.Root || !r.labelled(p.token, english.Obl) {
		return english.Root
	}
	switch r.caseOf(p.token) {
	case "during", "at", "on":
		return r.doc.Tokens[p.token].Head
	}
	return english.Root
}

// announced is the date of an announcement without a speaker, which is the report's own word for
// when it became so: "recently it was announced that Laos has become a partner".
func (r *reading) announced(t int, kinds []calendar.Kind) *calendar.Expression {
	h := r.doc.Tokens[t].Head
	if h == english.Root || !r.labelled(t, english.Ccomp, english.Csubj) || !r.speech(h) || !r.passive(h) || len(r.surfaceSpeaker(h)) > 0 {
		return nil
	}
	if e := r.expression(h, kinds...); e != nil && !e.Period.IsZero() {
		return e
	}
	return nil
}

// objectTime looks for a date that the parser hung on the verb's object or oblique: "signed an
// agreement on Friday".
func (r *reading) objectTime(t int, kinds []calendar.Kind) *calendar.Expression {
	if r.doc.Tokens[t].POS != english.VERB {
		return nil
	}
	for _, c := range r.doc.Children(t) {
		if !r.labelled(c, english.Obj, english.Obl) || len(r.book.nouns[r.lemma(c)]) == 0 {
			continue
		}
		if e := r.expression(c, kinds...); e != nil && !e.Period.IsZero() && !r.describes(e.Head) {
			return e
		}
	}
	return nil
}

// relativeTime is the time behind which a clause tells what happened then: "in 2019, when Kenya left".
func (r *reading) relativeTime(v int) *calendar.Expression {
	first, _ := r.doc.Subtree(v)
	when := first
	if r.doc.Word(when) == "," {
		when++
	}
	if first == 0 || r.doc.Tokens[when].Tag != "WRB" || r.lemma(when) != "when" || r.doc.Tokens[when].Head != v {
		return nil
	}
	last := when - 1
	if r.doc.Word(last) == "," && last > 0 {
		last--
	}
	for i := range r.in.Times {
		if e := &r.in.Times[i]; e.End == r.doc.Tokens[last].End && !e.Period.IsZero() {
			return e
		}
	}
	return nil
}

// began is the day, the month or the year in which an open period begins: "since 2019, when Kenya left" tells
// of a departure in 2019.
func began(p chancery.Period) chancery.Period {
	if !p.End.IsZero() || p.Start.IsZero() {
		return p
	}
	switch p.Precision {
	case chancery.PrecisionYear:
		p.End = chancery.NewDate(p.Start.Year, 12, 31)
	case chancery.PrecisionMonth:
		p.End = chancery.NewDate(p.Start.Year, p.Start.Month+1, 0)
	case chancery.PrecisionDay:
		p.End = p.Start
	}
	return p
}

// toldTime carries a date over from the sentence before, in the same paragraph, where this sentence
// goes on with a pronoun for its subject: "On July 17 the guests visited the palace. They talked …".
func (r *reading) toldTime(t int) *chancery.Period {
	if !r.goesOn(t) {
		return nil
	}
	s := r.doc.Tokens[t].Sentence
	if e := r.expression(r.doc.Sentences[s-1].Root, calendar.Point); e != nil && !e.Period.IsZero() {
		p := e.Period
		p.Basis = chancery.BasisContext
		return &p
	}
	return nil
}

// goesOn reports whether the clause of token t continues the telling of the sentence before it, in the
// same paragraph: it is in the past and has a pronoun of a third person for its subject.
func (r *reading) goesOn(t int) bool {
	s := r.doc.Tokens[t].Sentence
	if s == 0 || r.doc.Sentences[s-1].Paragraph != r.doc.Sentences[s].Paragraph || r.doc.Tokens[t].Tag != "VBD" {
		return false
	}
	for _, subject := range r.surfaceSubject(t) {
		if m := r.at(subject); r.doc.Tokens[subject].POS == english.PRON && (m == nil || !m.Speaker) {
			return true
		}
	}
	return false
}

// due is when what is undertaken is to be done: a deadline, or the time of the undertaken act.
func (r *reading) due(p *predication) chancery.Period {
	tokens := []int{p.token}
	for _, s := range p.frame.object {
		tokens = append(tokens, r.fill(p, s)...)
	}
	for i, t := range tokens {
		if e := r.expression(t, calendar.Deadline, calendar.Until); e != nil {
			return e.Period
		}
		if i > 0 {
			if e := r.expression(t, calendar.Point); e != nil && r.future(e.Period) {
				return e.Period
			}
		}
	}
	return chancery.Period{}
}

// deadlineIn is the first deadline that a sentence names.
func (r *reading) deadlineIn(s english.Sentence) chancery.Period {
	for _, e := range r.in.Times {
		if e.Start >= s.Start && e.End <= s.End && (e.Kind == calendar.Deadline || e.Kind == calendar.Until) {
			return e.Period
		}
	}
	return chancery.Period{}
}

// since is the beginning that an age gives: the first anniversary in July 2025 is of July 2024, "65
// years of relations" in 2025 begin in 1960.
func (r *reading) since(n int) (chancery.Period, bool) {
	e := r.age(n)
	published := r.in.Report.Published
	if e == nil || published.Start.IsZero() || published.End.IsZero() || (e.Years == 0 && e.Months == 0) {
		return chancery.Period{}, false
	}
	months := 12*e.Years + e.Months
	from, to := published.Start.AddMonths(-months), published.End.AddMonths(-months)
	precision := chancery.PrecisionMonth
	if e.Years > 0 && (e.Kind == calendar.Duration || e.Years > 1) { // people count whole years
		from, to = chancery.NewDate(from.Year, 1, 1), chancery.NewDate(to.Year, 12, 31)
		precision = chancery.PrecisionYear
	} else {
		from, to = chancery.NewDate(from.Year, from.Month, 1), chancery.NewDate(to.Year, to.Month+1, 0)
	}
	return chancery.Period{Start: from, End: to, Precision: precision, Text: e.Text, Basis: chancery.BasisDerived}, true
}

// age is the duration or anniversary that says how old the thing named by noun n is: the one that n
// hangs on ("65 years of cooperation"), or that hangs on n.
func (r *reading) age(n int) *calendar.Expression {
	sentence := r.doc.Sentences[r.doc.Tokens[n].Sentence]
	for i := range r.in.Times {
		e := &r.in.Times[i]
		if e.Start < sentence.Start || e.End > sentence.End || (e.Kind != calendar.Duration && e.Kind != calendar.Anniversary) {
			continue
		}
		h := r.doc.Tokens[n].Head
		if r.spans(e, n) || (h != english.Root && r.spans(e, h) && r.caseOf(n) == "of") || e.Head == n {
			return e
		}
	}
	return nil
}

func (r *reading) spans(e *calendar.Expression, t int) bool {
	return r.doc.Tokens[t].Start >= e.Start && r.doc.Tokens[t].End <= e.End
}
