// Package query answers every question that a page, the API, an export or a command asks of the
// record, and says why.
//
// A Record joins an archive, the names of actors and the codebook's acts. Each question takes an At:
// as of which day, and by what was known on which day. Answers are plain data with JSON tags. The
// sentences in them come from Words (words.go), the one place where an act becomes English. How an
// answer is laid out is for the caller.
package query

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"chancery"
	"chancery/ledger"
)

// ActorChoice is an actor that typed words may stand for.
type ActorChoice struct {
	ID     string             `json:"id"`
	Name   string             `json:"name"`
	Kind   chancery.ActorKind `json:"kind,omitempty"`
	Person string             `json:"person,omitempty"` // where the words name a person of that actor
	// Near marks an actor that does not bear the name typed, but one that is close to it.
	Near bool `json:"-"`
}

// Names is what the record asks of the register of actors.
type Names interface {
	// Find lists the actors that typed words may stand for, the likeliest first. Where they name
	// nobody it may list actors with names close to them, marked Near.
	Find(text string) []ActorChoice
	// Name is an actor's usual name, or empty where the id is not known.
	Name(id string) string
	// Facts lists the standings that the register knows. An empty actor or association stands for any.
	Facts(actor, association string) []chancery.StandingFact
}

// At is the point of view of a question. Zero dates do not narrow it.
type At struct {
	AsOf    chancery.Date `json:"as_of,omitzero"`    // where things stood on that day
	KnownOn chancery.Date `json:"known_on,omitzero"` // by the reports published until that day
}

// Record answers questions. It may be used from several goroutines at once.
type Record struct {
	archive chancery.Archive
	names   Names
	acts    func(id string) (chancery.Act, bool)
	words   Words
	// Today is the day by which terms are overdue where no other day is asked for. It may be set
	// before the record is used.
	Today func() chancery.Date
}

// New makes a Record. acts finds an act of the codebook.
func New(archive chancery.Archive, names Names, acts func(id string) (chancery.Act, bool)) *Record {
	return &Record{archive: archive, names: names, acts: acts,
		words: Words{Name: names.Name, Acts: acts},
		Today: func() chancery.Date { return chancery.DateOf(time.Now()) }}
}

// Words gives the record's way of putting things.
func (r *Record) Words() Words { return r.words }

// Rebuild concludes all entries from the claims kept, stores them in place of those that were there,
// and says how many there are.
func (r *Record) Rebuild(ctx context.Context) (int, error) {
	entries, err := r.conclude(ctx, chancery.Date{})
	if err != nil {
		return 0, fmt.Errorf("rebuilding the record: %w", err)
	}
	if err := r.archive.SetEntries(ctx, entries); err != nil {
		return 0, fmt.Errorf("storing the rebuilt record: %w", err)
	}
	return len(entries), nil
}

// Forget takes a report out of the archive, with all that rested on it alone.
func (r *Record) Forget(ctx context.Context, report string) (chancery.Report, error) {
	found, err := r.archive.Report(ctx, report)
	if err != nil {
		return chancery.Report{}, err
	}
	if err := r.archive.Forget(ctx, found.ID); err != nil {
		return chancery.Report{}, err
	}
	_, err = r.Rebuild(ctx)
	return found, err
}

// Reports lists the reports kept, newest first, without text; of those known by the day where one is
// asked for.
func (r *Record) Reports(ctx context.Context, at At) ([]chancery.Report, error) {
	reports, err := r.archive.Reports(ctx)
	if err != nil || at.KnownOn.IsZero() {
		return reports, err
	}
	return slices.DeleteFunc(reports, func(rep chancery.Report) bool {
		known := rep.KnownOn()
		return known.IsZero() || known.After(at.KnownOn)
	}), nil
}

// Search finds reports by words in them; see chancery.Archive. A limit below 1 is none.
func (r *Record) Search(ctx context.Context, words string, at At, limit int) ([]chancery.Hit, error) {
	if strings.TrimSpace(words) == "" {
		return nil, fmt.Errorf("search: no words given; try a name or a subject, such as \"visa-free\"")
	}
	if at.KnownOn.IsZero() {
		return r.archive.Search(ctx, words, limit)
	}
	hits, err := r.archive.Search(ctx, words, 0)
	hits = slices.DeleteFunc(hits, func(h chancery.Hit) bool {
		known := h.Report.KnownOn()
		return known.IsZero() || known.After(at.KnownOn)
	})
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	return hits, err
}

// conclude gives the entries that follow from all claims known by the day, or from all where it is
// zero.
func (r *Record) conclude(ctx context.Context, knownOn chancery.Date) ([]chancery.Entry, error) {
	in := ledger.Input{Acts: r.acts, KnownOn: knownOn}
	var err error
	if in.Reports, err = r.archive.Reports(ctx); err != nil {
		return nil, err
	}
	if in.Introductions, err = r.archive.Introductions(ctx); err != nil {
		return nil, err
	}
	if in.Judgements, err = r.archive.Judgements(ctx); err != nil {
		return nil, err
	}
	for claim, err := range r.archive.Claims(ctx, chancery.ClaimFilter{}) {
		if err != nil {
			return nil, err
		}
		in.Claims = append(in.Claims, claim)
	}
	for _, pair := range ledger.Pairs(in.Claims) {
		in.Facts = append(in.Facts, r.names.Facts(pair.Actor, pair.Association)...)
	}
	return ledger.Conclude(in), nil
}

// entries gives the entries that pass the filter, by id: the stored ones, or where a day of knowledge
// is asked for those that had been concluded then.
func (r *Record) entries(ctx context.Context, filter chancery.EntryFilter, at At) ([]chancery.Entry, error) {
	v, err := r.view(ctx, at)
	if err != nil {
		return nil, err
	}
	return v.entries(ctx, filter)
}

// view is the record as one question sees it: the stored entries, or those of an earlier day, which
// are concluded once however many times the question looks at them.
type view struct {
	archive chancery.Archive
	earlier bool
	then    []chancery.Entry
}

func (r *Record) view(ctx context.Context, at At) (*view, error) {
	v := &view{archive: r.archive, earlier: !at.KnownOn.IsZero()}
	if !v.earlier {
		return v, nil
	}
	shared, _ := ctx.Value(sharedKey{}).(*shared)
	if shared == nil {
		var err error
		v.then, err = r.conclude(ctx, at.KnownOn)
		return v, err
	}
	shared.Lock()
	defer shared.Unlock()
	if shared.record != r || shared.day != at.KnownOn {
		then, err := r.conclude(ctx, at.KnownOn)
		if err != nil {
			return nil, err
		}
		shared.record, shared.day, shared.then = r, at.KnownOn, then
	}
	v.then = shared.then
	return v, nil
}

// Together gives a context whose questions share what is concluded for an earlier day of knowledge, which takes
// longest. It is for questions that are asked at one time, such as those of a page: what is kept meanwhile they may
// not see.
func Together(ctx context.Context) context.Context {
	return context.WithValue(ctx, sharedKey{}, &shared{})
}

type sharedKey struct{}

// shared is what was concluded last, of the record and by what was known on the day.
type shared struct {
	sync.Mutex
	record *Record
	day    chancery.Date
	then   []chancery.Entry
}

func (v *view) entries(ctx context.Context, filter chancery.EntryFilter) ([]chancery.Entry, error) {
	if !v.earlier {
		return v.archive.Entries(ctx, filter)
	}
	var found []chancery.Entry
	for _, e := range v.then {
		if passes(e, filter) {
			found = append(found, e)
		}
	}
	return found, nil
}

func passes(e chancery.Entry, f chancery.EntryFilter) bool {
	return (f.Kind == "" || e.Kind == f.Kind) &&
		(f.Actor == "" || involves(e, f.Actor)) && (f.With == "" || involves(e, f.With)) &&
		(f.Association == "" || e.Association != nil && e.Association.ID == f.Association) &&
		(len(f.IDs) == 0 || slices.ContainsFunc(f.IDs, func(id string) bool { return strings.HasPrefix(e.ID, id) }))
}

// involves reports whether the actor is on either side of the entry, or is its association.
func involves(e chancery.Entry, actor string) bool {
	has := func(p chancery.Party) bool { return p.ID == actor }
	return slices.ContainsFunc(e.Actors, has) || slices.ContainsFunc(e.Recipients, has) ||
		e.Association != nil && e.Association.ID == actor
}
