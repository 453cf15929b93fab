package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"chancery"
	"chancery/actors"
	"chancery/desk"
	"chancery/internal/shareddata"
)

// The records of PETRARCH's own test: sentences, most with invented actors, and the codings that PETRARCH makes of them
// with the dictionaries that belong to them.
type petrarchRecords struct {
	Sentences []petrarchRecord `xml:"Sentences>Sentence"`
}

type petrarchRecord struct {
	ID    string `xml:"id,attr"`
	Date  string `xml:"date,attr"`
	Text  string `xml:"Text"`
	Codes []struct {
		Source string `xml:"sourcecode,attr"`
		Target string `xml:"targetcode,attr"`
		Event  string `xml:"eventcode,attr"`
	} `xml:"EventCoding"`
}

// petrarchCoding is who does what to whom, in PETRARCH's codes.
type petrarchCoding struct{ source, target, event string }

// role is what a code says behind the state: "GOV" of "ARNGOV". A state and its government are one to us.
func role(code string) string {
	if len(code) <= 3 || code[3:] == "GOV" {
		return ""
	}
	return code[3:]
}

func petrarchCode(p chancery.Participant) string {
	if p.Sector == "GOV" {
		return p.ID
	}
	return p.ID + p.Sector
}

// codings are those of a claim: one for each pair, the answer too where the dictionary has one, as in [032:033].
func codings(c chancery.Claim) []petrarchCoding {
	codes := strings.Split(strings.TrimPrefix(c.Act, "petrarch-"), "-")
	var all []petrarchCoding
	for _, a := range c.Actor {
		for _, b := range c.Recipient {
			all = append(all, petrarchCoding{petrarchCode(a), petrarchCode(b), codes[0]})
			if len(codes) == 2 {
				all = append(all, petrarchCoding{petrarchCode(b), petrarchCode(a), codes[1]})
			}
		}
	}
	for i, a := range c.Actor { // who do it together do it to each other
		for k, b := range c.Actor {
			if i != k && len(c.Recipient) == 0 {
				all = append(all, petrarchCoding{petrarchCode(a), petrarchCode(b), codes[0]})
			}
		}
	}
	return all
}

// agrees compares codings by state, event and, where asked, role.
func (c petrarchCoding) agrees(d petrarchCoding, roles bool) bool {
	state := func(code string) string { return code[:min(3, len(code))] }
	same := state(c.source) == state(d.source) && state(c.target) == state(d.target) && strings.EqualFold(c.event, d.event)
	return same && (!roles || role(c.source) == role(d.source) && role(c.target) == role(d.target))
}

// petrarchFloor is how many codings agree at least.
const petrarchFloor = 257

// PETRARCH's dictionaries, imported, give its codings on most of what a reader of grammar can be expected to code alike.
// BENCHMARKS.md says what the others are.
func TestPetrarchsOwnSentences(t *testing.T) {
	records := readRecords(t, shareddata.Need(t, "data/events/PETR.UnitTest.records.xml"))
	folder := importPetrarch(t)
	register, err := actors.Default()
	if err != nil {
		t.Fatal(err)
	}
	if register, err = register.With(filepath.Join(folder, "actors")); err != nil {
		t.Fatal(err)
	}
	reader, err := desk.Default(register, filepath.Join(folder, "codebook.toml"))
	if err != nil {
		t.Fatal(err)
	}
	all, agreed, withRoles, extra := 0, 0, 0, 0
	for i, r := range records.Sentences {
		day, err := time.Parse("20060102", r.Date)
		if err != nil {
			t.Fatalf("%s: %v", r.ID, err)
		}
		report := chancery.Report{ID: fmt.Sprint("petrarch-", i), Text: strings.Join(strings.Fields(r.Text), " "),
			Published: chancery.Day(chancery.NewDate(day.Year(), day.Month(), day.Day()))}
		var made []petrarchCoding
		for _, c := range reader.Read(report).Claims {
			made = append(made, codings(c)...)
		}
		for _, e := range r.Codes {
			all++
			if e.Event == "" { // nothing is to be coded
				if len(made) == 0 {
					agreed++
					withRoles++
				}
				continue
			}
			want := petrarchCoding{e.Source, e.Target, e.Event}
			k := slices.IndexFunc(made, func(c petrarchCoding) bool { return c.agrees(want, true) })
			if k >= 0 {
				withRoles++
			} else {
				k = slices.IndexFunc(made, func(c petrarchCoding) bool { return c.agrees(want, false) })
			}
			if k >= 0 {
				agreed++
				made = slices.Delete(made, k, k+1)
			}
		}
		extra += len(made)
	}
	if agreed < petrarchFloor {
		t.Errorf("%d codings agree, fewer than %d", agreed, petrarchFloor)
	}
	t.Logf("%d codings of %d sentences: %d agree in states and event, %d of these in roles too; %d others made", all, len(records.Sentences), agreed, withRoles, extra)
}

func readRecords(t *testing.T, path string) petrarchRecords {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	decoder := xml.NewDecoder(bytes.NewReader(text))
	decoder.Strict = false
	var records petrarchRecords
	if err := decoder.Decode(&records); err != nil {
		t.Fatal(err)
	}
	return records
}

// importPetrarch imports the dictionaries of the records as people do.
func importPetrarch(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	args := []string{"codebook", "import", "-q", "-o", folder}
	for flag, file := range map[string]string{"--verbs": "verbs", "--actor-names": "actors", "--agents": "agents", "--discards": "discards"} {
		args = append(args, flag, shareddata.Need(t, "data/events/petrarch/PETR.Validate."+file+".txt"))
	}
	var out, errs bytes.Buffer
	if code := run(args, strings.NewReader(""), &out, &errs); code != exitDone {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	return folder
}
