package english

// noun reads what noun n, a cue, attributes: "the ministry's claim that", "a promise to", "criticism of".
func (a *attributor) noun(n int, c cue) bool {
	d := a.d
	opener, sourced := -1, false
	for _, k := range d.Children(n) {
		if k < n {
			continue
		}
		t := &d.Tokens[k]
		switch t.Label {
		case Acl, Ccomp, AclRelcl, Xcomp:
			if c.is(takesTo) && t.Label != AclRelcl && a.isInfinitive(k) {
				a.put(k)
				sourced = true
			} else if c.is(takesThat) && a.isThatClause(k) {
				a.put(k)
			}
		case Nmod, Obl:
			if m := d.Child(k, Case); m >= 0 && c.is(takesPreposition(d.Tokens[m].Lemma)) && !isTime(t) {
				a.put(k)
				opener, sourced = m, true
			}
		}
		if t.Label == Nmod && len(a.room) == 0 && c.is(takesThat) { // "a statement by the ministry that …"
			if m := d.Child(k, Acl, AclRelcl, Ccomp); m > k && (a.isThatClause(m) || a.opensThat(m)) {
				a.put(m)
			}
		}
		if len(a.room) > 0 {
			break
		}
	}
	if opener >= 0 {
		a.remove(Stretch{opener, opener + 1})
	}
	if len(a.room) == 0 && !a.predicated(n, c) {
		return false
	}
	source := a.owner(n)
	if source < 0 && sourced { // "support for the plan" of nobody is no more than a topic
		return false
	}
	return a.add(source, n, -1, c.class)
}

// isThatClause reports whether "that" opens a clause as a conjunction.
func (a *attributor) isThatClause(k int) bool {
	m := a.d.Child(k, Mark)
	return m >= 0 && (a.d.Tokens[m].Lemma == "that" || a.d.Tokens[m].Lemma == "whether")
}

// predicated takes "the hope is that they meet", "his aim is to leave".
func (a *attributor) predicated(n int, c cue) bool {
	d := a.d
	t := &d.Tokens[n]
	if t.Label != Nsubj || t.Head == Root || t.Head < n {
		return false
	}
	h := t.Head
	if k := d.Child(h, Ccomp); d.Tokens[h].Lemma == "be" && k > h {
		return a.put(k)
	}
	m := d.Child(h, Mark)
	if m < n || !(c.is(takesThat) && d.Tokens[m].Lemma == "that" || c.is(takesTo) && d.Tokens[m].Tag == "TO") {
		return false
	}
	a.putWithout(h, n)
	a.remove(Stretch{n, m})
	return len(a.room) > 0
}

// owner is whose words or thoughts a noun stands for, or -1: its possessor, who it is by, or the
// subject of the verb that does no more than carry it ("made a promise").
func (a *attributor) owner(n int) int {
	d := a.d
	if s := a.possessor(n); s >= 0 {
		return s
	}
	for _, p := range [...]string{"by", "from", "among"} {
		if s := a.oblique(n, p); s >= 0 && !a.inRoom(s) {
			return s
		}
	}
	if s := a.oblique(n, "of"); s >= 0 && !a.inRoom(s) {
		return s
	}
	t := &d.Tokens[n]
	if t.Head != Root && (t.Label == Obj || t.Label == Obl) && d.Tokens[t.Head].POS == VERB {
		if t.Label == Obj && !a.passive(t.Head) && carries[d.Tokens[t.Head].Lemma] {
			if s := a.subject(t.Head, mostSteps); s != n {
				return s
			}
		}
	}
	return -1
}

// carries holds the verbs whose subject says or thinks what their object, a noun, stands for.
var carries = map[string]bool{
	"make": true, "give": true, "issue": true, "offer": true, "express": true, "voice": true, "have": true, "take": true,
	"deliver": true, "release": true, "raise": true, "hold": true, "share": true, "launch": true, "announce": true,
	"repeat": true, "send": true, "submit": true, "lodge": true, "file": true, "publish": true, "post": true, "renew": true,
	"reiterate": true, "reaffirm": true, "state": true, "convey": true, "extend": true, "show": true, "put": true,
	"mount": true, "lead": true, "level": true, "unleash": true, "harbor": true, "harbour": true, "form": true, "reach": true,
	"present": true, "write": true, "air": true, "declare": true, "pledge": true, "withdraw": true, "drop": true, "retract": true,
}

func (a *attributor) inRoom(i int) bool { return holds(a.room, i) }

// adjective reads "is aware of the plan", "are sure that they won", "is willing to talk".
func (a *attributor) adjective(n int, c cue) bool {
	d := a.d
	opener := -1
	for _, k := range d.Children(n) {
		if k < n {
			continue
		}
		t := &d.Tokens[k]
		switch t.Label {
		case Ccomp, Xcomp, Advcl, Csubj:
			m := d.Child(k, Mark)
			switch {
			case a.isInfinitive(k):
				if c.is(takesTo) {
					a.put(k)
				}
			case m >= 0 && c.is(takesPreposition(d.Tokens[m].Lemma)):
				a.put(k)
				opener = m
			case c.is(takesThat) && (t.Label == Ccomp || m >= 0 && d.Tokens[m].Lemma == "that"):
				a.put(k)
			}
		case Obl, Nmod:
			if m := d.Child(k, Case); m >= 0 && c.is(takesPreposition(d.Tokens[m].Lemma)) && !isTime(t) {
				a.put(k)
				opener = m
			}
		}
		if len(a.room) > 0 {
			break
		}
	}
	if len(a.room) == 0 {
		return false
	}
	if opener >= 0 {
		a.remove(Stretch{opener, opener + 1})
	}
	source := a.subject(n, mostSteps)
	if source < 0 && d.Tokens[n].Label == Amod {
		source = d.Tokens[n].Head
	}
	if source >= 0 && d.Tokens[source].Lemma == "it" && c.class == Saying {
		source = -1
	}
	return a.add(source, n, -1, c.class)
}

// adverb reads "reportedly", which gives its clause to somebody unnamed.
func (a *attributor) adverb(n int, c cue) bool {
	t := &a.d.Tokens[n]
	if t.Head == Root || t.Label != Advmod {
		return false
	}
	a.put(t.Head)
	return a.add(-1, n, t.Head, c.class)
}
