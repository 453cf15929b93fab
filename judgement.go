package chancery

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Verdict is what a person decided.
type Verdict string

// The verdicts.
const (
	VerdictAccepted  Verdict = "accepted"
	VerdictCorrected Verdict = "corrected"
	VerdictRejected  Verdict = "rejected"
	VerdictSame      Verdict = "same"      // the subject and the other one are one thing
	VerdictDifferent Verdict = "different" // they are two things
)

// Paired reports whether the verdict is about two subjects.
func (v Verdict) Paired() bool { return v == VerdictSame || v == VerdictDifferent }

// Judgement is what a person decided about a claim or an entry. It changes neither: the ledger
// concludes with it, from the day on which it was made until it is withdrawn.
type Judgement struct {
	ID      string  `json:"id"`
	Verdict Verdict `json:"verdict"`
	Subject Subject `json:"subject"`
	// Other is the second of the two that are the same or different.
	Other *Subject `json:"other,omitempty"`
	// Corrections are the new values, by field, where the verdict is corrected.
	Corrections []Correction `json:"corrections,omitempty"`
	By          string       `json:"by"`
	// Made is when it was decided, to the second, with the time zone of whoever decided.
	Made      time.Time   `json:"made"`
	Why       string      `json:"why,omitempty"`
	Withdrawn *Withdrawal `json:"withdrawn,omitempty"`
}

// Withdrawal says that a judgement no longer counts. The judgement stays.
type Withdrawal struct {
	By   string    `json:"by"`
	Made time.Time `json:"made"`
	Why  string    `json:"why,omitempty"`
}

// Subject is what is judged. An entry is judged by the claims that it rested on then: what another
// report says of it later nobody has judged yet.
type Subject struct {
	Entry string `json:"entry,omitempty"` // the entry's id then; empty where a claim was judged
	// Kind is what is meant where a claim bears several entries: the visit that it tells, or the promise
	// that the visit keeps.
	Kind    Kind     `json:"kind"`
	Anchors []Anchor `json:"anchors"`
}

// Anchor holds a claim fast, so that a judgement finds it again when a newer reader makes it under
// another id. It is the same claim where the report and the act and the parties are the same, and
// the passages overlap.
type Anchor struct {
	Claim      string   `json:"claim"`
	Report     string   `json:"report"`
	Start      int      `json:"start"` // bytes of the report's Text
	End        int      `json:"end"`
	Act        string   `json:"act"`
	Actors     []string `json:"actors,omitempty"`     // sorted, as Party names them
	Recipients []string `json:"recipients,omitempty"` // sorted
	Mood       Mood     `json:"mood"`
	// Beside are claims as like it as that, which the reading made too and which were not judged.
	Beside []string `json:"beside,omitempty"`
}

// AnchorOf is the anchor of a claim, among all claims of its report.
func AnchorOf(c Claim, among []Claim) Anchor {
	a := Anchor{Claim: c.ID, Report: c.Report, Start: c.Evidence.Start, End: c.Evidence.End, Act: c.Act,
		Actors: partiesOf(c.Actor), Recipients: partiesOf(c.Recipient), Mood: c.Mood}
	for _, other := range among {
		if other.ID != c.ID && a.Like(other) {
			a.Beside = append(a.Beside, other.ID)
		}
	}
	slices.Sort(a.Beside)
	return a
}

// Like reports whether the claim says what the anchored one did, by whatever id.
func (a Anchor) Like(c Claim) bool {
	return c.Report == a.Report && c.Act == a.Act && c.Evidence.Start < a.End && a.Start < c.Evidence.End &&
		slices.Equal(partiesOf(c.Actor), a.Actors) && slices.Equal(partiesOf(c.Recipient), a.Recipients)
}

// partiesOf names the participants for comparison: by id, or where there is none by name.
func partiesOf(side []Participant) []string {
	var parties []string
	for _, p := range side {
		parties = append(parties, cmp.Or(p.ID, p.Person, p.Name, p.Text))
	}
	slices.Sort(parties)
	return slices.Compact(parties)
}

// Field is what a judgement can correct.
type Field string

// The fields.
const (
	FieldAct         Field = "act"         // id of an act of the codebook
	FieldActors      Field = "actors"      // "BLR, LAO", or "BLR: Maxim Ryzhenkov" for who acts for it
	FieldRecipients  Field = "recipients"  // likewise
	FieldMood        Field = "mood"        // one of Moods
	FieldWhen        Field = "when"        // see ParsePeriod
	FieldStanding    Field = "standing"    // one of the standings
	FieldAssociation Field = "association" // id
	FieldObject      Field = "object"
	FieldInstrument  Field = "instrument"
	// FieldAttribution is who says so, from the innermost outwards: "RUS: Sergey Lavrov; IRN". Empty
	// makes the claim the report's own word.
	FieldAttribution Field = "attribution"
)

// Fields lists every field.
var Fields = []Field{FieldAct, FieldActors, FieldRecipients, FieldMood, FieldWhen, FieldStanding, FieldAssociation,
	FieldObject, FieldInstrument, FieldAttribution}

// Correction is the new value of a field, as people type it.
type Correction struct {
	Field Field  `json:"field"`
	Value string `json:"value"`
}

// Check says what is wrong with a correction, or nil. Ids of acts and actors are for the codebook and
// the register to know.
func (c Correction) Check() error {
	switch c.Field {
	case FieldMood:
		if !slices.Contains(Moods, Mood(c.Value)) {
			return fmt.Errorf("mood %q: want one of %s", c.Value, listed(Moods))
		}
	case FieldStanding:
		if c.Value != "" && !Standing(c.Value).Known() {
			return fmt.Errorf("standing %q is none of the ladder's, such as observer or member", c.Value)
		}
	case FieldWhen:
		_, err := ParsePeriod(c.Value)
		return err
	case FieldAct, FieldActors:
		if strings.TrimSpace(c.Value) == "" {
			return fmt.Errorf("%s: a claim cannot be without; reject it instead", c.Field)
		}
	default:
		if !slices.Contains(Fields, c.Field) {
			return fmt.Errorf("field %q: want one of %s", c.Field, listed(Fields))
		}
	}
	return nil
}

func listed[T ~string](values []T) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = string(v)
	}
	return strings.Join(words, ", ")
}

// Check says why the judgement cannot be kept, or nil.
func (j Judgement) Check() error {
	switch {
	case j.ID == "":
		return fmt.Errorf("the judgement has no id; Identify gives it one")
	case strings.TrimSpace(j.By) == "":
		return fmt.Errorf("judgement %s: nobody is named who made it", j.ID)
	case j.Made.IsZero():
		return fmt.Errorf("judgement %s: no time is given at which it was made", j.ID)
	case len(j.Subject.Anchors) == 0:
		return fmt.Errorf("judgement %s: it is about no claim", j.ID)
	case j.Verdict.Paired() != (j.Other != nil && len(j.Other.Anchors) > 0):
		return fmt.Errorf("judgement %s: %s needs a second subject where two are the same or different, and no other does", j.ID, j.Verdict)
	case (j.Verdict == VerdictCorrected) != (len(j.Corrections) > 0):
		return fmt.Errorf("judgement %s: corrections belong to the verdict corrected, and to no other", j.ID)
	}
	switch j.Verdict {
	case VerdictAccepted, VerdictCorrected, VerdictRejected, VerdictSame, VerdictDifferent:
	default:
		return fmt.Errorf("judgement %s: no such verdict: %q", j.ID, j.Verdict)
	}
	for _, c := range j.Corrections {
		if err := c.Check(); err != nil {
			return fmt.Errorf("judgement %s: %w", j.ID, err)
		}
	}
	return nil
}

// Counts reports whether the judgement counts by what was known on a day; a zero day is now. It
// counts from the day on which it was made, and no longer on the day on which it was withdrawn.
func (j Judgement) Counts(on Date) bool {
	if on.IsZero() {
		return j.Withdrawn == nil
	}
	return !DateOf(j.Made).After(on) && (j.Withdrawn == nil || DateOf(j.Withdrawn.Made).After(on))
}

// Identify gives the judgement its ID: a hash of what was decided, about what, by whom and when.
func (j *Judgement) Identify() {
	texts := []string{string(j.Verdict), j.By, j.Made.Format(time.RFC3339), j.Why}
	subjects := []*Subject{&j.Subject, j.Other}
	for _, s := range subjects {
		if s == nil {
			continue
		}
		texts = append(texts, "subject", s.Entry)
		for _, a := range s.Anchors {
			texts = append(texts, a.Claim)
		}
	}
	for _, c := range j.Corrections {
		texts = append(texts, string(c.Field), c.Value)
	}
	j.ID = Fingerprint(texts...)
}
