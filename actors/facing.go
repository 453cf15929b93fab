package actors

import (
	"slices"

	"chancery"
)

// placeByFacing gives people whom nothing places, in a text about two states, to the one that they do not face:
// whoever thanks Fiji or travels there is of the other.
func (rd *reading) placeByFacing() {
	main := rd.mainGroup(2)
	if main == nil {
		return
	}
	faced := map[string]string{} // person -> the state that they face, or "both"
	for i := range rd.found {
		f := &rd.found[i]
		if !rd.unplaced(f) {
			continue
		}
		for _, id := range main {
			if !rd.facesHome(f, id) && !rd.goesTo(f, id) {
				continue
			}
			if old := faced[f.Person]; old != "" && old != id {
				id = "both"
			}
			faced[f.Person] = id
		}
	}
	for i := range rd.found {
		f := &rd.found[i]
		id := faced[f.Person]
		if !rd.unplaced(f) || !slices.Contains(main, id) {
			continue
		}
		f.IDs = []string{main[1-slices.Index(main, id)]}
		f.Via = "context: the other of the two states that the text is about"
	}
	for k := range rd.introduced {
		p := &rd.introduced[k]
		if id := faced[p.name]; p.id == "" && slices.Contains(main, id) {
			p.id = main[1-slices.Index(main, id)]
		}
	}
}

// unplaced reports whether a mention is of a person in full whom nothing places.
func (rd *reading) unplaced(f *found) bool {
	return f.Kind == chancery.KindPerson && f.Person != "" && len(f.IDs) == 0 && !f.Speaker && !f.Pronoun && f.wish.kind == noWish
}
