package query

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/ledger"
)

// Dealing is how two actors dealt with each other, as far as the record can count it.
type Dealing string

// The dealings, each of which is drawn apart.
const (
	DealingMet     Dealing = "met"     // came together or spoke
	DealingSigned  Dealing = "signed"  // an agreement, signed or beyond
	DealingHelped  Dealing = "helped"  // any other cooperation, in words or deeds (PLOVER quad classes 1 and 2)
	DealingClashed Dealing = "clashed" // conflict, in words or deeds (quad classes 3 and 4)
	DealingTied    Dealing = "tied"    // a standing tie: diplomatic relations, an alliance, a visa regime
)

// Dealings lists them in order.
var Dealings = []Dealing{DealingMet, DealingSigned, DealingHelped, DealingClashed, DealingTied}

// Relation counts what passed between two actors.
type Relation struct {
	A, B   string // ids, A before B
	Counts map[Dealing]int
}

// Total is the number of dealings of all kinds.
func (r Relation) Total() int {
	n := 0
	for _, c := range r.Counts {
		n += c
	}
	return n
}

// Web is who dealt with whom over a time.
type Web struct {
	Actors    []Presence // those who dealt with anybody, by id; Entries counts their dealings
	Relations []Relation // by A, then B
	// LeftOut counts dealings that rest on somebody's word alone, where these are not asked for.
	LeftOut int
}

// WebQuestion narrows a web; a zero field does not.
type WebQuestion struct {
	Since, Until chancery.Date
	Said         bool   // also what no report says in its own voice
	With         string // id: only what passed with this one
	Only         Dealing
}

// Web counts who met, signed with, helped or clashed with whom. What is planned, wished, denied or cancelled did not
// happen, and is not in it; nor is an act of more than six, a conference, which says little of any two.
func (r *Record) Web(ctx context.Context, q WebQuestion, at At) (Web, error) {
	entries, err := r.entries(ctx, chancery.EntryFilter{Actor: q.With}, at)
	if err != nil {
		return Web{}, err
	}
	t := &teller{Record: r, at: at, today: cmp.Or(at.AsOf, at.KnownOn, r.Today())}
	asked := chancery.Period{Start: q.Since, End: q.Until}
	relations := map[[2]string]*Relation{}
	actors := map[string]*Presence{}
	var web Web
	for _, e := range entries {
		dealing, ok := r.dealing(e)
		state, told := t.stateOf(e)
		if !ok || q.Only != "" && dealing != q.Only || !told || !took(e, state) || !asked.IsZero() && !asked.Overlaps(cmp.Or(e.When, chancery.Day(e.FirstKnown))) {
			continue
		}
		pairs := pairsOf(e)
		if len(pairs) > 0 && e.OnlySaid() && !q.Said {
			web.LeftOut++
			continue
		}
		for _, pair := range pairs {
			if q.With != "" && pair[0] != q.With && pair[1] != q.With {
				continue
			}
			if relations[pair] == nil {
				relations[pair] = &Relation{A: pair[0], B: pair[1], Counts: map[Dealing]int{}}
			}
			relations[pair].Counts[dealing]++
			for _, id := range pair {
				if actors[id] == nil {
					actors[id] = &Presence{ActorChoice: ActorChoice{ID: id, Name: firstOf(r.names.Name(id), id), Kind: r.kind(id)}}
				}
				actors[id].Entries++
				if e.LastKnown.After(actors[id].Last) {
					actors[id].Last = e.LastKnown
				}
			}
		}
	}
	for _, rel := range relations {
		web.Relations = append(web.Relations, *rel)
	}
	for _, a := range actors {
		web.Actors = append(web.Actors, *a)
	}
	slices.SortFunc(web.Relations, func(a, b Relation) int { return cmp.Or(strings.Compare(a.A, b.A), strings.Compare(a.B, b.B)) })
	slices.SortFunc(web.Actors, func(a, b Presence) int { return strings.Compare(a.ID, b.ID) })
	return web, nil
}

// dealing sorts an entry; false where it tells of no dealing of two.
func (r *Record) dealing(e chancery.Entry) (Dealing, bool) {
	switch {
	case e.Kind == chancery.KindAgreement:
		return DealingSigned, true
	case e.Kind == chancery.KindTie:
		return DealingTied, true
	case e.Kind != chancery.KindEvent:
		return "", false
	case meetings[e.Act]:
		return DealingMet, true
	}
	switch r.words.act(e.Act).Quad {
	case 1, 2:
		return DealingHelped, true
	case 3, 4:
		return DealingClashed, true
	}
	return "", false
}

// took reports whether what the entry tells has come about.
func took(e chancery.Entry, state chancery.State) bool {
	if e.Kind == chancery.KindTie {
		return state == chancery.StateHeld
	}
	if e.Kind == chancery.KindAgreement {
		switch state {
		case chancery.StateSigned, chancery.StateRatified, chancery.StateInForce, chancery.StateSuspended, chancery.StateEnded:
			return true
		}
		return false
	}
	return ledger.Real(state)
}

// mostTogether is how many may take part in what still says something of each two of them.
const mostTogether = 6

// pairsOf lists the pairs that an entry is between: of its two sides, or of its one side where all act together.
func pairsOf(e chancery.Entry) [][2]string {
	var left, right []string
	for _, p := range e.Actors {
		left = append(left, p.ID)
	}
	for _, p := range e.Recipients {
		right = append(right, p.ID)
	}
	if len(right) == 0 {
		right = left
	}
	if len(left)+len(e.Recipients) > mostTogether {
		return nil
	}
	var pairs [][2]string
	for _, a := range left {
		for _, b := range right {
			pair := [2]string{min(a, b), max(a, b)}
			if a != "" && b != "" && a != b && !slices.Contains(pairs, pair) {
				pairs = append(pairs, pair)
			}
		}
	}
	return pairs
}

// Month is what passed between two actors in one calendar month.
type Month struct {
	Start  chancery.Date // its first day
	Counts map[Dealing]int
}

// Course counts the dealings of two actors, but for ties, which have no month, by month, from the first month that has any to the last, those without any
// too. Entries of which only the day of their report is known stand there; what rests on somebody's word alone is left
// out.
func (r *Record) Course(ctx context.Context, a, b string, at At) ([]Month, error) {
	entries, err := r.entries(ctx, chancery.EntryFilter{Actor: a, With: b}, at)
	if err != nil {
		return nil, err
	}
	t := &teller{Record: r, at: at, today: cmp.Or(at.AsOf, at.KnownOn, r.Today())}
	pair := [2]string{min(a, b), max(a, b)}
	months := map[chancery.Date]map[Dealing]int{}
	var first, last chancery.Date
	for _, e := range entries {
		dealing, ok := r.dealing(e)
		state, told := t.stateOf(e)
		day := begins(e)
		if !ok || dealing == DealingTied || !told || !took(e, state) || e.OnlySaid() || day.IsZero() || !slices.Contains(pairsOf(e), pair) {
			continue
		}
		month := chancery.NewDate(day.Year, day.Month, 1)
		if months[month] == nil {
			months[month] = map[Dealing]int{}
		}
		months[month][dealing]++
		if first.IsZero() || month.Before(first) {
			first = month
		}
		if month.After(last) {
			last = month
		}
	}
	var course []Month
	for m := first; len(months) > 0 && !m.After(last); m = m.AddMonths(1) {
		course = append(course, Month{m, months[m]})
	}
	return course, nil
}
