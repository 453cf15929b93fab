package petrarch

import (
	"fmt"
	"slices"
	"strings"
)

// agents is a dictionary of agents: words for groups and offices that take the actor beside them.
type agents struct {
	known   Known
	markers map[string][]string // "!PERSON!" -> what it stands for
	rows    []agent
	had     int // what the register knows already
	seen    map[string]bool
}

type agent struct{ wording, sector, number string }

func newAgents(known Known) *agents {
	return &agents{known: known, markers: map[string][]string{}, seen: map[string]bool{}}
}

func (a *agents) take(l line) skip {
	if l.text == "" {
		return ""
	}
	if name, words, ok := strings.Cut(l.text, "="); ok && strings.HasPrefix(name, "!") {
		for w := range strings.SplitSeq(words, ",") {
			a.markers[strings.TrimSpace(name)] = append(a.markers[strings.TrimSpace(name)], strings.TrimSpace(w))
		}
		return ""
	}
	rest, c, ok := code(l.text)
	if !ok {
		return "the agent has no code in brackets"
	}
	sector := strings.TrimSpace(strings.Trim(strings.TrimSpace(c), "~"))
	if !strings.Contains(c, "~") || sector == "" {
		return "the code of an agent needs a ~ where the actor's stands"
	}
	singular, plurals, irregular := strings.Cut(rest, "{")
	plurals = strings.TrimSuffix(strings.TrimSpace(plurals), "}")
	forms, why := a.spread(singular)
	if why != "" {
		return why
	}
	for _, form := range forms {
		a.add(form, sector, "singular")
		switch {
		case !irregular:
			a.add(plural(form), sector, "plural")
		case plurals != "":
			for p := range strings.FieldsSeq(plurals) {
				a.add(p, sector, "plural")
			}
		}
	}
	return ""
}

// spread puts what a marker stands for in its place: "CONGRESS!PERSON!" is "congressman", "congresswomen", ….
func (a *agents) spread(text string) ([]string, skip) {
	open := strings.IndexByte(text, '!')
	if open < 0 {
		return []string{text}, ""
	}
	length := strings.IndexByte(text[open+1:], '!')
	if length < 0 {
		return nil, "the ! is not closed"
	}
	marker := text[open : open+length+2]
	words := a.markers[marker]
	if words == nil {
		return nil, skip(fmt.Sprintf("what %s stands for is not said above it", marker))
	}
	var all []string
	for _, w := range words {
		more, why := a.spread(text[:open] + w + text[open+length+2:])
		if why != "" {
			return nil, why
		}
		all = append(all, more...)
	}
	return all, ""
}

func (a *agents) add(text, sector, number string) {
	wording := strings.ToLower(plain(text))
	if wording == "" || a.seen[wording] {
		return
	}
	a.seen[wording] = true
	if a.known.Agent(wording) {
		a.had++
		return
	}
	a.rows = append(a.rows, agent{wording, sector, number})
}

// plural makes the plural that the coder makes by itself.
func plural(text string) string {
	text = strings.Trim(strings.TrimSpace(text), "_")
	switch {
	case strings.HasSuffix(text, "S"), strings.HasSuffix(text, "X"), strings.HasSuffix(text, "CH"), strings.HasSuffix(text, "SH"):
		return text + "ES"
	case strings.HasSuffix(text, "Y") && len(text) > 1 && !strings.ContainsRune("AEIOU", rune(text[len(text)-2])):
		return text[:len(text)-1] + "IES"
	}
	return text + "S"
}

func (a *agents) count() Count {
	return Count{What: "agents, with their plurals", Rows: len(a.rows) + a.had, Known: a.had}
}

func (a *agents) write(files map[string]string) {
	if len(a.rows) == 0 {
		return
	}
	slices.SortFunc(a.rows, func(x, y agent) int { return strings.Compare(x.wording, y.wording) })
	var b strings.Builder
	b.WriteString("wording\tsector\tkind\tnumber\tsource\n")
	for _, r := range a.rows {
		fmt.Fprintf(&b, "%s\t%s\tgeneric\t%s\tPETRARCH\n", r.wording, r.sector, r.number)
	}
	files["agents.tsv"] = b.String()
}
