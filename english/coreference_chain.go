package english

// root is the first mention of a chain.
func (r *resolver) root(i int) int {
	for int(r.chains[i]) != i {
		r.chains[i] = r.chains[r.chains[i]]
		i = int(r.chains[i])
	}
	return i
}

// join puts two mentions into one chain, unless what is known of the chains speaks against it.
func (r *resolver) join(a, b int) bool {
	a, b = r.root(a), r.root(b)
	if a == b {
		return true
	}
	if a > b {
		a, b = b, a
	}
	x, y := &r.mentions[a], &r.mentions[b]
	if !agree(x, y) {
		return false
	}
	// The root keeps what the whole chain lets know.
	if x.Sort == UnknownSort {
		x.Sort = y.Sort
	}
	if !r.marks[a].genderSure && y.Gender != UnknownGender {
		x.Gender = y.Gender
	}
	if x.Number == UnknownNumber {
		x.Number = y.Number
	}
	if r.marks[a].state == "" {
		r.marks[a].state = r.marks[b].state
	}
	r.marks[a].genderSure = r.marks[a].genderSure || r.marks[b].genderSure
	r.marks[a].size += r.marks[b].size
	if f := r.marks[b].full; r.nameLength(int(f)) > r.nameLength(int(r.marks[a].full)) {
		r.marks[a].full = f
	}
	r.chains[b] = int32(a)
	return true
}

// agree reports whether two mentions may be one thing by sort and gender.
func agree(x, y *Mention) bool {
	if x.Gender != UnknownGender && y.Gender != UnknownGender && x.Gender != y.Gender {
		return false
	}
	return x.Sort == y.Sort || x.Sort == UnknownSort || y.Sort == UnknownSort ||
		x.Sort == PlaceSort && y.Sort == OrganisationSort || x.Sort == OrganisationSort && y.Sort == PlaceSort
}

// finish gives the mentions out, with the chains written down.
func (r *resolver) finish() []Mention {
	if len(r.mentions) == 0 {
		return nil
	}
	out := make([]Mention, len(r.mentions))
	copy(out, r.mentions)
	// lasts is used again: the last mention of each chain so far.
	for i := range out {
		r.marks[i].next = -1
	}
	for i := range out {
		root := r.root(i)
		out[i].Chain = root
		if root != i {
			out[i].Antecedent = int(r.marks[root].next)
			out[i].Sort, out[i].Antecedents = out[root].Sort, nil
			if out[i].Gender == UnknownGender {
				out[i].Gender = out[root].Gender
			}
		}
		r.marks[root].next = int32(i)
	}
	r.d = nil
	return out
}
