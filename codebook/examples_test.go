package codebook_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"chancery"
	"chancery/codebook"
)

// sides writes the actors of one side: the ids, or the sector of those who have none.
func sides(parties []chancery.Participant) []string {
	var all []string
	for _, p := range parties {
		id := p.ID
		if id == "" {
			id = p.Sector
		}
		all = append(all, id)
	}
	return all
}

// Every example of the codebook is read as its act, with its code and its parties.
func TestExamplesAreReadAsTheirActs(t *testing.T) {
	d, err := theDesk()
	if err != nil {
		t.Fatal(err)
	}
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range book.Examples() {
		claims := d.Read(chancery.Report{ID: "example", Text: e.Sentence, Published: chancery.Day(passageDay)}).Claims
		right := slices.ContainsFunc(claims, func(c chancery.Claim) bool {
			who, whom := sides(c.Actor), sides(c.Recipient)
			if act, _ := book.Act(c.Act); act.Mutual && len(e.Whom) == 0 {
				who, whom = slices.Concat(who, whom), nil
			}
			slices.Sort(who)
			slices.Sort(whom)
			return c.Act == e.Act && c.Cameo == e.Cameo && slices.Equal(who, e.Who) && slices.Equal(whom, e.Whom)
		})
		if !right {
			var read []string
			for _, c := range claims {
				read = append(read, c.Act+" "+c.Cameo+" "+strings.Join(sides(c.Actor), ",")+" > "+strings.Join(sides(c.Recipient), ",")+" "+string(c.Mood)+" about "+c.Object)
			}
			t.Errorf("%s %s %v > %v: %s\n\tread: %s", e.Act, e.Cameo, e.Who, e.Whom, e.Sentence, strings.Join(read, "\n\t      "))
		}
	}
}

// Every act and every code of CAMEO is read in some example, so that none is out of reach.
func TestEveryCodeHasAnExample(t *testing.T) {
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	codes, acts := map[string]bool{}, map[string]bool{}
	for _, e := range book.Examples() {
		codes[e.Cameo], acts[e.Act] = true, true
	}
	for _, act := range book.Acts() {
		if !acts[act.ID] {
			t.Errorf("%s: no example", act.ID)
		}
	}
	table, err := os.ReadFile("data/cameo.tsv")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for line := range strings.Lines(string(table)) {
		code, _, _ := strings.Cut(line, "\t")
		if strings.HasPrefix(line, "#") || code == "code" {
			continue
		}
		count++
		if !codes[code] {
			t.Errorf("CAMEO %s: no example", code)
		}
	}
	if count < 250 {
		t.Errorf("only %d codes were looked at", count)
	}
}
