package petrarch

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// none are codes that mean that nothing is to be coded.
func none(code string) bool { return strings.Trim(code, "-+#") == "" }

// frameText is a frame as it is written: the verbs, and the patterns that stand around them.
type frameText struct {
	code     string
	verbs    []string
	patterns []string
	pair     bool // the patterns ask for two who act together: each does it to the other
}

// codebookTOML writes the verbs as acts, one for each code, with a frame for the verbs and one for each group of
// patterns. Nothing in a dictionary says what an act makes of the record, so all are events.
func codebookTOML(v *verbs, d discards, known Known) string {
	var b strings.Builder
	b.WriteString("# Made of PETRARCH dictionaries by chancery codebook import. Only these acts are read.\nalone = true\n")
	if len(d.sentence)+len(d.report) > 0 {
		fmt.Fprintf(&b, "\n[discard]\nsentence = %s\nreport = %s\n", array(d.sentence), array(d.report))
	}
	if len(v.order) > 0 {
		b.WriteString("\n[words]\n")
		for _, name := range v.order {
			fmt.Fprintf(&b, "%s = %s\n", name, array(v.lists[name]))
		}
	}
	var order []string
	frames := map[string][]frameText{}
	for _, block := range v.blocks {
		for _, f := range block.frames() {
			code := f.code
			if none(code) {
				code = ""
			}
			if frames[code] == nil {
				order = append(order, code)
			}
			frames[code] = append(frames[code], f)
		}
	}
	slices.Sort(order)
	written := map[string]bool{}
	for _, code := range order { // codes of their own, before the acts that name them
		if first, _, _ := strings.Cut(code, ":"); first != "" && !known.Code(first) && !written[first] {
			written[first] = true
			fmt.Fprintf(&b, "\n[[code]]\nid = %s\nmeaning = \"as the dictionary has it\"\n", strconv.Quote(first))
		}
	}
	for _, code := range order {
		act(&b, code, frames[code], known)
	}
	return b.String()
}

// act writes the act of a code with its frames.
func act(b *strings.Builder, code string, frames []frameText, known Known) {
	first, answer, _ := strings.Cut(code, ":")
	id, gloss, nothing := "petrarch-"+strings.ToLower(strings.ReplaceAll(code, ":", "-")), "{actor} "+first+" {recipient}", code == ""
	if nothing {
		id, gloss, first = "petrarch-nothing", "{actor} does nothing that is coded to {recipient}", "010"
	}
	fmt.Fprintf(b, "\n[[act]]\nid = %s\ngloss = %s\nkind = \"event\"\ncameo = %s\n", strconv.Quote(id), strconv.Quote(gloss), strconv.Quote(first))
	mutual := answer == first && answer != ""
	if mutual {
		b.WriteString("mutual = true\n")
	}
	for _, f := range frames {
		fmt.Fprintf(b, "  [[act.frame]]\n  verb = %s\n", array(f.verbs))
		if len(f.patterns) > 0 {
			fmt.Fprintf(b, "  pattern = %s\n", array(f.patterns))
		}
		b.WriteString("  weighty = false\n")
		if f.pair {
			b.WriteString("  plural = true\n")
		} else {
			b.WriteString("  recipient = [\"object\", \"below\"]\n")
		}
		if !f.pair && !mutual {
			b.WriteString("  needs_recipient = true\n")
		}
		if nothing {
			b.WriteString("  nothing = true\n")
		}
	}
}

// frames are the frames of a block. A verb of several words is a pattern around its verb, so each of the block's patterns
// is put around it again.
func (k *block) frames() []frameText {
	var all []frameText
	byCode := map[string]int{}
	var single []string
	for _, v := range k.verbs {
		code := v.code
		if code == "" {
			code = k.code
		}
		if v.pattern == "" {
			single = append(single, v.lemma)
		}
		if code == "" || none(code) && v.pattern == "" {
			continue
		}
		if v.pattern != "" {
			all = append(all, frameText{code: code, verbs: []string{v.lemma}, patterns: []string{v.pattern}})
			continue
		}
		i, there := byCode[code]
		if !there {
			i = len(all)
			byCode[code] = i
			all = append(all, frameText{code: code})
		}
		all[i].verbs = append(all[i].verbs, v.lemma)
	}
	for _, code := range k.order {
		var pairs, others []string
		for _, p := range k.patterns[code] {
			if before, _, _ := strings.Cut(p, "*"); strings.Contains(before, "%") {
				pairs = append(pairs, p)
			} else {
				others = append(others, p)
			}
		}
		all = append(all, k.around(code, single, others, false)...)
		all = append(all, k.around(code, single, pairs, true)...)
	}
	return all
}

// around are the frames of patterns of one code: for the verbs of one word together, and for each of several words.
func (k *block) around(code string, single, patterns []string, pair bool) []frameText {
	if len(patterns) == 0 {
		return nil
	}
	var all []frameText
	if len(single) > 0 {
		all = append(all, frameText{code, single, patterns, pair})
	}
	for _, v := range k.verbs {
		if v.pattern == "" {
			continue
		}
		var around []string
		for _, p := range patterns {
			around = append(around, strings.Replace(p, "*", v.pattern, 1))
		}
		all = append(all, frameText{code, []string{v.lemma}, around, pair})
	}
	return all
}

func array(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = strconv.Quote(w)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// discards are the phrases of a dictionary of discards: those with a plus leave out the whole report.
type discards struct{ sentence, report []string }

func (d *discards) take(l line) skip {
	switch {
	case l.text == "":
	case l.text[0] == '+':
		d.report = append(d.report, strings.ToLower(plain(l.text[1:])))
	default:
		d.sentence = append(d.sentence, strings.ToLower(plain(l.text)))
	}
	return ""
}
