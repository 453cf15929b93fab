package corpus_test

import (
	"strings"
	"testing"

	"chancery"
	"chancery/corpus"
)

// A report of two sentences, in which the reader found what each case says.
const scored = "Peru signed the treaty on Monday. Chile will visit Peru, the ministry said."

func claim(act, actor, recipient string, mood chancery.Mood, passage string) chancery.Claim {
	at := strings.Index(scored, passage)
	c := chancery.Claim{Kind: chancery.KindEvent, Act: act, Mood: mood, Evidence: chancery.Evidence{Start: at, End: at + len(passage), Text: passage}}
	c.Actor = []chancery.Participant{{ID: actor}}
	if recipient != "" {
		c.Recipient = []chancery.Participant{{ID: recipient}}
	}
	return c
}

func TestClaimsAreScoredByWhatPeopleWroteDown(t *testing.T) {
	const written = `sign
  who: PER
  mood: occurred
  passage: signed the treaty

visit
  who: CHL
  whom: PER
  mood: planned
  said by: ministry
  passage: will visit Peru

no visit
  mood: occurred
`
	sign := claim("sign", "PER", "", chancery.MoodOccurred, "Peru signed the treaty on Monday.")
	visit := claim("visit", "CHL", "PER", chancery.MoodPlanned, "Chile will visit Peru, the ministry said.")
	visit.SaidBy = []chancery.Speaker{{Name: "the ministry"}}
	for name, c := range map[string]struct {
		read               []chancery.Claim
		hits, found, wrong int // claims that are right, claims in all, fields that differ
		mistakes           int
		ruledOut           int
	}{
		"everything":              {read: []chancery.Claim{sign, visit}, hits: 2, found: 2},
		"nothing":                 {mistakes: 2},
		"the same act elsewhere":  {read: []chancery.Claim{claim("sign", "PER", "", chancery.MoodOccurred, "Chile will visit")}, found: 1, mistakes: 3},
		"another act, same words": {read: []chancery.Claim{claim("ratify", "PER", "", chancery.MoodOccurred, "signed the treaty")}, found: 1, wrong: 1, mistakes: 2},
		"another mood, ruled out": {read: []chancery.Claim{sign, claim("visit", "CHL", "PER", chancery.MoodOccurred, "Chile will visit Peru")}, hits: 1, found: 2, wrong: 2, mistakes: 1, ruledOut: 1},
		"a party too many":        {read: []chancery.Claim{claim("sign", "PER", "CHL", chancery.MoodOccurred, "Peru signed"), visit}, hits: 2, found: 2},
		"another party":           {read: []chancery.Claim{claim("sign", "CHL", "", chancery.MoodOccurred, "Peru signed"), visit}, hits: 1, found: 2, wrong: 1, mistakes: 1},
		"one that nobody wrote":   {read: []chancery.Claim{sign, visit, claim("attack", "CHL", "PER", chancery.MoodOccurred, "Peru")}, hits: 2, found: 3, mistakes: 1},
		"one twice":               {read: []chancery.Claim{sign, sign, visit}, hits: 2, found: 3, mistakes: 1},
		"a speaker left out":      {read: []chancery.Claim{sign, claim("visit", "CHL", "PER", chancery.MoodPlanned, "Chile will visit Peru")}, hits: 2, found: 2, wrong: 1, mistakes: 1},
	} {
		t.Run(name, func(t *testing.T) {
			expected, err := corpus.ReadExpected(strings.NewReader(written))
			if err != nil {
				t.Fatal(err)
			}
			s := corpus.NewScore(func(id string) (chancery.Act, bool) { return chancery.Act{ID: id, Kind: chancery.KindEvent}, true })
			s.Add(chancery.Reading{Report: chancery.Report{Text: scored}, Claims: c.read}, expected)
			all := s.Tables()[0].Row("all claims")
			if all.Hits != c.hits || all.Found != c.found || all.Gold != 2 {
				t.Errorf("%d right of %d read and %d written, want %d of %d and 2", all.Hits, all.Found, all.Gold, c.hits, c.found)
			}
			wrong := 0
			for _, row := range s.Tables()[1].Rows {
				wrong += row.Gold - row.Hits
			}
			if wrong != c.wrong || len(s.Mistakes) != c.mistakes || s.RuledOut.Hits != c.ruledOut {
				t.Errorf("%d fields differ, %d mistakes, %d ruled out; want %d, %d, %d", wrong, len(s.Mistakes), s.RuledOut.Hits, c.wrong, c.mistakes, c.ruledOut)
			}
		})
	}
}
