package actors

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
	"chancery/english"
)

// reading is one run over one document. It holds what the steps hand on: pieces, atoms, the people
// introduced, mentions.
type reading struct {
	*Register
	doc    *english.Document
	when   chancery.Period
	home   Setting
	lower  []string     // by token: see word
	styles []style      // by sentence
	pieces []occurrence // of the whole document
	atoms  []atom       // in order, without overlap
	atomOf []int32      // by token: 1 + the index of the atom that begins or covers it, or 0
	quoted []int32      // by token: 1 + the index of the quotation it stands in, or 0

	evidence map[string]int         // how often a state or association is named beyond doubt
	towns    map[string]int         // how often towns of a state are named
	signals  map[*lookalikeRow]bool // whether a signal of the lookalike stands in the text

	introduced []introduced
	byWord     map[string][]int   // folded word of a name -> introduced
	listedAs   map[[2]string]bool // name and id of those introduced
	taken      []int32            // by token: 1 + the index of the mention that covers it, or 0
	found      []found
	places     []PlaceMention
	known      map[string]chancery.Introduction // by folded full name, from other reports
	starts     []int                            // by sentence: index in found of its first mention
	female     map[string]bool                  // what the text called a person before: she or he
	passages   []chancery.Introduction
}

// style says how a sentence is written.
type style uint8

const (
	prose   style = iota
	titled        // A Headline With Most Words Like This: capitals say nothing
	capital       // ALL CAPITALS
)

// atom is a wording found in the text, with what it was taken to name.
type atom struct {
	first, last int // tokens, half-open
	start, end  int // bytes
	sense       sense
	others      []sense // further offices that the same words may name
	lookalikes  []int   // indexes of the lookalikes that bear the name
	off         bool    // names nothing of ours
}

// scan finds the atoms: at each piece the longest name that is written as it should be.
func (rd *reading) scan() {
	doc := rd.doc
	rd.pieces = make([]occurrence, 0, len(doc.Tokens)+len(doc.Tokens)/8)
	rd.atomOf = make([]int32, len(doc.Tokens))
	rd.lower = make([]string, len(doc.Tokens))
	var buf [64]byte
	var cut []piece
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		word := doc.Text[t.Start:t.End]
		if plainASCIIWord(word) {
			rd.pieces = append(rd.pieces, occurrence{rd.lexicon.lookup(fold(buf[:0], word)), i, t.Start, t.End})
			continue
		}
		if len(word) > longestWord || strings.Contains(word, "://") || strings.Contains(word, "@") {
			rd.pieces = append(rd.pieces, occurrence{0, i, t.Start, t.End}) // an address names nobody
			continue
		}
		cut = split(cut[:0], word)
		if len(cut) == 0 && strings.Trim(word, ".") == "" {
			cut = append(cut, piece{0, len(word)}) // a full stop of its own parts names
		}
		for _, p := range cut {
			n := rd.lexicon.lookup(fold(buf[:0], word[p.start:p.end]))
			rd.pieces = append(rd.pieces, occurrence{n, i, t.Start + p.start, t.Start + p.end})
		}
	}
	rd.styles = make([]style, len(doc.Sentences))
	for i := range doc.Sentences {
		rd.styles[i] = rd.styleOf(&doc.Sentences[i])
	}
	for i := 0; i < len(rd.pieces); {
		i += rd.match(i)
	}
}

// longestWord in bytes is longer than any name without a space.
const longestWord = 64

func plainASCIIWord(word string) bool {
	for i := 0; i < len(word); i++ {
		c := word[i]
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9') {
			return false
		}
	}
	return true
}

// styleOf looks at the longer words alone: headlines leave "of" and "in" small.
func (rd *reading) styleOf(s *english.Sentence) style {
	words, upper, capitals := 0, 0, 0
	verb := false
	for i := s.First; i < s.Last; i++ {
		w := rd.doc.Word(i)
		verb = verb || rd.doc.Tokens[i].POS == english.VERB && !upperInitial(w)
		if len(w) < 4 || !isWordRune(rune(w[0])) && w[0] < 0x80 {
			continue
		}
		words++
		if upperInitial(w) {
			upper++
			if allUpper(w) {
				capitals++
			}
		}
	}
	switch {
	case words >= 3 && capitals*10 >= words*8:
		return capital
	case words >= 5 && upper*10 >= words*9 && !(verb && rd.doc.Word(s.Last-1) == "."):
		return titled // headlines end without a full stop
	}
	return prose
}

// match looks for the longest name that begins at the piece and returns how many pieces to go on.
func (rd *reading) match(at int) int {
	best, length := rd.longest(at, len(rd.pieces))
	if best == 0 {
		return 1
	}
	if length > 1 {
		best, length = rd.yield(at, best, length)
	}
	rd.addAtom(best, at, length)
	return length
}

// longest is the longest name that begins at the piece and has at most so many pieces.
func (rd *reading) longest(at, most int) (best uint32, length int) {
	node := uint32(0)
	sentence := rd.doc.Tokens[rd.pieces[at].token].Sentence
	most = min(most, len(rd.pieces)-at)
	for i := at; i < at+most; i++ {
		p := &rd.pieces[i]
		if p.number == 0 || rd.doc.Tokens[p.token].Sentence != sentence {
			break
		}
		next, ok := rd.lexicon.edges[edge(node, p.number)]
		if !ok {
			break
		}
		node = next
		if rd.anyFits(node, at) {
			best, length = node, i-at+1
		}
	}
	return best, length
}

// yield takes a shorter name where the longer one would cut into the name of an association or an
// office that goes on behind it: "Secretary General of the Organization" of Turkic States, "U.S.
// Treasury" Secretary.
func (rd *reading) yield(at int, best uint32, length int) (uint32, int) {
	for w := range rd.lexicon.at(best) {
		if w.sense.kind == senseAssociation {
			return best, length // "the African Union Commission" chairman
		}
	}
	for j := at + 1; j < at+length; j++ {
		node, n := rd.longest(j, len(rd.pieces))
		if j+n <= at+length || !rd.bodyOrPost(node) {
			continue
		}
		if shorter, m := rd.longest(at, j-at); m > 0 {
			return shorter, m
		}
	}
	return best, length
}

func (rd *reading) bodyOrPost(node uint32) bool {
	for w := range rd.lexicon.at(node) {
		if k := w.sense.kind; (k == senseAssociation || k == senseOffice) && !w.sense.ambiguous {
			return true
		}
	}
	return false
}

func (rd *reading) anyFits(node uint32, at int) bool {
	for w := range rd.lexicon.at(node) {
		if rd.fits(w, at) {
			return true
		}
	}
	return false
}

func (rd *reading) fits(w *wording, at int) bool {
	if !rd.lexicon.hit(w, rd.doc.Text, rd.pieces[at:]) {
		return false
	}
	if w.name == "PM" && rd.afterNumber(at) {
		return false // "3:20 P.M."
	}
	style := rd.styles[rd.doc.Tokens[rd.pieces[at].token].Sentence]
	if style == capital && w.count == 1 && rd.lexicon.casings[w.from] == exactly && plainWord(w.name) {
		p := rd.pieces[at]
		return strings.Contains(rd.doc.Text[p.start:p.end], ".")
	}
	return true
}

// afterNumber reports whether the piece stands after a figure.
func (rd *reading) afterNumber(at int) bool {
	i := rd.pieces[at].start - 1
	for i >= 0 && rd.doc.Text[i] == ' ' {
		i--
	}
	return i >= 0 && '0' <= rd.doc.Text[i] && rd.doc.Text[i] <= '9'
}

// addAtom takes the wordings that fit as one atom and settles what needs no context.
func (rd *reading) addAtom(node uint32, at, length int) {
	first, last := rd.pieces[at], rd.pieces[at+length-1]
	a := atom{first: first.token, last: last.token + 1, start: first.start, end: last.end}
	var senses []sense
	for w := range rd.lexicon.at(node) {
		if !rd.fits(w, at) {
			continue
		}
		if w.sense.kind == senseLookalike {
			a.lookalikes = append(a.lookalikes, w.sense.index)
			if m := rd.lookalikes[w.sense.index].meaning; m == "given name" || m == "context" || m == "several" {
				continue
			}
		}
		if !slices.Contains(senses, w.sense) {
			senses = append(senses, w.sense)
		}
	}
	if len(senses) == 0 {
		if len(a.lookalikes) == 0 {
			return
		}
		senses = append(senses, sense{kind: senseState, ambiguous: true})
	}
	slices.SortStableFunc(senses, rd.usual)
	a.sense, a.others = senses[0], senses[1:]
	rd.atoms = append(rd.atoms, a)
	for t := a.first; t < a.last; t++ {
		if rd.atomOf[t] == 0 {
			rd.atomOf[t] = int32(len(rd.atoms))
		}
	}
}

// usual orders readings: those whose dates fit go first, then the more usual.
func (rd *reading) usual(a, b sense) int {
	if x, y := a.partial, b.partial; x != y {
		if x {
			return 1
		}
		return -1
	}
	if a.kind != senseLookalike && b.kind != senseLookalike {
		if x, y := rd.valid(a), rd.valid(b); x != y {
			if x {
				return -1
			}
			return 1
		}
	}
	return cmp.Compare(a.rank, b.rank)
}

// valid reports whether a name was in use at the time of the text. A text without a time is taken
// to be of today.
func (rd *reading) valid(s sense) bool { return s.span.on(rd.when) }

// atomAt is the atom that covers the token, or nil.
func (rd *reading) atomAt(token int) *atom {
	if token < 0 || token >= len(rd.atomOf) || rd.atomOf[token] == 0 {
		return nil
	}
	a := &rd.atoms[rd.atomOf[token]-1]
	if a.off {
		return nil
	}
	return a
}

// atomEnding is the atom whose last token is the one before `end`, in the same sentence, or nil.
func (rd *reading) atomEnding(end int) *atom {
	a := rd.atomAt(end - 1)
	if a == nil || a.last != end {
		return nil
	}
	return a
}

// atomStarting is the atom that begins at the token, or nil.
func (rd *reading) atomStarting(token int) *atom {
	a := rd.atomAt(token)
	if a == nil || a.first != token {
		return nil
	}
	return a
}

// word is the token in lower case, for comparing with words of ours; "" out of range.
func (rd *reading) word(token int) string {
	if token < 0 || token >= len(rd.lower) {
		return ""
	}
	if rd.lower[token] == "" {
		rd.lower[token] = strings.ToLower(rd.doc.Word(token))
	}
	return rd.lower[token]
}

// same reports whether both tokens exist and stand in one sentence.
func (rd *reading) same(a, b int) bool {
	n := len(rd.doc.Tokens)
	return a >= 0 && b >= 0 && a < n && b < n && rd.doc.Tokens[a].Sentence == rd.doc.Tokens[b].Sentence
}

// joined reports whether only white space parts the token from the next one.
func (rd *reading) joined(token int) bool {
	return rd.same(token, token+1) &&
		strings.TrimSpace(rd.doc.Text[rd.doc.Tokens[token].End:rd.doc.Tokens[token+1].Start]) == ""
}

// possessive reports whether the token is a genitive's mark: "'s", or "'" after an s.
func (rd *reading) possessive(token int) bool {
	switch rd.word(token) {
	case "'s", "’s":
		return true
	case "'", "’":
		return token > 0 && rd.doc.Tokens[token-1].End == rd.doc.Tokens[token].Start &&
			strings.HasSuffix(rd.word(token-1), "s")
	}
	return false
}
