package query

import "strings"

// irregular verbs of the glosses: base to past and past participle.
var irregular = map[string][2]string{
	"be": {"was", "been"}, "have": {"had", "had"}, "do": {"did", "done"},
	"meet": {"met", "met"}, "hold": {"held", "held"}, "send": {"sent", "sent"}, "give": {"gave", "given"},
	"take": {"took", "taken"}, "make": {"made", "made"}, "become": {"became", "become"}, "leave": {"left", "left"},
	"break": {"broke", "broken"}, "keep": {"kept", "kept"}, "seek": {"sought", "sought"}, "let": {"let", "let"},
	"cut": {"cut", "cut"}, "shoot": {"shot", "shot"}, "withdraw": {"withdrew", "withdrawn"}, "say": {"said", "said"},
	"speak": {"spoke", "spoken"}, "put": {"put", "put"}, "bring": {"brought", "brought"}, "sell": {"sold", "sold"},
	"buy": {"bought", "bought"}, "win": {"won", "won"}, "lose": {"lost", "lost"}, "begin": {"began", "begun"},
	"grow": {"grew", "grown"}, "go": {"went", "gone"}, "come": {"came", "come"}, "lead": {"led", "led"},
	"tell": {"told", "told"}, "think": {"thought", "thought"}, "write": {"wrote", "written"}, "build": {"built", "built"},
	"set": {"set", "set"}, "see": {"saw", "seen"}, "find": {"found", "found"}, "stand": {"stood", "stood"},
	"fight": {"fought", "fought"}, "strike": {"struck", "struck"}, "pay": {"paid", "paid"}, "lay": {"laid", "laid"},
	"draw": {"drew", "drawn"}, "rise": {"rose", "risen"}, "fall": {"fell", "fallen"}, "drive": {"drove", "driven"},
}

// doubling verbs double their last letter before -ed and -ing.
var doubling = map[string]bool{"plan": true, "expel": true, "admit": true, "commit": true, "stop": true, "ban": true,
	"confer": true, "transfer": true, "initial": true, "cancel": true, "travel": true, "let": true, "cut": true,
	"put": true, "set": true, "begin": true, "win": true, "drop": true, "step": true, "permit": true, "refer": true}

// base is the infinitive of a verb in the third person: "signs", "carries", "is".
func base(third string) string {
	switch third {
	case "is", "are":
		return "be"
	case "has", "have":
		return "have"
	}
	if !strings.HasSuffix(third, "s") || strings.HasSuffix(third, "ss") {
		return third // "share", in a gloss with two subjects
	}
	switch {
	case strings.HasSuffix(third, "ies"):
		return strings.TrimSuffix(third, "ies") + "y"
	case hasAnySuffix(third, "ches", "shes", "sses", "xes", "zzes", "oes"):
		return strings.TrimSuffix(third, "es")
	}
	return strings.TrimSuffix(third, "s")
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

// past is the simple past; plural matters for "be" alone.
func past(base string, plural bool) string {
	if base == "be" && plural {
		return "were"
	}
	if forms, ok := irregular[base]; ok {
		return forms[0]
	}
	return regular(base)
}

// participle is the past participle: "has been signed".
func participle(base string) string {
	if forms, ok := irregular[base]; ok {
		return forms[1]
	}
	return regular(base)
}

func regular(base string) string {
	switch {
	case strings.HasSuffix(base, "e"):
		return base + "d"
	case strings.HasSuffix(base, "y") && !vowelBefore(base):
		return strings.TrimSuffix(base, "y") + "ied"
	case doubling[base]:
		return base + base[len(base)-1:] + "ed"
	}
	return base + "ed"
}

func vowelBefore(s string) bool {
	return len(s) > 1 && strings.ContainsAny(s[len(s)-2:len(s)-1], "aeiou")
}

// gerund is the form in -ing.
func gerund(base string) string {
	switch {
	case base == "be":
		return "being"
	case strings.HasSuffix(base, "ie"):
		return strings.TrimSuffix(base, "ie") + "ying"
	case strings.HasSuffix(base, "e") && !strings.HasSuffix(base, "ee"):
		return strings.TrimSuffix(base, "e") + "ing"
	case doubling[base]:
		return base + base[len(base)-1:] + "ing"
	}
	return base + "ing"
}

// present is the present tense, third person.
func present(base string, plural bool) string {
	switch {
	case base == "be":
		return be(plural)
	case plural:
		return base
	case base == "have":
		return "has"
	case strings.HasSuffix(base, "y") && !vowelBefore(base):
		return strings.TrimSuffix(base, "y") + "ies"
	case hasAnySuffix(base, "ch", "sh", "ss", "x", "zz", "o"):
		return base + "es"
	}
	return base + "s"
}

func be(plural bool) string {
	if plural {
		return "are"
	}
	return "is"
}

func was(plural bool) string {
	if plural {
		return "were"
	}
	return "was"
}
