package corpus

import (
	"slices"
	"sort"
	"strings"

	"chancery"
	"chancery/english/score"
)

// Score counts what was read of reports against what people wrote down of them.
type Score struct {
	Reports  int
	RuledOut score.Tally // Gold: statements that people ruled out; Hits and Found: those that were made all the same
	Mistakes []Mistake   // in the order of the reports

	act    func(id string) (chancery.Act, bool)
	whole  map[string]*score.Tally // by kind, and under everything
	fields map[string]*score.Tally // by name of the field
}

// Mistake is a claim that is missing, is wrong or was not written down.
type Mistake struct {
	Report   string
	Expected *Expected       // nil: nobody wrote such a claim down
	Claim    *chancery.Claim // nil: nothing was read there
	Fields   []string        // what differs, where both are there
}

const everything = "all claims"

// The fields of a claim that are scored, in the order in which they are shown.
const (
	fieldAct     = "act"
	fieldParties = "actors and recipients"
	fieldMood    = "mood"
	fieldSaidBy  = "attribution"
	fieldWhen    = "time"
	fieldIn      = "association and standing"
	fieldAbout   = "object"
	fieldWhere   = "place"
)

var fields = []string{fieldAct, fieldParties, fieldMood, fieldSaidBy, fieldWhen, fieldIn, fieldAbout, fieldWhere}

// wholeFields are those that must be right for a claim to count as right.
var wholeFields = []string{fieldAct, fieldParties, fieldMood}

// NewScore makes an empty score; act looks an act of the codebook up.
func NewScore(act func(id string) (chancery.Act, bool)) *Score {
	return &Score{act: act, whole: map[string]*score.Tally{}, fields: map[string]*score.Tally{}}
}

// Add scores one report. A claim is right where act, parties and mood are as people wrote them down of the
// same passage; the other fields are scored on what belongs together by act and passage.
func (s *Score) Add(reading chancery.Reading, expected []Expected) {
	s.Reports++
	claims := reading.Claims
	said := func(e Expected) []Expected { return []Expected{e} }
	for _, e := range expected {
		if e.Not {
			made := len(Compare(claims, said(e), reading.Report.Publisher, s.mutual).Forbidden) > 0
			s.RuledOut.Add(made, true)
		}
	}
	expected = slices.DeleteFunc(slices.Clone(expected), func(e Expected) bool { return e.Not })
	partner := s.align(reading, expected)
	used := make([]bool, len(claims))
	for i, e := range expected {
		if partner[i] < 0 {
			s.count(s.kind(e.Act), false, true)
			s.Mistakes = append(s.Mistakes, Mistake{Report: reading.Report.Name, Expected: &expected[i]})
			continue
		}
		c := &claims[partner[i]]
		used[partner[i]] = true
		wrong := s.compareFields(e, *c, reading.Report.Publisher)
		right := !slices.ContainsFunc(wholeFields, func(f string) bool { return slices.Contains(wrong, f) })
		s.count(s.kind(e.Act), false, true)
		s.count(string(c.Kind), true, false)
		if right {
			s.hit(string(c.Kind))
		}
		if len(wrong) > 0 {
			s.Mistakes = append(s.Mistakes, Mistake{Report: reading.Report.Name, Expected: &expected[i], Claim: c, Fields: wrong})
		}
	}
	for i := range claims {
		if !used[i] {
			s.count(string(claims[i].Kind), true, false)
			s.Mistakes = append(s.Mistakes, Mistake{Report: reading.Report.Name, Claim: &claims[i]})
		}
	}
}

// align gives each expectation the claim that belongs to it, or -1: one of the same passage, rather of the
// same act than of another, and of those the one that is most alike.
func (s *Score) align(reading chancery.Reading, expected []Expected) []int {
	type pair struct{ expected, claim, likeness int }
	var pairs []pair
	for i, e := range expected {
		for j, c := range reading.Claims {
			if !samePlace(reading.Report.Text, e.Passage, c.Evidence) {
				continue
			}
			if l := s.likeness(e, c, reading.Report.Publisher); l > 0 {
				pairs = append(pairs, pair{i, j, l})
			}
		}
	}
	sort.SliceStable(pairs, func(a, b int) bool { return pairs[a].likeness > pairs[b].likeness })
	partner := slices.Repeat([]int{-1}, len(expected))
	taken := map[int]bool{}
	for _, p := range pairs {
		if partner[p.expected] < 0 && !taken[p.claim] {
			partner[p.expected], taken[p.claim] = p.claim, true
		}
	}
	return partner
}

// likeness is 0 for a claim of another act that shares no party and no mood with what is expected.
func (s *Score) likeness(e Expected, c chancery.Claim, publisher string) int {
	l := 0
	if c.Act == e.Act {
		l += 16
	}
	if e.partiesMatch(c, s.mutual(e.Act)) {
		l += 4
	}
	if e.moodMatches(c) {
		l += 2
	}
	if c.Act != e.Act && l < 6 {
		return 0
	}
	if e.inMatches(c) && e.aboutMatches(c) && whenMatches(c.When, e.When) && e.saidByMatches(c, publisher) {
		l++
	}
	return l
}

// compareFields counts the fields that people wrote down, and gives those that differ.
func (s *Score) compareFields(e Expected, c chancery.Claim, publisher string) []string {
	var wrong []string
	field := func(name string, written, read, right bool) {
		if !written {
			return
		}
		t := s.fields[name]
		if t == nil {
			t = &score.Tally{}
			s.fields[name] = t
		}
		t.Gold++
		if read {
			t.Found++
		}
		if right {
			t.Hits++
		} else {
			wrong = append(wrong, name)
		}
	}
	field(fieldAct, true, true, c.Act == e.Act)
	field(fieldParties, len(e.Who)+len(e.Whom) > 0, true, e.partiesMatch(c, s.mutual(e.Act)))
	field(fieldMood, e.Mood != "", true, e.moodMatches(c))
	field(fieldSaidBy, e.SaidBy != "", true, e.saidByMatches(c, publisher))
	field(fieldWhen, e.When != "", !c.When.IsZero(), whenMatches(c.When, e.When))
	field(fieldIn, e.In != "", c.Association != nil, e.inMatches(c))
	field(fieldAbout, e.About != "", c.Instrument+c.Object != "", e.aboutMatches(c))
	field(fieldWhere, e.Where != "", c.Place != nil, e.whereMatches(c))
	return wrong
}

func (s *Score) count(kind string, found, gold bool) {
	for _, name := range []string{everything, kind} {
		if s.whole[name] == nil {
			s.whole[name] = &score.Tally{}
		}
		s.whole[name].Add(found, gold)
	}
}

func (s *Score) hit(kind string) {
	s.whole[everything].Hits++
	s.whole[kind].Hits++
}

func (s *Score) kind(act string) string {
	if a, ok := s.act(act); ok {
		return string(a.Kind)
	}
	return "no act of the codebook"
}

func (s *Score) mutual(act string) bool {
	a, ok := s.act(act)
	return ok && a.Mutual
}

// Tables gives whole claims by kind, and the fields of those that belong together.
func (s *Score) Tables() []score.Table {
	claims := score.Table{Title: "Whole claims"}
	var kinds []string
	for kind := range s.whole {
		if kind != everything {
			kinds = append(kinds, kind)
		}
	}
	sort.Slice(kinds, func(i, j int) bool {
		a, b := s.whole[kinds[i]].Gold, s.whole[kinds[j]].Gold
		return a > b || a == b && kinds[i] < kinds[j]
	})
	if t := s.whole[everything]; t != nil {
		claims.Rows = append(claims.Rows, score.Row{Name: everything, Tally: *t})
	}
	for _, kind := range kinds {
		claims.Rows = append(claims.Rows, score.Row{Name: kind, Tally: *s.whole[kind]})
	}
	parts := score.Table{Title: "Fields, of claims that were found"}
	for _, f := range fields {
		if t := s.fields[f]; t != nil {
			parts.Rows = append(parts.Rows, score.Row{Name: f, Tally: *t})
		}
	}
	return []score.Table{claims, parts}
}

// samePlace reports whether the passage, as a person copied it out, and the evidence share bytes of the text.
// Without a passage every place is the same.
func samePlace(text, passage string, evidence chancery.Evidence) bool {
	words := strings.Fields(passage)
	if len(words) == 0 {
		return true
	}
	for from := 0; from < len(text); {
		start, end := findWords(text[from:], words)
		if start < 0 {
			return false
		}
		if from+start < evidence.End && evidence.Start < from+end {
			return true
		}
		from += start + 1
	}
	return false
}

// findWords finds the words in the text, whatever the space between them, and gives -1 where they are not.
func findWords(text string, words []string) (start, end int) {
	for from := 0; ; {
		i := strings.Index(text[from:], words[0])
		if i < 0 {
			return -1, -1
		}
		start = from + i
		rest, ok := text[start+len(words[0]):], true
		for _, w := range words[1:] {
			trimmed := strings.TrimLeft(rest, " \t\r\n")
			if trimmed == rest || !strings.HasPrefix(trimmed, w) {
				ok = false
				break
			}
			rest = trimmed[len(w):]
		}
		if ok {
			return start, len(text) - len(rest)
		}
		from = start + 1
	}
}
