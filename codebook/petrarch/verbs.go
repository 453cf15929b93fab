package petrarch

import (
	"fmt"
	"slices"
	"strings"
)

// verbs is a dictionary of verbs: blocks of verbs with a code, and patterns around them with others.
type verbs struct {
	blocks          []*block
	current         *block
	lists           map[string][]string // synonym sets
	list            string              // the one whose members follow, or ""
	order           []string            // of the lists
	words, patterns int
}

// targetAlone is why a code such as [:050] is not taken.
const targetAlone skip = "the code is the target's alone: only what the source does is taken"

// block is a group of verbs that share patterns.
type block struct {
	code  string // of its verbs, where they have none of their own
	verbs []verb
	// patterns by code, in the order of the file
	patterns map[string][]string
	order    []string
}

// verb is a verb with what stands beside it: "break" with the pattern "*_down".
type verb struct {
	lemma, pattern string
	code           string
}

func newVerbs() *verbs { return &verbs{lists: map[string][]string{}} }

func (v *verbs) take(l line) skip {
	switch {
	case l.text == "":
		v.list = ""
	case strings.HasPrefix(l.text, "---"):
		return v.header(l.text)
	case l.text[0] == '&':
		v.list = listName(l.text[1:])
		if _, there := v.lists[v.list]; !there {
			v.order = append(v.order, v.list)
		}
		v.lists[v.list] = []string{}
	case l.text[0] == '+' && v.list != "":
		return v.member(l.text[1:])
	case l.text[0] == '-':
		return v.pattern(l.text[1:])
	case l.text[0] == '~':
		return "rules that combine two events are not taken: what is said, wanted or promised is read from the grammar"
	default:
		return v.verb(l.text)
	}
	return ""
}

func (v *verbs) end() []Skipped { return nil }

// header begins a block: "--- ABANDON [345] ---".
func (v *verbs) header(text string) skip {
	_, c, _ := code(strings.TrimRight(strings.TrimSpace(text), "- "))
	v.list = ""
	if strings.HasPrefix(c, ":") { // the target's alone
		c = ""
	}
	v.current = &block{code: c, patterns: map[string][]string{}}
	v.blocks = append(v.blocks, v.current)
	return ""
}

// listName is the name of a synonym set as our word lists have it.
func listName(text string) string {
	name, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	return "petrarch-" + strings.ToLower(strings.Trim(name, "_"))
}

// member adds a word, or the words of another set, to a synonym set.
func (v *verbs) member(text string) skip {
	text = strings.TrimSpace(text)
	if other, ok := strings.CutPrefix(text, "&"); ok {
		words, known := v.lists[listName(other)]
		if !known {
			return "the synonym set that it names is not above it"
		}
		v.lists[v.list] = append(v.lists[v.list], words...)
		return ""
	}
	v.lists[v.list] = append(v.lists[v.list], strings.ToLower(plain(text)))
	return ""
}

// plain is a name with blanks for the underscores that keep words together.
func plain(text string) string { return strings.Join(strings.FieldsFunc(text, blank), " ") }

func blank(c rune) bool { return c == '_' || c == ' ' || c == '\t' }

// verb adds a verb of the block: "BREAK { BROKE BROKEN } [171]", "WIRE_+TAP". Its forms are found by the
// lemma of each word, so those in braces are not needed.
func (v *verbs) verb(text string) skip {
	v.list = ""
	rest, c, _ := code(text)
	if strings.HasPrefix(c, ":") {
		return targetAlone
	}
	if before, after, braced := strings.Cut(rest, "{"); braced {
		if !strings.Contains(after, "}") {
			return "the brace is not closed"
		}
		rest = before
	}
	words := strings.FieldsFunc(rest, blank)
	if len(words) == 0 {
		return "no verb stands there"
	}
	if v.current == nil {
		return "a verb must stand in a block, below a line that begins with ---"
	}
	head := 0
	if len(words) > 1 {
		head = slices.IndexFunc(words, func(w string) bool { return w[0] == '+' })
		if head < 0 {
			return "a verb of several words needs a + before the one that is the verb"
		}
	}
	pattern := make([]string, len(words))
	for i, w := range words {
		pattern[i] = strings.ToLower(strings.TrimPrefix(w, "+"))
	}
	lemma := pattern[head]
	if lemma == "" {
		return "no verb stands there"
	}
	pattern[head] = "*"
	entry := verb{lemma: lemma, code: c}
	if len(words) > 1 {
		entry.pattern = strings.Join(pattern, "_")
	}
	v.current.verbs = append(v.current.verbs, entry)
	v.words++
	return ""
}

// pattern adds a pattern of the block: "* &CURRENCY (FOR AID) [071]".
func (v *verbs) pattern(text string) skip {
	v.list = ""
	rest, c, ok := code(text)
	switch {
	case v.current == nil:
		return "a pattern must stand in a block, below a line that begins with ---"
	case !ok || c == "":
		return "the pattern has no code in brackets"
	case c[0] == ':':
		return targetAlone
	case strings.Count(rest, "*") != 1:
		return "a pattern needs one * for its verb"
	}
	words := strings.Fields(strings.NewReplacer("{", " ", "}", " ", "(", " ", ")", " ", "|", " ").Replace(rest))
	var kept []string
	for _, w := range words {
		// "^" stands for a noun phrase that is passed over, as any words may be here.
		if w = strings.Trim(strings.ReplaceAll(w, "^", ""), "_"); w == "" {
			continue
		}
		group, why := v.group(w)
		if why != "" {
			return why
		}
		kept = append(kept, group)
	}
	if len(kept) == 1 && kept[0] == "*" {
		return "the pattern has no words beside its verb"
	}
	if v.current.patterns[c] == nil {
		v.current.order = append(v.current.order, c)
	}
	v.current.patterns[c] = append(v.current.patterns[c], strings.Join(kept, " "))
	v.patterns++
	return ""
}

// group writes the joined words of a pattern as ours: lists have "@", words are in lower case.
func (v *verbs) group(text string) (string, skip) {
	parts := strings.FieldsFunc(text, func(c rune) bool { return c == '_' })
	for i, p := range parts {
		if name, ok := strings.CutPrefix(p, "&"); ok {
			if parts[i] = "@" + listName(name); v.lists[listName(name)] == nil {
				return "", skip(fmt.Sprintf("there is no synonym set &%s above it", name))
			}
			continue
		}
		if p != "%" && p != "$" && p != "+" && p != "*" && strings.ContainsAny(p, "@%$+*&") {
			return "", skip(fmt.Sprintf("the sign in %q is not known", p))
		}
		parts[i] = strings.ToLower(p)
	}
	return strings.Join(parts, "_"), ""
}
