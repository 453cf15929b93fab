package english

import "strings"

// contractions are written without an apostrophe in letters and reviews. The value is how many letters
// their first word has. "its", "ill", "well", "were" and "id" are words of their own and stay whole.
var contractions = map[string]int{
	"dont": 2, "cant": 2, "wont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "arent": 3, "werent": 4, "havent": 4,
	"hasnt": 3, "hadnt": 3, "wouldnt": 5, "couldnt": 5, "shouldnt": 6, "im": 1, "ive": 1, "thats": 4, "whats": 4, "theres": 5,
	"hes": 2, "shes": 3, "youre": 3, "theyre": 4, "alot": 1, "outta": 3, "lotta": 3, "gonna": 3, "gotta": 3, "wanna": 3,
	"cannot": 3,
}

// longestContraction is how many bytes a word that is two may have.
const longestContraction = 16

// split emits the word between two bytes, in two parts where it is a contraction.
func (t *tokenizer) split(start, end int) int {
	word := t.text[start:end]
	if len(word) > longestContraction {
		return t.emit(start, end)
	}
	at := 0
	switch n := len(word); {
	case n > 2 && (strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "N'T")):
		at = n - len("n't")
	case strings.HasSuffix(word, "n’t") || strings.HasSuffix(word, "N’T"):
		at = n - len("n’t")
	case n <= len("shouldnt"):
		at = contractionOf(word)
	}
	if at > 0 {
		t.emit(start, start+at)
	}
	return t.emit(start+at, end)
}

// contractionOf is how many letters the first word of a contraction has, or 0.
func contractionOf(word string) int {
	switch word[len(word)-1] | 0x20 {
	case 't', 'm', 'e', 's', 'a':
	default:
		return 0
	}
	if at, ok := contractions[word]; ok {
		return at
	}
	if len(word) < 2 || word[0] >= 'a' || word == "IM" || word == "IVE" || word == "HES" {
		return 0
	}
	return contractions[strings.ToLower(word)]
}
