package press

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// Bounds of language detection, in letters.
const (
	fewLetters      = 40   // a text shorter than this says nothing about its language
	languageSample  = 2000 // enough to tell; the rest of a long text is not looked at
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
		hrv srp slv lit lav est tur azj uzb tuk ind vie hau som ceb tgl rus ukr bel bul mkd kat
		arb pes urd heb hin ben pan guj tam tel kan mal mar nep sin tha khm mya cmn jpn kor ell amh`) {
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
	if latin*2 > letters && !sounds(sample, info.Lang, letters, info.Confidence) {
		return nil
	}
	return &LanguageError{Language: languageName(info.Lang), Code: info.Lang.Iso6391()}
}

// commonWords are words that hardly a sentence of the language does without. The detector guesses
// from triples of letters, and lists of names or figures make it guess anything; it is believed only
// where these words are there too.
var commonWords = map[whatlanggo.Lang]string{
	whatlanggo.Spa: "de la el los las que y en del por con una para se su al lo es",
	whatlanggo.Por: "de a o os as que e em do da dos das com para uma por no na se ao",
	whatlanggo.Fra: "de la le les des et du en une est que pour dans qui par sur au aux ce à l d",
	whatlanggo.Ita: "di il la le che e del della dei per un una con non in i gli nel al",
	whatlanggo.Deu: "der die das und in den von zu mit des dem ist im für auf eine nicht",
	whatlanggo.Nld: "de het een van en in dat op te voor met zijn is aan niet",
	whatlanggo.Swe: "och i att en det som på är av för med den till har",
	whatlanggo.Dan: "og i at en det som på er af for med den til har",
	whatlanggo.Nob: "og i at en det som på er av for med den til har",
	whatlanggo.Pol: "w i na z do się że o jest nie to przez dla po",
	whatlanggo.Ron: "de și în a la cu din pe care o că un pentru al",
	whatlanggo.Tur: "ve bir bu ile için da de olarak olan ne",
	whatlanggo.Ind: "yang dan di dengan untuk dari dalam ini pada akan",
	whatlanggo.Ces: "a v se na že je o s z do pro k",
}

// sounds reports whether the sample has the common words of the language. A language without a list
// is believed where the detector is sure and hardly a word is English.
func sounds(sample string, language whatlanggo.Lang, letters int, confidence float64) bool {
	const share, sure, least = 0.12, 0.5, 200
	list, ok := commonWords[language]
	if !ok {
		opening := sample[:min(len(sample), 100)] // long lists of names follow a sentence that says what they are
		return letters >= least && confidence >= sure && englishShare(sample) < functionWordsOK/4 && englishShare(opening) < functionWordsOK
	}
	common := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		common[word] = true
	}
	return wordShare(sample, common) >= share
}

// languageName is the usual English name; the detector's own is sometimes a stranger.
func languageName(language whatlanggo.Lang) string {
	switch language {
	case whatlanggo.Nob:
		return "Norwegian"
	case whatlanggo.Cmn:
		return "Chinese"
	case whatlanggo.Pes:
		return "Persian"
	}
	return language.String()
}

// languageLetters gives the beginning of the text in lower case and counts its letters. Capitals
// would make trigrams that no profile holds.
func languageLetters(text string) (sample string, letters, latin int) {
	end := len(text)
	for i, r := range text {
		switch {
		case r|0x20 >= 'a' && r|0x20 <= 'z':
			latin++
		case r < utf8.RuneSelf || !unicode.IsLetter(r):
			continue
		case unicode.Is(unicode.Latin, r):
			latin++
		}
		letters++
		if letters == languageSample {
			end = i
			break
		}
	}
	return strings.ToLower(text[:end]), letters, latin
}

// englishShare is the share of words that are English function words.
func englishShare(sample string) float64 { return wordShare(sample, functionWords) }

func wordShare(sample string, of map[string]bool) float64 {
	words, found := 0, 0
	for word := range strings.FieldsFuncSeq(sample, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if of[word] {
			found++
		}
	}
	if words == 0 {
		return 0
	}
	return float64(found) / float64(words)
}
