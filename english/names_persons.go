package english

import (
	"chancery/english/internal/names"
	"chancery/english/internal/words"
)

// officeEnds close the name of an office before the name of whoever holds it: "Minister of Foreign Affairs
// Ann Lee", "President of the Republic Ann Lee".
var officeEnds = hashes("affairs", "republic", "defence", "defense", "trade", "finance", "interior", "justice", "health",
	"education", "energy", "state", "parliament", "deputies", "senate", "assembly", "relations")

// trimPersons takes titles and the ends of offices from the begin of persons' names.
func (x *settler) trimPersons() {
	for i := range x.tokens {
		n, ok := x.nameAt(i)
		if !ok || n.Kind != Person {
			continue
		}
		first := n.First
		for ; first+1 < n.Last; first++ {
			t := &x.tokens[first]
			if t.Known&(names.Given|names.Family) != 0 || t.Known&(names.Title|names.Abbreviation) == 0 && !officeEnds[t.Lower] {
				break
			}
		}
		if first > n.First && x.capital(first) {
			x.put(Name{first, n.Last, Person})
		}
	}
}

// personParticles stand inside and before the names of families: "bin Salman", "dos Santos".
var personParticles = hashes("bin", "bint", "ibn", "dos", "da", "van", "von", "ten", "ter")

// joinPersons takes particles into persons' names, with what they join: "Ahmed bin Said".
func (x *settler) joinPersons() {
	for i := range x.tokens {
		n, ok := x.nameAt(i)
		if !ok || n.Kind != Person {
			continue
		}
		sentence := x.d.Sentences[x.d.Tokens[i].Sentence]
		last := n.Last
		for last < sentence.Last {
			if p := x.tokens[last-1].Lower; personParticles[p] && x.capital(last) && (x.is(last, Person) || x.at[last] == names.Outside) {
				last++
			} else if personParticles[x.tokens[last].Lower] && x.tokens[last].Shape&words.Capital == 0 && last+1 < sentence.Last && x.capital(last+1) &&
				x.at[last] == names.Outside && (x.is(last+1, Person) || x.at[last+1] == names.Outside) {
				last += 2
			} else {
				break
			}
		}
		first := n.First
		if first > sentence.First && personParticles[x.tokens[first-1].Lower] && x.tokens[first-1].Shape&words.Capital == 0 && x.at[first-1] == names.Outside {
			first--
		}
		if first < n.First || last > n.Last {
			for last < sentence.Last && x.inside(last) && x.is(last, Person) {
				last++
			}
			x.put(Name{first, last, Person})
		}
	}
}
