package archivetest

import (
	"fmt"
	"strings"
	"time"

	"chancery"
)

// report makes a report whose id is drawn from its text, as press does it.
func report(publisher, title, text string, published chancery.Date) chancery.Report {
	r := chancery.Report{
		ID:        chancery.Fingerprint(text, publisher),
		Name:      strings.ToLower(publisher) + ".txt",
		Title:     title,
		Text:      text,
		Original:  []byte("\xef\xbb\xbf" + text + "\r\n"), // as it came: with marks the text is free of
		Publisher: publisher,
		URL:       "https://example.org/" + strings.ToLower(publisher),
		Language:  "en",
	}
	if !published.IsZero() {
		r.Published = chancery.Day(published)
		r.Published.Basis = chancery.BasisDateline
		r.PublishedWhy = []string{"the dateline says so"}
	}
	return r
}

// act is what a claim of a fixture says; the rest is filled in around it.
type act struct {
	act         string
	actor       string
	recipient   string
	association string
	words       string // of the report's text: the evidence
	mood        chancery.Mood
}

// reading makes a reading of the report in which each act is one claim.
func reading(reader string, r chancery.Report, acts ...act) chancery.Reading {
	made := chancery.Reading{Reader: reader, Report: r}
	for _, a := range acts {
		made.Claims = append(made.Claims, claim(reader, r, a))
	}
	return made
}

func claim(reader string, r chancery.Report, a act) chancery.Claim {
	start := max(strings.Index(r.Text, a.words), 0)
	c := chancery.Claim{
		Report: r.ID, Kind: chancery.KindEvent, Act: a.act, Mood: a.mood,
		Plover:     chancery.Plover{Event: "CONSULT", Context: []string{"diplomatic"}},
		When:       r.Published,
		Evidence:   chancery.Evidence{Start: start, End: start + len(a.words), Text: a.words},
		Confidence: 0.8, Rule: "fixture", Reader: reader,
		SaidBy: []chancery.Speaker{{Name: r.Publisher, Text: r.Publisher}},
	}
	if a.mood == "" {
		c.Mood = chancery.MoodOccurred
	}
	if a.actor != "" {
		c.Actor = []chancery.Participant{{ID: a.actor, Text: a.words, Start: start, End: start + len(a.words)}}
	}
	if a.recipient != "" {
		c.Recipient = []chancery.Participant{{ID: a.recipient, Text: a.words, Start: start, End: start + len(a.words)}}
	}
	if a.association != "" {
		c.Association = &chancery.ActorRef{ID: a.association}
		c.Kind, c.Standing = chancery.KindStanding, chancery.StandingMember
	}
	c.Identify()
	return c
}

// visit is a report of one visit with two claims and an introduction: the fixture for tests that
// only need some report.
func visit(reader string, number int) chancery.Reading {
	day := chancery.NewDate(2024, time.March, 1+number)
	r := report("Harbour Courier", fmt.Sprintf("Delegation number %d arrives", number),
		fmt.Sprintf("QUAYTOWN – Foreign Minister Ama Osei of Ghana arrived on day %d and met her Peruvian host. "+
			"Both praised the café où ils s’étaient vus.", number), day)
	made := reading(reader, r,
		act{act: "visit", actor: "GHA", recipient: "PER", words: "arrived"},
		act{act: "meet", actor: "GHA", recipient: "PER", words: "met her Peruvian host"})
	name := strings.Index(r.Text, "Foreign")
	made.Introductions = []chancery.Introduction{{
		Report: r.ID, Person: "Ama Osei", State: "GHA", Office: "foreign-minister",
		Start: name, End: name + len("Foreign Minister Ama Osei of Ghana"),
	}}
	return made
}

// entry makes an entry that rests on the claims.
func entry(id string, kind chancery.Kind, actor, recipient, association string, claims ...chancery.Claim) chancery.Entry {
	e := chancery.Entry{ID: id, Kind: kind, Act: "meet", State: chancery.StateHeld}
	if actor != "" {
		e.Actors = []chancery.Party{{ID: actor, Name: actor}}
	}
	if recipient != "" {
		e.Recipients = []chancery.Party{{ID: recipient, Name: recipient}}
	}
	if association != "" {
		e.Association = &chancery.ActorRef{ID: association}
	}
	for _, c := range claims {
		e.For = append(e.For, c.ID)
		e.Steps = append(e.Steps, chancery.Step{State: chancery.StateHeld, Act: c.Act, When: c.When, Claim: c.ID, Report: c.Report})
	}
	return e
}
