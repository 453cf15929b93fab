package dyads_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"chancery/actors"
	"chancery/dyads"
)

func TestRequests(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`{"id":"1","text":"Peru sued Chile.","actor":[0,4],"recipient":[10,15]}`, ""},
		{`{"id":7,"text":"Peru sued Chile.","date":"2025-07-17"}`, ""},
		{`{"text":""}`, ""},
		{`{"id":"1"}`, `it has no "text"`},
		{`[1,2]`, "it is no JSON object"},
		{`{"text":"Peru`, "it is no JSON object"},
		{`{"text":5}`, `"text" is a number; it must be a string`},
		{`{"text":"Peru","actor":"Peru"}`, `"actor" is a string; it must be [start, end]`},
		{`{"text":"Peru","actor":[0,4]}`, `no "recipient"`},
		{`{"text":"Peru","recipient":[0,4]}`, `no "actor"`},
		{`{"text":"Peru","actor":[0],"recipient":[0,4]}`, `"actor" has 1 numbers`},
		{`{"text":"Peru","actor":[0,4],"recipient":[2,9]}`, `"recipient" is [2, 9]; it must lie within the 4 bytes`},
		{`{"text":"Perú","actor":[0,4],"recipient":[0,1]}`, `"actor" is [0, 4], which cuts a letter in two`},
		{`{"text":"Peru","date":"17 July"}`, `"date" is "17 July"; it must be a day`},
	} {
		_, err := dyads.ParseRequest([]byte(c.line))
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.line, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, want %q", c.line, err, c.want)
		}
	}
}

// Whatever a line holds, it is refused with words or gives records that keep its spans.
func FuzzRecords(f *testing.F) {
	f.Add(`{"id":"1","text":"Peru sued Chile.","actor":[0,4],"recipient":[10,15]}`)
	f.Add(`{"id":"1","text":"Niger's “junta” expelled France’s envoy; talks failed.","date":"2024-02-29"}`)
	f.Add(`{"text":"\u0000 \ud83d [","actor":[0,1],"recipient":[1,2]}`)
	f.Add(`{"text":"a","actor":[0,-1],"recipient":[9,1]}`)
	coder, reader := setUp(f)
	register, err := actors.Default()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, line string) {
		q, err := dyads.ParseRequest([]byte(line))
		if err != nil {
			if err.Error() == "" {
				t.Fatal("an error without words")
			}
			return
		}
		records := coder.Records(reader, register, q, 0)
		if q.Pair && len(records) != 1 {
			t.Fatalf("%q: %d records for a pair", line, len(records))
		}
		for _, r := range records {
			if q.Pair && (r.Actor.Start != q.Actor.Start || r.Actor.End != q.Actor.End || r.Recipient.Start != q.Recipient.Start || r.Recipient.End != q.Recipient.End) {
				t.Fatalf("%q: spans moved: %+v", line, r)
			}
			if r.Actor.Text != q.Text[r.Actor.Start:r.Actor.End] || r.Recipient.Text != q.Text[r.Recipient.Start:r.Recipient.End] {
				t.Fatalf("%q: a record's words are not the text's: %+v", line, r)
			}
			if r.Evidence != nil && (r.Evidence.Text != q.Text[r.Evidence.Start:r.Evidence.End] || utf8.ValidString(q.Text) && r.Evidence.Text == "") {
				t.Fatalf("%q: evidence %+v", line, r.Evidence)
			}
		}
	})
}

func TestRecordsNameActors(t *testing.T) {
	coder, reader := setUp(t)
	register, err := actors.Default()
	if err != nil {
		t.Fatal(err)
	}
	q, err := dyads.ParseRequest([]byte(`{"id":"x","date":"2025-03-01","text":"Kenyan police arrested a Ugandan journalist."}`))
	if err != nil {
		t.Fatal(err)
	}
	records := coder.Records(reader, register, q, 0)
	if len(records) != 1 {
		t.Fatalf("%d records: %+v", len(records), records)
	}
	r := records[0]
	if r.Actor.ID != "KEN" || r.Actor.Sector != "COP" || r.Recipient.ID != "UGA" || r.Recipient.Sector != "MED" || r.Event != "COERCE" || r.Date != "2025-03-01" {
		t.Errorf("%+v", r)
	}
	if records := coder.Records(reader, register, q, 1); len(records) != 0 {
		t.Errorf("with the highest least score there is still %+v", records)
	}
}
