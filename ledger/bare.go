package ledger

import (
	"slices"
	"strings"
)

// What "the treaty" is, where a report names it without its subject.

// onlyIn is the one agreement that the report speaks of between these parties: of several the only one
// that is called so, the treaty where the others are mere agreements.
func onlyIn(byReport map[string][]*agreement, in *instrument) *agreement {
	var found, named []*agreement
	for _, a := range byReport[in.items[0].claim.Report] {
		if !subset(in.parties, a.parties) || !in.bare() && !subset(in.subject, a.named[0].subject) ||
			in.sort != "" && a.sort() != "" && in.sort != a.sort() {
			continue
		}
		found = append(found, a)
		if in.sort != "" && a.sort() == in.sort {
			named = append(named, a)
		}
	}
	switch {
	case len(found) == 1:
		return found[0]
	case len(named) == 1:
		return named[0]
	}
	return nil
}

// onlyOfSort is the one treaty, protocol and so on between these parties, and no others, of which
// another report had told in the two years before: what a report calls "the treaty" without a word on
// its subject must be known to its readers.
func onlyOfSort(byParties map[string][]*agreement, in *instrument) *agreement {
	var found *agreement
	if in.sort == "" || len(in.parties) < 2 || !in.bare() || !strings.HasPrefix(strings.ToLower(in.items[0].claim.Instrument), "the ") {
		return nil
	}
	for _, a := range byParties[strings.Join(in.parties, ",")] {
		if a.sort() != in.sort || !a.toldBefore(in.items[0]) {
			continue
		}
		if found != nil {
			return nil
		}
		found = a
	}
	return found
}

func (a *agreement) toldBefore(it *item) bool {
	return slices.ContainsFunc(a.named, func(in *instrument) bool {
		return slices.ContainsFunc(in.items, func(other *item) bool {
			return !other.known.IsZero() && !other.known.After(it.known) && it.known.DaysSince(other.known) <= 2*year
		})
	})
}

// sort is the first sort that a name of the agreement tells.
func (a *agreement) sort() string {
	for _, in := range a.named {
		if in.sort != "" {
			return in.sort
		}
	}
	return ""
}
