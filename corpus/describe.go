package corpus

import (
	"fmt"
	"strings"

	"chancery"
)

// Describe writes a claim in the form that people write expected claims in, so that what was read
// can be held against what was expected.
func Describe(c chancery.Claim) string {
	var b strings.Builder
	b.WriteString(c.Act)
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "\n  %s: %s", key, value)
		}
	}
	line("who", who(c.Actor))
	line("whom", who(c.Recipient))
	if c.Association != nil {
		in := c.Association.ID
		if c.Standing != "" {
			in += " as " + string(c.Standing)
		}
		line("in", in)
	}
	line("about", strings.TrimSpace(c.Instrument+" "+c.Object))
	if c.Place != nil {
		line("where", c.Place.Text)
	}
	line("when", c.When.String())
	line("mood", string(c.Mood))
	var chain []string
	for _, s := range c.SaidBy {
		chain = append(chain, s.Name)
	}
	line("said by", strings.Join(chain, ", "))
	line("passage", strings.Join(strings.Fields(c.Evidence.Text), " "))
	return b.String()
}

func who(participants []chancery.Participant) string {
	var all []string
	for _, p := range participants {
		name := p.ID
		if p.Person != "" {
			name += " (" + p.Person + ")"
		}
		all = append(all, name)
	}
	return strings.Join(all, ", ")
}
