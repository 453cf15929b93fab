package codebook

import (
	"slices"
	"strings"

	"chancery"
	"chancery/actors"
	"chancery/english"
)

// voice is somebody who says something in a report.
type voice struct {
	token   int             // head of the phrase that names the speaker
	named   bool            // the phrase names the speaker himself, not his office or his ministry
	mention *actors.Mention // nil where the register knows nobody of that description
	text    string
}

func (v voice) ids() []string {
	if v.mention == nil {
		return nil
	}
	return v.mention.IDs
}

// speaker is the voice as a claim carries it.
func (r *reading) speaker(v voice) chancery.Speaker {
	s := chancery.Speaker{Name: v.text, Text: v.text}
	if m := v.mention; m != nil {
		formerly := m.Kind == chancery.KindOffice && m.Office == "" // a former ambassador speaks for nobody
		if len(m.IDs) > 0 && !formerly {
			s.ID = m.IDs[0]
		}
		switch {
		case !v.named || formerly:
		case m.Person != "":
			s.Name = m.Person
		case m.Organ != "" && s.ID != "":
			s.Name = v.text
		case m.Pronoun && strings.Contains(m.Via, "→ "): // "he" is whoever the words before named
			s.Name = m.Via[strings.LastIndex(m.Via, "→ ")+len("→ "):]
		case m.Office == "" && s.ID != "" && m.Organ == "":
			s.Name = r.in.Register.Name(s.ID)
		}
	}
	return s
}

// voices gives the chain of those who say what stands at token t, the innermost first, without the
// publisher. It is empty where the report says it itself.
func (r *reading) voices(t int) []voice {
	chain, known := r.voiced[t]
	if !known {
		chain = r.findVoices(t)
		r.voiced[t] = chain
	}
	return chain
}

func (r *reading) findVoices(t int) []voice {
	var chain []voice
	add := func(tokens []int) {
		for _, s := range tokens {
			v := r.voiceOf(s)
			if slices.ContainsFunc(chain, func(w voice) bool { return r.sameVoice(v, w) }) {
				continue
			}
			if v.mention != nil && v.mention.Speaker { // "I said": the speaker of the quotation
				continue
			}
			chain = append(chain, v)
			return
		}
	}
	for x := t; ; {
		for _, c := range r.doc.Children(x) {
			if r.labelled(c, english.Parataxis, english.Advcl) && r.speech(c) && !r.doc.Dominates(c, t) && !r.semicolon(min(c, t), max(c, t)) && !r.saysItsOwn(c) && !r.relativeClause(c) {
				add(r.surfaceSpeaker(c))
				add(r.quoting(c))
			}
		}
		h := r.doc.Tokens[x].Head
		if h == english.Root {
			break
		}
		if r.speech(h) && !r.relativeClause(x) && !r.semicolon(min(x, h), max(x, h)) && (r.labelled(x, english.Ccomp) || r.labelled(x, english.Parataxis) && (x < h || r.doc.Child(h, english.Obj) < 0)) {
			r.citedBy(h, add)
			add(r.surfaceSpeaker(h))
			add(r.quoting(h))
		}
		x = h
	}
	if len(chain) == 0 {
		if v, speaker := r.trailingSpeaker(t); v != english.Root {
			r.citedBy(v, add)
			add(speaker)
			add(r.quoting(v))
		}
	}
	if len(chain) == 0 {
		add(r.sharedSpeaker(t))
	}
	if len(chain) == 0 {
		for _, s := range r.sayings(t) {
			if t >= s.from && t < s.to && (s.voice.mention == nil || !s.voice.mention.Speaker) {
				chain = append(chain, s.voice)
				break
			}
		}
	}
	add(r.accordingTo(t))
	if len(chain) == 0 {
		for _, source := range r.attributed(t) {
			add([]int{source})
		}
	}
	if q := r.quotationAt(t); q >= 0 && r.quoted[q].known {
		v := r.quoted[q].voice
		if !slices.ContainsFunc(chain, func(w voice) bool { return r.sameVoice(v, w) }) {
			chain = append(chain, v)
		}
	}
	return chain
}

// saysItsOwn reports whether verb of saying v has words of its own, so that the clause that it hangs on is not what it
// says: "condemned it, saying that …", "came to complain", "while Chad is thinking it over".
func (r *reading) saysItsOwn(v int) bool {
	if r.doc.Child(v, english.Ccomp) >= v || r.infinitive(v) {
		return true
	}
	return r.labelled(v, english.Advcl) && r.doc.Child(v, english.Obj) >= v
}

func (r *reading) sameVoice(a, b voice) bool {
	if a.token == b.token {
		return true
	}
	if a.mention == nil && b.mention == nil && r.doc.Tokens[a.token].POS == english.PRON { // "He said he hoped"
		return strings.EqualFold(a.text, b.text)
	}
	if a.mention == nil || b.mention == nil {
		return false
	}
	if a.named != b.named {
		return false
	}
	if a.mention.Person != "" && a.mention.Person == b.mention.Person {
		return true
	}
	return a.mention.Person == "" && b.mention.Person == "" && a.mention.Office == b.mention.Office &&
		len(a.mention.IDs) == 1 && len(b.mention.IDs) == 1 && a.mention.IDs[0] == b.mention.IDs[0]
}

// speech reports whether token i is a verb of saying.
func (r *reading) speech(i int) bool {
	return r.doc.Tokens[i].POS == english.VERB && r.book.says(r.lemma(i))
}

// surfaceSpeaker is who says, where v is a verb of saying: its subject, or, for "was quoted as
// saying", whoever is quoted. "It was announced" names nobody.
func (r *reading) surfaceSpeaker(v int) []int {
	if q := r.quotedAs(v); q >= 0 {
		if r.passive(q) {
			return r.surfaceSubject(q)
		}
		return r.children(q, english.Obj)
	}
	if r.passive(v) && r.lemma(v) != "quote" && r.lemma(v) != "cite" {
		return r.oblique(v, "by")
	}
	var found []int
	for _, s := range r.surfaceSubject(v) {
		if t := r.doc.Tokens[s]; t.Label != english.Expl && !r.inTime(s) {
			found = append(found, s)
		}
	}
	return found
}

// citedBy adds the innermost voice of "…, the ministry reported, citing the minister".
func (r *reading) citedBy(v int, add func([]int)) {
	for _, c := range r.doc.Children(v) {
		if l := r.lemma(c); r.labelled(c, english.Advcl) && (l == "cite" || l == "quote") {
			add(r.children(c, english.Obj))
		}
	}
}

// quoting is who carries the words in "the minister was quoted by the ministry as saying".
func (r *reading) quoting(v int) []int {
	q := r.quotedAs(v)
	if l := r.lemma(v); q < 0 && (l == "quote" || l == "cite") && r.passive(v) {
		q = v
	}
	switch {
	case q < 0:
		return nil
	case r.passive(q):
		return r.oblique(q, "by")
	}
	return r.surfaceSpeaker(q)
}

// quotedAs is the verb of "was quoted as saying" and "quoted the minister as saying" where v is its "saying",
// or -1.
func (r *reading) quotedAs(v int) int {
	h := r.doc.Tokens[v].Head
	if h == english.Root || r.doc.Tokens[v].Tag != "VBG" || r.markOf(v) != "as" {
		return -1
	}
	switch r.lemma(h) {
	case "quote", "cite":
		return h
	case "report":
		if r.passive(h) || r.doc.Child(h, english.Obj) >= 0 {
			return h
		}
	}
	return -1
}

// trailingSpeaker mends a frequent slip of parsers: "…, the State Department said" and "…," said
// Lavrov at the end of a sentence, where the verb of saying does not govern what was said.
func (r *reading) trailingSpeaker(t int) (verb int, speaker []int) {
	s := r.doc.Sentences[r.doc.Tokens[t].Sentence]
	for v := s.Last - 1; v > t; v-- {
		if !r.speech(v) || !r.book.quotes(r.lemma(v)) || r.relativeClause(v) || r.doc.Tokens[t].Head == v && r.labelled(t, english.Nsubj, english.Obj) {
			continue
		}
		subject := r.surfaceSpeaker(v)
		if len(subject) == 0 || subject[0] < t {
			if m := r.mentionBefore(v, t); m != nil {
				return v, []int{m.Head}
			}
			continue
		}
		first, _ := r.doc.Subtree(subject[0])
		first = min(first, v)
		if first > s.First && first > t && !r.semicolon(t, v) && r.pause(first-1) && r.closes(v, subject[0], s.Last) {
			return v, subject
		}
	}
	return english.Root, nil
}

// sharedSpeaker is the speaker of the clause before, where this one goes on with its subject: "It is
// ready for talks, the ministry said, but it will not lift the tariff".
func (r *reading) sharedSpeaker(t int) []int {
	x := t
	for n := 0; n < maxClimb && x != english.Root; n++ {
		h := r.doc.Tokens[x].Head
		if r.labelled(x, english.Conj) && r.isVerbal(h) {
			s := r.doc.Child(x, english.Nsubj, english.NsubjPass)
			if s >= 0 && r.doc.Tokens[s].POS != english.PRON {
				return nil
			}
			if v, speaker := r.trailingSpeaker(h); v != english.Root {
				return speaker
			}
		}
		x = h
	}
	return nil
}

// mentionBefore is the mention between a comma and verb of saying v, where the parser took it for
// something else: ", the foreign ministry in Addis Ababa said on Tuesday".
func (r *reading) mentionBefore(v, t int) *actors.Mention {
	if r.doc.Child(v, english.Obj, english.Ccomp, english.Nsubj, english.NsubjPass) >= 0 || r.passive(v) {
		return nil
	}
	last := v - 1
	if r.pause(last) {
		last--
	}
	if m := r.at(last); m != nil && m.Last == last+1 && m.First > t+1 && r.pause(m.First-1) {
		return m
	}
	for i := last; i > t && v-i < 14; i-- {
		switch {
		case r.doc.Tokens[i].POS == english.VERB || r.doc.Tokens[i].POS == english.AUX:
			return nil
		case r.pause(i):
			if m := r.at(i + 1); m != nil && m.First == i+1 && m.Last <= v {
				return m
			}
			return nil
		}
	}
	return nil
}

// pause reports whether token i is a comma, a dash or a closing quotation mark.
func (r *reading) pause(i int) bool {
	w := r.doc.Word(i)
	return w == "," || w == "—" || w == "–" || w == "-" || w == "\"" || w == "”" || w == "''"
}

// semicolon reports whether a semicolon stands between two tokens: what follows it is said apart.
func (r *reading) semicolon(from, to int) bool {
	for i := from; i < to; i++ {
		if r.doc.Word(i) == ";" {
			return true
		}
	}
	return false
}

// closes reports whether nothing but adverbials follows the verb of saying and its subject.
func (r *reading) closes(v, subject, last int) bool {
	for _, c := range r.doc.Children(v) {
		if c > v && c != subject && r.labelled(c, english.Ccomp, english.Obj) {
			return false
		}
	}
	return last-max(v, subject) < 25
}

// accordingTo is the speaker of "according to X" anywhere in the sentence of token t.
func (r *reading) accordingTo(t int) []int {
	s := r.doc.Sentences[r.doc.Tokens[t].Sentence]
	for i := s.First; i+2 < s.Last; i++ {
		if !strings.EqualFold(r.doc.Word(i), "according") || !strings.EqualFold(r.doc.Word(i+1), "to") || r.apart(i, t) {
			continue
		}
		for j := i + 2; j < s.Last; j++ {
			if m := r.at(j); m != nil && !m.Adjective {
				return []int{m.Head}
			}
			if r.doc.Word(j) == "," {
				break
			}
			if p := r.doc.Tokens[j].POS; p == english.PROPN || p == english.NOUN {
				if h := r.doc.Tokens[j].Head; h < j || r.doc.Tokens[h].POS == english.VERB {
					return []int{j}
				}
			}
		}
		if h := r.doc.Tokens[i].Head; h != english.Root && r.doc.Tokens[h].POS == english.NOUN {
			return []int{h}
		}
	}
	return nil
}

// apart reports whether what stands at token i belongs to a relative clause without token t in it, or is parted from t by
// a semicolon: "moved cars to the town, where soldiers, according to local radio, fired".
func (r *reading) apart(i, t int) bool {
	if r.semicolon(min(i, t), max(i, t)) {
		return true
	}
	for n, x := 0, i; n < maxClimb && x != english.Root; n, x = n+1, r.doc.Tokens[x].Head {
		if r.relativeClause(x) || r.placeClause(x) {
			return x != t && !r.doc.Dominates(x, t)
		}
	}
	return false
}

// placeClause reports whether the clause of v tells of a place: "where soldiers fired".
func (r *reading) placeClause(v int) bool {
	return slices.ContainsFunc(r.children(v, english.Advmod), func(c int) bool { return c < v && r.doc.Tokens[c].Tag == "WRB" && r.lemma(c) == "where" })
}

// voiceOf names the speaker whose phrase token s heads. "Lavrov's article" speaks for Lavrov.
func (r *reading) voiceOf(s int) voice {
	if m := r.at(s); m != nil {
		if a := r.apposed(s); a != nil && m.Person == "" && (len(m.IDs) == 0 || len(a.IDs) > 0) {
			return voice{token: s, named: true, mention: a, text: r.doc.Text[m.Start:m.End]}
		}
		return voice{token: s, named: true, mention: m, text: r.doc.Text[m.Start:m.End]}
	}
	if v, ok := r.pronounVoice(s); ok {
		return v
	}
	utterance := r.book.list("utterance", r.lemma(s))
	for _, name := range []string{"possessor", "of", "from", "by"} {
		for _, o := range r.nominal(s, name) {
			if m := r.at(o); m != nil {
				if utterance {
					return voice{token: s, named: true, mention: m, text: r.doc.Text[m.Start:m.End]}
				}
				return voice{token: s, mention: m, text: r.nounPhrase(s)}
			}
		}
	}
	return voice{token: s, named: true, mention: r.apposed(s), text: r.nounPhrase(s)}
}

// apposed is the person whose name stands beside a post that nobody knows: "the governor, Daler Rahimov".
func (r *reading) apposed(s int) *actors.Mention {
	for _, c := range r.children(s, english.Appos) {
		if m := r.at(c); m != nil && m.Person != "" {
			return m
		}
	}
	return nil
}

// pronounVoice is the speaker that a pronoun stands for where the register does not know: what the words before
// stand for the same thing, or who spoke in the sentence before.
func (r *reading) pronounVoice(s int) (voice, bool) {
	if t := r.doc.Tokens[s]; t.POS != english.PRON || t.Tag != "PRP" {
		return voice{}, false
	}
	i, found := slices.BinarySearchFunc(r.doc.Mentions, s, func(m english.Mention, t int) int { return m.Head - t })
	if found {
		m := &r.doc.Mentions[i]
		for a := m.Antecedent; a != english.None; a = r.doc.Mentions[a].Antecedent {
			if before := &r.doc.Mentions[a]; before.Kind != english.PronounMention {
				if known := r.at(before.Head); known != nil && !known.Adjective {
					return r.voiceOfMention(known), true
				}
				return voice{token: before.Head, text: r.nounPhrase(before.Head)}, true
			}
		}
	}
	n := r.doc.Tokens[s].Sentence
	if n == 0 || r.doc.Sentences[n-1].Paragraph != r.doc.Sentences[n].Paragraph {
		return voice{}, false
	}
	if before := r.sayings(r.doc.Sentences[n-1].First); len(before) > 0 { // "…, it added"
		return before[len(before)-1].voice, true
	}
	return voice{}, false
}

// nounPhrase is the phrase of token i without its relative clauses.
func (r *reading) nounPhrase(i int) string {
	first, last := i, i
	for _, c := range r.doc.Children(i) {
		if c < i && !r.labelled(c, english.Punct, english.Case, english.Cc, english.NmodUnmarked) { // "On Tuesday a source said"
			f, _ := r.doc.Subtree(c)
			first = min(first, f)
		}
		if c > i && r.labelled(c, english.Flat, english.Nmod, english.Compound) {
			_, l := r.doc.Subtree(c)
			last = max(last, l)
		}
	}
	return r.doc.Slice(first, last)
}
