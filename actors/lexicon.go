package actors

import (
	"iter"
	"slices"
	"strings"

	"chancery"
)

// senseKind says what a wording of the lexicon names.
type senseKind uint8

const (
	senseState       senseKind = iota // "Laos", "Lao People's Democratic Republic"
	senseAdjective                    // "Lao", "Laotian"
	senseCitizens                     // "Russians"
	senseCapital                      // "Vientiane"
	senseMetonym                      // "Kremlin"
	senseCity                         // "Kazan"
	senseAssociation                  // "SCO"
	senseOrgan                        // "Foreign Ministry"
	senseOffice                       // "foreign minister"
	sensePerson                       // "Sergey Lavrov"
	senseAgent                        // "rebels"
	senseLookalike                    // "New Mexico"
	senseDescription                  // "the two countries": resolved by what came before
)

// sense is one thing that a wording may name. Meaning depends on kind: id is an actor's or an
// office's, index points into the register's list of organs, people, agents or lookalikes.
type sense struct {
	kind      senseKind
	id        string
	index     int
	rank      int // among senses of other actors: the lower is the more usual
	span      era
	ambiguous bool // only with the name in full, or a telling neighbour
	partial   bool // one word of a person's name
	plural    bool
	owner     string // of an office: the id of the actor that the wording itself names ("OSCE chair")
	proper    bool   // of an office: the owner's name is part of the wording
}

// era is the time of a name, in days as yyyymmdd; an end that is not known is 0. The lexicon holds
// many, so they are small.
type era struct{ since, until int32 }

func eraOf(d dated) era { return era{dayNumber(d.since), dayNumber(d.until)} }

func dayNumber(d chancery.Date) int32 { return int32(d.Year*10000 + int(d.Month)*100 + d.Day) }

// on reports whether the name can have been in use at some time of the period. In a period of which
// nothing is known that is so for names that are in use now.
func (e era) on(when chancery.Period) bool {
	if when.IsZero() {
		return e.until == 0
	}
	if end := dayNumber(when.End); end > 0 && e.since > end {
		return false
	}
	start := dayNumber(when.Start)
	return start == 0 || e.until == 0 || e.until >= start
}

// wording is a sense with the casing of the name it came from.
type wording struct {
	sense       sense
	name        string // as the register writes it
	from, count int32  // its pieces and their casings in the lexicon
	loose       bool   // no piece cares for case
	next        int32  // 1 + the next wording of the same pieces, or 0
}

// lexicon finds wordings in running text. It is a trie over folded pieces, held in one map: the
// key is the node in the upper half and the number of the piece in the lower.
type lexicon struct {
	numbers  map[string]uint32 // folded piece -> its number, from 1
	edges    map[uint64]uint32 // node and piece -> node
	first    []int32           // by node: 1 + the first of its wordings, or 0
	wordings []wording
	pieces   []piece  // of all wordings, in one piece
	casings  []casing // likewise
}

// newLexicon has room for as many names.
func newLexicon(names int) *lexicon {
	return &lexicon{
		numbers:  make(map[string]uint32, names),
		edges:    make(map[uint64]uint32, 2*names),
		first:    make([]int32, 1, 2*names+1),
		wordings: make([]wording, 0, names),
		pieces:   make([]piece, 0, 3*names),
		casings:  make([]casing, 0, 3*names),
	}
}

// add enters a name. Names without a letter or a digit are left out.
func (l *lexicon) add(name string, s sense) {
	from := len(l.pieces)
	l.pieces = split(l.pieces, name)
	w := wording{sense: s, name: name, loose: true, from: int32(from), count: int32(len(l.pieces) - from)}
	if w.count == 0 {
		return
	}
	node := uint32(0)
	var buf [64]byte
	for _, p := range l.pieces[from:] {
		text := name[p.start:p.end]
		c := casingOf(text)
		l.casings = append(l.casings, c)
		w.loose = w.loose && c == anyCase
		node = l.child(node, l.number(fold(buf[:0], text)))
	}
	last := &l.first[node]
	for *last != 0 {
		other := &l.wordings[*last-1]
		if other.sense == s && other.name == name {
			return
		}
		last = &other.next
	}
	*last = int32(len(l.wordings) + 1)
	l.wordings = append(l.wordings, w)
}

// at lists the wordings of a node in the order in which they were added.
func (l *lexicon) at(node uint32) iter.Seq[*wording] {
	return func(yield func(*wording) bool) {
		for i := l.first[node]; i != 0; i = l.wordings[i-1].next {
			if !yield(&l.wordings[i-1]) {
				return
			}
		}
	}
}

// and is what "&" folds to.
const and = "and"

func (l *lexicon) number(folded []byte) uint32 {
	if string(folded) == "&" {
		folded = []byte(and)
	}
	n, ok := l.numbers[string(folded)]
	if !ok {
		n = uint32(len(l.numbers) + 1)
		l.numbers[string(folded)] = n
	}
	return n
}

// lookup is number without learning: 0 where no name has the piece.
func (l *lexicon) lookup(folded []byte) uint32 {
	if len(folded) == 1 && folded[0] == '&' {
		return l.numbers[and]
	}
	return l.numbers[string(folded)]
}

func edge(node, number uint32) uint64 { return uint64(node)<<32 | uint64(number) }

func (l *lexicon) child(node, number uint32) uint32 {
	key := edge(node, number)
	next, ok := l.edges[key]
	if !ok {
		next = uint32(len(l.first))
		l.first = append(l.first, 0)
		l.edges[key] = next
	}
	return next
}

// looseCompass lets texts write "south Korea" for a name that two states share without the word
// before it.
func (l *lexicon) looseCompass(shared map[string]bool) {
	for i := range l.wordings {
		w := &l.wordings[i]
		if w.count < 2 || l.casings[w.from] != capitalize {
			continue
		}
		first := l.pieces[w.from]
		switch w.name[first.start:first.end] {
		case "North", "South":
			if shared[foldName(w.name[first.end:])] {
				l.casings[w.from] = anyCase
			}
		}
	}
}

// exact lists what the whole text may name, whatever its case.
func (l *lexicon) exact(text string) []*wording {
	node := uint32(0)
	var buf [64]byte
	pieces := split(nil, text)
	for _, p := range pieces {
		n := l.lookup(fold(buf[:0], text[p.start:p.end]))
		next, ok := l.edges[edge(node, n)]
		if n == 0 || !ok {
			return nil
		}
		node = next
	}
	if len(pieces) == 0 {
		return nil
	}
	return slices.Collect(l.at(node))
}

// hit reports whether the pieces of a text, from the i-th on, are written as the wording wants it.
func (l *lexicon) hit(w *wording, text string, at []occurrence) bool {
	if w.loose {
		return true
	}
	for i, p := range l.pieces[w.from : w.from+w.count] {
		if !l.casings[int(w.from)+i].fits(text[at[i].start:at[i].end], w.name[p.start:p.end]) {
			return false
		}
	}
	return true
}

// occurrence is a piece of a document.
type occurrence struct {
	number     uint32 // in the lexicon; 0 where no name has it
	token      int
	start, end int // bytes of the text
}

// plainWord reports whether an abbreviation is an English word as well, so that in a text all in
// capitals nobody can tell.
func plainWord(name string) bool {
	switch strings.ReplaceAll(name, ".", "") {
	case "US", "WHO", "CAN", "CAR", "ECO", "ACT", "AID", "SEA", "IT", "AM", "IS", "AS", "OR", "AND",
		"NO", "SAD", "ICE", "ARE", "PM", "ART", "MAP", "OPT", "CAP":
		return true
	}
	return false
}
