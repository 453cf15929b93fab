package codebook

import (
	"chancery"
	"chancery/english"
)

// ofTheirs is the state or association for which somebody acts whom the register has no office for, where the
// noun says whose they are: "a Kyrgyz patrol", "Its secretary general", "India's power secretary", "officials in
// Hanoi". A name beside the noun is the person's.
func (r *reading) ofTheirs(t int) []party {
	if pos := r.doc.Tokens[t].POS; pos != english.NOUN && pos != english.PROPN || !r.book.list("servant", r.lemma(t)) || r.phraseHas(t, []string{"@no-servant"}) {
		return nil
	}
	owners := r.stateModifier(t)                        // "our Kuwaiti brothers": not ours
	for _, c := range r.children(t, english.Compound) { // "the Cypriot coast guard"
		owners = append(owners, r.stateModifier(c)...)
	}
	owners = append(owners, r.nominal(t, "possessor")...)
	for _, name := range []string{"of", "from"} {
		owners = append(owners, r.nominal(t, name)...)
	}
	for _, o := range owners {
		found := r.ownerOf(o)
		if !resolved(found) {
			continue
		}
		person := r.nameBeside(t)
		for i := range found {
			found[i].Person, found[i].Office, found[i].Organ, found[i].Sector = person, "", r.doc.Word(t), "GOV"
		}
		return found
	}
	return nil
}

// nameBeside is the name that stands beside noun t between commas, or "".
func (r *reading) nameBeside(t int) string {
	for _, c := range r.children(t, english.Appos) {
		first, _ := r.doc.Subtree(c)
		if r.doc.Tokens[c].POS == english.PROPN && r.doc.Tokens[c].Tag == "NNP" && first > 0 && r.doc.Word(first-1) == "," {
			if m := r.at(c); m == nil || m.Person != "" {
				return r.nounPhrase(c)
			}
		}
	}
	return ""
}

// ownerOf is who a possessor or a modifier stands for; "whose" stands for the noun before its clause.
func (r *reading) ownerOf(o int) []party {
	if r.lemma(o) != "whose" {
		return r.parties(o, true)
	}
	for x, n := o, 0; x != english.Root && n < maxClimb; x, n = r.doc.Tokens[x].Head, n+1 {
		if r.labelled(x, english.AclRelcl) {
			return r.partiesOf(r.doc.Tokens[x].Head, false, 0)
		}
	}
	return nil
}

// unplaced reports whether a mention names an office or an organ whose owner the register did not find.
func unplaced(kind chancery.ActorKind, ids []string, person string) bool {
	return len(ids) == 0 && person == "" && (kind == chancery.KindOffice || kind == chancery.KindOrgan)
}
