package codebook

import (
	"cmp"
	"maps"
	"slices"

	"chancery"
)

// Description is what the codebook holds about an act, for people to read.
type Description struct {
	chancery.Act
	Verbs, Nouns, Adjectives []string
	Codes                    []CodeDescription // that the act may have, its own first
	Examples                 []Example
}

// CodeDescription is a code with what it means.
type CodeDescription struct {
	Code, Meaning string
	Plover        chancery.Plover
}

// Describe describes every act, in the order of the data files.
func (b *Codebook) Describe() []Description {
	all := make([]Description, 0, len(b.order))
	for _, id := range b.order {
		d, _ := b.DescribeAct(id)
		all = append(all, d)
	}
	return all
}

// DescribeAct describes one act.
func (b *Codebook) DescribeAct(id string) (Description, bool) {
	act, ok := b.acts[id]
	if !ok {
		return Description{}, false
	}
	d := Description{Act: *act, Verbs: b.wordsOf(b.verbs, id), Nouns: b.wordsOf(b.nouns, id), Adjectives: b.wordsOf(b.adjs, id)}
	for _, code := range b.codesOf(act) {
		d.Codes = append(d.Codes, CodeDescription{code, b.cameo[code].meaning, b.cameo[code].plover})
	}
	for _, e := range b.examples {
		if e.Act == id {
			d.Examples = append(d.Examples, e)
		}
	}
	slices.SortStableFunc(d.Examples, func(a, b Example) int { // the act's own code first
		return cmp.Compare(rank(a.Cameo, act.Cameo), rank(b.Cameo, act.Cameo))
	})
	return d, true
}

func rank(code, own string) int {
	if code == own {
		return 0
	}
	return 1
}

// wordsOf lists the words of an index that carry the act, as they are written.
func (b *Codebook) wordsOf(index map[string][]*frame, id string) []string {
	words := map[string]bool{}
	for _, frames := range index {
		for _, f := range frames {
			if f.act.ID == id {
				words[f.trigger.text] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(words))
}

// codesOf lists the codes that an act may have: its own, those of its variants and frames, and those
// that its complement may give it.
func (b *Codebook) codesOf(act *chancery.Act) []string {
	coding, codes := b.codings[act.ID], map[string]bool{}
	for _, v := range coding.variants {
		codes[v.code] = true
	}
	for _, code := range b.tables[coding.table] {
		codes[code] = true
	}
	for _, index := range []map[string][]*frame{b.verbs, b.nouns, b.adjs} {
		for _, frames := range index {
			for _, f := range frames {
				if f.act.ID != act.ID {
					continue
				}
				if f.cameo != "" {
					codes[f.cameo] = true
				}
				for _, v := range f.variants {
					codes[v.code] = true
				}
			}
		}
	}
	delete(codes, act.Cameo)
	return append([]string{act.Cameo}, slices.Sorted(maps.Keys(codes))...)
}
