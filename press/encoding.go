package press

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// binaryKinds are files that people put beside reports, with the step that makes text of them.
var binaryKinds = []struct{ magic, name, next string }{
	{"%PDF-", "a PDF file", "turn it into text first, for example with pdftotext"},
	{"PK\x03\x04", "a ZIP archive or an office document", "unpack it or save it as text first"},
	{"\xd0\xcf\x11\xe0", "an old office document", "save it as text first"},
	{"{\\rtf", "a rich text document", "save it as plain text first"},
	{"\x89PNG", "a picture", "leave it out"},
	{"\xff\xd8\xff", "a picture", "leave it out"},
	{"GIF8", "a picture", "leave it out"},
	{"\x7fELF", "a program", "leave it out"},
	{"SQLite format 3", "a database", "leave it out"},
	{"BZh", "compressed with bzip2", "unpack it first, or compress it with gzip"},
	{"\xfd7zXZ", "compressed with xz", "unpack it first, or compress it with gzip"},
	{"\x28\xb5\x2f\xfd", "compressed with zstd", "unpack it first, or compress it with gzip"},
}

var (
	bomUTF8  = []byte{0xef, 0xbb, 0xbf}
	bomUTF16 = [][]byte{{0xff, 0xfe}, {0xfe, 0xff}}
)

// decodeText turns bytes into UTF-8. It takes UTF-8, UTF-16 with or without a byte order mark, and
// Windows-1252, which takes in Latin-1. Bytes that are none of them give an error that wraps
// ErrBinary or ErrEncoding, the offset at which they stop making sense, and the next step.
func decodeText(data []byte) (text string, at int64, next string, err error) {
	for _, kind := range binaryKinds {
		if bytes.HasPrefix(data, []byte(kind.magic)) {
			return "", 0, kind.next, reason(ErrBinary, "it is %s", kind.name)
		}
	}
	if endian, ok := looksUTF16(data); ok {
		decoded, err := unicode.UTF16(endian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", 0, "save it as UTF-8", reason(ErrEncoding, "it begins as UTF-16 and does not go on so")
		}
		data = decoded
	}
	data = bytes.TrimPrefix(data, bomUTF8)
	if at, ok := binaryByte(data); ok {
		return "", at, "leave it out, or save it as text", reason(ErrBinary, "byte 0x%02x has no place in a text", data[at])
	}
	if utf8.Valid(data) {
		return string(data), 0, "", nil
	}
	return decodeLegacy(data)
}

// decodeLegacy reads bytes that are not valid UTF-8 throughout.
func decodeLegacy(data []byte) (string, int64, string, error) {
	const next = "save it as UTF-8"
	first, invalid, multibyte := surveyUTF8(data)
	if invalid == 0 { // only the last character is cut off
		return string(data[:first]), 0, "", nil
	}
	if multibyte > invalid {
		return "", int64(first), next, reason(ErrEncoding, "it is UTF-8 with byte 0x%02x, which is not", data[first])
	}
	letters, high := 0, 0
	for i, b := range data {
		switch {
		case b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d:
			return "", int64(i), next, reason(ErrEncoding, "byte 0x%02x fits neither UTF-8 nor Windows-1252", b)
		case b >= 0x80:
			high++
		case b|0x20 >= 'a' && b|0x20 <= 'z':
			letters++
		}
	}
	if high > 1 && high*4 > letters {
		return "", int64(first), next, reason(ErrEncoding, "byte 0x%02x is not UTF-8, and too many like it follow for Windows-1252", data[first])
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", int64(first), next, reason(ErrEncoding, "byte 0x%02x: %v", data[first], err)
	}
	return string(decoded), 0, "", nil
}

// surveyUTF8 gives the first offset that is not UTF-8, how many bytes are not, and how many
// characters of several bytes are. A character cut off by the end is not counted as invalid.
func surveyUTF8(data []byte) (first, invalid, multibyte int) {
	first = -1
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			if first < 0 {
				first = i
			}
			if utf8.FullRune(data[i:]) {
				invalid++
			} else if multibyte > 0 || i == 0 {
				return first, invalid, multibyte
			} else {
				invalid++ // a lone high byte at the end of plain ASCII is Windows-1252, not a cut
			}
		} else if size > 1 {
			multibyte++
		}
		i += size
	}
	return first, invalid, multibyte
}

// looksUTF16 knows UTF-16 by its mark or by the zero bytes that plain English has in it.
func looksUTF16(data []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(data, bomUTF16[0]):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(data, bomUTF16[1]):
		return unicode.BigEndian, true
	}
	head := data[:min(len(data), 512)&^1]
	if len(head) < 8 {
		return unicode.LittleEndian, false
	}
	even, odd := 0, 0
	for i := 0; i < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	half := len(head) / 2
	switch {
	case odd*10 > half*8 && even*10 < half:
		return unicode.LittleEndian, true
	case even*10 > half*8 && odd*10 < half:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// binaryByte finds a NUL, or says where control characters become too many for a text. Old wire copy
// carries a few (0x03 ends a Reuters story), which cleaning drops.
func binaryByte(data []byte) (int64, bool) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return int64(i), true
	}
	controls, first := 0, -1
	for i, b := range data {
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v' && b != 0x1b {
			if first < 0 {
				first = i
			}
			controls++
		}
	}
	return int64(max(first, 0)), controls > 4 && controls*50 > len(data)
}

// decodePage is decodeText for HTML, which may name its own encoding.
func decodePage(data []byte) (text string, at int64, next string, err error) {
	if _, wide := looksUTF16(data); wide || utf8.Valid(data) {
		return decodeText(data)
	}
	if at, ok := binaryByte(data); ok {
		return "", at, "leave it out", reason(ErrBinary, "byte 0x%02x has no place in a page", data[at])
	}
	encoding, name, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
	if name != "utf-8" && name != "windows-1252" {
		decoded, err := encoding.NewDecoder().Bytes(data)
		if err == nil {
			return string(decoded), 0, "", nil
		}
	}
	if first, invalid, multibyte := surveyUTF8(data); multibyte > 4*invalid && invalid > 0 {
		return string(bytes.ToValidUTF8(data, []byte("\ufffd"))), int64(first), "", nil // one bad byte in an advertisement
	}
	return decodeText(data)
}
