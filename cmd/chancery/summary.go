package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"chancery"
)

// summary says what a run of reading brought.
func (r *reading) summary(w io.Writer) {
	if r.command.DryRun {
		fmt.Fprintf(w, "%s read, %s; nothing kept.\n", number(r.reports, "report"), number(r.claims, "claim"))
	} else {
		fmt.Fprintln(w, r.kept())
		if len(r.news) > 0 {
			fmt.Fprintf(w, "New in the record: %s.\n", kinds(r.news))
		}
		if r.fresh > 0 {
			fmt.Fprintf(w, "The archive is %s.\n", r.session.archive)
		}
		if a, b := busiest(r.news); a != "" {
			fmt.Fprintf(w, "Most of it is about %s and %s: chancery brief %s %s\n", a, b, quoted(a), quoted(b))
		}
	}
	if r.notes > notesShown {
		fmt.Fprintf(w, "%s left out; what is named on the command line itself is always read.\n", number(r.notes, "file"))
	}
	if r.failures > 0 {
		fmt.Fprintf(w, "%s not read, as said above.\n", number(r.failures, "input"))
	}
}

// kept says what was stored: "3 new reports kept with 20 claims; 1 known already."
func (r *reading) kept() string {
	if r.fresh+r.again+r.known+r.failures == 0 {
		return "No reports were found."
	}
	parts := []string{number(r.fresh, "new report") + " kept with " + number(r.added, "claim")}
	if r.fresh == 0 && r.again+r.known > 0 {
		parts = []string{"No new reports"}
	}
	if r.again > 0 {
		parts = append(parts, fmt.Sprintf("%s read anew (%s added, %d retired)", number(r.again, "report"), number(r.added, "claim"), r.retired))
		if r.fresh > 0 {
			parts[0] = number(r.fresh, "new report") + " kept"
		}
	}
	if r.known > 0 {
		parts = append(parts, fmt.Sprintf("%d known already", r.known))
	}
	return strings.Join(parts, "; ") + "."
}

// kinds counts entries by kind: "12 events, 1 agreement".
func kinds(entries []chancery.Entry) string {
	var parts []string
	for _, kind := range []chancery.Kind{chancery.KindEvent, chancery.KindAgreement, chancery.KindCommitment, chancery.KindStanding,
		chancery.KindTie, chancery.KindPosition, chancery.KindQuote} {
		n := 0
		for _, e := range entries {
			if e.Kind == kind {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, number(n, string(kind)))
		}
	}
	return strings.Join(parts, ", ")
}

// busiest is the pair of actors that most of the entries are between, by name; empty where nothing
// is between two.
func busiest(entries []chancery.Entry) (a, b string) {
	type pair struct{ a, b string }
	count := map[pair]int{}
	for _, e := range entries {
		var names []string
		for _, p := range slices.Concat(e.Actors, e.Recipients) {
			if p.ID != "" && p.Name != "" {
				names = append(names, p.Name)
			}
		}
		slices.Sort(names)
		if names = slices.Compact(names); len(names) == 2 {
			count[pair{names[0], names[1]}]++
		}
	}
	var best pair
	for p, n := range count {
		if c := cmp.Or(cmp.Compare(n, count[best]), strings.Compare(best.a, p.a), strings.Compare(best.b, p.b)); c > 0 {
			best = p
		}
	}
	return best.a, best.b
}

// quoted puts a name of several words in quotation marks, as a shell wants it.
func quoted(name string) string {
	if strings.ContainsAny(name, " '&()") {
		return `"` + name + `"`
	}
	return name
}

// number is "1 report", "3 reports".
func number(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case strings.HasSuffix(noun, "y"):
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(noun, "y"))
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
