package ledger

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"chancery"
)

// term is one claim, or one fact of the register, about one time in the chair.
type term struct {
	place
	association *chancery.ActorRef
	item        *item // nil for a fact
	fact        *chancery.StandingFact
	state       chancery.State
	span        span
}

// chairTerm gives a claim about a chair its term. A chair is taken for a year unless the text says
// until when; a claim without a time is about the term in which it became known.
func chairTerm(it *item, actor string, state chancery.State) term {
	t := term{association: it.claim.Association, item: it, state: state, span: it.span}
	t.place = place{actor, cmp.Or(t.association.ID, t.association.Name)}
	if !t.span.known && !it.known.IsZero() {
		t.span = span{first: dayNumber(it.known), last: dayNumber(it.known), known: true}
	}
	// A term that was over when the report came has ended, even if the report does not say so:
	// "chaired the association in 2024", said in 2025.
	if state == chancery.StateHeld && it.claim.Act == "hold-standing" && t.span.last-t.span.first >= monthDays &&
		!it.known.IsZero() && dayNumber(it.known) > t.span.last {
		t.state = chancery.StateEnded
	}
	handsOver := it.claim.Act == "hand-over-chair" && state == chancery.StateEnded
	switch {
	case !t.span.known:
	case handsOver:
		t.span.first = t.span.last - year
	case t.span.last == farFuture, t.span.day() && it.claim.Act != "hold-standing":
		t.span.last = t.span.first + year - 2
	}
	return t
}

// addTerms groups terms of one actor that overlap. The shortest stretches come last, because a claim
// about one day belongs to the term that a claim about the year or the taking of the chair spans.
func (l *ladders) addTerms(terms []term) {
	slices.SortFunc(terms, func(a, b term) int {
		return cmp.Or(strings.Compare(a.actor, b.actor), strings.Compare(a.place.association, b.place.association),
			first(a.span.known, b.span.known), first(a.fact != nil, b.fact != nil),
			cmp.Compare(b.span.width(), a.span.width()), cmp.Compare(a.span.first, b.span.first),
			strings.Compare(a.claimID(), b.claimID()))
	})
	spans := map[*group]span{}
	for _, t := range terms {
		at := l.at(t.actor, t.association)
		g := at.term(t, spans)
		if t.fact != nil {
			g.facts = append(g.facts, *t.fact)
			continue
		}
		g.add(t.item, t.state)
	}
}

func (t term) claimID() string {
	if t.item == nil {
		return t.fact.Source
	}
	return t.item.claim.ID
}

// term finds the term in which most of the stretch lies, or opens one.
func (l *ladder) term(t term, spans map[*group]span) *group {
	var found *group
	shared := -1
	for _, g := range l.terms {
		s := spans[g]
		if !t.span.known || !s.known || !s.overlaps(t.span) {
			continue
		}
		if n := min(s.last, t.span.last) - max(s.first, t.span.first); n > shared {
			found, shared = g, n
		}
	}
	if found == nil && !t.span.known && len(l.terms) > 0 {
		found = l.terms[0]
	}
	if found != nil {
		return found
	}
	began := ""
	if t.span.known {
		began = strconv.Itoa(t.span.first)
	}
	g := l.group(chancery.StandingChair, t.association, began)
	spans[g] = t.span
	l.terms = append(l.terms, g)
	return g
}
