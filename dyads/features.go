package dyads

import (
	"strings"

	"chancery/dyads/internal/model"
	"chancery/dyads/internal/vectors"
	"chancery/english"
)

// mostWords bounds how many words of a clause become features.
const mostWords = 40

// features are what the learnt part looks at: what the rules say, the words and relations between the two, and where the
// words lie among all words.
func (r *reading) features(ruled []meaning) *model.Features {
	f := &model.Features{}
	for rank, m := range ruled {
		if rank == 3 {
			break
		}
		event := r.eventOf(m.code)
		f.Add("rule", rank, event)
		if rank == 0 {
			f.Add("score", event, int(m.score*6))
			f.Add("code", m.code)
		}
	}
	if len(ruled) == 0 {
		f.Add("rule", "none")
	}
	a, b := r.actor.head, r.recipient.head
	if a < 0 {
		a = b
	}
	anchor := r.anchor(a, func(int, float64) {})
	if anchor < 0 {
		anchor = a
	}
	r.predicateFeatures(f, "anchor", anchor)
	f.Add("actor", r.doc.Tokens[a].Label)
	lower := anchor
	if b >= 0 {
		f.Add("recipient", r.doc.Tokens[b].Label, r.preposition(b))
		path := ""
		for p, steps := b, 0; p != anchor && p != english.Root && steps < 6; p, steps = r.doc.Tokens[p].Head, steps+1 {
			path += ">" + r.doc.Tokens[p].Label.String()
			if p != b && !r.recipient.has(p) {
				r.wordFeatures(f, "path", p)
				if lower == anchor && r.predicate(p) {
					lower = p
				}
			}
		}
		f.Add("path", path)
		f.Add("order", a < b, r.doc.Dominates(anchor, b))
		if h := r.doc.Tokens[b].Head; h != english.Root {
			r.wordFeatures(f, "governor", h)
		}
	}
	if lower != anchor {
		r.predicateFeatures(f, "lower", lower)
	}
	r.jointFeatures(f, ruled, anchor, lower)
	r.denseWords(f, anchor, lower)
	return f
}

// jointFeatures are those of two things together.
func (r *reading) jointFeatures(f *model.Features, ruled []meaning, anchor, lower int) {
	g := r.doc.VerbGroup(anchor)
	object := ""
	if o := r.doc.Child(anchor, english.Obj, english.Xcomp, english.Ccomp, english.NsubjPass); o >= 0 {
		object = r.kindOf(o)
	}
	f.Add("kinds", r.kindOf(anchor), object)
	f.Add("kinds", r.kindOf(anchor), "lower", r.kindOf(lower), g.Tense == english.Future, g.Negated)
	if len(ruled) == 0 {
		return
	}
	event := r.eventOf(ruled[0].code)
	f.Add("rule", event, g.Tense == english.Future, g.Negated, g.Passive)
	if r.recipient.head >= 0 {
		f.Add("rule", event, r.preposition(r.recipient.head), r.doc.Tokens[r.recipient.head].Label)
	}
	f.Add("rule", event, "actor", r.doc.Tokens[max(r.actor.head, 0)].Label)
	if len(ruled) > 1 {
		f.Add("rules", event, r.eventOf(ruled[1].code), ruled[0].score-ruled[1].score > 0.3)
	}
	f.Add("rule", event, ruled[0].rule)
}

// predicateFeatures are those of a predicate: itself, its group, its object.
func (r *reading) predicateFeatures(f *model.Features, role string, i int) {
	r.wordFeatures(f, role, i)
	g := r.doc.VerbGroup(i)
	f.Add(role, "group", g.Negated, g.Tense == english.Future, g.Modal)
	f.Add(role, "passive", g.Passive)
	for _, c := range r.doc.Children(i) {
		switch t := &r.doc.Tokens[c]; t.Label {
		case english.Obj, english.NsubjPass, english.Xcomp, english.Ccomp:
			if !r.actor.has(c) && !r.recipient.has(c) {
				r.wordFeatures(f, role+t.Label.String(), c)
			}
			f.Add(role, "has", t.Label, r.recipient.has(c))
		case english.CompoundPrt:
			f.Add(role, "particle", r.lemma(i), r.lemma(c))
		}
	}
}

func (r *reading) lemma(i int) string { return strings.ToLower(r.doc.Tokens[i].Lemma) }

// wordFeatures are those of one word: its lemma, and what the lexicon takes it for.
func (r *reading) wordFeatures(f *model.Features, role string, i int) {
	f.Add(role, "lemma", r.lemma(i))
	if kind := r.kindOf(i); kind != "" {
		f.Add(role, "kind", kind)
	}
	if m := r.meaning(i); m.code != "" {
		f.Add(role, "means", r.eventOf(m.code))
	}
}

// kindOf is the event or the operator of the first sense of a word that fits.
func (r *reading) kindOf(i int) string {
	words := r.words.nouns
	switch r.doc.Tokens[i].POS {
	case english.VERB, english.AUX:
		words = r.words.verbs
	case english.ADJ, english.ADV:
		words = r.words.adjectives
	}
	senses := r.senses(i, words)
	switch {
	case len(senses) == 0:
		return ""
	case senses[0].code != "":
		return r.eventOf(senses[0].code)
	}
	return senses[0].op
}

func (r *reading) eventOf(code string) string {
	if event, ok := r.words.conventions[code]; ok {
		return event
	}
	known, _ := r.coder.book.Cameo(code)
	return known.Plover.Event
}

// denseWords gives the places of the words among all words: the predicate, the one nearest to the recipient, the
// predicate's object, and the clause in the mean.
func (r *reading) denseWords(f *model.Features, anchor, lower int) {
	v := r.coder.vectors
	f.Dense = make([]float32, 4*v.Dimensions())
	r.dense(f, v, 0, anchor, 1)
	if lower != anchor {
		r.dense(f, v, 1, lower, 1)
	}
	if o := r.doc.Child(anchor, english.Obj, english.Xcomp, english.Ccomp, english.NsubjPass); o >= 0 && !r.actor.has(o) && !r.recipient.has(o) {
		r.dense(f, v, 2, o, 1)
	}
	sentence := r.doc.Sentences[r.doc.Tokens[anchor].Sentence]
	var counted []int
	for i := max(sentence.First, anchor-mostWords); i < min(sentence.Last, anchor+2*mostWords) && len(counted) < mostWords; i++ {
		if !r.doc.Dominates(anchor, i) {
			continue
		}
		switch t := &r.doc.Tokens[i]; t.POS {
		case english.VERB, english.NOUN, english.ADJ, english.ADV:
			if !r.actor.has(i) && !r.recipient.has(i) {
				counted = append(counted, i)
				if kind := r.kindOf(i); kind != "" {
					f.Add("clause", kind)
				}
				f.Add("clause", "lemma", r.lemma(i))
			}
		}
	}
	for _, i := range counted {
		r.dense(f, v, 3, i, 1/float32(len(counted)))
	}
}

func (r *reading) dense(f *model.Features, v *vectors.Vectors, block, i int, weight float32) {
	values := v.Of(r.lemma(i))
	if p := r.doc.Child(i, english.CompoundPrt); p >= 0 {
		if joined := v.Of(r.lemma(i) + " " + r.lemma(p)); joined != nil {
			values = joined
		}
	}
	for k, x := range values {
		f.Dense[block*v.Dimensions()+k] += weight * float32(x) / 127
	}
}
