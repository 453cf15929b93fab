package query

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"chancery"
	"chancery/ledger"
)

// Line is one line of an answer: a sentence, and all that it rests on.
type Line struct {
	Number int            `json:"number"`
	Text   string         `json:"text"`
	Entry  string         `json:"entry"`
	Kind   chancery.Kind  `json:"kind"`
	Act    string         `json:"act"`
	State  chancery.State `json:"state"`
	Was    chancery.State `json:"was,omitempty"` // the state before, where the line tells of a change
	// When and Due are in words; the periods themselves stand beside them.
	When   string          `json:"when,omitempty"`
	Period chancery.Period `json:"period,omitzero"`
	Due    string          `json:"due,omitempty"`
	// DuePeriod is when a commitment is to be kept, as days.
	DuePeriod chancery.Period `json:"due_period,omitzero"`
	// Known is the day on which a report last told of it, in words.
	Known     string        `json:"known,omitempty"`
	LastKnown chancery.Date `json:"last_known,omitzero"`
	// Voice says whose word it is; OnlySaid that no report says it in its own voice.
	Voice    string `json:"voice,omitempty"`
	OnlySaid bool   `json:"only_said,omitempty"`
	// Sources and Against number the passages for and against, in the answer's Sources.
	Sources  []int    `json:"sources,omitempty"`
	Against  []int    `json:"against,omitempty"`
	Tensions []string `json:"tensions,omitempty"`
	// Judgements are what people decided about it, in words.
	Judgements []string `json:"judgements,omitempty"`
	// Note is why the answer lists the line, where that is not plain: what changed, why it wants review.
	Note     string `json:"note,omitempty"`
	Register string `json:"register,omitempty"` // the source of a fact that needs no passage
	// Parties are those whom the line names, by their usual names: actors, the people who act for them, associations.
	Parties  []ActorChoice     `json:"parties,omitempty"`
	Standing chancery.Standing `json:"standing,omitempty"`
}

// Source is a passage that lines rest on.
type Source struct {
	Number    int    `json:"number"`
	Claim     string `json:"claim"`
	Report    string `json:"report"`
	Publisher string `json:"publisher,omitempty"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"` // in words
	URL       string `json:"url,omitempty"`
	Start     int    `json:"start"` // bytes of the report's text
	End       int    `json:"end"`
	Text      string `json:"text"` // those bytes
}

// teller turns entries into numbered lines.
type teller struct {
	*Record
	at      At
	today   chancery.Date
	reports map[string]chancery.Report
	claims  map[string]chancery.Claim
	number  map[passage]int
	sources []Source
	lines   int
	rulings *ledger.Rulings // the judgements that count, and all of them by id
	judged  map[string]chancery.Judgement
	asRead  map[string]chancery.Claim // those of the claims that were judged, as the reader made them
}

type passage struct {
	report     string
	start, end int
}

// teller loads the reports and the claims that the entries rest on.
func (r *Record) teller(ctx context.Context, entries []chancery.Entry, at At) (*teller, error) {
	t := &teller{Record: r, at: at, today: at.AsOf, reports: map[string]chancery.Report{},
		claims: map[string]chancery.Claim{}, asRead: map[string]chancery.Claim{}, number: map[passage]int{}, sources: []Source{}}
	if t.today.IsZero() {
		t.today = cmp.Or(at.KnownOn, r.Today())
	}
	reports, err := r.archive.Reports(ctx)
	if err != nil {
		return nil, err
	}
	for _, rep := range reports {
		t.reports[rep.ID] = rep
	}
	if t.rulings, t.judged, err = r.rulings(ctx, at.KnownOn); err != nil {
		return nil, err
	}
	return t, t.loadFor(ctx, entries)
}

// loadFor fetches the claims that the entries rest on.
func (t *teller) loadFor(ctx context.Context, entries []chancery.Entry) error {
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.For...)
		ids = append(ids, e.Against...)
		for _, s := range e.Steps {
			ids = append(ids, s.Claim)
		}
	}
	return t.load(ctx, ids)
}

// load fetches claims, some hundreds at a time, which every archive can take.
func (t *teller) load(ctx context.Context, ids []string) error {
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id string) bool { return id == "" || t.claims[id].ID != "" })
	for part := range slices.Chunk(ids, 400) {
		err := t.fetch(ctx, chancery.ClaimFilter{IDs: part}, nil)
		if errors.Is(err, chancery.ErrNotFound) {
			// Entries may outlive claims for a moment: a report was read anew, and the record not yet
			// rebuilt. What is still there is shown.
			err = t.fetch(ctx, chancery.ClaimFilter{}, part)
		}
		if err != nil {
			return fmt.Errorf("reading the passages: %w", err)
		}
	}
	return nil
}

// fetch reads the claims that pass the filter, and of these only the ids wanted where there are any.
func (t *teller) fetch(ctx context.Context, filter chancery.ClaimFilter, wanted []string) error {
	for claim, err := range t.archive.Claims(ctx, filter) {
		if err != nil {
			return err
		}
		if _, ok := slices.BinarySearch(wanted, claim.ID); ok || wanted == nil {
			t.claims[claim.ID] = t.rulings.Correct(claim, t.publisher(claim.Report), t.acts)
			if len(t.rulings.Of(claim.ID)) > 0 {
				t.asRead[claim.ID] = claim
			}
		}
	}
	return nil
}

func (t *teller) publisher(report string) string { return t.reports[report].Publisher }

// carrier names a report where a voice is told.
func (t *teller) carrier(report string) string {
	rep := t.reports[report]
	if rep.Publisher != "" {
		return rep.Publisher
	}
	if published := Period(rep.Published); published != "" {
		return "a report published " + published
	}
	return "a report without publisher or date"
}

// stateOf is where the entry stands on the day asked for; false where nothing is said of that day.
func (t *teller) stateOf(e chancery.Entry) (chancery.State, bool) {
	if t.at.AsOf.IsZero() {
		if ledger.Overdue(e, t.today) {
			return chancery.StateOverdue, true
		}
		if e.State == chancery.StateEnded && e.When.Basis == chancery.BasisRegister && e.When.End.After(t.today) {
			return ledger.StateAsOf(e, t.today) // the register knows the last day of a term before it comes
		}
		return e.State, true
	}
	return ledger.StateAsOf(e, t.at.AsOf)
}

// line tells an entry; false where nothing is said of the day asked for.
func (t *teller) line(e chancery.Entry) (Line, bool) {
	state, ok := t.stateOf(e)
	if !ok {
		return Line{}, false
	}
	t.lines++
	l := Line{Number: t.lines, Entry: e.ID, Kind: e.Kind, Act: e.Act, State: state, Period: e.When,
		When: timeOf(e.Kind, e.When), Due: t.dueOf(e), Known: Date(e.LastKnown), OnlySaid: e.OnlySaid() && e.Register == "", Register: e.Register,
		Parties: t.Parties(e), Standing: e.Standing, DuePeriod: e.Due, LastKnown: e.LastKnown,
		Judgements: t.judgements(e.Judgements)}
	if state != e.State {
		l.Period = periodOf(e, state, t.at.AsOf)
		l.When = timeOf(e.Kind, l.Period)
	}
	more := t.besides(e)
	if l.Text = t.tell(e, state, more); e.Kind == chancery.KindCommitment && waits(state) && state != chancery.StateUnderWay && t.reported(e) {
		l.OnlySaid = false // as of a day on which nobody had spoken of keeping it
	}
	l.Voice = t.words.Voice(e, t.publisher, t.carrier)
	l.Sources = t.passages(e.For)
	if state == chancery.StateRatified {
		l.Sources = t.passages(slices.DeleteFunc(slices.Concat(e.For, more.denials), func(id string) bool { return slices.Contains(e.Against, id) }))
	}
	if l.Against = t.passages(e.Against); len(l.Sources) == 0 && len(l.Against) > 0 {
		l.Sources, l.Against = l.Against, nil
	}
	for _, tension := range e.Tensions {
		l.Tensions = append(l.Tensions, t.plainly(tension.Why, e))
	}
	return l, true
}

// besides gathers what the claims tell of an entry beyond what the entry itself holds: how it is denied,
// and by whom an agreement was ratified.
func (t *teller) besides(e chancery.Entry) telling {
	more := telling{until: t.at.AsOf}
	for _, id := range e.Against {
		if tense := denialIn(t.claims[id].Evidence.Text); more.denial == didNot || tense == hasNot {
			more.denial = tense
		}
	}
	for _, id := range e.For {
		if c := t.claims[id]; c.Act == e.Act && c.Object == e.Object {
			more.infinitive = listed(c)
		}
	}
	if e.Kind != chancery.KindAgreement {
		return more
	}
	for _, state := range []chancery.State{chancery.StateRatified, chancery.StateDenied} {
		for _, s := range e.Steps {
			day := s.Known
			if state == chancery.StateRatified {
				day = cmp.Or(s.When.Start, s.When.End, s.Known)
			}
			if s.Act != "ratify" || s.State != state || !t.at.AsOf.IsZero() && day.After(t.at.AsOf) {
				continue
			}
			for _, p := range parties(t.claims[s.Claim].Actor) {
				name := t.words.withArticle(p.ID, p.Name)
				switch {
				case slices.Contains(more.ratified, name) || slices.Contains(more.missing, name):
				case state == chancery.StateRatified:
					more.ratified = append(more.ratified, name)
				default:
					more.missing, more.denials = append(more.missing, name), append(more.denials, s.Claim)
				}
			}
		}
	}
	return more
}

// dueOf words the day by which a commitment is to be kept. Where the time begins only because the
// report that tells it was published then, its end is all that was said.
func (t *teller) dueOf(e chancery.Entry) string {
	for _, s := range e.Steps {
		if c := t.claims[s.Claim]; c.Due == e.Due && t.since(c) {
			return "by " + Date(e.Due.End)
		}
	}
	return moment(e.Due)
}

// since reports whether the claim's term begins on the day of its report.
func (t *teller) since(c chancery.Claim) bool {
	if c.Due.Start.IsZero() || c.Due.End.IsZero() || c.Due.Start == c.Due.End {
		return false
	}
	published := t.reports[c.Report].Published
	return c.Due.Start == published.Start || c.Due.Start == published.End || c.When.Basis == chancery.BasisReport && c.Due.Start == c.When.Start
}

// tell words an entry. A promise that reports make known themselves stays their word where only somebody
// says that it is being kept.
func (t *teller) tell(e chancery.Entry, state chancery.State, more telling) string {
	if e.Kind == chancery.KindCommitment && e.OnlySaid() {
		e.Voices = t.tellers(e)
	}
	if e.Kind != chancery.KindCommitment || !e.OnlySaid() || !t.reported(e) || state != chancery.StateKept && !waits(state) {
		return t.words.entry(e, wording(e, state), t.publisher, more)
	}
	var voices []chancery.Voice
	for _, s := range e.Steps {
		if c := t.claims[s.Claim]; s.State == state && s.Act != e.Act {
			voices = append(voices, chancery.Voice{Chain: c.SaidBy, Report: c.Report})
		}
	}
	e.Voices = nil
	text := t.words.entry(e, wording(e, state), t.publisher, more)
	if len(voices) == 0 {
		return text
	}
	return strings.TrimSuffix(text, ".") + "; " + string(state) + " according to " + t.words.saidBy(voices, t.publisher) + "."
}

// tellers are the voices of those who tell the act by which a commitment is worded: who says that a visit
// was put off does not say that the invitation was accepted.
func (t *teller) tellers(e chancery.Entry) []chancery.Voice {
	var voices []chancery.Voice
	for _, id := range e.For {
		if c := t.claims[id]; c.Act == e.Act {
			voices = append(voices, chancery.Voice{Chain: c.SaidBy, Report: c.Report})
		}
	}
	if len(voices) == 0 {
		return e.Voices
	}
	return voices
}

// reported reports whether all that tells the act by which a commitment is worded is the reports' own
// word.
func (t *teller) reported(e chancery.Entry) bool {
	told := false
	for _, id := range e.For {
		if c := t.claims[id]; c.Act == e.Act {
			if c.Attributed(t.publisher(c.Report)) {
				return false
			}
			told = true
		}
	}
	return told
}

// periodOf is the time of the state that an entry was in on the day asked for, because the entry's
// own is that of what came later. What may or may not have been so has the wide time that leaves it open.
func periodOf(e chancery.Entry, state chancery.State, on chancery.Date) chancery.Period {
	if state == chancery.StatePossible && ledger.Real(e.State) {
		for _, s := range e.Steps {
			if ledger.Real(s.State) && !s.When.Start.IsZero() && !s.When.Start.After(on) {
				return s.When
			}
		}
		return e.When
	}
	if e.Kind == chancery.KindStanding || e.Kind == chancery.KindTie {
		return e.When
	}
	if state == chancery.StateOverdue {
		state = chancery.StateOpen
	}
	for _, s := range e.Steps {
		if s.State == state && !s.When.IsZero() {
			return s.When
		}
	}
	return chancery.Period{}
}

// wording is the state that the words tell: that a promise is overdue, kept or dropped is shown beside
// it, and does not change what was promised.
func wording(e chancery.Entry, state chancery.State) chancery.State {
	if state == chancery.StatePossible && ledger.Real(e.State) {
		return statePerhaps
	}
	if e.Kind != chancery.KindCommitment {
		return state
	}
	switch state {
	case chancery.StateUnderWay:
		if !slices.ContainsFunc(e.Steps, func(s chancery.Step) bool { return s.Act == e.Act && s.State == state }) {
			return chancery.StateHeld // what is under way is its keeping, and not the promising
		}
		return state
	case chancery.StatePlanned, chancery.StateWished, chancery.StatePossible,
		chancery.StateDemanded, chancery.StateDenied:
		return state
	}
	return chancery.StateHeld
}

// plainly replaces the codes of actors in the ledger's sentences, which knows no other names where
// reports only name a person, by their usual names.
func (t *teller) plainly(why string, e chancery.Entry) string {
	for _, p := range slices.Concat(e.Actors, e.Recipients) {
		if name := t.names.Name(p.ID); p.ID != "" && name != "" && p.Name == p.ID {
			why = strings.ReplaceAll(why, p.ID, name)
		}
	}
	return why
}

// passages numbers the passages of claims, the oldest report first. Several claims read from one
// passage are one source.
func (t *teller) passages(ids []string) []int {
	claims := make([]chancery.Claim, 0, len(ids))
	for _, id := range ids {
		if c, ok := t.claims[id]; ok {
			claims = append(claims, c)
		}
	}
	slices.SortFunc(claims, func(a, b chancery.Claim) int {
		return cmp.Or(t.reports[a.Report].KnownOn().Compare(t.reports[b.Report].KnownOn()), strings.Compare(a.Report, b.Report),
			cmp.Compare(a.Evidence.Start, b.Evidence.Start), strings.Compare(a.ID, b.ID))
	})
	var numbers []int
	for _, c := range claims {
		at := passage{c.Report, c.Evidence.Start, c.Evidence.End}
		n := t.number[at]
		if n == 0 {
			rep := t.reports[c.Report]
			n = len(t.sources) + 1
			t.number[at] = n
			t.sources = append(t.sources, Source{Number: n, Claim: c.ID, Report: c.Report, Publisher: rep.Publisher,
				Title: rep.Title, Published: Period(rep.Published), URL: rep.URL,
				Start: c.Evidence.Start, End: c.Evidence.End, Text: c.Evidence.Text})
		}
		if !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// latest is the last day on which something is told of the entry: when it was so, or became known.
func latest(e chancery.Entry) chancery.Date {
	day := e.LastKnown
	for _, d := range []chancery.Date{e.When.End, e.When.Start} {
		if day.IsZero() {
			day = d
		}
	}
	return day
}

// begins is the day by which entries are put in order of time.
func begins(e chancery.Entry) chancery.Date {
	return cmp.Or(e.When.Start, e.When.End, e.FirstKnown)
}

// newestFirst sorts by time, the latest first, then by id.
func newestFirst(a, b chancery.Entry) int {
	return cmp.Or(begins(b).Compare(begins(a)), strings.Compare(a.ID, b.ID))
}
