package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"chancery"
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

// codings are those of a record: the answer too where the dictionary has one, as in [032:033]; and who do a thing
// together do it to each other.
func codings(d chancery.Dyad) []petrarchCoding {
	act, _, _ := strings.Cut(d.Rule, "/")
	codes := strings.Split(strings.TrimPrefix(act, "petrarch-"), "-")
	one, other := petrarchCode(d.Actor), petrarchCode(d.Recipient)
	all := []petrarchCoding{{one, other, codes[0]}}
	if len(codes) == 2 {
		all = append(all, petrarchCoding{other, one, codes[1]})
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
	made := codedWith(t, folder, records)
	all, agreed, withRoles, extra := 0, 0, 0, 0
	for i, r := range records.Sentences {
		made := made[i]
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

// codedWith codes the sentences as people do, with what was imported, and gives the codings of each.
func codedWith(t *testing.T, folder string, records petrarchRecords) [][]petrarchCoding {
	t.Helper()
	var in bytes.Buffer
	lines := json.NewEncoder(&in)
	for i, r := range records.Sentences {
		day, err := time.Parse("20060102", r.Date)
		if err != nil {
			t.Fatalf("%s: %v", r.ID, err)
		}
		sentence := map[string]string{"id": strconv.Itoa(i), "text": strings.Join(strings.Fields(r.Text), " "), "date": day.Format(time.DateOnly)}
		if err := lines.Encode(sentence); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	args := []string{"code", "--codebook", filepath.Join(folder, "codebook.toml"), "--actors", filepath.Join(folder, "actors")}
	if code := run(args, &in, &out, &errs); code != exitDone {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	made := make([][]petrarchCoding, len(records.Sentences))
	for decoder := json.NewDecoder(&out); ; {
		var d chancery.Dyad
		if err := decoder.Decode(&d); err == io.EOF {
			return made
		} else if err != nil {
			t.Fatal(err)
		}
		i, err := strconv.Atoi(d.ID)
		if err != nil {
			t.Fatal(err)
		}
		made[i] = append(made[i], codings(d)...)
	}
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
