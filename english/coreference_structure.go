package english

// coordinate marks the first members of enumerations: "Peru and Chile".
func (r *resolver) coordinate() {
	for i := range r.mentions {
		t := &r.d.Tokens[r.mentions[i].Head]
		if t.Label == Conj && r.at[t.Head] >= 0 && r.mentions[i].Kind != PronounMention {
			r.marks[r.at[t.Head]].group = true
		}
	}
}

// group appends the members of the enumeration that mention i begins.
func (r *resolver) group(out []int, i int) []int {
	out = append(out, i)
	for _, c := range r.d.Children(r.mentions[i].Head) {
		if r.d.Tokens[c].Label == Conj && r.at[c] >= 0 {
			out = append(out, int(r.at[c]))
		}
	}
	return out
}

// structures joins what the tree itself says is one: appositions, relative pronouns, reflexives.
func (r *resolver) structures() {
	for i := range r.mentions {
		m := &r.mentions[i]
		switch {
		case m.Kind == PronounMention:
			f, _ := r.pronounFacts(m.Head)
			if f.relative {
				r.relative(i)
			}
		case r.marks[i].role == appositionRole:
			r.apposition(i)
		}
	}
}

// relative joins "who" with the noun that its clause describes.
func (r *resolver) relative(i int) {
	v := r.relativeClause(r.mentions[i].Head)
	if h := r.d.Tokens[v].Head; h >= 0 && r.at[h] >= 0 {
		m, from := &r.mentions[i], &r.mentions[r.at[h]]
		if r.marks[r.at[h]].group {
			return
		}
		m.Number = from.Number
		r.join(int(r.at[h]), i)
	}
}

// apposition joins "Sergey Lavrov, the foreign minister" where both can be one thing.
func (r *resolver) apposition(i int) {
	h := r.d.Tokens[r.mentions[i].Head].Head
	if h == Root || r.at[h] < 0 {
		return
	}
	from := int(r.at[h])
	m, f := &r.mentions[i], &r.mentions[from]
	if r.marks[from].group || r.marks[i].group || m.Number != f.Number || m.Kind == NamedMention && f.Kind == NamedMention && !r.bracketed(i) {
		return
	}
	if !r.behindMark(m) || m.Sort == OtherSort || f.Sort == OtherSort || m.Sort == UnknownSort && f.Sort == UnknownSort ||
		m.Sort != f.Sort && m.Sort != UnknownSort && f.Sort != UnknownSort {
		return
	}
	if r.join(from, i) && r.marks[from].noun == "" {
		r.marks[from].noun = r.marks[i].noun
	}
}

// behindMark reports whether a comma, a dash or a bracket stands before a mention.
func (r *resolver) behindMark(m *Mention) bool {
	if m.First == 0 {
		return false
	}
	w := r.d.Word(m.First - 1)
	return w == "," || w == "(" || isDash(w)
}

// bracketed reports whether a mention stands alone in brackets.
func (r *resolver) bracketed(i int) bool {
	m := &r.mentions[i]
	return m.First > 0 && m.Last < len(r.d.Tokens) && r.d.Word(m.First-1) == "(" && r.d.Word(m.Last) == ")"
}
