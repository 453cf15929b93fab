package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"chancery"
	"chancery/actors"
	"chancery/archive/sqlite"
	"chancery/codebook"
	"chancery/desk"
	"chancery/internal/directory"
	"chancery/ledger"
	"chancery/press"
	"chancery/query"
)

// TestHistories holds what must always hold, over the whole program: invented reports are read from a
// file with bad lines in it, kept in any order and any batches, judged, forgotten and read anew. It
// runs a few histories; CHANCERY_HISTORIES=1000 asks for more.
func TestHistories(t *testing.T) {
	asked := "12"
	if n := os.Getenv("CHANCERY_HISTORIES"); n != "" {
		if _, err := strconv.Atoi(n); err != nil {
			t.Fatalf("CHANCERY_HISTORIES=%q is no number", n)
		}
		asked = n
	}
	before := flag.Lookup("rapid.checks").Value.String()
	defer flag.Set("rapid.checks", before) //nolint:errcheck // it was set before
	if err := flag.Set("rapid.checks", asked); err != nil {
		t.Fatal(err)
	}
	names, err := actors.Default()
	if err != nil {
		t.Fatal(err)
	}
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := desk.Default(names)
	if err != nil {
		t.Fatal(err)
	}
	scratch := t.TempDir()
	runs := 0
	rapid.Check(t, func(rt *rapid.T) {
		runs++
		folder := filepath.Join(scratch, strconv.Itoa(runs))
		if err := os.Mkdir(folder, 0o755); err != nil {
			rt.Fatal(err)
		}
		h := &histories{T: rt, folder: folder, names: &directory.Names{Register: names}, book: book, reader: reader}
		defer h.close()
		h.run()
	})
}

// histories is one history, and the archives that it fills.
type histories struct {
	*rapid.T
	folder   string
	names    *directory.Names
	book     *codebook.Codebook
	reader   *desk.Desk
	readings []chancery.Reading
	open     []chancery.Archive
}

func (h *histories) close() {
	for _, a := range h.open {
		a.Close() //nolint:errcheck // nothing more is asked of it
	}
	os.RemoveAll(h.folder) //nolint:errcheck // the test's own folder goes with it
}

var ctx = context.Background()

func (h *histories) must(err error) {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
}

func (h *histories) run() {
	for _, report := range h.written() {
		reading := h.reader.Read(report)
		h.evidence(reading)
		h.attribution(reading)
		h.readings = append(h.readings, reading)
	}
	archive, record := h.archive()
	h.keepSomehow(archive, h.readings)
	h.rebuild(record)
	judgements := h.judge(archive, record)
	h.sameInAnyOrder(archive, judgements)
	h.sameAsKnownThen(record, judgements)
	h.neverAhead(archive)
	h.readAgain(archive, record, judgements)
	h.withoutOne(archive, record, judgements)
}

// wording is a sentence of an invented report, and what may be read in it.
type wording struct {
	text string
	real bool // its act took place, by what it says
	said bool // it is somebody's word
}

var wordings = []wording{
	{"{A} and {B} signed an agreement on {S} on {D}.", true, false},
	{"{A} and {B} will sign an agreement on {S} on {F}.", false, false},
	{"{A} and {B} did not sign an agreement on {S}.", false, false},
	{"The Foreign Minister of {A} visited {B} on {D}.", true, false},
	{"The Foreign Minister of {A} plans to visit {B} on {F}.", false, false},
	{"The visit of the Foreign Minister of {A} to {B} was postponed.", false, false},
	{"{A} promised {B} to send a delegation by {F}.", true, false},
	{"{A} condemned {B} for the sale of the harbour on {D}.", true, false},
	{"{A} did not condemn {B} for the sale of the harbour.", false, false},
	{"“{A} signed an agreement on {S} with {B} on {D},” the Foreign Minister of {C} said.", true, true},
	{"{A} supports the bid of {B}, the Foreign Minister of {C} said.", true, true},
	{"{A} ratified the agreement on {S} with {B} on {D}.", true, false},
}

var (
	countries = []string{"Peru", "Ghana", "Fiji", "Norway", "Chile"}
	matters   = []string{"fisheries", "trade", "border crossings"}
	carriers  = []string{"Harbour News", "Reef Wire", "Coast Agency"}
)

// written draws reports, writes them to a file among bad lines, and reads the file. Bad lines cost
// nothing but themselves, and each is named with its place.
func (h *histories) written() []chancery.Report {
	var lines []string
	texts := map[string]bool{}
	bad := map[int]bool{}
	for i := range rapid.IntRange(2, 5).Draw(h.T, "reports") {
		if rapid.IntRange(0, 2).Draw(h.T, "bad line") == 0 {
			lines = append(lines, rapid.SampledFrom([]string{`{"id": "x", "text": "Peru and Ghana si`, `[1, 2`, `{"text": 7}`, "\x00\xff\xfe"}).Draw(h.T, "bad"))
			bad[len(lines)] = true
		}
		day := chancery.NewDate(2024, 3, 1).AddDays(rapid.IntRange(0, 120).Draw(h.T, "day"))
		var text []string
		for range rapid.IntRange(1, 3).Draw(h.T, "sentences") {
			text = append(text, h.sentence(day))
		}
		record := map[string]string{"id": strconv.Itoa(i), "text": strings.Join(text, " "), "published": day.String(),
			"publisher": rapid.SampledFrom(carriers).Draw(h.T, "publisher")}
		encoded, err := json.Marshal(record)
		h.must(err)
		lines = append(lines, string(encoded))
		texts[record["text"]+record["publisher"]] = true
	}
	path := filepath.Join(h.folder, "reports.jsonl")
	h.must(os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o644))
	var reports []chancery.Report
	seen := map[string]bool{}
	errs := 0
	for report, err := range press.Open(ctx, []string{path}, nil, press.Options{}) {
		if err != nil {
			errs++
			if !strings.Contains(err.Error(), path) {
				h.Fatalf("an error does not name the input: %v", err)
			}
			if !slices.ContainsFunc(slices.Collect(mapKeys(bad)), func(line int) bool { return strings.Contains(err.Error(), strconv.Itoa(line)) }) {
				h.Fatalf("an error does not name the place: %v; bad are the lines %v", err, bad)
			}
			continue
		}
		if !seen[report.ID] {
			reports = append(reports, report)
		}
		seen[report.ID] = true
	}
	if errs != len(bad) || len(reports) != len(texts) {
		h.Fatalf("%d reports and %d errors came of %d reports and %d bad lines", len(reports), errs, len(texts), len(bad))
	}
	return reports
}

func mapKeys(set map[int]bool) func(func(int) bool) {
	return func(yield func(int) bool) {
		for k := range set {
			if !yield(k) {
				return
			}
		}
	}
}

func (h *histories) sentence(day chancery.Date) string {
	who := rapid.Permutation(countries).Draw(h.T, "who")
	long := func(d chancery.Date) string { return d.Time().Format("January 2, 2006") }
	return strings.NewReplacer("{A}", who[0], "{B}", who[1], "{C}", who[2], "{S}", rapid.SampledFrom(matters).Draw(h.T, "matter"),
		"{D}", long(day.AddDays(-rapid.IntRange(0, 20).Draw(h.T, "ago"))), "{F}", long(day.AddDays(rapid.IntRange(1, 40).Draw(h.T, "ahead"))),
	).Replace(rapid.SampledFrom(wordings).Draw(h.T, "wording").text)
}

// evidence: no claim without evidence, which is to the byte what the report says, as is every mention.
func (h *histories) evidence(r chancery.Reading) {
	span := func(text string, start, end int) {
		if start < 0 || end > len(r.Report.Text) || start >= end || r.Report.Text[start:end] != text {
			h.Fatalf("bytes %d to %d of %q are not %q", start, end, r.Report.Text, text)
		}
	}
	for _, c := range r.Claims {
		span(c.Evidence.Text, c.Evidence.Start, c.Evidence.End)
		for _, p := range slices.Concat(c.Actor, c.Recipient) {
			span(p.Text, p.Start, p.End)
		}
	}
}

// attribution: what somebody says stays his word, and what is planned, put off or denied is no deed.
func (h *histories) attribution(r chancery.Reading) {
	for _, c := range r.Claims {
		for _, w := range wordings {
			said, unreal := w.said, !w.real && (c.Kind == chancery.KindEvent || c.Kind == chancery.KindAgreement)
			if !fits(w.text, c.Evidence.Text) {
				continue
			}
			if said && !c.Attributed(r.Report.Publisher) {
				h.Fatalf("%q: %s is shown as the report's own word", c.Evidence.Text, c.Act)
			}
			if unreal && c.Mood.Real() {
				h.Fatalf("%q: %s is read as %s", c.Evidence.Text, c.Act, c.Mood)
			}
		}
	}
}

// fits reports whether a sentence is of the wording: it has all the words between the blanks, in order.
func fits(wording, sentence string) bool {
	for i, part := range strings.FieldsFunc(wording, func(r rune) bool { return r == '{' || r == '}' }) {
		if i%2 == 1 != strings.HasPrefix(wording, "{") && len(part) == 1 {
			continue // the letter of a blank
		}
		_, rest, ok := strings.Cut(sentence, part)
		if !ok {
			return false
		}
		sentence = rest
	}
	return true
}

func (h *histories) archive() (chancery.Archive, *query.Record) {
	archive, err := sqlite.Open(ctx, filepath.Join(h.folder, fmt.Sprintf("%d.db", len(h.open))))
	h.must(err)
	h.open = append(h.open, archive)
	record := query.New(archive, h.names, h.book.Act)
	record.Today = func() chancery.Date { return chancery.NewDate(2024, 12, 1) }
	return archive, record
}

func (h *histories) rebuild(record *query.Record) {
	_, err := record.Rebuild(ctx)
	h.must(err)
}

// keepSomehow keeps readings in any order and any batches, some of them twice.
func (h *histories) keepSomehow(archive chancery.Archive, readings []chancery.Reading) {
	twice := append(slices.Clone(readings), readings[:rapid.IntRange(0, len(readings)).Draw(h.T, "twice")]...)
	order := rapid.Permutation(twice).Draw(h.T, "order")
	for len(order) > 0 {
		n := rapid.IntRange(1, len(order)).Draw(h.T, "batch")
		_, err := archive.Keep(ctx, order[:n])
		h.must(err)
		order = order[n:]
	}
}

// judge draws decisions about the entries, and takes some back. None is ever lost.
func (h *histories) judge(archive chancery.Archive, record *query.Record) []chancery.Judgement {
	count := 0
	for range rapid.IntRange(0, 4).Draw(h.T, "judgements") {
		entries, err := archive.Entries(ctx, chancery.EntryFilter{})
		h.must(err)
		entries = slices.DeleteFunc(entries, func(e chancery.Entry) bool { return len(e.For)+len(e.Against) == 0 })
		if len(entries) == 0 {
			break
		}
		e := rapid.SampledFrom(entries).Draw(h.T, "judged")
		d := query.Decision{ID: e.ID, By: "Ama", Why: "it is so"}
		made := e.LastKnown.AddDays(rapid.IntRange(0, 100).Draw(h.T, "made")).Time().Add(time.Duration(count) * time.Minute)
		d.Made = made
		d.Verdict = rapid.SampledFrom([]chancery.Verdict{chancery.VerdictAccepted, chancery.VerdictRejected, chancery.VerdictCorrected,
			chancery.VerdictSame, chancery.VerdictDifferent}).Draw(h.T, "verdict")
		switch {
		case d.Verdict == chancery.VerdictCorrected:
			d.Corrections = []chancery.Correction{rapid.SampledFrom([]chancery.Correction{{Field: chancery.FieldMood, Value: "planned"},
				{Field: chancery.FieldWhen, Value: "2024-05"}, {Field: chancery.FieldActors, Value: "Samoa"}, {Field: chancery.FieldObject, Value: "rice"},
				{Field: chancery.FieldAttribution, Value: "Norway"}}).Draw(h.T, "correction")}
		case d.Verdict.Paired():
			alike := slices.DeleteFunc(slices.Clone(entries), func(o chancery.Entry) bool { return o.Kind != e.Kind })
			other := rapid.SampledFrom(alike).Draw(h.T, "other")
			if other.LastKnown.After(chancery.DateOf(made)) {
				continue // nobody decides about what was not published yet
			}
			d.Other = other.ID
		}
		j, err := record.Judge(ctx, d)
		h.must(err)
		if rapid.IntRange(0, 3).Draw(h.T, "taken back") == 0 {
			_, err := record.Withdraw(ctx, j.ID, chancery.Withdrawal{By: "Kofi", Made: made.AddDate(0, 0, rapid.IntRange(0, 60).Draw(h.T, "later"))})
			h.must(err)
		}
		kept, err := archive.Judgements(ctx)
		h.must(err)
		if count++; len(kept) != count {
			h.Fatalf("of %d judgements %d are kept", count, len(kept))
		}
	}
	kept, err := archive.Judgements(ctx)
	h.must(err)
	return kept
}

// filled makes an archive of the readings and judgements given, the last judgement first.
func (h *histories) filled(readings []chancery.Reading, judgements []chancery.Judgement) (chancery.Archive, *query.Record) {
	archive, record := h.archive()
	_, err := archive.Keep(ctx, readings)
	h.must(err)
	for _, j := range slices.Backward(judgements) {
		withdrawn := j.Withdrawn
		j.Withdrawn = nil
		h.must(archive.Judge(ctx, j))
		if withdrawn != nil {
			_, err := archive.Withdraw(ctx, j.ID, *withdrawn)
			h.must(err)
		}
	}
	h.rebuild(record)
	return archive, record
}

func (h *histories) sameInAnyOrder(archive chancery.Archive, judgements []chancery.Judgement) {
	other, _ := h.filled(h.readings, judgements)
	h.same("the entries of another order", h.entries(archive), h.entries(other))
}

func (h *histories) entries(archive chancery.Archive) string {
	entries, err := archive.Entries(ctx, chancery.EntryFilter{})
	h.must(err)
	return h.json(entries)
}

func (h *histories) json(value any) string {
	encoded, err := json.MarshalIndent(value, "", " ")
	h.must(err)
	return string(encoded)
}

func (h *histories) same(what, a, b string) {
	h.Helper()
	if a != b {
		h.Fatalf("%s differ:\n%s\n%s", what, a, b)
	}
}

// sameAsKnownThen: what is answered as known on a day is what an archive of that day would have answered.
func (h *histories) sameAsKnownThen(record *query.Record, judgements []chancery.Judgement) {
	day := chancery.NewDate(2024, 3, 1).AddDays(rapid.IntRange(0, 150).Draw(h.T, "known on"))
	readings := slices.DeleteFunc(slices.Clone(h.readings), func(r chancery.Reading) bool { return r.Report.KnownOn().After(day) })
	var decided []chancery.Judgement
	for _, j := range judgements {
		if chancery.DateOf(j.Made).After(day) {
			continue
		}
		if j.Withdrawn != nil && chancery.DateOf(j.Withdrawn.Made).After(day) {
			j.Withdrawn = nil
		}
		decided = append(decided, j)
	}
	_, then := h.filled(readings, decided)
	at := query.At{KnownOn: day}
	answers := func(r *query.Record) string {
		timeline, err := r.Timeline(ctx, "", "", at)
		h.must(err)
		agreements, err := r.Agreements(ctx, "", "", at)
		h.must(err)
		tensions, err := r.Tensions(ctx, nil, at)
		h.must(err)
		changes, err := r.Changes(ctx, nil, day.AddDays(-20), day)
		h.must(err)
		return h.json([]any{timeline, agreements, tensions, changes})
	}
	h.same("answers as known on "+day.String(), answers(record), answers(then))
}

// neverAhead: as of a day nothing has taken place of which every time that is told comes later.
func (h *histories) neverAhead(archive chancery.Archive) {
	day := chancery.NewDate(2024, 3, 1).AddDays(rapid.IntRange(0, 150).Draw(h.T, "as of"))
	entries, err := archive.Entries(ctx, chancery.EntryFilter{})
	h.must(err)
	for _, e := range entries {
		state, ok := ledger.StateAsOf(e, day)
		if ok && ledger.Real(state) && e.Register == "" && !slices.ContainsFunc(e.Steps, func(s chancery.Step) bool {
			return !s.When.Start.After(day) || !s.Known.After(day)
		}) {
			h.Fatalf("as of %s %s is %s already:\n%s", day, e.Act, state, h.json(e))
		}
	}
}

// readAgain: the same reader changes nothing. A newer one says which claims it confirms, adds and
// retires; a claim that it makes again under another id is judged already.
func (h *histories) readAgain(archive chancery.Archive, record *query.Record, judgements []chancery.Judgement) {
	before := h.entries(archive)
	kept, err := archive.Keep(ctx, h.readings)
	h.must(err)
	h.rebuild(record)
	h.same("the entries of the same reading again", before, h.entries(archive))
	for i, k := range kept {
		if !k.Unchanged {
			h.Fatalf("report %s, read again, is not unchanged: %+v", k.Report, k)
		}
		if slices.ContainsFunc(h.readings[i].Claims, func(c chancery.Claim) bool { return c.Reader != h.reader.Version() }) {
			h.Fatal("a claim does not carry the version of its reader")
		}
	}
	i := rapid.IntRange(0, len(h.readings)-1).Draw(h.T, "read anew")
	newer := h.readings[i]
	newer.Reader = "newer"
	newer.Claims = nil
	again := map[string]string{} // new ids, by old
	for _, c := range h.readings[i].Claims {
		c.Reader = newer.Reader
		old := c.ID
		switch rapid.IntRange(0, 3).Draw(h.T, "claim anew") {
		case 0:
			continue
		case 1:
			c.Evidence.End--
			c.Evidence.Text = c.Evidence.Text[:len(c.Evidence.Text)-1]
			c.Identify()
			again[old] = c.ID
		}
		newer.Claims = append(newer.Claims, c)
	}
	kept, err = archive.Keep(ctx, []chancery.Reading{newer})
	h.must(err)
	if k := kept[0]; k.New || k.Unchanged || len(k.Confirmed)+len(k.Added) != len(newer.Claims) ||
		len(k.Confirmed)+len(k.Retired) != len(h.readings[i].Claims) || len(k.Added) != len(again) {
		h.Fatalf("a newer reading of %d claims for %d, %d of them anew, is told as %+v", len(newer.Claims), len(h.readings[i].Claims), len(again), k)
	}
	h.rebuild(record)
	rulings := ledger.Rule(judgements, h.readings[i].Claims, chancery.Date{})
	for old, id := range again {
		if !rulings.Rejected(old) {
			continue
		}
		x, err := record.Why(ctx, id, query.At{})
		h.must(err)
		if alone(h.readings[i].Claims, old) && !x.Passages[0].Rejected {
			h.Fatalf("claim %s was rejected, and is not as %s", old, id)
		}
	}
	h.readings[i] = newer
}

// alone reports whether no other claim of the report is like it, so that it is found again for certain.
func alone(claims []chancery.Claim, id string) bool {
	i := slices.IndexFunc(claims, func(c chancery.Claim) bool { return c.ID == id })
	return len(chancery.AnchorOf(claims[i], claims).Beside) == 0
}

// withoutOne: forgetting a report leaves what an archive holds that never had it.
func (h *histories) withoutOne(archive chancery.Archive, record *query.Record, judgements []chancery.Judgement) {
	gone := rapid.SampledFrom(h.readings).Draw(h.T, "forgotten").Report.ID
	_, err := record.Forget(ctx, gone)
	h.must(err)
	left := slices.DeleteFunc(slices.Clone(h.readings), func(r chancery.Reading) bool { return r.Report.ID == gone })
	never, _ := h.filled(left, judgements)
	h.same("the entries without a report", h.entries(archive), h.entries(never))
	if _, err := archive.Report(ctx, gone); !errors.Is(err, chancery.ErrNotFound) {
		h.Fatalf("report %s is still there: %v", gone, err)
	}
	kept, err := archive.Judgements(ctx)
	h.must(err)
	h.same("judgements after a report was forgotten", h.json(kept), h.json(judgements))
}
