package press

import (
	_ "embed"
	"net/url"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed data/agencies.tsv
var agencyTable string

//go:embed data/places.txt
var placeList string

//go:embed data/notplaces.txt
var notPlaceList string

// Agency is a news agency or another publisher of reports.
type Agency struct {
	Name     string // as datelines have it: "TASS"
	FullName string
	State    string // ISO 3166-1 alpha-3 of the state that it belongs to, "" for the others
}

type agencyIndex struct {
	byName   map[string]*Agency
	byDomain map[string]*Agency
}

var agencies = sync.OnceValue(func() agencyIndex {
	index := agencyIndex{map[string]*Agency{}, map[string]*Agency{}}
	for row := range dataLines(agencyTable) {
		fields := strings.Split(row, "\t")
		a := &Agency{Name: fields[0], FullName: fields[1], State: fields[4]}
		names := append([]string{fields[0], fields[1]}, strings.Split(fields[2], ";")...)
		for _, name := range names {
			if key := fold(name); key != "" && index.byName[key] == nil {
				index.byName[key] = a
			}
		}
		for domain := range strings.SplitSeq(fields[3], ";") {
			if domain != "" {
				index.byDomain[domain] = a
			}
		}
	}
	return index
})

var places = sync.OnceValue(func() map[string]bool { return foldedSet(placeList) })

var notPlaces = sync.OnceValue(func() map[string]bool { return foldedSet(notPlaceList) })

func foldedSet(list string) map[string]bool {
	set := map[string]bool{}
	for row := range dataLines(list) {
		set[fold(row)] = true
	}
	return set
}

func dataLines(table string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for row := range strings.Lines(table) {
			row = strings.TrimRight(row, "\n")
			if row != "" && row[0] != '#' && !yield(row) {
				return
			}
		}
	}
}

// fold makes spellings of one name equal: case, accents, and the marks between words go.
func fold(name string) string {
	var out []rune
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			out = append(out, r)
		case unicode.IsSpace(r), r == '-', r == '/':
			if len(out) > 0 && out[len(out)-1] != ' ' {
				out = append(out, ' ')
			}
		}
	}
	return strings.TrimSpace(string(out))
}

// AgencyNamed finds a publisher by any of its wordings.
func AgencyNamed(name string) (Agency, bool) {
	key := fold(name)
	for _, candidate := range []string{key, strings.TrimSuffix(key, " news agency"), strings.TrimPrefix(key, "the "),
		strings.TrimPrefix(key, "by "), strings.TrimPrefix(key, "source ")} {
		if a := agencies().byName[candidate]; a != nil {
			return *a, true
		}
	}
	return Agency{}, false
}

// AgencyAt finds a publisher by the address of a page.
func AgencyAt(address string) (Agency, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return Agency{}, false
	}
	for host := strings.ToLower(u.Hostname()); strings.Contains(host, "."); _, host, _ = strings.Cut(host, ".") {
		if a := agencies().byDomain[host]; a != nil {
			return *a, true
		}
	}
	return Agency{}, false
}

// namePublisher gives a publisher its usual short name, where we know it.
func namePublisher(name string) string {
	name = CleanLine(name)
	if a, ok := AgencyNamed(name); ok {
		return a.Name
	}
	if strings.Contains(name, ".") && !strings.Contains(name, " ") {
		if a, ok := AgencyAt("https://" + strings.TrimPrefix(strings.TrimPrefix(name, "https://"), "http://")); ok {
			return a.Name
		}
	}
	return name
}
