package codebook

import (
	"strings"

	"chancery"
	"chancery/calendar"
	"chancery/english"
)

// standings gives a draft its association and standing; a bid for contacts with three associations
// is three claims.
func (r *reading) standings(p *predication, d draft) []draft {
	if len(p.frame.association) == 0 {
		return []draft{d}
	}
	var all []draft
	for _, s := range p.frame.association {
		for _, t := range r.fill(p, s) {
			for _, c := range r.associationsAt(t, 0) {
				e := d
				e.claim.Association = &c
				r.stand(p, &e)
				all = append(all, e)
			}
		}
		if len(all) > 0 {
			return all
		}
	}
	if p.frame.act.Kind == chancery.KindStanding {
		if r.ofSomethingElse(p) {
			return nil
		}
		if only := r.onlyAssociation(p); only != nil {
			d.context = true
			d.claim.Association = only
			r.stand(p, &d)
			return []draft{d}
		}
		return nil
	}
	return []draft{d}
}

// ofSomethingElse reports whether what is joined or left is named, and is no association: "joined the statement".
func (r *reading) ofSomethingElse(p *predication) bool {
	for _, s := range p.frame.association {
		if len(s) > 1 {
			continue
		}
		for _, t := range r.fill(p, s) {
			if r.doc.Tokens[t].POS == english.NOUN && !r.book.list("association", r.lemma(t)) && s[0] == "object" {
				return true
			}
		}
	}
	return false
}

// onlyAssociation is the association that an application or an admission without a name is to: the one
// that the report speaks of, where it speaks of one alone, and has just named it.
func (r *reading) onlyAssociation(p *predication) *chancery.ActorRef {
	switch p.frame.act.ID {
	case "apply", "gain-standing", "seek-standing":
	default:
		return nil
	}
	here, id, near := r.doc.Tokens[p.token].Sentence, "", false
	for _, m := range r.mentions {
		for _, other := range m.IDs {
			if r.in.Register.Kind(other) != chancery.KindAssociation {
				continue
			}
			if away := here - r.doc.Tokens[m.First].Sentence; away >= 0 && away <= 2 {
				near = true
			}
			if other == id {
				continue
			}
			if id != "" {
				return nil
			}
			id = other
		}
	}
	if id == "" || !near {
		return nil
	}
	return &chancery.ActorRef{ID: id, Name: r.in.Register.Name(id)}
}

// associationsAt lists the associations that a token and those coordinated with it name, or that
// stand behind "including" and other words of inclusion.
func (r *reading) associationsAt(t, depth int) []chancery.ActorRef {
	var found []chancery.ActorRef
	for _, c := range r.conjuncts(t) {
		if r.isAssociation(c) {
			id := r.at(c).IDs[0]
			found = append(found, chancery.ActorRef{ID: id, Name: r.in.Register.Name(id)})
			continue
		}
		if depth > 2 {
			continue
		}
		for _, k := range r.doc.Children(c) {
			switch m := r.caseOf(k); {
			case k > c && (m == "include" || m == "including" || m == "as" || m == "like"):
				found = append(found, r.associationsAt(k, depth+1)...)
			}
		}
	}
	return found
}

// stand fills in which standing a claim speaks of, and since when.
func (r *reading) stand(p *predication, d *draft) {
	c := &d.claim
	if c.Kind != chancery.KindStanding {
		return
	}
	c.Standing = p.frame.act.Standing
	if p.frame.fixed != "" {
		c.Standing = p.frame.fixed
	}
	for _, s := range p.frame.standing {
		for _, t := range r.fill(p, s) {
			if st := r.standingOf(t); st != "" {
				c.Standing = st
			}
		}
	}
	if since, ok := r.since(p.token); ok && c.Act == "hold-standing" {
		c.Act, c.When = "gain-standing", since
		act := r.book.acts[c.Act]
		c.Plover, c.Cameo, c.Quad, c.Goldstein = act.Plover, act.Cameo, act.Quad, act.Goldstein
		if c.Mood == chancery.MoodUnderWay {
			c.Mood = chancery.MoodOccurred
		}
	} else if e := r.expression(p.token, calendar.Since); e != nil {
		c.When = e.Period
	}
}

// standingOf reads a standing off the words of a noun phrase: "full member", "dialogue partnership",
// "candidate country", "observer status".
func (r *reading) standingOf(t int) chancery.Standing {
	has := func(words ...string) bool { return r.phraseHas(t, words) }
	switch {
	case has("dialogue partner", "dialogue partnership", "dialogue"):
		return chancery.StandingDialoguePartner
	case has("observer", "associate"):
		return chancery.StandingObserver
	case has("candidate", "candidacy"):
		return chancery.StandingCandidate
	case has("applicant"):
		return chancery.StandingApplicant
	case has("chair", "chairman", "chairmanship", "presidency"):
		return chancery.StandingChair
	case has("partner", "partnership"):
		return chancery.StandingPartner
	case has("member", "membership", "accession"):
		return chancery.StandingMember
	}
	return ""
}

func lower(s string) string { return strings.ToLower(s) }
