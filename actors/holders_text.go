package actors

import "chancery"

// nameHolders gives a post that the text names with its state, and without its holder, the person whom the
// text has introduced as its only holder: "the Turkmen minister", after "her counterpart, Maral Annayeva".
func (rd *reading) nameHolders() {
	for i := range rd.found {
		f := &rd.found[i]
		if f.Kind != chancery.KindOffice || f.Person != "" || f.Office == "" || f.Plural || f.Pronoun || f.Adjective || f.Speaker || len(f.IDs) != 1 || f.Organ != "" {
			continue
		}
		if rd.word(f.First) == "a" || rd.word(f.First) == "an" {
			continue
		}
		if name := rd.introducedHolder(f); name != "" {
			f.Person, f.Kind = name, chancery.KindPerson
		}
	}
}

// introducedHolder is the only person whom the text before the post introduced as holding it, or "".
func (rd *reading) introducedHolder(f *found) string {
	name := ""
	for k := range rd.introduced {
		p := &rd.introduced[k]
		if p.id != f.IDs[0] || p.office == "" || p.at >= f.First {
			continue
		}
		holder := found{Mention: Mention{Office: p.office, IDs: f.IDs, Person: p.name}}
		if !rd.holds(&holder, []string{f.Office}) {
			continue
		}
		if name != "" && name != p.name {
			return ""
		}
		name = p.name
	}
	return name
}
