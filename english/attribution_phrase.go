package english

import "strings"

// phrase reads the prepositions that attribute: "according to", "in the words of", "per".
func (a *attributor) phrase(i int) {
	d := a.d
	a.room = a.room[:0]
	switch d.Tokens[i].Lemma {
	case "according", "accord":
		if i+2 < len(d.Tokens) && d.Word(i+1) == "to" && d.Tokens[i+1].Sentence == d.Tokens[i+2].Sentence {
			a.according(i)
		}
	case "in":
		n := d.Tokens[i].Head
		if n == Root || d.Tokens[n].Lemma != "word" || d.Tokens[n].Label == Nmod {
			return
		}
		source := a.possessor(n)
		if source < 0 {
			source = a.oblique(n, "of")
		}
		if source >= 0 {
			a.around(n, Stretch{i, n + 1}, source, n)
		}
	}
}

// according finds the source behind "according to" at token i, and the clause around it.
func (a *attributor) according(i int) {
	d := a.d
	source := d.Tokens[i].Head
	if source <= i+1 || d.Tokens[source].Sentence != d.Tokens[i].Sentence {
		source = -1
		for _, k := range d.Children(i) {
			if k > i+1 && d.Tokens[k].POS != PUNCT {
				source = k
				break
			}
		}
		if source < 0 {
			source = d.Tokens[i+1].Head
		}
		if source <= i+1 {
			return
		}
	}
	top := source
	if d.Dominates(i, source) {
		top = i
	}
	a.around(top, Stretch{i, i + 2}, source, i)
}

// around makes the clause around the phrase of token top the content, and keeps the attribution. A
// phrase that a comma cuts off from the rest speaks of the whole sentence.
func (a *attributor) around(top int, cue Stretch, source, cueHead int) {
	d := a.d
	s := d.Sentences[d.Tokens[top].Sentence]
	first, last := d.Subtree(top)
	for first < cue.First && d.Tokens[first].POS == PUNCT {
		first++
	}
	first, last = min(first, cue.First), max(last, cue.Last-1)
	switch {
	case first == s.First, isPause(d.Word(first - 1)), a.endsSpeech(first - 1):
		a.room = append(a.room, Stretch{s.First, s.Last})
	default:
		h := d.Tokens[top].Head
		for h != Root && d.Tokens[h].POS != VERB && d.Child(h, Cop, Nsubj) < 0 && d.Tokens[h].Head != Root {
			h = d.Tokens[h].Head
		}
		if h == Root {
			return
		}
		a.put(h)
	}
	a.remove(Stretch{first, last + 1})
	at := Attribution{SourceHead: source, CueHead: cueHead, Cue: cue, ContentHead: -1, Class: Saying, Quotation: -1, Within: -1}
	at.Source = a.sourceStretch(source, cueHead, cue)
	a.keep(at)
}

// longestLabel is how many tokens may name a speaker before a colon.
const longestLabel = 16

// labels reads paragraphs that begin with a speaker and a colon: headlines ("Rojas: Talks will go
// on"), transcripts ("QUESTION: Will you come?"), and lines that announce a quotation.
func (a *attributor) labels() {
	d := a.d
	for s := range d.Sentences {
		first, last := d.Sentences[s].First, d.Sentences[s].Last
		if s > 0 && d.Sentences[s-1].Paragraph == d.Sentences[s].Paragraph {
			continue
		}
		colon := a.labelEnd(first, last)
		if colon < 0 {
			continue
		}
		end := colon + 1
		for k := s; k < len(d.Sentences) && d.Sentences[k].Paragraph == d.Sentences[s].Paragraph; k++ {
			end = d.Sentences[k].Last
		}
		if end == colon+1 { // the quotation stands in the next paragraph
			if end < len(d.Tokens) && a.quoteOf[end] > 0 && a.outer(int(a.quoteOf[end]-1)).First == end {
				end = a.outer(int(a.quoteOf[end] - 1)).Last
			}
		}
		if end < colon+4 || !a.saysSomething(colon+1, end) {
			continue
		}
		a.room = append(a.room[:0], Stretch{colon + 1, end})
		source := Stretch{first, colon}
		at := Attribution{Source: source, SourceHead: a.headOf([]Stretch{source}), CueHead: colon, Cue: Stretch{colon, colon + 1},
			ContentHead: -1, Class: Saying, Quotation: -1, Within: -1}
		if h := at.SourceHead; h >= 0 && (d.Tokens[h].POS == PROPN || strings.ToUpper(d.Word(h)) == d.Word(h) ||
			d.Tokens[h].POS == NOUN && a.quoted(min(colon+1, len(d.Tokens)-1)) > 0 || speakerNouns[d.Tokens[h].Lemma] && colon == first+1) {
			a.keep(at)
		}
	}
}

// saysSomething reports whether a stretch has a quotation or a finite verb: "Peru: A journey" is a title.
func (a *attributor) saysSomething(first, last int) bool {
	for i := first; i < last; i++ {
		switch a.d.Tokens[i].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
		if a.quoteOf[i] > 0 {
			return true
		}
	}
	return false
}

// labelEnd is the colon behind a speaker's name that begins at token first, or -1.
func (a *attributor) labelEnd(first, last int) int {
	d := a.d
	named := false
	for i := first; i < last && i < first+longestLabel; i++ {
		switch w := d.Word(i); {
		case w == ":":
			if i == first || !named {
				return -1
			}
			return i
		case a.quoteOf[i] > 0, d.Tokens[i].Tag == "VBD", d.Tokens[i].Tag == "VBZ", d.Tokens[i].Tag == "VBP", d.Tokens[i].Tag == "MD":
			return -1
		case noSpeaker[strings.ToLower(w)]:
			return -1
		case i == first && !capital(w):
			return -1
		case d.Tokens[i].POS == PROPN, i == first && speakerNouns[d.Tokens[i].Lemma], (w == "Q" || w == "A") && i+1 < last && d.Word(i+1) == ":", strings.ToUpper(w) == w && len(w) > 1 && capital(w):
			named = true
		}
	}
	return -1
}

// speakerNouns may stand alone before a headline's colon.
var speakerNouns = map[string]bool{"report": true, "poll": true, "survey": true, "study": true, "analyst": true, "expert": true,
	"official": true, "insider": true, "minister": true, "president": true, "ministry": true, "envoy": true, "diplomat": true}

// noSpeaker holds words of labels that name no speaker.
var noSpeaker = map[string]bool{"update": true, "updated": true, "byline": true, "video": true, "photo": true, "photos": true,
	"note": true, "watch": true, "read": true, "related": true, "source": true, "sources": true, "twitter": true,
	"facebook": true, "email": true, "tel": true, "fax": true, "copyright": true, "published": true, "subject": true,
	"re": true, "fact": true, "date": true, "location": true, "venue": true, "contact": true, "annex": true, "breaking": true,
	"exclusive": true, "live": true, "opinion": true, "correction": true, "headline": true, "section": true, "length": true}
