package query

import (
	"strings"

	"chancery"
)

var verdicts = map[chancery.Verdict]string{chancery.VerdictAccepted: "Accepted", chancery.VerdictCorrected: "Corrected",
	chancery.VerdictRejected: "Rejected", chancery.VerdictSame: "Found to be one thing", chancery.VerdictDifferent: "Found to be two things"}

// judgement words what was decided.
func (t *teller) judgement(j chancery.Judgement) string {
	text := verdicts[j.Verdict] + " by " + j.By + " on " + Date(chancery.DateOf(j.Made))
	var changes []string
	for _, c := range j.Corrections {
		changes = append(changes, string(c.Field)+" is "+t.value(c))
	}
	if len(changes) > 0 {
		text += ", " + list(changes)
	}
	if j.Why != "" {
		text += ": " + trimmed(j.Why)
	}
	if w := j.Withdrawn; w != nil {
		text += "; withdrawn by " + w.By + " on " + Date(chancery.DateOf(w.Made))
		if w.Why != "" {
			text += ": " + trimmed(w.Why)
		}
	}
	return text + "."
}

// value is a new value as people read it: names in the place of ids.
func (t *teller) value(c chancery.Correction) string {
	switch {
	case c.Field == chancery.FieldAttribution && c.Value == "":
		return "the report's own"
	case c.Value == "":
		return "none"
	case c.Field == chancery.FieldWhen:
		p, _ := chancery.ParsePeriod(c.Value) // Check has read it
		return Period(p)
	case c.Field == chancery.FieldActors || c.Field == chancery.FieldRecipients || c.Field == chancery.FieldAssociation:
		var names []string
		for part := range strings.SplitSeq(c.Value, ",") {
			id, person, _ := strings.Cut(part, ":")
			id = strings.TrimSpace(id)
			name := firstOf(t.names.Name(id), id)
			if person = strings.TrimSpace(person); person != "" {
				name = person + " for " + name
			}
			names = append(names, name)
		}
		return list(names)
	}
	return c.Value
}

// judgements words those that count for an entry or a claim.
func (t *teller) judgements(ids []string) []string {
	var texts []string
	for _, id := range ids {
		if j, ok := t.judged[id]; ok {
			if j.Withdrawn != nil { // it counted on the day asked for
				j.Withdrawn = nil
			}
			texts = append(texts, t.judgement(j))
		}
	}
	return texts
}
