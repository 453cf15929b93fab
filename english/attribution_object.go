package english

// object takes "announced a plan". Who is spoken to is no content.
func (a *attributor) object(v int, c cue, source int) bool {
	d := a.d
	k := d.Child(v, Obj)
	if k < 0 || k == source {
		return false
	}
	if source < 0 || a.isRelative(source) || d.Tokens[v].Label == Acl { // "those who back the plan", "states backing the plan" tell who is meant
		return false
	}
	first, last := d.Subtree(k)
	quoted := a.quoteOf[first] > 0 || a.quoteOf[last] > 0
	if !c.is(takesThing) && !(quoted && c.is(takesTerm|takesQuote)) {
		return false
	}
	if c.is(takesWhom|takesWhomTo) && (d.Tokens[k].POS == PROPN || d.Tokens[k].POS == PRON) {
		return false
	}
	if d.Tokens[k].POS == NOUN && len(a.cues.noun[d.Tokens[k].Lemma]) > 0 && d.Child(k, Acl, Ccomp, Nmod, AclRelcl) > k {
		return false // "expressed concern about": the noun is the cue
	}
	switch d.Tokens[k].Lemma {
	case "themselves", "himself", "herself", "itself":
		return false
	}
	return a.put(k)
}

// passiveObject takes "the plan was criticized".
func (a *attributor) passiveObject(v int, c cue) bool {
	if !c.is(takesThing|takesTerm) || c.is(takesWhom|takesWhomTo) {
		return false
	}
	if c.class != Saying && a.speaker(v) < 0 { // "the book was shown": nobody says anything by it
		return false
	}
	if k := a.d.Child(v, NsubjPass); k >= 0 {
		return a.put(k)
	}
	return false
}

func (a *attributor) isRelative(i int) bool {
	switch a.d.Tokens[i].Tag {
	case "WDT", "WP", "WP$":
		return true
	}
	return false
}

// stimulus reads "the ruling angered the envoy": the envoy is angry about the ruling.
func (a *attributor) stimulus(v int, c cue) bool {
	d := a.d
	felt, feels := a.ownSubject(v), d.Child(v, Obj)
	if a.passive(v) {
		felt, feels = a.speaker(v), d.Child(v, NsubjPass)
	}
	if felt < 0 || feels < 0 || a.isRelative(felt) {
		return false
	}
	a.put(felt)
	return a.add(feels, v, felt, c.class)
}
