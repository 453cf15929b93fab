package query

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"chancery"
)

// speakers names a chain of attribution from the innermost outwards, without the publisher: "Kham
// Souk, quoted by a ministry".
func speakers(chain []chancery.Speaker, publisher string) string {
	var names []string
	for i, s := range chain {
		name := cmp.Or(s.Name, s.Text)
		if name == "" || i == len(chain)-1 && s.Name == publisher && s.ID == "" || slices.Contains(names, name) {
			continue
		}
		if pronouns[strings.ToLower(name)] {
			name = "a speaker not named"
		}
		if first, rest, _ := strings.Cut(name, " "); rest != "" && (first == "The" || first == "A" || first == "An") {
			name = strings.ToLower(first) + " " + rest // it began the sentence in the report
		} else if lacksArticle(name) {
			name = "the " + name
		}
		names = append(names, name)
	}
	return strings.Join(names, ", quoted by ")
}

// lacksArticle: "Caribbean Community", and neither "the ministry" nor "Ukraine's energy ministry".
func lacksArticle(name string) bool {
	words := strings.Fields(name)
	return len(words) > 1 && upper(name) == name && !strings.ContainsAny(name, "'’") && associations[strings.ToLower(words[len(words)-1])]
}

// associations are last words of names that no person bears.
var associations = map[string]bool{"community": true, "organization": true, "organisation": true, "union": true, "nations": true,
	"association": true, "commission": true, "committee": true, "ministry": true, "council": true}

// pronouns stand for speakers of whom a report gives no name.
var pronouns = map[string]bool{"he": true, "she": true, "they": true, "it": true, "we": true, "i": true, "you": true}

// saidBy names those on whose word an entry rests, up to three.
func (w Words) saidBy(voices []chancery.Voice, publisher func(string) string) string {
	var names []string
	for _, v := range voices {
		if name := speakers(v.Chain, publisher(v.Report)); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	const most = 3
	if len(names) > most {
		names = append(names[:most-1], strconv.Itoa(len(names)-most+1)+" others")
	}
	return cmp.Or(list(names), "somebody")
}

// Voice sums up whose word an entry is: "according to Kham Souk, in KPL", "KPL; Vientiane Times".
// carrier names the report that a voice comes from.
func (w Words) Voice(e chancery.Entry, publisher, carrier func(report string) string) string {
	type said struct {
		who      string
		carriers []string
	}
	var sayings []said
	for _, v := range e.Voices {
		who := speakers(v.Chain, publisher(v.Report))
		i := slices.IndexFunc(sayings, func(s said) bool { return s.who == who })
		if i < 0 {
			i = len(sayings)
			sayings = append(sayings, said{who: who})
		}
		if c := carrier(v.Report); !slices.Contains(sayings[i].carriers, c) {
			sayings[i].carriers = append(sayings[i].carriers, c)
		}
	}
	// Reports in their own voice come first: they say most.
	slices.SortStableFunc(sayings, func(a, b said) int { return yes(b.who == "") - yes(a.who == "") })
	var parts []string
	for _, s := range sayings {
		if s.who == "" {
			parts = append(parts, list(s.carriers))
		} else {
			parts = append(parts, "according to "+s.who+", in "+list(s.carriers))
		}
	}
	if e.Register != "" {
		parts = append(parts, "the register ("+e.Register+")")
	}
	return strings.Join(parts, "; ")
}

func yes(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Date is a day in words: "17 July 2025".
func Date(d chancery.Date) string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(d.Day) + " " + d.Month.String() + " " + strconv.Itoa(d.Year)
}

// Period is a time in words, as fine as it was given and no finer.
func Period(p chancery.Period) string {
	switch {
	case p.IsZero():
		return ""
	case p.Basis == chancery.BasisReport && !p.End.IsZero():
		return "by " + Date(p.End)
	case p.End.IsZero():
		return "since " + unit(p.Start, p.Precision)
	case p.Start.IsZero():
		return "until " + unit(p.End, p.Precision)
	case p.Start == p.End:
		return Date(p.Start)
	}
	a, b := p.Start, p.End
	switch {
	case a.Year == b.Year && a.Month == 1 && a.Day == 1 && b.Month == 12 && b.Day == 31:
		return strconv.Itoa(a.Year)
	case a.Day == 1 && b == chancery.NewDate(a.Year, a.Month+1, 0):
		return a.Month.String() + " " + strconv.Itoa(a.Year)
	case p.Precision == chancery.PrecisionVague, p.Precision == chancery.PrecisionWeek, p.Precision == chancery.PrecisionSeason:
		return "between " + Date(a) + " and " + Date(b)
	}
	return Date(a) + " to " + Date(b)
}

// moment is the time of what happens once: an open beginning means no later than the end.
func moment(p chancery.Period) string {
	if p.Start.IsZero() && !p.End.IsZero() {
		if p.Precision == chancery.PrecisionVague { // the end itself is sure
			return "by " + Date(p.End)
		}
		return "by " + unit(p.End, p.Precision)
	}
	return Period(p)
}

// timeOf words the time of an entry: that over which it is held, or that at which it happened.
func timeOf(kind chancery.Kind, p chancery.Period) string {
	if kind == chancery.KindStanding || kind == chancery.KindTie || kind == chancery.KindPosition {
		return Period(p)
	}
	return moment(p)
}

// unit is a day, or the month or year that it stands for.
func unit(d chancery.Date, p chancery.Precision) string {
	switch p {
	case chancery.PrecisionYear:
		return strconv.Itoa(d.Year)
	case chancery.PrecisionMonth:
		return d.Month.String() + " " + strconv.Itoa(d.Year)
	case chancery.PrecisionVague, chancery.PrecisionSeason, chancery.PrecisionQuarter, chancery.PrecisionHalf:
		return "about " + d.Month.String() + " " + strconv.Itoa(d.Year)
	}
	return Date(d)
}

// withArticle is an actor's name as it stands in a sentence: "the Shanghai Cooperation Organization",
// "the SCO", "Laos".
func (w Words) withArticle(id, name string) string {
	if w.Name != nil && id != "" {
		name = cmp.Or(w.Name(id), name, id)
	}
	name = cmp.Or(name, id, "somebody")
	if takesArticle(name) {
		return "the " + name
	}
	return name
}

// spoken acronyms are read as words and stand without an article.
var spoken = map[string]bool{"ASEAN": true, "BRICS": true, "NATO": true, "OPEC": true, "OPEC+": true, "UNESCO": true, "UNICEF": true,
	"MERCOSUR": true, "Mercosur": true, "CELAC": true, "CARICOM": true, "SAARC": true, "ECOWAS": true, "APEC": true, "BIMSTEC": true,
	"INTERPOL": true, "Interpol": true, "GUAM": true, "AUKUS": true, "SICA": true, "ALBA": true}

// bodies are words by which a name is known to be that of a body, or of a state that takes an article.
var bodies = map[string]bool{"organization": true, "organisation": true, "union": true, "association": true, "council": true,
	"commission": true, "league": true, "community": true, "bank": true, "fund": true, "forum": true, "group": true,
	"agency": true, "cooperation": true, "conference": true, "committee": true, "assembly": true, "court": true, "states": true,
	"kingdom": true, "republic": true, "emirates": true, "islands": true, "netherlands": true, "philippines": true, "nations": true,
	"bahamas": true, "maldives": true, "comoros": true, "gambia": true, "see": true, "initiative": true, "alliance": true,
	"office": true, "dialogue": true, "convention": true, "treaty": true, "agreement": true, "movement": true,
	"area": true, "summit": true, "partnership": true, "pact": true, "strategy": true, "plan": true, "subregion": true,
	"meeting": true, "corporation": true, "protocol": true, "programme": true, "secretariat": true, "parliament": true, "commonwealth": true}

func takesArticle(name string) bool {
	if strings.HasPrefix(name, "the ") || strings.HasPrefix(name, "The ") || spoken[name] {
		return false
	}
	words := strings.Fields(name)
	last := strings.ToLower(words[len(words)-1])
	if bodies[last] {
		return true
	}
	if len(words) > 1 {
		first := strings.ToLower(words[0])
		if bodies[first] || first == "united" {
			return true
		}
		for i, word := range words[1:] { // "Council of Europe", "Lao People's Democratic Republic of …"
			if (word == "of" || word == "for" || word == "on") && bodies[strings.ToLower(words[i])] {
				return true
			}
		}
		return false
	}
	return acronym(name)
}

// acronym: at most five capitals, as "SCO", "EAEU", "G7" and "UN" are.
func acronym(s string) bool {
	for _, r := range s {
		if (r < 'A' || r > 'Z') && (r < '0' || r > '9') {
			return false
		}
	}
	return len(s) <= 5 && len(s) > 1
}
