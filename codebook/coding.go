package codebook

import (
	"fmt"
	"slices"

	"chancery"
)

// This file gives a claim its code: CAMEO has finer codes than there are acts. A finer code comes from
// the words in a slot of the frame (variants), or from what is promised, demanded, rejected or
// threatened (composition.go).

// coding is how an act comes by finer codes, whatever its frame.
type coding struct {
	variants []variant
	table    string // the composition that its complement decides by, or ""
}

// variant is a finer CAMEO code for an act, where one of the words stands in one of the slots, or
// anywhere in the sentence where no slot is named.
type variant struct {
	words []string
	in    []slot
	third bool // for a meeting: it took place in the land of neither side
	code  string
}

// The TOML form of a variant.
type variantRecord struct {
	If    []string
	In    []string
	Third bool
	Cameo string
}

func (b *Codebook) addCoding(r actRecord) error {
	variants, err := b.variants(r.Variants)
	if err != nil {
		return err
	}
	if _, ok := b.tables[r.Compose]; !ok && r.Compose != "" {
		return fmt.Errorf("composition %q is not in compositions.toml", r.Compose)
	}
	b.codings[r.ID] = coding{variants, r.Compose}
	return nil
}

func (b *Codebook) variants(records []variantRecord) ([]variant, error) {
	var all []variant
	for _, r := range records {
		if err := b.knownCode(r.Cameo); err != nil {
			return nil, err
		}
		if err := b.knownLists(r.If); err != nil {
			return nil, err
		}
		if len(r.If) == 0 && !r.Third {
			return nil, fmt.Errorf("a variant needs words to tell it by: if = [\"…\"]")
		}
		var in []slot
		for _, name := range r.In {
			s, err := slot{name}, error(nil)
			if name != "verb" {
				s, err = b.path(name)
			}
			if err != nil {
				return nil, fmt.Errorf("variants: %w, or verb", err)
			}
			in = append(in, s)
		}
		all = append(all, variant{r.If, in, r.Third, r.Cameo})
	}
	return all, nil
}

func (b *Codebook) knownCode(code string) error {
	if _, ok := b.cameo[code]; !ok {
		return fmt.Errorf("CAMEO code %q is not in cameo.tsv", code)
	}
	return nil
}

// code gives the claim the PLOVER and CAMEO coding of its act, or the finer one that its wording calls
// for. A code without a PLOVER event of its own leaves the claim the event of its act.
func (r *reading) code(c *chancery.Claim, p *predication) {
	act := p.frame.act
	c.Plover, c.Cameo, c.Quad, c.Goldstein = act.Plover, act.Cameo, act.Quad, act.Goldstein
	id := r.finer(p, c, maxNested)
	if id == act.Cameo {
		return
	}
	code := r.book.cameo[id]
	c.Cameo, c.Goldstein = id, code.goldstein
	if code.plover.Event != "" {
		c.Plover, c.Quad = code.plover, Quad(code.plover.Event)
	}
}

// finer is the CAMEO code of a predication: of its frame's variants, its frame, its act's variants, its
// complement, its act, the first that there is. The claim is nil where there is none yet.
func (r *reading) finer(p *predication, c *chancery.Claim, depth int) string {
	coding := r.book.codings[p.frame.act.ID]
	for _, v := range p.frame.variants {
		if r.varies(p, c, v) {
			return v.code
		}
	}
	if p.frame.cameo != "" {
		return p.frame.cameo
	}
	for _, v := range coding.variants {
		if r.varies(p, c, v) {
			return v.code
		}
	}
	if coding.table != "" && depth > 0 {
		if code := r.composed(p, coding.table, depth-1); code != "" {
			return code
		}
	}
	return p.frame.act.Cameo
}

// varies reports whether the wording is that of the variant.
func (r *reading) varies(p *predication, c *chancery.Claim, v variant) bool {
	if v.third && !(c != nil && abroad(c)) {
		return false
	}
	if len(v.words) == 0 {
		return true
	}
	if len(v.in) == 0 {
		return r.sentenceHas(p.token, v.words)
	}
	for _, s := range v.in {
		if s[0] == "verb" || s[0] == "self" {
			if r.listed(r.lemma(p.token), v.words) || r.phraseHas(p.token, v.words) {
				return true
			}
			continue
		}
		for _, t := range r.fill(p, s) {
			if slices.ContainsFunc(r.conjuncts(t), func(k int) bool { return r.about(k, v.words) }) {
				return true
			}
		}
	}
	return false
}

// about reports whether one of the words stands in the phrase of token t.
func (r *reading) about(t int, words []string) bool {
	first, last := r.doc.Subtree(t)
	for i := first; i <= last; i++ {
		if r.listed(r.lemma(i), words) || r.phraseHas(i, words) {
			return true
		}
	}
	return false
}

// abroad reports whether something between states took place in the land of none of them.
func abroad(c *chancery.Claim) bool {
	if c.Place == nil || c.Place.ID == "" || distinct(*c) < 2 {
		return false
	}
	return !slices.ContainsFunc(slices.Concat(c.Actor, c.Recipient), func(p chancery.Participant) bool { return p.ID == c.Place.ID || p.ID == "" })
}
