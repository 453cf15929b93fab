package query

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chancery"
)

// Changes is what became known over some days, by what a desk officer asks first.
type Changes struct {
	Subjects []ActorChoice `json:"subjects,omitempty"`
	Since    chancery.Date `json:"since"` // the first of the days
	Until    chancery.Date `json:"until"` // the last
	Sections []Section     `json:"sections"`
	Sources  []Source      `json:"sources"`
}

// SectionJudged holds what people decided meanwhile. The others are those of a morning and of a dossier.
const SectionJudged = "judged"

// Changes compares the record as known on the day before since with that as known on until, of all
// actors or of those named. Without until it is today, or the day of the newest report; without since a
// week before that. Each line says how it stood before.
func (r *Record) Changes(ctx context.Context, subjects []ActorChoice, since, until chancery.Date) (Changes, error) {
	if until.IsZero() {
		until = r.Today()
		reports, err := r.archive.Reports(ctx)
		if err != nil {
			return Changes{}, err
		}
		if len(reports) > 0 {
			until = later(until, reports[0].KnownOn())
			if since.IsZero() {
				since = reports[0].KnownOn().AddDays(-week)
			}
		}
	}
	if since.IsZero() {
		since = until.AddDays(-week)
	}
	before, err := r.asKnown(ctx, since.AddDays(-1))
	if err != nil {
		return Changes{}, err
	}
	after, err := r.asKnown(ctx, until)
	if err != nil {
		return Changes{}, err
	}
	c := comparison{before: before, after: after, subjects: subjects, found: map[string][]Line{}, told: map[string]bool{}}
	if err := c.compare(ctx, since, until); err != nil {
		return Changes{}, err
	}
	return Changes{Subjects: subjects, Since: since, Until: until, Sections: c.sections(), Sources: after.sources}, nil
}

// known is the record as known on a day, and how to tell it.
type known struct {
	*teller
	entries []chancery.Entry
	bearing map[bearing][]int // indices into entries
}

// bearing is a claim with the kind of entry that it bears.
type bearing struct {
	claim string
	kind  chancery.Kind
}

func (r *Record) asKnown(ctx context.Context, on chancery.Date) (*known, error) {
	entries, err := r.conclude(ctx, on)
	if err != nil {
		return nil, err
	}
	entries = slices.DeleteFunc(entries, func(e chancery.Entry) bool { return e.Kind == chancery.KindQuote })
	t, err := r.teller(ctx, nil, At{KnownOn: on})
	k := &known{teller: t, entries: entries, bearing: map[bearing][]int{}}
	for i, e := range entries {
		for _, id := range slices.Concat(e.For, e.Against) {
			k.bearing[bearing{id, e.Kind}] = append(k.bearing[bearing{id, e.Kind}], i)
		}
	}
	return k, err
}

// like finds the entry that an entry of another day was: by its id, or else by the claims that both rest
// on, because an id changes with what an entry is about; nil where it was not there.
func (k *known) like(e chancery.Entry) *chancery.Entry {
	shares := map[int]int{}
	for _, id := range slices.Concat(e.For, e.Against) {
		for _, i := range k.bearing[bearing{id, e.Kind}] {
			shares[i] += 2
			if k.entries[i].ID == e.ID {
				shares[i]++
			}
		}
	}
	best := -1
	for i, n := range shares {
		if k.entries[i].Standing == e.Standing && sameParties(k.entries[i], e) &&
			(best < 0 || cmp.Or(cmp.Compare(n, shares[best]), cmp.Compare(best, i)) > 0) {
			best = i
		}
	}
	if best < 0 {
		i := slices.IndexFunc(k.entries, func(o chancery.Entry) bool { return o.ID == e.ID })
		if i < 0 {
			return nil
		}
		best = i
	}
	return &k.entries[best]
}

// sameParties tells apart the standings of several actors that one claim tells.
func sameParties(a, b chancery.Entry) bool {
	return a.Kind != chancery.KindStanding || len(a.Actors) > 0 && len(b.Actors) > 0 && a.Actors[0].ID == b.Actors[0].ID
}

// comparison gathers the lines of what changed, by section.
type comparison struct {
	before, after *known
	subjects      []ActorChoice
	found         map[string][]Line
	told          map[string]bool // tensions
}

func (c *comparison) compare(ctx context.Context, since, until chancery.Date) error {
	thread := threadClaims(c.after.entries)
	var changed []chancery.Entry
	for _, e := range c.after.entries {
		if concerns(e, c.subjects) && !promised(e, thread) {
			changed = append(changed, e)
		}
	}
	slices.SortFunc(changed, func(a, b chancery.Entry) int { return cmp.Or(b.LastKnown.Compare(a.LastKnown), newestFirst(a, b)) })
	touched := slices.DeleteFunc(slices.Clone(changed), func(e chancery.Entry) bool { return !c.differs(e) })
	if err := c.after.loadFor(ctx, touched); err != nil {
		return err
	}
	for _, e := range touched {
		c.tell(e)
	}
	return c.judged(ctx, since, until)
}

// differs reports whether anything is to be told of an entry, without the words of it.
func (c *comparison) differs(e chancery.Entry) bool {
	was := c.before.like(e)
	if was == nil {
		return true
	}
	now, _ := c.after.stateOf(e)
	then, _ := c.before.stateOf(*was)
	return now != then || e.When.String() != was.When.String() || e.Due.String() != was.Due.String() || len(c.fresh(e, was)) > 0
}

// fresh are the tensions that were not there before, or that a claim has joined since.
func (c *comparison) fresh(e chancery.Entry, was *chancery.Entry) []chancery.Tension {
	return slices.DeleteFunc(slices.Clone(e.Tensions), func(t chancery.Tension) bool {
		return was != nil && slices.ContainsFunc(was.Tensions, func(old chancery.Tension) bool {
			return !slices.ContainsFunc(t.Claims, func(id string) bool { return !slices.Contains(old.Claims, id) })
		})
	})
}

func (c *comparison) tell(e chancery.Entry) {
	was := c.before.like(e)
	for _, tension := range c.fresh(e, was) {
		if line, ok := c.after.tension(e, tension, c.told); ok {
			c.found[SectionTensions] = append(c.found[SectionTensions], line)
		}
	}
	now, ok := c.after.stateOf(e)
	if !ok {
		return
	}
	section, note, before := sectionOf(e), "", chancery.State("")
	if was != nil {
		then, stood := c.before.stateOf(*was)
		switch {
		case !stood:
		case now != then && now == chancery.StateOverdue:
			section, before = SectionOverdue, then
		case now != then:
			section, before = SectionMoved, then
			if when := timeOf(was.Kind, was.When); when != "" && was.When.String() != e.When.String() {
				note = "before: " + when
			}
		case e.When.String() != was.When.String():
			section, note = SectionMoved, "before: "+cmp.Or(timeOf(was.Kind, was.When), "no date")
		case e.Due.String() != was.Due.String():
			section, note = SectionMoved, "before: due "+cmp.Or(moment(was.Due), "on no day that was told")
		default:
			return
		}
	} else if now == chancery.StateOverdue {
		section, note = SectionOverdue, "not known before"
	}
	if line, ok := c.after.line(e); ok {
		line.Note, line.Was = note, before
		c.found[section] = append(c.found[section], line)
	}
}

// judged tells what was decided or withdrawn on one of the days.
func (c *comparison) judged(ctx context.Context, since, until chancery.Date) error {
	within := func(j chancery.Judgement) bool {
		last := chancery.DateOf(j.Made)
		if j.Withdrawn != nil && !chancery.DateOf(j.Withdrawn.Made).After(until) {
			last = chancery.DateOf(j.Withdrawn.Made)
		}
		return !last.Before(since) && !last.After(until)
	}
	judgements, err := c.after.Judgements(ctx, At{KnownOn: until})
	if err != nil {
		return err
	}
	for _, j := range judgements {
		if !within(j.Judgement) {
			continue
		}
		var claims []string
		for _, a := range j.Subject.Anchors {
			claims = append(claims, a.Claim)
		}
		if err := c.after.loadThere(ctx, claims); err != nil {
			return err
		}
		if !c.concerned(claims) {
			continue
		}
		state, day := chancery.State(j.Verdict), j.Made
		if j.Withdrawn != nil {
			state, day = "judgement withdrawn", j.Withdrawn.Made
		}
		line := Line{Text: j.About, State: state, When: Date(chancery.DateOf(day)), Kind: j.Subject.Kind, Note: j.Text, Sources: c.after.passages(claims), Entry: firstOf(c.entryOf(claims), j.Subject.Entry, first(claims))}
		c.found[SectionJudged] = append(c.found[SectionJudged], line)
	}
	return nil
}

// loadThere fetches those of the claims that are still kept.
func (t *teller) loadThere(ctx context.Context, ids []string) error {
	wanted := slices.Sorted(slices.Values(ids))
	for _, id := range wanted {
		if _, ok := t.claims[id]; !ok && len(t.rulings.Of(id)) > 0 {
			if err := t.load(ctx, []string{id}); err != nil {
				return err
			}
		}
	}
	return nil
}

func first(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// entryOf is the entry that one of the claims bears now.
func (c *comparison) entryOf(claims []string) string {
	for _, e := range c.after.entries {
		if slices.ContainsFunc(claims, func(id string) bool { return slices.Contains(e.For, id) || slices.Contains(e.Against, id) }) {
			return e.ID
		}
	}
	return ""
}

// concerned reports whether one of the claims is about one of the subjects.
func (c *comparison) concerned(claims []string) bool {
	return len(c.subjects) == 0 || slices.ContainsFunc(claims, func(id string) bool {
		claim := c.after.claims[id]
		return concerns(chancery.Entry{Actors: parties(claim.Actor), Recipients: parties(claim.Recipient), Association: claim.Association}, c.subjects)
	})
}

// sections puts first what asks for something to be done, then what moved, then what is new, by kind,
// and what was judged at the end.
func (c *comparison) sections() []Section {
	order := []struct{ id, title string }{{SectionTensions, "Contradicted now"}, {SectionOverdue, "Overdue now"}, {SectionMoved, "Moved on"}}
	for _, id := range []string{SectionAgreements, SectionCommitments, SectionStanding, SectionTies, SectionMeetings, SectionEvents, SectionPositions} {
		i := slices.IndexFunc(sections, func(s struct{ id, title string }) bool { return s.id == id })
		order = append(order, struct{ id, title string }{id, "New: " + strings.ToLower(sections[i].title[:1]) + sections[i].title[1:]})
	}
	order = append(order, struct{ id, title string }{SectionJudged, "Judged"})
	var list []Section
	count := 0
	for _, o := range order {
		if len(c.found[o.id]) == 0 {
			continue
		}
		s := Section{ID: o.id, Title: o.title, Lines: c.found[o.id]}
		for i := range s.Lines {
			count++
			s.Lines[i].Number = count
		}
		list = append(list, s)
	}
	return list
}
