package english

import "chancery/english/internal/network"

// mostDoubt is how much less likely than the best tag, as a difference of log-probabilities, the past or
// the present of a verb may be for finite to take it.
const mostDoubt = 7

// finite finds the verb that must be the root of a sentence, or -1 where the tree may choose. A sentence
// that ends with a full stop has a finite verb. Where the tags have none, the word that is most likely one
// becomes it: names before short verbs ("Peru and Chile plan to sign", "Qatar mediated between them") are
// rare in the treebanks. Where they have just one, and no word that opens a subordinate clause, it is the main
// verb. Headlines, which have no full stop, are left alone.
func (n *Network) finite(d *Document, tokens []Token, r *network.Reading, s *network.Scratch) int {
	if len(tokens) < 4 || !endsFully(d, tokens) {
		return -1
	}
	found, subordinate := -1, false
	for i := range tokens {
		switch n.tags[r.Tags[i]] {
		case "VBD", "VBZ", "VBP", "MD":
			if found >= 0 || n.pos[r.Tags[i]] != VERB {
				return -1
			}
			found = i
		case "VB":
			if i == 0 { // an order
				return -1
			}
		case "WDT", "WP", "WP$", "WRB":
			subordinate = true
		}
		subordinate = subordinate || n.pos[r.Tags[i]] == SCONJ
	}
	switch {
	case found >= 0 && subordinate:
		return -1
	case found >= 0:
		return found
	}
	return n.likelyVerb(d, tokens, r, s)
}

// likelyVerb makes the word behind the first that is most likely a finite verb into one, and returns it; -1
// where none is likely enough.
func (n *Network) likelyVerb(d *Document, tokens []Token, r *network.Reading, s *network.Scratch) int {
	best, as, least := -1, uint8(0), float32(mostDoubt)
	for i := 1; i < len(tokens); i++ {
		if !isNominalTag(n.tags[r.Tags[i-1]]) {
			continue
		}
		inS := tokens[i].End > tokens[i].Start && d.Text[tokens[i].End-1] == 's'
		top := n.weights.Network.TagScore(i, r.Tags[i], s)
		for _, class := range n.finites {
			if n.tags[class] == "VBZ" != inS {
				continue
			}
			if doubt := top - n.weights.Network.TagScore(i, class, s); doubt < least {
				best, as, least = i, class, doubt
			}
		}
	}
	if best >= 0 {
		r.Tags[best] = as
	}
	return best
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
