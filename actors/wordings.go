package actors

import (
	"slices"
	"strings"

	"chancery"
)

// formRank orders the readings of one spelling: a usual name goes before a name that was.
var formRank = map[string]int{"short": 0, "official": 0, "abbreviation": 1, "variant": 2,
	"adjective": 2, "demonym": 3, "demonym-plural": 3, "capital": 4, "metonym": 5, "former": 6}

func (r *Register) buildLexicon() {
	r.addActorNames()
	r.addOrgans()
	r.addOffices()
	r.addPeople()
	for c := range r.facts.cities.all {
		r.lexicon.add(c.name, sense{kind: senseCity, id: c.state, rank: 5})
	}
	for a := range r.facts.agents.all {
		r.lexicon.add(a.wording, sense{kind: senseAgent, index: len(r.agents), rank: 8, plural: a.plural})
		r.agents = append(r.agents, *a)
	}
	shared := make(map[string]bool)
	for l := range r.facts.lookalikes.all {
		r.lexicon.add(l.name, sense{kind: senseLookalike, index: len(r.lookalikes), rank: -1})
		r.lookalikes = append(r.lookalikes, *l)
		if l.meaning == "several" {
			shared[foldName(l.name)] = true
		}
	}
	r.lexicon.looseCompass(shared)
}

func (r *Register) addActorNames() {
	for n := range r.facts.stateNames.all {
		s := sense{kind: senseState, id: n.id, rank: formRank[n.form], span: r.during(n), ambiguous: n.ambiguous}
		switch n.form {
		case "adjective", "demonym":
			s.kind = senseAdjective
		case "demonym-plural":
			s.kind, s.plural = senseCitizens, true
		case "capital":
			s = r.capitalSense(s)
		case "metonym":
			s.kind = senseMetonym
		}
		r.lexicon.add(n.name, s)
		if n.form == "official" {
			r.lexicon.add(strings.TrimPrefix(n.name, "the "), s)
		}
	}
	for s := range r.facts.states.all {
		if s.official != "" {
			r.lexicon.add(strings.TrimPrefix(strings.TrimPrefix(s.official, "The "), "the "), sense{kind: senseState, id: s.id, span: eraOf(s.span)})
		}
	}
	for a := range r.facts.associations.all {
		s := sense{kind: senseAssociation, id: a.id, span: eraOf(a.span)}
		r.lexicon.add(a.name, s)
		r.lexicon.add(otherSpelling(a.name), s)
	}
	for n := range r.facts.associationNames.all {
		s := sense{kind: senseAssociation, id: n.id, rank: formRank[n.form], span: r.during(n), ambiguous: n.ambiguous}
		switch n.form {
		case "metonym":
			s.kind = senseMetonym
		case "adjective":
			s.kind = senseAdjective
		}
		r.lexicon.add(n.name, s)
		r.lexicon.add(otherSpelling(n.name), s)
	}
}

// during is the time of a name: at the widest that of its actor.
func (r *Register) during(n *nameRow) era {
	span, a := n.span, r.actors[n.id]
	if span.since.IsZero() {
		span.since = a.Since
	}
	if span.until.IsZero() {
		span.until = a.Until
	}
	return eraOf(span)
}

// capitalSense takes the capital of a state for its government, and that of a territory for a town.
func (r *Register) capitalSense(s sense) sense {
	s.kind = senseCapital
	if a := r.actors[s.id]; a.Kind == chancery.KindTerritory {
		s.kind = senseCity
		if a.Of != "" && strings.HasPrefix(a.ID, "X") {
			s.id = a.Of
		}
	}
	return s
}

// otherSpelling gives the American form of a British name and the other way round: names of
// associations come in both.
func otherSpelling(name string) string {
	for _, pair := range [][2]string{{"isation", "ization"}, {"entre", "enter"}, {"efence", "efense"},
		{"rogramme", "rogram"}, {"abour", "abor"}} {
		if strings.Contains(name, pair[0]) {
			return strings.Replace(name, pair[0], pair[1], 1)
		}
		if strings.Contains(name, pair[1]) && pair[1] != "enter" && pair[1] != "rogram" {
			return strings.Replace(name, pair[1], pair[0], 1)
		}
	}
	return name
}

func (r *Register) addOrgans() {
	for o := range r.facts.organs.all {
		s := sense{kind: senseOrgan, id: o.id, index: len(r.organs), rank: 1, span: eraOf(o.span)}
		r.organs = append(r.organs, *o)
		if o.id != "*" {
			r.lexicon.add(o.wording, s)
			continue
		}
		text := uncapital(o.wording)
		head, _, _ := strings.Cut(text, " of ")
		s.plural = strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss")
		r.lexicon.add(text, s)
		s.plural = true
		r.lexicon.add(pluralOf(text), s)
	}
}

// uncapital writes a generic wording in lower case, so that texts may write it either way;
// abbreviations ("PM") stay as they are.
func uncapital(s string) string {
	if allUpper(s) && len(s) > 1 {
		return s
	}
	return strings.ToLower(s)
}

func (r *Register) addOffices() {
	for row := range r.facts.offices.all {
		s := sense{kind: senseOffice, id: row.id, rank: 1}
		s.owner, s.proper = r.ownerNamed(row)
		s.index = r.organNamed(row.wording)
		text := uncapital(row.wording)
		r.lexicon.add(text, s)
		s.plural = true
		r.lexicon.add(pluralOf(text), s)
	}
}

// organNamed finds the organ in a wording such as "foreign ministry spokesman": 1 + its index, or 0.
func (r *Register) organNamed(text string) int {
	words := strings.Fields(text)
	for n := len(words) - 1; n > 1; n-- {
		for _, w := range r.lexicon.exact(strings.Join(words[:n], " ")) {
			if w.sense.kind == senseOrgan && !w.sense.plural {
				return w.sense.index + 1
			}
		}
	}
	return 0
}

// ownerNamed finds whose post a wording names without more: that of the one state which the row
// gives, or that of the actor named in the wording. The place that an ambassador is sent to is not
// whom the ambassador serves.
func (r *Register) ownerNamed(row *officeRow) (id string, proper bool) {
	if _, ok := r.actors[row.of]; ok {
		return row.of, row.wording != strings.ToLower(row.wording)
	}
	if row.id == "ambassador" || row.id == "permanent-representative" {
		return "", false
	}
	pieces := split(nil, row.wording)
	for length := len(pieces); length > 0; length-- {
		for i := 0; i+length <= len(pieces); i++ {
			text := row.wording[pieces[i].start:pieces[i+length-1].end]
			if !upperInitial(text) {
				continue
			}
			for _, w := range r.lexicon.exact(text) {
				if w.sense.kind == senseState || w.sense.kind == senseMetonym || w.sense.kind == senseAssociation {
					return w.sense.id, true
				}
				if organ := w.sense; organ.kind == senseOrgan && r.organs[organ.index].id != "*" {
					return r.organs[organ.index].id, true
				}
			}
		}
	}
	return "", false
}

// pluralOf puts the noun that a wording turns on into the plural: "heads of state", "ministers of
// foreign affairs", "secretaries-general", "spokespeople".
func pluralOf(text string) string {
	end := len(text)
	for _, mark := range []string{" of ", " for ", " to ", " in ", "-general", " general", " on "} {
		if i := strings.Index(text, mark); i > 0 {
			end = min(end, i)
		}
	}
	head, rest := text[:end], text[end:]
	switch {
	case strings.HasSuffix(head, "man"):
		head = strings.TrimSuffix(head, "man") + "men"
	case strings.HasSuffix(head, "person"):
		head = strings.TrimSuffix(head, "person") + "people"
	case strings.HasSuffix(head, "ey"), strings.HasSuffix(head, "ay"):
		head += "s"
	case strings.HasSuffix(head, "y"):
		head = strings.TrimSuffix(head, "y") + "ies"
	case strings.HasSuffix(head, "s"), strings.HasSuffix(head, "sh"), strings.HasSuffix(head, "ch"):
		if strings.HasSuffix(head, "s") {
			return text
		}
		head += "es"
	default:
		head += "s"
	}
	return head + rest
}

// surnameFirst lists the states whose people are written with the family name first.
var surnameFirst = []string{"CHN", "TWN", "PRK", "KOR", "HKG", "MAC", "VNM", "KHM"}

// particles join a family name and belong to it.
var particles = []string{"al", "el", "bin", "ibn", "ben", "de", "da", "do", "dos", "das", "del", "della",
	"di", "du", "la", "le", "van", "von", "der", "den", "ter", "ul", "ur", "abu", "zu", "y", "bint", "ould", "st"}

func (r *Register) addPeople() {
	for i, p := range r.people {
		full := sense{kind: sensePerson, index: i, rank: 2}
		r.lexicon.add(p.name, full)
		part := full
		part.partial = true
		short := false
		for _, name := range p.aka {
			titled := part
			if rest := r.withoutTitle(name); rest != name {
				titled.ambiguous = true // "King Charles": "Charles" names him only after "King"
				name = rest
			} else if strings.Contains(name, " ") {
				titled = full
			} else {
				short = true
			}
			if name != "" {
				r.lexicon.add(name, titled)
			}
		}
		if !short {
			for _, name := range familyNames(p.name, p.states()) {
				r.lexicon.add(name, part)
			}
		}
	}
}

// withoutTitle cuts an office off the front of a name: texts have other titles in its place.
func (r *Register) withoutTitle(name string) string {
	if first, _, several := strings.Cut(name, " "); !several || !r.opensOffice(first) {
		return name
	}
	words := strings.Fields(name)
	for n := min(3, len(words)); n > 0; n-- {
		for _, w := range r.lexicon.exact(strings.Join(words[:n], " ")) {
			if w.sense.kind == senseOffice {
				return strings.Join(words[n:], " ")
			}
		}
	}
	return name
}

// numeral reports whether a word of a name is a number or a suffix.
func numeral(word string) bool {
	if len(word) < 2 || word == "Jr." || word == "Sr." || word == "Jr" || word == "Sr" {
		return true
	}
	return strings.Trim(word, "IVX") == ""
}

// opensOffice reports whether the wording of an office may begin with the word.
func (r *Register) opensOffice(word string) bool {
	if r.officeWords == nil {
		r.officeWords = make(map[string]bool)
		for row := range r.facts.offices.all {
			first, _, _ := strings.Cut(strings.ToLower(row.wording), " ")
			r.officeWords[first] = true
		}
	}
	return r.officeWords[strings.ToLower(word)]
}

func (p *person) states() []string {
	var out []string
	for _, t := range p.terms {
		if !slices.Contains(out, t.state) {
			out = append(out, t.state)
		}
	}
	return out
}

// familyNames gives what news writes of a name when it writes one word.
func familyNames(name string, states []string) []string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return nil
	}
	for _, s := range states {
		if slices.Contains(surnameFirst, s) {
			return []string{words[0]}
		}
	}
	last := words[len(words)-1]
	if numeral(last) || notNames[strings.ToLower(last)] {
		return nil // "Juan Carlos I", "Godwin Friday": nobody is called so without more
	}
	names := []string{last}
	for i := 1; i < len(words)-1; i++ {
		if slices.Contains(particles, strings.ToLower(words[i])) {
			names = append(names, strings.Join(words[i:], " "))
			break
		}
	}
	return names
}

// service picks the office that a person is to be named with in a text of the period: one held then,
// or the last held before. Current tells which.
func (p *person) service(when chancery.Period) (best term, current, ok bool) {
	for _, t := range p.terms {
		now := t.span.on(when)
		switch {
		case !ok, now && !current:
		case now != current, now && t.rank > best.rank:
			continue
		case now && t.rank < best.rank:
		case !t.span.since.After(best.span.since):
			continue
		}
		best, current, ok = t, now, true
	}
	return best, current, ok
}
