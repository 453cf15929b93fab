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

// named gives a clause whose subject is a name its verb, where the tagger took that for a noun: "China
// and Russia plan to sign", "Peru thanks Chile", which web pages hardly ever say. It looks at a full
// sentence without a finite verb, and at what stands before the first comma where a finite verb follows
// ("…, the minister said"). The word must be known as a verb or have the form of one in "-s", stand right
// behind a name, and be followed by what opens an object or an infinitive.
func (p *Perceptron) named(d *Document, tokens []Token, tags []uint8, possible []uint64) {
	if p.base < 0 || p.third < 0 || len(tokens) < 5 || !endsFully(d, tokens) {
		return
	}
	end := len(tokens)
	for i := range tokens {
		if d.Text[tokens[i].Start:tokens[i].End] == "," {
			end = i
			break
		}
	}
	if p.hasFinite(tags[:end]) || end < 4 {
		return
	}
	if end < len(tokens) && !p.hasFinite(tags[end:]) {
		end = len(tokens)
	}
	for i := 1; i+1 < end; i++ {
		tag := p.tags[tags[i]]
		if tag != "NN" && tag != "NNS" && tag != "VB" || !isName(p.tags[tags[i-1]]) || !p.opensObject(tags, i+1, end) {
			continue
		}
		class, third := p.third, d.Text[tokens[i].End-1] == 's'
		if !third {
			class = p.base
			if !p.coordinated(tags, i) { // one name takes "plans"
				continue
			}
		}
		if possible[i]&(1<<class) != 0 || third { // the treebanks lack many third persons
			tags[i] = uint8(class)
			return
		}
	}
}

func (p *Perceptron) hasFinite(tags []uint8) bool {
	for _, t := range tags {
		switch p.tags[t] {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// opensObject reports whether an object or an infinitive begins at word i.
func (p *Perceptron) opensObject(tags []uint8, i, end int) bool {
	switch p.tags[tags[i]] {
	case "TO", "DT", "PRP$":
		return true
	case "NNP", "NNPS":
		return i+1 >= end || p.tags[tags[i+1]] != "NN" // not "Peru trade Minister Rojas"
	}
	return false
}

// coordinated reports whether the names right before word i are joined to others by "and".
func (p *Perceptron) coordinated(tags []uint8, i int) bool {
	for i--; i >= 0; i-- {
		switch t := p.tags[tags[i]]; {
		case t == "CC":
			return i > 0 && isName(p.tags[tags[i-1]])
		case !isName(t):
			return false
		}
	}
	return false
}

func isName(t Tag) bool { return t == "NNP" || t == "NNPS" }
