package english

import "strings"

// pronoun reads personal pronouns. "you" and "it" have one form for subject and object.
func (d *Document) pronoun(i int) Features {
	t := &d.Tokens[i]
	f, ok := pronouns[strings.ToLower(d.Word(i))]
	if !ok {
		return Features{}
	}
	switch {
	case t.Tag == "PRP$":
		f.Case = "Gen"
	case f.Case != "":
	case t.Label == Nsubj || t.Label == NsubjPass || t.Label == Expl || t.Label == RootLabel:
		f.Case = "Nom"
	case t.Label == Conj && t.Head != Root && (d.Tokens[t.Head].Label == Nsubj || d.Tokens[t.Head].Label == NsubjPass):
		f.Case = "Nom"
	default:
		f.Case = "Acc"
	}
	return f
}

// agreement is number and person of a finite verb: those of its subject, and of the first verb's
// subject where verbs are joined. Without a subject both are "", but for the forms of "be".
func (d *Document) agreement(i int) (number, person string) {
	number, person = d.subjectOf(i)
	switch word := d.Word(i); {
	case word == "was" && number == "":
		return "Sing", "3"
	case word == "was":
		return "Sing", person
	case person == "3" && (word == "are" || word == "were" || d.Tokens[i].Tag == "VBP"): // "the majority are"
		return "Plur", person
	}
	return number, person
}

func (d *Document) subjectOf(i int) (number, person string) {
	head := i
	switch t := &d.Tokens[i]; t.Label {
	case AuxLabel, AuxPass, Cop:
		head = t.Head
	}
	for steps := 0; head != Root && steps < mostJoined; steps++ {
		if s := d.Child(head, Nsubj, NsubjPass); s >= 0 {
			return d.subject(s)
		}
		if d.Child(head, Csubj, CsubjPass) >= 0 {
			return "Sing", "3"
		}
		if d.Tokens[head].Label != Conj {
			break
		}
		head = d.Tokens[head].Head
	}
	return "", ""
}

// subject is number and person of a subject. Joined by "and" they are many.
func (d *Document) subject(s int) (number, person string) {
	t := &d.Tokens[s]
	switch t.Tag {
	case "WDT", "WP", "IN": // a relative pronoun stands for the word that its clause describes
		for k, steps := t.Head, 0; k != Root && steps < mostJoined; k, steps = d.Tokens[k].Head, steps+1 {
			if c := &d.Tokens[k]; c.Label == AclRelcl && c.Head != Root && c.Head < s {
				return d.subject(c.Head)
			}
		}
		return "Sing", "3"
	}
	f := d.Features(s)
	number, person = f.Number, f.Person
	if person == "" {
		person = "3"
	}
	if number == "Ptan" || number == "" && (t.Tag == "CD" || t.Tag == "DT" && f.PronType != "Neg" || t.Tag == "JJ") && strings.ToLower(d.Word(s)) != "one" {
		number = "Plur" // "three were signed", "some", "the poor"
	}
	if number == "" {
		number = "Sing"
	}
	if c := d.Child(s, Conj); c >= 0 {
		if joint := d.Child(c, Cc); joint >= 0 && d.Tokens[joint].Lemma == "and" {
			number = "Plur"
		}
	}
	return number, person
}

// pronouns has the personal pronouns. Those whose case their place decides have none here.
var pronouns = map[string]Features{
	"i":     {Case: "Nom", Number: "Sing", Person: "1", PronType: "Prs"},
	"me":    {Case: "Acc", Number: "Sing", Person: "1", PronType: "Prs"},
	"my":    {Number: "Sing", Person: "1", PronType: "Prs"},
	"mine":  {Case: "Gen", Number: "Sing", Person: "1", PronType: "Prs"},
	"we":    {Case: "Nom", Number: "Plur", Person: "1", PronType: "Prs"},
	"us":    {Case: "Acc", Number: "Plur", Person: "1", PronType: "Prs"},
	"'s":    {Case: "Acc", Number: "Plur", Person: "1", PronType: "Prs"}, // let's
	"’s":    {Case: "Acc", Number: "Plur", Person: "1", PronType: "Prs"},
	"our":   {Number: "Plur", Person: "1", PronType: "Prs"},
	"ours":  {Case: "Gen", Number: "Plur", Person: "1", PronType: "Prs"},
	"you":   {Number: "Sing", Person: "2", PronType: "Prs"},
	"your":  {Number: "Sing", Person: "2", PronType: "Prs"},
	"yours": {Case: "Gen", Number: "Sing", Person: "2", PronType: "Prs"},
	"he":    {Case: "Nom", Gender: "Masc", Number: "Sing", Person: "3", PronType: "Prs"},
	"him":   {Case: "Acc", Gender: "Masc", Number: "Sing", Person: "3", PronType: "Prs"},
	"his":   {Case: "Gen", Gender: "Masc", Number: "Sing", Person: "3", PronType: "Prs"},
	"she":   {Case: "Nom", Gender: "Fem", Number: "Sing", Person: "3", PronType: "Prs"},
	"her":   {Case: "Acc", Gender: "Fem", Number: "Sing", Person: "3", PronType: "Prs"},
	"hers":  {Case: "Gen", Gender: "Fem", Number: "Sing", Person: "3", PronType: "Prs"},
	"it":    {Gender: "Neut", Number: "Sing", Person: "3", PronType: "Prs"},
	"its":   {Case: "Gen", Gender: "Neut", Number: "Sing", Person: "3", PronType: "Prs"},
	"they":  {Case: "Nom", Number: "Plur", Person: "3", PronType: "Prs"},
	"them":  {Case: "Acc", Number: "Plur", Person: "3", PronType: "Prs"}, "'em": {Case: "Acc", Number: "Plur", Person: "3", PronType: "Prs"},
	"their": {Number: "Plur", Person: "3", PronType: "Prs"}, "theirs": {Case: "Gen", Number: "Plur", Person: "3", PronType: "Prs"},
	"one":        {Number: "Sing", Person: "3", PronType: "Prs"},
	"myself":     {Case: "Acc", Number: "Sing", Person: "1", PronType: "Prs"},
	"ourselves":  {Case: "Acc", Number: "Plur", Person: "1", PronType: "Prs"},
	"yourself":   {Case: "Acc", Number: "Sing", Person: "2", PronType: "Prs"},
	"yourselves": {Case: "Acc", Number: "Plur", Person: "2", PronType: "Prs"},
	"himself":    {Case: "Acc", Gender: "Masc", Number: "Sing", Person: "3", PronType: "Prs"},
	"herself":    {Case: "Acc", Gender: "Fem", Number: "Sing", Person: "3", PronType: "Prs"},
	"itself":     {Case: "Acc", Gender: "Neut", Number: "Sing", Person: "3", PronType: "Prs"},
	"themselves": {Case: "Acc", Number: "Plur", Person: "3", PronType: "Prs"},
}

// determiners has the words with the tag of determiners that mark something.
var determiners = map[string]Features{
	"the": {Definite: "Def", PronType: "Art"}, "a": {Definite: "Ind", PronType: "Art"}, "an": {Definite: "Ind", PronType: "Art"},
	"this": {Number: "Sing", PronType: "Dem"}, "that": {Number: "Sing", PronType: "Dem"},
	"these": {Number: "Plur", PronType: "Dem"}, "those": {Number: "Plur", PronType: "Dem"}, "such": {PronType: "Dem"},
	"some": {PronType: "Ind"}, "any": {PronType: "Ind"}, "another": {PronType: "Ind"}, "either": {PronType: "Ind"},
	"no": {PronType: "Neg"}, "neither": {PronType: "Neg"},
	"all": {PronType: "Tot"}, "every": {PronType: "Tot"}, "each": {PronType: "Tot"}, "both": {PronType: "Tot"},
}

// compounds are the pronouns that have the tag of nouns.
var compounds = map[string]string{
	"something": "Ind", "someone": "Ind", "somebody": "Ind", "anything": "Ind", "anyone": "Ind", "anybody": "Ind",
	"everything": "Tot", "everyone": "Tot", "everybody": "Tot", "nothing": "Neg", "nobody": "Neg", "none": "Neg", "one": "Neg",
}

// onlyPlural are nouns without a singular of the same meaning.
var onlyPlural = map[string]bool{
	"thanks": true, "clothes": true, "pants": true, "trousers": true, "glasses": true, "scissors": true, "arrears": true,
	"surroundings": true, "remains": true, "means": true, "Netherlands": true, "Philippines": true, "Maldives": true,
	"Olympics": true, "Paralympics": true, "Commons": true,
}
