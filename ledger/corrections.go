package ledger

import (
	"cmp"
	"strings"

	"chancery"
)

// Correct gives the claim as people put it right: with the id and the passage that it has, so that
// what was read stays in sight beside what was decided. acts may be nil.
func (r *Rulings) Correct(c chancery.Claim, publisher string, acts func(string) (chancery.Act, bool)) chancery.Claim {
	d := r.byClaim[c.ID]
	if d == nil {
		return c
	}
	for _, field := range chancery.Fields { // in one order: a standing put right outlasts that of an act put right
		if value, ok := d.corrections[field]; ok {
			set(&c, field, strings.TrimSpace(value), publisher, acts)
		}
	}
	return c
}

func set(c *chancery.Claim, field chancery.Field, value, publisher string, acts func(string) (chancery.Act, bool)) {
	switch field {
	case chancery.FieldAct:
		act := lookUp(acts, value)
		c.Act, c.Plover, c.Cameo, c.Quad, c.Goldstein = act.ID, act.Plover, act.Cameo, act.Quad, act.Goldstein
		c.Kind = cmp.Or(act.Kind, c.Kind)
		if c.Kind == chancery.KindStanding {
			c.Standing = cmp.Or(act.Standing, c.Standing)
		}
	case chancery.FieldActors:
		c.Actor = named(value, c.Actor)
	case chancery.FieldRecipients:
		c.Recipient = named(value, c.Recipient)
	case chancery.FieldMood:
		c.Mood = chancery.Mood(value)
	case chancery.FieldWhen:
		c.When, _ = chancery.ParsePeriod(value) // Check has read it
		if !c.When.IsZero() {
			c.When.Basis = chancery.BasisJudgement
		}
	case chancery.FieldStanding:
		c.Standing = chancery.Standing(value)
	case chancery.FieldAssociation:
		if c.Association = nil; value != "" {
			c.Association = &chancery.ActorRef{ID: value}
		}
	case chancery.FieldObject:
		c.Object = value
	case chancery.FieldInstrument:
		c.Instrument = value
	case chancery.FieldAttribution:
		c.SaidBy = speakers(value, publisher)
	}
}

// named makes participants of "BLR, LAO: Thongloun Sisoulith". Who was in the passage already keeps the
// mention there.
func named(value string, read []chancery.Participant) []chancery.Participant {
	var side []chancery.Participant
	for part := range strings.SplitSeq(value, ",") {
		id, person, _ := strings.Cut(part, ":")
		id, person = strings.TrimSpace(id), strings.TrimSpace(person)
		if id == "" && person == "" {
			continue
		}
		p := chancery.Participant{ID: id, Name: id, Person: person, Via: string(chancery.BasisJudgement)}
		for _, was := range read {
			if was.ID == id && (person == "" || was.Person == person) {
				p = was
			}
		}
		side = append(side, p)
	}
	return side
}

// speakers makes a chain of "RUS: Sergey Lavrov; IRN", with the publisher at its end.
func speakers(value, publisher string) []chancery.Speaker {
	var chain []chancery.Speaker
	for part := range strings.SplitSeq(value, ";") {
		id, name, _ := strings.Cut(part, ":")
		id, name = strings.TrimSpace(id), strings.TrimSpace(name)
		if name = cmp.Or(name, id); name != "" {
			chain = append(chain, chancery.Speaker{ID: id, Name: name, Text: name})
		}
	}
	if publisher != "" {
		chain = append(chain, chancery.Speaker{Name: publisher, Text: publisher})
	}
	return chain
}
