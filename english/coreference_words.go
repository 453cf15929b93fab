package english

import (
	_ "embed" // the word lists
	"strings"
	"sync"
)

//go:embed data/coreference/persons.tsv
var personsFile string

//go:embed data/coreference/organisations.txt
var organisationsFile string

//go:embed data/coreference/places.txt
var placesFile string

//go:embed data/coreference/things.txt
var thingsFile string

//go:embed data/coreference/given_names.tsv
var givenNamesFile string

//go:embed data/coreference/states.tsv
var statesFile string

// nounFacts is what the lists know of a noun.
type nounFacts struct {
	sort   Sort
	gender Gender
}

// stateForm says what a wording of a state is.
type stateForm uint8

const (
	stateName stateForm = iota + 1
	stateAdjective
	statePeople
	capitalCity
)

type stateFacts struct {
	id   string // ISO 3166-1 alpha-3
	form stateForm
}

// wordFacts are the word lists. They are not changed once made.
type wordFacts struct {
	nouns  map[string]nounFacts // by lemma in lower case
	given  map[string]Gender
	states map[string]stateFacts
	starts map[string]bool // the first words of wordings of states that have several
}

var facts = sync.OnceValue(func() *wordFacts {
	f := &wordFacts{map[string]nounFacts{}, map[string]Gender{}, map[string]stateFacts{}, map[string]bool{}}
	eachRow(thingsFile, func(cells []string) { f.nouns[cells[0]] = nounFacts{OtherSort, Neuter} })
	eachRow(placesFile, func(cells []string) { f.nouns[cells[0]] = nounFacts{PlaceSort, Neuter} })
	eachRow(organisationsFile, func(cells []string) { f.nouns[cells[0]] = nounFacts{OrganisationSort, Neuter} })
	eachRow(personsFile, func(cells []string) { f.nouns[cells[0]] = nounFacts{PersonSort, genderOf(cells)} })
	eachRow(givenNamesFile, func(cells []string) { f.given[cells[0]] = genderOf(cells) })
	eachRow(statesFile, func(cells []string) {
		form := map[string]stateForm{"name": stateName, "adjective": stateAdjective, "people": statePeople, "city": capitalCity}[cells[2]]
		f.states[cells[0]] = stateFacts{cells[1], form}
		if first, _, several := strings.Cut(cells[0], " "); several {
			f.starts[first] = true
		}
	})
	return f
})

func genderOf(cells []string) Gender {
	if len(cells) < 2 {
		return UnknownGender
	}
	return map[string]Gender{"m": Masculine, "f": Feminine}[cells[1]]
}

// eachRow walks over the rows of a list; lines that begin with # are remarks.
func eachRow(file string, row func(cells []string)) {
	for line := range strings.Lines(file) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && line[0] != '#' {
			row(strings.Split(line, "\t"))
		}
	}
}

// pronounFacts is what the form of a pronoun says.
type pronounFacts struct {
	person     int
	number     Number
	gender     Gender
	sort       Sort
	possessive bool
	reflexive  bool
	relative   bool
}

// pronounForms are the pronouns that are mentions, in lower case.
var pronounForms = map[string]pronounFacts{
	"i":          {person: 1, number: Singular, sort: PersonSort},
	"me":         {person: 1, number: Singular, sort: PersonSort},
	"my":         {person: 1, number: Singular, sort: PersonSort, possessive: true},
	"mine":       {person: 1, number: Singular, sort: PersonSort},
	"myself":     {person: 1, number: Singular, sort: PersonSort, reflexive: true},
	"we":         {person: 1, number: Plural},
	"us":         {person: 1, number: Plural},
	"our":        {person: 1, number: Plural, possessive: true},
	"ours":       {person: 1, number: Plural},
	"ourselves":  {person: 1, number: Plural, reflexive: true},
	"you":        {person: 2},
	"your":       {person: 2, possessive: true},
	"yours":      {person: 2},
	"yourself":   {person: 2, number: Singular, reflexive: true},
	"yourselves": {person: 2, number: Plural, reflexive: true},
	"he":         {person: 3, number: Singular, gender: Masculine, sort: PersonSort},
	"him":        {person: 3, number: Singular, gender: Masculine, sort: PersonSort},
	"his":        {person: 3, number: Singular, gender: Masculine, sort: PersonSort, possessive: true},
	"himself":    {person: 3, number: Singular, gender: Masculine, sort: PersonSort, reflexive: true},
	"she":        {person: 3, number: Singular, gender: Feminine, sort: PersonSort},
	"her":        {person: 3, number: Singular, gender: Feminine, sort: PersonSort},
	"hers":       {person: 3, number: Singular, gender: Feminine, sort: PersonSort},
	"herself":    {person: 3, number: Singular, gender: Feminine, sort: PersonSort, reflexive: true},
	"it":         {person: 3, number: Singular, gender: Neuter},
	"its":        {person: 3, number: Singular, gender: Neuter, possessive: true},
	"itself":     {person: 3, number: Singular, gender: Neuter, reflexive: true},
	"they":       {person: 3, number: Plural},
	"them":       {person: 3, number: Plural},
	"their":      {person: 3, number: Plural, possessive: true},
	"theirs":     {person: 3, number: Plural},
	"themselves": {person: 3, number: Plural, reflexive: true},
	"who":        {person: 3, sort: PersonSort, relative: true},
	"whom":       {person: 3, sort: PersonSort, relative: true},
	"whose":      {person: 3, relative: true, possessive: true},
	"which":      {person: 3, relative: true},
	"that":       {person: 3, relative: true},
}
