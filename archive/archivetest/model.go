package archivetest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"chancery"
)

// model is the archive as simply as it can be said: the readings by report, in memory.
type model struct {
	readings map[string]chancery.Reading
	entries  []chancery.Entry
}

func newModel() *model { return &model{readings: make(map[string]chancery.Reading)} }

func (m *model) keep(batch []chancery.Reading) []chancery.Kept {
	var outcome []chancery.Kept
	for _, reading := range batch {
		kept := chancery.Kept{Report: reading.Report.ID}
		before, there := m.readings[reading.Report.ID]
		switch {
		case there && before.Reader == reading.Reader:
			kept.Unchanged = true
			outcome = append(outcome, kept)
			continue
		case there:
			reading.Report.Name, reading.Report.Original = before.Report.Name, before.Report.Original
		default:
			kept.New = true
		}
		reading.Claims = slices.SortedFunc(slices.Values(reading.Claims), byPosition)
		was, is := claimIDs(before.Claims), claimIDs(reading.Claims)
		for _, id := range is {
			if slices.Contains(was, id) {
				kept.Confirmed = append(kept.Confirmed, id)
			} else {
				kept.Added = append(kept.Added, id)
			}
		}
		for _, id := range was {
			if !slices.Contains(is, id) {
				kept.Retired = append(kept.Retired, id)
			}
		}
		m.readings[reading.Report.ID] = reading
		outcome = append(outcome, kept)
	}
	return outcome
}

func byPosition(a, b chancery.Claim) int {
	return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Evidence.Start, b.Evidence.Start),
		cmp.Compare(a.Evidence.End, b.Evidence.End), cmp.Compare(a.ID, b.ID))
}

// forget says whether the report was there.
func (m *model) forget(id string) bool {
	gone, there := m.readings[id]
	if !there {
		return false
	}
	delete(m.readings, id)
	m.entries = slices.DeleteFunc(m.entries, func(e chancery.Entry) bool {
		rests := slices.Concat(e.For, e.Against)
		own := slices.ContainsFunc(gone.Claims, func(c chancery.Claim) bool { return slices.Contains(rests, c.ID) })
		return own && !slices.ContainsFunc(m.claims(), func(c chancery.Claim) bool { return slices.Contains(rests, c.ID) })
	})
	return true
}

func (m *model) setEntries(entries []chancery.Entry) {
	m.entries = slices.SortedFunc(slices.Values(entries), func(a, b chancery.Entry) int { return cmp.Compare(a.ID, b.ID) })
}

func (m *model) reports() []chancery.Report {
	var reports []chancery.Report
	for _, reading := range m.readings {
		reports = append(reports, reading.Report)
	}
	slices.SortFunc(reports, func(a, b chancery.Report) int {
		return cmp.Or(b.KnownOn().Compare(a.KnownOn()), cmp.Compare(a.ID, b.ID))
	})
	return reports
}

func (m *model) claims() []chancery.Claim {
	var claims []chancery.Claim
	for _, reading := range m.readings {
		claims = append(claims, reading.Claims...)
	}
	slices.SortFunc(claims, byPosition)
	return claims
}

func (m *model) content() content {
	all := content{Reports: m.reports(), Claims: m.claims(), Entries: m.entries}
	for _, report := range slices.SortedFunc(slices.Values(all.Reports), func(a, b chancery.Report) int {
		return cmp.Compare(a.ID, b.ID)
	}) {
		all.Introductions = append(all.Introductions, m.readings[report.ID].Introductions...)
	}
	return all
}

// search finds plain words, phrases in quotes and words that end in a star.
func (m *model) search(terms []string, limit int) []string {
	var found []string
	for _, report := range m.reports() {
		if limit > 0 && len(found) == limit {
			break
		}
		if !slices.ContainsFunc(terms, func(term string) bool {
			return !hasTerm(report.Title, term) && !hasTerm(report.Text, term)
		}) {
			found = append(found, report.ID)
		}
	}
	return found
}

// plain takes the accents off the words of the vocabulary.
var plain = strings.NewReplacer("é", "e")

func hasTerm(text, term string) bool {
	words := func(s string) string {
		return " " + strings.Join(strings.FieldsFunc(plain.Replace(strings.ToLower(s)), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsNumber(r)
		}), " ") + " "
	}
	wanted := words(term)
	if strings.HasSuffix(term, "*") {
		wanted = strings.TrimSuffix(wanted, " ")
	}
	return strings.Contains(words(text), wanted)
}

// describe is for the messages of a failing property.
func describe(batch []chancery.Reading) string {
	var out strings.Builder
	for _, reading := range batch {
		fmt.Fprintf(&out, "%s by %s (%d claims); ", reading.Report.ID, reading.Reader, len(reading.Claims))
	}
	return out.String()
}
