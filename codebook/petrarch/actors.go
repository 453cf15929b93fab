package petrarch

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// actors is a dictionary of actors: names with a code, which may hold for a time only.
type actors struct {
	known        Known
	entry        entry // the one that is being read
	names        []row
	organs       []row
	associations []row    // names of associations that the register has
	states       []string // ids that the register does not have, in order
	called       map[string]string
	taken        int
	had          int // names that the register knows already
	written      map[string]bool
	skipped      []Skipped
}

// entry is a name with its synonyms and its codes.
type entry struct {
	line  int
	text  string
	names []string
	codes []term
}

// row is a row of the register: a name with the id and the role that its code gives, over a time.
type row struct{ id, role, name, since, until string }

func newActors(known Known) *actors {
	return &actors{known: known, called: map[string]string{}, written: map[string]bool{}}
}

func (a *actors) take(l line) skip {
	switch {
	case l.text == "":
		return ""
	case l.text[0] == '+':
		name, c, ok := code(l.text[1:])
		a.entry.names = append(a.entry.names, name)
		if ok {
			return a.coded(c)
		}
		return ""
	case l.text[0] == '[' || l.indent:
		_, c, ok := code(l.text)
		if !ok {
			return "the code in brackets is not whole"
		}
		return a.coded(c)
	}
	a.finish()
	name, c, ok := code(l.text)
	a.entry = entry{line: l.number, text: l.text, names: []string{name}}
	if ok {
		return a.coded(c)
	}
	return ""
}

// coded adds a code to the name that is being read.
func (a *actors) coded(text string) skip {
	t, why := readTerm(text)
	if why == "" {
		a.entry.codes = append(a.entry.codes, t)
	}
	return why
}

// end takes the last name.
func (a *actors) end() []Skipped {
	a.finish()
	skipped := a.skipped
	a.skipped = nil
	return skipped
}

// finish takes the name that has been read, with all of its synonyms.
func (a *actors) finish() {
	e := a.entry
	a.entry = entry{}
	if len(e.names) == 0 {
		return
	}
	refuse := func(why string) {
		a.skipped = append(a.skipped, Skipped{Line: e.line, Text: e.text, Why: why})
	}
	if len(e.codes) == 0 {
		refuse("the name has no code that can be taken")
		return
	}
	for _, t := range apart(e.codes) {
		if strings.Contains(t.code, "/") {
			refuse("the name stands for several actors at once")
			return
		}
		if none(t.code) || len(t.code) < 3 {
			continue // nobody
		}
		for _, name := range e.names {
			if why := a.add(t, name); why != "" {
				refuse(string(why))
			}
		}
	}
}

func (a *actors) add(t term, text string) skip {
	name := title(text)
	if name == "" {
		return "the name is empty"
	}
	id, role := strings.ToUpper(t.code[:3]), strings.ToUpper(t.code[3:])
	switch named := a.known.Named(name); {
	case slices.Contains(named, id):
		a.taken, a.had = a.taken+1, a.had+1
		return ""
	case len(named) > 0:
		return skip(fmt.Sprintf("%s is %s in the register, not %s", name, strings.Join(named, " or "), id))
	}
	there, association := a.known.Actor(id)
	if !there && a.called[id] == "" {
		a.called[id] = name
		a.states = append(a.states, id)
	}
	r := row{id, role, name, t.since, t.until}
	switch {
	case role != "":
		a.organs = append(a.organs, r)
	case association:
		a.associations = append(a.associations, r)
	default:
		a.names = append(a.names, r)
	}
	a.taken++
	return ""
}

func (a *actors) count() Count { return Count{What: "names of actors", Rows: a.taken, Known: a.had} }

func (a *actors) write(files map[string]string) {
	if len(a.states) > 0 {
		var b strings.Builder
		b.WriteString("id\tkind\tname\tsource\n")
		for _, id := range a.states {
			fmt.Fprintf(&b, "%s\tstate\t%s\tPETRARCH\n", id, a.called[id])
		}
		files["states.tsv"] = b.String()
	}
	for file, rows := range map[string][]row{"state_names.tsv": a.names, "association_names.tsv": a.associations} {
		if len(rows) == 0 {
			continue
		}
		var b strings.Builder
		b.WriteString("id\tform\tname\tsince\tuntil\tsource\n")
		for _, r := range rows {
			form := "variant"
			if adjectival(r.name) {
				form = "adjective"
			}
			a.once(&b, fmt.Sprintf("%s\t%s\t%s\t%s\t%s\tPETRARCH\n", r.id, form, r.name, r.since, r.until))
		}
		files[file] = b.String()
	}
	if len(a.organs) > 0 {
		var b strings.Builder
		b.WriteString("id\torgan\twording\tsector\tsince\tuntil\tsource\n")
		for _, r := range a.organs {
			a.once(&b, fmt.Sprintf("%s\t%s\t%s\t%s\t%s\t%s\tPETRARCH\n", r.id, r.name, r.name, r.role, r.since, r.until))
		}
		files["organs.tsv"] = b.String()
	}
}

func (a *actors) once(b *strings.Builder, row string) {
	if !a.written[row] {
		a.written[row] = true
		b.WriteString(row)
	}
}

// adjectival reports whether a name looks like the adjective of one: "Danish", "Eriadorian".
func adjectival(name string) bool {
	return slices.ContainsFunc([]string{"ian", "ish", "ese", "ean", "ic"}, func(end string) bool { return strings.HasSuffix(name, end) })
}

// small are the words that names write in lower case.
var small = []string{"of", "the", "and", "in", "for", "de", "la", "el", "al"}

// title writes a name of a dictionary, which is in capitals, as texts write it: "PRINCE_OF_DOL AMROTH" is "Prince of Dol
// Amroth". Abbreviations with full stops stay as they are.
func title(text string) string {
	words := strings.Fields(plain(text))
	for i, w := range words {
		lower := strings.ToLower(w)
		switch {
		case strings.Contains(w, "."), len(words) == 1 && len(w) <= 3:
			continue
		case i > 0 && slices.Contains(small, lower):
			words[i] = lower
			continue
		}
		letters := []rune(lower)
		for k := range letters {
			if k == 0 || letters[k-1] == '-' {
				letters[k] = unicode.ToUpper(letters[k])
			}
		}
		words[i] = string(letters)
	}
	return strings.Join(words, " ")
}
