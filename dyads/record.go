package dyads

import (
	"strings"

	"chancery"
	"chancery/actors"
	"chancery/english"
)

// Records codes a request: one record where the pair is given, else one for each event found. What scores less than
// least is none.
func (c *Coder) Records(reader english.Reader, register *actors.Register, q Request, least float64) []chancery.Dyad {
	doc := reader.Read(q.Text)
	var found []Found
	if q.Pair {
		found = []Found{{Actor: q.Actor, Recipient: q.Recipient, Event: c.Pair(doc, q.Actor, q.Recipient)}}
	} else {
		found = c.Find(doc)
	}
	setting := actors.Setting{}
	if !q.Date.IsZero() {
		setting.When = chancery.Day(q.Date)
	}
	var mentions *actors.Mentions
	if len(found) > 0 {
		mentions = register.MentionsIn(doc, setting)
	}
	var records []chancery.Dyad
	for _, f := range found {
		if f.Event.Event == None || f.Event.Score < least {
			if !q.Pair {
				continue
			}
			f.Event = Event{Event: None, Score: f.Event.Score}
		}
		record := chancery.Dyad{ID: q.ID, Event: f.Event.Event, Score: hundredths(f.Event.Score), Mood: f.Event.Mood, Cameo: f.Event.Cameo,
			Quad: f.Event.Quad, Rule: f.Event.Rule, Why: f.Event.Why,
			Actor: c.participant(doc, mentions, register, f.Actor), Recipient: c.participant(doc, mentions, register, f.Recipient)}
		if !q.Date.IsZero() {
			record.Date = q.Date.String()
		}
		if e := f.Event; e.Event != None {
			record.Plover, record.Goldstein = &e.Plover, &e.Goldstein
			record.Evidence = &chancery.Evidence{Start: e.Evidence.Start, End: e.Evidence.End, Text: q.Text[e.Evidence.Start:e.Evidence.End]}
		}
		records = append(records, record)
	}
	return records
}

func hundredths(x float64) float64 { return float64(int(100*x+0.5)) / 100 }

// participant is a span with what the register knows of it, and the sector that its head noun names.
func (c *Coder) participant(doc *english.Document, mentions *actors.Mentions, register *actors.Register, s Span) chancery.Participant {
	p := chancery.Participant{Text: doc.Text[s.Start:s.End], Start: s.Start, End: s.End}
	r := &reading{coder: c, words: c.words, doc: doc}
	tokens := r.phrase(s)
	if tokens.head < 0 {
		return p
	}
	p.Sector = r.sector(tokens)
	for i := range mentions.List {
		m := &mentions.List[i]
		if m.First >= tokens.last || m.Last <= tokens.first {
			continue
		}
		if len(m.IDs) == 0 {
			continue
		}
		p.ID, p.Name, p.Person, p.Organ = m.IDs[0], register.Name(m.IDs[0]), m.Person, m.Organ
		if m.Office != "" {
			p.Office = register.OfficeName(m.Office)
		}
		if p.Sector == "" || m.Organ != "" || m.Office != "" {
			p.Sector = m.Sector
		}
		break
	}
	return p
}

// sector is the PLOVER sector that a phrase's head names, or else the last of its words that names one.
func (r *reading) sector(p phrase) string {
	if sector := r.words.sectors[strings.ToLower(r.doc.Tokens[p.head].Lemma)]; sector != "" {
		return sector
	}
	for i := p.last - 1; i >= p.first; i-- {
		if sector := r.words.sectors[strings.ToLower(r.doc.Tokens[i].Lemma)]; sector != "" {
			return sector
		}
	}
	return ""
}
