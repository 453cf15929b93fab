package english

import "strings"

// ReadSentences reads a text that was cut into sentences and words before, as treebanks are. The
// document's text is the words with spaces between them. An empty sentence ends a paragraph.
func (n *Network) ReadSentences(sentences [][]string) *Document {
	var text strings.Builder
	d := &Document{}
	open := false // the last paragraph goes on
	for _, words := range sentences {
		if len(words) == 0 {
			open = false
			continue
		}
		if text.Len() > 0 && open {
			text.WriteByte(' ')
		} else if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		if !open {
			d.Paragraphs = append(d.Paragraphs, Paragraph{text.Len(), text.Len()})
			open = true
		}
		s := Sentence{First: len(d.Tokens), Start: text.Len(), Paragraph: len(d.Paragraphs) - 1}
		for i, w := range words {
			if i > 0 {
				text.WriteByte(' ')
			}
			d.Tokens = append(d.Tokens, Token{Start: text.Len(), End: text.Len() + len(w), Sentence: len(d.Sentences)})
			text.WriteString(w)
		}
		s.Last, s.End = len(d.Tokens), text.Len()
		d.Sentences = append(d.Sentences, s)
		d.Paragraphs[s.Paragraph].End = s.End
	}
	d.Text = text.String()
	n.analyse(d)
	return d
}
