package codebook

import (
	"strings"

	"chancery"
	"chancery/english"
)

// quoteRule names the rule that keeps quotations.
const quoteRule = "quote"

// shortestSentence is how many words a quotation must have to be kept.
const shortestSentence = 4

// kept reports whether a quotation is one that the record keeps: a sentence, or most of one. What is less is words
// at arm's length.
func (r *reading) kept(q english.Quotation) bool {
	if n := r.words(q); n < shortestSentence {
		return false
	}
	if r.speaks(q) && q.End > q.Start && strings.ContainsAny(r.doc.Text[q.End-1:q.End], ".,?!") {
		return true
	}
	for t := q.First; t < q.Last; t++ {
		if s := r.doc.Child(t, english.Nsubj, english.NsubjPass); s >= q.First && s < q.Last && r.doc.VerbGroup(t).Form == english.Finite {
			return true
		}
	}
	return false
}

// words counts the words of a quotation, without its marks.
func (r *reading) words(q english.Quotation) int {
	n := 0
	for t := q.First; t < q.Last; t++ {
		if r.doc.Tokens[t].POS != english.PUNCT {
			n++
		}
	}
	return n
}

// readQuotations keeps every quotation of a known speaker whole, as one claim of kind quote.
func (r *reading) readQuotations() {
	act := r.book.acts["quote"]
	for i, q := range r.doc.Quotations {
		if !r.quoted[i].known || !r.kept(q) || q.Start < r.in.Report.BodyStart {
			continue
		}
		v := r.quoted[i].voice
		c := chancery.Claim{
			Report: r.in.Report.ID, Kind: chancery.KindQuote, Act: act.ID,
			Plover: act.Plover, Cameo: act.Cameo, Quad: act.Quad, Goldstein: act.Goldstein,
			Object: r.doc.Text[q.Start:q.End], Mood: chancery.MoodOccurred,
			SaidBy: r.saidBy([]voice{v}), When: r.in.Report.Published,
			Evidence:   chancery.Evidence{Start: q.OuterStart, End: q.OuterEnd, Text: r.doc.Text[q.OuterStart:q.OuterEnd]},
			Confidence: 0.9, Rule: quoteRule, Reader: r.in.Reader,
		}
		if m := v.mention; m != nil {
			for _, p := range r.fromMention(m, v.token) {
				c.Actor = append(c.Actor, p.Participant)
			}
		}
		if len(c.Actor) == 0 || (c.Actor[0].ID == "" && c.Actor[0].Office == "") {
			continue // nobody whom the record keeps
		}
		if !c.When.IsZero() {
			c.When.Basis, c.When.Text = chancery.BasisReport, ""
		}
		r.drafts = append(r.drafts, draft{claim: c, token: q.First, sentence: r.doc.Tokens[q.First].Sentence})
	}
}
