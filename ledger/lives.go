package ledger

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// joinLives makes one event of what is planned, put off and at last held. Two dates far apart are
// two events for settle; here the words "postponed" and "planned" tie them together.
func (ix *index) joinLives() []*cluster {
	byParties := map[string][]*cluster{}
	var order []string
	for _, c := range ix.clusters {
		key := c.family + "|" + strings.Join(c.parties, ",")
		if byParties[key] == nil {
			order = append(order, key)
		}
		byParties[key] = append(byParties[key], c)
	}
	for _, key := range order {
		if lives := byParties[key]; len(lives) > 1 {
			joinLife(lives)
		}
	}
	return slices.DeleteFunc(ix.clusters, func(c *cluster) bool { return c.merged })
}

func joinLife(clusters []*cluster) {
	slices.SortFunc(clusters, func(a, b *cluster) int {
		fromA, _ := a.days()
		fromB, _ := b.days()
		return cmp.Or(cmp.Compare(fromA, fromB), cmp.Compare(a.known, b.known), cmp.Compare(a.number, b.number))
	})
	var held, plans, notices []*cluster
	for _, c := range clusters {
		switch {
		case c.tookPlace():
			held = append(held, c)
		case c.planned():
			plans = append(plans, c)
		case c.notice():
			notices = append(notices, c)
		}
	}
	for _, n := range notices {
		absorb(n, plans, n.putsOff)
	}
	for _, h := range held {
		if h.notice() { // put off to the day on which it was held
			if plan := only(plans, func(p *cluster) bool {
				return !p.merged && h.sameWay(p) && h.samePersons(p.happening) && h.putsOff(p)
			}); plan != nil {
				absorb(plan, []*cluster{h}, func(*cluster) bool { return true })
			}
		}
	}
	for _, p := range plans {
		if !p.merged && p.postponed() {
			absorb(p, plans, p.followedBy)
		}
	}
	for _, list := range [][]*cluster{plans, notices} {
		for _, p := range list {
			if !p.merged && p.mayMove() {
				absorb(p, held, p.followedBy)
			}
		}
	}
}

// absorb merges the cluster into the only one of the list that passes.
func absorb(c *cluster, list []*cluster, test func(*cluster) bool) {
	into := only(list, func(d *cluster) bool {
		return d != c && !d.merged && c.sameWay(d) && c.samePersons(d.happening) && test(d)
	})
	if into == nil {
		return
	}
	into.all = append(into.all, c.all...)
	into.known = min(into.known, c.known)
	c.merged = true
}

// sameWay: Laos in Belarus is another visit than Belarus in Laos.
func (c *cluster) sameWay(d *cluster) bool {
	return c.mutual || slices.Equal(c.actors, d.actors)
}

func (c *cluster) planned() bool {
	return c.any(func(p piece) bool { return p.state == chancery.StatePlanned })
}

// notice is a cluster that only says that something was put off or called off.
func (c *cluster) notice() bool {
	return c.any(func(p piece) bool {
		return p.state == chancery.StatePostponed || p.state == chancery.StateCancelled
	})
}

func (c *cluster) postponed() bool {
	return c.any(func(p piece) bool { return p.state == chancery.StatePostponed })
}

// mayMove: a plan without a day, or one that was put off, can come true on any day. A plan for a day
// that was called off, or that nobody spoke of again, does not become a visit half a year later.
func (c *cluster) mayMove() bool {
	if c.any(func(p piece) bool { return p.state == chancery.StateCancelled }) {
		return false
	}
	return !c.span.known || !c.span.told || c.postponed()
}

// putsOff reports whether the notice can be about the plan: the plan was known, and its time not long
// past.
func (c *cluster) putsOff(plan *cluster) bool {
	_, to := plan.days()
	return plan.known <= c.known && (!plan.span.known || to >= c.known-monthDays)
}

// followedBy reports whether d comes after the plan became known, and within a year of its time.
func (c *cluster) followedBy(d *cluster) bool {
	_, to := c.days()
	from, _ := d.days()
	return c.known != farFuture && from != farFuture && from >= c.known-1 && from <= max(to, c.known)+year && d.number != c.number
}
