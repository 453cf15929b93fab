package ledger

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"chancery"
)

// slack is how many days apart two dates of one event may lie. Reports from two sides of the date
// line differ by a day. A visit lasts for days, and each report dates it by the day it tells of.
func slack(family string) int {
	if family == "visit" {
		return 3
	}
	return 1
}

// lag is how many days before its report an event may lie of which no time is said.
const lag = 2

// objectless acts are the same event whatever is said to have been talked about.
var objectless = setOf("visit meet phone-call host negotiate exercise joint-exercise")

// happening is a set of claims that name one event in the same way: same parties, people, time and
// place.
type happening struct {
	family             string
	mutual             bool
	pieces             []piece
	actors, recipients []string
	parties            []string
	persons            map[string][]string // by party
	place              string
	object             []string
	span               span // zero where no time is said
	known              int  // first known, as a day; farFuture where not known
	// thin happenings name too little to be known again in another report: "sent a message of
	// greeting", to nobody named, may be told of ten messages on one day.
	thin bool
	key  string
}

// events groups the claims about events. The most precise are taken first; each later one joins the
// event that it fits if there is exactly one, and otherwise stands alone. That order, and not the
// order of arrival, decides; and since everything is compared with the first and most precise claim
// of an event, no chain of vague claims can tie two distinct events together.
func (g *gathered) events() []*cluster {
	all := g.happenings()
	ix := newIndex()
	for _, h := range all {
		if h.span.known {
			ix.settle(h)
		}
	}
	for _, h := range all {
		if !h.span.known {
			ix.settleUndated(h)
		}
	}
	return ix.joinLives()
}

func (g *gathered) happenings() []*happening {
	byKey := map[string]*happening{}
	var all []*happening
	for _, it := range g.byKind[chancery.KindEvent] {
		h := &happening{family: it.claim.Act, mutual: it.act.Mutual, actors: it.actors,
			recipients: it.recipients, parties: it.parties, span: it.span, known: farFuture}
		if !h.span.told && !it.claim.Mood.Real() {
			h.span = span{} // the report's date tells when it was planned, not for when
		}
		if it.claim.Place != nil {
			h.place = it.claim.Place.ID
		}
		if !objectless[h.family] {
			h.object = it.object
		}
		h.persons = personsOf(it.claim)
		h.thin = !h.mutual && len(h.recipients) == 0 && len(h.object) < 3
		h.key = h.identity()
		if h.thin {
			h.key += "|" + it.claim.Report
		}
		if old := byKey[h.key]; old != nil {
			h = old
		} else {
			byKey[h.key] = h
			all = append(all, h)
		}
		h.pieces = append(h.pieces, piece{it, moodState(it.claim.Mood)})
		if !it.known.IsZero() {
			h.known = min(h.known, dayNumber(it.known))
		}
	}
	slices.SortFunc(all, compareHappenings)
	return all
}

func (h *happening) identity() string {
	var b strings.Builder
	b.WriteString(h.family)
	if h.mutual {
		writeList(&b, h.parties)
	} else {
		writeList(&b, h.actors)
		writeList(&b, h.recipients)
	}
	b.WriteByte('|')
	if h.span.known {
		b.WriteString(strconv.Itoa(h.span.first))
		b.WriteByte(':')
		b.WriteString(strconv.Itoa(h.span.last))
		if !h.span.told {
			b.WriteByte('?')
		}
	}
	b.WriteByte('|')
	b.WriteString(h.place)
	writeList(&b, h.object)
	if len(h.persons) > 0 {
		for _, party := range h.parties {
			writeList(&b, h.persons[party])
		}
	}
	return b.String()
}

func writeList(b *strings.Builder, list []string) {
	b.WriteByte('|')
	for _, s := range list {
		b.WriteString(s)
		b.WriteByte(',')
	}
}

// personsOf lists the family names of the people who acted, by party. Family names are compared
// because the first report gives the full name and the next ones may not.
func personsOf(c *chancery.Claim) map[string][]string {
	var persons map[string][]string
	for _, side := range [][]chancery.Participant{c.Actor, c.Recipient} {
		for _, p := range side {
			words := strings.Fields(strings.ToLower(p.Person))
			if len(words) == 0 {
				continue
			}
			if persons == nil {
				persons = map[string][]string{}
			}
			k := partyKey(p, c.Report)
			persons[k] = appendNew(persons[k], words[len(words)-1])
			slices.Sort(persons[k])
		}
	}
	return persons
}

// compareHappenings sorts precise before vague, told before inferred, and rich before poor, so that
// what comes first says most.
func compareHappenings(a, b *happening) int {
	if c := first(a.span.known, b.span.known); c != 0 {
		return c
	}
	return cmp.Or(first(a.span.told, b.span.told),
		cmp.Compare(a.span.width(), b.span.width()),
		cmp.Compare(len(b.persons), len(a.persons)), cmp.Compare(len(b.parties), len(a.parties)),
		cmp.Compare(a.span.first, b.span.first), cmp.Compare(a.known, b.known), strings.Compare(a.key, b.key))
}

// window is the stretch of days in which the event may lie.
func (h *happening) window() span {
	if !h.span.told {
		return h.span.widen(lag, 0)
	}
	return h.span
}

// cluster is one event: happenings that agree with its first one.
type cluster struct {
	*happening // the first, which everything else is compared with
	all        []*happening
	number     int // order of making, which is the same for the same claims
	merged     bool
}

func (c *cluster) tookPlace() bool {
	return c.any(func(p piece) bool { return Real(p.state) })
}

func (c *cluster) any(test func(piece) bool) bool {
	for _, h := range c.all {
		if slices.ContainsFunc(h.pieces, test) {
			return true
		}
	}
	return false
}

// fits reports whether the happening can be the cluster's event, time apart.
func (c *cluster) fits(h *happening) bool {
	return !c.thin && !h.thin && c.sameParties(h) && c.samePersons(h) &&
		(c.place == "" || h.place == "" || c.place == h.place) &&
		(len(c.object) == 0 && len(h.object) == 0 || overlap(c.object, h.object) >= 0.5)
}

// sameParties: of two reports one may name fewer of those who took part, but must not name others.
// A single name is too little to know a meeting by.
func (c *cluster) sameParties(h *happening) bool {
	if c.mutual {
		return contained(c.parties, h.parties)
	}
	return contained(c.actors, h.actors) && contained(c.recipients, h.recipients)
}

func contained(a, b []string) bool {
	if slices.Equal(a, b) {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) > 1 && subset(a, b)
}

// samePersons: the presidents' talk and the ministers' talk on one day are two.
func (c *cluster) samePersons(h *happening) bool {
	if len(c.persons) == 0 || len(h.persons) == 0 {
		return true
	}
	for party, names := range h.persons {
		if others := c.persons[party]; len(others) > 0 && !shares(names, others) {
			return false
		}
	}
	return true
}

// sameTime: days that overlap or lie within the slack. Where one report tells of both days, they are
// two events, except for a visit, which has many days.
func (c *cluster) sameTime(h *happening) bool {
	a, b := c.window(), h.window()
	if a.overlaps(b) {
		return true
	}
	give := slack(c.family)
	if !a.widen(give, give).overlaps(b) {
		return false
	}
	return c.family == "visit" || !c.told(h)
}

// told reports whether one report gives the times of both in its text.
func (c *cluster) told(h *happening) bool {
	for _, x := range c.all {
		for _, p := range x.pieces {
			if !p.span.told || !Real(p.state) {
				continue
			}
			for _, q := range h.pieces {
				if q.claim.Report == p.claim.Report && q.span.told && Real(q.state) && q.span != p.span {
					return true
				}
			}
		}
	}
	return false
}

func (c *cluster) join(h *happening) { c.all = append(c.all, h) }

// group makes the ledger's group of the cluster.
func (c *cluster) group() *group {
	g := &group{kind: chancery.KindEvent, act: c.family}
	var actors, recipients []string
	for _, h := range c.all {
		g.pieces = append(g.pieces, h.pieces...)
		actors, recipients = union(actors, h.actors), union(recipients, h.recipients)
	}
	if !c.mutual {
		g.actors, g.recipients, g.sided = actors, recipients, true
	}
	parties := strings.Join(union(actors, recipients), ",")
	if !c.mutual {
		parties = strings.Join(actors, ",") + ">" + strings.Join(recipients, ",")
	}
	when := ""
	if c.span.known {
		when = strconv.Itoa(c.span.first) + ":" + strconv.Itoa(c.span.last)
	}
	g.key = []string{c.family, parties, when, strings.Join(c.object, " ")}
	return g
}

// edges of a cluster's time: first and last day, or the days it was known where no time is said.
func (c *cluster) days() (from, to int) {
	from, to = math.MaxInt32, math.MinInt32
	for _, h := range c.all {
		if h.span.known {
			from, to = min(from, h.span.first), max(to, h.span.last)
		}
	}
	if from > to {
		return c.known, c.known
	}
	return from, to
}
