package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"chancery"
)

// Dossier is what the record holds about an actor, or about two.
type Dossier struct {
	Subjects []ActorChoice `json:"subjects"`
	At       At            `json:"at,omitzero"`
	Sections []Section     `json:"sections"` // those that hold something, in the order of a brief
	Sources  []Source      `json:"sources"`
}

// Section is a chapter of a dossier.
type Section struct {
	ID    string `json:"id"` // one of the Section constants
	Title string `json:"title"`
	Lines []Line `json:"lines"`
}

// The sections of a dossier, in order.
const (
	SectionStanding    = "standing"
	SectionLately      = "lately"
	SectionAgreements  = "agreements"
	SectionCommitments = "commitments"
	SectionMeetings    = "meetings"
	SectionEvents      = "events"
	SectionPositions   = "positions"
	SectionTies        = "ties"
	SectionQuotes      = "quotes"
	SectionTensions    = "tensions"
)

var sections = []struct{ id, title string }{
	{SectionStanding, "Standing"}, {SectionLately, "What changed lately"}, {SectionAgreements, "Agreements"},
	{SectionCommitments, "Commitments"}, {SectionMeetings, "Visits and meetings"}, {SectionEvents, "Other events"},
	{SectionTies, "Ties"}, {SectionPositions, "Positions"}, {SectionQuotes, "In their own words"}, {SectionTensions, "Tensions"},
}

// meetings are the acts of coming together.
var meetings = map[string]bool{"meet": true, "discuss": true, "phone-call": true, "visit": true, "host": true, "host-meeting": true,
	"attend": true, "negotiate": true, "mediate": true, "credentials": true}

// Brief gives the dossier of an actor, or of a pair where b is not empty. The names are as typed.
func (r *Record) Brief(ctx context.Context, a, b string, at At) (Dossier, error) {
	subjects, err := r.subjects(ctx, a, b)
	if err != nil {
		return Dossier{}, err
	}
	return r.BriefOf(ctx, subjects, at)
}

// BriefOf gives the dossier of one or two actors that are found already.
func (r *Record) BriefOf(ctx context.Context, subjects []ActorChoice, at At) (Dossier, error) {
	entries, err := r.about(ctx, subjects, at)
	if err != nil {
		return Dossier{}, err
	}
	t, err := r.teller(ctx, entries, at)
	if err != nil {
		return Dossier{}, err
	}
	return t.dossier(subjects, entries), nil
}

func (r *Record) subjects(ctx context.Context, a, b string) ([]ActorChoice, error) {
	first, err := r.Actor(ctx, a)
	if err != nil || b == "" {
		return []ActorChoice{first}, err
	}
	second, err := r.Actor(ctx, b)
	if err == nil && first.ID == second.ID && first.Person == second.Person {
		err = fmt.Errorf("%q and %q are the same actor, %s; name two", a, b, first.Name)
	}
	return []ActorChoice{first, second}, err
}

// about gives the entries on the subjects. For two states the standings of both in the associations
// that they share a page in are part of it: they are what the two have in common.
func (r *Record) about(ctx context.Context, subjects []ActorChoice, at At) ([]chancery.Entry, error) {
	filter := chancery.EntryFilter{Actor: subjects[0].ID}
	if len(subjects) == 1 && subjects[0].Person != "" {
		filter.Actor = "" // what somebody says may be about others alone
	}
	if len(subjects) > 1 {
		filter.With = subjects[1].ID
	}
	v, err := r.view(ctx, at)
	if err != nil {
		return nil, err
	}
	entries, err := v.entries(ctx, filter)
	if err != nil {
		return nil, err
	}
	for _, s := range subjects {
		if s.Person != "" {
			entries = slices.DeleteFunc(entries, func(e chancery.Entry) bool { return !names(e, s) && !says(e, s) })
		}
	}
	if len(subjects) < 2 || subjects[0].Person != "" || subjects[1].Person != "" {
		return entries, nil
	}
	common, err := v.commonStandings(ctx, subjects)
	for _, e := range common {
		if !slices.ContainsFunc(entries, func(x chancery.Entry) bool { return x.ID == e.ID }) {
			entries = append(entries, e)
		}
	}
	return entries, err
}

// names reports whether the person acts in the entry for his state, by full or by family name.
func names(e chancery.Entry, person ActorChoice) bool {
	for _, p := range slices.Concat(e.Actors, e.Recipients) {
		for _, known := range p.Persons {
			if p.ID == person.ID && (strings.EqualFold(known, person.Person) || strings.HasSuffix(strings.ToLower(person.Person), " "+strings.ToLower(known))) {
				return true
			}
		}
	}
	return false
}

// says reports whether the entry rests on the word of the person, by full or by family name.
func says(e chancery.Entry, person ActorChoice) bool {
	return slices.ContainsFunc(e.Voices, func(v chancery.Voice) bool {
		return slices.ContainsFunc(v.Chain, func(s chancery.Speaker) bool {
			name, full := strings.ToLower(s.Name), strings.ToLower(person.Person)
			return s.ID == person.ID && name != "" && (name == full || strings.HasSuffix(full, " "+name))
		})
	})
}

func (v *view) commonStandings(ctx context.Context, subjects []ActorChoice) ([]chancery.Entry, error) {
	var all []chancery.Entry
	in := map[string]map[string]bool{}
	for _, s := range subjects {
		list, err := v.entries(ctx, chancery.EntryFilter{Kind: chancery.KindStanding, Actor: s.ID})
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			if e.Association == nil || e.Association.ID == s.ID {
				continue
			}
			if in[e.Association.ID] == nil {
				in[e.Association.ID] = map[string]bool{}
			}
			in[e.Association.ID][s.ID] = true
			all = append(all, e)
		}
	}
	return slices.DeleteFunc(all, func(e chancery.Entry) bool { return len(in[e.Association.ID]) < len(subjects) }), nil
}

func (t *teller) dossier(subjects []ActorChoice, entries []chancery.Entry) Dossier {
	slices.SortFunc(entries, newestFirst)
	thread := threadClaims(entries)
	bySection := map[string][]chancery.Entry{}
	for _, e := range entries {
		if _, ok := t.stateOf(e); !ok || promised(e, thread) {
			continue
		}
		bySection[sectionOf(e)] = append(bySection[sectionOf(e)], e)
		if len(e.Tensions) > 0 {
			bySection[SectionTensions] = append(bySection[SectionTensions], e)
		}
	}
	bySection[SectionLately] = t.lately(entries, thread)
	slices.SortStableFunc(bySection[SectionStanding], func(a, b chancery.Entry) int {
		return cmp.Or(byAssociation(a, b), begins(b).Compare(begins(a)), strings.Compare(t.holder(a), t.holder(b)))
	})
	slices.SortStableFunc(bySection[SectionCommitments], t.openFirst)
	d := Dossier{Subjects: subjects, At: t.at, Sections: []Section{}}
	told := map[string]bool{}
	for _, s := range sections {
		section := Section{ID: s.id, Title: s.title}
		for _, e := range bySection[s.id] {
			if s.id == SectionTensions {
				section.Lines = append(section.Lines, t.tensions(e, told)...)
			} else if line, ok := t.line(e); ok {
				section.Lines = append(section.Lines, line)
			}
		}
		if len(section.Lines) > 0 {
			d.Sections = append(d.Sections, section)
		}
	}
	d.Sources = t.sources
	return d
}

func sectionOf(e chancery.Entry) string {
	switch e.Kind {
	case chancery.KindStanding:
		return SectionStanding
	case chancery.KindAgreement:
		return SectionAgreements
	case chancery.KindCommitment:
		return SectionCommitments
	case chancery.KindPosition:
		return SectionPositions
	case chancery.KindTie:
		return SectionTies
	case chancery.KindQuote:
		return SectionQuotes
	}
	if meetings[e.Act] {
		return SectionMeetings
	}
	return SectionEvents
}

// threadClaims are the claims on which commitments rest.
func threadClaims(entries []chancery.Entry) map[string]bool {
	claims := map[string]bool{}
	for _, e := range entries {
		if e.Kind == chancery.KindCommitment {
			for _, id := range e.For {
				claims[id] = true
			}
		}
	}
	return claims
}

// promised reports whether an event is only planned, and told already by the commitment that it is
// part of.
func promised(e chancery.Entry, thread map[string]bool) bool {
	return e.Kind == chancery.KindEvent && e.State == chancery.StatePlanned && len(e.For) > 0 &&
		!slices.ContainsFunc(e.For, func(id string) bool { return !thread[id] })
}

// lately picks what became known in the quarter before the day asked for, or else before the newest
// report: ten lines at most.
func (t *teller) lately(entries []chancery.Entry, thread map[string]bool) []chancery.Entry {
	const quarter, most = 92, 10
	until := cmp.Or(t.at.AsOf, t.at.KnownOn)
	if until.IsZero() {
		for _, e := range entries {
			if len(e.Steps) == 0 {
				continue // the register's terms may end years from now
			}
			if d := latest(e); d.After(until) {
				until = d
			}
		}
	}
	var list []chancery.Entry
	for _, e := range entries {
		d := latest(e)
		if e.Kind == chancery.KindQuote || e.Kind == chancery.KindPosition || promised(e, thread) || d.After(until) || d.Before(until.AddDays(-quarter)) {
			continue
		}
		if _, ok := t.stateOf(e); ok {
			list = append(list, e)
		}
	}
	slices.SortStableFunc(list, func(a, b chancery.Entry) int { return latest(b).Compare(latest(a)) })
	return list[:min(len(list), most)]
}

// byAssociation keeps the standings in one association together, the highest rung first.
func byAssociation(a, b chancery.Entry) int {
	return cmp.Or(strings.Compare(associationOf(a), associationOf(b)), cmp.Compare(b.Standing.Rank(), a.Standing.Rank()))
}

func associationOf(e chancery.Entry) string {
	if e.Association == nil {
		return ""
	}
	return e.Association.ID
}

// openFirst puts commitments that wait for something before those that are done.
func (t *teller) openFirst(a, b chancery.Entry) int {
	stateA, _ := t.stateOf(a)
	stateB, _ := t.stateOf(b)
	return yes(waits(stateB)) - yes(waits(stateA))
}

// waits reports whether a commitment in the state still waits to be kept.
func waits(s chancery.State) bool {
	return s == chancery.StateOpen || s == chancery.StateUnderWay || s == chancery.StateOverdue || s == chancery.StateContradicted
}
