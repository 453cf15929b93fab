package export

import (
	"encoding/json"
	"io"

	"chancery"
	"chancery/query"
)

// claimJSON is a claim in its own JSON form, with what the record knows beside it.
type claimJSON struct {
	chancery.Claim
	Publisher  string        `json:"publisher,omitempty"`
	KnownOn    chancery.Date `json:"known_on,omitzero"` // when the report had been published
	Text       string        `json:"text"`              // the claim as a sentence
	Judgements []string      `json:"judgements,omitempty"`
}

// JSONLines writes a claim a line.
func JSONLines(w io.Writer, holdings []query.Holding) error {
	encoder := lines(w)
	for _, h := range holdings {
		if err := encoder.Encode(asJSON(h)); err != nil {
			return err
		}
	}
	return nil
}

func asJSON(h query.Holding) claimJSON {
	return claimJSON{h.Claim, h.Report.Publisher, h.Report.KnownOn(), h.Text, h.Judgements}
}

// entryJSON is an entry in its own JSON form, as it stands on the day asked for, with its claims.
type entryJSON struct {
	chancery.Entry
	StateThen chancery.State `json:"state"`
	Text      string         `json:"text"`
	Claims    []claimJSON    `json:"claims,omitempty"`
	Denials   []claimJSON    `json:"denials,omitempty"` // the claims against it
}

// EntryLines writes an entry a line.
func EntryLines(w io.Writer, conclusions []query.Conclusion) error {
	encoder := lines(w)
	for _, c := range conclusions {
		j := entryJSON{Entry: c.Entry, StateThen: c.State, Text: c.Text}
		for _, h := range c.For {
			j.Claims = append(j.Claims, asJSON(h))
		}
		for _, h := range c.Against {
			j.Denials = append(j.Denials, asJSON(h))
		}
		if err := encoder.Encode(j); err != nil {
			return err
		}
	}
	return nil
}

func lines(w io.Writer) *json.Encoder {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder
}
