package ledger

import (
	"slices"
	"strings"

	"chancery"
)

// placeLoose gives an acceptance that does not say whose invitation is meant to the way of the only
// invitation to the same guests that it can be about: the one of its own report, or else the one that
// was known by then, is at most two years old and was not followed by a visit yet.
func (t *threads) placeLoose() {
	for _, it := range t.loose {
		if w, ok := t.inviter(it, t.inReport); ok {
			t.pending[w] = append(t.pending[w], it)
		} else if w, ok := t.inviter(it, t.stillOpen); ok {
			t.pending[w] = append(t.pending[w], it)
		} else {
			t.left = append(t.left, it)
		}
	}
}

// inviter is the one way on which an invitation passes the test.
func (t *threads) inviter(it *item, test func(w way, invitation, it *item) bool) (way, bool) {
	guest := strings.Join(it.actors, ",")
	var found []way
	for _, w := range t.order {
		if w.guest != guest {
			continue
		}
		if slices.ContainsFunc(t.pending[w], func(invitation *item) bool {
			return invitation.claim.Act == "invite" && invitation.claim.Mood.Real() &&
				samePerson(invitation.claim.Recipient, it.claim.Actor) && test(w, invitation, it)
		}) {
			found = append(found, w)
		}
	}
	if len(found) != 1 {
		return way{}, false
	}
	return found[0], true
}

func (t *threads) inReport(_ way, invitation, it *item) bool {
	return invitation.claim.Report == it.claim.Report
}

func (t *threads) stillOpen(w way, invitation, it *item) bool {
	from, day := countsFrom(invitation), countsFrom(it)
	return !invitation.known.IsZero() && !it.known.IsZero() && !invitation.known.After(it.known) &&
		from <= day && day-from <= 2*year && !t.visitedBetween(w, from, day)
}

// samePerson reports whether the two sides can name one guest: of one party no two different people, and
// no two different offices where no person is named.
func samePerson(invited, accepting []chancery.Participant) bool {
	for _, a := range invited {
		for _, b := range accepting {
			if a.ID != b.ID {
				continue
			}
			if a.Person != "" && b.Person != "" {
				if a.Person != b.Person && len(fullest([]string{a.Person, b.Person})) > 1 {
					return false
				}
			} else if a.Office != "" && b.Office != "" && a.Office != b.Office {
				return false
			}
		}
	}
	return true
}
