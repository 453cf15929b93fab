package actors

import (
	"slices"
	"strings"

	"chancery"
)

// isState reports whether the id is a state's or a territory's.
func (rd *reading) isState(id string) bool {
	a := rd.actors[id]
	return a != nil && a.Kind != chancery.KindAssociation
}

// statesOf adds the states that the mentions stand for; where they just name places, only on demand.
func (rd *reading) statesOf(into []string, mentions []found, places bool) []string {
	for i := range mentions {
		f := &mentions[i]
		if f.Place && !places {
			continue
		}
		for _, id := range f.IDs {
			if rd.isState(id) && !slices.Contains(into, id) {
				into = append(into, id)
			}
		}
	}
	return into
}

// grantPair finds the states that were named together before "the two countries".
func (rd *reading) grantPair(i int, f *found) {
	// Hosts are often named by the place alone: "arrived in Minsk". They count where nothing else does.
	if !rd.pairBefore(i, f, false) {
		rd.pairBefore(i, f, true)
	}
}

// pairBefore is grantPair with or without the states that are named as places. It reports whether the
// search is over: a pair was found, or too many states.
func (rd *reading) pairBefore(i int, f *found, places bool) bool {
	want := f.wish.count
	if want == 0 {
		want = 2
	}
	var together []string
	here := rd.sentence(f)
	for s := here; s >= max(0, here-farBack); s-- {
		mentions := rd.before(i, s)
		if ids := rd.lastGroup(mentions, want); ids != nil {
			rd.setPair(f, ids)
			return true
		}
		merged := rd.statesOf(nil, mentions, places)
		for _, id := range together {
			if !slices.Contains(merged, id) {
				merged = append(merged, id)
			}
		}
		switch {
		case len(merged) == want:
			rd.setPair(f, merged)
			return true
		case len(merged) > want:
			if main := rd.mainPair(); want == 2 && main != nil && slices.Contains(merged, main[0]) && slices.Contains(merged, main[1]) {
				rd.setPair(f, main)
			}
			return true
		}
		together = merged
	}
	return false
}

func (rd *reading) setPair(f *found, ids []string) {
	f.IDs = slices.Clone(ids)
	f.Plural = true
	rd.via(f)
}

// lastGroup is the last mention or the last enumeration of just so many states: "Belarusian and
// Laotian leaders", "Russia and Laos".
func (rd *reading) lastGroup(mentions []found, want int) []string {
	for i := len(mentions) - 1; i >= 0; i-- {
		if f := &mentions[i]; len(f.IDs) == want && rd.isState(f.IDs[0]) && rd.isState(f.IDs[1]) {
			return f.IDs
		}
		chained := i > 1 && rd.coordinated(&mentions[i-2], &mentions[i-1]) || i+1 < len(mentions) && rd.coordinated(&mentions[i], &mentions[i+1])
		if want == 2 && i > 0 && rd.coordinated(&mentions[i-1], &mentions[i]) && !chained {
			a, b := &mentions[i-1], &mentions[i]
			if len(a.IDs) == 1 && len(b.IDs) == 1 && a.IDs[0] != b.IDs[0] && rd.isState(a.IDs[0]) && rd.isState(b.IDs[0]) {
				return []string{a.IDs[0], b.IDs[0]}
			}
		}
	}
	return nil
}

// coordinated reports whether nothing but "and" parts two mentions.
func (rd *reading) coordinated(a, b *found) bool {
	i := a.Last
	if rd.possessive(i) {
		i++
	}
	for n := 0; i < b.First && n < 4; n++ {
		switch rd.word(i) {
		case "and", "&", "the", ",", "his", "-", "–", "with":
		default:
			return false
		}
		i++
	}
	return i == b.First && b.First > a.Last
}

// byEvidence lists the states of the text, those that it names most often first.
func (rd *reading) byEvidence() []string {
	var ids []string
	for id := range rd.evidence {
		if rd.isState(id) {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		if c := rd.evidence[b] - rd.evidence[a]; c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	return ids
}

// mainState is the state that the text names more often than any other, or "".
func (rd *reading) mainState() string {
	ids := rd.byEvidence()
	if len(ids) == 0 || len(ids) > 1 && rd.evidence[ids[1]] == rd.evidence[ids[0]] {
		return ""
	}
	return ids[0]
}

// mainPair are the two states that the whole text is about: both often, and any third one less.
func (rd *reading) mainPair() []string {
	ids := rd.byEvidence()
	if len(ids) < 2 || rd.evidence[ids[1]] < 2 || len(ids) > 2 && rd.evidence[ids[2]]*2 > rd.evidence[ids[1]] {
		return nil
	}
	return ids[:2]
}
