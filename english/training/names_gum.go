package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// GUM marks every noun phrase with what it refers to, from its article to its last relative clause, in
// the column MISC: Entity=(id-type-state-salience-centering-head-link-identity … id). A name is the part
// of such a phrase that is written as one.

// mention is a noun phrase of GUM, half-open.
type mention struct {
	first, last int
	kind        string // GUM's: person, place, organization, event, abstract, object …
	linked      bool   // to an article of an encyclopedia
}

// readGUMNames reads a file of GUM and cuts its phrases to names.
func readGUMNames(path string) ([]namedSentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var all []namedSentence
	var s sentence
	var g glue
	var entities []string
	flush := func() {
		if len(s.words) > 0 {
			all = append(all, namedSentence{s, gumTags(&s, entities), "gum"})
		}
		s, g, entities = sentence{}, glue{}, nil
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<22)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		switch {
		case line == "":
			flush()
		case strings.HasPrefix(line, "# newdoc"):
			s.begin = true
		case line[0] == '#':
		default:
			n := len(s.words)
			if err := s.add(line, &g); err != nil {
				return nil, fmt.Errorf("%s: line %d: %w", path, number, err)
			}
			if len(s.words) > n {
				entities = append(entities, entityOf(line))
			}
		}
	}
	flush()
	return all, lines.Err()
}

// entityOf is the value of Entity in a line's last column.
func entityOf(line string) string {
	for part := range strings.SplitSeq(line[strings.LastIndexByte(line, '\t')+1:], "|") {
		if value, ok := strings.CutPrefix(part, "Entity="); ok {
			return value
		}
	}
	return ""
}

// bracket is the begin of a phrase, with its end where that is the same word, or an end.
var bracket = regexp.MustCompile(`\(([^()]+)(\)?)|([0-9]+)\)`)

// mentionsOf puts the brackets of a sentence together, the shorter mentions first.
func mentionsOf(entities []string) []mention {
	var all []mention
	open := map[string][]mention{}
	for i, value := range entities {
		for _, m := range bracket.FindAllStringSubmatch(value, -1) {
			if m[1] == "" {
				if stack := open[m[3]]; len(stack) > 0 {
					top := stack[len(stack)-1]
					top.last = i + 1
					all = append(all, top)
					open[m[3]] = stack[:len(stack)-1]
				}
				continue
			}
			fields := strings.SplitN(m[1], "-", 8)
			if len(fields) < 2 {
				continue
			}
			phrase := mention{i, i + 1, fields[1], len(fields) == 8}
			if m[2] != "" {
				all = append(all, phrase)
			} else {
				open[fields[0]] = append(open[fields[0]], phrase)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b mention) int { return (a.last - a.first) - (b.last - b.first) })
	return all
}

// gumTags gives the tags of a sentence: of names that lie in each other the longest, and outside names
// the adjectives of nationality.
func gumTags(s *sentence, entities []string) []string {
	tags := make([]string, len(s.words))
	for i := range tags {
		tags[i] = outside
	}
	set := func(first, last int, kind string) {
		for i := first; i < last; i++ {
			tags[i] = "I-" + kind
		}
		tags[first] = "B-" + kind
	}
	type name struct {
		first, last int
		kind        string
	}
	var names []name
	for _, m := range mentionsOf(entities) {
		if first, last, kind := nameIn(s, m); kind != "" {
			same := slices.ContainsFunc(names, func(n name) bool { return n.first == first && n.last == last })
			if !same { // of two phrases cut to one name, the shorter says what it is
				names = append(names, name{first, last, kind})
			}
		}
	}
	slices.SortStableFunc(names, func(a, b name) int { return (b.last - b.first) - (a.last - a.first) })
	for _, n := range names {
		if !slices.ContainsFunc(tags[n.first:n.last], func(t string) bool { return t != outside }) {
			set(n.first, n.last, n.kind)
		}
	}
	for i := 0; i < len(s.words); i++ {
		n := nationalityAt(s, i)
		if n == 0 || tags[i] != outside || tags[i+n-1] != outside {
			continue
		}
		if w := s.words[i+n-1]; w.pos == "ADJ" || w.tag == "JJ" || w.tag == "NNPS" {
			set(i, i+n, "NORP")
			i += n - 1
		}
	}
	return tags
}

// documentWords are the heads of names of laws, treaties and the like.
var documentWords = regexp.MustCompile(`^(Act|Acts|Treaty|Convention|Agreement|Accord|Accords|Protocol|Charter|Constitution|` +
	`Law|Bill|Code|Declaration|Resolution|Amendment|Pact|Covenant|Concordat|Directive|Regulation|Statute|Proclamation|` +
	`Order|Memorandum|Communiqué|Manifesto|Bible|Quran|Koran|Torah|Testament|Gospel|Report|Journal|Dictionary|Encyclopedia)$`)

// nameIn cuts a mention to the name in it; kind is empty where there is none.
func nameIn(s *sentence, m mention) (first, last int, kind string) {
	h := bearer(s, m, headOf(s, m))
	w := &s.words[h]
	if !isProper(w) && !(m.linked && h > 0 && isCapital(w.form) && w.pos == "NOUN") {
		return 0, 0, ""
	}
	first, last = aroundHead(s, m, h)
	switch m.kind {
	case "person":
		kind = "PER"
	case "place":
		kind = "LOC"
	case "organization":
		kind = "ORG"
	case "event":
		kind = "EVENT"
	case "abstract", "object":
		if !slices.ContainsFunc(s.words[first:last], func(w word) bool { return documentWords.MatchString(w.form) }) {
			return 0, 0, ""
		}
		kind = "DOC"
		for first > m.first && (isCapital(s.words[first-1].form) || s.words[first-1].pos == "ADP" || s.words[first-1].pos == "CCONJ") {
			first-- // "the Justice in Policing Act"
		}
		for first < h && (!isCapital(s.words[first].form) || s.words[first].pos == "DET") {
			first++
		}
	default:
		return 0, 0, ""
	}
	if first == last-1 && genericWords[w.form] {
		return 0, 0, ""
	}
	if n := nationalityAt(s, first); n == last-first && (kind == "PER" || kind == "ORG") {
		return first, last, "NORP"
	}
	if kind == "PER" {
		if w.tag == "NNPS" && nationalityAt(s, h) > 0 {
			return h, h + 1, "NORP"
		}
		for first < h && (titleWords[s.words[first].form] || nationalityAt(s, first) > 0) {
			first++
		}
		if titleWords[w.form] || roleWords.MatchString(w.form) {
			return 0, 0, ""
		}
	}
	for first < h && s.words[first].tag == "JJ" && nationalityAt(s, first) > 0 { // "French Foreign Ministry"
		first++
	}
	return first, last, kind
}

// roleWords name persons by what they are, beside titleWords.
var roleWords = regexp.MustCompile(`^(Chair|Members?|People|Fellow|Officer|CEO|Counsel|Solicitor|Regent|Tsars|Lords|MVP|` +
	`Count|Master|Manager|Honor|Defense|Creator|Mom|Dad|Man|Woman|Shortstop|Outfielder|Beginner|Psalmist|Presidents|Ministers)$`)

// genericWords are no names of their own, though a text may write them with a capital.
var genericWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`Society Court County State Party University Foundation Government Administration
		Academy Judiciary Committee Committees Army Assembly Nation City Republic Department Ministry Office Agency Act Law
		Charter War Conference Contest Questions Fair Victory Failure Main Going`) {
		m[w] = true
	}
	return m
}()

// bearer is the name's own word where the head of a mention of a person is a common noun with the name
// directly behind it: "captain Andreas Granqvist".
func bearer(s *sentence, m mention, h int) int {
	if m.kind != "person" || isProper(&s.words[h]) && !titleWords[s.words[h].form] {
		return h
	}
	if k := h + 1; k < m.last && s.words[k].head == h && isProper(&s.words[k]) {
		if l := s.words[k].label; l == "flat" || l == "appos" {
			return k
		}
	}
	return h
}

// headOf is the first word of a mention that depends on none in it.
func headOf(s *sentence, m mention) int {
	for i := m.first; i < m.last; i++ {
		if h := s.words[i].head; (h < m.first || h >= m.last) && s.words[i].pos != "PUNCT" {
			return i
		}
	}
	return m.first
}

func isProper(w *word) bool {
	return (w.pos == "PROPN" || strings.HasPrefix(w.tag, "NNP")) && !strings.ContainsAny(w.form, "@/")
}

func isCapital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// aroundHead gathers the words that make up a name with its head, and gives the run of them around it.
func aroundHead(s *sentence, m mention, h int) (first, last int) {
	in := make([]bool, len(s.words))
	var take func(i int)
	take = func(i int) {
		in[i] = true
		for k := m.first; k < m.last; k++ {
			if !in[k] && s.words[k].head == i && belongs(s, m, h, i, k) {
				take(k)
			}
		}
	}
	take(h)
	if s.words[h].label == "flat" { // behind a common noun, which all parts of the name depend on
		for k := h + 1; k < m.last && s.words[k].label == "flat" && s.words[k].head == s.words[h].head; k++ {
			take(k)
		}
	}
	first, last = h, h+1
	for first > m.first && bridges(s, in, first-1, -1, m) {
		first--
	}
	for last < m.last && bridges(s, in, last, 1, m) {
		last++
	}
	for first < h && !in[first] {
		first++
	}
	for last > h+1 && !in[last-1] {
		last--
	}
	return first, last
}

// belongs reports whether word k, which depends on word i of a name with the head h, is of the name too.
func belongs(s *sentence, m mention, h, i, k int) bool {
	w := &s.words[k]
	name := isProper(w) || isCapital(w.form) && k > 0 && w.pos != "PRON" && w.pos != "DET"
	switch label, _, _ := strings.Cut(w.label, ":"); label {
	case "flat", "goeswith":
		return true
	case "compound":
		return name
	case "amod":
		return isProper(w) || name && k > 0 && m.kind != "person"
	case "nummod":
		return k > i && m.kind != "person" || w.pos == "NUM" && isCapital(w.form)
	case "conj":
		return name && (i != h || hasCase(s, k, "&"))
	case "nmod":
		if !name {
			return false
		}
		if w.label == "nmod:desc" || w.label == "nmod:unmarked" || w.label == "nmod:poss" {
			return w.label == "nmod:desc" && m.kind != "person" && k < i
		}
		if m.kind == "person" {
			return hasCase(s, k, "de", "von", "van", "al", "bin")
		}
		return k > i && hasCase(s, k, "of", "for", "on", "de", "and") && !hasEarlierNmod(s, i, k)
	}
	return false
}

// hasEarlierNmod reports whether another phrase with a preposition on word i comes before word k: "the
// University of Sheffield of the UK" has the name in the first.
func hasEarlierNmod(s *sentence, i, k int) bool {
	for j := i + 1; j < k; j++ {
		if s.words[j].head == i && s.words[j].label == "nmod" {
			return true
		}
	}
	return false
}

// hasCase reports whether a preposition or conjunction of the list stands on a word.
func hasCase(s *sentence, k int, words ...string) bool {
	for i := range s.words {
		w := &s.words[i]
		if w.head == k && (w.label == "case" || w.label == "cc") && slices.Contains(words, strings.ToLower(w.form)) {
			return true
		}
	}
	return false
}

// bridges reports whether the run of a name may go over word i: it is of the name, or a small word or
// mark with a word of the name behind it.
func bridges(s *sentence, in []bool, i, step int, m mention) bool {
	for n := 0; n < 3 && i >= m.first && i < m.last; n++ {
		if in[i] {
			return true
		}
		switch w := &s.words[i]; {
		case w.pos == "ADP" || w.pos == "CCONJ" || w.pos == "DET" && n > 0 || w.form == "-" || w.form == "–" || w.form == "'" || w.form == "&":
		case w.form == "," && n < 2 && m.kind == "organization":
		case w.pos == "DET":
		default:
			return false
		}
		i += step
	}
	return false
}
