package splitter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery/english/internal/words"
)

// Word is a token as the splitter sees it.
type Word struct {
	Form, Lower uint32 // hashes of the token as it stands and in lower case, digits as 0
	Suffix      uint32 // hash of its last three bytes in lower case
	Shape       Shape
	Apart       bool // space or the paragraph's beginning stands before it
	RuleEnd     bool // the rules end a sentence behind it
	Verb        bool // a finite auxiliary verb or a part of one
	Head        bool // begins a paragraph of the text too
	Tail        bool // ends one
}

// Shape is how a token is written.
type Shape uint8

const (
	Mark      Shape = iota // another mark
	Lower                  // begins with a small letter
	Capital                // begins with a capital
	AllCaps                // two capitals or more
	OneLetter              // a capital alone
	Number                 // begins with a digit
	Stop                   // . ! ? and their like, also in a row
	Dots                   // an ellipsis
	Dotted                 // a word with its full stop: "U.S.", "Mr."
	Address                // of the web, of mail or a file
	Face                   // an emoticon
	Opening                // a bracket or a quotation mark that opens
	Closing
	Quote // a mark that may do either
	Dash
	Pause // , ; :
)

// IsWord reports whether the shape is that of a word.
func (s Shape) IsWord() bool { return s >= Lower && s <= OneLetter || s == Dotted }

// Of describes a token. The buffer is for use in between.
func Of(token string, buffer *[]byte) Word {
	b := words.Lower((*buffer)[:0], token)
	*buffer = b
	w := Word{Form: words.Hash(token), Shape: shapeOf(token)}
	w.Lower = hash(b)
	w.Suffix = hash(b[max(0, len(b)-3):])
	w.Verb = isFinite(b)
	return w
}

// isAddress reports whether a token is one of the web, of mail, or the name of a file or a news group.
func isAddress(token string) bool {
	dot := strings.LastIndexByte(token, '.')
	if dot > 0 && len(token)-dot > 2 && token[dot+1] >= 'a' && token[dot+1] <= 'z' {
		return true
	}
	return strings.IndexByte(token, '@') > 0 || strings.Contains(token, "://")
}

// isFinite reports whether a word in small letters is one of the verbs that show a clause most often.
func isFinite(b []byte) bool {
	switch string(b) {
	case "is", "are", "was", "were", "am", "'s", "'re", "'m", "has", "have", "had", "'ve", "'d", "do", "does", "did",
		"will", "'ll", "would", "can", "could", "should", "may", "might", "must", "said", "says":
		return true
	}
	return false
}

func hash(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

func shapeOf(token string) Shape {
	r, n := utf8.DecodeRuneInString(token)
	last := token[len(token)-1]
	switch {
	case r >= '0' && r <= '9':
		return Number
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', unicode.IsLetter(r):
		switch {
		case isAddress(token):
			return Address
		case last == '.':
			return Dotted
		case !unicode.IsUpper(r):
			return Lower
		case n == len(token):
			return OneLetter
		}
		if next, _ := utf8.DecodeRuneInString(token[n:]); unicode.IsUpper(next) {
			return AllCaps
		}
		return Capital
	case r == '.' && len(token) > 1 || r == '…':
		return Dots
	case r == '.' || r == '!' || r == '?' || r == '。':
		return Stop
	case strings.ContainsRune("([{“‘«„<", r):
		return Opening
	case strings.ContainsRune(")]}”»>", r):
		return Closing
	case r == '"' || r == '\'' || r == '’' || r == '`':
		return Quote
	case r == '-' || r == '–' || r == '—':
		return Dash
	case (r == ':' || r == ';' || r == '=') && len(token) > 1:
		return Face
	case r == ',' || r == ';' || r == ':':
		return Pause
	}
	return Mark
}
