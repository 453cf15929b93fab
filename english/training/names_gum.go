package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery/english/score"
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
	all, err := score.ReadTreebank(path)
	if err != nil {
		return nil, err
	}
	var out []namedSentence
	for i := range all {
		out = append(out, namedSentence{all[i], gumTags(&all[i]), "gum"})
	}
	return out, nil
}

// entityOf is the value of Entity among what a word carries besides.
func entityOf(w *score.Word) string {
	for part := range strings.SplitSeq(w.Misc, "|") {
		if value, ok := strings.CutPrefix(part, "Entity="); ok {
			return value
		}
	}
	return ""
}

// bracket is the begin of a phrase, with its end where that is the same word, or an end.
var bracket = regexp.MustCompile(`\(([^()]+)(\)?)|([0-9]+)\)`)

// mentionsOf puts the brackets of a sentence together, the shorter mentions first.
func mentionsOf(s *score.Sentence) []mention {
	var all []mention
	open := map[string][]mention{}
	for i := range s.Words {
		value := entityOf(&s.Words[i])
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
func gumTags(s *score.Sentence) []string {
	tags := make([]string, len(s.Words))
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
	for _, m := range mentionsOf(s) {
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
	for i := 0; i < len(s.Words); i++ {
		n := nationalityAt(s, i)
		if n == 0 || tags[i] != outside || tags[i+n-1] != outside {
			continue
		}
		if w := s.Words[i+n-1]; w.UPOS == "ADJ" || w.XPOS == "JJ" || w.XPOS == "NNPS" {
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
func nameIn(s *score.Sentence, m mention) (first, last int, kind string) {
	h := bearer(s, m, headOf(s, m))
	w := &s.Words[h]
	if !isProper(w) && !(m.linked && h > 0 && isCapital(w.Form) && w.UPOS == "NOUN") {
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
		if !slices.ContainsFunc(s.Words[first:last], func(w score.Word) bool { return documentWords.MatchString(w.Form) }) {
			return 0, 0, ""
		}
		kind = "DOC"
		for first > m.first && (isCapital(s.Words[first-1].Form) || s.Words[first-1].UPOS == "ADP" || s.Words[first-1].UPOS == "CCONJ") {
			first-- // "the Justice in Policing Act"
		}
		for first < h && (!isCapital(s.Words[first].Form) || s.Words[first].UPOS == "DET") {
			first++
		}
	default:
		return 0, 0, ""
	}
	if first == last-1 && genericWords[w.Form] {
		return 0, 0, ""
	}
	if n := nationalityAt(s, first); n == last-first && (kind == "PER" || kind == "ORG") {
		return first, last, "NORP"
	}
	if kind == "PER" {
		if w.XPOS == "NNPS" && nationalityAt(s, h) > 0 {
			return h, h + 1, "NORP"
		}
		for first < h && (score.TitleWords[s.Words[first].Form] || nationalityAt(s, first) > 0) {
			first++
		}
		if score.TitleWords[w.Form] || roleWords.MatchString(w.Form) {
			return 0, 0, ""
		}
	}
	for first < h && s.Words[first].XPOS == "JJ" && nationalityAt(s, first) > 0 { // "French Foreign Ministry"
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
func bearer(s *score.Sentence, m mention, h int) int {
	if m.kind != "person" || isProper(&s.Words[h]) && !score.TitleWords[s.Words[h].Form] {
		return h
	}
	if k := h + 1; k < m.last && s.Words[k].Head == h && isProper(&s.Words[k]) {
		if l := s.Words[k].Label; l == "flat" || l == "appos" {
			return k
		}
	}
	return h
}

// headOf is the first word of a mention that depends on none in it.
func headOf(s *score.Sentence, m mention) int {
	for i := m.first; i < m.last; i++ {
		if h := s.Words[i].Head; (h < m.first || h >= m.last) && s.Words[i].UPOS != "PUNCT" {
			return i
		}
	}
	return m.first
}

func isProper(w *score.Word) bool {
	return (w.UPOS == "PROPN" || strings.HasPrefix(w.XPOS, "NNP")) && !strings.ContainsAny(w.Form, "@/")
}

func isCapital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// aroundHead gathers the words that make up a name with its head, and gives the run of them around it.
func aroundHead(s *score.Sentence, m mention, h int) (first, last int) {
	in := make([]bool, len(s.Words))
	var take func(i int)
	take = func(i int) {
		in[i] = true
		for k := m.first; k < m.last; k++ {
			if !in[k] && s.Words[k].Head == i && belongs(s, m, h, i, k) {
				take(k)
			}
		}
	}
	take(h)
	if s.Words[h].Label == "flat" { // behind a common noun, which all parts of the name depend on
		for k := h + 1; k < m.last && s.Words[k].Label == "flat" && s.Words[k].Head == s.Words[h].Head; k++ {
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
func belongs(s *score.Sentence, m mention, h, i, k int) bool {
	w := &s.Words[k]
	name := isProper(w) || isCapital(w.Form) && k > 0 && w.UPOS != "PRON" && w.UPOS != "DET"
	switch label, _, _ := strings.Cut(w.Label, ":"); label {
	case "flat", "goeswith":
		return true
	case "compound":
		return name
	case "amod":
		return isProper(w) || name && k > 0 && m.kind != "person"
	case "nummod":
		return k > i && m.kind != "person" || w.UPOS == "NUM" && isCapital(w.Form)
	case "conj":
		return name && (i != h || hasCase(s, k, "&"))
	case "nmod":
		if !name {
			return false
		}
		if w.Label == "nmod:desc" || w.Label == "nmod:unmarked" || w.Label == "nmod:poss" {
			return w.Label == "nmod:desc" && m.kind != "person" && k < i
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
func hasEarlierNmod(s *score.Sentence, i, k int) bool {
	for j := i + 1; j < k; j++ {
		if s.Words[j].Head == i && s.Words[j].Label == "nmod" {
			return true
		}
	}
	return false
}

// hasCase reports whether a preposition or conjunction of the list stands on a word.
func hasCase(s *score.Sentence, k int, words ...string) bool {
	for i := range s.Words {
		w := &s.Words[i]
		if w.Head == k && (w.Label == "case" || w.Label == "cc") && slices.Contains(words, strings.ToLower(w.Form)) {
			return true
		}
	}
	return false
}

// bridges reports whether the run of a name may go over word i: it is of the name, or a small word or
// mark with a word of the name behind it.
func bridges(s *score.Sentence, in []bool, i, step int, m mention) bool {
	for n := 0; n < 3 && i >= m.first && i < m.last; n++ {
		if in[i] {
			return true
		}
		switch w := &s.Words[i]; {
		case w.UPOS == "ADP" || w.UPOS == "CCONJ" || w.UPOS == "DET" && n > 0 || w.Form == "-" || w.Form == "–" || w.Form == "'" || w.Form == "&":
		case w.Form == "," && n < 2 && m.kind == "organization":
		case w.UPOS == "DET":
		default:
			return false
		}
		i += step
	}
	return false
}
