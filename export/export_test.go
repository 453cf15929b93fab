package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"chancery"
	"chancery/query"
)

// awkward are texts that files of one form or another break on.
var awkward = []string{"a\ttab", "two\nlines", `say "yes", then`, "\u200fعمان\u200e and Oman", "=SUM(A1)", "'=SUM(A1)", "'plain", "-5 degrees", "@x", `back\slash`, "<b> & </b>", ""}

func holding(text string, mood chancery.Mood) query.Holding {
	c := chancery.Claim{Report: "r1", Kind: chancery.KindEvent, Act: "praise", Plover: chancery.Plover{Event: "SUPPORT"}, Cameo: "051", Quad: 1,
		Goldstein: 3.4, Actor: []chancery.Participant{{ID: "KEN", Name: "Kenya", Sector: "GOV"}}, Recipient: []chancery.Participant{{ID: "ETH"}, {ID: "OMN"}},
		Object: text, When: chancery.Day(chancery.NewDate(2026, 4, 21)), Mood: mood, SaidBy: []chancery.Speaker{{Name: "an official"}, {Name: "Wire"}},
		Evidence: chancery.Evidence{Start: 3, End: 3 + len(text), Text: text}, Confidence: 0.8}
	c.Identify()
	return query.Holding{Claim: c, Text: "Kenya praised: " + text, Report: chancery.Report{ID: "r1", Publisher: "Wire"}}
}

func written(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextsComeBackWhole(t *testing.T) {
	for _, text := range awkward {
		h := holding(text, chancery.MoodOccurred)
		list := []query.Holding{h}
		rows, err := csv.NewReader(strings.NewReader(written(t, func(w io.Writer) error { return CSV(w, list) }))).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%q: %d rows of CSV, %v", text, len(rows), err)
		}
		cell := map[string]string{}
		for i, name := range rows[0] {
			cell[name] = rows[1][i]
		}
		got := cell["evidence"]
		if got != "" && strings.ContainsRune("=+-@\t\r", rune(got[0])) {
			t.Errorf("%q: the cell %q is a formula", text, got)
		}
		if rest := strings.TrimLeft(got, "'"); rest != got && rest != "" && strings.ContainsRune("=+-@\t\r", rune(rest[0])) {
			got = got[1:]
		}
		if got != text || cell["claim"] != h.Claim.ID || cell["report"] != "r1" || cell["publisher"] != "Wire" || cell["said_by"] != "an official < Wire" || cell["evidence_start"] != "3" {
			t.Errorf("CSV gives %q of %q: %v", got, text, cell)
		}

		var claim chancery.Claim
		if err := json.Unmarshal([]byte(written(t, func(w io.Writer) error { return JSONLines(w, list) })), &claim); err != nil || claim.Evidence != h.Claim.Evidence || claim.ID != h.Claim.ID {
			t.Errorf("JSON gives %+v of %q, %v", claim, text, err)
		}

		table := strings.Split(strings.TrimSuffix(written(t, func(w io.Writer) error { return Cameo(w, Events(list, false)) }), "\n"), "\n")
		if len(table) != 3 {
			t.Fatalf("%q: %d lines of CAMEO, want names and two dyads", text, len(table))
		}
		names, row := strings.Split(table[0], "\t"), strings.Split(table[2], "\t")
		if len(names) != len(row) {
			t.Fatalf("%q: %d names and %d cells", text, len(names), len(row))
		}
		for i, name := range names {
			cell[name] = strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\r`, "\r").Replace(row[i])
		}
		if cell["evidence"] != text || cell["source"] != "KENGOV" || cell["target"] != "OMN" || cell["cameo"] != "051" || cell["only_said"] != "true" || cell["date"] != "2026-04-21" {
			t.Errorf("CAMEO gives %v of %q", cell, text)
		}
	}
}

func TestWhatDidNotHappenIsNoEvent(t *testing.T) {
	for _, mood := range chancery.Moods {
		list := []query.Holding{holding("text", mood)}
		happened := mood == chancery.MoodOccurred || mood == chancery.MoodUnderWay
		if got := len(Events(list, false)) > 0; got != happened {
			t.Errorf("%s: an event %v, want %v", mood, got, happened)
		}
		decoder := json.NewDecoder(strings.NewReader(written(t, func(w io.Writer) error { return Plover(w, Events(list, true)) })))
		for range 2 {
			var e Event
			if err := decoder.Decode(&e); err != nil || e.Mood != mood || e.Claim != list[0].Claim.ID || e.Event != "SUPPORT" {
				t.Errorf("%s: PLOVER gives %+v, %v", mood, e, err)
			}
		}
	}
	for state, want := range map[chancery.State]bool{chancery.StateHeld: true, chancery.StatePlanned: false, chancery.StateDenied: false, chancery.StateWished: false} {
		c := query.Conclusion{Entry: chancery.Entry{ID: "e", Kind: chancery.KindEvent}, State: state}
		out := written(t, func(w io.Writer) error { return JSONLD(w, []query.Conclusion{c}) })
		if !json.Valid([]byte(out)) || strings.Contains(out, "schema:Event") != want {
			t.Errorf("%s: a schema:Event is not %v in %s", state, want, out)
		}
	}
}

func TestAnActWithoutDirectionIsOneDyadForEachTwo(t *testing.T) {
	h := holding("text", chancery.MoodOccurred)
	h.Mutual, h.Claim.Recipient = true, nil
	h.Claim.Actor = []chancery.Participant{{ID: "A"}, {ID: "B"}, {ID: "C"}}
	var got []string
	for _, e := range Events([]query.Holding{h}, false) {
		got = append(got, e.Actor.ID+e.Recipient.ID)
	}
	if strings.Join(got, " ") != "AB AC BC" {
		t.Errorf("got %v", got)
	}
}

func TestNetworksReadBack(t *testing.T) {
	web := query.Web{Actors: []query.Presence{{ActorChoice: query.ActorChoice{ID: "5+5", Name: `A "B" <&>`}}, {ActorChoice: query.ActorChoice{ID: "KEN"}}},
		Relations: []query.Relation{{A: "5+5", B: "KEN", Counts: map[query.Dealing]int{query.DealingMet: 2, query.DealingClashed: 1}}}}
	var g struct {
		Nodes []struct {
			Label string `xml:"label,attr"`
		} `xml:"graph>nodes>node"`
		Edges []struct {
			Kind   string `xml:"kind,attr"`
			Weight int    `xml:"weight,attr"`
		} `xml:"graph>edges>edge"`
	}
	if err := xml.Unmarshal([]byte(written(t, func(w io.Writer) error { return GEXF(w, web) })), &g); err != nil || len(g.Nodes) != 2 || g.Nodes[0].Label != `A "B" <&>` ||
		len(g.Edges) != 2 || g.Edges[0].Kind != "met" || g.Edges[0].Weight != 2 {
		t.Errorf("GEXF gives %+v, %v", g, err)
	}
	var m struct {
		Nodes []struct {
			Data []string `xml:"data"`
		} `xml:"graph>node"`
		Edges []struct {
			Data []string `xml:"data"`
		} `xml:"graph>edge"`
	}
	if err := xml.Unmarshal([]byte(written(t, func(w io.Writer) error { return GraphML(w, web) })), &m); err != nil || len(m.Nodes) != 2 || m.Nodes[0].Data[0] != `A "B" <&>` ||
		len(m.Edges) != 2 || strings.Join(m.Edges[1].Data, " ") != "clashed 1" {
		t.Errorf("GraphML gives %+v, %v", m, err)
	}
}
