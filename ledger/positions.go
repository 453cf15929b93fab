package ledger

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// stance is a position in one wording.
type stance struct {
	act                string
	actors, recipients []string
	association        string
	object             []string
	items              []*item
	key                string
}

// positions groups what the same actors hold about the same thing. The set of actors must be the
// same: what Russia and Laos say together is not what Russia said alone.
func (g *gathered) positions() []*group {
	byKey := map[string]*stance{}
	var distinct []*stance
	for _, it := range g.byKind[chancery.KindPosition] {
		s := newStance(it)
		if old := byKey[s.key]; old != nil {
			old.items = append(old.items, it)
			continue
		}
		byKey[s.key] = s
		distinct = append(distinct, s)
	}
	slices.SortFunc(distinct, func(a, b *stance) int {
		return cmp.Or(cmp.Compare(len(b.object), len(a.object)), strings.Compare(a.key, b.key))
	})
	words := frequency{}
	for _, s := range distinct {
		words.count(s.object)
	}
	byWord := map[string][]*stance{}
	var kept []*stance
	for _, s := range distinct {
		if into := s.match(byWord, words); into != nil {
			into.items = append(into.items, s.items...)
			continue
		}
		kept = append(kept, s)
		for _, w := range s.object {
			byWord[s.bucket()+w] = append(byWord[s.bucket()+w], s)
		}
	}
	groups := make([]*group, 0, len(kept))
	for _, s := range kept {
		groups = append(groups, s.group())
	}
	return groups
}

func newStance(it *item) *stance {
	s := &stance{act: it.claim.Act, actors: it.actors, recipients: it.recipients, object: it.object, items: []*item{it}}
	if it.act.Mutual {
		s.actors, s.recipients = it.parties, nil
	}
	if a := it.claim.Association; a != nil {
		s.association = cmp.Or(a.ID, a.Name)
	}
	s.key = s.bucket() + strings.Join(s.object, " ")
	if len(s.object) == 0 && len(s.recipients) == 0 && s.association == "" {
		s.key += "|" + it.claim.Report // for or against what nobody knows
	}
	return s
}

func (s *stance) bucket() string {
	return strings.Join([]string{s.act, strings.Join(s.actors, ","), strings.Join(s.recipients, ","), s.association, ""}, "|")
}

// match wants more agreement than for events: who opposes threats of force does not oppose force.
func (s *stance) match(byWord map[string][]*stance, words frequency) *stance {
	var best *stance
	closest := 0.6
	for _, w := range words.rarest(s.object, len(s.object)*2/5+1) { // three fifths must agree
		for _, t := range byWord[s.bucket()+w] {
			if l := likeness(s.object, t.object); l > closest {
				best, closest = t, l
			}
		}
	}
	return best
}

func (s *stance) group() *group {
	g := &group{kind: chancery.KindPosition, act: s.act, key: []string{s.key}}
	for _, it := range s.items {
		g.add(it, moodState(it.claim.Mood))
	}
	return g
}
