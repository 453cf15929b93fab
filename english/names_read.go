package english

import "strings"

// ReadSentences reads sentences that were cut into words before, as one document: ReadWords for more
// than one. Empty sentences are left out.
func (p *Perceptron) ReadSentences(sentences [][]string) *Document {
	d := &Document{}
	var text strings.Builder
	for _, sentence := range sentences {
		if len(sentence) == 0 {
			continue
		}
		first, start := len(d.Tokens), text.Len()
		for _, w := range sentence {
			at := text.Len()
			text.WriteString(w)
			d.Tokens = append(d.Tokens, Token{Start: at, End: text.Len(), Sentence: len(d.Sentences)})
			text.WriteByte(' ')
		}
		d.Sentences = append(d.Sentences, Sentence{First: first, Last: len(d.Tokens), Start: start, End: text.Len() - 1})
	}
	d.Text = text.String()
	d.Paragraphs = []Paragraph{{0, len(d.Text)}}
	p.analyse(d)
	return d
}
