package calendar

import (
	"strings"
	"testing"
	"unicode/utf8"

	"chancery"
)

// FuzzFind holds what every caller relies on, whatever the text: offsets that lie in it and in order,
// the text between them to the byte, heads that are tokens, and periods that end after they begin.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"On July 17–18, 2025, from 12 to 14 May, the end of the year.",
		"99999999999 years ago, 9999 years from now, 31 February, Feb. 29 last year",
		"the '90s, Q9 2025, the 99th century, 0 May 0000, the 0th, early early late mid-",
		"two-and-a-half-", "between 2010 and", "’s year’s end of the", "\xff May \xfe 2025", "", "the",
		"the day before yesterday week after next year-end year-ago a a a half and a half",
		"first 99999 months of 2025; last 9000 years of the decade; 300 centuries later",
		"Tuesday, February 29; Monday (29 Feb. 1900)", "within 9000 decades of 2100-12-31 until until",
	} {
		f.Add(s, int16(0), uint8(0))
		f.Add(s, int16(120), uint8(200))
	}
	f.Fuzz(func(t *testing.T, text string, offset int16, width uint8) {
		doc := plain(text)
		anchor := chancery.Day(chancery.NewDate(2024, 2, 29).AddDays(int(offset)))
		anchor.End = anchor.End.AddDays(int(width))
		for _, a := range []chancery.Period{anchor, {}, {Start: anchor.Start}} {
			at := 0
			for _, e := range Find(doc, a) {
				if e.Start < at || e.End <= e.Start || e.End > len(text) {
					t.Fatalf("%q: expression from %d to %d after %d", text, e.Start, e.End, at)
				}
				at = e.End
				if e.Text != text[e.Start:e.End] {
					t.Fatalf("%q: text %q is not what stands at %d", text, e.Text, e.Start)
				}
				if e.Head >= len(doc.Tokens) {
					t.Fatalf("%q: head %d of %d tokens", text, e.Head, len(doc.Tokens))
				}
				checkPeriod(t, text, e)
			}
		}
		if p, _ := DateReport(doc); !p.Start.IsZero() && !p.End.IsZero() && p.Start.After(p.End) {
			t.Fatalf("%q: written from %s to %s", text, p.Start, p.End)
		}
	})
}

func checkPeriod(t *testing.T, text string, e Expression) {
	t.Helper()
	p := e.Period
	if p.IsZero() && p != (chancery.Period{}) {
		t.Fatalf("%q: %q has a period without ends: %+v", text, e.Text, p)
	}
	if !p.Start.IsZero() && !p.End.IsZero() && p.Start.After(p.End) {
		t.Fatalf("%q: %q ends before it begins: %s", text, e.Text, p)
	}
	if (e.Kind == Duration || e.Kind == Recurring || e.Kind == Anniversary) && !p.IsZero() {
		t.Fatalf("%q: %s %q has the period %s", text, e.Kind, e.Text, p)
	}
	if e.Kind == Since && !p.End.IsZero() || e.Kind == Until && !p.Start.IsZero() {
		t.Fatalf("%q: %s %q is closed: %s", text, e.Kind, e.Text, p)
	}
	if utf8.ValidString(text) && !utf8.ValidString(e.Text) {
		t.Fatalf("%q: %q cuts a character", text, e.Text)
	}
}

// TestHostileTextIsRead reads long texts that nest or repeat what the grammar looks for. A reader that
// went back over what it has read would not come to an end here.
func TestHostileTextIsRead(t *testing.T) {
	for _, piece := range []string{
		"the first half of ", "earlier in ", "last days of ", "from May 1 to ", "two days after ", "the end of the ",
		"twenty-", "2024-", "last year's summit in 2019, ", "On July 17 they met. ", "1,000,", "'",
	} {
		doc := plain(strings.Repeat(piece, 50_000/len(piece)))
		Find(doc, chancery.Day(chancery.NewDate(2024, 2, 29)))
		DateReport(doc)
	}
}

func BenchmarkFind(b *testing.B) {
	doc := plain(strings.Repeat("On July 17, the foreign ministers of the two countries signed an agreement on free travel, "+
		"which had been under negotiation since the autumn of 2024. The delegations will meet again next month, the ministry said, "+
		"to discuss cooperation in transport, agriculture and education within the framework of the strategic partnership.\n\n", 200))
	anchor := chancery.Day(chancery.NewDate(2025, 11, 20))
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(doc, anchor)
	}
}
