package export

import (
	"cmp"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"chancery"
	"chancery/query"
)

// claimColumns are the columns that tell a claim, in the files of claims and of entries alike.
var claimColumns = []string{"claim", "report", "publisher", "known_on", "kind", "act", "plover", "cameo", "quad", "goldstein", "mood",
	"actors", "recipients", "association", "standing", "instrument", "object", "place", "start", "end", "precision", "due_start", "due_end",
	"said_by", "evidence_start", "evidence_end", "evidence", "text", "confidence", "rule", "reader", "judgements"}

// CSV writes a claim a row, in the form of RFC 4180 with a line of names first. A text that a spreadsheet would take
// for a formula gets an apostrophe in front, see guarded.
func CSV(w io.Writer, holdings []query.Holding) error {
	out := csv.NewWriter(w)
	out.Write(claimColumns) // Flush keeps the first error, and Error tells it
	for _, h := range holdings {
		out.Write(claimCells(h))
	}
	out.Flush()
	return out.Error()
}

func claimCells(h query.Holding) []string {
	c := h.Claim
	goldstein, quad := "", ""
	if c.Cameo != "" {
		goldstein, quad = strconv.FormatFloat(c.Goldstein, 'f', -1, 64), strconv.Itoa(c.Quad)
	}
	association, place := "", ""
	if c.Association != nil {
		association = c.Association.ID
	}
	if c.Place != nil {
		place = c.Place.Text
	}
	return []string{c.ID, c.Report, guarded(h.Report.Publisher), h.Report.KnownOn().String(), string(c.Kind), guarded(c.Act), c.Plover.Event, c.Cameo,
		quad, goldstein, string(c.Mood), guarded(participants(c.Actor)), guarded(participants(c.Recipient)), guarded(association), string(c.Standing),
		guarded(c.Instrument), guarded(c.Object), guarded(place), c.When.Start.String(), c.When.End.String(), string(c.When.Precision),
		c.Due.Start.String(), c.Due.End.String(), guarded(speakers(c.SaidBy)), strconv.Itoa(c.Evidence.Start), strconv.Itoa(c.Evidence.End),
		guarded(c.Evidence.Text), guarded(h.Text), strconv.FormatFloat(c.Confidence, 'f', -1, 64), c.Rule, c.Reader, strings.Join(h.Judgements, " ")}
}

// EntryCSV writes a row for each entry and each claim for or against it, so that every row has its passage; an entry
// that only the register states has one row without a claim. The columns of the entry come first.
func EntryCSV(w io.Writer, conclusions []query.Conclusion) error {
	out := csv.NewWriter(w)
	names := []string{"entry", "entry_kind", "entry_act", "state", "entry_text", "parties", "counterparts", "entry_start", "entry_end",
		"first_known", "last_known", "only_said", "register", "side"}
	out.Write(append(names, claimColumns...))
	for _, c := range conclusions {
		e := c.Entry
		cells := []string{e.ID, string(e.Kind), guarded(e.Act), string(c.State), guarded(c.Text), guarded(parties(e.Actors)), guarded(parties(e.Recipients)),
			e.When.Start.String(), e.When.End.String(), e.FirstKnown.String(), e.LastKnown.String(), strconv.FormatBool(e.OnlySaid()), guarded(e.Register)}
		row := func(side string, claim []string) {
			out.Write(append(append(cells[:len(cells):len(cells)], side), claim...))
		}
		for _, h := range c.For {
			row("for", claimCells(h))
		}
		for _, h := range c.Against {
			row("against", claimCells(h))
		}
		if len(c.For)+len(c.Against) == 0 {
			row("", make([]string, len(claimColumns)))
		}
	}
	out.Flush()
	return out.Error()
}

// participants is "BLR: Maxim Ryzhenkov; LAO", by id where there is one.
func participants(side []chancery.Participant) string {
	list := make([]string, len(side))
	for i, p := range side {
		list[i] = withPeople(cmp.Or(p.ID, p.Name, p.Text), p.Person)
	}
	return strings.Join(list, "; ")
}

func parties(side []chancery.Party) string {
	list := make([]string, len(side))
	for i, p := range side {
		list[i] = withPeople(cmp.Or(p.ID, p.Name), strings.Join(p.Persons, ", "))
	}
	return strings.Join(list, "; ")
}

func withPeople(id, people string) string {
	if people == "" || people == id {
		return id
	}
	return id + ": " + people
}

// formulaSigns are what spreadsheets take a cell that begins with them for a formula (OWASP, CSV Injection).
const formulaSigns = "=+-@\t\r"

// guarded puts an apostrophe before a text that a spreadsheet would run. A text that has such apostrophes of its own
// gets one more, so that taking the first one away gives every text back.
func guarded(text string) string {
	if rest := strings.TrimLeft(text, "'"); rest != "" && strings.IndexByte(formulaSigns, rest[0]) >= 0 {
		return "'" + text
	}
	return text
}
