package codebook

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"chancery"
)

// frame is one wording of an act: the word that carries it and where its participants stand. The
// format is described in data/README.md.
type frame struct {
	act     *chancery.Act
	rule    string // "sign/verb/1", shown by `chancery why`
	trigger trigger
	light   map[string]bool // verbs that may carry a noun's act

	actor, recipient, association, instrument, object, standing []slot

	require, forbid []condition
	mood            chancery.Mood     // fixes the mood where the grammar would say "occurred"
	fixed           chancery.Standing // fixes the standing
	predicate       map[string]bool   // a noun that is the subject of one of these
	variants        []variant
	patterns        []*pattern // one of them must match, where there are any
	cameo           string     // the code of the whole frame, or "" for the act's

	plural    bool // the act needs two parties, wherever they stand
	office    bool // the actor must be a person or an organ: states do not travel
	host      bool // without a recipient, the host is the other state that the report is about
	town      bool // a town that stands for the recipient is its state's
	copula    bool // the noun is what the actor is said to be
	bare      bool // the noun needs no verb and no surroundings to be true
	age       bool // needs a duration that says how old it is
	weighty   bool // without a recipient, what it is about must be a matter between states
	lone      bool // the actor alone makes a claim
	pairOnly  bool // a recipient must be found
	agentless bool // the passive may leave out who does it: "was not invited"
	spoken    bool // a noun for somebody's words, which were said whatever became of them
	covered   bool // says nothing more where what it governs is an act that is denied
	nothing   bool // the wording means no act at all
	beside    bool // makes its claim beside the one that another act reads in the same word
}

// trigger is the word, or the words, that carry an act.
type trigger struct {
	pos   byte     // 'v', 'n', 'a'
	head  string   // lemma of the token that the frame hangs on
	other []string // lemmas that must stand with it
	text  string   // all of it, as the data files have it
}

// asksNo reports whether the frame's own words hold a "no".
func (f *frame) asksNo() bool {
	for _, c := range f.require {
		if c.slot == "negated" {
			return true
		}
	}
	return false
}

// slot is a path through the grammar: {"object", "of"} is the of-phrase of the object.
type slot []string

// condition asks that the words in a slot be on a list, or off it.
type condition struct {
	slot  string
	path  slot
	words []string // lemmas, or "@list"
}

// The TOML form of an act.
type actRecord struct {
	ID       string
	Gloss    string
	Kind     chancery.Kind
	Cameo    string
	Event    string
	Mutual   bool
	State    chancery.State
	Standing chancery.Standing
	Mood     chancery.Mood
	Compose  string
	Variants []variantRecord
	Frame    []frameRecord
}

type frameRecord struct {
	Verb, Noun, Adjective, Light, Predicate []string
	Pattern                                 []string

	Actor, Recipient, Association, Instrument, Object []string

	Standing       []string
	Fixed          chancery.Standing
	Require        map[string][]string
	Forbid         map[string][]string
	Mood           chancery.Mood
	Cameo          string
	Variants       []variantRecord
	Plural         *bool
	Office         bool
	Host           bool
	Town           bool
	Copula         bool
	Bare           bool
	Age            bool
	Lone           bool
	Weighty        *bool
	NeedsRecipient bool `toml:"needs_recipient"`
	Covered        bool
	Spoken         bool
	Agentless      bool
	Nothing        bool
	Beside         bool
}

func (b *Codebook) loadActs(files fs.FS, name string) error {
	var file struct{ Act []actRecord }
	if err := decode(files, name, &file); err != nil {
		return err
	}
	for _, record := range file.Act {
		if err := b.addAct(record); err != nil {
			return fmt.Errorf("act %q: %w", record.ID, err)
		}
	}
	return nil
}

func (b *Codebook) addAct(r actRecord) error {
	if r.ID == "" || r.Gloss == "" || r.Kind == "" {
		return fmt.Errorf("an act needs id, gloss and kind")
	}
	if !slices.Contains(kinds, r.Kind) {
		return fmt.Errorf("kind %q is none of %s", r.Kind, join(kinds))
	}
	if r.Standing != "" && !r.Standing.Known() {
		return fmt.Errorf("standing %q is none of the ladder's", r.Standing)
	}
	if b.acts[r.ID] != nil {
		return fmt.Errorf("is there twice")
	}
	if err := b.knownCode(r.Cameo); err != nil {
		return err
	}
	code := b.cameo[r.Cameo]
	plover := code.plover
	if r.Event != "" {
		plover = chancery.Plover{Event: r.Event, Context: plover.Context}
	}
	act := &chancery.Act{
		ID: r.ID, Gloss: r.Gloss, Kind: r.Kind, Plover: plover, Cameo: r.Cameo, Quad: Quad(plover.Event),
		Goldstein: code.goldstein, Mutual: r.Mutual, State: r.State, Standing: r.Standing,
	}
	if err := b.addCoding(r); err != nil {
		return err
	}
	b.acts[r.ID] = act
	b.order = append(b.order, r.ID)
	for i, record := range r.Frame {
		if err := b.addFrame(act, record, strconv.Itoa(i+1), r.Mood); err != nil {
			return fmt.Errorf("frame %d: %w", i+1, err)
		}
	}
	return nil
}

func (b *Codebook) addFrame(act *chancery.Act, r frameRecord, number string, mood chancery.Mood) error {
	triggers, pos := r.Verb, byte('v')
	actor := []string{"subject"}
	switch {
	case len(r.Noun) > 0:
		triggers, pos = r.Noun, 'n'
		actor = []string{"subject", "by", "possessor", "of", "modifier"}
	case len(r.Adjective) > 0:
		triggers, pos = r.Adjective, 'a'
	}
	if len(triggers) == 0 {
		return fmt.Errorf("names no verb, noun or adjective")
	}
	if r.Actor != nil {
		actor = r.Actor
	}
	if r.Mood != "" {
		mood = r.Mood
	}
	if mood != "" && !slices.Contains(chancery.Moods, mood) {
		return fmt.Errorf("mood %q is none of %s", mood, join(chancery.Moods))
	}
	if r.Fixed != "" && !r.Fixed.Known() {
		return fmt.Errorf("standing %q is none of the ladder's", r.Fixed)
	}
	f := frame{
		act: act, mood: mood, fixed: r.Fixed,
		rule:   fmt.Sprintf("%s/%s/%s", act.ID, map[byte]string{'v': "verb", 'n': "noun", 'a': "adjective"}[pos], number),
		office: r.Office, host: r.Host, town: r.Town, copula: r.Copula, bare: r.Bare, age: r.Age, lone: r.Lone, covered: r.Covered, spoken: r.Spoken, agentless: r.Agentless, pairOnly: r.NeedsRecipient, beside: r.Beside, nothing: r.Nothing,
		plural: r.Plural != nil && *r.Plural,
		light:  setOf(r.Light), predicate: setOf(r.Predicate),
	}
	var err error
	for _, side := range []struct {
		key   string
		into  *[]slot
		names []string
	}{
		{"actor", &f.actor, actor}, {"recipient", &f.recipient, r.Recipient}, {"association", &f.association, r.Association},
		{"instrument", &f.instrument, r.Instrument}, {"object", &f.object, r.Object}, {"standing", &f.standing, r.Standing},
	} {
		if *side.into, err = b.paths(side.names); err != nil {
			return fmt.Errorf("%s: %w", side.key, err)
		}
	}
	if f.require, err = b.conditions(r.Require); err != nil {
		return fmt.Errorf("require: %w", err)
	}
	if f.forbid, err = b.conditions(r.Forbid); err != nil {
		return fmt.Errorf("forbid: %w", err)
	}
	for _, text := range r.Pattern {
		p, err := b.parsePattern(text)
		if err != nil {
			return err
		}
		f.patterns = append(f.patterns, p)
	}
	if r.Weighty != nil {
		f.weighty = *r.Weighty
	}
	if f.variants, err = b.variants(r.Variants); err != nil {
		return err
	}
	if f.cameo = r.Cameo; f.cameo != "" {
		if err := b.knownCode(f.cameo); err != nil {
			return err
		}
	}
	for _, words := range triggers {
		if err := b.index(f, pos, words); err != nil {
			return err
		}
	}
	return nil
}

// index files a frame under the lemma of the token that it hangs on: the verb in "break off", the
// last noun in "phone call", the first in "entry into force".
func (b *Codebook) index(f frame, pos byte, words string) error {
	f.trigger = trigger{pos: pos, text: words}
	if name, ok := strings.CutPrefix(words, "@"); ok {
		if err := b.knownLists([]string{words}); err != nil {
			return err
		}
		for lemma := range b.words[name] {
			if err := b.index(f, pos, lemma); err != nil {
				return err
			}
		}
		return nil
	}
	parts := strings.Fields(words)
	head := 0
	if pos == 'n' && !hasPreposition(parts) {
		head = len(parts) - 1
	}
	f.trigger.head = strings.ToLower(parts[head])
	for i, p := range parts {
		if i != head {
			f.trigger.other = append(f.trigger.other, strings.ToLower(p))
		}
	}
	index := map[byte]map[string][]*frame{'v': b.verbs, 'n': b.nouns, 'a': b.adjs}[pos]
	index[f.trigger.head] = append(index[f.trigger.head], &f)
	return nil
}

func hasPreposition(words []string) bool {
	for _, w := range words {
		if w == "of" || w == "into" || w == "in" {
			return true
		}
	}
	return false
}

func (b *Codebook) knownLists(words []string) error {
	for _, w := range words {
		name, isList := strings.CutPrefix(w, "@")
		if isList && name != "association" && b.words[name] == nil {
			return fmt.Errorf("word list %q is not in wordlists.toml", w)
		}
	}
	return nil
}

// kinds are the kinds of act.
var kinds = []chancery.Kind{chancery.KindEvent, chancery.KindStanding, chancery.KindAgreement, chancery.KindCommitment,
	chancery.KindPosition, chancery.KindTie, chancery.KindQuote}

func join[T ~string](all []T) string {
	var texts []string
	for _, t := range all {
		texts = append(texts, string(t))
	}
	return strings.Join(texts, ", ")
}

func setOf(words []string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}
