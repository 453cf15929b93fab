package english

import "slices"

// verb reads what verb v, a cue, attributes. Its complements are tried from the most telling to the
// least: a clause, speech beside it, an infinitive, a phrase with a preposition, an object.
func (a *attributor) verb(v int, c cue) bool {
	d := a.d
	if (d.Tokens[v].Lemma == "quote" || d.Tokens[v].Lemma == "cite") && a.passive(v) {
		return false // "was quoted as saying": the saying is the cue
	}
	if c.is(takesStimulus) {
		return a.stimulus(v, c)
	}
	source := a.speaker(v)
	if c.is(takesQuote) && (source < 0 || d.Tokens[source].Head == v && source < v && a.subjectBehind(v)) {
		source = a.inverted(v)
	}
	if source < 0 && c.is(takesThat|takesQuote) {
		source = a.leftNeighbour(v)
	}
	switch {
	case c.is(takesQuote) && a.inserted(v, source):
	case c.is(takesThat) && a.clause(v, c):
	case c.is(takesQuote) && a.speech(v, source):
	case c.is(takesThat|takesQuote) && a.aside(v, c):
	case a.infinitive(v, c, &source):
	case a.prepositional(v, c):
	case a.object(v, c, source):
	case a.passiveObject(v, c):
	default:
		return false
	}
	a.relativeObject(v)
	return a.add(source, v, a.head, c.class)
}

// relativeObject puts the relative that belongs to the content but hangs on verb v: "which he said would
// end", "what they called a crime".
func (a *attributor) relativeObject(v int) {
	if k := a.d.Child(v, Obj); k >= 0 && k < v && a.isRelative(k) {
		a.put(k)
	}
}

// subjectBehind reports whether verb v has a subject behind it; with speech before it, another one before
// it is of the speech.
func (a *attributor) subjectBehind(v int) bool {
	first := a.group(v).First
	if first == 0 || !a.endsSpeech(first-1) {
		return false
	}
	for _, c := range a.d.Children(v) {
		if c > v && a.d.Tokens[c].Label == Nsubj {
			return true
		}
	}
	return false
}

// put makes the phrase of token k the content.
func (a *attributor) put(k int) bool {
	first, last := a.d.Subtree(k)
	a.room = append(a.room, Stretch{first, last + 1})
	return true
}

// putWithout makes the phrase of token k the content, without that of token cut.
func (a *attributor) putWithout(k, cut int) bool {
	a.put(k)
	first, last := a.d.Subtree(cut)
	a.remove(Stretch{first, last + 1})
	return len(a.room) > 0
}

// clause takes a finite clause: "said that they met", "asked whether they met".
func (a *attributor) clause(v int, c cue) bool {
	d := a.d
	if k := d.Child(v, Ccomp); k >= 0 {
		if !c.is(takesWhom) {
			a.stranded(v, k)
		}
		return a.put(k)
	}
	for _, k := range d.Children(v) {
		if k < v {
			continue
		}
		switch t := &d.Tokens[k]; t.Label {
		case Advcl, Xcomp:
			if a.isQuestion(k) || a.opensThat(k) || c.class == Saying && t.Label == Xcomp && d.Child(k, Nsubj, NsubjPass, Expl) >= 0 {
				return a.put(k)
			}
		case Parataxis:
			if a.colon(v, k) {
				return a.put(k)
			}
		case Obl, Obj, Iobj: // "said in an interview that", "told reporters that": the clause is the verb's, not the noun's
			if t.Label != Obl && !c.is(takesWhom) {
				continue
			}
			for _, m := range d.Children(k) {
				if l := d.Tokens[m].Label; (l == Acl || l == AclRelcl || l == Ccomp) && a.opensThat(m) {
					return a.put(m)
				}
			}
		}
	}
	return false
}

// stranded puts the subject of the clause k behind verb v where the parser hung it on v: "said much of
// the talks was on trade".
func (a *attributor) stranded(v, k int) {
	d := a.d
	for _, s := range d.Children(v) {
		switch d.Tokens[s].Label {
		case Obj, Nsubj, NsubjPass:
			if s > v && s < k {
				a.put(s)
			}
		}
	}
}

// opensThat reports whether a clause begins with "that" and has a subject besides.
func (a *attributor) opensThat(k int) bool {
	first, _ := a.d.Subtree(k)
	s := a.d.Child(k, Nsubj, NsubjPass, Expl, Csubj)
	return a.d.Tokens[first].Lemma == "that" && first < k && s > first
}

// isQuestion reports whether a clause is an indirect question.
func (a *attributor) isQuestion(c int) bool {
	first, _ := a.d.Subtree(c)
	switch a.d.Tokens[first].Lemma {
	case "whether", "why", "how", "what", "who", "where":
		return true
	case "if":
		return true
	}
	return false
}

// colon reports whether a colon or a comma stands between a verb and what depends on it.
func (a *attributor) colon(v, c int) bool {
	first, _ := a.d.Subtree(c)
	return first-1 > v && isPause(a.d.Word(first-1)) || first < len(a.d.Tokens) && a.quoteOf[first] > 0
}

// aside takes the clause in which "…, the minister said, …" stands.
func (a *attributor) aside(v int, c cue) bool {
	d := a.d
	t := &d.Tokens[v]
	if t.Head == Root || d.Child(v, Obj, Ccomp, Xcomp) >= 0 && !c.is(takesWhom) {
		return false
	}
	switch t.Label {
	case Parataxis:
		if !c.is(takesQuote) {
			return false
		}
	case Advcl:
		if k := d.Child(v, Mark); k < 0 || d.Tokens[k].Lemma != "as" || !c.is(takesThat) {
			return false
		}
	default:
		return false
	}
	return a.putWithout(t.Head, v)
}

// infinitive takes "promised to leave", "urged them to leave" and "is said to be ill".
func (a *attributor) infinitive(v int, c cue, source *int) bool {
	d := a.d
	for _, k := range d.Children(v) {
		t := &d.Tokens[k]
		if t.Label != Xcomp && t.Label != Ccomp && t.Label != Advcl {
			continue
		}
		to := a.isInfinitive(k)
		object := d.Child(v, Obj, Iobj)
		switch {
		case to && c.is(takesLike) || c.is(takesLike) && t.Label == Xcomp,
			to && c.is(takesRaised) && a.passive(v) && t.Label != Advcl:
			*source = -1
			if c.class == Seeming || a.passive(v) {
				if s := a.ownSubject(v); s >= 0 {
					a.put(s)
				}
				a.put(k)
				return true
			}
		case to && c.is(takesWhomTo) && object >= 0 && object < k:
			a.put(object)
			return a.put(k)
		case to && c.is(takesWhomTo) && a.passive(v):
			return a.put(k)
		case to && c.is(takesTo) && (t.Label != Advcl || object < 0):
			if object >= 0 && object < k && c.is(takesThing) && c.class == Wanting { // "wants them to leave"
				a.put(object)
			}
			return a.put(k)
		case t.Tag == "VBG" && c.is(takesIng) && t.Label != Advcl:
			return a.put(k)
		case t.Label == Xcomp && c.is(takesTerm) && !to:
			if d.Tokens[v].Label == Acl && a.speaker(v) < 0 { // "a play called" names, and nobody judges
				return false
			}
			if object >= 0 {
				a.put(object)
			} else if s := d.Child(v, NsubjPass); s >= 0 {
				a.put(s)
			}
			return a.put(k)
		}
	}
	return false
}

func (a *attributor) isInfinitive(k int) bool {
	m := a.d.Child(k, Mark)
	return m >= 0 && a.d.Tokens[m].Tag == "TO"
}

// prepositional takes "spoke about the treaty", "accused them of lying", "see it as a threat".
func (a *attributor) prepositional(v int, c cue) bool {
	if c.takes < takesPrepositions {
		return false
	}
	d := a.d
	object := d.Child(v, Obj)
	for _, k := range d.Children(v) {
		if k < v {
			continue
		}
		opener := -1
		switch t := &d.Tokens[k]; t.Label {
		case Obl, OblAgent, Advcl, Ccomp:
			if !isTime(t) {
				opener = a.opener(k, c)
			}
		case Obj:
			opener = a.particle(v, k, c)
		}
		if opener < 0 {
			continue
		}
		as := d.Tokens[opener].Lemma == "as"
		switch {
		case object >= 0 && object < k && (as || c.is(takesThing) && !c.is(takesWhom)):
			a.put(object)
		case as && a.passive(v):
			if s := d.Child(v, NsubjPass); s >= 0 {
				a.put(s)
			}
		}
		a.put(k)
		a.remove(Stretch{opener, opener + 1})
		if c.class == Urging { // "called on the council to act": the deed is asked for
			for _, m := range slices.Concat(d.Children(v), d.Children(k)) {
				if l := d.Tokens[m].Label; m > k && (l == Xcomp || l == Advcl || l == Acl || l == Ccomp) && a.isInfinitive(m) {
					a.put(m)
					a.head = m
					break
				}
			}
		}
		return true
	}
	if m := d.Child(max(object, 0), Acl, Nmod); object > v && m > object && c.is(takesPreposition("as")) && a.opener(m, c) >= 0 &&
		d.Tokens[a.opener(m, c)].Lemma == "as" { // the parser hung "as a threat" on "it"
		return a.put(object)
	}
	return false
}

// opener is the preposition that opens the phrase or clause k, if the cue's content may stand behind
// it, or -1.
func (a *attributor) opener(k int, c cue) int {
	first, _ := a.d.Subtree(k)
	t := &a.d.Tokens[first]
	if first < k && (t.Label == Case || t.Label == Mark) && c.is(takesPreposition(t.Lemma)) {
		return first
	}
	return -1
}

// particle is the particle of a verb that has the object k and could as well be a preposition ("called
// on the council"), or -1.
func (a *attributor) particle(v, k int, c cue) int {
	p := a.d.Child(v, CompoundPrt)
	if p > v && p < k && c.is(takesPreposition(a.d.Tokens[p].Lemma)) {
		return p
	}
	return -1
}
