package codebook

import (
	"slices"
	"strings"
	"unicode/utf8"

	"chancery"
	"chancery/calendar"
	"chancery/english"
)

// objectItems gives the items of a list that the frame takes for its object.
func (r *reading) objectItems(p *predication) []int {
	for _, s := range p.frame.object {
		if s[0] == "list" {
			return r.fill(p, s)
		}
	}
	return nil
}

// itemized makes a draft for each item of a list. Its evidence reaches from the words that introduce the
// list to the end of the item.
func (r *reading) itemized(d draft, items []int) []draft {
	var all []draft
	for _, t := range items {
		e := d
		e.claim.Object = r.itemText(t)
		e.last = r.doc.Tokens[t].Sentence
		r.items[e.last] = true
		e.claim.Due = r.deadlineIn(r.doc.Sentences[e.last])
		all = append(all, e)
	}
	return all
}

// namedIn reports whether the recipients are the things coordinated themselves: "backed Brazil and
// Colombia" backs each for itself.
func (r *reading) namedIn(parts []int, recipients []chancery.Participant) bool {
	for _, t := range parts {
		m := r.at(t)
		if m != nil && slices.ContainsFunc(recipients, func(p chancery.Participant) bool { return p.Start == m.Start }) {
			return true
		}
	}
	return false
}

// maxObject is how long an object may be, in bytes, before it is cut at a word.
const maxObject = 400

// objects gives each draft what its act is about. A position on several things is several positions.
func (r *reading) objects(p *predication, drafts []draft) []draft {
	if items := r.objectItems(p); len(items) > 0 && len(drafts) == 1 {
		return r.itemized(drafts[0], items)
	}
	tokens := r.objectTokens(p)
	if len(tokens) == 0 {
		return drafts
	}
	if len(drafts) == 0 {
		return nil
	}
	if p.frame.act.Kind != chancery.KindPosition || len(drafts) > 1 {
		for i := range drafts {
			drafts[i].claim.Object = r.objectText(tokens[0])
		}
		return drafts
	}
	var split []draft
	parts := r.topics(tokens[0])
	for _, t := range parts {
		d := drafts[0]
		d.claim.Object = r.topicText(t, len(parts) > 1)
		if len(parts) > 1 && r.namedIn(parts, d.claim.Recipient) {
			d.claim.Recipient = participants(r.partiesOf(t, false, 0))
		}
		split = append(split, d)
	}
	return split
}

func (r *reading) objectTokens(p *predication) []int {
	for _, s := range p.frame.object {
		if s[0] == "title" {
			if t := r.titleAfter(p.token); t >= 0 {
				return []int{t}
			}
			continue
		}
		found := slices.DeleteFunc(r.fill(p, s), func(t int) bool { // "will continue on Monday"
			return len(s) == 1 && (s[0] == "on" || s[0] == "in" || s[0] == "for") && r.inTime(t)
		})
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// topics are the things coordinated in an object; "the process of creating X and Y" is about X and Y.
func (r *reading) topics(t int) []int {
	if r.book.list("process", r.lemma(t)) {
		for _, g := range r.nominal(t, "of") {
			if r.doc.Tokens[g].Tag == "VBG" {
				if o := r.doc.Child(g, english.Obj); o >= 0 {
					return r.separate(o)
				}
			}
		}
	}
	return r.separate(t)
}

// separate lists the conjuncts of a phrase where each stands by itself, with a comma or words of its
// own before it. "The regularization and integration of migrants" is one thing.
func (r *reading) separate(t int) []int {
	all := r.conjuncts(t)
	for _, c := range all[1:] {
		alone := r.at(c) != nil
		for _, k := range r.doc.Children(c) {
			switch r.doc.Tokens[k].Label {
			case english.DetLabel, english.Amod, english.Compound, english.NmodPoss, english.Case, english.Mark:
				alone = alone || k < c
			}
			alone = alone || (k < c && r.doc.Word(k) == ",")
		}
		first, _ := r.doc.Subtree(c)
		if !alone && (first == 0 || r.doc.Word(first-1) != ",") {
			return all[:1]
		}
	}
	return all
}

// titleAfter is the first token of a quotation that follows the noun in its sentence: the title of
// an article.
func (r *reading) titleAfter(n int) int {
	s := r.doc.Sentences[r.doc.Tokens[n].Sentence]
	for i, q := range r.doc.Quotations {
		if q.First > n && q.First < s.Last && q.OuterStart-r.doc.Tokens[n].End < 80 && !r.quoted[i].known {
			return q.First
		}
	}
	return -1
}

// objectText is the phrase of token t, without the mark or preposition that leads it and the relative
// clause that trails it.
func (r *reading) objectText(t int) string { return r.topicText(t, false) }

func (r *reading) topicText(t int, single bool) string {
	if q := r.quotationAt(t); q >= 0 && t == r.doc.Quotations[q].First && r.doc.Tokens[t].Label != english.Xcomp {
		return r.doc.Text[r.doc.Quotations[q].Start:r.doc.Quotations[q].End]
	}
	first, last := r.bounds(t, single)
	if first > last {
		return ""
	}
	text := r.doc.Text[r.doc.Tokens[first].Start:r.doc.Tokens[last].End]
	text = strings.Join(strings.Fields(text), " ")
	text = strings.TrimRight(text, " ,;:.\"”“")
	if len(text) > maxObject {
		cut := strings.LastIndexByte(text[:maxObject], ' ')
		if cut <= 0 { // one word longer than that
			for cut = maxObject; !utf8.RuneStart(text[cut]); cut-- {
			}
		}
		text = text[:cut] + " …"
	}
	return text
}

// emptyHead reports whether a pronoun says nothing without the clause behind it: "what it had signed".
func emptyHead(lemma string) bool {
	switch lemma {
	case "what", "whatever", "those", "one", "all", "everything", "anything", "something", "nothing":
		return true
	}
	return false
}

// bounds is the stretch of an object: its subtree, from its first word of content to where a relative
// clause, a parenthesis or (for one of several) the next conjunct begins.
func (r *reading) bounds(t int, single bool) (first, last int) {
	first, last = t, t
	for _, c := range r.doc.Children(t) {
		tok := r.doc.Tokens[c]
		switch tok.Label {
		case english.Case, english.Cc, english.Punct:
			continue
		case english.Mark:
			if !r.infinitive(t) {
				continue
			}
		case english.Conj:
			if single {
				continue
			}
		case english.Parataxis, english.Discourse:
			continue
		case english.AclRelcl:
			if !emptyHead(r.lemma(t)) {
				continue
			}
		case english.Nmod, english.NmodUnmarked, english.Obl, english.OblUnmarked:
			if c > t && r.setting(t, c) {
				continue
			}
		}
		f, l := r.doc.Subtree(c)
		if c < t {
			first = min(first, f)
		} else if !r.pauseBetween(t, c) || tok.Label == english.Conj {
			last = max(last, l)
		}
	}
	if !single {
		last = r.stretch(t, last)
	}
	for i := first + 1; i < last; i++ {
		if strings.EqualFold(r.doc.Word(i), "according") && r.lemma(i+1) == "to" { // the source is no part of what was said
			return first, i - 1
		}
	}
	return first, last
}

// setting reports whether dependent c of noun t says only when or where: "a treaty … in Lima", "an
// agreement … on Tuesday". What a verb is to bring about is not cut so.
func (r *reading) setting(t, c int) bool {
	if r.doc.Tokens[t].POS != english.NOUN {
		return false
	}
	if slices.ContainsFunc(r.in.Times, func(e calendar.Expression) bool { return r.spans(&e, c) }) {
		return true
	}
	_, isPlace := r.in.Place(c)
	return isPlace && r.caseOf(c) == "in"
}

// stretch takes in the phrase right behind a noun that says what it is about, wherever the parser
// hung it: "a treaty on energy cooperation".
func (r *reading) stretch(t, last int) int {
	if r.doc.Tokens[t].POS != english.NOUN || r.doc.Tokens[last].POS != english.NOUN || last+1 >= len(r.doc.Tokens) {
		return last
	}
	for _, p := range []string{"on", "of", "about", "for"} {
		h := r.following(last, p)
		if h < 0 || slices.ContainsFunc(r.in.Times, func(e calendar.Expression) bool { return r.spans(&e, h) }) {
			continue
		}
		if m := r.at(h); m != nil && p != "of" {
			continue
		}
		_, end := r.doc.Subtree(h)
		for i := last + 1; i <= end; i++ {
			if r.pause(i) {
				return i - 1
			}
		}
		return end
	}
	return last
}

// pauseBetween reports whether a comma or a dash parts what follows from its head.
func (r *reading) pauseBetween(t, c int) bool {
	f, _ := r.doc.Subtree(c)
	return f > t && r.labelled(c, english.Advcl, english.Appos, english.Acl) && f-1 > t && r.pause(f-1)
}

// aged dates a tie by the age that the sentence gives.
func (r *reading) aged(p *predication, c *chancery.Claim) bool {
	since, ok := r.since(p.token)
	if !ok {
		return false
	}
	c.When = since
	return true
}
