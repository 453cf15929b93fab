package english

import (
	"strings"

	"chancery/english/internal/names"
	"chancery/english/internal/words"
)

// The rules here put right what language and the document as a whole make certain, after each sentence
// was tagged alone. They go from sure to less sure, and no rule takes apart what an earlier one made.

// settler holds the names of a document while they are settled.
type settler struct {
	d      *Document
	tokens []names.Token
	at     []names.Label // of each token, as the tagger gives them
	memory map[uint32]NameKind
}

// settleNames applies the rules to the labels of a document and lists the names.
func settleNames(d *Document, s *nameScratch) []Name {
	clear(s.short)
	x := settler{d: d, tokens: s.tokens, at: s.labels, memory: s.short}
	x.correctKinds()
	x.splitPersons()
	x.trimPersons()
	x.joinPersons()
	x.hyphenedPersons()
	x.headedRuns()
	x.nationalOrganisations()
	x.fullPlaces()
	x.housedNames()
	x.knownNames()
	x.learnShortNames()
	x.shortNames()
	return spans(x.at)
}

// put makes a name of tokens; the names that it touches go.
func (x *settler) put(n Name) {
	x.drop(n.First, n.Last)
	for i := n.First; i < n.Last; i++ {
		place := names.Inside
		switch {
		case n.Last-n.First == 1:
			place = names.Single
		case i == n.First:
			place = names.Begin
		case i == n.Last-1:
			place = names.Last
		}
		x.at[i] = names.LabelOf(int(n.Kind), place)
	}
}

// drop takes away the names that the tokens touch.
func (x *settler) drop(first, last int) {
	for first > 0 && x.inside(first) {
		first--
	}
	for last < len(x.at) && x.inside(last) {
		last++
	}
	clear(x.at[first:last])
}

// inside reports whether a token stands in a name that began before it.
func (x *settler) inside(i int) bool {
	return x.at[i] != names.Outside && (names.PlaceOf(x.at[i]) == names.Inside || names.PlaceOf(x.at[i]) == names.Last)
}

// nameAt is the name that begins at a token.
func (x *settler) nameAt(i int) (n Name, ok bool) {
	if x.at[i] == names.Outside || x.inside(i) {
		return Name{}, false
	}
	last := i + 1
	for last < len(x.at) && x.inside(last) {
		last++
	}
	return Name{i, last, NameKind(names.KindOf(x.at[i]))}, true
}

// is reports whether a token stands in a name of the kind.
func (x *settler) is(i int, kind NameKind) bool {
	return x.at[i] != names.Outside && names.KindOf(x.at[i]) == int(kind)
}

// free reports whether no name stands in the tokens.
func (x *settler) free(first, last int) bool {
	for i := first; i < last; i++ {
		if x.at[i] != names.Outside {
			return false
		}
	}
	return true
}

// fits reports whether the tokens hold whole names only, none of them a person's.
func (x *settler) fits(first, last int) bool {
	if x.inside(first) || last < len(x.at) && x.inside(last) {
		return false
	}
	for i := first; i < last; i++ {
		if x.is(i, Person) {
			return false
		}
	}
	return true
}

// correctKinds gives names that the lists know in one way only that kind, where the tagger saw a person,
// and takes out what is no name: the "US" of "US $3 million", addresses.
func (x *settler) correctKinds() {
	for i := range x.tokens {
		n, ok := x.nameAt(i)
		if !ok {
			continue
		}
		first, last := &x.tokens[n.First], &x.tokens[n.Last-1]
		class := first.Known
		if n.Last-n.First > 1 {
			class = 0
			if first.Span != 0 && first.Place == names.Begin && last.Place == names.Last {
				class = first.Span
			}
		}
		kind, known := kindOfClass(class)
		switch {
		case n.Kind == Person && n.Last-n.First == 1 && x.isCode(n.First),
			n.Last < len(x.tokens) && n.Kind == Place && x.tokens[n.Last].Lower == wordDollar,
			first.Lower == wordAt, strings.Contains(x.d.Word(n.First), "@"):
			x.drop(n.First, n.Last)
		case known && (n.Kind == Person || kind == Nationality || kind == Place && n.Last-n.First > 1):
			x.put(Name{n.First, n.Last, kind})
		}
	}
}

// isCode reports whether a word is a short run of capitals in other letters, as no person's name is.
func (x *settler) isCode(i int) bool {
	t := &x.tokens[i]
	return t.Known&names.Abbreviation != 0 ||
		t.Shape&words.AllCaps != 0 && t.Shape&words.Shouted == 0 && x.d.Tokens[i].End-x.d.Tokens[i].Start <= 5 && t.Known&(names.Given|names.Family) == 0
}

// splitPersons takes a state from the begin of a person's name: "ambassador to [Bangladesh] [Li Jiming]".
func (x *settler) splitPersons() {
	for i := 1; i < len(x.tokens); i++ {
		n, ok := x.nameAt(i)
		class := x.tokens[i].Known
		if ok && n.Kind == Person && n.Last-i > 1 && (class == names.State || class == names.City || class == names.State|names.City) &&
			x.tokens[i].Index == 0 && POS(x.tokens[i-1].POS) == ADP && x.capital(i+1) {
			x.put(Name{i, i + 1, Place})
			x.put(Name{i + 1, n.Last, Person})
		}
	}
}

// participles stand behind a name and a hyphen without being part of it: "China-led".
var participles = hashes("led", "based", "born", "backed", "run", "style", "like", "era", "owned", "bound", "made", "funded", "style", "wide", "area")

// hyphenedPersons makes persons of names in the way of Korea and Taiwan: "Tsai Ing-wen".
func (x *settler) hyphenedPersons() {
	for i := 1; i+2 < len(x.tokens); i++ {
		p, t, n := &x.tokens[i-1], &x.tokens[i], &x.tokens[i+2]
		if x.capital(i) && x.capital(i-1) && isHyphen(&x.tokens[i+1]) && !x.capital(i+2) && p.Known&names.Family != 0 &&
			t.Index > 0 && n.Shape&(words.NoLetter|words.Digit) == 0 && x.d.Tokens[i].Sentence == x.d.Tokens[i+2].Sentence &&
			x.d.Tokens[i].End == x.d.Tokens[i+1].Start && x.d.Tokens[i+1].End == x.d.Tokens[i+2].Start &&
			x.d.Tokens[i+2].End-x.d.Tokens[i+2].Start <= 7 && !participles[n.Lower] {
			if x.free(i-1, i+3) || x.is(i, Person) || x.is(i-1, Person) {
				x.put(Name{i - 1, i + 3, Person})
			}
		}
	}
}

// capital reports whether a word is written with a capital where that tells something.
func (x *settler) capital(i int) bool {
	return x.tokens[i].Shape&(words.Capital|words.AllCaps|words.Inner) != 0 && x.tokens[i].Shape&words.Digit == 0
}

// knownNames makes names of what the lists know in one way only and the tagger left out.
func (x *settler) knownNames() {
	for i := 0; i < len(x.tokens); i++ {
		t := &x.tokens[i]
		if x.at[i] != names.Outside || !x.capital(i) || i+1 < len(x.tokens) && x.tokens[i+1].Lower == wordDollar {
			continue
		}
		if t.Span != 0 && t.Place == names.Begin {
			last := i + 1
			for last < len(x.tokens) && x.tokens[last].Span != 0 && x.tokens[last].Place != names.Begin {
				last++
			}
			if kind, ok := kindOfClass(t.Span); ok && x.free(i, last) && (last == len(x.tokens) || !x.runs(last)) {
				x.put(Name{i, last, kind})
				i = last - 1
			}
			continue
		}
		if kind, ok := kindOfClass(t.Known); ok && !opensOnly(t) && t.Index == 0 && t.Left == 0 {
			x.put(Name{i, i + 1, kind})
		} else if x.isAcronym(i) {
			x.put(Name{i, i + 1, Organisation})
		}
	}
}

// runs reports whether a run of capitals that began before goes on at a token.
func (x *settler) runs(i int) bool { return x.capital(i) && x.tokens[i].Index > 0 }

// kindOfClass is the only kind that classes allow.
func kindOfClass(c names.Class) (NameKind, bool) {
	const places = names.State | names.City | names.Region
	switch {
	case c&^places == 0 && c != 0, c&^(places|names.Organisation) == 0 && c&places != 0:
		return Place, true
	case c&^names.OrganisationWord == names.Organisation:
		return Organisation, true
	case c == names.Nationality:
		return Nationality, true
	case c == names.Document:
		return DocumentName, true
	}
	return 0, false
}

// isAcronym reports whether a word is an abbreviation of a name: capitals among small letters, not one
// for a common noun. Most such names in news are organisations'.
func (x *settler) isAcronym(i int) bool {
	t := &x.tokens[i]
	n := x.d.Tokens[i].End - x.d.Tokens[i].Start
	form := t.Shape&words.AllCaps != 0 || t.Shape&words.Inner != 0 && t.Shape&words.Capital != 0 && n <= 5
	return form && t.Shape&(words.Digit|words.Shouted|words.Period) == 0 && n >= 3 && n <= 7 &&
		t.Known&^(names.Given|names.Family) == 0 && (!t.Opens || t.Seen&seenRaised != 0) && POS(t.POS) == PROPN &&
		(t.Index == 0 || x.at[i-1] != names.Outside) && (t.Left == 0 || x.tokens[i+1].Known&(names.Title|names.OrganisationWord) != 0)
}

// learnShortNames gathers what short names stand for: an abbreviation in brackets behind its name, and
// the parts of the names of persons.
func (x *settler) learnShortNames() {
	for i := range x.tokens {
		if n, ok := x.nameAt(i); ok && n.Last-n.First > 1 && n.Last+2 < len(x.tokens) && x.tokens[n.Last].Lower == wordOpen &&
			x.tokens[n.Last+1].Shape&(words.AllCaps|words.Inner) != 0 && x.d.Word(n.Last+2) == ")" {
			x.memory[x.tokens[n.Last+1].Lower] = n.Kind
		}
	}
	for i := range x.tokens {
		t := &x.tokens[i]
		if x.is(i, Person) && names.PlaceOf(x.at[i]) != names.Single && x.capital(i) && t.Shape&words.Single == 0 &&
			t.Known&(names.State|names.Region|names.Title|names.Time) == 0 {
			if _, ok := x.memory[t.Lower]; !ok {
				x.memory[t.Lower] = Person
			}
		}
	}
}

// shortNames gives single words the kind that they have as short names, where they stand alone.
func (x *settler) shortNames() {
	for i := range x.tokens {
		t := &x.tokens[i]
		if !x.capital(i) || t.Index+t.Left > 0 && x.at[i] == names.Outside && !x.alone(i) {
			continue
		}
		kind, ok := x.memory[t.Lower]
		if !ok || x.is(i, kind) || opensOnly(t) || !x.single(i) {
			continue
		}
		x.put(Name{i, i + 1, kind})
	}
}

// alone reports whether the words with capitals beside a word are titles or in names of their own.
func (x *settler) alone(i int) bool {
	t := &x.tokens[i]
	return (t.Index == 0 || x.at[i-1] != names.Outside || x.tokens[i-1].Known&names.Title != 0) && (t.Left == 0 || x.at[i+1] != names.Outside)
}

// single reports whether a word is a name by itself, or in none.
func (x *settler) single(i int) bool {
	return x.at[i] == names.Outside || names.PlaceOf(x.at[i]) == names.Single
}
