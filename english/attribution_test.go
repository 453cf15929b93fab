package english

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery/internal/shareddata"
)

// written is an attribution as the tests write it: source | cue | content | manner | class.
func written(d *Document, at *Attribution) string {
	text := func(s Stretch) string {
		if s.Empty() {
			return "-"
		}
		return strings.Join(strings.Fields(d.Slice(s.First, s.Last-1)), " ")
	}
	var content []string
	for _, s := range at.Content {
		content = append(content, text(s))
	}
	return fmt.Sprintf("%s | %s | %s | %s | %s", text(at.Source), text(at.Cue), strings.Join(content, " … "), at.Manner, at.Class)
}

func TestAttributions(t *testing.T) {
	reader := testReader(t)
	for _, c := range []struct {
		name, text string
		want       []string // each must be found; others may be
	}{
		{"indirect", "The minister said that Norway will open an embassy in Apia.",
			[]string{"The minister | said | that Norway will open an embassy in Apia | indirect | saying"}},
		{"direct, before the speaker", `"We will open an embassy," the minister said.`,
			[]string{`the minister | said | "We will open an embassy," | direct | saying`}},
		{"direct, behind a colon", `The minister said: "We will open an embassy."`,
			[]string{`The minister | said | "We will open an embassy." | direct | saying`}},
		{"direct, inverted", `“We will open an embassy,” said Minister Aino Laine.`,
			[]string{`Minister Aino Laine | said | “We will open an embassy,” | direct | saying`}},
		{"direct, split", `"We will open an embassy," she said. "It is time for it."`,
			[]string{`she | said | "We will open an embassy," … "It is time for it." | direct | saying`}},
		{"typewriter's marks", "''We will open an embassy,'' she said.",
			[]string{`she | said | ''We will open an embassy,'' | direct | saying`}},
		{"mixed", `The envoy said that the talks were "useful and frank".`,
			[]string{`The envoy | said | that the talks were "useful and frank" | mixed | saying`}},
		{"trailing", "The two countries will hold talks in May, the State Department said.",
			[]string{"the State Department | said | The two countries will hold talks in May | indirect | saying"}},
		{"trailing, with an adverbial", "Ghana will chair the group, the ministry said on Tuesday.",
			[]string{"the ministry | said | Ghana will chair the group | indirect | saying"}},
		{"inserted", "The talks, the minister said, will go on in Oslo.",
			[]string{"the minister | said | The talks … will go on in Oslo | indirect | saying"}},
		{"according to, before", "According to the ministry, Peru will send an envoy.",
			[]string{"the ministry | According to | Peru will send an envoy | indirect | saying"}},
		{"according to, behind", "Peru will send an envoy, according to the ministry.",
			[]string{"the ministry | according to | Peru will send an envoy | indirect | saying"}},
		{"as somebody noted", "As the minister noted, trade has grown.",
			[]string{"the minister | noted | trade has grown | indirect | saying"}},
		{"told somebody that", "The president told reporters that Chile would sign the treaty.",
			[]string{"The president | told | that Chile would sign the treaty | indirect | saying"}},
		{"told somebody to", "The president told the ministers to sign the treaty.",
			[]string{"The president | told | the ministers to sign the treaty | indirect | saying"}},
		{"urged somebody to", "The council urged both sides to end the fighting.",
			[]string{"The council | urged | both sides to end the fighting | indirect | urging"}},
		{"called for", "The bloc called for a ceasefire in the region.",
			[]string{"The bloc | called | a ceasefire in the region | indirect | urging"}},
		{"an indirect question", "Reporters asked whether the minister would resign.",
			[]string{"Reporters | asked | whether the minister would resign | indirect | asking"}},
		{"a promise", "Japan promised to send more aid to the islands.",
			[]string{"Japan | promised | to send more aid to the islands | indirect | promising"}},
		{"a refusal", "Hungary refused to sign the statement.",
			[]string{"Hungary | refused | to sign the statement | indirect | promising"}},
		{"a wish", "Georgia hopes to join the association next year.",
			[]string{"Georgia | hopes | to join the association next year | indirect | wanting"}},
		{"a thought", "Analysts believe that the talks will fail.",
			[]string{"Analysts | believe | that the talks will fail | indirect | thinking"}},
		{"passive with an agent", "The attack was condemned by the foreign ministry.",
			[]string{"the foreign ministry | was condemned | The attack | indirect | judging"}},
		{"passive with nobody named", "It was announced that the talks had ended.",
			[]string{"- | was announced | that the talks had ended | indirect | saying"}},
		{"is expected to", "The president is expected to visit Oslo in May.",
			[]string{"- | is expected | The president … to visit Oslo in May | indirect | thinking"}},
		{"was quoted as saying", "The minister was quoted as saying that the border would open.",
			[]string{"The minister | saying | that the border would open | indirect | saying"}},
		{"a noun with its owner", "This is Russia's claim that Kyiv broke the truce.",
			[]string{"Russia | claim | that Kyiv broke the truce | indirect | saying"}},
		{"a noun with an infinitive", "This was Chile's promise to leave the group.",
			[]string{"Chile | promise | to leave the group | indirect | promising"}},
		{"in somebody's words", "In the words of the minister, the treaty is a new beginning.",
			[]string{"the minister | In the words | the treaty is a new beginning | indirect | saying"}},
		{"a participle", "The minister thanked the hosts, adding that he would return soon.",
			[]string{"The minister | adding | that he would return soon | indirect | saying"}},
		{"joined verbs", "The minister thanked the hosts and said that the talks were useful.",
			[]string{"The minister | said | that the talks were useful | indirect | saying"}},
		{"a fragment", `The president called the deal "a mistake".`,
			[]string{`The president | called | the deal "a mistake" | mixed | judging`}},
		{"TASS", "MOSCOW, May 4. /TASS/. Talks will be held in Minsk, Lavrov told reporters on Monday.",
			[]string{"Lavrov | told | Talks will be held in Minsk | indirect | saying"}},
		{"Xinhua", "OSLO, May 4 (Xinhua) -- Norway will join the group, the prime minister said Monday.",
			[]string{"the prime minister | said | Norway will join the group | indirect | saying"}},
		{"a headline", "Rojas: Peru will send an envoy", []string{"Rojas | : | Peru will send an envoy | indirect | saying"}},
		{"a communiqué", "Maxim Ryzhenkov, Belarusian Minister of Foreign Affairs:\n\n\"We value the support of Laos.\"",
			[]string{`Maxim Ryzhenkov, Belarusian Minister of Foreign Affairs | : | "We value the support of Laos." | direct | saying`}},
		{"a transcript", "QUESTION: Will you go to Oslo?\n\nMR. SMITH: We have not decided that.",
			[]string{"QUESTION | : | Will you go to Oslo? | indirect | saying", "MR. SMITH | : | We have not decided that | indirect | saying"}},
		{"over paragraphs", "\"We met in Oslo.\n\n\"We will meet again,\" the envoy said.",
			[]string{`the envoy | said | "We met in Oslo. "We will meet again," | direct | saying`}},
		{"an announced quotation", "Rojas had a clear message for the envoys: \"We will not sign this treaty.\"",
			[]string{`Rojas | had | "We will not sign this treaty." | direct | saying`}},
		{"a feeling", "The ruling angered the ambassador.", []string{"the ambassador | angered | The ruling | indirect | feeling"}},
		{"a relative in the content", "The treaty, which the minister said would end the war, was signed.",
			[]string{"the minister | said | which … would end the war | indirect | saying"}},
		{"called on somebody to", "The bloc called on Peru to sign the treaty.",
			[]string{"The bloc | called | Peru to sign the treaty | indirect | urging"}},
		{"seen as something", "The envoys see the treaty as a threat.",
			[]string{"The envoys | see | the treaty … a threat | indirect | thinking"}},
		{"according to, behind a clause", "Peru sent an envoy who will meet the rebels, according to the ministry.",
			[]string{"the ministry | according to | Peru sent an envoy who will meet the rebels | indirect | saying"}},
		{"reportedly", "The minister reportedly left the country.",
			[]string{"- | reportedly | The minister … left the country | indirect | saying"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := reader.Read(c.text)
			var got []string
			for i := range d.Attributions {
				got = append(got, written(d, &d.Attributions[i]))
			}
			for _, want := range c.want {
				if !slices.Contains(got, want) {
					t.Errorf("want %s\ngot  %s", want, strings.Join(got, "\n     "))
				}
			}
		})
	}
}

func TestNoAttributions(t *testing.T) {
	reader := testReader(t)
	for _, text := range []string{
		"", "The president arrived in Oslo on Monday.", "The two ministers signed a treaty.",
		"MOSCOW, May 4. /TASS/.", `The book "War and Peace" was shown at the fair.`, "Note: The office is closed.", "Oslo: A Journey to the North",
		"States backing the treaty met in Oslo.", "The states that support the treaty met in Oslo.", "It is too early to say that the talks failed.",
	} {
		for _, at := range reader.Read(text).Attributions {
			t.Errorf("%q attributes something: %+v", text, at)
		}
	}
}

// TestNestedAttributions reads a word inside a word.
func TestNestedAttributions(t *testing.T) {
	d := testReader(t).Read("The agency reported that the minister said that Peru would sign the treaty.")
	if len(d.Attributions) != 2 {
		t.Fatalf("%d attributions, want 2", len(d.Attributions))
	}
	outer, inner := d.Attributions[0], d.Attributions[1]
	if outer.Within != -1 || inner.Within != 0 || d.Word(inner.SourceHead) != "minister" {
		t.Errorf("outer %+v, inner %+v", outer, inner)
	}
}

// checkAttributions holds what every document must hold, whatever its text.
func checkAttributions(t *testing.T, d *Document) {
	t.Helper()
	n := len(d.Tokens)
	inside := func(s Stretch) bool { return s.First >= 0 && s.First <= s.Last && s.Last <= n }
	for k := range d.Attributions {
		at := &d.Attributions[k]
		if len(at.Content) == 0 || !inside(at.Source) || !inside(at.Cue) {
			t.Fatalf("%+v: out of range", at)
		}
		if (at.SourceHead >= 0) != !at.Source.Empty() || at.SourceHead >= 0 && !at.Source.Holds(at.SourceHead) {
			t.Errorf("%+v: the source lacks its head", at)
		}
		if at.CueHead >= 0 && !at.Cue.Holds(at.CueHead) || !at.Holds(at.ContentHead) {
			t.Errorf("%+v: cue or content lacks its head", at)
		}
		last := 0
		for _, s := range at.Content {
			if !inside(s) || s.Empty() || s.First < last {
				t.Errorf("%+v: content out of order", at)
			}
			last = s.Last
			for i := s.First; i < s.Last; i++ {
				if at.Source.Holds(i) || at.Cue.Holds(i) {
					t.Errorf("%q: the content of %s holds its own source or cue", d.Text, written(d, at))
					break
				}
			}
		}
		if at.Quotation >= len(d.Quotations) || at.Quotation < -1 || (at.Quotation < 0) != (at.Manner == Indirect) {
			t.Errorf("%+v: no such quotation, or the manner is wrong", at)
		}
		if at.Within >= len(d.Attributions) || at.Within == k || at.Within < -1 {
			t.Errorf("%+v stands in itself or in nothing", at)
		}
		if steps := 0; at.Within >= 0 {
			for w := at.Within; w >= 0; w = d.Attributions[w].Within {
				if steps++; steps > len(d.Attributions) {
					t.Fatalf("%+v: nested in a circle", at)
				}
			}
		}
	}
}

// TestAttributionsOfNews holds the properties on news of many houses.
func TestAttributionsOfNews(t *testing.T) {
	reader := testReader(t)
	files, err := filepath.Glob(filepath.Join(shareddata.Need(t, "data", "attribution", "polnear", "train", "text"), "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	tokens, found := 0, 0
	for i := 0; i < len(files); i += 20 {
		text, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		d := reader.Read(string(text))
		checkAttributions(t, d)
		tokens, found = tokens+len(d.Tokens), found+len(d.Attributions)
	}
	if found < tokens/60 || found > tokens/10 {
		t.Errorf("%d attributions in %d tokens", found, tokens)
	}
}

func FuzzAttributions(f *testing.F) {
	for _, s := range []string{
		`"We," he said, "are" , said she: "here`, "A: B: “C” said D.\n\n“E", "According to to", "in the words of", "said said said.",
		"Q: ?\n\nA: !", "It is said to said that, he said; \"no\" \"no\" \"no\", he added.", "X, who said, \"Y\", told Z that W said.",
		"accord to ''it'' he quote as say", "\"\n\n\"\n\n\"he said\"\n\n", "I  (y b0 0\"$A\",00000d000 sAid thAt&aab BA b; \"0 Added!", "He said (\"a. B. c\") and said \"d\" said “e",
	} {
		f.Add(s)
	}
	reader := testReader(f)
	f.Fuzz(func(t *testing.T, text string) { checkAttributions(t, reader.Read(text)) })
}

func TestCueList(t *testing.T) {
	list, err := parseCues(cueData)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(list.verb) + len(list.noun) + len(list.adjective) + len(list.adverb); n < 700 {
		t.Errorf("%d cues", n)
	}
	for name, bad := range map[string]string{
		"a column is missing": "say\tverb\tsaying\n", "no such class": "say\tverb\tspeaking\tthat\n", "no such part of speech": "say\tword\tsaying\tthat\n",
		"no such complement": "say\tverb\tsaying\twhat\n", "a class twice": "say\tverb\tsaying\tthat\nsay\tverb\tsaying\tquote\n",
	} {
		if _, err := parseCues(bad); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// BenchmarkAttributions finds those of a text that was parsed before.
func BenchmarkAttributions(b *testing.B) {
	d := testReader(b).Read(benchText())
	b.ReportAllocs()
	for b.Loop() {
		attributions(d)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(d.Tokens)), "ns/token")
}
