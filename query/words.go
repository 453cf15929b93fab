package query

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// Words puts claims and entries into English sentences. A sentence says no more than what it renders:
// a plan is not a visit, and what only somebody says begins with "According to".
type Words struct {
	// Name gives an actor's usual name; it may be nil, and may not know an id.
	Name func(id string) string
	// Acts finds an act of the codebook, for its gloss.
	Acts func(id string) (chancery.Act, bool)
}

// telling is what claims and entries have in common: all that a gloss can be filled with.
type telling struct {
	act                chancery.Act
	kind               chancery.Kind
	actors, recipients []chancery.Party
	association        *chancery.ActorRef
	standing           chancery.Standing
	instrument, object string
	state              chancery.State // of the claim's mood, or of the entry
	until              chancery.Date  // the day asked for: what is told later does not count
	infinitive         bool           // the object is an infinitive from a list: "agreed to: hold talks; …"
	denial             denial         // in which tense a denial is told
	denials            []string       // ids of the claims that say who has not ratified
	ratified, missing  []string       // the names of those who have ratified an agreement, and who have not
}

// Claim is a claim as a sentence, its speakers in front where it is not the report's own word.
// publisher is its report's.
func (w Words) Claim(c chancery.Claim, publisher string) string {
	t := telling{act: w.act(c.Act), kind: c.Kind, actors: parties(c.Actor), recipients: parties(c.Recipient),
		association: c.Association, standing: c.Standing, instrument: c.Instrument, object: c.Object,
		state: stateOfMood(c.Mood), denial: denialIn(c.Evidence.Text), infinitive: listed(c)}
	if c.Kind == chancery.KindQuote {
		return w.quote(t.actors, cmp.Or(c.Object, c.Evidence.Text))
	}
	text := w.tell(t)
	if !c.Attributed(publisher) {
		return sentence(text)
	}
	return sentence("according to " + cmp.Or(speakers(c.SaidBy, publisher), "somebody") + ", " + text)
}

// Entry is an entry as a sentence, in the state given: its own, or the one that it had on a day.
func (w Words) Entry(e chancery.Entry, state chancery.State, publisher func(report string) string) string {
	more := telling{}
	if e.Kind == chancery.KindAgreement || e.Kind == chancery.KindCommitment {
		more.denial = hasNot
	}
	return w.entry(e, state, publisher, more)
}

// entry is Entry with what the entry's claims tell besides.
func (w Words) entry(e chancery.Entry, state chancery.State, publisher func(report string) string, more telling) string {
	t := telling{denial: more.denial, infinitive: more.infinitive, ratified: more.ratified, missing: more.missing, act: w.act(e.Act), kind: e.Kind, actors: e.Actors, recipients: e.Recipients,
		association: e.Association, standing: e.Standing, instrument: e.Instrument, object: e.Object, state: state}
	if e.Kind == chancery.KindStanding && state == chancery.StateEnded {
		t.state = statePast
	}
	text := ""
	switch e.Kind {
	case chancery.KindQuote:
		return w.quote(e.Actors, e.Object)
	case chancery.KindAgreement:
		text = w.agreement(t)
	default:
		text = w.tell(t)
	}
	if state == chancery.StateDenied && t.denial == hasNot {
		if day := deniedOn(e, more.until); !day.IsZero() {
			text += " (as of " + Date(day) + ")"
		}
	}
	if e.OnlySaid() && e.Register == "" {
		text = "according to " + w.saidBy(e.Voices, publisher) + ", " + text
	}
	return sentence(text)
}

func (w Words) act(id string) chancery.Act {
	if w.Acts != nil {
		if act, ok := w.Acts(id); ok {
			return act
		}
	}
	return chancery.Act{ID: id, Gloss: "{actor} acts (" + id + ") towards {recipient}"}
}

func parties(side []chancery.Participant) []chancery.Party {
	var list []chancery.Party
	for _, p := range side {
		party := chancery.Party{ID: p.ID, Name: cmp.Or(p.Name, p.Text)}
		if p.Person != "" {
			party.Persons = []string{p.Person}
		}
		if p.Office != "" {
			party.Offices = []string{p.Office}
		}
		list = append(list, party)
	}
	return list
}

func (w Words) quote(actors []chancery.Party, words string) string {
	who := "Somebody"
	if len(actors) > 0 {
		who = w.partyNames(actors, true)
	}
	return upper(who) + ": “" + strings.Trim(strings.TrimSpace(words), `"“”`) + "”"
}

// glosses replace those of the codebook where a standing does not fit into them in so many words: to
// seek "interest" in an association is to be interested in it.
var glosses = map[string]string{
	"seek-standing": "{actor} is interested in {association}",
	"apply":         "{actor} applies to {association}",
	"chair":         "{actor} chairs {association}",
	"hold-standing": "{actor} is {standing} {association}",
	"gain-standing": "{actor} becomes {standing} {association}",
}

func gloss(t telling) string {
	switch {
	case t.standing == chancery.StandingChair && (t.act.ID == "hold-standing" || t.act.ID == "gain-standing"):
		return glosses["chair"]
	case t.kind == chancery.KindStanding && t.standing == chancery.StandingInterest:
		return glosses["seek-standing"]
	case t.kind == chancery.KindStanding && t.standing == chancery.StandingSuspended && t.act.ID == "hold-standing":
		return "{actor} is suspended from {association}"
	case t.act.ID == "discuss" && t.object == "":
		return "{actor} talks with {recipient}"
	case t.act.ID == "seek-standing" && t.standing != "":
		return "{actor} seeks to become {standing} {association}"
	}
	return cmp.Or(glosses[t.act.ID], t.act.Gloss, "{actor} acts ("+t.act.ID+") towards {recipient}")
}

// inherent acts carry their mood in themselves: to plan is a plan already.
var inherent = map[string]chancery.State{"plan": chancery.StatePlanned, "ready": chancery.StateWished, "offer": chancery.StateWished,
	"seek-standing": chancery.StateWished, "interest-in-relations": chancery.StateWished}

// moments are acts of a lasting kind that happen once, and are told in the past.
var moments = map[string]bool{"establish-relations": true, "upgrade-relations": true, "recognize": true, "open-embassy": true,
	"close-embassy": true, "break-relations": true, "open-visa-free": true, "gain-standing": true, "apply": true, "leave": true,
	"suspend-standing": true, "take-chair": true, "hand-over-chair": true, "invite": true, "accept-invitation": true,
	"promise": true, "agree": true, "offer": true, "keep-promise": true, "break-promise": true, "support-bid": true, "block-bid": true}

// lasting reports whether the act is told in the present while it holds.
func (t telling) lasting() bool {
	return t.kind != chancery.KindEvent && t.kind != chancery.KindAgreement && !moments[t.act.ID]
}

// statePerhaps is for days that lie inside the time within which something came about: on that day
// it may or may not have been so already.
const statePerhaps chancery.State = "perhaps"

// statePast is for standings of which the end is known: they are told in the past.
const statePast chancery.State = "past"

// tell says the act in the tense and mood of its state.
func (w Words) tell(t telling) string {
	c := w.fill(t)
	state := t.state
	if inherent[t.act.ID] == state || t.kind == chancery.KindStanding && t.standing == chancery.StandingInterest && state == chancery.StateWished {
		state = chancery.StateHeld
	}
	switch state {
	case chancery.StatePlanned:
		return c.due()
	case chancery.StateWished:
		return c.wished()
	case chancery.StateDemanded:
		return c.demanded()
	case chancery.StatePossible:
		return c.may()
	case statePast:
		return c.past()
	case statePerhaps:
		return c.mayHave()
	case chancery.State(chancery.MoodConditional): // of a claim; the ledger counts it as possible
		return c.would()
	case chancery.StateDenied:
		if t.lasting() {
			return c.isNot()
		}
		return c.denied(t.denial)
	case chancery.StatePostponed, chancery.StateCancelled:
		return c.wasDue() + " (" + string(state) + ")"
	case chancery.StateUnderWay:
		if t.lasting() && t.kind != chancery.KindCommitment {
			return c.present()
		}
		return c.continuous()
	case chancery.StateEnded:
		if t.lasting() && t.standing != chancery.StandingChair { // a term in the chair is over, and no more is meant
			return c.noLonger()
		}
		return c.past()
	}
	if t.lasting() {
		return c.present()
	}
	return c.past()
}

func trimmed(s string) string { return strings.TrimRight(strings.TrimSpace(s), " .,;:") }

func instrument(s string) string { return cmp.Or(trimmed(s), "an agreement") }

// standingOf is a standing with its article and the preposition that its association takes.
func standingOf(s chancery.Standing) string {
	switch s {
	case "":
		return "a member of"
	case chancery.StandingApplicant:
		return "an applicant to"
	case chancery.StandingCandidate:
		return "a candidate for"
	case chancery.StandingObserver:
		return "an observer in"
	case chancery.StandingChair:
		return "chair of"
	case chancery.StandingSuspended:
		return "suspended from"
	case chancery.StandingWithdrawn:
		return "no longer in"
	}
	return "a " + string(s) + " of"
}

// standingsOf is the same for several: "Hungary and Turkmenistan are observers in …".
func standingsOf(s chancery.Standing) string {
	one := standingOf(s)
	for _, article := range []string{"a ", "an "} {
		if noun, found := strings.CutPrefix(one, article); found {
			at := strings.LastIndex(noun, " ")
			return noun[:at] + "s" + noun[at:]
		}
	}
	return one
}

// partyNames joins parties, with the people who acted for them where they are wanted.
func (w Words) partyNames(ps []chancery.Party, people bool) string {
	names := make([]string, 0, len(ps))
	for _, p := range ps {
		name := w.withArticle(p.ID, p.Name)
		who := p.Persons
		if len(who) == 0 {
			who = exactOffices(p.Offices)
		}
		who = slices.DeleteFunc(slices.Clone(who), func(x string) bool { return x == name })
		if people && len(who) > 0 && len(who) <= 3 {
			name += " (" + strings.Join(who, ", ") + ")"
		}
		names = append(names, name)
	}
	return list(names)
}

// vague offices say less than those beside which they stand.
var vague = map[string]bool{"leader": true, "head of state": true, "head of government": true, "official": true, "delegation": true,
	"representative": true}

// exactOffices leaves out what another office says better: "leader" beside "president".
func exactOffices(offices []string) []string {
	exact := slices.DeleteFunc(slices.Clone(offices), func(o string) bool { return vague[o] })
	if len(exact) == 0 {
		return offices[:min(len(offices), 1)]
	}
	return exact
}

// agreement says where an instrument stands. The gloss of its last act would not do: that Laos
// ratified a treaty with Belarus is not that both did.
func (w Words) agreement(t telling) string {
	subject := instrument(t.instrument)
	if names := w.partyNames(t.actors, false); strings.Contains(subject, " between ") || strings.Contains(subject, " with ") {
		subject += " (" + names + ")" // the words name a party already
	} else if len(t.actors) > 1 {
		subject += " between " + names
	} else if names != "" {
		subject += " of " + names
	}
	c := clause{subject: subject, plural: pluralInstrument(t.instrument), verb: "be"}
	done := participle(base(verbOf(t.act.Gloss)))
	switch t.state {
	case chancery.StateNegotiated:
		c.verb, c.rest = "be", "reached"
		return c.past()
	case chancery.StateInitialled, chancery.StateSigned, chancery.StateRatified:
		if t.state == chancery.StateRatified {
			return say(c.past(), "ratified"+ratifiedBy(t))
		}
		c.rest = string(t.state)
		return c.past()
	case chancery.StateInForce, chancery.StateSuspended:
		c.rest = string(t.state)
		return c.present()
	case chancery.StateEnded:
		c.verb, c.rest = "have", "ended"
		return c.present()
	case chancery.StateContradicted:
		c.rest = "violated"
		return c.past()
	}
	// What has not come about is told by its act: "is to be signed", "may enter into force".
	c.rest = done
	if t.act.ID == "enter-into-force" {
		c.verb, c.rest = "enter", "into force"
	}
	switch t.state {
	case chancery.StatePlanned:
		return c.due()
	case chancery.StateWished, chancery.StateDemanded:
		return c.wished()
	case chancery.StatePossible:
		return c.may()
	case chancery.StateDenied:
		if t.act.ID == "ratify" && len(t.actors) == 1 {
			t.kind = chancery.KindEvent // of one party it can be said who has not
			return w.tell(t)
		}
		return c.denied(t.denial)
	case chancery.StateUnderWay:
		c.rest = say("being", done)
		return c.present()
	case chancery.StatePostponed, chancery.StateCancelled:
		return c.wasDue() + " (" + string(t.state) + ")"
	}
	return c.past()
}

// ratifiedBy says which parties ratified an agreement and which are said not to have.
func ratifiedBy(t telling) string {
	if len(t.ratified) == 0 {
		return ", by all or some of them"
	}
	text := " by " + list(t.ratified)
	if len(t.missing) > 0 {
		text += "; " + list(t.missing) + " " + present("have", len(t.missing) > 1) + " not ratified it"
	}
	return text
}

// verbOf is the verb of a gloss, in the third person.
func verbOf(gloss string) string {
	for _, word := range strings.Fields(gloss) {
		if !strings.HasPrefix(word, "{") && word != "and" {
			return word
		}
	}
	return "concludes"
}

// pluralInstrument reports whether several instruments are named: "agreements on trade".
func pluralInstrument(s string) bool {
	for _, word := range strings.Fields(strings.ToLower(s)) {
		switch word {
		case "of", "on", "for", "about", "between", "with", "in", "to":
			return false
		case "several", "agreements", "documents", "treaties", "memoranda", "memorandums", "protocols", "accords", "deals",
			"contracts", "pacts", "declarations":
			return true
		}
	}
	return false
}

// stateOfMood mirrors the ledger for a single claim.
func stateOfMood(m chancery.Mood) chancery.State {
	if m == chancery.MoodOccurred {
		return chancery.StateHeld
	}
	return chancery.State(m) // the words are the same
}
