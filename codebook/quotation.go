package codebook

import (
	"strings"

	"chancery/english"
)

// quoted is a quotation with its speaker, where one is known.
type quoted struct {
	voice voice
	known bool
}

// minQuoteWords is how long a quotation must be to be kept as a quotation; shorter ones are titles
// and words at arm's length.
const minQuoteWords = 6

// resolveQuotations finds the speaker of every quotation: the verb of saying beside it, the header
// before it ("Maxim Ryzhenkov, Belarusian Minister of Foreign Affairs:"), or the speaker of the
// quotation before it in the same paragraph.
func (r *reading) resolveQuotations() {
	r.quoted = make([]quoted, len(r.doc.Quotations))
	for i, q := range r.doc.Quotations {
		if v, ok := r.speakerBeside(q); ok {
			r.quoted[i] = quoted{v, true}
			continue
		}
		if v, ok := r.speakerAbove(q); ok {
			r.quoted[i] = quoted{v, true}
			continue
		}
		if v, ok := r.attributedQuote(i); ok {
			r.quoted[i] = quoted{v, true}
			continue
		}
		if i > 0 && r.quoted[i-1].known && r.sameParagraph(r.doc.Quotations[i-1], q) && r.speaks(q) {
			r.quoted[i] = r.quoted[i-1]
		}
	}
}

// attributedQuote is whose words the document's attributions hold quotation i to be: of whoever says it, or of
// whoever thanks, blames or calls something by it, "called it “a letter to the wrong address”".
func (r *reading) attributedQuote(i int) (voice, bool) {
	best := -1
	for k := range r.doc.Attributions {
		a := &r.doc.Attributions[k]
		if !a.Class.Spoken() || a.SourceHead < 0 || r.quotationAt(a.SourceHead) >= 0 || !a.Holds(r.doc.Quotations[i].First) {
			continue
		}
		if best < 0 || within(r.doc, k, best) {
			best = k
		}
	}
	if best < 0 {
		return voice{}, false
	}
	return r.voiceOf(r.doc.Attributions[best].SourceHead), true
}

// speaks reports whether a quotation is somebody speaking, and not a title or a word at arm's length: it
// is long, or a sentence of its own.
func (r *reading) speaks(q english.Quotation) bool {
	if q.Last-q.First >= minQuoteWords {
		return true
	}
	if q.First >= q.Last {
		return false
	}
	s := r.doc.Sentences[r.doc.Tokens[q.First].Sentence]
	for t := s.First; t < s.Last; t++ {
		if (t < q.First || t >= q.Last) && r.doc.Tokens[t].POS != english.PUNCT {
			return false
		}
	}
	return true
}

func (r *reading) sameParagraph(a, b english.Quotation) bool {
	return a.First < a.Last && b.First < b.Last &&
		r.paragraphOf(a.Last-1) == r.paragraphOf(b.First)
}

func (r *reading) paragraphOf(t int) int {
	return r.doc.Sentences[r.doc.Tokens[t].Sentence].Paragraph
}

// speakerBeside looks for a verb of saying outside the marks, in the sentences that the quotation
// touches, the nearest first.
func (r *reading) speakerBeside(q english.Quotation) (voice, bool) {
	if q.First >= q.Last {
		return voice{}, false
	}
	first := r.doc.Sentences[r.doc.Tokens[q.First].Sentence].First
	last := r.doc.Sentences[r.doc.Tokens[q.Last-1].Sentence].Last
	best, distance := english.Root, 1<<30
	for t := first; t < last; t++ {
		if t >= q.First && t < q.Last || !r.speech(t) || r.quotationAt(t) >= 0 {
			continue
		}
		subject := r.surfaceSpeaker(t)
		if len(subject) == 0 || r.quotationAt(subject[0]) >= 0 {
			continue
		}
		d := t - q.Last
		if t < q.First {
			d = q.First - t
		}
		if d < distance {
			best, distance = subject[0], d
		}
	}
	if best != english.Root {
		return r.voiceOf(best), true
	}
	if s := r.accordingTo(q.First); len(s) > 0 && r.doc.Tokens[s[0]].Start >= q.OuterEnd && q.Last-q.First >= minQuoteWords {
		return r.voiceOf(s[0]), true
	}
	return voice{}, false
}

// speakerAbove reads a header or an announcing sentence that ends with a colon before the quotation.
func (r *reading) speakerAbove(q english.Quotation) (voice, bool) {
	before := strings.TrimRight(r.doc.Text[:q.OuterStart], " \t\n\u00a0")
	if !strings.HasSuffix(before, ":") {
		return voice{}, false
	}
	colon := len(before) - 1
	for s := len(r.doc.Sentences) - 1; s >= 0; s-- {
		sentence := r.doc.Sentences[s]
		if sentence.Start > colon {
			continue
		}
		for t := sentence.Last - 1; t >= sentence.First; t-- {
			if r.doc.Tokens[t].Start < colon && r.speech(t) {
				if subject := r.surfaceSpeaker(t); len(subject) > 0 {
					return r.voiceOf(subject[0]), true
				}
			}
		}
		for t := sentence.First; t < sentence.Last && r.doc.Tokens[t].Start < colon; t++ {
			if m := r.at(t); m != nil && m.Person != "" {
				return voice{token: m.Head, named: true, mention: m, text: r.doc.Text[m.Start:m.End]}, true
			}
		}
		return voice{}, false
	}
	return voice{}, false
}

// quotationAt is the index of the quotation that token t stands in, or -1.
func (r *reading) quotationAt(t int) int {
	return r.quoteOf[t] - 1
}

func (r *reading) indexQuotations() {
	r.quoteOf = make([]int, len(r.doc.Tokens))
	for i, q := range r.doc.Quotations {
		for t := max(q.First, 0); t < q.Last && t < len(r.quoteOf); t++ {
			if r.quoteOf[t] == 0 {
				r.quoteOf[t] = i + 1
			}
		}
	}
}
