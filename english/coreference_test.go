package english

import (
	"strings"
	"testing"
)

// checkMentions holds what every reader of mentions relies on.
func checkMentions(t testing.TB, d *Document) {
	t.Helper()
	last := map[int]int{} // the last mention of each chain
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.First > m.Head || m.Head >= m.Last || m.First < 0 || m.Last > len(d.Tokens) {
			t.Fatalf("mention %d: tokens %d to %d with the head %d, of %d", i, m.First, m.Last, m.Head, len(d.Tokens))
		}
		if i > 0 && d.Mentions[i-1].Head >= m.Head {
			t.Fatalf("mention %d: heads are out of order", i)
		}
		if d.Tokens[m.First].Sentence != d.Tokens[m.Last-1].Sentence {
			t.Fatalf("mention %d is in two sentences", i)
		}
		if m.Antecedent < None || m.Antecedent >= i || m.Speaker < None || m.Speaker >= len(d.Mentions) {
			t.Fatalf("mention %d: antecedent %d, speaker %d", i, m.Antecedent, m.Speaker)
		}
		before, ok := last[m.Chain]
		switch {
		case m.Antecedent == None && (m.Chain != i || ok):
			t.Fatalf("mention %d begins chain %d", i, m.Chain)
		case m.Antecedent != None && (!ok || before != m.Antecedent):
			t.Fatalf("mention %d: antecedent %d, the last one of chain %d is %d", i, m.Antecedent, m.Chain, before)
		}
		last[m.Chain] = i
		for k, a := range m.Antecedents {
			if a < 0 || a >= i || k > 0 && a <= m.Antecedents[k-1] {
				t.Fatalf("mention %d: antecedents %v", i, m.Antecedents)
			}
		}
		if len(m.Antecedents) == 1 || len(m.Antecedents) > 0 && m.Antecedent != None {
			t.Fatalf("mention %d: antecedents %v beside %d", i, m.Antecedents, m.Antecedent)
		}
	}
}

func TestMentionsAreWellFormed(t *testing.T) {
	reader := testReader(t)
	for _, p := range readPassages(t) {
		checkMentions(t, reader.Read(p.text))
	}
	checkMentions(t, reader.Read(benchText()))
	checkMentions(t, reader.Read(""))
	checkMentions(t, reader.(*Network).ReadSentences(nil))
}

// TestWhoSpeaksForUs holds that "we" in a quotation knows its speaker and is not the speaker.
func TestWhoSpeaksForUs(t *testing.T) {
	d := testReader(t).Read("\"We will sign,\" President Carlos Rojas said. We wait.")
	var we []Mention
	for _, m := range d.Mentions {
		if m.Kind == PronounMention && m.Person == 1 {
			we = append(we, m)
		}
	}
	if len(we) != 2 {
		t.Fatalf("%+v", d.Mentions)
	}
	if s := we[0].Speaker; s == None || !strings.Contains(d.Slice(d.Mentions[s].First, d.Mentions[s].Last-1), "Rojas") {
		t.Errorf("the first one is spoken by %d", s)
	} else if d.Mentions[s].Chain == we[0].Chain {
		t.Error("we is the speaker")
	}
	if we[1].Speaker != None {
		t.Errorf("the second one is outside the quotation, and spoken by %d", we[1].Speaker)
	}
}

func FuzzMentions(f *testing.F) {
	for _, text := range []string{
		`According to him "no"`, "According to the minister's letter: \"No deal.\"",
		"\"I will sign,\" President Carlos Rojas said. He met Queen Sonja and King Harald, who thanked him for it.",
		"The two countries (TTC) and both sides' ministers, Peru, Chile and \"our\" own \"I\" themselves.",
		"himself who whose which that its it it it", "The the THE President of of Peru 's 's", "A. B. C. (ABC) and ABC and A",
	} {
		f.Add(text)
	}
	reader := testReader(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 1<<13 {
			checkMentions(t, reader.Read(text))
		}
	})
}

func TestReadSentences(t *testing.T) {
	d := testReader(t).(*Network).ReadSentences([][]string{{"Peru", "waits", "."}, {"It", "hopes", "."}, {}, {"Chile", "acts", "."}})
	if d.Text != "Peru waits . It hopes .\n\nChile acts ." || len(d.Sentences) != 3 || len(d.Paragraphs) != 2 {
		t.Fatalf("%q: %d sentences, %d paragraphs", d.Text, len(d.Sentences), len(d.Paragraphs))
	}
	if d.Sentences[2].Paragraph != 1 || d.Word(d.Sentences[2].First) != "Chile" || !strings.HasPrefix(d.Text[d.Paragraphs[1].Start:], "Chile") {
		t.Errorf("the second paragraph is not where it should be: %+v", d.Sentences[2])
	}
}

// BenchmarkMentions resolves a text that was parsed before.
func BenchmarkMentions(b *testing.B) {
	d := testReader(b).Read(benchText())
	b.ReportAllocs()
	for b.Loop() {
		mentions(d)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(d.Tokens)), "ns/token")
}
