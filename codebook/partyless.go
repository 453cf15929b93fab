package codebook

import (
	"slices"

	"chancery"
	"chancery/english"
)

// This file knows what is told of an agreement without those whose it is, or with one of them.

// partyless reports whether a wording tells what became of an agreement and names nobody who made it so: "the pact
// was signed in 2018", "the treaty entered into force".
func (r *reading) partyless(p *predication) bool {
	if p.frame.act.Kind != chancery.KindAgreement || len(p.frame.instrument) == 0 {
		return false
	}
	if p.frame.act.State == chancery.StateNegotiated && !r.nobody(p.token) {
		return false // somebody reached it, and the report would say who
	}
	switch p.frame.trigger.pos {
	case 'v':
		doer := slices.ContainsFunc(p.frame.actor, func(s slot) bool { return s[0] == "subject" && len(s) == 1 })
		if doer && (!r.passive(p.token) || len(r.oblique(p.token, "by")) > 0) {
			return false
		}
	case 'n':
		if p.carrier == english.Root || len(r.nominal(p.token, "by")) > 0 {
			return false
		}
	}
	for _, s := range p.frame.instrument {
		if found := r.fill(p, s); len(found) > 0 { // a contract is a company's, as likely as not
			return r.phraseHas(found[0], []string{"@agreement"}) && !r.phraseHas(found[0], []string{"contract", "deal"})
		}
	}
	return false
}

// tellsByItself reports whether such a wording says enough without any party: that an agreement is in force, which it
// is for all its parties, or that there is none. By its matter the ledger finds whose it is.
func (r *reading) tellsByItself(p *predication) bool {
	if !r.partyless(p) || p.frame.act.State != chancery.StateInForce && !r.nobody(p.token) {
		return false
	}
	for _, s := range p.frame.instrument {
		for _, t := range r.fill(p, s) {
			return len(r.nominal(t, "on"))+len(r.nominal(t, "of")) > 0 || r.nobody(p.token)
		}
	}
	return false
}

// oneSided reports whether an act of two sides says enough with one of them, or none: who agrees to do something has
// undertaken it, with whomever; who signs an agreement has signed it; and what became of an agreement that is named
// is told of all its parties.
func oneSided(f *frame, c chancery.Claim) bool {
	switch c.Kind {
	case chancery.KindCommitment:
		return c.Object != "" && !f.plural
	case chancery.KindAgreement:
		return c.Instrument != "" && (distinct(c) == 0 || f.act.State == chancery.StateSigned)
	}
	return false
}

// onlyPair are the two states that the sentence and those just before it in its paragraph or the last one speak of,
// where they speak of no third.
func (r *reading) onlyPair(t int) []party {
	here := r.doc.Tokens[t].Sentence
	paragraph := r.doc.Sentences[here].Paragraph
	var pair []party
	for i := range r.mentions {
		m := &r.mentions[i]
		s := r.doc.Tokens[m.First].Sentence
		if s > here || s < here-nearSentences || r.doc.Sentences[s].Paragraph < paragraph-1 || m.Speaker {
			continue
		}
		for _, id := range m.IDs {
			if k := r.in.Register.Kind(id); k != chancery.KindState && k != chancery.KindAssociation {
				continue
			}
			if slices.ContainsFunc(pair, func(p party) bool { return p.ID == id }) {
				continue
			}
			if len(pair) == 2 || r.in.Register.Kind(id) != chancery.KindState {
				return nil
			}
			pair = append(pair, party{Participant: chancery.Participant{
				ID: id, Name: r.in.Register.Name(id), Text: r.doc.Text[m.Start:m.End], Start: m.Start, End: m.End,
				Via: "context: spoken of before",
			}})
		}
	}
	if len(pair) != 2 {
		return nil
	}
	return pair
}
