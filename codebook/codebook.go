// Package codebook holds the acts, as data, and reads them out of a sentence's tree: which act, by
// whom, towards whom, meant how, said by whom, when.
//
// An act has frames. A frame names a word that carries the act — a verb, a noun, an adjective — and
// where in the grammar of that word the participants stand. The grammar itself (passives, relative
// clauses, infinitives, nouns carried by light verbs) is code, in syntax.go and slots.go; no frame
// repeats it. What makes an act planned, wished or denied is in mood.go, and whose word it is in
// voice.go.
package codebook

import (
	"embed"
	"fmt"
	"io/fs"
	"reflect"
	"sort"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"chancery"
	"chancery/english"
)

//go:embed data
var data embed.FS

// Codebook is a set of acts with their frames and the word lists that these name.
type Codebook struct {
	acts     map[string]*chancery.Act
	order    []string // act ids, as the files give them
	cameo    map[string]cameoCode
	words    map[string]map[string]bool // list -> lemmas
	moods    map[string]effect          // lemma -> what it does to its complement
	verbs    map[string][]*frame        // first lemma of a trigger -> frames
	nouns    map[string][]*frame
	adjs     map[string][]*frame
	codings  map[string]coding            // act id -> its finer codes
	tables   map[string]map[string]string // composition -> code of the complement -> code of the whole
	matters  []matter
	examples []Example
	discards discards
	alone    bool // the acts of the program are left out
	version  string
}

var standard = sync.OnceValues(func() (*Codebook, error) {
	sub, err := fs.Sub(data, "data")
	if err != nil {
		return nil, err
	}
	return Load(sub)
})

// Default is the codebook that ships with the program.
func Default() (*Codebook, error) { return standard() }

// Load reads a codebook from a folder laid out like codebook/data. Errors name the file and what is
// wrong in it.
func Load(files fs.FS) (*Codebook, error) {
	b := &Codebook{
		acts:  map[string]*chancery.Act{},
		words: map[string]map[string]bool{},
		verbs: map[string][]*frame{}, nouns: map[string][]*frame{}, adjs: map[string][]*frame{},
		codings: map[string]coding{},
	}
	var err error
	if b.cameo, err = loadCameo(files); err != nil {
		return nil, err
	}
	if err := b.loadWords(files); err != nil {
		return nil, err
	}
	if err := b.loadMoods(files); err != nil {
		return nil, err
	}
	if err := b.loadCompositions(files); err != nil {
		return nil, err
	}
	if b.version, err = fingerprint(files); err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "acts/*.toml")
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	for _, name := range names {
		if err := b.loadActs(files, name); err != nil {
			return nil, fmt.Errorf("codebook: %s: %w", name, err)
		}
	}
	if err := b.loadExamples(files); err != nil {
		return nil, err
	}
	return b, nil
}

// Act returns the act of the given id.
func (b *Codebook) Act(id string) (chancery.Act, bool) {
	a, ok := b.acts[id]
	if !ok {
		return chancery.Act{}, false
	}
	return *a, true
}

// HasCode reports whether the codebook has the code.
func (b *Codebook) HasCode(code string) bool {
	_, ok := b.cameo[code]
	return ok
}

// Acts lists all acts in the order of the data files.
func (b *Codebook) Acts() []chancery.Act {
	acts := make([]chancery.Act, len(b.order))
	for i, id := range b.order {
		acts[i] = *b.acts[id]
	}
	return acts
}

// decode reads one TOML file and refuses keys that it does not know, so that a slip of the pen in a
// frame is an error and not a frame that silently asks for less.
func decode(files fs.FS, name string, into any) error {
	f, err := files.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := toml.NewDecoder(f).DisallowUnknownFields().Decode(into); err != nil {
		if strict, ok := err.(*toml.StrictMissingError); ok {
			return fmt.Errorf("unknown key:\n%s\nan act may hold %s;\na frame %s", strict.String(), keys(actRecord{}), keys(frameRecord{}))
		}
		if syntax, ok := err.(*toml.DecodeError); ok {
			return fmt.Errorf("%s", syntax.String())
		}
		return err
	}
	return nil
}

// keys are the TOML keys of a record, for errors.
func keys(record any) string {
	var names []string
	t := reflect.TypeOf(record)
	for i := range t.NumField() {
		name := strings.ToLower(t.Field(i).Name)
		if tag := t.Field(i).Tag.Get("toml"); tag != "" {
			name = tag
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

func (b *Codebook) loadWords(files fs.FS) error {
	lists := map[string][]string{}
	if err := decode(files, "wordlists.toml", &lists); err != nil {
		return fmt.Errorf("codebook: wordlists.toml: %w", err)
	}
	for name, lemmas := range lists {
		set := map[string]bool{}
		for _, l := range lemmas {
			set[strings.ToLower(l)] = true
		}
		b.words[name] = set
	}
	return nil
}

// list reports whether the lemma is on the word list.
func (b *Codebook) list(name, lemma string) bool { return b.words[name][strings.ToLower(lemma)] }

// says reports whether a verb has somebody's word for its clause: the verbs of saying, which package english
// lists, and some of thinking and promising.
func (b *Codebook) says(lemma string) bool { return english.Says(lemma) || b.list("speech", lemma) }

// quotes reports whether such a verb may stand behind what is said.
func (b *Codebook) quotes(lemma string) bool {
	return english.Quotes(lemma) || b.list("speech-trailing", lemma)
}
