package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/query"
)

// Event is a dyad with the claim that it comes from. Its JSON form is that of chancery.Dyad and more.
type Event struct {
	chancery.Dyad
	Claim     string             `json:"claim"`
	Kind      chancery.Kind      `json:"kind"`
	Act       string             `json:"act"`
	When      chancery.Period    `json:"when,omitzero"`
	Report    string             `json:"report"`
	Publisher string             `json:"publisher,omitempty"`
	SaidBy    []chancery.Speaker `json:"said_by,omitempty"`   // from the innermost speaker outwards
	OnlySaid  bool               `json:"only_said,omitempty"` // somebody's word, other than the report's own
	Text      string             `json:"text"`
}

// Events makes dyads of the claims that have a code: a row for each of the acting with each of those acted upon. Where
// an act has no direction and one side alone, a row stands for each two of it, in the order of the report; where an
// association is what it is about, that is the other side. Unless all is set, only what happened is among them.
func Events(holdings []query.Holding, all bool) []Event {
	var events []Event
	for _, h := range holdings {
		c := h.Claim
		if c.Plover.Event == "" || c.Cameo == "" || !all && !Happened(c.Mood) {
			continue
		}
		when := timeOf(h)
		for _, d := range Dyads(h) {
			d.Date = dayOf(when)
			events = append(events, Event{Dyad: d, Claim: c.ID, Kind: c.Kind, Act: c.Act, When: when, Report: c.Report, Publisher: h.Report.Publisher,
				SaidBy: c.SaidBy, OnlySaid: c.Attributed(h.Report.Publisher), Text: h.Text})
		}
	}
	return events
}

// Dyads are those of one claim, without their dates: each of the acting with each of those acted upon, as Events has it.
func Dyads(h query.Holding) []chancery.Dyad {
	c := h.Claim
	var all []chancery.Dyad
	pairs := dyads(h)
	for i, pair := range pairs {
		id := c.ID
		if len(pairs) > 1 {
			id += "." + strconv.Itoa(i+1)
		}
		all = append(all, chancery.Dyad{ID: id, Event: c.Plover.Event, Score: c.Confidence, Plover: &c.Plover, Cameo: c.Cameo, Quad: c.Quad,
			Goldstein: &c.Goldstein, Mood: c.Mood, Actor: pair[0], Recipient: pair[1], Evidence: &c.Evidence, Rule: c.Rule})
	}
	return all
}

// dyads gives the pairs of a claim, each once. A side that the report does not name is empty.
func dyads(h query.Holding) [][2]chancery.Participant {
	left, right := h.Claim.Actor, h.Claim.Recipient
	var pairs [][2]chancery.Participant
	add := func(a, b chancery.Participant) {
		pair := [2]chancery.Participant{a, b}
		if (a.ID != b.ID || a.ID == "") && !slices.Contains(pairs, pair) {
			pairs = append(pairs, pair)
		}
	}
	if len(right) == 0 && h.Mutual {
		for i := range left {
			for _, b := range left[i+1:] {
				add(left[i], b)
			}
		}
	}
	if len(pairs) > 0 {
		return pairs
	}
	if a := h.Claim.Association; len(right) == 0 && a != nil {
		right = []chancery.Participant{{ID: a.ID, Name: a.Name}}
	}
	for _, a := range orNobody(left) {
		for _, b := range orNobody(right) {
			add(a, b)
		}
	}
	return pairs
}

func orNobody(side []chancery.Participant) []chancery.Participant {
	if len(side) == 0 {
		return []chancery.Participant{{}}
	}
	return side
}

// Plover writes the events as JSON Lines.
func Plover(w io.Writer, events []Event) error {
	encoder := lines(w)
	for _, e := range events {
		if err := encoder.Encode(e); err != nil {
			return err
		}
	}
	return nil
}

// cameoColumns are named and ordered after the event data of GDELT and ICEWS.
var cameoColumns = []string{"date", "source", "source_name", "target", "target_name", "cameo", "quad", "goldstein", "mood", "publisher", "report", "claim",
	"text", "said_by", "only_said", "event", "act", "evidence_start", "evidence_end", "evidence",
	"date_end", "date_precision", "date_basis"}

// Cameo writes the events as columns parted by tabs, with a line of names first. Inside a cell a backslash, a tab and a
// line break are written \\, \t, \n and \r, as databases load them (PostgreSQL's COPY, MySQL's LOAD DATA).
func Cameo(w io.Writer, events []Event) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, strings.Join(cameoColumns, "\t")) // Flush tells the first error
	for _, e := range events {
		cells := []string{e.Date, e.Actor.Code(), e.Actor.Name, e.Recipient.Code(), e.Recipient.Name, e.Cameo, strconv.Itoa(e.Quad),
			strconv.FormatFloat(*e.Goldstein, 'f', 1, 64), string(e.Mood), e.Publisher, e.Report, e.Claim, e.Text, speakers(e.SaidBy),
			strconv.FormatBool(e.OnlySaid), e.Event, e.Act, strconv.Itoa(e.Evidence.Start), strconv.Itoa(e.Evidence.End), e.Evidence.Text,
			e.When.End.String(), string(e.When.Precision), string(e.When.Basis)}
		for i := range cells {
			cells[i] = cellMarks.Replace(cells[i])
		}
		fmt.Fprintln(out, strings.Join(cells, "\t"))
	}
	return out.Flush()
}

var cellMarks = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)
