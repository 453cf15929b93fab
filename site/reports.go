package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/query"
)

// reportBody is a report with what was read in it.
type reportBody struct {
	Report     chancery.Report
	From       string
	Day        string
	Paragraphs []paragraph
	Told       []toldView
	Short      bool // the text fits beside what was read in it
}

// paragraph is a run of text, parted where passages begin and end.
type paragraph []run

// run is a stretch of text that the same claims rest on. First names those that begin here, to jump to.
type run struct {
	Text   string
	Claims []string // empty: nothing was read in it
	First  []ordinal
}

// ordinal is the number under which a claim stands beside the text.
type ordinal struct {
	Claim  string
	Number int
}

// toldView is a claim beside the text.
type toldView struct {
	ID      string
	Number  int
	Words   []piece
	Mood    string
	Tone    query.Tone
	When    string
	Own     string        // the entry that says the same in the same words
	Entries []bearingView // others that the claim bears or denies
}

type bearingView struct {
	Href, Text string
	Against    bool
}

func (s *Site) report(r *request) error {
	sheet, err := s.Record.Report(r.Context(), r.PathValue("id"), r.at)
	if err != nil {
		return ofID(r.PathValue("id"), err)
	}
	body := r.reportBody(sheet)
	return r.show("sources", "report", cmp.Or(clip(shown(sheet.Report.Title)), "Report from "+body.From), body)
}

func (r *request) reportBody(sheet query.ReportSheet) reportBody {
	rep := sheet.Report
	body := reportBody{Report: rep, From: cmp.Or(clip(rep.Publisher), "publisher not known"), Day: cmp.Or(query.Period(rep.Published), "date not known"), Short: len(rep.Text) < shortText}
	var spans []mark
	for i, t := range sheet.Told {
		c := t.Claim
		v := toldView{ID: c.ID, Number: i + 1, Words: r.linked(t.Text, t.Parties), Mood: moodOf(c), Tone: moodTone(c.Mood), When: t.When}
		for _, e := range t.Entries {
			if e.Text == t.Text && e.Side == "for" {
				v.Own = r.entryLink(e.Entry)
				continue
			}
			v.Entries = append(v.Entries, bearingView{r.entryLink(e.Entry), e.Text, e.Side == "against"})
		}
		body.Told = append(body.Told, v)
		spans = append(spans, mark{c.ID, i + 1, c.Evidence.Start, c.Evidence.End})
	}
	body.Paragraphs = marked(rep.Text, spans)
	return body
}

// shortText is how long a text may be, in bytes, to stay in sight whole on most screens.
const shortText = 1800

// moodOf is a claim's mood where it has to be said: that something took place goes without saying.
func moodOf(c chancery.Claim) string {
	if c.Mood == chancery.MoodOccurred {
		return ""
	}
	return string(c.Mood)
}

// moodTone is the tone of a claim's mood.
func moodTone(m chancery.Mood) query.Tone {
	switch {
	case m == chancery.MoodDenied || m == chancery.MoodCancelled || m == chancery.MoodEnded:
		return query.ToneOver
	case m.Real():
		return query.ToneHeld
	}
	return query.ToneWaits
}

// mark is a passage in a text, in bytes.
type mark struct {
	claim      string
	number     int
	start, end int
}

// marked parts a text into paragraphs, and these where passages begin and end. Passages may overlap.
func marked(text string, marks []mark) []paragraph {
	cuts := []int{0, len(text)}
	for i, m := range marks {
		marks[i].start, marks[i].end = max(0, min(m.start, len(text))), max(0, min(m.end, len(text)))
		cuts = append(cuts, marks[i].start, marks[i].end)
	}
	for at := 0; ; { // a blank line parts paragraphs
		i := strings.Index(text[at:], "\n\n")
		if i < 0 {
			break
		}
		at += i + 2
		cuts = append(cuts, at)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	begun := map[string]bool{}
	var paragraphs []paragraph
	var current paragraph
	for i := 0; i+1 < len(cuts); i++ {
		start, end := cuts[i], cuts[i+1]
		piece := run{Text: text[start:end]}
		for _, m := range marks {
			if m.start <= start && end <= m.end {
				piece.Claims = append(piece.Claims, m.claim)
				if !begun[m.claim] {
					begun[m.claim] = true
					piece.First = append(piece.First, ordinal{m.claim, m.number})
				}
			}
		}
		ends := strings.HasSuffix(piece.Text, "\n\n")
		piece.Text = strings.TrimSuffix(piece.Text, "\n\n")
		current = append(current, piece)
		if ends {
			paragraphs, current = append(paragraphs, current), nil
		}
	}
	if len(current) > 0 {
		paragraphs = append(paragraphs, current)
	}
	return paragraphs
}

// reportRow is a line of the list of sources.
type reportRow struct {
	Title, From, Day, Href string
	Snippet                []piece // where it was searched for; an Href of "hit" marks the words
}

type reportsBody struct {
	Publishers []publisherRow
	Rows       []reportRow
	Total      int
	Next       string
}

type publisherRow struct {
	Name, Href string
	Reports    int
}

// perPage is how many rows a page of a long list has.
const perPage = 100

func (s *Site) reports(r *request) error {
	reports, err := s.Record.Reports(r.Context(), r.at)
	if err != nil {
		return err
	}
	body := reportsBody{Total: len(reports)}
	counts := map[string]int{}
	for _, rep := range reports {
		counts[rep.Publisher]++
	}
	for name, n := range counts {
		row := publisherRow{Name: cmp.Or(clip(name), "Publisher not known"), Reports: n}
		if name != "" {
			row.Href = r.link("/search", "publisher", name)
		}
		body.Publishers = append(body.Publishers, row)
	}
	slices.SortFunc(body.Publishers, func(a, b publisherRow) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), strings.Compare(a.Name, b.Name))
	})
	from, err := r.offset()
	if err != nil {
		return err
	}
	from = min(from, len(reports))
	to := min(from+perPage, len(reports))
	for _, rep := range reports[from:to] {
		body.Rows = append(body.Rows, r.reportRow(rep))
	}
	if to < len(reports) {
		body.Next = r.link("/reports", "from", strconv.Itoa(to))
	}
	return r.show("sources", "reports", "Sources", body)
}

func (r *request) reportRow(rep chancery.Report) reportRow {
	return reportRow{Title: cmp.Or(clip(rep.Title), "Untitled"), From: cmp.Or(clip(rep.Publisher), "publisher not known"),
		Day: cmp.Or(query.Period(rep.Published), "date not known"), Href: r.link("/reports/" + rep.ID)}
}
