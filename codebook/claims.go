package codebook

import (
	"math"
	"slices"
	"strings"

	"chancery"
	"chancery/calendar"
	"chancery/english"
)

// claims makes the claims of a frame found: none where the participants that the act needs are not
// there, several where one sentence says the same of several things.
func (r *reading) claims(p *predication) []draft {
	mood, ok := r.mood(p)
	if !ok {
		return nil
	}
	if p.frame.mood != "" && !p.frame.asksNo() {
		mood = compose(p.frame.mood, mood)
	}
	actors := r.side(p, p.frame.actor, nil)
	if p.frame.act.Mutual && len(actors) == 0 {
		actors = r.ofSubject(p)
	}
	if len(actors) > 0 && p.frame.trigger.pos == 'v' {
		actors = append(actors, r.togetherWith(p.token, actors)...)
	}
	recipients := r.side(p, r.direct(p, actors), actors)
	if p.pattern != nil {
		if told := r.told(p.matched.source, nil); len(told) > 0 {
			actors = told
		}
		if told := r.told(p.matched.target, actors); len(told) > 0 {
			recipients = told
		}
	}
	if len(recipients) == 0 {
		recipients = r.towards(p, actors)
	}
	if p.frame.act.Mutual && distinctParties(actors) > 1 {
		recipients = r.besides(p, recipients)
	}
	if len(recipients) == 0 && p.frame.town {
		recipients = r.inTown(p, actors)
	}
	if len(actors) > 0 {
		if actors = takingPart(p.frame.act, actors, false); len(actors) == 0 {
			return nil
		}
	}
	recipients = takingPart(p.frame.act, recipients, true)
	if p.frame.office && !slices.ContainsFunc(actors, func(a party) bool { return a.Person != "" || a.Office != "" || a.Organ != "" }) {
		return nil
	}
	if p.frame.age && len(actors) == 0 {
		actors = r.pairNear(p.token)
	}
	d := draft{token: p.token, sentence: r.doc.Tokens[p.token].Sentence, covered: p.frame.covered}
	voices := r.voices(p.token)
	if r.unattributedQuote(p.token, voices) {
		return nil
	}
	if p.frame.spoken && len(recipients) == 0 {
		recipients = r.answering(p.token, actors)
	}
	if len(actors) == 0 && len(recipients) == 0 {
		actors, recipients = r.spokenOf(p, &d)
	}
	recipients = r.fromContext(p, &d, actors, recipients)
	alone := len(actors)+len(recipients) == 0 && r.tellsByItself(p)
	if len(actors) == 0 && !alone && !r.agentless(p, recipients) {
		return nil
	}
	if !alone && !resolved(actors) && !resolved(recipients) {
		return nil
	}
	if p.frame.act.Kind != chancery.KindEvent && slices.ContainsFunc(actors, private) {
		return nil
	}
	if len(recipients) == 0 && !p.frame.lone && slices.ContainsFunc(actors, anybody) {
		return nil
	}

	claim := chancery.Claim{
		Report: r.in.Report.ID, Kind: p.frame.act.Kind, Act: p.frame.act.ID,
		Mood: mood, Rule: p.frame.rule, Reader: r.in.Reader,
		Actor: participants(actors), Recipient: participants(recipients),
	}
	claim.SaidBy = r.saidBy(voices)
	claim.When = r.when(p, mood)
	if claim.Mood = mood; !p.frame.age {
		claim.Mood = r.timely(p, mood, claim.When)
	}
	if claim.Place = r.place(p); claim.Place == nil {
		claim.Place = r.toldPlace(p.token)
	}
	r.code(&claim, p)
	claim.Instrument = r.instrument(p)
	if claim.Kind == chancery.KindCommitment {
		claim.Due = r.due(p)
	}
	if p.frame.age && !r.aged(p, &claim) {
		return nil
	}
	if r.takesUp(p, &claim) {
		return nil
	}
	d.claim = claim
	drafts := r.objects(p, r.standings(p, d))
	var kept []draft
	for _, d := range drafts {
		if r.complete(p, d.claim) {
			d.claim.Evidence = r.evidence(d.claim, d.sentence, max(d.sentence, d.last))
			d.claim.Confidence = r.confidence(p, d)
			kept = append(kept, d)
		}
	}
	return kept
}

// togetherWith are those with whom the subject of verb v does what it tells: "left the bloc together with Niger".
func (r *reading) togetherWith(v int, actors []party) []party {
	var more []party
	for _, o := range r.oblique(v, "with") {
		c := r.doc.Child(o, english.Case)
		if c < 1 || r.lemma(c-1) != "together" && r.lemma(c-1) != "along" {
			continue
		}
		for _, q := range r.parties(o, false) {
			if q.ID != "" && !slices.ContainsFunc(actors, func(a party) bool { return a.ID == q.ID }) {
				more = append(more, q)
			}
		}
	}
	return more
}

// direct gives the slots in which the recipient may stand: only the act's own where it is mutual and
// its subject names both sides, so that nobody joins them from deep inside its object.
func (r *reading) direct(p *predication, actors []party) []slot {
	if !p.frame.act.Mutual || len(actors) < 2 {
		return p.frame.recipient
	}
	var own []slot
	for _, s := range p.frame.recipient {
		if len(s) == 1 {
			own = append(own, s)
		}
	}
	return own
}

// agentless reports whether a passive tells to whom something was done, and the record may do without by whom.
func (r *reading) agentless(p *predication, recipients []party) bool {
	return p.frame.agentless && r.passive(p.token) && resolved(recipients) && len(r.oblique(p.token, "by")) == 0 && !slices.ContainsFunc(recipients, anybody)
}

// ofSubject is for whom those act who do something together and of whom the register knows no office:
// "intelligence chiefs from both countries met", "delegations led by the ministers met".
func (r *reading) ofSubject(p *predication) []party {
	for _, s := range r.fill(p, slot{"subject"}) {
		if t := r.doc.Tokens[s]; t.POS != english.NOUN || t.Tag != "NNS" || r.at(s) != nil {
			continue
		}
		for _, name := range []string{"of", "from", "possessor", "modifier"} {
			for _, o := range r.nominal(s, name) {
				if found := r.parties(o, true); len(found) > 1 {
					return found
				}
			}
		}
		for _, led := range r.children(s, english.Acl) {
			switch r.lemma(led) {
			case "lead", "head":
				for _, o := range r.oblique(led, "by") {
					if found := r.parties(o, false); len(found) > 1 {
						return found
					}
				}
			}
		}
	}
	return nil
}

// answering is who takes or leaves what noun n, somebody's words, asks or offers: the subject of "rejected a
// Bolivian request".
func (r *reading) answering(n int, actors []party) []party {
	h := r.doc.Tokens[n].Head
	if h == english.Root || !r.labelled(n, english.Obj, english.NsubjPass) || !r.book.list("answering", r.lemma(h)) {
		return nil
	}
	var found []party
	for _, s := range r.verbal(h, "subject") {
		for _, q := range r.parties(s, false) {
			if q.ID != "" && !slices.ContainsFunc(actors, func(a party) bool { return a.ID == q.ID }) {
				found = append(found, q)
			}
		}
	}
	return found
}

// besides keeps of the recipients those that hang on the act's own word. Where both sides are named, whoever stands
// deeper belongs to what they speak of: "discussed Moldova's negotiations with the EU".
func (r *reading) besides(p *predication, recipients []party) []party {
	if p.frame.trigger.pos != 'v' {
		return recipients
	}
	return slices.DeleteFunc(recipients, func(q party) bool {
		if q.mention == nil {
			return false
		}
		head := q.mention.Head
		for r.labelled(head, english.Conj) {
			head = r.doc.Tokens[head].Head
		}
		return r.doc.Tokens[head].Head != p.token
	})
}

func distinctParties(parties []party) int {
	ids := map[string]bool{}
	for _, p := range parties {
		ids[p.ID] = true
	}
	return len(ids)
}

// side fills one side of a claim from the first of the slots that names somebody, other than those
// on the other side: nobody meets himself.
func (r *reading) side(p *predication, slots []slot, other []party) []party {
	if p.frame.trigger.pos == 'n' && p.carrier == english.Root {
		slots = subjectLast(slots)
	}
	var nameless []party // rebels, protesters: only where no other slot holds somebody with a name
	for _, s := range slots {
		var found []party
		for _, t := range r.fill(p, s) {
			last := s[len(s)-1]
			adjectives := last == "modifier" || last == "below" || last == "possessor" || last == "indirect"
			for _, q := range r.parties(t, adjectives) {
				same := func(o party) bool { return o.ID == q.ID && (o.Person == q.Person || o.ID != "") }
				if !slices.ContainsFunc(found, same) && !slices.ContainsFunc(other, same) {
					found = append(found, q)
				}
			}
		}
		if slices.ContainsFunc(found, named) {
			return found
		}
		if nameless == nil {
			nameless = found
		}
	}
	return nameless
}

// subjectLast puts what a noun says itself ("the meeting of the leaders") before the subject of the
// verb that it only sets the scene for.
func subjectLast(all []slot) []slot {
	var own, subject []slot
	for _, s := range all {
		if s[0] == "subject" {
			subject = append(subject, s)
		} else {
			own = append(own, s)
		}
	}
	return append(own, subject...)
}

func resolved(parties []party) bool {
	return slices.ContainsFunc(parties, func(p party) bool { return p.ID != "" })
}

func participants(parties []party) []chancery.Participant {
	var all []chancery.Participant
	for _, p := range parties {
		all = append(all, p.Participant)
	}
	return all
}

// distinct counts the states and associations on both sides.
func distinct(c chancery.Claim) int {
	ids := map[string]bool{}
	for _, side := range [][]chancery.Participant{c.Actor, c.Recipient} {
		for _, p := range side {
			ids[p.ID+"\x00"+map[bool]string{true: p.Person}[p.ID == ""]] = true
		}
	}
	return len(ids)
}

// complete reports whether the claim has what its act needs to mean anything.
func (r *reading) complete(p *predication, c chancery.Claim) bool {
	f := p.frame
	if (f.plural || f.act.Mutual) && distinct(c) < 2 && !f.lone && !oneSided(f, c) {
		return false
	}
	if f.pairOnly && !slices.ContainsFunc(c.Recipient, concerned) {
		return false
	}
	if f.weighty && !f.lone && len(c.Recipient) == 0 && distinct(c) < 2 && c.Association == nil && !r.weighty(p) {
		return false
	}
	if c.Kind == chancery.KindStanding && (c.Association == nil || holdsItself(c)) {
		return false
	}
	if c.Kind == chancery.KindAgreement && len(f.instrument) > 0 && c.Instrument == "" {
		return false
	}
	return len(c.Recipient) > 0 || c.Object != "" || c.Association != nil || c.Instrument != "" || f.lone ||
		((f.plural || f.act.Mutual) && distinct(c) >= 2)
}

// holdsItself reports whether an association would stand in itself: "the membership of the Council" is
// that of others.
func holdsItself(c chancery.Claim) bool {
	for _, a := range c.Actor {
		if a.ID == c.Association.ID {
			return true
		}
	}
	return false
}

// private reports whether a participant is somebody of a state rather than the state: its citizens,
// its press, its companies. What they hold is no position of the state.
func private(p party) bool {
	switch p.Sector {
	case "CVL", "MED", "BUS", "NGO", "OPP", "REB", "EDU", "REL", "LAB", "CRM":
		return true
	}
	return false
}

// anybody reports whether a participant is one of a state's people and not an organised force in it. What they
// do among themselves is no event between states.
func anybody(p party) bool {
	switch p.Sector {
	case "CVL", "MED", "BUS", "OPP":
		return true
	}
	return false
}

// matters are the word lists of what states have to do with each other.
var matters = []string{"@agreement", "@relation", "@sanction", "@talks", "@gathering", "@forces", "@envoy", "@exercise"}

// weighty reports whether what is undertaken is a matter between states: its words name another
// actor, or something that the codebook knows as an act or an agreement.
func (r *reading) weighty(p *predication) bool {
	own := map[string]bool{}
	for _, a := range r.side(p, p.frame.actor, nil) {
		own[a.ID] = true
	}
	for _, t := range r.objectTokens(p) {
		if r.infinitive(t) && len(r.book.verbs[r.lemma(t)]) > 0 {
			return true
		}
		first, last := r.doc.Subtree(t)
		for i := first; i <= last; i++ {
			if m := r.at(i); m != nil && !m.Speaker && !m.Pronoun && slices.ContainsFunc(m.IDs, func(id string) bool { return !own[id] }) {
				return true
			}
			if r.doc.Tokens[i].POS == english.NOUN && (len(r.book.nouns[r.lemma(i)]) > 0 || r.listed(r.lemma(i), matters)) {
				return true
			}
		}
	}
	return false
}

// timely corrects a mood by the calendar: what is told in the present of a day to come is planned
// ("arrives on Friday"), and what was so for a time gone by has ended.
func (r *reading) timely(p *predication, mood chancery.Mood, when chancery.Period) chancery.Mood {
	switch {
	case mood.Real() && r.future(when) && !r.toldInPast(p):
		return chancery.MoodPlanned
	case mood == chancery.MoodOccurred && r.announcedPresent(p, when):
		return chancery.MoodPlanned
	case mood == chancery.MoodOccurred && p.frame.act.Kind == chancery.KindStanding && p.frame.act.ID == "hold-standing" &&
		when.Basis != chancery.BasisReport && r.past(when) && when.Days() > 1 && !when.Contains(r.in.Report.KnownOn()):
		return chancery.MoodEnded
	}
	return mood
}

// toldInPast reports whether the act, or the verb that carries it, is in the past tense.
func (r *reading) toldInPast(p *predication) bool {
	t := p.token
	if p.carrier != english.Root {
		t = p.carrier
	}
	return r.doc.VerbGroup(t).Tense == english.Past
}

// announcedPresent reports whether an event is told in the simple present with a time that is not
// over: "who travels to Italy this evening".
func (r *reading) announcedPresent(p *predication, when chancery.Period) bool {
	if k := p.frame.act.Kind; k != chancery.KindEvent && (k != chancery.KindStanding || p.frame.act.ID == "hold-standing") || r.doc.Tokens[p.token].POS != english.VERB {
		return false
	}
	known := r.in.Report.KnownOn()
	group := r.doc.VerbGroup(p.token)
	if e := r.expression(p.token, calendar.Point); e != nil && (known.IsZero() || e.Period.IsZero() || !e.Period.End.Before(known)) && group.Form == english.Finite && group.Tense == english.Present && !group.Perfect && group.Modal == "" {
		return true
	}
	return when.Basis == chancery.BasisText && group.Form == english.Finite && group.Tense == english.Present && !group.Perfect && !known.IsZero() &&
		!when.Start.IsZero() && !when.Start.Before(known)
}

// saidBy is the chain of attribution with the publisher at its end.
func (r *reading) saidBy(voices []voice) []chancery.Speaker {
	var chain []chancery.Speaker
	for _, v := range voices {
		chain = append(chain, r.speaker(v))
	}
	if p := r.in.Report.Publisher; p != "" {
		chain = append(chain, chancery.Speaker{Name: p, Text: p})
	}
	return chain
}

// unattributedQuote reports whether the token stands in somebody's speech whose speaker is not known:
// then nobody can be made to say it.
func (r *reading) unattributedQuote(t int, voices []voice) bool {
	q := r.quotationAt(t)
	return q >= 0 && len(voices) == 0 && r.speaks(r.doc.Quotations[q])
}

// place is where the act is said to have taken place.
func (r *reading) place(p *predication) *chancery.Place {
	tokens := []int{p.token}
	if p.carrier != english.Root {
		tokens = append(tokens, p.carrier)
	}
	if h := r.scene(p); h != english.Root {
		tokens = append(tokens, h)
	}
	for _, t := range tokens {
		for _, name := range []string{"in", "at", "on"} {
			for _, o := range r.step(t, name) {
				if place, ok := r.in.Place(o); ok {
					return place
				}
				for _, inner := range append(r.step(o, "in"), r.step(o, "of")...) { // "at the summit in Kazan"
					if place, ok := r.in.Place(inner); ok {
						return place
					}
					for _, deeper := range r.step(inner, "in") { // "on the sidelines of the summit in Kazan"
						if place, ok := r.in.Place(deeper); ok {
							return place
						}
					}
				}
			}
		}
		for _, o := range r.step(t, "object") { // "visited the palace in Vientiane"
			for _, inner := range r.step(o, "in") {
				if place, ok := r.in.Place(inner); ok {
					return place
				}
				for _, deeper := range r.step(inner, "of") {
					if place, ok := r.in.Place(deeper); ok {
						return place
					}
				}
			}
		}
	}
	if p.frame.trigger.pos == 'n' { // "a meeting of the ministers in Mombasa"
		first, last := r.doc.Subtree(p.token)
		for t := first; t <= last; t++ {
			if r.caseOf(t) == "in" {
				if place, ok := r.in.Place(t); ok {
					return place
				}
			}
		}
	}
	return nil
}

// toldPlace carries a place over as toldTime carries a date.
func (r *reading) toldPlace(t int) *chancery.Place {
	if !r.goesOn(t) {
		return nil
	}
	for i := len(r.drafts) - 1; i >= 0; i-- {
		d := r.drafts[i]
		if d.sentence == r.doc.Tokens[t].Sentence-1 && d.claim.Place != nil && d.claim.Mood == chancery.MoodOccurred {
			return d.claim.Place
		}
	}
	return nil
}

// instrument is the agreement in the report's words.
func (r *reading) instrument(p *predication) string {
	for _, s := range p.frame.instrument {
		for _, t := range r.fill(p, s) {
			text := r.objectText(t)
			if a := r.standsFor(t); a >= 0 {
				text = r.objectText(a)
			} else if pronominal(text) {
				text = r.lastInstrument(t)
			}
			if text != "" {
				return text
			}
		}
	}
	return ""
}

// lastInstrument is the agreement that the report spoke of last, just before token t, for which "it" stands.
func (r *reading) lastInstrument(t int) string {
	for i := len(r.drafts) - 1; i >= 0 && r.doc.Tokens[t].Sentence-r.drafts[i].sentence <= nearSentences; i-- {
		if c := r.drafts[i].claim; c.Kind == chancery.KindAgreement && c.Instrument != "" {
			return c.Instrument
		}
	}
	return ""
}

// evidence is the sentence of the act, and the one before where the act's object only points back
// ("ready to work towards this").
func (r *reading) evidence(c chancery.Claim, sentence, last int) chancery.Evidence {
	s := r.doc.Sentences[sentence]
	start, end := s.Start, r.doc.Sentences[last].End
	if pointsBack(c.Object) && sentence > 0 && r.doc.Sentences[sentence-1].Paragraph == s.Paragraph {
		start = r.doc.Sentences[sentence-1].Start
	}
	for _, side := range [][]chancery.Participant{c.Actor, c.Recipient} {
		for _, p := range side {
			if p.Via == "" && p.Start < start && start-p.Start < 400 {
				start = p.Start
			}
		}
	}
	return chancery.Evidence{Start: start, End: end, Text: r.doc.Text[start:end]}
}

// pronominal reports whether an object is a mere pronoun, and says nothing by itself.
func pronominal(object string) bool {
	switch strings.ToLower(object) {
	case "this", "that", "it", "these", "those", "them", "so", "everything", "something", "nothing", "what", "which", "who", "one", "some":
		return true
	}
	return false
}

func pointsBack(object string) bool {
	words := strings.Fields(strings.ToLower(object))
	return len(words) > 0 && (words[len(words)-1] == "this" || words[len(words)-1] == "that" || words[len(words)-1] == "so")
}

// confidence starts near one and falls with every step away from the plain words.
func (r *reading) confidence(p *predication, d draft) float64 {
	c := 0.95
	for _, side := range [][]chancery.Participant{d.claim.Actor, d.claim.Recipient} {
		for _, q := range side {
			if q.Via != "" {
				c -= 0.1
				break
			}
		}
	}
	if d.context {
		c -= 0.15
	}
	if p.frame.trigger.pos == 'n' && p.carrier == english.Root {
		c -= 0.1
	}
	if d.claim.When.Basis == chancery.BasisReport {
		c -= 0.05
	}
	return math.Round(max(c, 0.3)*100) / 100
}
