package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParagraphsHangAndKeepWordsWhole(t *testing.T) {
	for _, test := range []struct {
		name    string
		phrases []phrase
		want    string
	}{
		{"short", []phrase{{plain, "Peru met Ghana."}}, "1. Peru met Ghana.\n"},
		{"wrapped", []phrase{{plain, "Peru and Ghana met in Lima on Monday."}}, "1. Peru and Ghana met\n   in Lima on Monday.\n"},
		{"phrases part where there is a space", []phrase{{strong, "signed"}, {plain, ", 4 March: "}, {plain, "A treaty."}},
			"1. signed, 4 March: A\n   treaty.\n"},
		{"marks stay with their words", []phrase{{plain, "before "}, {plain, "«marked»"}, {plain, ", after"}}, "1. before «marked»,\n   after\n"},
		{"a long word stands alone", []phrase{{plain, "see https://example.test/a/very/long/path there"}},
			"1. see\n   https://example.test/a/very/long/path\n   there\n"},
		{"wide letters count double", []phrase{{plain, "外交部 外交部 外交部 外交部"}}, "1. 外交部 外交部\n   外交部 外交部\n"},
		{"codes for terminals are dropped", []phrase{{plain, "a \x1b[31mred\x1b[0m \u202eword\a"}}, "1. a [31mred[0m word\n"},
		{"nothing", nil, "1. \n"},
	} {
		var b strings.Builder
		(&sheet{out: &b, width: 21}).paragraph("1. ", "   ", test.phrases...)
		if diff := cmp.Diff(test.want, b.String()); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestColourIsOnlyWhereItIsWanted(t *testing.T) {
	for _, colour := range []bool{false, true} {
		var b strings.Builder
		(&sheet{out: &b, width: 40, colour: colour}).line(phrase{good, "signed"})
		if got := strings.Contains(b.String(), "\x1b["); got != colour {
			t.Errorf("colour %v: wrote %q", colour, b.String())
		}
	}
}

func FuzzParagraphKeepsAllWords(f *testing.F) {
	f.Add("According to the ministry, ", "«Laos»", " became a partner.", 30)
	f.Add(" \t", "", "\u00a0x\n", 0)
	f.Fuzz(func(t *testing.T, a, b, c string, width int) {
		var out strings.Builder
		s := &sheet{out: &out, width: width % 200}
		s.paragraph("", "  ", phrase{plain, a}, phrase{plain, b}, phrase{plain, c})
		want := strings.Fields(harmless(a + b + c))
		if diff := cmp.Diff(want, strings.Fields(out.String())); diff != "" && len(want) > 0 {
			t.Errorf("words (-want +got)\n%s", diff)
		}
	})
}
