package actors

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"chancery"
)

func register(t testing.TB) *Register {
	t.Helper()
	r, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func year(y int) chancery.Period { return chancery.Day(chancery.NewDate(y, 6, 1)) }

// TestStatesAreWhole checks that news can name every state in each of its ways.
func TestStatesAreWhole(t *testing.T) {
	r := register(t)
	forms := make(map[string]map[string]bool)
	for n := range r.facts.stateNames.all {
		if forms[n.id] == nil {
			forms[n.id] = make(map[string]bool)
		}
		forms[n.id][n.form] = true
	}
	members := 0
	for s := range r.facts.states.all {
		if s.kind != "state" && s.kind != "observer" {
			continue
		}
		members++
		for _, form := range []string{"short", "official", "adjective", "capital"} {
			if !forms[s.id][form] {
				t.Errorf("%s has no %s name", s.id, form)
			}
		}
		if s.id != "VAT" && !forms[s.id]["demonym"] && !forms[s.id]["demonym-plural"] {
			t.Errorf("%s has no demonym", s.id)
		}
		if s.official == "" {
			t.Errorf("%s has no official name", s.id)
		}
	}
	if members < 195 {
		t.Errorf("%d states and observers, want the 193 members of the UN and its observers", members)
	}
}

// TestRowsAgree checks the files against each other beyond what Load checks.
func TestRowsAgree(t *testing.T) {
	r := register(t)
	associations := 0
	for a := range r.facts.associations.all {
		associations++
		if a.parent != "" && !r.facts.knows(a.parent) {
			t.Errorf("association %s: parent %q is not in the register", a.id, a.parent)
		}
	}
	if associations < 150 {
		t.Errorf("%d associations, want at least 150", associations)
	}
	twice(t, "states.tsv", r.facts.states.keys)
	twice(t, "state_names.tsv", r.facts.stateNames.keys)
	twice(t, "organs.tsv", r.facts.organs.keys)
	twice(t, "offices.tsv", r.facts.offices.keys)
	twice(t, "holders.tsv", r.facts.holders.keys)
	twice(t, "associations.tsv", r.facts.associations.keys)
	twice(t, "association_names.tsv", r.facts.associationNames.keys)
	twice(t, "standings.tsv", r.facts.standings.keys)
	twice(t, "agents.tsv", r.facts.agents.keys)
	twice(t, "lookalikes.tsv", r.facts.lookalikes.keys)
	for row := range r.facts.offices.all {
		if _, actor := r.actors[row.of]; row.of != "state" && row.of != "association" && row.of != "both" && !actor {
			t.Errorf("offices.tsv:%d: of is %q, neither a kind nor an actor", row.at.line, row.of)
		}
	}
	for l := range r.facts.lookalikes.all {
		for _, id := range l.ids {
			if !r.facts.knows(id) {
				t.Errorf("lookalikes.tsv:%d: %q is not in the register", l.at.line, id)
			}
		}
	}
}

func twice(t *testing.T, file string, keys []key) {
	t.Helper()
	seen := make(map[key]bool)
	for _, k := range keys {
		if seen[k] {
			t.Errorf("%s: two rows say %q", file, k)
		}
		seen[k] = true
	}
}

// TestStandings asks for facts that stand in treaties and communiqués.
func TestStandings(t *testing.T) {
	r := register(t)
	for _, c := range []struct {
		actor, association string
		standing           chancery.Standing
		on                 chancery.Date
		want               bool
	}{
		{"BLR", "SCO", chancery.StandingMember, chancery.NewDate(2024, 12, 1), true},
		{"BLR", "SCO", chancery.StandingMember, chancery.NewDate(2023, 12, 1), false},
		{"GBR", "EU", chancery.StandingMember, chancery.NewDate(2019, 1, 1), true},
		{"GBR", "EU", chancery.StandingMember, chancery.NewDate(2021, 1, 1), false},
		{"LAO", "ASEAN", chancery.StandingMember, chancery.NewDate(2020, 1, 1), true},
		{"FIN", "NATO", chancery.StandingMember, chancery.NewDate(2024, 1, 1), true},
		{"FIN", "NATO", chancery.StandingMember, chancery.NewDate(2020, 1, 1), false},
	} {
		got := false
		for _, f := range r.Standings(c.actor, c.association) {
			if f.Actor != c.actor || f.Association != c.association {
				t.Errorf("Standings(%s, %s) gives one of %s in %s", c.actor, c.association, f.Actor, f.Association)
			}
			held := (f.Since.IsZero() || !f.Since.After(c.on)) && (f.Until.IsZero() || !f.Until.Before(c.on))
			got = got || f.Standing == c.standing && held
		}
		if got != c.want {
			t.Errorf("%s %s of %s on %s: %v, want %v", c.actor, c.standing, c.association, c.on, got, c.want)
		}
	}
	if all := r.Standings("", "SCO"); len(all) < 10 || !slices.IsSortedFunc(all, func(a, b chancery.StandingFact) int { return strings.Compare(a.Actor, b.Actor) }) {
		t.Errorf("Standings of the SCO: %d, not in order or too few", len(all))
	}
	if len(r.Standings("LAO", "")) < 5 {
		t.Error("Laos has hardly any standing")
	}
}

func TestHolder(t *testing.T) {
	r := register(t)
	for _, c := range []struct {
		state, office string
		year          int
		want          string
	}{
		{"LAO", "president", 2025, "Thongloun Sisoulith"},
		{"LAO", "president", 2019, "Bounnhang Vorachith"},
		{"USA", "president", 2015, "Barack Obama"},
		{"UN", "secretary-general", 2020, "Antonio Guterres"},
		{"LAO", "president", 1800, ""},
		{"XXX", "president", 2025, ""},
	} {
		if got, ok := r.Holder(c.state, c.office, year(c.year)); letters(got) != letters(c.want) || ok != (c.want != "") {
			t.Errorf("%s of %s in %d: %q, want %q", c.office, c.state, c.year, got, c.want)
		}
	}
	held := r.Offices("thongloun sisoulith", chancery.Period{})
	if len(held) < 2 || !slices.ContainsFunc(held, func(h Held) bool { return h.Office == "president" && h.State == "LAO" }) {
		t.Errorf("Offices = %+v", held)
	}
	if got := r.OfficeName("foreign-minister"); got != "minister of foreign affairs" {
		t.Errorf("OfficeName = %q", got)
	}
	if r.Name("LAO") != "Laos" || r.Name("nobody") != "nobody" {
		t.Errorf("Name: %q, %q", r.Name("LAO"), r.Name("nobody"))
	}
	if a, ok := r.Actor("LAO"); !ok || a.Capital != "Vientiane" || !slices.Contains(a.Adjectives, "Laotian") || a.Kind != chancery.KindState {
		t.Errorf("Actor(LAO) = %+v", a)
	}
}

// TestUserFiles overrides, adds and takes out rows, and leaves the register that it starts from.
func TestUserFiles(t *testing.T) {
	base := register(t)
	dir := t.TempDir()
	for name, text := range map[string]string{
		"states.tsv":      "id\tkind\tname\tofficial\nXQA\tpartial\tQuandia\tRepublic of Quandia\nLAO\tstate\tLaos\tLao PDR of ours\n",
		"state_names.tsv": "# ours\nid\tform\tname\nXQA\tshort\tQuandia\nXQA\tadjective\tQuandian\n-PER\tmetonym\tnone\n",
		"holders.tsv":     "person\tstate\toffice\tsince\nIma Qand\tXQA\tpresident\t2020-01\n",
	} {
		if name == "state_names.tsv" {
			text = strings.Replace(text, "-PER\tmetonym\tnone\n", "-PER\tcapital\tLima\n", 1)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r, err := base.With(dir)
	if err != nil {
		t.Fatal(err)
	}
	if a, _ := r.Actor("LAO"); a.Official != "Lao PDR of ours" {
		t.Errorf("the row of Laos is not overridden: %q", a.Official)
	}
	if got := r.Find("quandian"); len(got) != 1 || got[0].ID != "XQA" {
		t.Errorf("Find(quandian) = %+v", got)
	}
	if got, ok := r.Holder("XQA", "president", year(2024)); got != "Ima Qand" || !ok {
		t.Errorf("Holder = %q", got)
	}
	if got := r.Find("Lima"); len(got) > 0 && !got[0].Near && got[0].ID == "PER" && got[0].Name == "Peru" {
		t.Errorf("Lima was taken out and still names %+v", got)
	}
	if got := base.Find("Quandia"); len(got) > 0 && !got[0].Near {
		t.Errorf("the register that ships has changed: %+v", got)
	}
	if _, err := base.With(filepath.Join(dir, "no such folder")); err == nil {
		t.Error("a folder that is not there gives no error")
	}
}

// TestBadRows looks at what a user reads who has written a bad row.
func TestBadRows(t *testing.T) {
	states := "id\tkind\tname\tofficial\nLAO\tstate\tLaos\tLao PDR\n"
	for _, c := range []struct{ file, text, line, column, says string }{
		{"states.tsv", "id\tkind\nlao\tstate\n", "states.tsv:2", "id", "alpha-3"},
		{"states.tsv", "id\tkind\nLAO\tempire\n", "states.tsv:2", "kind", "territory"},
		{"states.tsv", "id\tkind\tsince\nLAO\tstate\t1953-13\n", "states.tsv:2", "since", "2006-01-02"},
		{"states.tsv", "id\tkind\tsince\tuntil\nLAO\tstate\t1960\t1953\n", "states.tsv:2", "until", "1960"},
		{"states.tsv", "id\tkind\tcolour\nLAO\tstate\tred\n", "states.tsv:1", "", "official"},
		{"states.tsv", "id\nLAO\n", "states.tsv:1", "", `"kind" is missing`},
		{"states.tsv", "id\tkind\nLAO\tstate\tLaos\n", "states.tsv:2", "", "3 cells"},
		{"states.tsv", "id\tkind\n\xff\tstate\n", "states.tsv:2", "", "UTF-8"},
		{"states.tsv", states + "-PER\tstate\n", "states.tsv:3", "id", "nothing to take out"},
		{"state_names.tsv", "id\tform\tname\nLAO\tnickname\tX\n", "state_names.tsv:2", "form", "metonym"},
		{"state_names.tsv", "id\tform\tname\nPER\tshort\tPeru\n", "state_names.tsv:2", "id", "states.tsv"},
		{"holders.tsv", "person\tstate\toffice\nA B\tLAO\tjanitor\n", "holders.tsv:2", "office", "offices.tsv"},
		{"standings.tsv", "actor\tassociation\tstanding\nLAO\tSCO\tfriend\n", "standings.tsv:2", "standing", "dialogue partner"},
		{"standings.tsv", "actor\tassociation\tstanding\nLAO\tSCO\tmember\n", "standings.tsv:2", "association", "associations.tsv"},
		{"lookalikes.tsv", "name\tmeaning\nX\tghost\n", "lookalikes.tsv:2", "meaning", "given name"},
	} {
		folder := fstest.MapFS{"states.tsv": {Data: []byte(states)}, c.file: {Data: []byte(c.text)}}
		_, err := Load(folder)
		var bad *RowError
		if !errors.As(err, &bad) {
			t.Errorf("%s %q: error %v", c.file, c.text, err)
			continue
		}
		if !strings.Contains(err.Error(), c.line) || bad.Column != c.column || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s %q: %v; want %s, column %q, and %q", c.file, c.text, err, c.line, c.column, c.says)
		}
	}
	if _, err := Load(fstest.MapFS{"other.txt": {Data: []byte("x")}}); err == nil || !strings.Contains(err.Error(), "states.tsv") {
		t.Errorf("an empty folder: %v", err)
	}
}

func FuzzTable(f *testing.F) {
	for _, s := range []string{"", "id\tkind\nLAO\tstate\n", "#\n\n", "id\tkind\r\n-LAO\tstate", "\ufeffid\tkind\nA\tb\tc", "\t\t\t", "id\tkind\n\t"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		table, err := readTable("fuzz.tsv", []byte(text), []string{"id", "kind", "name"}, 2)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "fuzz.tsv:") {
				t.Errorf("the error does not name the place: %v", err)
			}
			return
		}
		for _, r := range table.rows {
			if len(r.cells) > len(table.columns) || strings.ContainsAny(strings.Join(r.cells, ""), "\t\n") {
				t.Errorf("row %q of %q", r.cells, text)
			}
		}
	})
}
