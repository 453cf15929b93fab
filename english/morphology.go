package english

import "strings"

// Features is what the form of a word says, in the values of Universal Dependencies
// (https://universaldependencies.org/en/feat/): "Sing", "Past", "Fin". What a word does not mark
// is "".
//
// English marks little on the word itself, so part of it is read off the tree, as the treebanks do:
// person and number of "signed" are those of its subject, "signed" is passive in "was signed" and not
// in "has signed", and "sign" is an order where nothing makes it an infinitive.
type Features struct {
	Case     string // Nom, Acc, Gen; of pronouns
	Definite string // Def, Ind; of articles
	Degree   string // Pos, Cmp, Sup
	Gender   string // Masc, Fem, Neut; of pronouns
	Mood     string // Ind, Imp
	Number   string // Sing, Plur, Ptan ("clothes")
	Person   string // 1, 2, 3
	PronType string // Art, Dem, Emp, Ind, Int, Neg, Prs, Rcp, Rel, Tot
	Tense    string // Past, Pres
	VerbForm string // Fin, Inf, Part, Ger
	Voice    string // Pass
}

// FeatureNames are the names of the features, in order.
var FeatureNames = [...]string{"Case", "Definite", "Degree", "Gender", "Mood", "Number", "Person", "PronType", "Tense",
	"VerbForm", "Voice"}

func (f *Features) values() [len(FeatureNames)]string {
	return [...]string{f.Case, f.Definite, f.Degree, f.Gender, f.Mood, f.Number, f.Person, f.PronType, f.Tense, f.VerbForm, f.Voice}
}

// Value is the feature of that name; a name that is not in FeatureNames gives "".
func (f Features) Value(name string) string {
	values := f.values()
	for i, n := range FeatureNames {
		if n == name {
			return values[i]
		}
	}
	return ""
}

// String is the features as a CoNLL-U file has them, "Mood=Ind|Tense=Past|VerbForm=Fin"; none are "_".
func (f Features) String() string {
	var b strings.Builder
	values := f.values()
	for i, n := range FeatureNames {
		if values[i] == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('|')
		}
		b.WriteString(n + "=" + values[i])
	}
	if b.Len() == 0 {
		return "_"
	}
	return b.String()
}

// Features reads the features of token i off its tag, its word and its place in the tree.
func (d *Document) Features(i int) Features {
	t := &d.Tokens[i]
	switch t.Tag {
	case "NN", "NNP", "NNS", "NNPS":
		return d.nominal(i)
	case "JJ", "AFX":
		if t.Lemma == "such" {
			return Features{PronType: "Dem"}
		}
		return Features{Degree: "Pos"}
	case "RB":
		return adverb(t.Lemma)
	case "JJR", "RBR":
		return Features{Degree: "Cmp"}
	case "JJS", "RBS":
		return Features{Degree: "Sup"}
	case "DT", "PDT":
		return determiners[strings.ToLower(d.Word(i))]
	case "EX":
		return Features{PronType: "Dem"}
	case "PRP", "PRP$":
		return d.pronoun(i)
	case "WDT", "WP", "WP$", "WRB":
		if d.relative(i) {
			return Features{PronType: "Rel"}
		}
		return Features{PronType: "Int"}
	case "MD":
		return Features{VerbForm: "Fin"}
	case "VB", "VBD", "VBP", "VBZ", "VBN", "VBG":
		return d.verbal(i)
	}
	return Features{}
}

// adverb reads adverbs. Most are the first degree of a comparison, if only in thought.
func adverb(lemma string) Features {
	switch lemma {
	case "then", "here", "there":
		return Features{PronType: "Dem"}
	case "not", "n't", "n’t", "never", "so", "just", "also", "now", "very", "even", "only", "as", "however", "thus", "namely",
		"all", "always", "sometimes", "already", "about", "over", "out", "maybe", "anyway", "anyways", "anywhere", "somewhere",
		"somehow", "somewhat", "instead", "rather", "quite", "pretty", "yet", "once", "twice":
		return Features{}
	}
	return Features{Degree: "Pos"}
}

// nominal reads nouns and names, and the indefinite pronouns that have the tag of nouns.
func (d *Document) nominal(i int) Features {
	t := &d.Tokens[i]
	switch {
	case t.POS == ADJ: // "United" Nations
		return Features{Degree: "Pos"}
	case t.POS == VERB && strings.HasSuffix(t.Lemma, "ing"):
		return Features{VerbForm: "Ger"}
	case t.POS == VERB:
		return Features{Tense: "Past", VerbForm: "Part"}
	case t.POS == PRON:
		return Features{Number: "Sing", PronType: compounds[strings.ToLower(d.Word(i))]}
	case t.Tag == "NN" || t.Tag == "NNP":
		return Features{Number: "Sing"}
	case onlyPlural[t.Lemma]:
		return Features{Number: "Ptan"}
	}
	return Features{Number: "Plur"}
}

// verbal reads verbs and auxiliaries.
func (d *Document) verbal(i int) Features {
	switch t := &d.Tokens[i]; t.Tag {
	case "VB":
		if d.order(i) {
			return Features{Mood: "Imp", Person: "2", VerbForm: "Fin"}
		}
		return Features{VerbForm: "Inf"}
	case "VBN":
		f := Features{Tense: "Past", VerbForm: "Part"}
		if t.POS != AUX && d.passive(i) {
			f.Voice = "Pass"
		}
		return f
	case "VBG":
		if d.gerund(i) {
			return Features{VerbForm: "Ger"}
		}
		return Features{Tense: "Pres", VerbForm: "Part"}
	case "VBZ":
		return Features{Mood: "Ind", Number: "Sing", Person: "3", Tense: "Pres", VerbForm: "Fin"}
	case "VBD":
		number, person := d.agreement(i)
		return Features{Mood: "Ind", Number: number, Person: person, Tense: "Past", VerbForm: "Fin"}
	}
	number, person := d.agreement(i)
	return Features{Mood: "Ind", Number: number, Person: person, Tense: "Pres", VerbForm: "Fin"}
}

// order reports whether a bare verb is an imperative: it heads its clause, or helps the word that
// does ("be quiet", "do not go"), and that has neither a subject nor an infinitive's "to" or another
// auxiliary before it.
func (d *Document) order(i int) bool {
	head := i
	switch t := &d.Tokens[i]; t.Label {
	case AuxLabel, AuxPass, Cop:
		if head = t.Head; head == Root {
			return false
		}
	}
	for _, c := range d.Children(head) {
		if c == i {
			continue
		}
		switch k := &d.Tokens[c]; k.Label {
		case Nsubj, NsubjPass, Csubj, CsubjPass, Expl, AuxLabel:
			return false
		case Mark:
			if k.Tag == "TO" {
				return false
			}
		}
	}
	switch t := &d.Tokens[head]; t.Label {
	case RootLabel, Parataxis:
		return true
	case Conj:
		if t.Head == Root {
			return true
		}
		switch d.Tokens[t.Head].Tag {
		case "VBD", "VBP", "VBZ":
			return true
		case "VB":
			return d.order(t.Head)
		}
	case Ccomp: // "Sign here, he said."
		return t.Head > head
	}
	return false
}

// passive reports whether a past participle says what is done to something: every one does that "have"
// does not make a perfect.
func (d *Document) passive(i int) bool {
	if d.Child(i, AuxPass, NsubjPass, CsubjPass) >= 0 {
		return true
	}
	for _, c := range d.Children(i) {
		if d.Tokens[c].Label == AuxLabel { // "have"; a modal wants another form
			return false
		}
	}
	switch t := &d.Tokens[i]; t.Label {
	case Conj:
		return t.Head == Root || d.Tokens[t.Head].Tag != "VBN" || d.passive(t.Head)
	case RootLabel, Ccomp, AclRelcl, Parataxis: // a full clause with a subject of its own is active
		return d.Child(i, Nsubj) < 0
	}
	return true
}

// gerund reports whether a form in "-ing" stands where a noun or an adjective could. With "be" it is a
// participle.
func (d *Document) gerund(i int) bool {
	if d.Child(i, AuxLabel) >= 0 {
		return false
	}
	switch t := &d.Tokens[i]; t.Label {
	case Acl, Amod, Xcomp, Csubj, CsubjPass, Appos, Compound:
		return t.POS != AUX
	case Conj:
		return t.Head != Root && d.Tokens[t.Head].Tag == "VBG" && d.gerund(t.Head)
	}
	return false
}

// relative reports whether a word in "wh-" refers to one before it: it stands in a relative clause, or
// is the noun that a free one describes ("what he said").
func (d *Document) relative(i int) bool {
	if d.Child(i, AclRelcl) >= 0 {
		return true
	}
	for k, steps := i, 0; k != Root && steps < 4; k, steps = d.Tokens[k].Head, steps+1 {
		switch d.Tokens[k].Label {
		case AclRelcl:
			return d.Tokens[k].Head < i
		case Advcl: // "which" may describe a whole clause
			return d.Tokens[i].Tag == "WDT" && d.Tokens[i].Label != DetLabel
		case Ccomp, RootLabel, Csubj:
			return false
		}
	}
	return false
}
