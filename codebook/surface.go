package codebook

import (
	"strings"

	"chancery/actors"
	"chancery/english"
)

// This file finds who says what by the order of words alone. It is asked where the tree has no answer,
// because a claim that loses its speaker turns somebody's word into a fact, which is the worst that can
// happen. Where words show that somebody speaks and not who, the speaker stays unnamed.

// saying is a stretch of a sentence that somebody says.
type saying struct {
	from, to int // tokens of what is said, half-open
	voice    voice
}

// unnamed is the speaker whom the words do not name.
const unnamed = "an unnamed speaker"

// sayings finds all that the sentence of token t shows somebody to say. They are found once a sentence.
func (r *reading) sayings(t int) []saying {
	n := r.doc.Tokens[t].Sentence
	if found, ok := r.said[n]; ok {
		return found
	}
	s := r.doc.Sentences[n]
	var found []saying
	for v := s.First; v < s.Last; v++ {
		if !r.speech(v) || r.quotationAt(v) >= 0 || !r.finite(v) {
			continue
		}
		if that := r.thatAfter(v, s.Last); that >= 0 {
			found = append(found, saying{that + 1, s.Last, r.speakerBefore(v, s.First)})
		} else if that := r.andThat(v, s.Last); that >= 0 {
			found = append(found, saying{that + 1, s.Last, r.speakerBefore(v, s.First)})
		}
		if from, speaker, ok := r.closing(v, s); ok {
			found = append(found, saying{r.afterSemicolon(s.First, from), from, speaker})
		}
	}
	found = append(found, r.between(s)...)
	if end, speaker, ok := r.inTheWordsOf(s); ok {
		found = append(found, saying{end, s.Last, speaker})
	}
	r.said[n] = found
	return found
}

// afterSemicolon is where the last part of a stretch begins: what stands before a semicolon is not
// said by who speaks at the end.
func (r *reading) afterSemicolon(from, to int) int {
	for i := to - 1; i >= from; i-- {
		if r.doc.Word(i) == ";" {
			return i + 1
		}
	}
	return from
}

// finite reports whether verb v says something now or did: "said", "has said", and not "to say". A
// participle counts in "was quoted as saying".
func (r *reading) finite(v int) bool {
	switch r.doc.Tokens[v].Tag {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN":
		return r.doc.Child(v, english.AuxLabel) >= 0
	case "VBG":
		return r.citedAs(v) >= 0
	}
	return false
}

// citedAs is the verb of "was quoted as saying" where v is its "saying", or -1.
func (r *reading) citedAs(v int) int {
	if v < 2 || r.lemma(v-1) != "as" {
		return -1
	}
	for q := v - 2; q >= 0 && v-q < 8; q-- {
		if l := r.lemma(q); l == "quote" || l == "cite" || l == "report" {
			return q
		}
	}
	return -1
}

// thatAfter is the "that" which opens what verb v says: behind it with no other verb between, however
// many words tell where, when and to whom.
func (r *reading) thatAfter(v, last int) int {
	for i := v + 1; i < last && i-v < 20; i++ {
		t := r.doc.Tokens[i]
		if strings.EqualFold(r.doc.Word(i), "that") {
			if i+1 < last && (t.Label == english.Mark || t.POS != english.PRON || r.opensClause(i+1)) {
				return i
			}
			return -1
		}
		if t.POS == english.VERB || r.doc.Word(i) == ";" || t.POS == english.AUX {
			return -1
		}
	}
	return -1
}

// opensClause reports whether a subject of its own begins at token i, so that the "that" before it is no
// relative pronoun: "said at a news conference that Chile left".
func (r *reading) opensClause(i int) bool {
	if r.at(i) != nil {
		return true
	}
	switch r.doc.Tokens[i].POS {
	case english.DET, english.PROPN, english.NOUN, english.PRON:
		return true
	}
	return false
}

// andThat is the second "that" of "said the harvest was good and that Chile left", where the first was
// left out.
func (r *reading) andThat(v, last int) int {
	for i := v + 2; i+1 < last; i++ {
		if r.doc.Word(i) == ";" {
			return -1
		}
		if strings.EqualFold(r.doc.Word(i), "that") && r.doc.Tokens[i-1].POS == english.CCONJ && r.opensClause(i+1) {
			return i
		}
	}
	return -1
}

// speakerBefore is who verb v has for its subject: by the tree, else the name or noun nearest before it
// that is no time.
func (r *reading) speakerBefore(v, first int) voice {
	from := v
	if q := r.citedAs(v); q >= 0 {
		from = q
	}
	if from == 0 {
		return voice{token: v, text: unnamed}
	}
	for _, s := range r.surfaceSpeaker(from) {
		if s < from && !r.inTime(s) {
			return r.voiceOf(s)
		}
	}
	noun := -1
	for i := from - 1; i >= first; i-- {
		t := r.doc.Tokens[i]
		if m := r.at(i); m != nil && !m.Adjective && !r.inTime(i) {
			return r.voiceOfMention(m)
		}
		if noun < 0 && (t.POS == english.NOUN || t.POS == english.PROPN) && !r.inTime(i) {
			noun = i
		}
		if t.POS == english.VERB || r.doc.Word(i) == ";" {
			break
		}
	}
	if noun >= 0 {
		return voice{token: noun, text: r.nounPhrase(noun)}
	}
	if r.doc.Tokens[from-1].POS == english.PRON {
		if found, ok := r.pronounVoice(from - 1); ok {
			return found
		}
	}
	return voice{token: v, text: unnamed}
}

// closing reads "…, the ministry said on Friday." and "…," said the minister: a verb of saying with
// its subject and nothing but adverbials at the end of the sentence. It gives where what is said ends.
func (r *reading) closing(v int, s english.Sentence) (int, voice, bool) {
	if !r.book.quotes(r.lemma(v)) {
		return 0, voice{}, false
	}
	for i := v + 1; i < s.Last; i++ {
		if t := r.doc.Tokens[i]; t.POS == english.VERB && t.Tag != "VBG" || strings.EqualFold(r.doc.Word(i), "that") {
			return 0, voice{}, false
		}
	}
	pause := v - 1
	for pause > s.First && !r.pause(pause) {
		pause--
	}
	if m := r.at(v - 1); m != nil && m.First > s.First && m.First <= pause && r.pause(m.First-1) {
		pause = m.First - 1 // a comma inside "the minister, Ion Ciobanu, said"
	} else if pause == v-1 && pause > s.First {
		if m := r.at(pause - 1); m != nil && m.First > s.First && r.pause(m.First-1) {
			pause = m.First - 1
		}
	}
	if pause <= s.First+1 || v-pause > 16 {
		return 0, voice{}, false
	}
	switch r.doc.Tokens[pause+1].POS {
	case english.CCONJ, english.SCONJ:
		return 0, voice{}, false // "…, and Chile said little": a clause of its own
	}
	if tag := r.doc.Tokens[pause+1].Tag; tag == "WDT" || tag == "WP" {
		return 0, voice{}, false
	}
	if pause == v-1 { // "…," said the minister
		for i := v + 1; i < s.Last && i-v < 8; i++ {
			if m := r.at(i); m != nil && !m.Adjective && !r.inTime(i) {
				return pause, r.voiceOfMention(m), true
			}
		}
		return pause, voice{token: v, text: unnamed}, true
	}
	for i := pause + 1; i < v; i++ {
		if t := r.doc.Tokens[i]; t.POS == english.VERB || t.Tag == "WDT" { // ", an idea to which nobody responded"
			return 0, voice{}, false
		}
	}
	speaker := r.speakerBefore(v, pause+1)
	return pause, speaker, true
}

// between reads "It is ready for talks, the ministry said, but it will not wait": a speaker in the middle
// of what he says, which goes on behind him with its subject.
func (r *reading) between(s english.Sentence) []saying {
	for v := s.First + 2; v+3 < s.Last; v++ {
		if !r.speech(v) || !r.finite(v) || r.doc.Word(v+1) != "," || r.doc.Tokens[v+2].POS != english.CCONJ {
			continue
		}
		if p := r.doc.Tokens[v+3].POS; p != english.PRON && p != english.VERB && p != english.AUX {
			continue
		}
		pause := v - 1
		for pause > s.First && !r.pause(pause) {
			pause--
		}
		if pause <= s.First+1 || v-pause > 12 || pause == v-1 {
			continue
		}
		speaker := r.speakerBefore(v, pause+1)
		return []saying{{s.First, pause, speaker}, {v + 3, s.Last, speaker}}
	}
	return nil
}

// inTheWordsOf reads a sentence that opens with "In the words of X," or "In X's words,".
func (r *reading) inTheWordsOf(s english.Sentence) (int, voice, bool) {
	if s.First+3 >= s.Last || !strings.EqualFold(r.doc.Word(s.First), "in") {
		return 0, voice{}, false
	}
	words := false
	for i := s.First + 1; i < s.Last && i < s.First+14; i++ {
		words = words || r.lemma(i) == "word"
		if r.doc.Word(i) != "," {
			continue
		}
		if !words {
			return 0, voice{}, false
		}
		for j := s.First + 1; j < i; j++ {
			if m := r.at(j); m != nil && !m.Adjective {
				return i + 1, r.voiceOfMention(m), true
			}
		}
		return i + 1, voice{token: s.First, text: unnamed}, true
	}
	return 0, voice{}, false
}

func (r *reading) voiceOfMention(m *actors.Mention) voice {
	return voice{token: m.Head, named: true, mention: m, text: r.doc.Text[m.Start:m.End]}
}

// inTime reports whether token i is part of a time expression.
func (r *reading) inTime(i int) bool {
	for k := range r.in.Times {
		if r.spans(&r.in.Times[k], i) {
			return true
		}
	}
	return false
}
