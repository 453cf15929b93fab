package archivetest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"chancery"
)

func mustSet(t tester, archive chancery.Archive, entries ...chancery.Entry) {
	t.Helper()
	if err := archive.SetEntries(background, entries); err != nil {
		t.Fatalf("setting %d entries: %v", len(entries), err)
	}
}

func testEntries(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	read := visit("v1", 1)
	mustKeep(t, archive, read)
	full := entry("e2", chancery.KindEvent, "GHA", "PER", "", read.Claims...)
	full.Place = &chancery.Place{Text: "Quaytown"}
	full.When = read.Report.Published
	full.Voices = []chancery.Voice{{Chain: read.Claims[0].SaidBy, Report: read.Report.ID, Own: true}}
	full.Tensions = []chancery.Tension{{With: "e1", Why: "Both cannot be <so>.", Claims: full.For}}
	standing := entry("e1", chancery.KindStanding, "PER", "", "XYZ")
	standing.Register = "treaty office"

	mustSet(t, archive, full, standing)
	same(t, "entries", entriesOf(t, archive, chancery.EntryFilter{}), []chancery.Entry{standing, full})

	full.State = chancery.StateDenied
	third := entry("e3", chancery.KindTie, "GHA", "PER", "")
	mustSet(t, archive, third, full) // one gone, one changed, one new
	same(t, "entries", entriesOf(t, archive, chancery.EntryFilter{}), []chancery.Entry{full, third})
	same(t, "entries of the association that is gone", entriesOf(t, archive, chancery.EntryFilter{Actor: "XYZ"}), []chancery.Entry{})
	mustSet(t, archive)
	same(t, "no entries", entriesOf(t, archive, chancery.EntryFilter{}), []chancery.Entry{})
	same(t, "claims", claimsOf(t, archive, chancery.ClaimFilter{}), read.Claims)
}

func testEntryFilters(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	mustSet(t, archive,
		entry("aa1", chancery.KindEvent, "GHA", "PER", ""),
		entry("aa2", chancery.KindEvent, "PER", "FJI", ""),
		entry("ab", chancery.KindStanding, "PER", "", "XYZ"),
		entry("abc", chancery.KindTie, "FJI", "FJI", ""),
		entry("b%", chancery.KindQuote, "", "", ""))
	for _, c := range []struct {
		name   string
		filter chancery.EntryFilter
		want   string
	}{
		{"all", chancery.EntryFilter{}, "aa1 aa2 ab abc b%"},
		{"a kind", chancery.EntryFilter{Kind: chancery.KindEvent}, "aa1 aa2"},
		{"an actor on either side", chancery.EntryFilter{Actor: "PER"}, "aa1 aa2 ab"},
		{"an actor on both sides", chancery.EntryFilter{Actor: "FJI", Kind: chancery.KindTie}, "abc"},
		{"a pair", chancery.EntryFilter{Actor: "PER", With: "FJI"}, "aa2"},
		{"the pair the other way round", chancery.EntryFilter{Actor: "FJI", With: "PER"}, "aa2"},
		{"a state and an association", chancery.EntryFilter{Actor: "PER", With: "XYZ"}, "ab"},
		{"an association", chancery.EntryFilter{Association: "XYZ"}, "ab"},
		{"an association as an actor", chancery.EntryFilter{Actor: "XYZ"}, "ab"},
		{"a state is no association", chancery.EntryFilter{Association: "PER"}, ""},
		{"a whole id that others begin with", chancery.EntryFilter{IDs: []string{"ab"}}, "ab"},
		{"ids and beginnings", chancery.EntryFilter{IDs: []string{"b", "abc", "aa1"}}, "aa1 abc b%"},
		{"ids and a kind", chancery.EntryFilter{IDs: []string{"ab", "aa1"}, Kind: chancery.KindEvent}, "aa1"},
	} {
		same(t, c.name, strings.Join(entryIDs(entriesOf(t, archive, c.filter)), " "), c.want)
	}
	_, err := archive.Entries(t.Context(), chancery.EntryFilter{IDs: []string{"ab", "zz"}})
	if !errors.Is(err, chancery.ErrNotFound) || !strings.Contains(err.Error(), `entry "zz"`) {
		t.Errorf("an unknown id: %v; want ErrNotFound with the id", err)
	}
	_, err = archive.Entries(t.Context(), chancery.EntryFilter{IDs: []string{"aa"}})
	if err == nil || !strings.Contains(err.Error(), "aa1") || !strings.Contains(err.Error(), "aa2") {
		t.Errorf("an ambiguous beginning: %v; want both candidates", err)
	}
}

func testEntriesAllOrNone(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	before := []chancery.Entry{entry("e1", chancery.KindEvent, "GHA", "PER", "")}
	mustSet(t, archive, before...)
	for name, bad := range map[string][]chancery.Entry{
		"an entry twice":      {entry("e2", chancery.KindEvent, "", "", ""), entry("e2", chancery.KindTie, "", "", "")},
		"an entry without id": {entry("e2", chancery.KindEvent, "", "", ""), entry("", chancery.KindTie, "", "", "")},
	} {
		if err := archive.SetEntries(t.Context(), bad); err == nil {
			t.Errorf("%s: no error", name)
		}
		same(t, "entries after "+name, entriesOf(t, archive, chancery.EntryFilter{}), before)
	}
}

func testForgetEntries(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	goes, stays := visit("v1", 1), visit("v1", 2)
	mustKeep(t, archive, goes, stays)
	denied := entry("denied by another", chancery.KindEvent, "GHA", "PER", "", goes.Claims[0])
	denied.Against = []string{stays.Claims[1].ID}
	registered := entry("registered", chancery.KindTie, "GHA", "PER", "", goes.Claims[0])
	registered.Register = "treaty office"
	onlyDenied := entry("only denied", chancery.KindEvent, "GHA", "PER", "")
	onlyDenied.Against = []string{goes.Claims[1].ID}
	mustSet(t, archive, denied, registered, onlyDenied,
		entry("alone", chancery.KindEvent, "GHA", "PER", "", goes.Claims...),
		entry("both", chancery.KindEvent, "GHA", "PER", "", goes.Claims[0], stays.Claims[0]),
		entry("other", chancery.KindEvent, "GHA", "PER", "", stays.Claims...),
		entry("bare", chancery.KindEvent, "GHA", "PER", ""))
	if err := archive.Forget(t.Context(), goes.Report.ID); err != nil {
		t.Fatal(err)
	}
	same(t, "entries left", entryIDs(entriesOf(t, archive, chancery.EntryFilter{})),
		[]string{"bare", "both", "denied by another", "other", "registered"})
	same(t, "entries left of the pair", len(entriesOf(t, archive, chancery.EntryFilter{Actor: "GHA", With: "PER"})), 5)
}

// testSetEntries: whatever was set before, what is set last is what is there.
func testSetEntries(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	actors := []string{"", "GHA", "PER", "FJI"}
	drawn := rapid.SliceOfDistinct(rapid.Custom(func(t *rapid.T) chancery.Entry {
		return entry(fmt.Sprintf("e%d", rapid.IntRange(0, 7).Draw(t, "id")),
			rapid.SampledFrom([]chancery.Kind{chancery.KindEvent, chancery.KindTie}).Draw(t, "kind"),
			rapid.SampledFrom(actors).Draw(t, "actor"), rapid.SampledFrom(actors).Draw(t, "recipient"),
			rapid.SampledFrom([]string{"", "XYZ"}).Draw(t, "association"))
	}), func(e chancery.Entry) string { return e.ID })
	check(t, func(t *rapid.T) {
		entries := drawn.Draw(t, "entries")
		mustSet(t, archive, entries...)
		want := slices.SortedFunc(slices.Values(entries), func(a, b chancery.Entry) int { return strings.Compare(a.ID, b.ID) })
		same(t, "entries", entriesOf(t, archive, chancery.EntryFilter{}), want)
		for _, actor := range append(actors[1:], "XYZ") {
			same(t, "entries of "+actor, entryIDs(entriesOf(t, archive, chancery.EntryFilter{Actor: actor})),
				entryIDs(slices.DeleteFunc(slices.Clone(want), func(e chancery.Entry) bool { return !concerns(e, actor) })))
		}
	})
}

func concerns(e chancery.Entry, actor string) bool {
	is := func(p chancery.Party) bool { return p.ID == actor }
	return slices.ContainsFunc(e.Actors, is) || slices.ContainsFunc(e.Recipients, is) ||
		e.Association != nil && e.Association.ID == actor
}
