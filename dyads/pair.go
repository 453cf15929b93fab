package dyads

import (
	"cmp"
	"slices"
	"strings"

	"chancery/english"
)

// candidate is a predicate that may stand between the two, and how well it does.
type candidate struct {
	token  int
	weight float64
}

// ruled lists what the predicates tell that may stand between the actor and the recipient, the strongest first.
func (r *reading) ruled() []meaning {
	var list []meaning
	for k, c := range r.candidates() {
		m := r.meaning(c.token)
		if m.code == "" || len(list) > 0 && slices.Contains(list[0].tokens, c.token) { // what stands within another is told by it
			continue
		}
		if r.reversed(c.token) && !mutual(m.code) {
			continue
		}
		m.score *= c.weight
		if k == 0 && m.code[:2] == "14" { // what protesters demand is why they protest
			m.score += 0.3
		}
		list = append(list, m)
		slices.SortStableFunc(list, func(a, b meaning) int { return cmp.Compare(b.score, a.score) })
	}
	return list
}

// reversed reports whether a predicate says that the recipient does it to the actor.
func (r *reading) reversed(predicate int) bool {
	passive := r.doc.VerbGroup(predicate).Passive
	does := func(l english.Label) bool { return l == english.OblAgent || l == english.Nsubj && !passive }
	undergoes := func(l english.Label) bool {
		return l == english.Obj || l == english.NsubjPass || l == english.Nsubj && passive
	}
	return undergoes(r.role(r.actor.head, predicate)) && does(r.role(r.recipient.head, predicate))
}

// role is how the noun phrase around token i depends on a predicate; Dep where it does not.
func (r *reading) role(i, predicate int) english.Label {
	for steps := 0; i >= 0 && steps < 8; steps++ {
		t := &r.doc.Tokens[i]
		if t.Head == predicate {
			return t.Label
		}
		switch t.Label {
		case english.Conj, english.Appos, english.Flat, english.Compound, english.Nmod, english.NmodPoss, english.NmodDesc, english.Amod:
		default:
			return english.Dep
		}
		if i = t.Head; i == english.Root || r.doc.Tokens[i].POS == english.VERB {
			return english.Dep
		}
	}
	return english.Dep
}

// mutual reports whether an event of this code is done with somebody, so that it has no direction.
func mutual(code string) bool {
	return strings.HasPrefix(code, "04") || strings.HasPrefix(code, "06") || code == "057" || code == "054" || code == "030" || code == "036"
}

// mostCandidates bounds how many predicates are weighed for a pair.
const mostCandidates = 24

// candidates lists predicates from the likeliest on: what the actor does, what stands on the way down from there to the
// recipient, and what stands above either of them.
func (r *reading) candidates() []candidate {
	var list []candidate
	seen := map[int]bool{}
	add := func(i int, weight float64) {
		if i >= 0 && !seen[i] {
			seen[i] = true
			list = append(list, candidate{i, weight})
		}
	}
	anchor := -1
	if r.actor.head >= 0 {
		anchor = r.anchor(r.actor.head, add)
	}
	if anchor >= 0 {
		for p := r.recipient.head; p >= 0 && p != anchor; p = r.doc.Tokens[p].Head { // on the way down
			if p == r.recipient.head || !r.predicate(p) {
				continue
			}
			add(p, r.downward(anchor, p))
		}
		for _, c := range r.doc.Children(anchor) { // what else the actor does
			if len(list) > mostCandidates {
				break
			}
			switch k := &r.doc.Tokens[c]; k.Label {
			case english.Conj, english.Parataxis, english.Advcl:
				if r.doc.Child(c, english.Nsubj, english.NsubjPass) < 0 {
					add(c, 0.5)
				}
			}
		}
	}
	if r.recipient.head >= 0 {
		r.anchor(r.recipient.head, func(i int, weight float64) { add(i, weight*0.4) })
	}
	return list
}

// nearest is the predicate that the actor takes part in, or else the recipient.
func (r *reading) nearest() int {
	for _, head := range [...]int{r.actor.head, r.recipient.head} {
		if head >= 0 {
			return r.anchor(head, func(int, float64) {})
		}
	}
	return 0
}

// downward is how well predicate p does on the way from the anchor down to the recipient: well where the actor does it.
func (r *reading) downward(anchor, p int) float64 {
	if s := r.doc.Child(p, english.Nsubj, english.NsubjPass); s >= 0 && !r.same(s) {
		return 0.4
	}
	switch r.doc.Tokens[p].Label {
	case english.Conj, english.Advcl, english.Parataxis:
		switch {
		case !r.doc.Dominates(anchor, p):
			return 0.5
		case r.infinitive(p): // a purpose
			return 0.7
		}
		return 1.08
	}
	return 0.55
}

// same reports whether a subject stands for the actor: it is the actor, or a pronoun.
func (r *reading) same(s int) bool {
	return r.actor.has(s) || r.doc.Tokens[s].POS == english.PRON
}

func (r *reading) predicate(i int) bool {
	switch r.doc.Tokens[i].POS {
	case english.VERB, english.AUX, english.ADJ:
		return true
	}
	return r.doc.Child(i, english.Nsubj, english.Cop) >= 0 || isNominal(r.doc.Tokens[i].POS)
}

// anchor climbs from a phrase's head to the predicate that it takes part in, and tells what it finds. Nouns on the way
// count where they tell an event: "U.S. airstrikes killed".
func (r *reading) anchor(i int, add func(int, float64)) int {
	weight := 1.0
	anchor := -1
	for steps := 0; steps < 12; steps++ {
		t := &r.doc.Tokens[i]
		if t.Head == english.Root {
			if anchor < 0 {
				add(i, 0.9*weight)
				return i
			}
			return anchor
		}
		h := t.Head
		switch t.Label {
		case english.Nsubj, english.OblAgent, english.Csubj:
			add(h, weight)
			if anchor < 0 {
				anchor = h
			}
			weight *= 0.6
		case english.Obj, english.NsubjPass, english.Iobj:
			add(h, 0.75*weight)
			if anchor < 0 {
				anchor = h
			}
			weight *= 0.6
		case english.Obl, english.OblUnmarked:
			add(h, 0.7*weight)
			if anchor < 0 {
				anchor = h
			}
			weight *= 0.6
		case english.Nmod, english.NmodPoss, english.Compound, english.Amod, english.NmodDesc:
			if !r.actor.has(h) && !r.recipient.has(h) {
				add(h, 0.6*weight)
			}
		case english.Acl, english.AclRelcl, english.Advcl, english.Conj, english.Xcomp, english.Ccomp, english.Parataxis:
			if r.predicate(h) && !r.actor.has(h) && !r.recipient.has(h) {
				add(h, 0.5*weight)
			}
			weight *= 0.8
		}
		i = h
	}
	return anchor
}
