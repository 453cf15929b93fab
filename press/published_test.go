package press

import (
	"strings"
	"testing"
)

func TestPublishedDay(t *testing.T) {
	body := "The envoys of both countries met for talks about the border and agreed to meet again."
	cases := []struct {
		name string
		a    article
		file string
		want string // period
		why  string // each part, separated by "|", is in the reasons
	}{
		{"nothing says", article{text: body}, "a.txt", "", ""},
		{"given", article{text: body, given: "2024-07-12"}, "", "2024-07-12", "the source gives"},
		{"given with a time", article{text: body, given: "2024-07-12T23:30:00+02:00"}, "", "2024-07-12", "the source"},
		{"given as a news feed does", article{text: body, given: "Fri, 12 Jul 2024 23:30:00 +0200"}, "", "2024-07-12", ""},
		{"given as Reuters did", article{text: body, given: "26-FEB-1987 15:01:01.79"}, "", "1987-02-26", ""},
		{"given in words", article{text: body, given: "July 12, 2024"}, "", "2024-07-12", ""},
		{"given as a month", article{text: body, given: "2024-07"}, "", "2024-07-01..2024-07-31", ""},
		{"given as a year", article{text: body, given: "2024"}, "", "2024-01-01..2024-12-31", ""},
		{"given with strokes, clear", article{text: body, given: "25/07/2024"}, "", "2024-07-25", ""},
		{"given with strokes, unclear", article{text: body, given: "05/07/2024"}, "", "", "day first or month first"},
		{"given, impossible", article{text: body, given: "2024-02-30"}, "", "", "not in the calendar"},
		{"given, no date", article{text: body, given: "last week"}, "", "", "no date that can be read"},
		{"header of a text file", article{text: "Source: TASS\nDate: 12 May 2024\n\n" + body, plain: true}, "", "2024-05-12", "the header says"},
		{"header before the dateline", article{text: " date 2025-11-20 MOSCOW, November 20. /TASS/. " + body, plain: true}, "", "2025-11-20", "the header says"},
		{"a date on a line of its own", article{text: "Envoys meet in Strelsau\n\n12 May 2024\n\n" + body, plain: true}, "", "2024-05-12", "the header says"},
		{"dateline with a year", article{text: "TOKYO, 3 March 2024 (Kyodo) - " + body}, "", "2024-03-03", "the dateline says"},
		{"dateline without a year", article{text: "TOKYO, March 3 (Kyodo) - " + body}, "a.txt", "", `the dateline says "March 3", without a year`},
		{"dateline completed by the address", article{text: "TOKYO, March 3 (Kyodo) - " + body, url: "https://example.org/2024/03/envoys"}, "", "2024-03-03", "address has|the dateline says"},
		{"dateline that is not in the calendar", article{text: "TOKYO, February 30 (Kyodo) - " + body}, "", "", "not in the calendar"},
		{"address", article{text: body, url: "https://example.org/world/2024/07/12/envoys"}, "", "2024-07-12", "the page's address has"},
		{"address in one number", article{text: body, url: "https://example.org/20240712/envoys.html"}, "", "2024-07-12", ""},
		{"address with the name of the month", article{text: body, url: "https://example.org/2024/jul/12/envoys"}, "", "2024-07-12", ""},
		{"address with a month", article{text: body, url: "https://example.org/2024/07/envoys"}, "", "2024-07-01..2024-07-31", ""},
		{"address with a number that is no date", article{text: body, url: "https://example.org/n20241399/2024x/7"}, "", "", ""},
		{"name of the file", article{text: body}, "in/2024-07-12-envoys.txt", "2024-07-12", "the file's name has"},
		{"name of the folder is not asked", article{text: body}, "2024-07-12/envoys.txt", "", ""},
		{"a hash in the name", article{text: body}, "003_cb20240712fa0007bc7d01.txt", "", ""},
		{"given is trusted more than the dateline", article{text: "TOKYO, 3 March 2024 - " + body, given: "2024-03-04"}, "", "2024-03-04", "the source gives|does not agree"},
		{"a finer witness that agrees", article{text: "TOKYO, 3 March 2024 - " + body, given: "2024"}, "", "2024-03-03", "the source gives|the dateline says"},
		{"page before address", article{text: body, pageDate: "2024-07-12", url: "https://example.org/2023/01/01/x"}, "", "2024-07-12", "the page gives"},
	}
	for _, c := range cases {
		r, err := c.a.report(c.file)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if r.Published.String() != c.want {
			t.Errorf("%s: %s, want %s; %q", c.name, r.Published, c.want, r.PublishedWhy)
		}
		all := strings.Join(r.PublishedWhy, "\n")
		for part := range strings.SplitSeq(c.why, "|") {
			if !strings.Contains(all, part) {
				t.Errorf("%s: %q does not say %q", c.name, all, part)
			}
		}
		if r.Published.IsZero() != (r.Published.Basis == "") {
			t.Errorf("%s: basis %q for %s", c.name, r.Published.Basis, r.Published)
		}
	}
}

func TestHeaders(t *testing.T) {
	body := "The envoys of both countries met for talks about the border. They agreed to meet again."
	cases := []struct{ name, text, title, publisher, url, want string }{
		{"no header", body, "", "", "", body},
		{"a title", "Envoys meet in Strelsau\n\n" + body, "Envoys meet in Strelsau", "", "", body},
		{"a title of Markdown", "# Envoys meet in Strelsau\n\n" + body, "Envoys meet in Strelsau", "", "", body},
		{"title, byline, date, source", "Envoys meet in Strelsau\nBy Ana Pereira and Jon de Vries\nPublished: 12 May 2024\nSource: belta.by\nURL: https://example.org/a\n\n" + body,
			"Envoys meet in Strelsau", "BelTA", "https://example.org/a", body},
		{"front matter", "---\ntitle: \"Envoys meet\"\ndate: 2024-05-12\nsource: ITAR-TASS\n---\n\n" + body, "Envoys meet", "TASS", "", body},
		{"a byline under a dateline's title", "Envoys meet in Strelsau\n\nBy Ana Pereira\n\nPARIS, May 5 (AFP) - " + body, "Envoys meet in Strelsau", "AFP", "", "PARIS, May 5 (AFP) - " + body},
		{"a sentence is no title", "The envoys met today.\n\n" + body, "", "", "", "The envoys met today.\n\n" + body},
		{"a speaker is no title", "Ana Pereira, President of Ruritania:\n\n\"" + body + "\"", "", "", "", "Ana Pereira, President of Ruritania:\n\n\"" + body + "\""},
		{"a dateline is no title", "ANKARA\n\n" + body, "", "", "", "ANKARA\n\n" + body},
		{"a sentence that begins with By", "By Friday the envoys had left the town and gone home again.\n\n" + body, "", "", "", "By Friday the envoys had left the town and gone home again.\n\n" + body},
		{"a ministry's letterhead", "Ministry of Foreign Affairs of Ruritania\nPress release, 3 February 2026\n\n" + body, "", "Ministry of Foreign Affairs of Ruritania", "", body},
		{"a ministry's name alone", "Ministry of Foreign Affairs of the Republic of Ruritania\n\nRead-out of a meeting, 3 February 2026\n\n" + body, "Read-out of a meeting", "Ministry of Foreign Affairs of the Republic of Ruritania", "", body},
		{"a title on a ministry", "Ministry of Defence denies talks with rebels\n\n" + body, "Ministry of Defence denies talks with rebels", "", "", body},
		{"a letterhead of three lines, then a title", "Ministry of Foreign Affairs\nPress Release\nOctober 16, 2025\n\nEnvoys meet in Strelsau\n\n" + body, "Envoys meet in Strelsau", "Ministry of Foreign Affairs", "", body},
		{"a paper and its supplement", "The Strelsau Ledger\nSunday supplement, 2 June 2024\n\nPOWER ACROSS THREE BORDERS\n\n" + body, "POWER ACROSS THREE BORDERS", "The Strelsau Ledger", "", body},
		{"a paper and a field", "Strelsau Morning Echo\nPublished: 2024-06-18\n\nTRADERS BLOCK THE ROAD\n\n" + body, "TRADERS BLOCK THE ROAD", "Strelsau Morning Echo", "", body},
		{"a paper and its dateline", "The Lantern (English edition)\nQuito, 2 October 2024\n\n" + body, "", "The Lantern (English edition)", "", "Quito, 2 October 2024\n" + body},
		{"a headline and a note", "A ROAD WITHOUT AMBASSADORS\nBackground note, 30 April 2025\n\n" + body, "A ROAD WITHOUT AMBASSADORS", "", "", body},
		{"prose set in short lines", "Envoys of Ruritania came\nto Strelsau on 3 May 2024 to\ntalk about the border.\n\n" + body, "", "", "", "Envoys of Ruritania came\nto Strelsau on 3 May 2024 to\ntalk about the border.\n\n" + body},
		{"an address to somebody", "The East Room\nStrelsau Palace\n\n" + body, "", "", "", "The East Room\nStrelsau Palace\n\n" + body},
		{"nothing but a line", "Envoys meet in Strelsau", "", "", "", "Envoys meet in Strelsau"},
	}
	for _, c := range cases {
		r, err := article{text: c.text, plain: true}.report("")
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if r.Title != c.title || r.Publisher != c.publisher || r.URL != c.url || r.Text != c.want {
			t.Errorf("%s: title %q, publisher %q, address %q, text\n%q, want\n%q, %q, %q,\n%q", c.name, r.Title, r.Publisher, r.URL, r.Text, c.title, c.publisher, c.url, c.want)
		}
	}
}

func TestPublisher(t *testing.T) {
	cases := []struct{ given, address, agency, want string }{
		{"", "", "", ""},
		{"Associated Press", "", "", "AP"},
		{"tass.com", "", "", "TASS"},
		{"The Strelsau Gazette", "https://tass.com/x", "AFP", "The Strelsau Gazette"},
		{"", "https://eng.belta.by/president/view/1", "", "BelTA"},
		{"", "https://www.presstv.ir/Detail/1", "", "Press TV"},
		{"", "https://www.gazette.example/1", "AFP", "gazette.example"},
		{"", "", "Xinhua", "Xinhua"},
	}
	for _, c := range cases {
		if got := publisher(c.given, c.address, c.agency); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

func TestAgencyTable(t *testing.T) {
	seen := map[string]string{}
	rows := 0
	for row := range dataLines(agencyTable) {
		rows++
		fields := strings.Split(row, "\t")
		if len(fields) != 5 {
			t.Fatalf("%q has %d fields, want 5", row, len(fields))
		}
		if state := fields[4]; state != "" && (len(state) != 3 || strings.ToUpper(state) != state) {
			t.Errorf("%s: state %q", fields[0], state)
		}
		for domain := range strings.SplitSeq(fields[3], ";") {
			if other, twice := seen[domain]; twice && domain != "" {
				t.Errorf("%s belongs to %s and to %s", domain, other, fields[0])
			}
			seen[domain] = fields[0]
		}
		if a, ok := AgencyNamed(fields[0]); !ok || a.Name != fields[0] {
			t.Errorf("%s is found as %q", fields[0], a.Name)
		}
	}
	if rows < 80 {
		t.Errorf("%d rows, want at least 80", rows)
	}
}
