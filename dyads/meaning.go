package dyads

import (
	"strings"

	"chancery/english"
)

// reading is one pair in one document.
type reading struct {
	coder            *Coder
	words            *lexicon
	doc              *english.Document
	actor, recipient phrase
	memo             map[int]meaning
}

// meaning is what a word tells together with what stands below it.
type meaning struct {
	code   string // CAMEO code, or "" for nothing
	score  float64
	top    int   // the token that was asked
	tokens []int // the words that it rests on
	must   bool  // said with "must" or "should"
	speaks bool  // it is what somebody says
	ends   bool  // it is the end of something
	rule   string
	why    string
}

// meaning reads token i. Loops cannot be: a word under way means nothing to itself.
func (r *reading) meaning(i int) meaning {
	if m, ok := r.memo[i]; ok {
		return m
	}
	r.memo[i] = meaning{top: i}
	m := r.read(i)
	m.top = i
	r.memo[i] = m
	return m
}

func (r *reading) read(i int) meaning {
	t := &r.doc.Tokens[i]
	var m meaning
	switch t.POS {
	case english.VERB, english.AUX:
		if i+1 < len(r.doc.Tokens) && r.misread(i+1) {
			if m = r.any(i+1, r.words.verbs); m.code != "" {
				break
			}
		}
		if m = r.any(i, r.words.verbs); m.code == "" && r.doc.Child(i, english.Nsubj, english.Obj) < 0 {
			m = r.any(i, r.words.nouns) // the tagger took a noun for a verb
		}
	case english.ADJ, english.ADV:
		if m = r.any(i, r.words.adjectives); m.code == "" && (t.Tag == "VBN" || t.Tag == "VBD" || r.doc.Child(i, english.Nsubj) >= 0) {
			m = weakened(r.any(i, r.words.verbs), 0.8)
		}
	default:
		if cop := r.doc.Child(i, english.Cop); cop >= 0 && cop+1 < i && r.misread(cop+1) {
			if m = r.any(cop+1, r.words.verbs); m.code != "" {
				break
			}
		}
		if m = r.any(i, r.words.nouns); m.code == "" && r.doc.Child(i, english.Nsubj, english.Obj) >= 0 && !strings.HasPrefix(string(t.Tag), "NNP") {
			m = weakened(r.any(i, r.words.verbs), 0.7) // the tagger took a verb for a noun
		}
	}
	if m.code == "" {
		m = weakened(r.inner(i, "do"), 0.7)
	}
	return r.grouped(i, m)
}

// any is what the first of a word's senses tells that tells anything.
func (r *reading) any(i int, words map[string][]*sense) meaning {
	for _, s := range r.senses(i, words) {
		if m := r.told(i, s.sense, s.weight); m.code != "" {
			return m
		}
	}
	return meaning{}
}

func weakened(m meaning, by float64) meaning {
	m.score *= by
	return m
}

// told is what a word with this sense tells.
func (r *reading) told(i int, s *sense, specificity int) meaning {
	lemma := strings.ToLower(r.doc.Tokens[i].Lemma)
	if len(s.rest) > 0 {
		lemma += " " + strings.Join(s.rest, " ")
	}
	if s.code != "" {
		score := 0.85 + 0.03*float64(min(specificity, 2))
		return meaning{code: s.code, score: score, tokens: []int{i}, rule: lemma, why: lemma + " is " + s.code}
	}
	inner := r.inner(i, s.op)
	operator := s.op
	switch {
	case operator == "say":
		inner, operator = r.said(i, inner)
	case operator == "rally" && len(inner.tokens) > 0 && inner.tokens[0] != inner.top:
		operator = "demand" // "demanded an admission that it killed"
	}
	code := r.words.compose(operator, inner.code)
	if (operator == "demand" || operator == "rally") && strings.HasPrefix(inner.code, "05") && r.backed(i, inner.top) {
		code = "053" // "urged Chad to support the rebels" rallies support for them
	}
	if operator == "end" && inner.ends && strings.HasPrefix(inner.code, "08") {
		code = "081" // "lifted its suspension of"
	}
	if code == "" {
		return meaning{tokens: []int{i}}
	}
	if inner.code == "" {
		return meaning{code: code, score: 0.7, tokens: []int{i}, rule: lemma + ":" + operator, why: lemma + " (" + operator + ") is " + code}
	}
	m := meaning{code: code, ends: operator == "end", score: 0.3 + 0.7*inner.score, rule: lemma + ":" + operator + "+" + inner.rule}
	if operator == "do" || operator == "say" {
		m.score = inner.score * 0.98
		m.speaks = operator == "say" || inner.speaks
	}
	m.tokens = append(append(m.tokens, i), inner.tokens...)
	m.why = lemma + " (" + operator + "), " + inner.why
	if code != inner.code {
		m.why += ", together " + code
	}
	return m
}

// backed reports whether the recipient is whom token i asks others to support.
func (r *reading) backed(i, inner int) bool {
	if !r.under(inner, r.recipient.head) || r.recipient.has(inner) {
		return false
	}
	if s := r.doc.Child(inner, english.Nsubj); s >= 0 {
		return !r.recipient.has(s)
	}
	o := r.doc.Child(i, english.Obj)
	return o >= 0 && o != inner && !r.recipient.has(o)
}

// said is a clause that somebody says: what another must do is demanded, what another did wrong is blamed on him.
func (r *reading) said(i int, inner meaning) (meaning, string) {
	if inner.code == "" {
		if c := r.doc.Child(i, english.Ccomp, english.Parataxis); c >= 0 && obliges(r.doc.VerbGroup(c)) && !r.actor.has(r.subject(c)) {
			return inner, "demand"
		}
		return inner, "say"
	}
	subject := r.subject(inner.top)
	if subject < 0 || r.actor.has(subject) || r.doc.Tokens[subject].POS == english.PRON && !r.recipient.has(subject) {
		return inner, "say"
	}
	if inner.must || r.subjunctive(inner.top) {
		inner.score = max(inner.score, obliged) // whatever it is, it is demanded
		return inner, "demand"
	}
	if r.recipient.has(subject) && r.doc.Tokens[inner.top].Label == english.Ccomp && inner.code[:2] >= "14" {
		return inner, "accuse"
	}
	return inner, "say"
}

// obliged is how sure it is that somebody asks for something of whoever he says "must".
const obliged = 0.8

// subjunctive reports whether a clause has the bare verb of "insisted that Chad free them".
func (r *reading) subjunctive(i int) bool {
	t := &r.doc.Tokens[i]
	return t.Tag == "VB" && t.Label == english.Ccomp && r.doc.Child(i, english.AuxLabel, english.AuxPass) < 0 && !r.infinitive(i)
}

// grouped applies what the verb group says: will, will not, did not, must.
func (r *reading) grouped(i int, m meaning) meaning {
	if m.code == "" {
		return m
	}
	g := r.doc.VerbGroup(i)
	negated := g.Negated || r.denied(i)
	operator := ""
	switch future := g.Tense == english.Future || g.Modal == "would" || g.Modal == "be to" || g.Modal == "shall"; {
	case future && negated:
		operator = "willnot"
	case future:
		operator = "will"
	case negated:
		operator = "not"
	case !g.Perfect && (g.Modal == "may" || g.Modal == "might" || g.Modal == "could"):
		operator = "may"
	}
	m.must = m.must && g.Form == english.Infinitive || obliges(g)
	if operator == "" {
		return m
	}
	code := r.words.compose(operator, m.code)
	if code != m.code {
		m.why += ", " + map[string]string{"will": "to come", "willnot": "not to come", "not": "denied", "may": "possible"}[operator]
		if code != "" {
			m.why += ": " + code
		}
		m.score *= 0.95
	}
	m.code = code
	m.rule = operator + "+" + m.rule
	return m
}

// obliges reports whether a verb group says what somebody has to do.
func obliges(g english.VerbGroup) bool {
	switch g.Modal {
	case "must", "should", "ought", "need", "have to":
		return true
	}
	return false
}

// denied reports whether the subject, the object or the noun itself is none: "no agreement was reached".
func (r *reading) denied(i int) bool {
	for _, c := range r.doc.Children(i) {
		t := &r.doc.Tokens[c]
		switch t.Label {
		case english.DetLabel:
			if l := strings.ToLower(t.Lemma); l == "no" || l == "neither" {
				return true
			}
		case english.Obj, english.Nsubj, english.NsubjPass:
			if d := r.doc.Child(c, english.DetLabel); d >= 0 && r.doc.Tokens[i].POS == english.VERB && r.words.nouns[r.lemma(c)] == nil {
				if l := strings.ToLower(r.doc.Tokens[d].Lemma); l == "no" || l == "neither" {
					return true
				}
			}
		}
	}
	return false
}
