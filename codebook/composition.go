package codebook

import (
	"fmt"
	"io/fs"
	"slices"

	"chancery"
	"chancery/english"
)

// CAMEO codes a promise, a demand, a refusal and a threat by what is promised, demanded, refused and
// threatened: "express intent to provide humanitarian aid", "demand humanitarian aid", "reject demand for
// humanitarian aid". So the code is composed, by data/compositions.toml: the word's own act names a table, and the
// table leads from the code of the complement to the code of the whole. The complement has the code of the act that
// its verb or noun carries, or else of the matter that its words speak of.

// maxNested is how many undertakings may stand within each other: "promised to ask for aid".
const maxNested = 3

// matter is what a phrase may be about, without any act in it: "reform", "the lifting of sanctions".
type matter struct {
	heads []string // the phrase's first word, where only some will do
	words []string // one of them anywhere in the phrase
	code  string
}

func (b *Codebook) loadCompositions(files fs.FS) error {
	const name = "compositions.toml"
	var file struct {
		Table  map[string]map[string]string
		Matter []struct {
			Code         string
			Heads, Words []string
		}
	}
	if err := decode(files, name, &file); err != nil {
		return fmt.Errorf("codebook: %s: %w", name, err)
	}
	b.tables = file.Table
	for table, codes := range file.Table {
		for _, code := range codes {
			if err := b.knownCode(code); err != nil {
				return fmt.Errorf("codebook: %s: %s: %w", name, table, err)
			}
		}
	}
	for _, m := range file.Matter {
		if err := b.knownCode(m.Code); err != nil {
			return fmt.Errorf("codebook: %s: matter: %w", name, err)
		}
		if err := b.knownLists(slices.Concat(m.Heads, m.Words)); err != nil {
			return fmt.Errorf("codebook: %s: matter %s: %w", name, m.Code, err)
		}
		b.matters = append(b.matters, matter{m.Heads, m.Words, m.Code})
	}
	return nil
}

// composed is the code of an act with a complement, by the table of that name, or "" where the complement says
// nothing that the table knows.
func (r *reading) composed(p *predication, table string, depth int) string {
	for _, s := range p.frame.object {
		if s[0] == "list" || s[0] == "title" {
			continue
		}
		for _, t := range r.fill(p, s) {
			if code := r.composedOf(r.book.tables[table], t, depth); code != "" {
				return code
			}
		}
	}
	return ""
}

func (r *reading) composedOf(table map[string]string, t, depth int) string {
	for _, code := range r.matterCodes(t, depth) {
		for c := code; c != ""; c = c[:len(c)-1] { // 0841 is a kind of 084, and that of 08
			if whole, ok := table[c]; ok {
				return whole
			}
		}
	}
	return ""
}

// matterCodes are the codes of what the phrase or clause of token t is about, the surest first.
func (r *reading) matterCodes(t, depth int) []string {
	head, within := r.askedFor(t), t
	if head == english.Root {
		head = t
	} else if !r.doc.Dominates(t, head) {
		within = head
	}
	codes := []string{}
	if code := r.actCode(r.askedFor(t), depth); code != "" {
		codes = append(codes, code)
	}
	heads := []int{head}
	if r.isVerbal(head) { // "make concessions", "hold a referendum"
		heads = append(heads, r.children(head, english.Obj)...)
	}
	for _, m := range r.book.matters {
		headed := len(m.heads) == 0 || slices.ContainsFunc(heads, func(h int) bool { return r.phraseHas(h, m.heads) })
		if headed && (len(m.words) == 0 || r.about(within, m.words)) {
			codes = append(codes, m.code)
		}
	}
	return codes
}

// askedFor is what a noun of asking or offering is about, wherever in its phrase that stands: "calls by Sweden for
// reform" are about reform. Of other words it is the word itself.
func (r *reading) askedFor(t int) int {
	if !r.book.list("verbal-noun", r.lemma(t)) && !r.book.list("transparent", r.lemma(t)) && !r.book.list("process", r.lemma(t)) {
		return t
	}
	_, last := r.doc.Subtree(t)
	for i := t + 1; i <= last; i++ {
		switch c := r.caseOf(i); {
		case r.infinitive(i), c == "for" && r.doc.Tokens[i].POS == english.NOUN:
			return i
		case (c == "of" || c == "on" || c == "to") && r.doc.Tokens[i].Head == t && r.at(i) == nil:
			return i
		}
	}
	if h := r.doc.Tokens[t].Head; h != english.Root && r.doc.Tokens[h].POS == english.VERB { // where the parser hung it on the verb
		for _, c := range r.children(h, english.Obl) {
			if c > t && r.caseOf(c) == "for" {
				return c
			}
		}
	}
	return english.Root
}

// carried is the act of a complement: the frame that fits its verb or noun best, or that of a noun which its verb
// carries ("to go on strike").
func (r *reading) carried(t int) (best predication, ok bool) {
	if t == english.Root {
		return predication{}, false
	}
	most := 0
	consider := func(t, carrier int) {
		for _, f := range r.frames(t) {
			p := predication{frame: f, token: t, carrier: english.Root}
			if f.copula || f.age || len(f.predicate) > 0 || !r.triggered(&p) || !r.allowed(&p) || (carrier != english.Root && p.carrier != carrier) {
				continue
			}
			if f.act.Kind == chancery.KindStanding && len(r.standings(&p, draft{})) == 0 {
				continue
			}
			if asks := 1 + 2*len(f.require) + 3*len(f.trigger.other); asks > most {
				best, most = p, asks
			}
		}
	}
	consider(t, english.Root)
	if most == 0 && r.doc.Tokens[t].POS == english.VERB {
		for _, n := range r.where(t, func(c int) bool { return r.doc.Tokens[c].POS == english.NOUN }, english.Obj, english.Obl) {
			consider(n, t)
		}
	}
	return best, most > 0
}

// actCode is the code of the act that token t carries as somebody's complement, or "".
func (r *reading) actCode(t, depth int) string {
	p, ok := r.carried(t)
	if !ok {
		return ""
	}
	return r.finer(&p, nil, depth)
}

// towards are those to whom is done what the predication promises, demands or threatens: "threatened to cut
// aid to Mali" threatens Mali.
func (r *reading) towards(p *predication, actors []party) []party {
	if r.book.codings[p.frame.act.ID].table == "" {
		return nil
	}
	for _, s := range p.frame.object {
		if s[0] == "list" || s[0] == "title" || s[0] == "clause" {
			continue
		}
		for _, t := range r.fill(p, s) {
			if inner, ok := r.carried(r.askedFor(t)); ok {
				return r.side(&inner, inner.frame.recipient, actors)
			}
		}
	}
	return nil
}
