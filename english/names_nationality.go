package english

import (
	_ "embed" // the list of nationalities
	"strings"
	"sync"
)

//go:embed data/nationalities.txt
var nationalityList string

// nationalities holds the adjectives of states and the names of peoples, of religions and of party
// adherents, as they are written.
var nationalities = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(nationalityList) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all[line] = true
		}
	}
	return all
})

// IsNationality reports whether words are an adjective of a state, or name a people, a religion's
// followers or a party's adherents: "Laotian", "Kurds", "Sri Lankan", "Sunni".
func IsNationality(words string) bool { return nationalities()[words] }
