package english

import (
	_ "embed" // the lists
	"strings"
	"sync"

	"chancery/english/internal/names"
	"chancery/english/internal/words"
)

// The lists are described in data/README.md.
var (
	//go:embed data/places.tsv
	placeList string
	//go:embed data/given_names.txt
	givenNameList string
	//go:embed data/family_names.txt
	familyNameList string
	//go:embed data/organisations.txt
	organisationList string
	//go:embed data/documents.txt
	documentList string
	//go:embed data/name_words.tsv
	nameWordList string
)

// knownNames finds sequences of words in the lists. A sequence is known by a hash over the hashes of
// its words in lower case; every beginning of a longer one has an entry too, which says so.
type knownNames struct {
	entries map[uint32]knownEntry
	fold    []byte // room while names are taken in
}

type knownEntry struct {
	class  names.Class
	longer bool // there are longer sequences that begin so
}

// ownNames are the lists that ship. They are read at the first call.
var ownNames = sync.OnceValue(readOwnNames)

// readOwnNames puts the lists into a table.
func readOwnNames() *knownNames {
	k := &knownNames{entries: make(map[uint32]knownEntry, 1<<17)}
	each := func(list string, add func(line string)) {
		for line := range strings.Lines(list) {
			if line = strings.TrimRight(line, "\n"); line != "" && line[0] != '#' {
				add(line)
			}
		}
	}
	plain := func(list string, class names.Class) {
		each(list, func(line string) { k.add(line, class) })
	}
	plain(nationalityList, names.Nationality)
	plain(givenNameList, names.Given)
	plain(familyNameList, names.Family)
	plain(organisationList, names.Organisation)
	plain(documentList, names.Document)
	places := map[string]names.Class{"state": names.State, "city": names.City, "region": names.Region}
	each(placeList, func(line string) {
		name, kind, _ := strings.Cut(line, "\t")
		if class := places[kind]; class != 0 {
			k.add(name, class)
		}
	})
	kinds := map[string]names.Class{"title": names.Title, "organisation": names.OrganisationWord, "place": names.PlaceWord,
		"event": names.EventWord, "document": names.DocumentWord, "time": names.Time, "saying": names.Saying, "abbreviation": names.Abbreviation}
	each(nameWordList, func(line string) {
		kind, list, _ := strings.Cut(line, "\t")
		for _, w := range strings.Fields(list) {
			k.add(w, kinds[kind])
		}
	})
	return k
}

// add takes a name in, cut into words as texts are.
func (k *knownNames) add(name string, class names.Class) {
	if isPlain(name) { // most are, and cutting them takes most of the start
		hash := uint32(0)
		for last := false; !last; {
			word, rest, more := strings.Cut(name, " ")
			hash = k.step(hash, word, class, !more)
			name, last = rest, !more
		}
		return
	}
	var room [16]Token
	hash := uint32(0)
	tokens := tokenize(room[:0], name, 0, len(name))
	for i, t := range tokens {
		hash = k.step(hash, name[t.Start:t.End], class, i == len(tokens)-1)
	}
}

// step takes in one more word of a name and gives the hash of the name so far.
func (k *knownNames) step(hash uint32, word string, class names.Class, last bool) uint32 {
	k.fold = words.Lower(k.fold[:0], word)
	hash = sequence(hash, words.Hash(string(k.fold)))
	e := k.entries[hash]
	if last {
		e.class |= class
	} else {
		e.longer = true
	}
	k.entries[hash] = e
	return hash
}

// isPlain reports whether a name is of English letters and single spaces, which are cut at the spaces.
func isPlain(name string) bool {
	for i := range len(name) {
		if c := name[i] | 0x20; (c < 'a' || c > 'z') && (name[i] != ' ' || i == 0 || name[i-1] == ' ') {
			return false
		}
	}
	return name[len(name)-1] != ' '
}

// sequence is the hash of a sequence that one more word is put to.
func sequence(before, word uint32) uint32 { return (before ^ word) * 0x9E3779B1 }

// word is what the lists say of a word alone.
func (k *knownNames) word(lower uint32) knownEntry { return k.entries[sequence(0, lower)] }

// longest is how many words the longest known name of more than one word from i on has, and what it is.
func (k *knownNames) longest(tokens []names.Token, i int) (length int, class names.Class) {
	hash := uint32(0)
	for n := i; n < len(tokens); n++ {
		hash = sequence(hash, tokens[n].Lower)
		e := k.entries[hash]
		if e.class != 0 && n > i {
			length, class = n-i+1, e.class
		}
		if !e.longer {
			break
		}
	}
	return length, class
}
