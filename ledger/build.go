package ledger

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"chancery"
)

// piece is a claim in a group, with what it makes of the group's entry.
type piece struct {
	*item
	state chancery.State
}

// group is what becomes one entry: claims about one thing.
type group struct {
	kind   chancery.Kind
	act    string
	key    []string // what makes it this thing and no other; the entry's id comes from it
	pieces []piece
	// closing are steps that claims of other groups add: becoming a member ends being a candidate.
	closing []closing
	// actors and recipients set the sides where the claims' own do not say them: an invitation names
	// its host first, its acceptance the guest.
	actors, recipients []string
	sided              bool
	association        *chancery.ActorRef
	standing           chancery.Standing
	facts              []chancery.StandingFact
	due                chancery.Period // where a rule knows it better than the claims' own Due
	when               func(*group, chancery.State) chancery.Period
	id                 string
	entry              *chancery.Entry
	// sources are the claims that the entry's particulars are taken from: those that reports make in
	// their own voice where the entry stands on one, because the day, the place or the subject that
	// only somebody tells must not slip in as a fact; and otherwise all.
	sources []piece
}

// closing is a step that a claim of another group adds, and whether a report says it itself.
type closing struct {
	chancery.Step
	own bool
}

func (g *group) add(it *item, state chancery.State) {
	g.pieces = append(g.pieces, piece{it, state})
}

// firstClaim is the smallest claim id, which no other group of the same kind shares.
func (g *group) firstClaim() string {
	first := ""
	for _, p := range g.pieces {
		if first == "" || p.claim.ID < first {
			first = p.claim.ID
		}
	}
	return first
}

// assemble makes the entries and gives them their ids. An id is made of what the entry is about and
// not of the claims that came first, so that it stays when reports come and go. Where two entries
// are about the same (two talks of the same people on days that nobody tells) the smallest claim id
// sets all but one apart.
func assemble(groups []*group) []*chancery.Entry {
	type keyed struct {
		*group
		key, first string
	}
	sorted := make([]keyed, len(groups))
	for i, g := range groups {
		sorted[i] = keyed{g, strings.Join(g.key, "\x00"), g.firstClaim()}
	}
	slices.SortFunc(sorted, func(a, b keyed) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(string(a.kind), string(b.kind)),
			strings.Compare(a.first, b.first))
	})
	entries := make([]*chancery.Entry, len(sorted))
	taken := make(map[string]bool, len(sorted))
	for i, k := range sorted {
		id := chancery.Fingerprint(append([]string{string(k.kind)}, k.group.key...)...)
		if taken[id] {
			id = chancery.Fingerprint(append([]string{string(k.kind), k.first}, k.group.key...)...)
		}
		taken[id] = true
		k.id = id
		groups[i] = k.group // tensions are looked for in this order
	}
	// Each entry is made of its own group alone, so the work can be shared out.
	var work sync.WaitGroup
	share := max(1, (len(groups)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))
	for from := 0; from < len(groups); from += share {
		work.Go(func() {
			for i := from; i < min(from+share, len(groups)); i++ {
				entries[i] = groups[i].build()
			}
		})
	}
	work.Wait()
	return entries
}

func (g *group) build() *chancery.Entry {
	e := &chancery.Entry{ID: g.id, Kind: g.kind, Act: g.act, Association: g.association,
		Standing: g.standing, For: []string{}}
	g.entry = e
	slices.SortFunc(g.pieces, func(a, b piece) int { return strings.Compare(a.claim.ID, b.claim.ID) })
	e.Steps = make([]chancery.Step, 0, len(g.pieces)+len(g.closing))
	for _, p := range g.pieces {
		e.Steps = append(e.Steps, p.step())
		switch {
		case p.state != chancery.StateDenied:
			e.For = append(e.For, p.claim.ID)
		case g.contradicts(p):
			e.Against = append(e.Against, p.claim.ID)
		}
		if !p.known.IsZero() {
			if e.FirstKnown.IsZero() || p.known.Before(e.FirstKnown) {
				e.FirstKnown = p.known
			}
			if p.known.After(e.LastKnown) {
				e.LastKnown = p.known
			}
		}
	}
	for _, c := range g.closing {
		e.Steps = append(e.Steps, c.Step)
	}
	slices.SortFunc(e.Steps, compareSteps)
	g.settle()
	g.voices()
	g.date()
	g.describe()
	g.sides()
	return e
}

// contradicts reports whether a denial speaks against what the other claims say. It does not where it
// only came first ("the treaty has not been signed", in April, of what is signed in June), nor where
// it denies another moment of an agreement's life ("signed", "has not entered into force") or the same
// of another party ("Moldova ratified it", "Romania has not"). A denial that stands alone is what the
// entry is about.
func (g *group) contradicts(p piece) bool {
	alone := true
	for _, q := range g.pieces {
		if q.state == chancery.StateDenied {
			continue
		}
		alone = false
		if g.kind == chancery.KindAgreement && (q.claim.Act != p.claim.Act || !shareActor(p.claim, q.claim) || !Real(q.state) && g.real()) {
			continue // where others ratified, to hope to is not to have ratified
		}
		if from := effective(q.step()); !Real(q.state) || from.IsZero() || p.known.IsZero() || !from.After(p.known) {
			return true
		}
	}
	return alone
}

// real reports whether a claim of the group tells that something has come about.
func (g *group) real() bool {
	return slices.ContainsFunc(g.pieces, func(p piece) bool { return Real(p.state) })
}

// shareActor reports whether two claims have an actor in common, or one of them names none.
func shareActor(a, b *chancery.Claim) bool {
	if len(a.Actor) == 0 || len(b.Actor) == 0 {
		return true
	}
	return slices.ContainsFunc(a.Actor, func(p chancery.Participant) bool {
		return slices.ContainsFunc(b.Actor, func(q chancery.Participant) bool { return p.ID == q.ID })
	})
}

func (p piece) step() chancery.Step {
	c := p.claim
	return chancery.Step{State: p.state, Act: c.Act, When: c.When, Known: p.known, Claim: c.ID, Report: c.Report}
}

// settle decides the state, and names the register where it says the same.
func (g *group) settle() {
	e := g.entry
	e.State = settle(g.kind, e.Steps)
	if len(g.facts) > 0 {
		g.register()
	}
}

func (g *group) date() {
	if g.when != nil {
		g.entry.When = g.when(g, g.entry.State)
	} else {
		g.entry.When = bestWhen(g.sources, g.kind, g.entry.State)
	}
}

// bestWhen takes the time from the claims that bear the entry's state, and from the others only where
// those give none: when a visit took place matters more than for when it was planned. The most
// precise time that a text tells wins; of plans the one known last.
func bestWhen(pieces []piece, kind chancery.Kind, state chancery.State) chancery.Period {
	var best *piece
	for i := range pieces {
		p := &pieces[i]
		if p.claim.When.IsZero() || !p.span.told && !Real(p.state) {
			continue // the report's date tells when it was planned, not for when
		}
		if best == nil || compareTimes(p, best, kind, state) < 0 {
			best = p
		}
	}
	if best == nil {
		return chancery.Period{}
	}
	return best.claim.When
}

func compareTimes(a, b *piece, kind chancery.Kind, state chancery.State) int {
	if c := first(bears(kind, a.state, state), bears(kind, b.state, state)); c != 0 {
		return c
	}
	if !Real(state) {
		if c := b.known.Compare(a.known); c != 0 {
			return c
		}
	}
	return cmp.Or(first(a.span.told, b.span.told), cmp.Compare(a.span.width(), b.span.width()),
		cmp.Compare(a.span.first, b.span.first), a.known.Compare(b.known),
		strings.Compare(a.claim.When.Text, b.claim.When.Text), strings.Compare(a.claim.ID, b.claim.ID))
}

// first orders by a yes before a no.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// voices lists on whose word the entry rests. A denial alone is an entry too: it rests on those who
// deny. A report counts as saying the entry itself only where it says in its own voice that it stands
// where it stands: that a minister says a visit took place stays his word, even if a report had
// announced the visit in its own. Of a commitment it must also tell the act that words it: that the
// president is expected is not that he accepted.
func (g *group) voices() {
	e := g.entry
	state, said := g.told()
	denied := len(e.For) == 0
	if e.Kind == chancery.KindCommitment {
		said = said || !slices.ContainsFunc(g.pieces, func(p piece) bool {
			return p.own && p.claim.Act == g.act && (p.state == chancery.StateDenied) == denied
		})
	}
	seen := map[string]int{}
	ownWord := false
	for _, p := range g.pieces {
		if (p.state == chancery.StateDenied) != denied {
			continue
		}
		own := p.own && !said && bears(e.Kind, p.state, state)
		ownWord = ownWord || own
		key := p.claim.Report
		for _, s := range p.claim.SaidBy {
			key += "\x00" + s.Name + "\x01" + s.ID
		}
		if i, ok := seen[key]; ok {
			e.Voices[i].Own = e.Voices[i].Own || own
			continue
		}
		seen[key] = len(e.Voices)
		e.Voices = append(e.Voices, chancery.Voice{Chain: p.claim.SaidBy, Report: p.claim.Report, Own: own})
	}
	g.sources = g.pieces
	if ownWord {
		g.sources = slices.DeleteFunc(slices.Clone(g.pieces), func(p piece) bool { return !p.own })
	}
	slices.SortFunc(e.Voices, func(a, b chancery.Voice) int {
		if c := strings.Compare(a.Report, b.Report); c != 0 {
			return c
		}
		return slices.CompareFunc(a.Chain, b.Chain, func(s, t chancery.Speaker) int {
			return cmp.Or(strings.Compare(s.Name, t.Name), strings.Compare(s.ID, t.ID))
		})
	})
}

// told is the state that the group's own claims tell, which is not the entry's where the register knows
// more or where a step of another group closed it. said is true where only somebody's word closed it.
func (g *group) told() (state chancery.State, said bool) {
	if len(g.closing) == 0 && len(g.facts) == 0 {
		return g.entry.State, false
	}
	steps := make([]chancery.Step, 0, len(g.pieces))
	for _, p := range g.pieces {
		steps = append(steps, p.step())
	}
	slices.SortFunc(steps, compareSteps)
	state = settle(g.kind, steps)
	said = state != g.entry.State && len(g.closing) > 0 &&
		!slices.ContainsFunc(g.closing, func(c closing) bool { return c.own })
	return state, said
}

// describe takes over what the claims say besides: what, where, by when.
func (g *group) describe() {
	e := g.entry
	var objects, instruments, events []string
	places := map[chancery.Place]int{}
	var due *piece
	for i := range g.sources {
		p := &g.sources[i]
		c := p.claim
		if c.Act == g.act || g.act == "" {
			objects = append(objects, c.Object)
			events = append(events, c.Plover.Event)
		}
		instruments = append(instruments, instrumentOf(c))
		if c.Place != nil {
			places[*c.Place]++
		}
		if !c.Due.IsZero() && (due == nil || compareDue(p, due) < 0) {
			due = p
		}
	}
	e.Object, e.Instrument, e.Plover = commonest(objects), commonest(telling(instruments)), commonest(events)
	if e.Kind == chancery.KindQuote && e.Object == "" {
		e.Object = g.pieces[0].claim.Evidence.Text // a quotation is its words
	}
	e.Place = bestPlace(places)
	e.Due = g.due
	if due != nil {
		e.Due = due.claim.Due
	}
	if e.Association == nil {
		e.Association = g.commonAssociation()
	}
}

// compareDue: the term that became known last replaces earlier ones.
func compareDue(a, b *piece) int {
	return cmp.Or(b.known.Compare(a.known), a.claim.Due.End.Compare(b.claim.Due.End),
		strings.Compare(a.claim.ID, b.claim.ID))
}

// commonest is the text said most often; of several the longest, which says most, then the first in
// the alphabet.
func commonest(texts []string) string {
	if len(texts) == 1 {
		return texts[0]
	}
	count := map[string]int{}
	for _, t := range texts {
		if t != "" {
			count[t]++
		}
	}
	best := ""
	for t, n := range count {
		if best == "" || cmp.Or(cmp.Compare(n, count[best]), cmp.Compare(len(t), len(best)),
			strings.Compare(best, t)) > 0 {
			best = t
		}
	}
	return best
}

// bestPlace prefers a place whose state is known, then the one said most often.
func bestPlace(places map[chancery.Place]int) *chancery.Place {
	var best *chancery.Place
	for p, n := range places {
		if best == nil || cmp.Or(first(best.ID != "", p.ID != ""), cmp.Compare(n, places[*best]),
			strings.Compare(best.ID, p.ID), strings.Compare(best.Text, p.Text)) > 0 {
			best = &p
		}
	}
	return best
}

// commonAssociation is the association that all claims that name one agree on.
func (g *group) commonAssociation() *chancery.ActorRef {
	var found *chancery.ActorRef
	for _, p := range g.sources {
		a := p.claim.Association
		switch {
		case a == nil:
		case found == nil:
			found = a
		case found.ID != a.ID:
			return nil
		case a.Name < found.Name:
			found = a
		}
	}
	return found
}
