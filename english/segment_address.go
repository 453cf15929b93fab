package english

import (
	"strings"
	"unicode/utf8"
)

// longestAddress is how many bytes a web address may have.
const longestAddress = 500

// domains are the ends of web addresses that are written without "www".
var domains = map[string]bool{"com": true, "org": true, "net": true, "gov": true, "edu": true, "info": true, "ru": true, "cn": true, "eu": true}

// extensions are the ends of the names of files.
var extensions = map[string]bool{
	"doc": true, "docx": true, "pdf": true, "xls": true, "xlsx": true, "ppt": true, "htm": true, "html": true,
	"txt": true, "rtf": true, "csv": true, "jpg": true, "jpeg": true, "gif": true, "png": true, "zip": true, "wav": true, "mp3": true,
}

// address is the end of a web or mail address, a news group or a file name at i, or i.
func (t *tokenizer) address(i int) int {
	// A text may be megabytes without a space; addresses are not so long.
	end, limit := i, min(len(t.text), i+longestAddress)
	at, dots, dot, slash := -1, 0, -1, false
	for end < limit && t.text[end] > ' ' && t.text[end] < utf8.RuneSelf && strings.IndexByte(`"<>()[]{}`, t.text[end]) < 0 {
		switch t.text[end] {
		case '@':
			if at < 0 && !slash {
				at = end - i
			}
		case '.':
			dots++
		case '/':
			slash = true
		}
		end++
	}
	if at < 0 && dots == 0 && !slash {
		return i
	}
	chunk := strings.TrimRight(t.text[i:end], ".,;:!?'*")
	lower := chunk
	if strings.HasPrefix(chunk, "W") || strings.HasPrefix(chunk, "H") {
		lower = strings.ToLower(chunk)
	}
	dot = strings.LastIndexByte(chunk, '.')
	switch {
	case strings.HasPrefix(lower, "http://"), strings.HasPrefix(lower, "https://"), strings.HasPrefix(lower, "www."):
		return i + len(chunk)
	case at > 0 && at+1 < len(chunk) && isHostLetter(chunk[at-1]) && isHostLetter(chunk[at+1]):
		return i + len(chunk)
	case dot > 1 && (domains[chunk[dot+1:]] || extensions[chunk[dot+1:]]) && isHost(chunk[:dot]), isGroup(chunk):
		return i + len(chunk)
	}
	return i
}

func isHostLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

func isHost(s string) bool {
	for i := range len(s) {
		if !isHostLetter(s[i]) && s[i] != '-' && s[i] != '.' && s[i] != '_' {
			return false
		}
	}
	return true
}

// isGroup reports whether a word is the name of a news group: three words or more in small letters,
// joined by full stops.
func isGroup(s string) bool {
	dots, piece := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.':
			if piece < 2 {
				return false
			}
			dots, piece = dots+1, 0
		case c >= 'a' && c <= 'z' || c == '-' && piece > 0:
			piece++
		default:
			return false
		}
	}
	return dots >= 2 && piece > 0
}
