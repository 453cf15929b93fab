package actors

import (
	"slices"

	"chancery"
)

// composeNeighbour reads "its neighbour", "his northern neighbour": the other of two states that the text is
// about.
func (rd *reading) composeNeighbour(i int) {
	j := i + 1
	for rd.same(i, j) && j < i+3 && !neighbourWords[rd.word(j)] && rd.taken[j] == 0 && rd.atomAt(j) == nil {
		j++
	}
	if !rd.same(i, j) || !neighbourWords[rd.word(j)] || rd.taken[i] != 0 || rd.taken[j] != 0 || rd.joined(j) && rd.nameLike(j+1) {
		return
	}
	f := found{Mention: Mention{First: i, Last: j + 1, Kind: chancery.KindState}}
	rd.ownedBy(&f, i)
	f.wish.kind = wishNeighbour
	rd.commit(f, j)
}

var neighbourWords = wordSet("neighbour neighbor")

// grantNeighbour gives a neighbour the state that the text is about beside the neighbour's neighbour: one of the
// two that it names most, or the only other one in the sentences around.
func (rd *reading) grantNeighbour(i int, f *found) {
	owner := *f
	owner.wish.kind = wishOwner
	rd.grantOwner(i, &owner)
	if len(owner.IDs) != 1 || !rd.isState(owner.IDs[0]) {
		return
	}
	own := owner.IDs[0]
	if main := rd.mainGroup(2); slices.Contains(main, own) {
		f.IDs = slices.DeleteFunc(slices.Clone(main), func(id string) bool { return id == own })
	} else {
		here := rd.sentence(f)
		var ids []string
		for s := max(0, here-1); s <= here; s++ {
			ids = rd.statesOf(ids, rd.before(i, s), true)
		}
		f.IDs = slices.DeleteFunc(ids, func(id string) bool { return id == own })
	}
	if len(f.IDs) != 1 {
		f.IDs = nil
		return
	}
	rd.via(f)
}
