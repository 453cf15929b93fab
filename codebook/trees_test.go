package codebook_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"chancery"
	"chancery/actors"
	"chancery/codebook"
	"chancery/corpus"
	"chancery/english"
)

// tree builds a document of one sentence from lines of "word/lemma/TAG/POS/head/label", where head
// counts words from 1 and 0 is the root. So the coder is tested without the parser.
func tree(t *testing.T, lines string) *english.Document {
	t.Helper()
	doc := &english.Document{}
	var text strings.Builder
	for n, line := range strings.Fields(lines) {
		cells := strings.Split(line, "/")
		if len(cells) != 6 {
			t.Fatalf("word %d: %q is not word/lemma/TAG/POS/head/label", n+1, line)
		}
		head, err := strconv.Atoi(cells[4])
		if err != nil {
			t.Fatalf("word %d: head %q is no number", n+1, cells[4])
		}
		if n > 0 {
			text.WriteByte(' ')
		}
		start := text.Len()
		text.WriteString(cells[0])
		label := english.ParseLabel(cells[5])
		if label.String() != cells[5] {
			t.Fatalf("word %d: %q is no label", n+1, cells[5])
		}
		pos := english.ParsePOS(cells[3])
		if pos.String() != cells[3] {
			t.Fatalf("word %d: %q is no part of speech", n+1, cells[3])
		}
		doc.Tokens = append(doc.Tokens, english.Token{
			Start: start, End: text.Len(), Lemma: cells[1], Tag: english.Tag(cells[2]), POS: pos, Head: head - 1, Label: label,
		})
	}
	doc.Text = text.String()
	doc.Sentences = []english.Sentence{{Last: len(doc.Tokens), End: len(doc.Text)}}
	doc.Paragraphs = []english.Paragraph{{End: len(doc.Text)}}
	doc.Link()
	return doc
}

// atlas knows the few actors of the trees.
type atlas map[string]string

var treeActors = atlas{"Laos": "LAO", "Lao": "LAO", "Belarus": "BLR", "Fiji": "FJI", "ASEAN": "ASEAN"}

func (a atlas) Name(id string) string           { return id }
func (a atlas) OfficeName(office string) string { return office }

func (a atlas) Kind(id string) chancery.ActorKind {
	if id == "ASEAN" {
		return chancery.KindAssociation
	}
	return chancery.KindState
}

// mentions names the actors by their words.
func (a atlas) mentions(doc *english.Document) []actors.Mention {
	var all []actors.Mention
	for i, token := range doc.Tokens {
		id, ok := a[doc.Word(i)]
		if !ok {
			continue
		}
		all = append(all, actors.Mention{
			First: i, Last: i + 1, Start: token.Start, End: token.End, Head: i, Kind: a.Kind(id),
			IDs: []string{id}, Adjective: token.POS == english.ADJ,
		})
	}
	return all
}

func readTree(t *testing.T, lines string) []chancery.Claim {
	t.Helper()
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	doc := tree(t, lines)
	return book.Read(codebook.Input{
		Report: chancery.Report{ID: "tree", Text: doc.Text, Published: chancery.Day(passageDay)},
		Doc:    doc, Mentions: treeActors.mentions(doc), Register: treeActors,
		Place: func(int) (*chancery.Place, bool) { return nil, false },
	})
}

// short is a claim in a few words: "sign BLR > LAO occurred". The sides of a mutual act are in order.
func short(book *codebook.Codebook, c chancery.Claim) string {
	var who, whom []string
	for _, p := range c.Actor {
		who = append(who, p.ID)
	}
	for _, p := range c.Recipient {
		whom = append(whom, p.ID)
	}
	if act, _ := book.Act(c.Act); act.Mutual {
		who, whom = slices.Concat(who, whom), nil
		slices.Sort(who)
	}
	s := c.Act + " " + strings.Join(who, "+")
	if len(whom) > 0 {
		s += " > " + strings.Join(whom, "+")
	}
	if c.Association != nil {
		s += fmt.Sprintf(" in %s as %s", c.Association.ID, c.Standing)
	}
	return s + " " + string(c.Mood)
}

func TestTrees(t *testing.T) {
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, tree string
		want       []string
	}{
		{"active", `Fiji/Fiji/NNP/PROPN/2/nsubj visited/visit/VBD/VERB/0/root Laos/Laos/NNP/PROPN/2/obj`,
			[]string{"visit FJI > LAO occurred"}},
		{"passive", `Laos/Laos/NNP/PROPN/3/nsubj:pass was/be/VBD/AUX/3/aux:pass visited/visit/VBN/VERB/0/root
			by/by/IN/ADP/5/case Fiji/Fiji/NNP/PROPN/3/obl:agent`,
			[]string{"visit FJI > LAO occurred"}},
		{"passive that names nobody who did it", `Laos/Laos/NNP/PROPN/3/nsubj:pass was/be/VBD/AUX/3/aux:pass visited/visit/VBN/VERB/0/root`,
			nil},
		{"relative clause", `Fiji/Fiji/NNP/PROPN/8/nsubj ,/,/,/PUNCT/1/punct which/which/WDT/PRON/4/nsubj visited/visit/VBD/VERB/1/acl:relcl
			Laos/Laos/NNP/PROPN/4/obj ,/,/,/PUNCT/1/punct has/have/VBZ/AUX/8/aux slept/sleep/VBN/VERB/0/root`,
			[]string{"visit FJI > LAO occurred"}},
		{"infinitive of one's own", `Fiji/Fiji/NNP/PROPN/2/nsubj wants/want/VBZ/VERB/0/root to/to/TO/PART/4/mark visit/visit/VB/VERB/2/xcomp
			Laos/Laos/NNP/PROPN/4/obj`,
			[]string{"visit FJI > LAO wished"}},
		{"infinitive of the one asked", `Fiji/Fiji/NNP/PROPN/2/nsubj urged/urge/VBD/VERB/0/root Belarus/Belarus/NNP/PROPN/2/obj
			to/to/TO/PART/5/mark visit/visit/VB/VERB/2/xcomp Laos/Laos/NNP/PROPN/5/obj`,
			[]string{"request FJI > BLR occurred", "visit BLR > LAO demanded"}},
		{"infinitive of the one who promises", `Fiji/Fiji/NNP/PROPN/2/nsubj promised/promise/VBD/VERB/0/root Laos/Laos/NNP/PROPN/2/iobj
			to/to/TO/PART/5/mark attack/attack/VB/VERB/2/xcomp Belarus/Belarus/NNP/PROPN/5/obj`,
			[]string{"attack FJI > BLR planned", "promise FJI > LAO occurred"}},
		{"conjunction of subjects", `Fiji/Fiji/NNP/PROPN/4/nsubj and/and/CC/CCONJ/3/cc Laos/Laos/NNP/PROPN/1/conj
			signed/sign/VBD/VERB/0/root a/a/DT/DET/6/det treaty/treaty/NN/NOUN/4/obj`,
			[]string{"sign FJI+LAO occurred"}},
		{"conjunction of verbs", `Fiji/Fiji/NNP/PROPN/2/nsubj thanked/thank/VBD/VERB/0/root Laos/Laos/NNP/PROPN/2/obj
			and/and/CC/CCONJ/5/cc accused/accuse/VBD/VERB/2/conj Belarus/Belarus/NNP/PROPN/5/obj`,
			[]string{"accuse FJI > BLR occurred", "thank FJI > LAO occurred"}},
		{"light verb", `Fiji/Fiji/NNP/PROPN/2/nsubj paid/pay/VBD/VERB/0/root a/a/DT/DET/4/det visit/visit/NN/NOUN/2/obj
			to/to/IN/ADP/6/case Laos/Laos/NNP/PROPN/4/nmod`,
			[]string{"visit FJI > LAO occurred"}},
		{"light verb, negated", `Fiji/Fiji/NNP/PROPN/4/nsubj did/do/VBD/AUX/4/aux not/not/RB/PART/4/advmod pay/pay/VB/VERB/0/root
			a/a/DT/DET/6/det visit/visit/NN/NOUN/4/obj to/to/IN/ADP/8/case Laos/Laos/NNP/PROPN/4/obl`,
			[]string{"visit FJI > LAO denied"}},
		{"future", `Fiji/Fiji/NNP/PROPN/3/nsubj will/will/MD/AUX/3/aux visit/visit/VB/VERB/0/root Laos/Laos/NNP/PROPN/3/obj`,
			[]string{"visit FJI > LAO planned"}},
		{"perfect", `Fiji/Fiji/NNP/PROPN/3/nsubj has/have/VBZ/AUX/3/aux visited/visit/VBN/VERB/0/root Laos/Laos/NNP/PROPN/3/obj`,
			[]string{"visit FJI > LAO occurred"}},
		{"modal", `Fiji/Fiji/NNP/PROPN/3/nsubj may/may/MD/AUX/3/aux visit/visit/VB/VERB/0/root Laos/Laos/NNP/PROPN/3/obj`,
			[]string{"visit FJI > LAO possible"}},
		{"plan, negated", `Fiji/Fiji/NNP/PROPN/4/nsubj did/do/VBD/AUX/4/aux not/not/RB/PART/4/advmod plan/plan/VB/VERB/0/root
			to/to/TO/PART/6/mark visit/visit/VB/VERB/4/xcomp Laos/Laos/NNP/PROPN/6/obj`,
			[]string{"visit FJI > LAO denied"}},
		{"postponed", `Fiji/Fiji/NNP/PROPN/2/nsubj postponed/postpone/VBD/VERB/0/root its/its/PRP$/PRON/4/nmod:poss
			visit/visit/NN/NOUN/2/obj to/to/IN/ADP/6/case Laos/Laos/NNP/PROPN/4/nmod`,
			[]string{"visit FJI > LAO postponed"}},
		{"standing", `Laos/Laos/NNP/PROPN/4/nsubj is/be/VBZ/AUX/4/cop a/a/DT/DET/4/det member/member/NN/NOUN/0/root
			of/of/IN/ADP/6/case ASEAN/ASEAN/NNP/PROPN/4/nmod`,
			[]string{"hold-standing LAO in ASEAN as member occurred"}},
		{"question", `Did/do/VBD/AUX/3/aux Fiji/Fiji/NNP/PROPN/3/nsubj visit/visit/VB/VERB/0/root Laos/Laos/NNP/PROPN/3/obj
			?/?/./PUNCT/3/punct`,
			nil},
		{"nobody acts upon himself", `Fiji/Fiji/NNP/PROPN/2/nsubj met/meet/VBD/VERB/0/root Fiji/Fiji/NNP/PROPN/2/obj`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, c := range readTree(t, test.tree) {
				got = append(got, short(book, c))
			}
			slices.Sort(got)
			if !slices.Equal(got, test.want) {
				t.Errorf("read %q, want %q", got, test.want)
			}
		})
	}
}

// What is said is said by its speaker, and by the outer speaker after the inner one.
func TestTreesWithVoices(t *testing.T) {
	for _, test := range []struct{ name, tree, want string }{
		{"the report", `Fiji/Fiji/NNP/PROPN/2/nsubj visited/visit/VBD/VERB/0/root Laos/Laos/NNP/PROPN/2/obj`, ""},
		{"leading", `Belarus/Belarus/NNP/PROPN/2/nsubj said/say/VBD/VERB/0/root Fiji/Fiji/NNP/PROPN/4/nsubj
			visited/visit/VBD/VERB/2/ccomp Laos/Laos/NNP/PROPN/4/obj`, "BLR"},
		{"nested", `ASEAN/ASEAN/NNP/PROPN/2/nsubj said/say/VBD/VERB/0/root Belarus/Belarus/NNP/PROPN/4/nsubj claimed/claim/VBD/VERB/2/ccomp
			Fiji/Fiji/NNP/PROPN/6/nsubj visited/visit/VBD/VERB/4/ccomp Laos/Laos/NNP/PROPN/6/obj`, "BLR, ASEAN"},
		{"trailing", `Fiji/Fiji/NNP/PROPN/2/nsubj visited/visit/VBD/VERB/0/root Laos/Laos/NNP/PROPN/2/obj ,/,/,/PUNCT/6/punct
			Belarus/Belarus/NNP/PROPN/6/nsubj said/say/VBD/VERB/2/parataxis`, "BLR"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, c := range readTree(t, test.tree) {
				if c.Act != "visit" {
					continue
				}
				var chain []string
				for _, s := range c.SaidBy {
					chain = append(chain, s.ID)
				}
				if got := strings.Join(chain, ", "); got != test.want {
					t.Errorf("said by %q, want %q", got, test.want)
				}
				return
			}
			t.Error("no visit is read")
		})
	}
}

// The words of the act and of every participant are in the evidence, to the byte.
func TestTreesHaveEvidence(t *testing.T) {
	claims := readTree(t, `Fiji/Fiji/NNP/PROPN/2/nsubj visited/visit/VBD/VERB/0/root Laos/Laos/NNP/PROPN/2/obj`)
	if len(claims) != 1 {
		t.Fatalf("%d claims", len(claims))
	}
	c := claims[0]
	if c.Evidence.Text != "Fiji visited Laos" || c.Evidence.Start != 0 || c.Evidence.End != len(c.Evidence.Text) {
		t.Errorf("evidence %+v of %s", c.Evidence, corpus.Describe(c))
	}
	if c.Actor[0].Text != "Fiji" || c.Recipient[0].Text != "Laos" || c.Recipient[0].Start != 13 {
		t.Errorf("participants %+v, %+v", c.Actor, c.Recipient)
	}
}
