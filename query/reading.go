package query

import (
	"context"
	"slices"

	"chancery"
)

// ReportSheet is a report with all that was read in it.
type ReportSheet struct {
	Report chancery.Report `json:"report"` // with its text
	Told   []ToldHere      `json:"told"`   // in the order of the text
}

// ToldHere is a claim of a report, and the entries that rest on it or that it denies.
type ToldHere struct {
	Told
	Entries []Bearing `json:"entries,omitempty"`
}

// Bearing is how a claim bears on an entry.
type Bearing struct {
	Entry string `json:"entry"`
	Text  string `json:"text"`
	Side  string `json:"side"` // "for" or "against"
}

// Report gives a report by its id or an unambiguous beginning of it. Its claims are the same from every point of view;
// which entries they bear is not.
func (r *Record) Report(ctx context.Context, id string, at At) (ReportSheet, error) {
	rep, err := r.archive.Report(ctx, id)
	if err != nil {
		return ReportSheet{}, err
	}
	sheet := ReportSheet{Report: rep, Told: []ToldHere{}}
	held := map[string]bool{}
	for claim, err := range r.archive.Claims(ctx, chancery.ClaimFilter{Report: rep.ID}) {
		if err != nil {
			return ReportSheet{}, err
		}
		sheet.Told = append(sheet.Told, ToldHere{Told: r.told(claim, rep)})
		held[claim.ID] = true
	}
	entries, err := r.entries(ctx, chancery.EntryFilter{}, at)
	if err != nil {
		return ReportSheet{}, err
	}
	entries = slices.DeleteFunc(entries, func(e chancery.Entry) bool {
		bears := func(id string) bool { return held[id] }
		return !slices.ContainsFunc(e.For, bears) && !slices.ContainsFunc(e.Against, bears)
	})
	t, err := r.teller(ctx, entries, at)
	if err != nil {
		return ReportSheet{}, err
	}
	for _, e := range entries {
		line, ok := t.line(e)
		if !ok {
			continue
		}
		for i := range sheet.Told {
			told := &sheet.Told[i]
			if slices.Contains(e.For, told.Claim.ID) {
				told.Entries = append(told.Entries, Bearing{e.ID, line.Text, "for"})
			} else if slices.Contains(e.Against, told.Claim.ID) {
				told.Entries = append(told.Entries, Bearing{e.ID, line.Text, "against"})
			}
		}
	}
	return sheet, nil
}

// Preview puts a reading that is not kept yet into the words in which the record would tell it.
func (r *Record) Preview(reading chancery.Reading) ReportSheet {
	sheet := ReportSheet{Report: reading.Report, Told: []ToldHere{}}
	for _, c := range reading.Claims {
		sheet.Told = append(sheet.Told, ToldHere{Told: r.told(c, reading.Report)})
	}
	return sheet
}
