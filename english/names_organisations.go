package english

import "chancery/english/internal/names"

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
			for end < s.Last && (x.capital(end) || end+1 < s.Last && isHyphen(&x.tokens[end]) && x.capital(end+1)) {
				end++
			}
			for ; i < end; i = x.holder(i, end) {
				x.headedRun(s, i, x.holder(i, end))
			}
			i = end
		}
	}
}

// holder is where in a run of capitals a word for an organisation ends a name before somebody of it: "Western
// High Court [Judge Ann Lee]".
func (x *settler) holder(first, last int) int {
	for k := first + 2; k < last; k++ {
		if x.tokens[k-1].Known&names.OrganisationWord != 0 && x.tokens[k].Index > 0 &&
			(x.tokens[k].Known&names.Title != 0 && x.tokens[k].Known&names.OrganisationWord == 0 || x.is(k, Person) && !x.inside(k)) {
			return k
		}
	}
	return last
}

// nationalOrganisations joins a nationality with the organisation behind it that has a word for one in
// its name: "the [Chilean Army]", but "the [Japanese] [Toyota]".
func (x *settler) nationalOrganisations() {
	for i := 1; i < len(x.tokens); i++ {
		n, ok := x.nameAt(i)
		if !ok || n.Kind != Organisation || !x.is(i-1, Nationality) || x.tokens[i].Index == 0 {
			continue
		}
		for k := n.First; k < n.Last; k++ {
			if x.tokens[k].Known&names.OrganisationWord != 0 && x.capital(k) {
				x.put(Name{i - 1, n.Last, Organisation})
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
			if x.tokens[after].Known&named != 0 || x.is(after, Person) || x.is(after, Place) {
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
	const named = names.State | names.City | names.Region | names.Given | names.Family
	if x.tokens[at].Known&named != 0 || x.tokens[at].Span&named != 0 {
		return first
	}
	for ; at >= s.First && x.capital(at) && !opensOnly(&x.tokens[at]); at-- {
		if x.is(at, Person) {
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

// housedNames makes places of names that end in a word for a building which others count as organisations:
// hospitals, theatres and prisons, as the Worldwide newswire and this project's kinds have it.
var buildings = hashes("hospital", "theatre", "theater", "prison", "airport", "stadium", "palace", "railway", "hotel", "museum")

func (x *settler) housedNames() {
	for i := range x.tokens {
		n, ok := x.nameAt(i)
		if ok && n.Kind == Organisation && n.Last-n.First > 1 && buildings[x.tokens[n.Last-1].Lower] && x.capital(n.Last-1) {
			x.put(Name{n.First, n.Last, Place})
		}
	}
}
