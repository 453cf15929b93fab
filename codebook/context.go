package codebook

import (
	"slices"

	"chancery"
	"chancery/english"
)

// fromContext finds, for acts that need another party and whose sentence names none, the one that
// the sentences around leave no doubt about. Each case says why; a party found so carries it in Via.
func (r *reading) fromContext(p *predication, d *draft, actors, recipients []party) []party {
	if len(recipients) > 0 || len(actors) != 1 || actors[0].ID == "" {
		return recipients
	}
	own := actors[0].ID
	var id, via string
	switch {
	case p.frame.host && p.frame.trigger.pos == 'n':
		if other := r.dominant(own); !r.namesThird(r.doc.Tokens[p.token].Sentence, own, other) {
			id, via = other, "context: the other state that the report is about"
		}
	case (p.frame.plural || p.frame.act.Mutual) && p.frame.act.Kind != chancery.KindCommitment && r.pairInPhrase(p, own) != "":
		id, via = r.pairInPhrase(p, own), "context: the pair that the sentence names"
	case p.frame.plural && r.visitBefore(p, own) != "":
		id, via = r.visitBefore(p, own), "context: the host of the visit in the sentence before"
	case (p.frame.act.Mutual || p.frame.act.Kind == chancery.KindCommitment) && r.spokenTo(p, own) != "":
		id, via = r.spokenTo(p, own), "context: the other side that the speaker speaks of"
	}
	if id == "" || id == own {
		return recipients
	}
	d.context = true
	a := actors[0]
	return []party{{Participant: chancery.Participant{
		ID: id, Name: r.in.Register.Name(id), Text: a.Text, Start: a.Start, End: a.End, Via: via,
	}}}
}

// namesThird reports whether a sentence names a state or an association beside two: that may be the host just as
// well, as in "Burkina Faso called off a visit by the president".
func (r *reading) namesThird(sentence int, own, other string) bool {
	for _, m := range r.mentions {
		if r.doc.Tokens[m.First].Sentence != sentence {
			continue
		}
		for _, id := range m.IDs {
			if id != own && id != other {
				return true
			}
		}
	}
	return false
}

// pairInPhrase is the other of a pair that stands in the object: "discussed our countries' relations".
func (r *reading) pairInPhrase(p *predication, own string) string {
	for _, s := range p.frame.object {
		for _, t := range r.fill(p, s) {
			first, last := r.doc.Subtree(t)
			for i := first; i <= last; i++ {
				if other := r.otherOf(i, own); other != "" {
					return other
				}
			}
		}
	}
	return ""
}

// otherOf is the other member where the mention at token i is a pair with own in it.
func (r *reading) otherOf(i int, own string) string {
	m := r.at(i)
	if m == nil {
		return ""
	}
	parties := r.fromMention(m, i)
	if len(parties) != 2 {
		return ""
	}
	switch own {
	case parties[0].ID:
		return parties[1].ID
	case parties[1].ID:
		return parties[0].ID
	}
	return ""
}

// visitBefore is the host of a visit that the sentence before tells of the same actor, where this one
// goes on with a pronoun: "The guests visited the palace. They talked for an hour."
func (r *reading) visitBefore(p *predication, own string) string {
	if !r.goesOn(p.token) {
		return ""
	}
	sentence := r.doc.Tokens[p.token].Sentence
	for _, d := range r.drafts {
		if d.sentence == sentence-1 && d.claim.Act == "visit" && len(d.claim.Recipient) == 1 &&
			len(d.claim.Actor) > 0 && d.claim.Actor[0].ID == own {
			return d.claim.Recipient[0].ID
		}
	}
	return ""
}

// spokenTo is the other side of what a speaker says of "us": inside one quotation, the pair that it
// has just spoken of, or the only other state that it names.
func (r *reading) spokenTo(p *predication, own string) string {
	q := r.quotationAt(p.token)
	if q < 0 || !r.firstPerson(p) {
		return ""
	}
	quotation := r.doc.Quotations[q]
	others := map[string]bool{}
	for t := quotation.First; t < quotation.Last; t++ {
		m := r.at(t)
		if m == nil || m.Head != t {
			continue
		}
		for _, party := range r.fromMention(m, t) {
			if party.ID != "" && party.ID != own && r.in.Register.Kind(party.ID) == chancery.KindState {
				others[party.ID] = true
			}
		}
	}
	if len(others) != 1 {
		return ""
	}
	for id := range others {
		return id
	}
	return ""
}

func (r *reading) firstPerson(p *predication) bool {
	for _, s := range r.surfaceSubject(p.token) {
		if m := r.at(s); m != nil && m.Speaker {
			return true
		}
	}
	return false
}

// pairNear is the one pair of states that the sentence speaks of, for a tie that names none: "the 65
// years of cooperation … for the benefit of our countries".
func (r *reading) pairNear(t int) []party {
	s := r.doc.Sentences[r.doc.Tokens[t].Sentence]
	var pair []party
	for i := s.First; i < s.Last; i++ {
		m := r.at(i)
		if m == nil || m.Head != i {
			continue
		}
		found := r.fromMention(m, i)
		if len(found) != 2 || r.in.Register.Kind(found[0].ID) != chancery.KindState || r.in.Register.Kind(found[1].ID) != chancery.KindState {
			continue
		}
		if pair != nil && (pair[0].ID != found[0].ID || pair[1].ID != found[1].ID) {
			return nil
		}
		pair = found
	}
	for i := range pair {
		pair[i].Via = "context: the pair that the sentence speaks of"
	}
	return pair
}

// spokenOf finds who takes part in what the report has spoken of before and names again without them:
// "The visit had been postponed", "The agreement has not entered into force".
func (r *reading) spokenOf(p *predication, d *draft) (actors, recipients []party) {
	earlier := r.earlier(p)
	if earlier == nil {
		earlier = r.pairBefore(p)
	}
	if earlier == nil && r.partyless(p) {
		if pair := r.onlyPair(p.token); pair != nil {
			d.context = true
			return pair, nil
		}
	}
	if earlier == nil || r.hasOtherDoer(p) {
		return nil, nil
	}
	d.context = true
	const via = "context: spoken of before"
	for _, a := range earlier.Actor {
		a.Via = via
		actors = append(actors, party{Participant: a})
	}
	for _, a := range earlier.Recipient {
		a.Via = via
		recipients = append(recipients, party{Participant: a})
	}
	return actors, recipients
}

// nearSentences is how far back a pair may have been named for what the sentence at hand tells without parties.
const nearSentences = 3

// pairBefore is the last claim of two sides in the sentences just before, for an agreement or talks that name no
// party at all: "No agreement was reached", "The talks will be continued". The sentence must name no other state,
// and a verb must leave its doer out.
func (r *reading) pairBefore(p *predication) *chancery.Claim {
	if !p.frame.act.Mutual && p.frame.act.Kind != chancery.KindAgreement {
		return nil
	}
	if p.frame.trigger.pos != 'n' && (!r.passive(p.token) || r.doc.Child(p.token, english.Nsubj, english.NsubjPass) < 0 || r.doc.Tokens[p.token].Label == english.Acl) {
		return nil
	}
	if l := r.lemma(p.token); l == "speak" || l == "talk" {
		return nil // "was spoken of", by whomever
	}
	if p.frame.trigger.pos == 'n' && p.carrier == english.Root {
		return nil
	}
	here := r.doc.Tokens[p.token].Sentence
	for i := len(r.drafts) - 1; i >= 0; i-- {
		d := &r.drafts[i]
		if here-d.sentence > nearSentences {
			return nil
		}
		act := r.book.acts[d.claim.Act]
		if distinct(d.claim) != 2 || !act.Mutual && act.Kind != chancery.KindAgreement {
			continue
		}
		for _, q := range slices.Concat(d.claim.Actor, d.claim.Recipient) {
			if q.ID == "" {
				return nil
			}
		}
		ids := slices.Concat(d.claim.Actor, d.claim.Recipient)
		if r.namesThird(here, ids[0].ID, ids[len(ids)-1].ID) {
			return nil
		}
		return &d.claim
	}
	return nil
}

// hasOtherDoer reports whether a verb has one doer of its own, known or not, who is not the two that were
// spoken of before: "It has not signed the convention".
func (r *reading) hasOtherDoer(p *predication) bool {
	if p.frame.trigger.pos == 'n' || slices.ContainsFunc(p.frame.instrument, func(s slot) bool { return s[0] == "subject" }) {
		return false // "It entered into force" has no doer at all
	}
	subject := r.doc.Child(p.token, english.Nsubj)
	return subject >= 0 && r.doc.Tokens[subject].Tag == "PRP" && r.lemma(subject) != "they" && r.lemma(subject) != "we"
}

// earlier is the last claim that a definite noun without participants takes up: one of the same act
// where the noun is the act, one about an agreement where it is the agreement.
func (r *reading) earlier(p *predication) *chancery.Claim {
	var same func(*chancery.Claim) bool
	switch {
	case p.frame.trigger.pos == 'n' && p.carrier != english.Root && r.definite(p.token, "of", "by", "to", "with", "between"):
		same = func(c *chancery.Claim) bool { return c.Act == p.frame.act.ID }
	case p.frame.act.Kind == chancery.KindAgreement:
		definite := false
		for _, s := range p.frame.instrument {
			for _, t := range r.fill(p, s) {
				definite = definite || r.definite(t, "by", "with", "between") || r.lemma(t) == "it" && r.lastInstrument(t) != "" // a treaty may be "of friendship"
			}
		}
		if !definite {
			return nil
		}
		same = func(c *chancery.Claim) bool { return c.Kind == chancery.KindAgreement }
	default:
		return nil
	}
	for i := len(r.drafts) - 1; i >= 0; i-- {
		if c := &r.drafts[i].claim; same(c) {
			return c
		}
	}
	return nil
}

// definite reports whether a noun has "the" or "this", nobody's name before it and none of the
// prepositions behind it, with which it would speak of parties of its own: "the visit of the singer".
func (r *reading) definite(n int, prepositions ...string) bool {
	for _, p := range prepositions {
		if len(r.nominal(n, p)) > 0 {
			return false
		}
	}
	d := r.doc.Child(n, english.DetLabel)
	return d >= 0 && (r.lemma(d) == "the" || r.lemma(d) == "this") && len(r.stateModifier(n)) == 0
}

// takesUp reports whether a noun with "the" that sets a scene only takes up what was told before: "Peru and
// Chile held talks. After the talks, the two signed a treaty" tells of one meeting.
func (r *reading) takesUp(p *predication, c *chancery.Claim) bool {
	if p.frame.trigger.pos != 'n' || p.carrier != english.Root || !r.definite(p.token, "of", "by", "to", "with", "between") {
		return false
	}
	for i := len(r.drafts) - 1; i >= 0; i-- {
		e := &r.drafts[i].claim
		if e.Act == c.Act && e.Mood == c.Mood && sameActors(slices.Concat(e.Actor, e.Recipient), slices.Concat(c.Actor, c.Recipient)) {
			return true
		}
	}
	return false
}

// inTown is the state of the town that stands in a recipient's slot: who flies to Kazan visits Russia. A town of
// the actors' own is none.
func (r *reading) inTown(p *predication, actors []party) []party {
	for _, s := range p.frame.recipient {
		for _, t := range r.fill(p, s) {
			place, ok := r.in.Place(t)
			if !ok || place.ID == "" || r.in.Register.Kind(place.ID) != chancery.KindState {
				continue
			}
			if slices.ContainsFunc(actors, func(a party) bool { return a.ID == place.ID || a.ID == "" }) {
				return nil
			}
			word := r.doc.Tokens[t]
			return []party{{Participant: chancery.Participant{
				ID: place.ID, Name: r.in.Register.Name(place.ID), Text: r.doc.Text[word.Start:word.End], Start: word.Start, End: word.End,
				Via: "place: " + place.Text,
			}}}
		}
	}
	return nil
}
