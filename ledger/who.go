package ledger

import (
	"strings"

	"chancery"
)

// directory knows whom people serve, from the introductions of all reports. It is what lets a report
// that says only "Ryzhenkov" be understood through another that says who he is, whichever came
// first.
type directory struct{ state map[string]string }

// several marks a name that introductions place in more than one state: it then places nobody.
const several = "?"

func newDirectory(introductions []chancery.Introduction, visible func(report string) bool) *directory {
	d := &directory{state: map[string]string{}}
	for _, in := range introductions {
		if in.State == "" || !visible(in.Report) {
			continue
		}
		for _, name := range namesOf(in.Person) {
			// What the same report says about a name goes before what all others say.
			d.note(in.Report+"\x00"+name, in.State)
			d.note(name, in.State)
		}
	}
	return d
}

func (d *directory) note(name, state string) {
	if old, ok := d.state[name]; ok && old != state {
		state = several
	}
	d.state[name] = state
}

// namesOf lists the forms under which a person may come back: the full name, first and last word
// (without a middle name), and either alone, because the family name comes first in some languages
// and last in others. A form that fits people of two states places nobody.
func namesOf(person string) []string {
	words := strings.Fields(strings.ToLower(person))
	if len(words) == 0 {
		return nil
	}
	first, last := words[0], words[len(words)-1]
	names := []string{strings.Join(words, " ")}
	if len(words) > 2 {
		names = append(names, first+" "+last)
	}
	if len(words) > 1 {
		names = append(names, last, first)
	}
	return names
}

// place fills in for whom the people act whom the report only names. The claim is a copy, but its
// participants are still those of the input, so they are copied before they change.
func (d *directory) place(c *chancery.Claim) {
	for _, side := range []*[]chancery.Participant{&c.Actor, &c.Recipient} {
		copied := false
		for i, p := range *side {
			if p.ID != "" || p.Person == "" {
				continue
			}
			state := d.find(c.Report, p.Person)
			if state == "" {
				continue
			}
			if !copied {
				*side, copied = append([]chancery.Participant(nil), *side...), true
			}
			(*side)[i].ID = state
			(*side)[i].Name = state // the participant's own name is in Person; who shows it knows the state's
		}
	}
}

func (d *directory) find(report, person string) string {
	words := strings.Fields(strings.ToLower(person))
	if len(words) == 0 {
		return ""
	}
	full := strings.Join(words, " ")
	forms := []string{full}
	if len(words) > 2 {
		forms = append(forms, words[0]+" "+words[len(words)-1])
	}
	for _, form := range forms {
		for _, key := range []string{report + "\x00" + form, form} {
			switch state := d.state[key]; state {
			case "":
			case several:
				return ""
			default:
				return state
			}
		}
	}
	return ""
}
