package english

import (
	"chancery/english/internal/names"
	"chancery/english/internal/words"
)

// describe fills the scratch with what is known of every token of a document.
func (r *NameReader) describe(d *Document, s *nameScratch) {
	n := len(d.Tokens)
	if cap(s.tokens) < n {
		s.tokens = make([]names.Token, n+n/4)
	}
	s.tokens = s.tokens[:n]
	for i := range d.Sentences {
		first, last := d.Sentences[i].First, d.Sentences[i].Last
		shouted := isShouted(d.Text, d.Tokens[first:last])
		for k := first; k < last; k++ {
			t := &d.Tokens[k]
			w := &s.tokens[k]
			*w = names.Token{Word: words.Of(d.Text[t.Start:t.End], shouted, r.clusters, &s.fold)}
			w.POS, w.Label, w.Opens = uint8(t.POS), uint8(t.Label), k == first
			w.Known = r.known.word(w.Lower).class
			if d.hints != nil {
				w.Hint = d.hints[k]
			}
		}
		for k := first; k < last; k++ {
			if h := d.Tokens[k].Head; h != Root {
				s.tokens[k].Head = s.tokens[h].Lower
			}
		}
		sentence := s.tokens[first:last]
		r.markKnown(d, sentence, first)
		markRuns(sentence)
		markCues(sentence)
		markCandidates(sentence)
		markProper(sentence)
	}
	remember(d, s)
}

// markKnown marks the known names of more than one word, the longest first from left to right.
func (r *NameReader) markKnown(d *Document, sentence []names.Token, first int) {
	for i := 0; i < len(sentence); {
		if !isRaised(&sentence[i]) {
			i++
			continue
		}
		length, class := r.known.longest(sentence, i)
		if length > 0 && !isRaised(&sentence[i+length-1]) {
			length = 0
		}
		if r.gazetteer != nil {
			if n, kind := r.gazetteer.Lookup(d, first+i); n > length || n == length && n > 0 {
				length, class = min(n, len(sentence)-i), nameClassOf(kind)
			}
		}
		if length == 1 {
			sentence[i].Known |= class
		}
		if length > 1 {
			for k := range length {
				place := uint8(names.Inside)
				switch k {
				case 0:
					place = names.Begin
				case length - 1:
					place = names.Last
				}
				sentence[i+k].Span, sentence[i+k].Place = class, place
			}
		}
		i += max(1, length)
	}
}

// nameClassOf is what a gazetteer's kind is among the classes of the lists.
func nameClassOf(k NameKind) names.Class {
	switch k {
	case Person:
		return names.Family
	case Place:
		return names.City
	case Organisation:
		return names.Organisation
	case Nationality:
		return names.Nationality
	case DocumentName:
		return names.Document
	}
	return 0
}

// isRaised reports whether a word is written with a capital, or stands in a sentence that is.
func isRaised(t *names.Token) bool {
	return t.Shape&(words.Capital|words.Inner|words.AllCaps|words.Shouted) != 0
}

// opensOnly reports whether a word has its capital only because the sentence begins with it.
func opensOnly(t *names.Token) bool {
	if !t.Opens || t.Shape&words.AllCaps != 0 {
		return false
	}
	switch POS(t.POS) {
	case DET, PRON, ADP, SCONJ, CCONJ, ADV, AUX, PART, INTJ, NUM:
		return true
	}
	return false
}

// markRuns tells every word of a run of capitals about the run and what stands around it.
func markRuns(sentence []names.Token) {
	for i := 0; i < len(sentence); {
		if !isRaised(&sentence[i]) || opensOnly(&sentence[i]) {
			sentence[i].Before, sentence[i].After = 1, 1
			i++
			continue
		}
		end := i + 1
		for end < len(sentence) && (isRaised(&sentence[end]) ||
			end+1 < len(sentence) && isHyphen(&sentence[end]) && isRaised(&sentence[end+1])) {
			end++
		}
		before, after := uint32(2), uint32(2)
		if i > 0 {
			before = sentence[i-1].Lower
		}
		if end < len(sentence) {
			after = sentence[end].Lower
		}
		run := uint32(0)
		for k := i; k < end; k++ {
			run = sequence(run, sentence[k].Lower)
		}
		for k := i; k < end; k++ {
			t := &sentence[k]
			t.Run = run
			t.Before, t.After = before, after
			t.First, t.Last = sentence[i].Lower, sentence[end-1].Lower
			t.LastKnown = sentence[end-1].Known
			t.Index, t.Left = uint8(min(7, k-i)), uint8(min(7, end-1-k))
		}
		i = end
	}
}

// Words between the capitals of one name.
var (
	hyphen     = words.Hash("-")
	connectors = hashes("of", "and", "for", "the", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "la", "le",
		"el", "al", "bin", "bint", "ibn", "ben", "van", "von", "der", "den", "y", "e", "et", "on", "in", "to", "at", "&", "-", "–",
		"'", "'s", ",", ".", "/", "+", "against", "with", "as")
	particles = hashes("al", "el", "bin", "ibn", "de", "da", "di", "del", "van", "von", "der", "den", "la", "le", "abu", "ul", "ur")
)

func hashes(list ...string) map[uint32]bool {
	m := make(map[uint32]bool, len(list))
	for _, w := range list {
		m[words.Hash(w)] = true
	}
	return m
}

func isHyphen(t *names.Token) bool { return t.Lower == hyphen }

// mostConnectors is how many small words may stand between two capitals of one name ("Organization for
// the Prohibition of …": 2; "Ministry of the …": 2).
const mostConnectors = 3

// markCandidates marks the words that may belong to a name: those with a capital, numbers beside them,
// and the small words between them.
func markCandidates(sentence []names.Token) {
	last := -1 << 20 // the last word with a capital
	for i := range sentence {
		t := &sentence[i]
		switch {
		case isRaised(t) || t.Span != 0:
			t.Candidate = true
			for k := last + 1; i-last <= mostConnectors+1 && k < i; k++ {
				sentence[k].Candidate = true
			}
			for k := i - 1; k >= 0 && k >= i-2 && !sentence[k].Candidate; k-- {
				if isHyphen(&sentence[k]) {
					continue
				}
				if particles[sentence[k].Lower] {
					for j := k; j < i; j++ {
						sentence[j].Candidate = true
					}
				}
				break
			}
			last = i
		case i > 1 && last == i-2 && isHyphen(&sentence[i-1]) && t.Shape&words.NoLetter == 0: // "Tsai Ing-wen"
			sentence[i-1].Candidate, t.Candidate = true, true
			last = i
		case t.Shape&words.Digit != 0:
			if last >= i-2 {
				last = i
				t.Candidate = true
				if i > 0 {
					sentence[i-1].Candidate = true
				}
			}
		case !connectors[t.Lower]:
			last = -1 << 20
		}
	}
}

// markProper marks the proper nouns that can hardly be anything but names: written with a capital inside
// a sentence that has small words too, and no title, month or the like.
func markProper(sentence []names.Token) {
	for i := range sentence {
		t := &sentence[i]
		t.Proper = POS(t.POS) == PROPN && t.Shape&(words.Capital|words.AllCaps|words.Inner) != 0 && !t.Opens &&
			t.Known&(names.Title|names.Time|names.Nationality|names.Saying) == 0
	}
}
