package corpus_test

import (
	"strings"
	"testing"

	"chancery"
	"chancery/corpus"
)

func TestExpectedClaimsAreReadLineByLine(t *testing.T) {
	expected, err := corpus.ReadExpected(strings.NewReader(`# a remark
sign
  who: PER (Ana Quispe), CHL
  about: fisheries
  said by: Quispe

no visit
  mood: occurred

missed meet
  where: Lima
`))
	if err != nil {
		t.Fatal(err)
	}
	if len(expected) != 3 || expected[0].Who[1] != "CHL" || !expected[1].Not || !expected[2].Missed || expected[2].Act != "meet" {
		t.Errorf("read %+v", expected)
	}
}

func TestSlipsInExpectedClaimsAreNamed(t *testing.T) {
	for text, want := range map[string]string{
		"  who: PER\n":           "line 1",
		"sign\n  whoo: PER\n":    "whoo",
		"sign\n  just words\n":   "just words",
		"sign\n\n  date: 2025\n": "line 3",
	} {
		if _, err := corpus.ReadExpected(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one that names %q", text, err, want)
		}
	}
}

func TestComparingClaims(t *testing.T) {
	side := func(id, person string) []chancery.Participant {
		return []chancery.Participant{{ID: id, Person: person}}
	}
	claim := chancery.Claim{
		Act: "sign", Mood: chancery.MoodOccurred, Actor: side("PER", "Ana Quispe"), Recipient: side("CHL", ""),
		Instrument: "a  Fisheries agreement", SaidBy: []chancery.Speaker{{Name: "Ana Quispe", ID: "PER"}, {Name: "Andes News"}},
		Evidence: chancery.Evidence{Text: "They signed a fisheries agreement."},
		When:     chancery.Period{Start: chancery.NewDate(2025, 3, 1), End: chancery.NewDate(2025, 3, 31)},
	}
	mutual := func(string) bool { return true }
	for text, want := range map[string]string{
		"sign\n  who: CHL, PER (Quispe)\n":                 "found",
		"sign\n  who: CHL\n":                               "missing",
		"sign\n  who: PER (Rojas), CHL\n":                  "missing",
		"sign\n  about: fisheries agreement\n":             "found",
		"sign\n  mood: planned\n":                          "missing",
		"sign\n  when: about 2025-03\n":                    "found",
		"sign\n  when: 2025-03-01..2025-03-31\n":           "found",
		"sign\n  when: 2025-03-01\n":                       "missing",
		"sign\n  said by: Quispe\n":                        "found",
		"sign\n  said by: the report\n":                    "missing",
		"sign\n  said by: Rojas\n":                         "missing",
		"sign\n  passage: signed a fisheries\n":            "found",
		"no sign\n  who: PER, CHL\n":                       "forbidden",
		"no sign\n  mood: denied\n":                        "fine",
		"missed sign\n":                                    "read",
		"missed visit\n":                                   "fine",
		"sign\n  who: PER, CHL\n\nsign\n  who: PER, CHL\n": "missing", // one claim serves one expectation
	} {
		expected, err := corpus.ReadExpected(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		result := corpus.Compare([]chancery.Claim{claim}, expected, "Andes News", mutual)
		got := "fine"
		switch {
		case len(result.Missing) > 0:
			got = "missing"
		case len(result.Forbidden) > 0:
			got = "forbidden"
		case len(result.Read) > 0:
			got = "read"
		case result.Found > 0:
			got = "found"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
