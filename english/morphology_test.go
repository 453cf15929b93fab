package english

import (
	"strings"
	"testing"
)

// TestFeatures asserts what is read off words. A line below a sentence is "word features"; a word
// stands for its first occurrence.
func TestFeatures(t *testing.T) {
	reader := testReader(t)
	for _, block := range strings.Split(strings.TrimSpace(featured), "\n\n") {
		lines := strings.Split(block, "\n")
		d := reader.Read(lines[0])
		for _, l := range lines[1:] {
			word, want, _ := strings.Cut(l, " ")
			i := find(d, word)
			if i < 0 {
				t.Fatalf("%s: no token %q", lines[0], word)
			}
			if got := d.Features(i).String(); got != want {
				t.Errorf("%s\n%q is %s, want %s", lines[0], word, got, want)
			}
		}
	}
}

const featured = `
The foreign minister signed an agreement on Tuesday.
The Definite=Def|PronType=Art
foreign Degree=Pos
minister Number=Sing
signed Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
an Definite=Ind|PronType=Art
on _

Norway and Chile signed two agreements.
Norway Number=Sing
signed Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin
two _
agreements Number=Plur

The agreements were signed in Lima.
were Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin
signed Tense=Past|VerbForm=Part|Voice=Pass

Norway has signed the agreement.
has Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin
signed Tense=Past|VerbForm=Part

The treaty signed in Oslo holds.
signed Tense=Past|VerbForm=Part|Voice=Pass
holds Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin

We are discussing it with them.
We Case=Nom|Number=Plur|Person=1|PronType=Prs
are Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin
discussing Tense=Pres|VerbForm=Part
it Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs
them Case=Acc|Number=Plur|Person=3|PronType=Prs

It will open its borders.
It Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs
will VerbForm=Fin
open VerbForm=Inf
its Case=Gen|Gender=Neut|Number=Sing|Person=3|PronType=Prs

He met the minister and praised her.
met Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
praised Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin

Read the statement.
Read Mood=Imp|Person=2|VerbForm=Fin

The ministers agreed to read the statement.
read VerbForm=Inf

Signing the treaty took years.
Signing VerbForm=Ger

The ministers who signed the treaty left.
who PronType=Rel
signed Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin

They asked who signed the larger of these treaties.
who PronType=Int
these Number=Plur|PronType=Dem
larger Degree=Cmp
`

func TestFeaturesByName(t *testing.T) {
	f := Features{Number: "Sing", Tense: "Past", Voice: "Pass"}
	for name, want := range map[string]string{"Number": "Sing", "Tense": "Past", "Voice": "Pass", "Mood": "", "Colour": ""} {
		if got := f.Value(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if got := (Features{}).String(); got != "_" {
		t.Errorf("nothing is %q", got)
	}
}

func TestFeaturesTakeNoMemory(t *testing.T) {
	d := testReader(t).Read("The ministers of Norway and Chile, who met on Tuesday, have signed what was agreed, and it is to be read.")
	if n := testing.AllocsPerRun(10, func() {
		for i := range d.Tokens {
			d.Features(i)
		}
	}); n > 1 { // "The" in small letters
		t.Errorf("%.0f allocations", n)
	}
}
