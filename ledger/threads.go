package ledger

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"chancery"
)

// threads are visits as undertakings: an invitation, its acceptance, the date, the delay, and the
// visit itself are one commitment, of a guest towards a host.
//
// A planned visit is also an event, because a calendar of visits must show it, and its claim then
// bears two entries. It makes no commitment alone: only an invitation, an answer to one, or a
// promise to come does. So one visit is never two open commitments.
type threads struct {
	byWay   map[way][]*thread
	order   []way
	visits  map[way][]*cluster
	pending map[way][]*item
	loose   []*item // acceptances that do not name who invited
	left    []*item // those of them that join no thread
}

// way is who comes to whom.
type way struct{ guest, host string }

type thread struct {
	way
	guests, hosts []string
	items         []*item
	first, last   int // days on which its claims count
	visits        []*cluster
}

// comingWords are those of an object that speaks of coming: an invitation to invest is none to visit.
var comingWords = setOf("visit travel trip tour com come attend meet talk discuss summit delegation participat tak part pay")

var visitWords = setOf("visit trip tour travel")

var meetingWords = setOf("visit trip tour meet talk summit")

func newThreads(happenings []*cluster) *threads {
	t := &threads{byWay: map[way][]*thread{}, visits: map[way][]*cluster{}, pending: map[way][]*item{}}
	for _, c := range happenings {
		if c.family == "visit" && len(c.actors) > 0 && len(c.recipients) > 0 {
			w := way{strings.Join(c.actors, ","), strings.Join(c.recipients, ",")}
			t.visits[w] = append(t.visits[w], c)
		}
	}
	return t
}

// take keeps a claim for the threads if it is one of theirs.
func (t *threads) take(it *item) bool {
	guests, hosts := it.actors, it.recipients
	switch act := it.claim.Act; act {
	case "invite":
		guests, hosts = hosts, guests
		if len(it.object) > 0 && !mentions(it.object, comingWords) && !invitesPerson(it) {
			return false
		}
	case "accept-invitation", "decline-invitation":
	default:
		if undertaking[act] == 0 || it.act.Mutual || len(it.object) == 0 || !visitFirst(it.claim.Object) {
			return false
		}
	}
	if it.claim.Act == "accept-invitation" && len(hosts) == 0 && it.claim.Mood.Real() && len(guests) > 0 {
		t.loose = append(t.loose, it)
		return true
	}
	if len(guests) == 0 || len(hosts) == 0 || it.claim.Act == "accept-invitation" && it.claim.Mood == chancery.MoodDenied {
		return false // not to have accepted yet leaves the invitation open
	}
	w := way{strings.Join(guests, ","), strings.Join(hosts, ",")}
	if t.pending[w] == nil {
		t.order = append(t.order, w)
	}
	t.pending[w] = append(t.pending[w], it)
	return true
}

// joiningWords are those of invitations to something other than a visit.
var joiningWords = setOf("join invest bid tender apply become member membership particip cooperat contribut send sign")

// invitesPerson: whoever invites a minister of another state "to settle the terms" asks for a visit.
func invitesPerson(it *item) bool {
	return !mentions(it.object, joiningWords) && len(it.recipients) == 1 && len(it.claim.Recipient) == 1 &&
		cmp.Or(it.claim.Recipient[0].Person, it.claim.Recipient[0].Office) != ""
}

// visitFirst: "to visit Minsk", "a visit to Minsk", and not "to discuss plans for a visit".
func visitFirst(object string) bool {
	for _, w := range split(object) {
		if !light[w] {
			return visitWords[stem(w)] || w == "pay"
		}
	}
	return false
}

// countsFrom is the day from which a claim of a thread counts: when it was done, or else known.
func countsFrom(it *item) int {
	if it.span.known && it.span.told && it.claim.Mood.Real() && it.span.first != farPast {
		return it.span.first
	}
	if it.known.IsZero() {
		return farFuture
	}
	return dayNumber(it.known)
}

// close makes the threads out of what was taken. A visit that took place ends its thread; what comes
// after, or more than two years later, begins another.
func (t *threads) close() {
	t.placeLoose()
	for _, w := range t.order {
		items := t.pending[w]
		slices.SortFunc(items, func(a, b *item) int {
			return cmp.Or(cmp.Compare(countsFrom(a), countsFrom(b)), strings.Compare(a.claim.ID, b.claim.ID))
		})
		for _, it := range items {
			t.extend(w, it)
		}
		t.attach(w)
	}
}

func (t *threads) extend(w way, it *item) {
	day := countsFrom(it)
	guests, hosts := it.actors, it.recipients
	if it.claim.Act == "invite" {
		guests, hosts = hosts, guests
	}
	if open := t.byWay[w]; len(open) > 0 {
		last := open[len(open)-1]
		if day-last.last <= 2*year && !t.visitedBetween(w, last.first, day) {
			last.items = append(last.items, it)
			last.last = max(last.last, day)
			if len(last.hosts) == 0 {
				last.hosts = hosts // its first claim was an acceptance that does not name them
			}
			return
		}
	}
	t.byWay[w] = append(t.byWay[w], &thread{way: w, guests: guests, hosts: hosts, items: []*item{it}, first: day, last: day})
}

func (t *threads) visitedBetween(w way, from, to int) bool {
	return slices.ContainsFunc(t.visits[w], func(c *cluster) bool {
		_, end := c.days()
		return c.tookPlace() && end >= from && end < to
	})
}

// attach gives each visit to the thread that it answers: one that was open when the visit was planned
// or made, and not more than two years old. Only the first visit made keeps a thread's word.
func (t *threads) attach(w way) {
	visits := slices.Clone(t.visits[w])
	slices.SortFunc(visits, func(a, b *cluster) int {
		_, endA := a.days()
		_, endB := b.days()
		return cmp.Or(cmp.Compare(endA, endB), cmp.Compare(a.number, b.number))
	})
	for _, c := range visits {
		_, day := c.days()
		if !c.tookPlace() {
			day = c.known
		}
		var into *thread
		for _, th := range t.byWay[w] {
			if (th.first <= day || c.mayAnswerLater() && th.first-day <= year) && day-th.first <= 2*year && !th.made() {
				into = th
			}
		}
		if into != nil && c.samePersonsAs(into) {
			into.visits = append(into.visits, c)
		}
	}
}

// mayAnswerLater: a plan may be known before the invitation is, and a visit called off is no answer to
// an invitation made afterwards.
func (c *cluster) mayAnswerLater() bool {
	return !c.tookPlace() && !c.any(func(p piece) bool { return p.state == chancery.StateCancelled })
}

func (th *thread) made() bool {
	return slices.ContainsFunc(th.visits, func(c *cluster) bool { return c.tookPlace() })
}

// samePersonsAs: the minister's visit does not answer the invitation to the president.
func (c *cluster) samePersonsAs(th *thread) bool {
	return !slices.ContainsFunc(th.items, func(it *item) bool {
		return !c.samePersons(&happening{persons: guestsOnly(personsOf(it.claim), th.guests)})
	})
}

func guestsOnly(persons map[string][]string, guests []string) map[string][]string {
	for party := range persons {
		if !slices.Contains(guests, party) {
			delete(persons, party)
		}
	}
	return persons
}

// meetings gives to a thread the planned meetings of its two parties that a report speaks of together
// with the visit: the guest comes in order to meet.
func (t *threads) meetings(events []*item) {
	for _, it := range events {
		if it.claim.Act == "meet" && it.claim.Mood == chancery.MoodPlanned && len(it.parties) == 2 && !it.span.told {
			if th := t.openBetween(it); th != nil {
				th.items = append(th.items, it)
			}
		}
	}
}

// prepares gives to a thread what two parties agree in view of their meeting ("agreed to speed up
// their plans to prepare a meeting of the two leaders"), where the same report speaks of one open
// visit between them.
func (t *threads) prepares(it *item) bool {
	if it.claim.Act != "agree" || !mentions(it.object, meetingWords) {
		return false
	}
	th := t.openBetween(it)
	if th == nil {
		return false
	}
	th.items = append(th.items, it)
	return true
}

// openBetween is the one visit between the claim's parties that its report speaks of and that has not
// been made yet.
func (t *threads) openBetween(it *item) *thread {
	var found *thread
	for _, guest := range it.parties {
		for _, host := range it.parties {
			for _, th := range t.byWay[way{guest, host}] {
				if th.made() || !th.toldIn(it.claim.Report) {
					continue
				}
				if found != nil {
					return nil
				}
				found = th
			}
		}
	}
	return found
}

func (th *thread) toldIn(report string) bool {
	if slices.ContainsFunc(th.items, func(it *item) bool { return it.claim.Report == report }) {
		return true
	}
	return slices.ContainsFunc(th.visits, func(c *cluster) bool {
		return c.any(func(p piece) bool { return p.claim.Report == report })
	})
}

func (t *threads) groups() []*group {
	var groups []*group
	for _, w := range t.order {
		for i, th := range t.byWay[w] {
			key := []string{"visit", w.guest, w.host}
			if i > 0 {
				key = append(key, strconv.Itoa(i))
			}
			groups = append(groups, th.group(key))
		}
	}
	return groups
}

func (th *thread) group(key []string) *group {
	g := &group{kind: chancery.KindCommitment, key: key, sided: true, actors: th.guests, recipients: th.hosts}
	for _, it := range th.items {
		g.add(it, threadState(it))
	}
	g.act = th.act()
	if g.act == "invite" {
		g.actors, g.recipients = th.hosts, th.guests
	}
	due := (*piece)(nil)
	for _, c := range th.visits {
		for _, h := range c.all {
			for _, p := range h.pieces {
				g.add(p.item, visitAsPromise(p.state))
				if p := (&piece{p.item, p.state}); p.state == chancery.StatePlanned && p.span.told && p.span.known &&
					(due == nil || p.known.After(due.known) || p.known == due.known && p.claim.ID < due.claim.ID) {
					due = p
				}
			}
		}
	}
	if due != nil {
		g.due = due.claim.When
	}
	return g
}

// act tells the thread by its furthest answer.
func (th *thread) act() string {
	best := ""
	for _, it := range th.items {
		if a := it.claim.Act; best == "" || answerRank(a) < answerRank(best) || answerRank(a) == answerRank(best) && a < best {
			best = a
		}
	}
	return best
}

func answerRank(act string) int {
	switch act {
	case "accept-invitation":
		return 1
	case "invite":
		return 2
	case "decline-invitation":
		return 3
	case "agree", "meet": // these prepare a visit, and do not say who comes
		return 9
	}
	return 3 + strength(act)
}

// threadState: an invitation declined is dropped, even though declining is an event.
func threadState(it *item) chancery.State {
	if it.claim.Act == "decline-invitation" {
		if it.claim.Mood.Real() {
			return chancery.StateDropped
		}
		return moodState(it.claim.Mood)
	}
	if it.claim.Act == "meet" {
		return visitAsPromise(moodState(it.claim.Mood))
	}
	return commitmentState(it)
}

// visitAsPromise: the visit made, or begun, keeps the word; a plan or a delay leaves it open.
func visitAsPromise(state chancery.State) chancery.State {
	switch state {
	case chancery.StateHeld, chancery.StateUnderWay, chancery.StateEnded:
		return chancery.StateKept
	case chancery.StatePlanned:
		return chancery.StateOpen
	}
	return state
}
