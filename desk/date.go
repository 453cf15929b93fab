package desk

import (
	"fmt"
	"slices"
	"strings"

	"chancery"
	"chancery/actors"
	"chancery/calendar"
	"chancery/english"
)

// date works out when a report without a date must have been written: from what its text says, and
// from what the register knows of the anniversaries that it speaks of.
func (d *Desk) date(doc *english.Document, report chancery.Report) (chancery.Period, []string) {
	mentions := d.register.Mentions(doc, chancery.Period{}, nil)
	var constraints []calendar.Constraint
	for _, e := range calendar.Find(doc, chancery.Period{}) {
		if e.Kind == calendar.Anniversary && e.Years > 0 {
			if c, ok := d.anniversary(doc, mentions, e); ok {
				constraints = append(constraints, c)
			}
		}
	}
	period, reasons := calendar.DateReport(doc, constraints...)
	period, why := d.filed(doc, report, period)
	if why != "" {
		reasons = append(reasons, why)
	}
	return period, slices.Concat(report.PublishedWhy, reasons)
}

// Writers mark an anniversary from a little before the day until some months after it.
const (
	daysBeforeAnniversary = 15
	daysAfterAnniversary  = 120
)

// anniversary turns "Belarus celebrated its first anniversary of membership in the organization" into
// the time at which that can be said, if the register knows since when Belarus has been a member.
func (d *Desk) anniversary(doc *english.Document, mentions *actors.Mentions, e calendar.Expression) (calendar.Constraint, bool) {
	sentence := doc.Sentences[doc.Tokens[e.Head].Sentence]
	text := strings.ToLower(doc.Text[sentence.Start:sentence.End])
	if !strings.Contains(text, "member") && !strings.Contains(text, "accession") && !strings.Contains(text, "joining") {
		return calendar.Constraint{}, false
	}
	state, association := "", ""
	for _, m := range mentions.Within(sentence.First, sentence.Last) {
		if len(m.IDs) != 1 {
			continue
		}
		actor, ok := d.register.Actor(m.IDs[0])
		switch {
		case !ok:
		case actor.Kind == chancery.KindState && (state == "" || state == actor.ID):
			state = actor.ID
		case actor.Kind == chancery.KindAssociation && (association == "" || association == actor.ID):
			association = actor.ID
		default:
			return calendar.Constraint{}, false // two of a kind: whose anniversary is it?
		}
	}
	if state == "" || association == "" {
		return calendar.Constraint{}, false
	}
	for _, fact := range d.register.Standings(state, association) {
		if fact.Standing != chancery.StandingMember || fact.Since.IsZero() {
			continue
		}
		day := fact.Since.AddMonths(12 * e.Years)
		return calendar.Constraint{
			Period: chancery.Period{Start: day.AddDays(-daysBeforeAnniversary), End: day.AddDays(daysAfterAnniversary)},
			Why: fmt.Sprintf("it marks %q of the membership of %s in %s, which began on %s (%s)", e.Text,
				d.register.Name(state), d.register.Name(association), fact.Since, fact.Source),
		}, true
	}
	return calendar.Constraint{}, false
}
