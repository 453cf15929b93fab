package press

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// cleanRounds bounds how often a text is cleaned until nothing changes any more. Real copy needs two
// rounds, of which the second only looks; nested escapes need one more each.
const cleanRounds = 10

// Clean lays a text out for reading. It decodes character escapes, makes odd spaces plain, drops
// invisible characters and marks of Markdown and HTML, joins lines that were broken to fit a screen,
// folds blank lines, and cuts an agency's end mark. It changes no word, and a text that is clean
// stays as it is.
func Clean(text string) string {
	for range cleanRounds {
		cleaned := cleanOnce(text)
		if cleaned == text {
			break
		}
		text = cleaned
	}
	return text
}

// CleanLine cleans what stands on one line, such as a title.
func CleanLine(text string) string {
	return strings.Join(strings.Fields(Clean(text)), " ")
}

func cleanOnce(text string) string {
	text = plainCharacters(text)
	text = withoutTags(text)
	text = withoutMarkdown(text)
	text = joinLines(text)
	text = cutEndMarks(text)
	return norm.NFC.String(text)
}

// plainCharacters decodes escapes and normalises spaces and line ends.
func plainCharacters(text string) string {
	w := characterWriter{out: make([]byte, 0, len(text))}
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && c >= ' ' && c != 0x7f {
			w.writeASCII(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		w.write(r)
		i += size
	}
	return string(w.out)
}

// characterWriter looks back over what it wrote, so that an escape made by decoding another one
// ("&amp;lt;") is decoded as well, in one pass.
type characterWriter struct {
	out    []byte
	wasCR  bool
	nested int
}

func (w *characterWriter) write(r rune) {
	cr := w.wasCR
	w.wasCR = r == '\r'
	switch {
	case r == '\n' && cr: // the second half of CRLF
	case r == '\n', r == '\r', r == 0x85, r == 0x2028:
		w.out = append(w.out, '\n')
	case r == '\f', r == '\v', r == 0x2029:
		w.out = append(w.out, "\n\n"...)
	case r == '\t', unicode.Is(unicode.Zs, r):
		w.out = append(w.out, ' ')
	case invisible(r):
	case r < utf8.RuneSelf:
		w.writeASCII(byte(r))
	default:
		w.out = utf8.AppendRune(w.out, r)
	}
}

func (w *characterWriter) writeASCII(c byte) {
	w.wasCR = false
	w.out = append(w.out, c)
	switch {
	case c == ';':
		w.decodeEntity()
	case '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F':
		w.decodeEscape()
	}
}

// maxEntity is longer than any entity that stands for a letter or a mark of news.
const maxEntity = 12

// decodeEntity replaces "&name;" at the end of what was written.
func (w *characterWriter) decodeEntity() {
	for i := len(w.out) - 2; i >= max(0, len(w.out)-maxEntity); i-- {
		c := w.out[i]
		if c == '&' {
			entity := string(w.out[i:])
			if decoded := html.UnescapeString(entity); decoded != entity && !strings.HasPrefix(decoded, "\ufffd") {
				w.replace(i, decoded)
			}
			return
		}
		if c != '#' && (c >= utf8.RuneSelf || !unicode.IsLetter(rune(c)) && !unicode.IsDigit(rune(c))) {
			return
		}
	}
}

// decodeEscape replaces "\uXXXX" at the end of what was written; half a surrogate pair waits for
// its other half.
func (w *characterWriter) decodeEscape() {
	at := len(w.out) - 6
	r, ok := escapeAt(w.out, at)
	if !ok {
		return
	}
	if utf16.IsSurrogate(r) {
		if high, ok := escapeAt(w.out, at-6); ok {
			if pair := utf16.DecodeRune(high, r); pair != unicode.ReplacementChar {
				w.replace(at-6, string(pair))
			}
		}
		return
	}
	w.replace(at, string(r))
}

func escapeAt(out []byte, at int) (rune, bool) {
	if at < 0 || out[at] != '\\' || out[at+1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(out[at+2:at+6]), 16, 32)
	return rune(n), err == nil
}

func (w *characterWriter) replace(from int, text string) {
	w.out = w.out[:from]
	if w.nested > 20 { // decoded twenty deep: somebody plays
		w.out = append(w.out, ' ')
		return
	}
	w.nested++
	for _, r := range text {
		w.write(r)
	}
	w.wasCR = false
	w.nested--
}

// invisible characters carry no word: controls, soft hyphens, zero-width spaces and joiners, marks
// of direction, byte order marks.
func invisible(r rune) bool {
	return r == 0xad || r == 0xfeff || r != '\n' && unicode.IsControl(r) || r >= 0x200b && r <= 0x200f ||
		r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x206f
}

// Tags that are left in texts by other people's extractors. Only lower case counts: "<FSYS.O>" and
// "<U>" are tickers in old wire copy.
var (
	breakingTag = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`</?(?:p|br|div|li|ul|ol|tr|table|tbody|thead|tfoot|colgroup|col|caption|h[1-6]|blockquote|section|article|figure|hr)(?:\s[^<>]*)?/?>`)
	})
	inlineTag = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`<!--[^<>]*-->|</?(?:span|b|i|u|em|strong|a|sup|sub|small|font|td|th|img|s|mark|cite|abbr|figcaption)(?:\s[^<>]*)?/?>`)
	})
)

func withoutTags(text string) string {
	if !strings.Contains(text, ">") || !strings.Contains(text, "<") {
		return text
	}
	text = breakingTag().ReplaceAllString(text, "\n\n")
	return inlineTag().ReplaceAllString(text, "")
}

// endMarks are what agencies put after the last word.
var endMarks = []string{"-0-", "- 0 -", "###", "# # #", "##", "-30-", "- 30 -", "ENDS", "(ENDS)", "(Ends)",
	"(ends)", "-ENDS-", "END", "(END)", "(End)", "-END-", "- END -", "Reuter", "REUTER", "/END/", "[END]", "NNNN"}

// cutEndMarks cuts end marks that stand on a line of their own or after the full stop of the last
// sentence; the words of a sentence are never cut.
func cutEndMarks(text string) string {
	text = strings.TrimSpace(text)
	for cut := true; cut; {
		cut = false
		for _, mark := range endMarks {
			rest, found := strings.CutSuffix(text, mark)
			if !found {
				continue
			}
			trimmed := strings.TrimRight(rest, " ")
			if trimmed != "" && (trimmed[len(trimmed)-1] == '\n' || len(trimmed) < len(rest) && endsSentence(trimmed)) {
				text, cut = strings.TrimSpace(trimmed), true
			}
		}
	}
	return text
}

// endsSentence reports whether the text ends with a full stop, perhaps inside quotes or brackets.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "\"'”’)]")
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?")
}
