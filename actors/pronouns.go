package actors

import (
	"slices"
	"strings"

	"chancery"
	"chancery/english"
)

// audible reports whether a pronoun may refer to the mention as far as quotation marks go: inside a
// quotation to what was said in the same one, outside to what was said outside. So a pronoun in a
// quotation never refers to the one who is quoted.
func (rd *reading) audible(pronoun, m *found) bool {
	p, q := rd.quoted[pronoun.First], rd.quoted[m.First]
	return p == q || p > 0 && q > 0 &&
		rd.doc.Sentences[rd.sentence(pronoun)].Paragraph == rd.doc.Sentences[rd.sentence(m)].Paragraph
}

func (f *found) onePerson() bool {
	return !f.Plural && !f.Speaker && !f.Adjective && len(f.IDs) <= 1 &&
		(f.Person != "" || f.Kind == chancery.KindOffice && f.Office != "" && len(f.IDs) == 1)
}

// grantPerson resolves "he", "she", "his": to the subject of the sentence so far if it is a person,
// else to the only person in it, else to those of the sentences before in the same way.
func (rd *reading) grantPerson(i int, f *found) {
	if ahead := rd.personAhead(i, f); ahead != nil {
		rd.take(f, ahead)
		return
	}
	from := rd.judged(i, f)
	if from == nil {
		from = rd.personBefore(i, f, 3)
	}
	if from == nil || !rd.agrees(from, rd.word(f.First)) {
		return
	}
	rd.take(f, from)
}

// agrees reports whether the text may call the person he or she. It takes that from the office
// ("the queen") and from what it called the person before.
func (rd *reading) agrees(from *found, pronoun string) bool {
	female := pronoun == "she" || pronoun == "her" || pronoun == "hers" || pronoun == "herself"
	switch from.Office {
	case "queen":
		return female
	case "king", "emir", "sultan", "pope", "emperor", "shah", "crown-prince":
		return !female
	}
	who := firstOf(from.Person, strings.Join(from.IDs, " ")+" "+from.Office)
	if called, ok := rd.female[who]; ok {
		return called == female
	}
	if rd.female == nil {
		rd.female = make(map[string]bool)
	}
	rd.female[who] = female
	return true
}

func (rd *reading) personBefore(i int, f *found, reach int) *found {
	here := rd.sentence(f)
	barred := rd.clauseSubject(i, f)
	for s := here; s >= max(0, here-reach); s-- {
		fits := func(m *found) bool {
			return m.onePerson() && rd.audible(f, m) && (barred == nil || !sameActor(barred, m))
		}
		match := rd.onlyOne(i, s, fits)
		if rd.strangerSubject(s, f.First) {
			return nil
		}
		if match >= 0 {
			return &rd.found[match]
		}
		if match == ambiguousMatch && s < here && rd.bothGenders(here) {
			return nil
		}
		if match == ambiguousMatch {
			subject := rd.onlyOne(i, s, func(m *found) bool { return fits(m) && rd.isSubject(m) })
			if subject >= 0 && (s < here || f.wish.kind == wishCounterpart || rd.doc.Word(f.First) != "his" && rd.doc.Word(f.First) != "her") {
				return &rd.found[subject]
			}
			return nil
		}
	}
	return nil
}

// grantThey resolves "they", "their": to the subject if it is several, else to the only group named
// in the sentence so far, else in the two before.
func (rd *reading) grantThey(i int, f *found) {
	if group := rd.groupBefore(i, f); group != nil && !rd.isBarred(i, f, group) {
		rd.take(f, group)
		f.Plural = true
	}
}

// groupBefore is the plural mention, or the enumeration read as one, that "they" stands for.
func (rd *reading) groupBefore(i int, f *found) *found {
	here := rd.sentence(f)
	for s := here; s >= max(0, here-2); s-- {
		groups, subjects := rd.groups(rd.before(i, s), f)
		things, thingSubjects := rd.pluralThings(s, f.First)
		switch {
		case len(subjects) == 1 && thingSubjects == 0 && (things == 0 || rd.word(f.First) != "them"):
			return subjects[0]
		case len(groups) == 1 && things == 0:
			return groups[0]
		case len(groups) > 0 || thingSubjects > 0:
			return nil
		}
	}
	return nil
}

// pluralThings counts the plural nouns of a sentence, before the token, that are no actors and might
// be what "they" stands for, and those of them that are subjects.
func (rd *reading) pluralThings(sentence, before int) (all, subjects int) {
	s := rd.doc.Sentences[sentence]
	for i := s.First; i < min(s.Last, before); i++ {
		t := &rd.doc.Tokens[i]
		if t.Tag != "NNS" || rd.taken[i] != 0 {
			continue
		}
		all++
		if t.Label == english.Nsubj || t.Label == english.NsubjPass {
			subjects++
		}
	}
	return all, subjects
}

// groups lists the different groups among the mentions, and those of them that are subjects.
func (rd *reading) groups(mentions []found, f *found) (all, subjects []*found) {
	add := func(g *found, subject bool) {
		for _, known := range all {
			if slices.Equal(known.IDs, g.IDs) {
				if subject && len(subjects) == 0 {
					subjects = append(subjects, known)
				}
				return
			}
		}
		all = append(all, g)
		if subject {
			subjects = append(subjects, g)
		}
	}
	for k := 0; k < len(mentions); k++ {
		m := &mentions[k]
		if !rd.audible(f, m) || m.Adjective || m.Place || m.Speaker {
			continue
		}
		if k+1 < len(mentions) && rd.coordinated(m, &mentions[k+1]) && !mentions[k+1].Adjective {
			g := &found{Mention: Mention{Kind: m.Kind, IDs: slices.Clone(m.IDs), Office: m.Office, Sector: m.Sector, Plural: true}}
			subject := rd.isSubject(m)
			for k+1 < len(mentions) && rd.coordinated(&mentions[k], &mentions[k+1]) {
				k++
				for _, id := range mentions[k].IDs {
					if !slices.Contains(g.IDs, id) {
						g.IDs = append(g.IDs, id)
					}
				}
				if mentions[k].Office != g.Office {
					g.Office = ""
				}
			}
			if len(g.IDs) > 1 {
				add(g, subject)
			}
			continue
		}
		if m.Plural && len(m.IDs) > 0 {
			add(m, rd.isSubject(m))
		}
	}
	return all, subjects
}

// grantIt resolves "it", "its": to the state, association or organ that is the subject of the
// sentence, if no other was named since; a sentence that begins with "It" goes on about the subject
// of the one before, if that named no other.
func (rd *reading) grantIt(i int, f *found) {
	here := rd.sentence(f)
	barred := rd.clauseSubject(i, f)
	if from := rd.onlyBody(rd.bodies(f, rd.before(i, here), barred)); from != nil && (barred == nil || rd.saysOfItself(from, f)) {
		rd.take(f, from)
		return
	}
	if from := rd.joinedSubject(f, rd.bodies(f, rd.before(i, here), barred)); from != nil {
		rd.take(f, from)
		return
	}
	if len(rd.bodies(f, rd.before(i, here), nil)) > 0 || here == 0 || rd.expletive(f) || rd.doc.Sentences[here-1].Paragraph != rd.doc.Sentences[here].Paragraph {
		return
	}
	before := rd.bodies(f, rd.before(i, here-1), barred)
	if from := rd.onlyBody(before); from != nil {
		rd.take(f, from)
	} else if from := rd.bodyGoingOn(f, before); from != nil {
		rd.take(f, from)
	}
}

// joinedSubject is the subject of the clause to which "it" is joined as the subject of another active one: "Fiji
// recalled its envoy, and it sued Tonga".
func (rd *reading) joinedSubject(f *found, bodies []*found) *found {
	t := &rd.doc.Tokens[f.First]
	if t.Label != english.Nsubj || t.Head == english.Root || rd.word(f.First) != "it" {
		return nil
	}
	v := &rd.doc.Tokens[t.Head]
	if v.Label != english.Conj || v.POS != english.VERB || v.Head == english.Root || rd.doc.Child(t.Head, english.AuxPass) >= 0 {
		return nil
	}
	subject := rd.doc.Child(v.Head, english.Nsubj)
	for _, b := range bodies {
		if subject >= b.First && subject < b.Last {
			return b
		}
	}
	return nil
}

// bodyGoingOn is the subject of the main clause of the sentence before, or of what it says, where "It" opens the
// sentence as the subject of an active verb: such a sentence goes on about the same body.
func (rd *reading) bodyGoingOn(f *found, before []*found) *found {
	t := &rd.doc.Tokens[f.First]
	s := rd.doc.Sentences[t.Sentence]
	if t.Label != english.Nsubj || f.First != s.First || t.Head != s.Root || rd.doc.Tokens[s.Root].POS != english.VERB {
		return nil
	}
	root := rd.doc.Sentences[t.Sentence-1].Root
	if k := rd.doc.Child(root, english.Ccomp); k >= 0 && k < root { // "Fiji has left, the ministry said. It …"
		root = k
	}
	subject := rd.doc.Child(root, english.Nsubj)
	for _, b := range before {
		if subject >= b.First && subject < b.Last {
			return b
		}
	}
	return nil
}

// saysOfItself reports whether the pronoun stands in what the actor says: "Fiji said that Tonga had thanked it".
// Beside another clause, "it" may as well be what the clause tells: "Fiji blamed Tonga; Tonga denied it".
func (rd *reading) saysOfItself(from, f *found) bool {
	verb := rd.doc.Tokens[from.Head].Head
	if verb == english.Root {
		return false
	}
	for x := f.First; x != english.Root; x = rd.doc.Tokens[x].Head {
		if t := &rd.doc.Tokens[x]; t.Label == english.Ccomp && t.Head == verb {
			return true
		}
	}
	return false
}

// bodies are the mentions that "it" may stand for: not the subject of a clause whose object it is.
func (rd *reading) bodies(f *found, mentions []found, barred *found) []*found {
	var out []*found
	for k := range mentions {
		m := &mentions[k]
		if len(m.IDs) != 1 || m.Plural || m.Adjective || m.Place || m.Speaker || m.Person != "" || !rd.audible(f, m) || barred != nil && sameActor(barred, m) {
			continue
		}
		switch m.Kind {
		case chancery.KindState, chancery.KindAssociation, chancery.KindOrgan, chancery.KindTerritory:
			out = append(out, m)
		}
	}
	return out
}

// onlyBody is the subject among them if all are one actor.
func (rd *reading) onlyBody(bodies []*found) *found {
	if len(bodies) == 0 || !rd.isSubject(bodies[0]) {
		return nil
	}
	for _, b := range bodies[1:] {
		if !sameActor(bodies[0], b) {
			return nil
		}
	}
	return bodies[0]
}

// expletive tells "It is important to" and "It was announced that" from an "it" that stands for
// something.
func (rd *reading) expletive(f *found) bool {
	if rd.word(f.First) != "it" {
		return false
	}
	for i := f.Last; i < f.Last+9 && rd.same(f.First, i); i++ {
		switch rd.word(i) {
		case "that", "to", "whether":
			return true
		}
	}
	return false
}

// grantOwner resolves the pronoun that owns a post or an organ: "his spokesman", "its government".
func (rd *reading) grantOwner(i int, f *found) {
	probe := *f
	probe.Mention = Mention{First: f.First, Last: f.First + 1, Start: f.Start, End: f.End}
	probe.wish.kind = f.wish.pronoun
	probe.wish.word = f.wish.word
	var from *found
	switch f.wish.pronoun {
	case wishCountry:
		rd.grantCountry(i, &probe)
		if probe.Via != "" {
			from = &probe
		}
	case wishHe:
		from = rd.personBefore(i, &probe, 2)
	case wishThey:
		from = rd.groupBefore(i, &probe)
	case wishIt:
		rd.grantIt(i, &probe)
		if probe.Via != "" {
			from = &probe
		}
	}
	if from != nil && len(from.IDs) > 0 {
		f.IDs = slices.Clone(from.IDs)
		rd.via(f)
	}
}

// grantCounterpart gives "his Uzbek counterpart" the office of the one whose counterpart it is.
func (rd *reading) grantCounterpart(i int, f *found) {
	here := rd.sentence(f)
	for s := here; s >= max(0, here-2); s-- {
		mentions := rd.before(i, s)
		match := noMatch
		for k := len(mentions) - 1; k >= 0; k-- {
			m := &mentions[k]
			if m.Office == "" || m.Adjective || slices.Equal(m.IDs, f.IDs) {
				continue
			}
			if match == noMatch || rd.isSubject(m) {
				match = k
			}
		}
		if match >= 0 {
			f.Office, f.Sector = mentions[match].Office, mentions[match].Sector
			break
		}
	}
	rd.fillHolder(f)
	rd.via(f)
	if f.Person == "" || f.Office == "" || len(f.IDs) != 1 {
		return
	}
	for k := i + 1; k < len(rd.found); k++ {
		if m := &rd.found[k]; m.Person == f.Person && m.Office == "" && slices.Equal(m.IDs, f.IDs) {
			m.Office, m.Sector = f.Office, f.Sector
		}
	}
	if strings.Contains(f.Person, " ") {
		rd.passages = append(rd.passages, chancery.Introduction{Person: f.Person, State: f.IDs[0], Office: f.Office, Start: f.Start, End: f.End})
	}
}

// fillHolder names the holder of a counterpart's office where the register knows it for the time of
// the text. The words do not name the person, so only Office is certain; Person stays empty.
func (rd *reading) fillHolder(f *found) {
	if f.Person == "" {
		return
	}
	for k := range rd.introduced {
		if p := &rd.introduced[k]; p.name == f.Person && p.office == "" {
			p.office = f.Office
		}
	}
}
