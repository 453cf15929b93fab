package english

import "testing"

func TestVerbGroups(t *testing.T) {
	reader := testReader(t)
	for _, c := range []struct {
		text, head string
		want       VerbGroup
	}{
		{"Norway signed the treaty.", "signed", VerbGroup{Form: Finite, Tense: Past}},
		{"Norway signs the treaty.", "signs", VerbGroup{Form: Finite, Tense: Present}},
		{"Norway has signed the treaty.", "signed", VerbGroup{Form: Finite, Tense: Present, Perfect: true}},
		{"The treaty has not been signed.", "signed", VerbGroup{Form: Finite, Tense: Present, Perfect: true, Passive: true, Negated: true}},
		{"Norway will sign the treaty.", "sign", VerbGroup{Form: Finite, Tense: Future}},
		{"Norway won't sign the treaty.", "sign", VerbGroup{Form: Finite, Tense: Future, Negated: true}},
		{"Norway may sign the treaty.", "sign", VerbGroup{Form: Finite, Tense: Present, Modal: "may"}},
		{"Norway could have signed the treaty.", "signed", VerbGroup{Form: Finite, Tense: Present, Perfect: true, Modal: "could"}},
		{"Norway did not sign the treaty.", "sign", VerbGroup{Form: Finite, Tense: Past, Negated: true}},
		{"Norway never signed the treaty.", "signed", VerbGroup{Form: Finite, Tense: Past, Negated: true}},
		{"Norway no longer supports the plan.", "supports", VerbGroup{Form: Finite, Tense: Present, Negated: true}},
		{"No treaty was signed.", "signed", VerbGroup{Form: Finite, Tense: Past, Passive: true, Negated: true}},
		{"Norway not only signed the treaty but also praised it.", "signed", VerbGroup{Form: Finite, Tense: Past}},
		{"The ministers are discussing the treaty.", "discussing", VerbGroup{Form: Finite, Tense: Present, Progressive: true}},
		{"The treaty is being discussed.", "discussed", VerbGroup{Form: Finite, Tense: Present, Progressive: true, Passive: true}},
		{"The ministers are going to sign the treaty.", "sign", VerbGroup{Form: Finite, Tense: Future}},
		{"The ministers agreed to sign the treaty.", "sign", VerbGroup{Form: Infinitive}},
		{"The ministers will sign and ratify the treaty.", "ratify", VerbGroup{Form: Finite, Tense: Future}},
		{"The ministers met and signed the treaty.", "signed", VerbGroup{Form: Finite, Tense: Past}},
		{"The ministers are ready.", "ready", VerbGroup{Form: Finite, Tense: Present}},
		{"The ministers were not ready.", "ready", VerbGroup{Form: Finite, Tense: Past, Negated: true}},
		{"The treaty signed in Oslo holds.", "signed", VerbGroup{Form: Participle, Passive: true}},
		{"After signing the treaty, he left.", "signing", VerbGroup{Form: Gerund}},
		{"The treaty must be ratified.", "ratified", VerbGroup{Form: Finite, Tense: Present, Passive: true, Modal: "must"}},
		{"The treaty holds.", "treaty", VerbGroup{}},
	} {
		d := reader.Read(c.text)
		for i := range d.Tokens {
			if d.Word(i) != c.head {
				continue
			}
			c.want.Head = i
			if got := d.VerbGroup(i); got != c.want {
				t.Errorf("%s\n%q: %+v, want %+v", c.text, c.head, got, c.want)
			}
			break
		}
	}
}
