package english

import (
	"slices"
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
	at     []int16 // of each token, 1 and the kind of its name, or 0
	all    []Name
	memory *memory
}

// memory is what a document says of short names: the kinds that they stand for.
type memory struct {
	short map[uint32]NameKind // by the hash of the word
	at    []int16
}

// settleNames applies the rules.
func settleNames(d *Document, s *nameScratch, all []Name) []Name {
	m := &s.memory
	if m.short == nil {
		m.short = map[uint32]NameKind{}
	}
	clear(m.short)
	if cap(m.at) < len(d.Tokens) {
		m.at = make([]int16, len(d.Tokens)+len(d.Tokens)/4)
	}
	m.at = m.at[:len(d.Tokens)]
	clear(m.at)
	x := settler{d: d, tokens: s.tokens, at: m.at, all: all, memory: m}
	for _, n := range all {
		x.mark(n, int16(n.Kind)+1)
	}
	x.correctKinds()
	x.splitPersons()
	x.hyphenedPersons()
	x.headedRuns()
	x.nationalOrganisations()
	x.knownNames()
	x.learnShortNames()
	x.shortNames()
	slices.SortFunc(x.all, func(a, b Name) int { return a.First - b.First })
	return x.all
}

func (x *settler) mark(n Name, value int16) {
	for i := n.First; i < n.Last; i++ {
		x.at[i] = value
	}
}

// put makes a name of tokens; the names inside it go.
func (x *settler) put(n Name) {
	x.all = slices.DeleteFunc(x.all, func(o Name) bool { return o.First < n.Last && n.First < o.Last })
	x.mark(n, int16(n.Kind)+1)
	x.all = append(x.all, n)
}

// free reports whether no name stands in the tokens.
func (x *settler) free(first, last int) bool {
	for i := first; i < last; i++ {
		if x.at[i] != 0 {
			return false
		}
	}
	return true
}

// fits reports whether the tokens hold whole names only, none of them a person's.
func (x *settler) fits(first, last int) bool {
	for _, n := range x.all {
		if n.First < last && first < n.Last && (n.First < first || n.Last > last || n.Kind == Person) {
			return false
		}
	}
	return true
}

// correctKinds gives names that the lists know in one way only that kind, where the tagger saw a person,
// and takes out what is no name: the "US" of "US $3 million", addresses.
func (x *settler) correctKinds() {
	kept := x.all[:0]
	for _, n := range x.all {
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
		case n.Kind == Person && n.Last-n.First == 1 && x.isCode(n.First), n.Last < len(x.tokens) && n.Kind == Place && x.tokens[n.Last].Lower == wordDollar,
			first.Lower == wordAt, strings.Contains(x.d.Word(n.First), "@"):
			x.mark(n, 0)
			continue
		case known && (n.Kind == Person || kind == Nationality || kind == Place && n.Last-n.First > 1):
			n.Kind = kind
			x.mark(n, int16(kind)+1)
		}
		kept = append(kept, n)
	}
	x.all = kept
}

// isCode reports whether a word is a short run of capitals in other letters, as no person's name is.
func (x *settler) isCode(i int) bool {
	t := &x.tokens[i]
	return t.Known&names.Abbreviation != 0 ||
		t.Shape&words.AllCaps != 0 && t.Shape&words.Shouted == 0 && x.d.Tokens[i].End-x.d.Tokens[i].Start <= 5 && t.Known&(names.Given|names.Family) == 0
}

// splitPersons takes a state from the begin of a person's name: "ambassador to [Bangladesh] [Li Jiming]".
func (x *settler) splitPersons() {
	for k, n := range x.all {
		class := x.tokens[n.First].Known
		if n.Kind == Person && n.Last-n.First > 1 && (class == names.State || class == names.City || class == names.State|names.City) &&
			n.First > 0 && x.tokens[n.First].Index == 0 && POS(x.tokens[n.First-1].POS) == ADP && x.capital(n.First+1) {
			x.all[k].First++
			x.put(Name{n.First, n.First + 1, Place})
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
			if x.free(i-1, i+3) || x.at[i] == int16(Person)+1 || x.at[i-1] == int16(Person)+1 {
				x.put(Name{i - 1, i + 3, Person})
			}
		}
	}
}

// headedRuns makes organisations of runs of capitals that end in a word for one: "Hong Kong Baptist
// University", and with what follows "of": "Football Federation of Chile".
func (x *settler) headedRuns() {
	for _, s := range x.d.Sentences {
		for i := s.First; i < s.Last; {
			if !x.capital(i) {
				i++
				continue
			}
			end := i + 1
			for end < s.Last && x.capital(end) {
				end++
			}
			x.headedRun(s, i, end)
			i = end
		}
	}
}

// nationalOrganisations joins a nationality with the organisation behind it that has a word for one in
// its name: "the [Chilean Army]", but "the [Japanese] [Toyota]".
func (x *settler) nationalOrganisations() {
	for k := 0; k < len(x.all); k++ {
		n := x.all[k]
		if n.Kind != Organisation || n.First == 0 || x.at[n.First-1] != int16(Nationality)+1 || x.tokens[n.First].Index == 0 {
			continue
		}
		for i := n.First; i < n.Last; i++ {
			if x.tokens[i].Known&names.OrganisationWord != 0 && x.capital(i) {
				x.put(Name{n.First - 1, n.Last, Organisation})
				k = -1 // the list has changed
				break
			}
		}
	}
}

func (x *settler) headedRun(s Sentence, first, last int) {
	for first < last && (opensOnly(&x.tokens[first]) || x.tokens[first].Known&names.Time != 0) {
		first++
	}
	if last-first < 1 || x.tokens[last-1].Known&names.OrganisationWord == 0 || x.tokens[last-1].Known&(names.PlaceWord|names.EventWord) != 0 {
		return
	}
	end := last
	if last+1 < s.Last && x.tokens[last].Lower == wordPlainOf {
		next := last + 1
		if next+1 < s.Last && x.tokens[next].Lower == wordThe {
			next++
		}
		for end = next; end < s.Last && x.capital(end); end++ {
		}
		if end == next || x.tokens[next].Known&names.Time != 0 {
			end = last
		}
		if end > last && x.tokens[last-1].Known&names.OrganisationWord != 0 && last-first <= 2 {
			end = x.fields(s, end)
		}
	}
	first = x.coordinated(s, x.possessed(s, first))
	if end-first < 2 || end == last && x.tokens[first].Opens && last-first < 2 || !x.fits(first, end) {
		return
	}
	x.put(Name{first, end, Organisation})
}

// fields is the end of a list of fields of work: "Ministry of Trade, Industry and Energy". The words in
// it are known as names of nothing.
func (x *settler) fields(s Sentence, end int) int {
	for next := end; ; {
		for next < s.Last && (x.tokens[next].Lower == wordComma || x.tokens[next].Lower == wordAnd) {
			next++
		}
		if next == end || next >= s.Last || !x.capital(next) {
			return end
		}
		after := next
		const named = names.State | names.City | names.Region | names.Given | names.Organisation | names.OrganisationWord | names.Title
		for after < s.Last && x.capital(after) {
			if x.tokens[after].Known&named != 0 || x.at[after] == int16(Person)+1 || x.at[after] == int16(Place)+1 {
				return end
			}
			after++
		}
		// A comma that no "and" follows may end the name.
		if x.tokens[next-1].Lower == wordComma && (after >= s.Last || x.tokens[after].Lower != wordAnd && x.tokens[after].Lower != wordComma) {
			return end
		}
		end, next = after, after
	}
}

// possessed is the begin of a name with a possessive in it: "Supreme People's Court". A place or a person
// with 's is a name of its own.
func (x *settler) possessed(s Sentence, first int) int {
	if first-2 < s.First || x.tokens[first-1].Lower != wordOf || !x.capital(first-2) {
		return first
	}
	at := first - 2
	for ; at >= s.First && x.capital(at) && !opensOnly(&x.tokens[at]); at-- {
		const named = names.State | names.City | names.Region | names.Given | names.Family
		if x.tokens[at].Known&named != 0 || x.at[at] == int16(Person)+1 || x.at[at] == int16(Place)+1 {
			return first
		}
	}
	return at + 1
}

// coordinated is the begin of a name whose first word has a partner before an "and": "the Water and Power
// Development Authority".
func (x *settler) coordinated(s Sentence, first int) int {
	if first-3 < s.First || x.tokens[first-1].Lower != wordAnd {
		return first
	}
	at := first - 2
	for at > s.First && x.capital(at-1) {
		at--
	}
	if !x.capital(at) || at-1 < s.First || x.tokens[at-1].Lower != wordThe || !x.free(at, first) {
		return first
	}
	return at
}

// capital reports whether a word is written with a capital where that tells something.
func (x *settler) capital(i int) bool {
	return x.tokens[i].Shape&(words.Capital|words.AllCaps|words.Inner) != 0 && x.tokens[i].Shape&words.Digit == 0
}

// knownNames makes names of what the lists know in one way only and the tagger left out.
func (x *settler) knownNames() {
	for i := 0; i < len(x.tokens); i++ {
		t := &x.tokens[i]
		if x.at[i] != 0 || !x.capital(i) || i+1 < len(x.tokens) && x.tokens[i+1].Lower == wordDollar {
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
		(t.Index == 0 || x.at[i-1] != 0) && (t.Left == 0 || x.tokens[i+1].Known&(names.Title|names.OrganisationWord) != 0)
}

// learnShortNames gathers what short names stand for: an abbreviation in brackets behind its name, and
// the parts of the names of persons.
func (x *settler) learnShortNames() {
	for _, n := range x.all {
		if n.Last+2 < len(x.tokens) && x.tokens[n.Last].Lower == wordOpen && n.Last-n.First > 1 &&
			x.tokens[n.Last+1].Shape&(words.AllCaps|words.Inner) != 0 && x.d.Word(n.Last+2) == ")" {
			x.memory.short[x.tokens[n.Last+1].Lower] = n.Kind
		}
	}
	for _, n := range x.all {
		if n.Kind != Person || n.Last-n.First < 2 {
			continue
		}
		for i := n.First; i < n.Last; i++ {
			if t := &x.tokens[i]; x.capital(i) && t.Shape&words.Single == 0 && t.Known&(names.State|names.Region|names.Title|names.Time) == 0 {
				if _, ok := x.memory.short[t.Lower]; !ok {
					x.memory.short[t.Lower] = Person
				}
			}
		}
	}
}

// shortNames gives single words the kind that they have as short names, where they stand alone.
func (x *settler) shortNames() {
	for i := range x.tokens {
		t := &x.tokens[i]
		if !x.capital(i) || t.Index+t.Left > 0 && x.at[i] == 0 && !x.alone(i) {
			continue
		}
		kind, ok := x.memory.short[t.Lower]
		if !ok || int16(kind)+1 == x.at[i] || opensOnly(t) || !x.single(i) {
			continue
		}
		x.put(Name{i, i + 1, kind})
	}
}

// alone reports whether the words with capitals beside a word are titles or in names of their own.
func (x *settler) alone(i int) bool {
	t := &x.tokens[i]
	return (t.Index == 0 || x.at[i-1] != 0 || x.tokens[i-1].Known&names.Title != 0) && (t.Left == 0 || x.at[i+1] != 0)
}

// single reports whether a word is a name by itself, or in none.
func (x *settler) single(i int) bool {
	if x.at[i] == 0 {
		return true
	}
	return slices.ContainsFunc(x.all, func(n Name) bool { return n.First == i && n.Last == i+1 })
}
