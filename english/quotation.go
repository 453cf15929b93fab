package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotations pairs the document's double quotation marks, straight and curly. Single marks are never
// taken: the outer marks say who speaks, and most single marks are apostrophes. Marks inside a
// quotation belong to it. What is not balanced is read with care: a mark that closes nothing is
// passed over, and a quotation that is not closed ends with its paragraph, unless the next paragraph
// opens anew and so goes on with it.
func quotations(d *Document) []Quotation {
	q := quoter{d: d}
	token := 0
	for p := range d.Paragraphs {
		end := token
		for end < len(d.Tokens) && d.Tokens[end].Start < d.Paragraphs[p].End {
			end++
		}
		q.paragraph(token, end)
		token = end
	}
	q.finish()
	return q.out
}

// quoter walks over the text with at most one quotation open.
type quoter struct {
	d     *Document
	out   []Quotation
	open  Quotation
	depth int // how many marks are open; 0 is none
	last  int // token behind the paragraph before
}

// mark says what a quotation mark does.
type mark uint8

const (
	noMark mark = iota
	opening
	shutting
	either
)

func (q *quoter) paragraph(first, last int) {
	if first == last {
		return
	}
	if q.depth > 0 {
		if kind := q.kind(first, first, last); kind == opening || kind == either {
			q.depth = 1
			first++
		} else {
			q.finish()
		}
	}
	start := first
	for i := start; i < last; i++ {
		switch q.kind(i, first, last) {
		case opening:
			q.begin(i)
		case shutting:
			q.end(i)
		case either:
			if q.depth > 0 {
				q.end(i)
			} else {
				q.begin(i)
			}
		}
	}
	q.last = last
}

func (q *quoter) begin(i int) {
	q.depth++
	if q.depth == 1 {
		t := q.d.Tokens[i]
		q.open = Quotation{Start: t.End, OuterStart: t.Start, First: i + 1}
	}
}

func (q *quoter) end(i int) {
	if q.depth == 0 {
		return
	}
	if q.depth--; q.depth == 0 {
		t := q.d.Tokens[i]
		q.open.End, q.open.OuterEnd, q.open.Last = t.Start, t.End, i
		q.emit()
	}
}

// finish closes what is open at the end of the paragraph before.
func (q *quoter) finish() {
	if q.depth > 0 {
		end := q.d.Tokens[q.last-1].End
		q.open.End, q.open.OuterEnd, q.open.Last = end, end, q.last
		q.emit()
	}
	q.depth = 0
}

func (q *quoter) emit() {
	if q.open.Last > q.open.First {
		q.out = append(q.out, q.open)
	}
}

// kind says what token i, one of a paragraph's, does as a mark.
func (q *quoter) kind(i, first, last int) mark {
	switch w := q.d.Word(i); w {
	case "“", "„", "«", "``":
		return opening
	case "»":
		return shutting
	case "”": // in some houses it also opens
		return q.bySpace(i, shutting)
	case `"`, "''":
		return q.bySpace(i, either)
	}
	return noMark
}

// bySpace tells a mark by the spaces around it: it opens before a word and closes behind one.
func (q *quoter) bySpace(i int, otherwise mark) mark {
	t := q.d.Tokens[i]
	before, _ := utf8.DecodeLastRuneInString(q.d.Text[:t.Start])
	after, _ := utf8.DecodeRuneInString(q.d.Text[t.End:])
	free := t.Start == 0 || isSpace(before) || strings.ContainsRune("([—–-/:", before)
	joined := t.End < len(q.d.Text) && !isSpace(after) && (unicode.IsLetter(after) || unicode.IsDigit(after) || strings.ContainsRune("$€£'‘’[(….", after))
	switch {
	case free && joined:
		return opening
	case !free && !joined:
		if unicode.IsDigit(before) && q.depth == 0 { // inches
			return noMark
		}
		return shutting
	}
	return otherwise
}
