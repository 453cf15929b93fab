package press

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const accented = "São Tomé’s envoy — in Göteborg — said “yes” to the talks about the joint commission."

func TestDecodeText(t *testing.T) {
	wide := func(e unicode.Endianness, bom unicode.BOMPolicy) string {
		s, err := unicode.UTF16(e, bom).NewEncoder().String(accented)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	latin, err := charmap.Windows1252.NewEncoder().String(accented)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"UTF-8": accented, "UTF-8 with its mark": "\xef\xbb\xbf" + accented,
		"UTF-16 little endian": wide(unicode.LittleEndian, unicode.UseBOM), "UTF-16 big endian": wide(unicode.BigEndian, unicode.UseBOM),
		"UTF-16 without mark": wide(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16 big endian without mark": wide(unicode.BigEndian, unicode.IgnoreBOM),
		"Windows-1252": latin,
	} {
		got, _, _, err := decodeText([]byte(data))
		if err != nil || got != accented {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if got, _, _, err := decodeText([]byte(accented + "\xe2\x80")); err != nil || got != accented {
		t.Errorf("cut inside a character: %q, %v", got, err)
	}
}

func TestDecodeTextRefuses(t *testing.T) {
	cases := []struct {
		name, data string
		want       error
		at         int64
	}{
		{"a NUL", "Talks\x00began.", ErrBinary, 5},
		{"many controls", strings.Repeat("ab\x01\x02", 20), ErrBinary, 2},
		{"a PDF", "%PDF-1.7\n…", ErrBinary, 0},
		{"a ZIP", "PK\x03\x04abc", ErrBinary, 0},
		{"a picture", "\x89PNG\r\n", ErrBinary, 0},
		{"broken UTF-8", "Café après São\xff Tomé", ErrEncoding, int64(len("Café après São"))},
		{"a byte that Windows-1252 has not", "The envoy \x81 left the talks early.", ErrEncoding, 10},
		{"Cyrillic in one byte", "\xcc\xee\xf1\xea\xe2\xe0 \xe8 \xcc\xe8\xed\xf1\xea", ErrEncoding, 0},
	}
	for _, c := range cases {
		_, at, next, err := decodeText([]byte(c.data))
		if !errors.Is(err, c.want) || at != c.at || next == "" {
			t.Errorf("%s: byte %d, next %q, %v; want byte %d, %v", c.name, at, next, err, c.at, c.want)
		}
	}
}

func TestPageNamesItsEncoding(t *testing.T) {
	latin2, err := charmap.ISO8859_2.NewEncoder().String("<meta charset=iso-8859-2><p>Łódź i Kraków</p>")
	if err != nil {
		t.Fatal(err)
	}
	if got, _, _, err := decodePage([]byte(latin2)); err != nil || !strings.Contains(got, "Łódź i Kraków") {
		t.Errorf("%q, %v", got, err)
	}
}
