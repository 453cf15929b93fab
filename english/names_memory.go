package english

import (
	"chancery/english/internal/names"
	"chancery/english/internal/words"
)

// What a document says of a word in all places where it stands, as bits of names.Token.Seen.
const (
	seenSmall        uint32 = 1 << iota // written without a capital
	seenRaised                          // with a capital, not only at the begin of a sentence
	seenTitled                          // behind a title
	seenWithGiven                       // behind a given name
	seenBeforeFamily                    // a given name before another word with a capital
	seenIn                              // behind "in"
	seenHeaded                          // before a word such as "Ministry" in a run of capitals
	seenPlaceHeaded                     // before or behind a word such as "River" in a run of capitals
	seenSaying                          // beside a verb of saying
	seenBracketed                       // in brackets behind a run of capitals
	seenPossessive                      // before 's
	seenArticle                         // behind "the"
	seenShort                           // alone
	seenLong                            // in a longer run
)

var (
	wordIn         = words.Hash("in")
	wordThe        = words.Hash("the")
	wordOpen       = words.Hash("(")
	wordOf         = words.Hash("'s")
	wordDollar     = words.Hash("$")
	wordAt         = words.Hash("@")
	wordAnd        = words.Hash("and")
	wordComma      = words.Hash(",")
	wordPlainOf    = words.Hash("of")
	wordSaharan    = words.Hash("saharan")
	wordSubSaharan = words.Hash("sub-saharan")
)

// remember gathers what the document says of its words with capitals, and tells it to each of them.
func remember(d *Document, s *nameScratch) {
	clear(s.seen)
	for i := range d.Sentences {
		first, last := d.Sentences[i].First, d.Sentences[i].Last
		sentence := s.tokens[first:last]
		for k := range sentence {
			t := &sentence[k]
			if !isRaised(t) {
				continue
			}
			if t.Shape&words.Shouted != 0 {
				continue
			}
			s.seen[t.Lower] |= seenOf(sentence, k)
		}
	}
	for i := range s.tokens {
		if t := &s.tokens[i]; !isRaised(t) && t.Shape&(words.NoLetter|words.Digit) == 0 {
			if bits, ok := s.seen[t.Lower]; ok {
				s.seen[t.Lower] = bits | seenSmall
			}
		}
	}
	for i := range s.tokens {
		if t := &s.tokens[i]; t.Candidate && isRaised(t) {
			t.Seen = s.seen[t.Lower]
		}
	}
}

// seenOf is what one place says of its word.
func seenOf(sentence []names.Token, k int) uint32 {
	t := &sentence[k]
	bits := uint32(0)
	if !t.Opens {
		bits |= seenRaised
	}
	if t.Index+t.Left == 0 {
		bits |= seenShort
	} else {
		bits |= seenLong
	}
	if k > 0 {
		switch p := &sentence[k-1]; {
		case p.Known&names.Title != 0:
			bits |= seenTitled
		case t.Index > 0 && p.Known&names.Given != 0 && p.Known&(names.State|names.City|names.Region|names.Nationality) == 0:
			bits |= seenWithGiven
		case p.Lower == wordIn:
			bits |= seenIn
		case p.Lower == wordThe:
			bits |= seenArticle
		case p.Lower == wordOpen && k > 1 && isRaised(&sentence[k-2]):
			bits |= seenBracketed
		}
		if sentence[k-1].Known&names.Saying != 0 && t.Index == 0 {
			bits |= seenSaying
		}
		if t.Index > 0 && sentence[k-1].Known&names.PlaceWord != 0 {
			bits |= seenPlaceHeaded
		}
	}
	if k+1 < len(sentence) {
		n := &sentence[k+1]
		if n.Known&names.Saying != 0 {
			bits |= seenSaying
		}
		if n.Lower == wordOf {
			bits |= seenPossessive
		}
		if t.Left > 0 {
			switch {
			case n.Known&names.OrganisationWord != 0:
				bits |= seenHeaded
			case n.Known&names.PlaceWord != 0:
				bits |= seenPlaceHeaded
			case t.Known&names.Given != 0:
				bits |= seenBeforeFamily
			}
		}
	}
	return bits
}
