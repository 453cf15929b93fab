package english

// finite gives a sentence that ends with a full stop its finite verb, where the tagger has found none.
// Most pasts have the form of the participle ("agreed"), and the tagger, which sees a few words at a
// time, takes some for participles; but a full sentence must have a finite verb. The first participle
// that stands directly behind a noun or pronoun becomes a past. Headlines, which have no full stop,
// are left alone: there a participle often is a passive.
func (p *Perceptron) finite(d *Document, tokens []Token, tags []uint8) {
	n := len(tokens)
	if p.past < 0 || n < 4 || !endsFully(d, tokens) {
		return
	}
	candidate := -1
	for i := range tokens {
		switch p.tags[tags[i]] {
		case "VBD", "VBZ", "VBP", "MD":
			return
		case "VB":
			if i == 0 { // an order
				return
			}
		case "VBN":
			if candidate < 0 && i > 0 && isNominalTag(p.tags[tags[i-1]]) {
				candidate = i
			}
		}
	}
	if candidate >= 0 {
		tags[candidate] = uint8(p.past)
	}
}

func endsFully(d *Document, tokens []Token) bool {
	for i := len(tokens) - 1; i > 0; i-- {
		w := d.Text[tokens[i].Start:tokens[i].End]
		if w == "." {
			return true
		}
		if !isQuote(w) {
			return false
		}
	}
	return false
}

func isNominalTag(t Tag) bool {
	switch t {
	case "NN", "NNS", "NNP", "NNPS", "PRP":
		return true
	}
	return false
}
