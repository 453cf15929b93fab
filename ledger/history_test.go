package ledger

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"chancery"
)

// testActs are the acts that the histories use, as the codebook has them.
var testActs = func() map[string]chancery.Act {
	list := []chancery.Act{
		{ID: "meet", Kind: chancery.KindEvent, Mutual: true}, {ID: "discuss", Kind: chancery.KindEvent, Mutual: true},
		{ID: "visit", Kind: chancery.KindEvent}, {ID: "aid", Kind: chancery.KindEvent}, {ID: "praise", Kind: chancery.KindEvent},
		{ID: "condemn", Kind: chancery.KindEvent},
		{ID: "decline-invitation", Kind: chancery.KindEvent, State: chancery.StateDropped},
		{ID: "invite", Kind: chancery.KindCommitment, State: chancery.StateOpen},
		{ID: "accept-invitation", Kind: chancery.KindCommitment, State: chancery.StateOpen},
		{ID: "promise", Kind: chancery.KindCommitment, State: chancery.StateOpen},
		{ID: "agree", Kind: chancery.KindCommitment, State: chancery.StateOpen, Mutual: true},
		{ID: "plan", Kind: chancery.KindCommitment, State: chancery.StateOpen},
		{ID: "ready", Kind: chancery.KindCommitment, State: chancery.StateOpen},
		{ID: "keep-promise", Kind: chancery.KindCommitment, State: chancery.StateKept},
		{ID: "break-promise", Kind: chancery.KindCommitment, State: chancery.StateDropped},
		{ID: "implement-agreement", Kind: chancery.KindCommitment, State: chancery.StateUnderWay},
		{ID: "sign", Kind: chancery.KindAgreement, State: chancery.StateSigned, Mutual: true},
		{ID: "initial", Kind: chancery.KindAgreement, State: chancery.StateInitialled, Mutual: true},
		{ID: "ratify", Kind: chancery.KindAgreement, State: chancery.StateRatified},
		{ID: "enter-into-force", Kind: chancery.KindAgreement, State: chancery.StateInForce},
		{ID: "suspend-agreement", Kind: chancery.KindAgreement, State: chancery.StateSuspended},
		{ID: "end-agreement", Kind: chancery.KindAgreement, State: chancery.StateEnded},
		{ID: "violate-agreement", Kind: chancery.KindAgreement},
		{ID: "seek-standing", Kind: chancery.KindStanding, Standing: chancery.StandingInterest},
		{ID: "apply", Kind: chancery.KindStanding, Standing: chancery.StandingApplicant},
		{ID: "gain-standing", Kind: chancery.KindStanding, Standing: chancery.StandingMember},
		{ID: "hold-standing", Kind: chancery.KindStanding, Standing: chancery.StandingMember},
		{ID: "take-chair", Kind: chancery.KindStanding, Standing: chancery.StandingChair},
		{ID: "hand-over-chair", Kind: chancery.KindStanding, Standing: chancery.StandingChair},
		{ID: "suspend-standing", Kind: chancery.KindStanding, Standing: chancery.StandingSuspended},
		{ID: "leave", Kind: chancery.KindStanding, Standing: chancery.StandingWithdrawn},
		{ID: "support", Kind: chancery.KindPosition}, {ID: "oppose", Kind: chancery.KindPosition},
		{ID: "establish-relations", Kind: chancery.KindTie, Mutual: true},
		{ID: "break-relations", Kind: chancery.KindTie, State: chancery.StateEnded},
		{ID: "relations-since", Kind: chancery.KindTie, Mutual: true},
		{ID: "strategic-partnership", Kind: chancery.KindTie, Mutual: true},
		{ID: "say", Kind: chancery.KindQuote},
	}
	acts := map[string]chancery.Act{}
	for _, a := range list {
		acts[a.ID] = a
	}
	return acts
}()

func findTestAct(id string) (chancery.Act, bool) { a, ok := testActs[id]; return a, ok }

// history reads the plain form of a history:
//
//	report ID PUBLISHER 2025-07-17          a report, with the day or interval ("a..b") it is from
//	who ID Full Name = STATE                an introduction in that report
//	fact LAO SCO partner 2025-09-01         a fact of the register
//	BLR+RUS act LAO; key=value; …           a claim of the last report
//
// The keys are on, due (2025-07-17, a..b, 2024, "report" for nothing said), mood, obj, ins, in (the
// association), st, by (who says so), at (the state of the place), who and whom (the people), same (the
// claim rests on the passage of the claim before).
func history(t testing.TB, text string) Input {
	t.Helper()
	in := Input{Acts: findTestAct}
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimSpace(line)
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "report":
			r := chancery.Report{ID: words[1], Publisher: words[2]}
			if len(words) > 3 {
				r.Published = period(t, words[3])
			}
			in.Reports = append(in.Reports, r)
		case "who":
			name, state, _ := strings.Cut(strings.Join(words[2:], " "), " = ")
			in.Introductions = append(in.Introductions, chancery.Introduction{Report: words[1], Person: name, State: state})
		case "fact":
			since := period(t, words[4])
			f := chancery.StandingFact{Actor: words[1], Association: words[2], Standing: chancery.Standing(words[3]), Since: since.Start,
				Precision: chancery.PrecisionDay, Source: "handbook"}
			if since.End != since.Start {
				f.Until = since.End
			}
			in.Facts = append(in.Facts, f)
		default:
			in.Claims = append(in.Claims, claim(t, in.Reports[len(in.Reports)-1], i, line))
		}
	}
	return in
}

func claim(t testing.TB, r chancery.Report, at int, line string) chancery.Claim {
	t.Helper()
	parts := strings.Split(line, ";")
	head := strings.Fields(parts[0])
	act, ok := testActs[head[1]]
	if !ok {
		t.Fatalf("no act %q in %q", head[1], line)
	}
	c := chancery.Claim{Report: r.ID, Kind: act.Kind, Act: act.ID, Standing: act.Standing, Mood: chancery.MoodOccurred,
		Evidence: chancery.Evidence{Start: at * 100, End: at*100 + 50, Text: line}, Confidence: 1}
	values := map[string]string{}
	for _, p := range parts[1:] {
		k, v, _ := strings.Cut(strings.TrimSpace(p), "=")
		values[k] = v
	}
	c.Actor = participants(head[0], values["who"])
	if len(head) > 2 {
		c.Recipient = participants(head[2], values["whom"])
	}
	if r.Publisher != "" {
		c.SaidBy = []chancery.Speaker{{Name: r.Publisher, Text: r.Publisher}}
	}
	for k, v := range values {
		switch k {
		case "on":
			c.When = period(t, v)
			if v == "report" {
				c.When = r.Published
				c.When.Basis = chancery.BasisReport
			}
		case "due":
			c.Due = period(t, v)
		case "mood":
			c.Mood = chancery.Mood(v)
		case "obj":
			c.Object = v
		case "ins":
			c.Instrument = v
		case "in":
			c.Association = &chancery.ActorRef{ID: v, Name: v}
		case "st":
			c.Standing = chancery.Standing(v)
		case "same": // rests on the passage of the claim before
			c.Evidence.Start, c.Evidence.End = (at-1)*100, (at-1)*100+50
		case "by":
			c.SaidBy = append([]chancery.Speaker{{Name: v, ID: "RUS", Text: v}}, c.SaidBy...)
		case "at":
			c.Place = &chancery.Place{Text: v, ID: v}
		}
	}
	c.Identify()
	return c
}

func participants(ids, person string) []chancery.Participant {
	var list []chancery.Participant
	for _, id := range strings.Split(ids, "+") {
		p := chancery.Participant{ID: id, Name: id, Text: id, Person: person}
		if id == "?" {
			p.ID, p.Name = "", person
		}
		list = append(list, p)
	}
	return list
}

func period(t testing.TB, s string) chancery.Period {
	t.Helper()
	if s == "report" {
		return chancery.Period{}
	}
	if len(s) == 4 {
		s += "-01-01.." + s + "-12-31"
	}
	from, to, isRange := strings.Cut(s, "..")
	p := chancery.Period{Text: s, Basis: chancery.BasisText, Precision: chancery.PrecisionDay}
	var err error
	if from != "" {
		p.Start, err = chancery.ParseDate(from)
	}
	if err == nil && to != "" {
		p.End, err = chancery.ParseDate(to)
	}
	if err != nil {
		t.Fatal(err)
	}
	if !isRange {
		p.End = p.Start
	} else {
		p.Precision = chancery.PrecisionVague
	}
	return p
}

// show writes an entry in one line.
func show(e chancery.Entry) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s", e.Kind, e.Act, ids(e.Actors))
	if len(e.Recipients) > 0 {
		b.WriteString(" > " + ids(e.Recipients))
	}
	if e.Association != nil {
		b.WriteString(" in " + e.Association.ID)
	}
	if e.Standing != "" {
		b.WriteString(" as " + string(e.Standing))
	}
	fmt.Fprintf(&b, " %s", e.State)
	if w := e.When.String(); w != "" {
		b.WriteString(" " + w)
	}
	if d := e.Due.String(); d != "" {
		b.WriteString(" due " + d)
	}
	if e.Register != "" {
		b.WriteString(" (" + e.Register + ")")
	}
	if e.OnlySaid() {
		b.WriteString(" said")
	}
	fmt.Fprintf(&b, " %d", len(e.For))
	if n := len(e.Against); n > 0 {
		fmt.Fprintf(&b, "-%d", n)
	}
	if len(e.Tensions) > 0 {
		b.WriteString(" !")
	}
	return b.String()
}

func ids(parties []chancery.Party) string {
	var list []string
	for _, p := range parties {
		list = append(list, p.ID)
	}
	return strings.Join(list, "+")
}

func showAll(entries []chancery.Entry) []string {
	var lines []string
	for _, e := range entries {
		lines = append(lines, show(e))
	}
	slices.Sort(lines)
	return lines
}
