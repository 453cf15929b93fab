package query

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// ToldOnce lays a dossier out for reading from top to bottom. It puts the standings that hold first, and leaves out of
// what changed lately the commitments, which have a section of their own with the open ones first, and what no report
// tells; and all of it where most of the dossier is recent, since it would only say everything twice.
func ToldOnce(sections []Section) []Section {
	var kept []Section
	var lately Section
	older := map[string]bool{}
	for _, section := range sections {
		if section.ID == SectionLately {
			lately = section
			continue
		}
		for _, l := range section.Lines {
			older[l.Entry] = true
		}
		if section.ID == SectionStanding {
			section.Lines = slices.Clone(section.Lines)
			slices.SortStableFunc(section.Lines, func(a, b Line) int { return remoteness(a) - remoteness(b) })
		}
		kept = append(kept, section)
	}
	if slices.ContainsFunc(kept, func(s Section) bool { return s.ID == SectionTensions }) {
		kept = tensionsBelow(kept)
	}
	recent := len(lately.Lines)
	lately.Lines = slices.DeleteFunc(slices.Clone(lately.Lines), func(l Line) bool {
		return l.Kind == chancery.KindCommitment || l.Registered() != ""
	})
	if len(lately.Lines) == 0 || 2*recent >= len(older) {
		return kept
	}
	after := slices.IndexFunc(kept, func(s Section) bool { return s.ID != SectionStanding })
	if after < 0 {
		after = len(kept)
	}
	return slices.Insert(kept, after, lately)
}

// tensionsBelow points from the lines to the section that tells the tensions, each once for the lines
// on both its sides.
func tensionsBelow(sections []Section) []Section {
	out := slices.Clone(sections)
	for i, section := range out {
		if section.ID == SectionTensions {
			continue
		}
		out[i].Lines = slices.Clone(section.Lines)
		for j := range out[i].Lines {
			if l := &out[i].Lines[j]; len(l.Clashes()) > 0 {
				l.Tensions = []string{"see under Tensions."}
			}
		}
	}
	return out
}

// remoteness puts the standings that hold before those that may come, those that were, and those
// that are denied.
func remoteness(l Line) int {
	switch l.State {
	case chancery.StateHeld:
		return 0
	case chancery.StateEnded:
		return 2
	case chancery.StateDenied:
		return 3
	}
	return 1
}

// StandingSections puts standings that reports tell before those that only the register knows, which are often far
// more, and what holds before what did.
func StandingSections(lines []Line) []Section {
	sections := []Section{{ID: "told", Title: "Told by reports"}, {ID: "register", Title: "Known to the register"}, {ID: "past", Title: "No longer so"}}
	for _, l := range lines {
		i := 0
		switch {
		case l.State == chancery.StateEnded:
			i = 2
		case l.Registered() != "":
			i = 1
		}
		sections[i].Lines = append(sections[i].Lines, l)
	}
	return slices.DeleteFunc(sections, func(s Section) bool { return len(s.Lines) == 0 })
}

// Lead is what a line begins with: where the thing stands, and when. That something took place or
// holds is said by its date alone.
func (l Line) Lead() (state, when string) {
	when = l.When
	if l.Kind == chancery.KindCommitment && l.Due != "" {
		when = "due " + l.Due
	}
	if l.State != chancery.StateHeld || l.Was != "" {
		state = string(l.State)
	}
	if l.Was != "" {
		state += " (was " + string(l.Was) + ")"
	}
	return state, when
}

// Heading joins state and time: "planned, 22 April 2026".
func (l Line) Heading() string {
	state, when := l.Lead()
	if state != "" && when != "" {
		return state + ", " + when
	}
	return cmp.Or(state, when, "no date")
}

// Sentence is what a line says, without the state where the line begins with it: not "cancelled:
// Kenya was to visit Ethiopia (cancelled)."
func (l Line) Sentence() string {
	if state, _ := l.Lead(); state != "" {
		if text, found := strings.CutSuffix(l.Text, " ("+state+")."); found {
			return text + "."
		}
	}
	return l.Text
}

// Registered names the source of a fact that no report tells.
func (l Line) Registered() string {
	if l.Register == "" || len(l.Sources) > 0 {
		return ""
	}
	return "register: " + l.Register
}

// Clashes are the tensions, what does not go together, where the line does not say it already.
func (l Line) Clashes() []string {
	return slices.DeleteFunc(slices.Clone(l.Tensions), func(t string) bool { return strings.Contains(l.Text, t) })
}

// Remarks are what is said beside a line: why the answer lists it, and what people decided about it.
func (l Line) Remarks() []string {
	var remarks []string
	if l.Note != "" {
		remarks = append(remarks, sentence(l.Note))
	}
	return append(remarks, l.Judgements...)
}

// Citation is a source in one line, without its words.
func (s Source) Citation() string {
	parts := []string{cmp.Or(s.Publisher, "publisher not known"), cmp.Or(s.Published, "date not known")}
	if s.Title != "" {
		parts = append(parts, "“"+s.Title+"”")
	}
	return strings.Join(parts, ", ")
}

// Tone is what a state means for whoever keeps the record. It is the name of a class on pages.
type Tone string

// The tones.
const (
	ToneHeld  Tone = "held"  // it is so, or took place
	ToneDone  Tone = "done"  // a step that counts was taken: signed, ratified, kept
	ToneWaits Tone = "waits" // planned, wished, open
	ToneOver  Tone = "over"  // it did not come about, ended, or went wrong
)

// ToneOf is the tone of a state.
func ToneOf(state chancery.State) Tone {
	switch state {
	case chancery.StateSigned, chancery.StateRatified, chancery.StateInForce, chancery.StateKept:
		return ToneDone
	case chancery.StateDenied, chancery.StateCancelled, chancery.StateEnded, chancery.StateOverdue, chancery.StateDropped,
		chancery.StateContradicted, chancery.StateSuspended:
		return ToneOver
	case chancery.StateHeld:
		return ToneHeld
	}
	return ToneWaits
}
