package ledger

import (
	"strings"

	"chancery"
)

// tieOf maps acts to the tie that they make, tell of or end. The first act of each names the entry.
var tieOf = map[string]struct {
	tie  string
	ends bool
}{
	"establish-relations": {"establish-relations", false},
	"break-relations":     {"establish-relations", true},
	"relations-since":     {"relations-since", false},
	"open-embassy":        {"open-embassy", false},
	"close-embassy":       {"open-embassy", true},
}

// ties groups the standing relations of two actors: one for each relation and pair, and for each
// direction where the act has one (an embassy in a country is not an embassy of it).
//
// "65 years of relations" and "relations were broken off" stay apart: the first counts years of
// cooperation, which need not be diplomatic relations.
func (g *gathered) ties() []*group {
	byKey := map[string]*group{}
	var groups []*group
	for _, it := range g.byKind[chancery.KindTie] {
		tie, ends := it.claim.Act, false
		if known, ok := tieOf[it.claim.Act]; ok {
			tie, ends = known.tie, known.ends
		}
		way := strings.Join(it.actors, ",") + ">" + strings.Join(it.recipients, ",")
		if it.act.Mutual || tie == "establish-relations" {
			way = strings.Join(it.parties, ",")
		}
		if strings.HasPrefix(way, ">") || len(it.parties) < 2 {
			way += "|" + it.claim.Report // a tie of one: with whom is told elsewhere in the report
		}
		key := tie + "|" + way
		group := byKey[key]
		if group == nil {
			group = newTie(tie, way)
			byKey[key] = group
			groups = append(groups, group)
		}
		group.add(it, tieState(it, ends))
	}
	for _, group := range groups {
		group.name()
	}
	return groups
}

func newTie(tie, way string) *group {
	return &group{kind: chancery.KindTie, act: tie, key: []string{tie, way}, when: tieWhen}
}

// name gives a tie of which only the end is told the act that ended it.
func (g *group) name() {
	for _, p := range g.pieces {
		if p.claim.Act == g.act {
			return
		}
	}
	g.act = g.pieces[0].claim.Act
}

func tieState(it *item, ends bool) chancery.State {
	state := moodState(it.claim.Mood)
	switch {
	case ends && it.claim.Mood.Real():
		return chancery.StateEnded
	case state == chancery.StateUnderWay:
		return chancery.StateHeld
	}
	return state
}

// lasting acts tell of a tie that is there, and give its beginning only if the text does.
var lasting = map[string]bool{"relations-since": true, "strategic-partnership": true}

// tieWhen is the time over which the tie is held.
func tieWhen(g *group, state chancery.State) chancery.Period {
	var begin, end chancery.Period
	for _, p := range g.sources {
		when := p.claim.When
		if when.IsZero() || !Real(p.state) {
			continue
		}
		if p.state == chancery.StateEnded {
			end = finer(end, when)
		} else if (p.span.told || !lasting[p.claim.Act]) && !when.Start.IsZero() && !(lasting[p.claim.Act] && p.span.day()) {
			begin = finer(begin, when)
		}
	}
	whole := begin
	whole.End = chancery.Date{}
	if state != chancery.StateEnded {
		return whole
	}
	if begin.IsZero() {
		whole = end
		whole.Start = chancery.Date{}
	}
	last := end.End
	if last.IsZero() {
		last = end.Start
	}
	if whole.Start.IsZero() || !last.Before(whole.Start) {
		whole.End = last
	}
	return whole
}
