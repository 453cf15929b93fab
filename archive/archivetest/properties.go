package archivetest

import (
	"context"
	"errors"
	"flag"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"chancery"
)

var background = context.Background()

// cases is the least number of random cases of a property.
const cases = 200

// check runs a property over enough cases, however few the command line asks for.
func check(t *testing.T, property func(*rapid.T)) {
	t.Helper()
	for done := 0; done < cases; done += max(asked(), 1) {
		rapid.Check(t, property)
	}
}

// asked is the number of cases that rapid runs at a time.
func asked() int {
	if wanted := flag.Lookup("rapid.checks"); wanted != nil {
		if n, ok := wanted.Value.(flag.Getter); ok {
			if n, ok := n.Get().(int); ok {
				return n
			}
		}
	}
	return 100 // rapid's own default
}

// vocabulary is small, so that reports share words.
var vocabulary = []string{"envoy", "envoys", "treaty", "harbour", "Élan", "talks", "over"}

// terms are what is looked for: words, beginnings and phrases.
var terms = []string{"envoy", "envoy*", "treaty", "harb*", "elan", `"envoy treaty"`, `"talks over"`, "nowhere"}

// drawReading draws a reading of one of a few reports. A report is always the same text; what it is
// called, when it was published and what is read in it differ with the reading.
func drawReading() *rapid.Generator[chancery.Reading] {
	return rapid.Custom(func(t *rapid.T) chancery.Reading {
		number := rapid.IntRange(0, 5).Draw(t, "report")
		var words []string
		for i := range 6 {
			words = append(words, vocabulary[(number*5+i*(number+1))%len(vocabulary)])
		}
		day := chancery.NewDate(2024, time.January, rapid.IntRange(1, 3).Draw(t, "day"))
		r := report("Ridge Wire", "", strings.Join(words, " ")+".", day)
		r.Name = rapid.SampledFrom([]string{"a.txt", "b.txt"}).Draw(t, "name")
		r.Title = rapid.SampledFrom([]string{"", "Talks", "Treaty over"}).Draw(t, "title")
		reader := rapid.SampledFrom([]string{"v1", "v2", "v3"}).Draw(t, "reader")
		read := reading(reader, r, rapid.SliceOfNDistinct(rapid.Custom(drawAct(words)), 0, 4,
			func(a act) act { return a }).Draw(t, "acts")...)
		if rapid.Bool().Draw(t, "introduced") {
			read.Introductions = []chancery.Introduction{{Report: r.ID, Person: "Ana " + reader, State: "PER", End: 5}}
		}
		return read
	})
}

func drawAct(words []string) func(*rapid.T) act {
	return func(t *rapid.T) act {
		return act{
			act:       rapid.SampledFrom([]string{"meet", "sign"}).Draw(t, "act"),
			actor:     rapid.SampledFrom([]string{"", "GHA", "PER"}).Draw(t, "actor"),
			recipient: rapid.SampledFrom([]string{"", "GHA", "FJI"}).Draw(t, "recipient"),
			words:     rapid.SampledFrom(words).Draw(t, "words"),
			mood:      rapid.SampledFrom([]chancery.Mood{chancery.MoodOccurred, chancery.MoodDenied}).Draw(t, "mood"),
		}
	}
}

// testModel runs random histories on an archive and on the model, and compares all there is to see
// after each step.
func testModel(t *testing.T, open func(*testing.T) chancery.Archive) {
	steps := rapid.SampledFrom([]func(*rapid.T, chancery.Archive, *model){
		stepKeep, stepKeep, stepFail, stepForget, stepConclude, stepSearch,
	})
	check(t, func(rt *rapid.T) {
		archive, want := open(t), newModel()
		defer archive.Close()
		for range rapid.IntRange(1, 8).Draw(rt, "steps") {
			steps.Draw(rt, "step")(rt, archive, want)
			same(rt, "content", contentOf(rt, archive), want.content())
		}
		compareFilters(rt, archive, want)
	})
}

func stepKeep(t *rapid.T, archive chancery.Archive, want *model) {
	batch := rapid.SliceOfN(drawReading(), 0, 4).Draw(t, "batch")
	same(t, "outcome of "+describe(batch), mustKeep(t, archive, batch...), want.keep(batch))
}

func stepFail(t *rapid.T, archive chancery.Archive, _ *model) {
	batch := append(rapid.SliceOfN(drawReading(), 0, 4).Draw(t, "batch"), chancery.Reading{Reader: "v1"})
	if _, err := archive.Keep(background, batch); err == nil {
		t.Fatalf("a report without id was kept")
	}
}

func stepForget(t *rapid.T, archive chancery.Archive, want *model) {
	id := drawReading().Draw(t, "reading").Report.ID
	err := archive.Forget(background, id)
	if there := want.forget(id); there != (err == nil) || !there && !errors.Is(err, chancery.ErrNotFound) {
		t.Fatalf("forgetting %s: %v, though there = %v", id, err, there)
	}
}

func stepConclude(t *rapid.T, archive chancery.Archive, want *model) {
	entries := drawEntries(t, want.claims())
	mustSet(t, archive, entries...)
	want.setEntries(entries)
}

func stepSearch(t *rapid.T, archive chancery.Archive, want *model) {
	wanted := rapid.SliceOfN(rapid.SampledFrom(terms), 1, 3).Draw(t, "terms")
	limit := rapid.IntRange(0, 3).Draw(t, "limit")
	same(t, "found", search(t, archive, strings.Join(wanted, " "), limit), want.search(wanted, limit))
}

// drawEntries lets each entry rest on some of the claims.
func drawEntries(t *rapid.T, claims []chancery.Claim) []chancery.Entry {
	var entries []chancery.Entry
	for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"e1", "e2", "e3"}), 0, 3,
		rapid.ID[string]).Draw(t, "entry ids") {
		e := entry(id, chancery.KindEvent, "GHA", "PER", "")
		for _, claim := range claims {
			switch rapid.IntRange(0, 5).Draw(t, "bearing") {
			case 0:
				e.For = append(e.For, claim.ID)
			case 1:
				e.Against = append(e.Against, claim.ID)
			}
		}
		entries = append(entries, e)
	}
	return entries
}

func compareFilters(t *rapid.T, archive chancery.Archive, want *model) {
	for _, actor := range []string{"GHA", "FJI"} {
		of := slices.DeleteFunc(want.claims(), func(c chancery.Claim) bool {
			is := func(p chancery.Participant) bool { return p.ID == actor }
			return c.Act != "meet" || !slices.ContainsFunc(c.Actor, is) && !slices.ContainsFunc(c.Recipient, is)
		})
		same(t, "meetings of "+actor, claimsOf(t, archive, chancery.ClaimFilter{Actor: actor, Act: "meet"}), of)
	}
	for id, reading := range want.readings {
		same(t, "claims of "+id, claimsOf(t, archive, chancery.ClaimFilter{Report: id}), reading.Claims)
		has, err := archive.Has(background, reading.Reader, []string{id, "elsewhere"})
		if err != nil {
			t.Fatalf("%v", err)
		}
		same(t, "what is kept of "+reading.Reader, has, map[string]bool{id: true})
	}
}

// testBatchSplit: a list of readings kept in parts of any size gives what the model makes of the
// list, the outcomes too.
func testBatchSplit(t *testing.T, open func(*testing.T) chancery.Archive) {
	check(t, func(rt *rapid.T) {
		list := rapid.SliceOfN(drawReading(), 0, 10).Draw(rt, "readings")
		archive, want := open(t), newModel()
		defer archive.Close()
		var outcomes []chancery.Kept
		for rest := list; len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(rt, "size")
			outcomes = append(outcomes, mustKeep(rt, archive, rest[:n]...)...)
			rest = rest[n:]
		}
		same(rt, "outcomes", outcomes, want.keep(list))
		same(rt, "content", contentOf(rt, archive), want.content())
	})
}

// testOrder: readings of different reports give the same archive in any order.
func testOrder(t *testing.T, open func(*testing.T) chancery.Archive) {
	different := rapid.SliceOfDistinct(drawReading(), func(r chancery.Reading) string { return r.Report.ID })
	check(t, func(rt *rapid.T) {
		list := different.Draw(rt, "readings")
		archive, want := open(t), newModel()
		defer archive.Close()
		want.keep(list)
		mustKeep(rt, archive, rapid.Permutation(list).Draw(rt, "order")...)
		same(rt, "content", contentOf(rt, archive), want.content())
		for _, term := range terms {
			same(rt, "found for "+term, search(rt, archive, term, 2), want.search([]string{term}, 2))
		}
	})
}

// testSearchAnyInput: nothing that can be typed is an error.
func testSearchAnyInput(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	mustKeep(t, archive, visit("v1", 1))
	pieces := rapid.SampledFrom([]string{`"`, "*", "(", ")", "AND", "NOT", "-", ":", "^", "{", "+", "\x00", "\xff", "'", "%",
		"visit", "arrived", " ", "é", "́", "日本", "\U0001F600", "\U0001E900", ";--"})
	check(t, func(t *rapid.T) {
		typed := strings.Join(rapid.SliceOf(pieces).Draw(t, "pieces"), "") + rapid.String().Draw(t, "text")
		for range 2 {
			hits, err := archive.Search(background, typed, 5)
			if err != nil || len(hits) > 1 {
				t.Fatalf("searching %q: %v, %v", typed, hits, err)
			}
			typed = `"` + typed
		}
	})
}
