package english

import (
	"slices"
	"testing"
)

func TestQuotations(t *testing.T) {
	reader := testReader(t)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"straight marks", `"We will sign," she said. "It is time."`, []string{"We will sign,", "It is time."}},
		{"curly marks", `The envoy called it “a good day” for Oslo.`, []string{"a good day"}},
		{"marks inside belong to the outer ones", `“He said “no” twice,” she recalled.`, []string{"He said “no” twice,"}},
		{"several paragraphs, each opened anew", "\"We met.\n\n\"We talked.\n\n\"We parted,\" he said.",
			[]string{"We met.\n\n\"We talked.\n\n\"We parted,"}},
		{"not closed: ends with the paragraph", "\"We met.\n\nThe talks went on.", []string{"We met."}},
		{"closes nothing", `We met," he said.`, nil},
		{"apostrophes are no marks", "The ministers' talks weren't in Chad's capital in the '90s.", nil},
		{"single marks inside", `"The 'road map' is ready," he said.`, []string{"The 'road map' is ready,"}},
		{"inches", `A 12" pipe was laid.`, nil},
		{"empty", `He said "" and left.`, nil},
		{"a speaker's line before", "Aino Laine, Finland's envoy:\n\n\"All is well.\"", []string{"All is well."}},
		{"guillemets", "He spoke of «mutual trust» again.", []string{"mutual trust"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := reader.Read(c.text)
			var got []string
			for _, q := range d.Quotations {
				got = append(got, d.Text[q.Start:q.End])
				if q.OuterStart > q.Start || q.OuterEnd < q.End || q.First >= q.Last {
					t.Errorf("%+v is out of order", q)
				}
				if d.Tokens[q.First].Start < q.Start || d.Tokens[q.Last-1].End > q.End {
					t.Errorf("%+v: tokens %d and %d lie outside", q, q.First, q.Last-1)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
