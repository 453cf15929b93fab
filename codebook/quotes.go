package codebook

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	if r.speaks(q) && q.End > q.Start && strings.ContainsAny(r.doc.Text[q.End-1:q.End], ".,?!") || r.opensSentence(q) {
		return true
	}
	if r.trailing(q) {
		return false
	}
	for t := q.First; t < q.Last; t++ {
		if s := r.doc.Child(t, english.Nsubj, english.NsubjPass); s >= q.First && s < q.Last && r.doc.VerbGroup(t).Form == english.Finite && !r.lesserClause(t, q) {
			return true
		}
	}
	return false
}

// opensSentence reports whether a quotation begins a sentence of its own that goes on behind it with who says so:
// "“Nobody in Brussels votes for Hungary”, he added".
func (r *reading) opensSentence(q english.Quotation) bool {
	if q.First >= q.Last || q.OuterEnd >= len(r.doc.Text) || r.doc.Text[q.OuterEnd] != ',' {
		return false
	}
	letter, _ := utf8.DecodeRuneInString(r.doc.Text[q.Start:])
	return unicode.IsUpper(letter) && q.First-r.doc.Sentences[r.doc.Tokens[q.First].Sentence].First <= 1
}

// trailing reports whether a quotation only goes on with the reporter's sentence, from a preposition or a word that
// opens a lesser clause, and no quotation before it in the sentence that it could go on with: "said that it was
// agreed “on the day the airport answers”".
func (r *reading) trailing(q english.Quotation) bool {
	switch t := r.doc.Tokens[q.First]; t.Tag {
	case "IN", "WRB", "WDT", "WP", "TO":
		letter, _ := utf8.DecodeRuneInString(r.doc.Text[q.Start:])
		for _, o := range r.doc.Quotations {
			if o.Last <= q.First && o.First >= r.doc.Sentences[t.Sentence].First {
				return false
			}
		}
		return unicode.IsLower(letter)
	}
	return false
}

// lesserClause reports whether the clause of t only says when, where, why or which: "where the men are buried" is no
// sentence of the speaker's.
func (r *reading) lesserClause(t int, q english.Quotation) bool {
	if r.labelled(t, english.Advcl, english.AclRelcl, english.Acl) {
		return true
	}
	h := r.doc.Tokens[t].Head
	return h >= q.First && h < q.Last && r.labelled(t, english.Ccomp) && r.doc.VerbGroup(h).Form != english.Finite
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
	act, ok := r.book.acts["quote"]
	if !ok { // a codebook of somebody's own, alone
		return
	}
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
			c.Actor = participants(r.fromMention(m, v.token))
		} else if r.doc.Tokens[v.token].POS == english.NOUN {
			c.Actor = participants(r.partiesOf(v.token, false, 0))
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
