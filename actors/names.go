package actors

import (
	"slices"
	"strings"
	"unicode/utf8"

	"chancery/english"
)

// notNames are words that begin with a capital for other reasons than being a person's name.
var notNames = wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march
april may june july august september october november december mon tue wed thu fri sat sun jan feb mar
apr jun jul aug sept sep oct nov dec i the a an this that these those he she it they we you his her its
their our your my in on at of for from to by with and or but nor yet so as if when while after before
since during although though because however meanwhile earlier later also then there here both all some
many most more such no not what which who whom whose where how why according under over between among
amid against following despite unlike like per via across within without through today yesterday
tomorrow mr mrs ms dr sir madam lady lord comrade excellency prof rev gen lt col maj adm capt brig sgt cmdr sen rep gov corp co inc ltd plc llc
motors electric industries airlines holdings securities systems reuters tass afp ap xinhua bernama
north south east west northern southern eastern western central new
summit forum conference agreement treaty declaration charter convention protocol council ministry
department embassy parliament congress senate university institute bank company corporation
party union organization organisation association committee commission court force forces army navy
fund group agency city province region river sea island islands ocean bay gulf mountain mountains lake
street avenue square airport news times post daily herald television radio press international national
world global week month year initiative partnership programme program project plan corridor belt
road friendship war peace process cup games prize award street house palace hall hotel center
centre strategy policy act law chapter article resolution state states republic kingdom federation
chairman president minister ambassador secretary general deputy vice prime foreign defence defense
spokesman spokeswoman spokesperson leader chief head premier chancellor king queen emperor
dialogue cyclone hurricane typhoon tropical storm earthquake operation mount fort port hotel treasury
edt est gmt utc pdt pst cet`)

func wordSet(text string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}

// nameLike reports whether the token may be a word of a person's name: a capital, in a sentence
// where capitals mean something, and nothing else that we know.
func (rd *reading) nameLike(token int) bool {
	if token < 0 || token >= len(rd.doc.Tokens) {
		return false
	}
	t := &rd.doc.Tokens[token]
	w := rd.doc.Word(token)
	if !upperInitial(w) {
		return false
	}
	if a := rd.atomAt(token); a != nil {
		return a.sense.kind == sensePerson
	}
	if rd.styles[t.Sentence] == capital {
		return false
	}
	if notNames[strings.ToLower(w)] {
		return false
	}
	if utf8.RuneCountInString(w) > 3 && allUpper(w) && !rd.allUpperAround(token) {
		return false // an abbreviation
	}
	switch t.POS {
	case english.PROPN:
		return true
	case english.DET, english.PRON, english.ADP, english.AUX, english.CCONJ, english.SCONJ, english.NUM,
		english.PART, english.PUNCT, english.SYM:
		return false
	case english.X:
		return true
	}
	if t.POS == english.NOUN && len(rd.byWord) > 0 && rd.hasWord(w) {
		return true // a tagger may not know the name that the text introduced
	}
	return !rd.opens(token) && rd.styles[t.Sentence] == prose
}

// allUpperAround tells "Sergey LAVROV" from an abbreviation.
func (rd *reading) allUpperAround(token int) bool {
	return token > 0 && rd.joined(token-1) && upperInitial(rd.doc.Word(token-1)) && !allUpper(rd.doc.Word(token-1))
}

// opens reports whether the token is the first word of a sentence or of a quotation.
func (rd *reading) opens(token int) bool {
	first := rd.doc.Sentences[rd.doc.Tokens[token].Sentence].First
	for i := token - 1; i >= first; i-- {
		if strings.IndexFunc(rd.doc.Word(i), isWordRune) >= 0 {
			return rd.word(token-1) == "\"" || rd.word(token-1) == "“" || rd.word(token-1) == "``"
		}
	}
	return true
}

// person is a run of tokens that may be a person's name, half-open.
type run struct{ first, last int }

func (n run) empty() bool { return n.last <= n.first }

const longestName = 6

// nameFrom is the longest name that begins at the token.
func (rd *reading) nameFrom(token int) run {
	if !rd.nameLike(token) {
		return run{token, token}
	}
	end := token + 1
	if a := rd.atomStarting(token); a != nil && a.sense.kind == sensePerson {
		end = a.last
		if rd.styles[rd.doc.Tokens[token].Sentence] == titled {
			return run{token, end} // "Putin Praises Vietnam": the next capital is the headline's
		}
	}
	for end-token < longestName && rd.same(token, end) {
		next := end
		for next-end < 3 && rd.same(token, next) && rd.bridge(next) {
			next++
		}
		hyphen := next > end && rd.doc.Tokens[next-1].End-rd.doc.Tokens[next-1].Start == 1 && rd.touches(next-1)
		if !rd.same(token, next) || !rd.joined(next-1) || !rd.nameLike(next) && !(hyphen && rd.lowerWord(next)) {
			break
		}
		end = next + 1
		if a := rd.atomStarting(next); a != nil && a.sense.kind == sensePerson {
			end = a.last
		}
	}
	return run{token, end}
}

// trimName cuts off what stands in capitals before a name: "Regional Development Viktor Basargin". A
// word that people of the register bear as their first name shows where the name begins.
func (rd *reading) trimName(n run) run {
	if n.last-n.first < 3 || rd.isGiven(n.first) {
		return n
	}
	for i := n.first + 1; i+1 < n.last; i++ {
		if rd.isGiven(i) && rd.namesNobody(n) {
			return run{i, n.last}
		}
	}
	return n
}

func (rd *reading) isGiven(token int) bool { return rd.givenNames[foldName(rd.doc.Word(token))] }

func (rd *reading) namesNobody(n run) bool {
	_, known := rd.namesake(foldName(rd.text(n)))
	return !known
}

// nameTo is the longest name that ends before the token.
func (rd *reading) nameTo(end int) run {
	// A name is found forwards, so that both directions agree on what is one.
	for first := max(end-longestName, 0); first < end; first++ {
		if rd.same(first, end-1) && (first == 0 || !rd.nameLike(first-1)) && rd.nameFrom(first).last == end {
			if end-first > 2 && rd.opens(first) && rd.doc.Tokens[first].POS != english.PROPN {
				first++ // "Yesterday Juan Pérez": the capital is the sentence's
			}
			return rd.trimName(run{first, end})
		}
	}
	return run{end, end}
}

// touches reports whether nothing at all parts the token from the next one.
func (rd *reading) touches(token int) bool {
	return rd.same(token, token+1) && rd.doc.Tokens[token].End == rd.doc.Tokens[token+1].Start
}

func (rd *reading) lowerWord(token int) bool {
	w := rd.doc.Word(token)
	return w != "" && isWordRune(rune(w[0])) && !upperInitial(w)
}

// bridge reports whether the token may stand inside a name: "bin", "de la", a hyphen, an initial's
// full stop.
func (rd *reading) bridge(token int) bool {
	w := rd.word(token)
	switch w {
	case "-", "‐", ".":
		return rd.doc.Tokens[token-1].End == rd.doc.Tokens[token].Start
	}
	return slices.Contains(particles, w)
}

// text is the run as written.
func (rd *reading) text(n run) string { return rd.doc.Slice(n.first, n.last-1) }

// identify finds the person of the register whom a run of words names in full: as written there, or
// with the given name spelt a little otherwise ("Sergei" for "Sergey"), or with a middle name.
func (rd *reading) identify(n run) (index int, ok bool) {
	if a := rd.atomStarting(n.first); a != nil && a.last == n.last && a.sense.kind == sensePerson && !a.sense.partial {
		return a.sense.index, true
	}
	if n.last-n.first < 2 || n.empty() {
		return 0, false
	}
	return rd.namesake(foldName(rd.text(n)))
}

// namesake is identify for a folded name.
func (r *Register) namesake(name string) (index int, ok bool) {
	if found := r.byName[name]; len(found) > 0 {
		return found[0], true
	}
	words := strings.Fields(name)
	if len(words) < 2 {
		return 0, false
	}
	if len(words) == 2 {
		if found := r.byName[words[1]+" "+words[0]]; len(found) > 0 {
			return found[0], true // "Orbán Viktor"
		}
	}
	for _, w := range r.lexicon.exact(words[len(words)-1]) {
		if w.sense.kind != sensePerson {
			continue
		}
		theirs := strings.Fields(r.people[w.sense.index].folded)
		if len(theirs) < 2 || theirs[len(theirs)-1] != words[len(words)-1] || !alike(theirs[0], words[0]) {
			continue
		}
		if ok && index != w.sense.index {
			return 0, false
		}
		index, ok = w.sense.index, true
	}
	return index, ok
}

// alike reports whether two given names are one in two spellings: "sergei" and "sergey", "aleksandr"
// and "alexander", "mohammed" and "muhammad".
func alike(a, b string) bool {
	if a == b {
		return true
	}
	if a[0] != b[0] || len(a) < 4 || len(b) < 4 {
		return false
	}
	return distance(a, b)*3 <= max(len(a), len(b))
}

// distance is how many letters one must put in, take out or change to make b of a (Levenshtein 1966).
func distance(a, b string) int {
	line := make([]int, len(b)+1)
	for j := range line {
		line[j] = j
	}
	for i := range len(a) {
		diagonal := line[0]
		line[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = line[j+1]
			line[j+1] = min(cost, line[j]+1, diagonal+1)
		}
	}
	return line[len(b)]
}
