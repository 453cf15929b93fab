package sqlite

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sync"
	"unicode/utf8"

	"chancery"
)

// prepared is a reading in the form in which it is written. Encoding is done before the transaction
// begins, so that several callers can do it at once and the one writer is not kept waiting.
type prepared struct {
	report        chancery.Report
	reader        string
	about         []byte // JSON of the report without text and original
	form          string // of the original
	original      []byte
	claims        []preparedClaim // by position
	introductions []chancery.Introduction
}

type preparedClaim struct {
	chancery.Claim
	json   []byte
	actors []side
}

// side is one row of claim_actors or entry_actors.
type side struct{ actor, side string }

func prepare(reading chancery.Reading) (*prepared, error) {
	p := &prepared{report: reading.Report, reader: readerOf(reading), introductions: reading.Introductions}
	if err := check(reading, p.reader); err != nil {
		return nil, err
	}
	for _, claim := range reading.Claims {
		encoded, err := json.Marshal(claim)
		if err != nil {
			return nil, fmt.Errorf("claim %s of report %s: %w", claim.ID, claim.Report, err)
		}
		p.claims = append(p.claims, preparedClaim{claim, encoded, claimSides(claim)})
	}
	slices.SortFunc(p.claims, func(a, b preparedClaim) int {
		return cmp.Or(cmp.Compare(a.Evidence.Start, b.Evidence.Start),
			cmp.Compare(a.Evidence.End, b.Evidence.End), cmp.Compare(a.ID, b.ID))
	})
	return p, p.prepareReport()
}

func (p *prepared) prepareReport() (err error) {
	p.about, err = about(p.report)
	if err != nil {
		return fmt.Errorf("report %s: %w", p.report.ID, err)
	}
	p.form, p.original, err = pack(p.report)
	return err
}

// about is what is kept of a report beside its text, title and original.
func about(report chancery.Report) ([]byte, error) {
	report.Text = ""
	return json.Marshal(report)
}

func readerOf(reading chancery.Reading) string {
	if reading.Reader == "" && len(reading.Claims) > 0 {
		return reading.Claims[0].Reader
	}
	return reading.Reader
}

// check refuses what could not be given back as it came.
func check(reading chancery.Reading, reader string) error {
	id := reading.Report.ID
	if id == "" {
		return fmt.Errorf("report %q has no id", reading.Report.Name)
	}
	if !utf8.ValidString(reading.Report.Text) {
		return fmt.Errorf("report %s: its text is not UTF-8", id)
	}
	seen := make(map[string]bool, len(reading.Claims))
	for i, claim := range reading.Claims {
		switch {
		case claim.ID == "":
			return fmt.Errorf("report %s: claim %d has no id; Identify gives it one", id, i+1)
		case claim.Report != id:
			return fmt.Errorf("report %s: claim %s is of report %q", id, claim.ID, claim.Report)
		case claim.Reader != reader:
			return fmt.Errorf("report %s: claim %s is of reader %q, the reading of %q", id, claim.ID, claim.Reader, reader)
		case seen[claim.ID]:
			return fmt.Errorf("report %s: claim %s is there twice", id, claim.ID)
		}
		seen[claim.ID] = true
	}
	for _, introduction := range reading.Introductions {
		if introduction.Report != id {
			return fmt.Errorf("report %s: the introduction of %s is of report %q", id, introduction.Person, introduction.Report)
		}
	}
	return nil
}

func claimSides(claim chancery.Claim) []side {
	var sides []side
	for _, participant := range claim.Actor {
		sides = append(sides, side{participant.ID, "actor"})
	}
	for _, participant := range claim.Recipient {
		sides = append(sides, side{participant.ID, "recipient"})
	}
	return distinct(sides, claim.Association)
}

func entrySides(entry chancery.Entry) []side {
	var sides []side
	for _, party := range entry.Actors {
		sides = append(sides, side{party.ID, "actor"})
	}
	for _, party := range entry.Recipients {
		sides = append(sides, side{party.ID, "recipient"})
	}
	return distinct(sides, entry.Association)
}

// distinct adds the association and drops repetitions and people whom nobody could place.
func distinct(sides []side, association *chancery.ActorRef) []side {
	sides = append(sides, side{associationID(association), "association"})
	sides = slices.DeleteFunc(sides, func(s side) bool { return s.actor == "" })
	slices.SortFunc(sides, func(a, b side) int {
		return cmp.Or(cmp.Compare(a.actor, b.actor), cmp.Compare(a.side, b.side))
	})
	return slices.Compact(sides)
}

func associationID(association *chancery.ActorRef) string {
	if association == nil {
		return ""
	}
	return association.ID
}

// The forms of a kept original.
const (
	formNone = "none"
	formText = "text" // the report's text to the byte, so it is not kept twice
	formGzip = "gzip"
)

func pack(report chancery.Report) (form string, packed []byte, err error) {
	switch {
	case len(report.Original) == 0:
		return formNone, nil, nil
	case string(report.Original) == report.Text:
		return formText, nil, nil
	}
	var out bytes.Buffer
	zip := zippers.Get().(*gzip.Writer)
	defer zippers.Put(zip)
	zip.Reset(&out)
	if _, err := zip.Write(report.Original); err != nil {
		return "", nil, err
	}
	if err := zip.Close(); err != nil {
		return "", nil, err
	}
	return formGzip, out.Bytes(), nil
}

// zippers are used again and again: each takes a megabyte, and making one took longer than packing
// a report.
var zippers = sync.Pool{New: func() any {
	zip, err := gzip.NewWriterLevel(nil, gzip.BestSpeed)
	if err != nil {
		panic(err) // the level is one of the package's own
	}
	return zip
}}

func unpack(form string, packed []byte, text string) ([]byte, error) {
	switch form {
	case formNone:
		return nil, nil
	case formText:
		return []byte(text), nil
	}
	unzip, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("its original: %w", err)
	}
	original, err := io.ReadAll(unzip)
	if err != nil {
		return nil, fmt.Errorf("its original: %w", err)
	}
	return original, nil
}
