// Package ledger concludes entries from claims: what stands, since when, until when, on whose word,
// and what speaks against it.
//
// Conclude is a pure function. It sorts what it is given before it looks at it, so any order of
// reports, any batches and any repeats give the same entries, byte for byte. Taking a report out and
// concluding again is the same as never having had it.
//
// The work goes in four steps, each with its own files:
//
//   - gather.go, who.go: drop repeats and what was not yet known, place the people whom a report
//     only names, and note what each claim by itself would make of an entry;
//   - events.go, lives.go, standings.go, agreements.go, commitments.go, threads.go, positions.go,
//     ties.go, quotes.go: put claims about the same thing into one group, kind by kind;
//   - rulings.go, corrections.go, joining.go: what people judged. Rejected claims are left out and
//     corrected ones put right while gathering; groups are joined and parted once they are made;
//   - states.go, build.go: make an entry of each group. What a group's steps add up to is decided
//     by one function per kind, which StateAsOf uses again for any day;
//   - tensions.go: find the claims that cannot both hold. Nothing is resolved by it.
package ledger

import (
	"slices"
	"strings"

	"chancery"
)

// Input is all that entries are concluded from.
type Input struct {
	// Reports are those that the claims come from. Text and original are not looked at.
	Reports       []chancery.Report
	Claims        []chancery.Claim
	Introductions []chancery.Introduction
	// Judgements are what people decided, in any order. Each counts from the day on which it was made
	// until it is withdrawn: what is rejected makes nothing, what is corrected counts as corrected, and
	// what is the same or different is joined or parted.
	Judgements []chancery.Judgement
	// Acts finds an act of the codebook. Without it the claims' own fields decide.
	Acts func(id string) (chancery.Act, bool)
	// Facts are the standings that the register knows, of the actors and associations that matter to
	// the caller (see Pairs). Each becomes an entry, or joins the entry that claims make.
	Facts []chancery.StandingFact
	// KnownOn leaves out the reports that had not been published by then. Zero leaves out none.
	//
	// A report that was published somewhere in an interval counts as known from the interval's end.
	// One of which nothing is known counts as known from the start of the latest thing that it says
	// has happened, because it cannot be older; and never, where it dates nothing. A register fact
	// counts as known from the day it began, and its end from the day it ended.
	KnownOn chancery.Date
}

// Conclude gives the entries that follow from the input, by id. The input is left as it is. A claim
// without an id cannot be pointed at and makes no entry.
func Conclude(in Input) []chancery.Entry {
	g := gather(in)
	happenings := g.events()
	groups := make([]*group, 0, len(g.items))
	for _, c := range happenings {
		groups = append(groups, c.group())
	}
	standings := g.standings(in)
	groups = append(groups, standings.groups()...)
	agreements := g.agreements()
	groups = append(groups, agreements...)
	groups = append(groups, g.commitments(happenings, agreements)...)
	groups = append(groups, g.positions()...)
	groups = append(groups, g.ties()...)
	groups = append(groups, g.quotes()...)
	groups = g.rulings.rejoin(groups)
	entries := assemble(groups)
	addTensions(groups)
	slices.SortFunc(entries, func(a, b *chancery.Entry) int { return strings.Compare(a.ID, b.ID) })
	sealed := make([]chancery.Entry, len(entries))
	for i, e := range entries {
		g.rulings.sign(e)
		sealed[i] = *e
	}
	return sealed
}

// Pair is an actor and an association, by their ids.
type Pair struct{ Actor, Association string }

// Pairs lists the actors and associations between which the claims tell of a standing, in order. The
// register's facts about these belong into Input.Facts.
func Pairs(claims []chancery.Claim) []Pair {
	seen := map[Pair]bool{}
	for _, c := range claims {
		if c.Kind != chancery.KindStanding || c.Association == nil || c.Association.ID == "" {
			continue
		}
		for _, side := range [][]chancery.Participant{c.Actor, c.Recipient} {
			for _, p := range side {
				if p.ID != "" {
					seen[Pair{p.ID, c.Association.ID}] = true
				}
			}
		}
	}
	pairs := make([]Pair, 0, len(seen))
	for p := range seen {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(a, b Pair) int {
		if c := strings.Compare(a.Actor, b.Actor); c != 0 {
			return c
		}
		return strings.Compare(a.Association, b.Association)
	})
	return pairs
}
