package press

import (
	"strings"
	"sync"
	"unicode"

	"github.com/abadojack/whatlanggo"
)

// Bounds of language detection, in letters.
const (
	fewLetters      = 40   // a text shorter than this says nothing about its language
	languageSample  = 4000 // enough to tell; the rest of a long text is not looked at
	functionWordsOK = 0.10 // share of English function words that settles it; English news has about 0.25
)

// functionWords are frequent in English and rare or absent in the languages that share its script.
var functionWords = map[string]bool{"the": true, "of": true, "and": true, "to": true, "that": true,
	"with": true, "for": true, "said": true, "by": true, "from": true, "his": true, "has": true,
	"have": true, "this": true, "which": true, "were": true, "their": true, "it": true, "would": true,
	"will": true, "are": true, "be": true, "not": true, "who": true, "you": true, "we": true,
	"our": true, "at": true, "i": true}

// newsLanguages are the languages whose news comes by; leaving out the others keeps English from
// being taken for, say, Scots' neighbours or a creole.
var newsLanguages = sync.OnceValue(func() map[whatlanggo.Lang]bool {
	languages := map[whatlanggo.Lang]bool{}
	for _, code := range strings.Fields(`eng spa fra deu por ita nld swe dan nob fin pol ces ron hun
		hrv srp slv lit lav est tur azj uzb tuk ind vie swh hau som ceb tgl rus ukr bel bul mkd kat hye
		ara pes urd heb hin ben pan guj tam tel kan mal mar nep sin tha khm mya cmn jpn kor ell amh`) {
		languages[whatlanggo.CodeToLang(code)] = true
	}
	delete(languages, whatlanggo.CodeToLang("")) // codes that the module does not know
	return languages
})

// checkLanguage returns a *LanguageError where the text is plainly not English. Short texts pass, and
// so do texts in capitals and those with many foreign names.
func checkLanguage(text string) error {
	sample, letters, latin := languageLetters(text)
	if letters < fewLetters {
		return nil
	}
	if latin*2 > letters && englishShare(sample) >= functionWordsOK {
		return nil
	}
	info := whatlanggo.DetectWithOptions(sample, whatlanggo.Options{Whitelist: newsLanguages()})
	if info.Lang < 0 || info.Lang == whatlanggo.Eng {
		if latin*2 > letters {
			return nil
		}
		return &LanguageError{Language: "another language"}
	}
	// The detector guesses from letter triples; it is believed on English script only where the
	// function words agree with it or it is sure.
	if latin*2 > letters && (info.Confidence < 0.5 || letters < 200) && englishShare(sample) >= functionWordsOK/4 {
		return nil
	}
	return &LanguageError{Language: info.Lang.String(), Code: info.Lang.Iso6391()}
}

// languageLetters gives the beginning of the text in lower case and counts its letters. Capitals
// would make trigrams that no profile holds.
func languageLetters(text string) (sample string, letters, latin int) {
	end := len(text)
	for i, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if unicode.Is(unicode.Latin, r) {
			latin++
		}
		if letters == languageSample {
			end = i
			break
		}
	}
	return strings.ToLower(text[:end]), letters, latin
}

// englishShare is the share of words that are English function words.
func englishShare(sample string) float64 {
	words, found := 0, 0
	for word := range strings.FieldsFuncSeq(sample, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if functionWords[word] {
			found++
		}
	}
	if words == 0 {
		return 0
	}
	return float64(found) / float64(words)
}
