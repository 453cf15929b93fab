package ledger

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// undertaking orders the acts that bind, from strong to weak. One thing promised, planned and
// declared ready for is one commitment, told by its strongest act.
var undertaking = map[string]int{"promise": 1, "agree": 2, "plan": 3, "offer": 4, "ready": 5}

// commitmentState is what a claim makes of its commitment. To be ready or to plan is itself wished or
// planned in mood, and open all the same; a promise that is only planned is not made yet.
func commitmentState(it *item) chancery.State {
	made := cmp.Or(it.act.State, chancery.StateOpen)
	switch it.claim.Mood {
	case chancery.MoodOccurred:
		return made
	case chancery.MoodUnderWay:
		if made == chancery.StateOpen || made == chancery.StateUnderWay {
			return made
		}
		return chancery.StateUnderWay
	case chancery.MoodEnded:
		if made == chancery.StateUnderWay {
			return chancery.StateKept
		}
		return made
	case chancery.MoodWished, chancery.MoodPlanned:
		if weak := undertaking[it.claim.Act]; weak >= undertaking["agree"] && made == chancery.StateOpen {
			return chancery.StateOpen
		}
	}
	return moodState(it.claim.Mood)
}

// pledge is one undertaking: who, to whom, what.
type pledge struct {
	kind               string // acts that may merge share it
	actors, recipients []string
	object             []string
	items              []*item
	delivered          []*item // aid that brings what was promised
	fulfilled          []*item // the signing or ratification that was meant
	key                string
}

// commitments groups the claims about undertakings. Visits and the invitations to them are threads
// (threads.go); the rest merges where the same actors undertake what is told in much the same words.
func (g *gathered) commitments(happenings []*cluster, agreements []*group) []*group {
	visits := newThreads(happenings)
	var rest, later []*item
	for _, it := range g.byKind[chancery.KindCommitment] {
		switch {
		case visits.take(it):
		case it.claim.Act == "keep-promise" || it.claim.Act == "break-promise":
			later = append(later, it)
		default:
			rest = append(rest, it)
		}
	}
	for _, it := range g.byKind[chancery.KindEvent] {
		if it.claim.Act == "decline-invitation" {
			visits.take(it)
		}
	}
	visits.close()
	rest = append(rest, visits.left...)
	rest = slices.DeleteFunc(rest, visits.prepares)
	visits.meetings(g.byKind[chancery.KindEvent])
	pledges := g.pledges(rest)
	byActor := map[string][]*pledge{}
	for _, p := range pledges {
		for _, actor := range p.actors {
			byActor[actor] = append(byActor[actor], p)
		}
	}
	for _, it := range later {
		if p := answered(byActor[it.actors[0]], it); p != nil {
			p.items = append(p.items, it)
		} else {
			pledges = append(pledges, newPledge(it, it.object))
		}
	}
	g.deliveries(pledges)
	g.fulfilments(pledges, agreements)
	groups := visits.groups()
	for _, p := range pledges {
		groups = append(groups, p.group())
	}
	return groups
}

func newPledge(it *item, object []string) *pledge {
	p := &pledge{kind: it.claim.Act, actors: it.actors, recipients: it.recipients, object: object, items: []*item{it}}
	if undertaking[it.claim.Act] > 0 {
		p.kind = "undertake"
	}
	if it.act.Mutual {
		p.actors, p.recipients = it.parties, nil
	}
	if len(object) == 0 {
		p.key = it.claim.Report // undertaking we know not what: the same only within one report
	}
	p.key = strings.Join([]string{p.kind, strings.Join(p.actors, ","), strings.Join(p.recipients, ","),
		strings.Join(object, " "), p.key}, "|")
	return p
}

// pledges merges undertakings of the same actors whose words agree, the fullest first.
func (g *gathered) pledges(items []*item) []*pledge {
	byKey := map[string]*pledge{}
	var distinct []*pledge
	for _, it := range items {
		object := it.object
		if it.claim.Instrument != "" {
			object = union(g.words.content(it.claim.Instrument), object)
		}
		p := newPledge(it, object)
		if old := byKey[p.key]; old != nil {
			old.items = append(old.items, it)
			continue
		}
		byKey[p.key] = p
		distinct = append(distinct, p)
	}
	slices.SortFunc(distinct, func(a, b *pledge) int {
		return cmp.Or(cmp.Compare(len(b.object), len(a.object)), cmp.Compare(len(b.recipients), len(a.recipients)),
			strings.Compare(a.key, b.key))
	})
	words := frequency{}
	for _, p := range distinct {
		words.count(p.object)
	}
	byWord := map[string][]*pledge{}
	var pledges []*pledge
	for _, p := range distinct {
		if into := p.match(byWord, words); into != nil {
			into.items = append(into.items, p.items...)
			continue
		}
		pledges = append(pledges, p)
		for _, w := range p.object {
			key := p.bucket() + w
			byWord[key] = append(byWord[key], p)
		}
	}
	return pledges
}

func (p *pledge) bucket() string { return p.kind + "|" + strings.Join(p.actors, ",") + "|" }

// match is the likest pledge of the same actors in whose words nearly all of p's are found.
func (p *pledge) match(byWord map[string][]*pledge, words frequency) *pledge {
	var best *pledge
	closest := 0.0
	seen := map[*pledge]bool{}
	for _, w := range words.rarest(p.object, len(p.object)/4+1) { // three quarters must agree
		for _, q := range byWord[p.bucket()+w] {
			if seen[q] {
				continue
			}
			seen[q] = true
			if !slices.Equal(p.object, q.object) && (len(p.object) < 2 || overlap(p.object, q.object) < 0.75) {
				continue
			}
			if len(p.recipients) > 0 && len(q.recipients) > 0 && !slices.Equal(p.recipients, q.recipients) {
				continue
			}
			if l := likeness(p.object, q.object); l > closest {
				best, closest = q, l
			}
		}
	}
	return best
}

// answered is the one undertaking that a kept or broken word can be about: of the same actor, in
// words that agree where there are any, and made before.
func answered(pledges []*pledge, it *item) *pledge {
	var found *pledge
	for _, p := range pledges {
		if p.kind != "undertake" || !subset(it.actors, p.actors) || !made(p.items, it) {
			continue
		}
		agrees := overlap(p.object, it.object) >= 0.5
		named := len(it.recipients) > 0 && slices.Equal(p.recipients, it.recipients)
		if !agrees && !(named && mentionsNothing(it)) {
			continue
		}
		if found != nil {
			return nil
		}
		found = p
	}
	return found
}

var wordWords = map[string]bool{"promis": true, "pledg": true, "word": true, "commitment": true, "commit": true}

// mentionsNothing: "kept its promise" has an object, which does not say what was promised.
func mentionsNothing(it *item) bool {
	return !slices.ContainsFunc(it.object, func(w string) bool { return !wordWords[w] })
}

func made(items []*item, answer *item) bool {
	return slices.ContainsFunc(items, func(it *item) bool {
		return it.known.IsZero() || answer.known.IsZero() || !it.known.After(answer.known)
	})
}

func (p *pledge) group() *group {
	g := &group{kind: chancery.KindCommitment, key: []string{p.key}}
	for _, it := range p.items {
		g.add(it, commitmentState(it))
		if g.act == "" || strength(it.claim.Act) < strength(g.act) ||
			strength(it.claim.Act) == strength(g.act) && it.claim.Act < g.act {
			g.act = it.claim.Act
		}
	}
	for _, it := range p.delivered {
		g.add(it, p.delivery(it))
	}
	for _, it := range p.fulfilled {
		g.add(it, chancery.StateKept)
	}
	return g
}

func strength(act string) int { return cmp.Or(undertaking[act], len(undertaking)+1) }
