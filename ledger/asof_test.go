package ledger

import (
	"testing"

	"chancery"
)

func day(t *testing.T, s string) chancery.Date {
	t.Helper()
	d, err := chancery.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A history with one entry of interest, which the kind and act name, and where it stands on days.
var days = []struct {
	name, told, kind, act string
	on                    map[string]chancery.State // "" where nothing is said of the day
}{
	{"a visit planned and made", `
		report a X 2025-01-10
		RUS visit LAO; mood=planned; on=2025-02-03
		report b X 2025-02-04
		RUS visit LAO; on=2025-02-03`, "event", "visit",
		map[string]chancery.State{"2025-01-09": "", "2025-01-10": "planned", "2025-02-02": "planned", "2025-02-03": "held"}},
	{"a meeting some time in autumn", `
		report a X 2025-07-10
		RUS meet LAO; on=2024-09-01..2024-11-30`, "event", "meet",
		map[string]chancery.State{"2024-08-31": "", "2024-10-01": "possible", "2024-11-30": "held", "2025-01-01": "held"}},
	{"recently become a partner", `
		report a X 2025-07-17..2025-07-31
		LAO gain-standing; in=SCO; st=partner; on=2025-06-17..2025-07-17`, "standing", "gain-standing",
		map[string]chancery.State{"2025-06-01": "", "2025-07-01": "possible", "2025-07-17": "held", "2025-12-01": "held"}},
	{"a year in the chair", `
		report a X 2025-11-20
		LAO hold-standing; in=ASEAN; st=chair; on=2024`, "standing", "hold-standing",
		map[string]chancery.State{"2023-12-31": "", "2024-06-01": "held", "2024-12-31": "held", "2025-01-01": "ended"}},
	{"signed, ratified, in force, suspended", `
		report a X 2025-06-10
		RUS sign LAO; ins=the grain treaty; on=2025-01-09
		RUS ratify; ins=the grain treaty; on=2025-02-09
		RUS+LAO enter-into-force; ins=the grain treaty; on=2025-03-09
		RUS suspend-agreement; ins=the grain treaty; on=2025-05-09`, "agreement", "suspend-agreement",
		map[string]chancery.State{"2025-01-08": "", "2025-01-09": "signed", "2025-02-10": "ratified", "2025-04-01": "in force", "2025-05-09": "suspended"}},
	{"a promise with a term", `
		report a X 2024-01-20
		CHN promise LAO; obj=to send rice; on=2024-01-19; due=2024-06-30
		report b X 2024-09-20
		CHN keep-promise LAO; obj=its promise to send rice; on=2024-09-19`, "commitment", "promise",
		map[string]chancery.State{"2024-01-18": "", "2024-06-30": "open", "2024-07-01": "overdue", "2024-09-19": "kept"}},
	{"a report and the register tell two beginnings", `
		fact LAO SCO partner 2025-09-01
		report a X 2025-07-31
		LAO gain-standing; in=SCO; st=partner; on=2025-06-17..2025-07-17`, "standing", "gain-standing",
		map[string]chancery.State{"2025-06-01": "", "2025-07-01": "possible", "2025-08-01": "possible", "2025-09-01": "held"}},
	{"a fact of the register", `
		fact BLR SCO member 2024-07-04`, "standing", "hold-standing",
		map[string]chancery.State{"2024-07-03": "", "2024-07-04": "held", "2030-01-01": "held"}},
}

func TestStateAsOf(t *testing.T) {
	for _, h := range days {
		t.Run(h.name, func(t *testing.T) {
			entries := Conclude(history(t, h.told))
			if len(entries) != 1 || string(entries[0].Kind) != h.kind || entries[0].Act != h.act {
				t.Fatalf("got %v, want one %s %s", showAll(entries), h.kind, h.act)
			}
			for on, want := range h.on {
				got, ok := StateAsOf(entries[0], day(t, on))
				if got != want || ok != (want != "") {
					t.Errorf("on %s: got %q, %v; want %q", on, got, ok, want)
				}
			}
		})
	}
}

func TestKnownOn(t *testing.T) {
	told := `
		report a X 2025-07-17..2025-07-31
		LAO gain-standing; in=SCO; st=partner; on=2025-06-17..2025-07-17
		report b Y 2025-11-20
		LAO seek-standing; in=SCO; mood=wished; by=Minister
		who b Ivan Petrov = RUS
		report c Z
		? meet LAO; on=2025-09-01; who=Petrov
		report d W
		LAO promise RUS; obj=to come back`
	tests := []struct {
		on   string
		want int
	}{
		{"2025-07-01", 0},
		{"2025-07-30", 0}, // the report may not have been out
		{"2025-07-31", 1},
		{"2025-09-01", 1}, // told by then, but nobody had said who Petrov is
		{"2025-11-20", 3}, // now somebody has
		{"2099-01-01", 3}, // report d dates nothing, so nobody can say that it was known
	}
	for _, tt := range tests {
		in := history(t, told)
		in.KnownOn = day(t, tt.on)
		if got := Conclude(in); len(got) != tt.want {
			t.Errorf("known on %s: got %v, want %d entries", tt.on, showAll(got), tt.want)
		}
	}
	if got := Conclude(history(t, told)); len(got) != 4 {
		t.Errorf("all that is known: got %v, want 4 entries", showAll(got))
	}
}

// TestAsOfIsNotAsKnownOn: on 1 July Laos may have been a partner already, and nobody had reported it.
func TestAsOfIsNotAsKnownOn(t *testing.T) {
	told := `
		report a X 2025-07-17..2025-07-31
		LAO gain-standing; in=SCO; st=partner; on=2025-06-17..2025-07-17`
	on := day(t, "2025-07-01")
	all := Conclude(history(t, told))
	if state, ok := StateAsOf(all[0], on); !ok || state != chancery.StatePossible {
		t.Errorf("as of 1 July: got %q, %v; want possible", state, ok)
	}
	in := history(t, told)
	in.KnownOn = on
	if then := Conclude(in); len(then) != 0 {
		t.Errorf("as known on 1 July: got %v, want nothing", showAll(then))
	}
}

func TestTensionsSayWhy(t *testing.T) {
	entries := Conclude(history(t, `
		report a X 2025-07-17..2025-07-31
		LAO gain-standing; in=SCO; st=partner; on=2025-06-17..2025-07-17
		report b Y 2025-11-20
		LAO seek-standing; in=SCO; mood=wished; by=Minister`))
	want := "LAO is told to have become a partner of the SCO by 17 July 2025, and on 20 November 2025 is said to want contacts with it or a place in it."
	for _, e := range entries {
		if len(e.Tensions) != 1 || e.Tensions[0].Why != want || len(e.Tensions[0].Claims) != 2 {
			t.Errorf("%s: got %+v, want both claims and %q", show(e), e.Tensions, want)
		}
	}
	if entries[0].Tensions[0].With != entries[1].ID || entries[1].Tensions[0].With != entries[0].ID {
		t.Error("the two entries do not point at each other")
	}
}

func TestADemandIsNotContradictedByItsRefusal(t *testing.T) {
	for mood, want := range map[string]int{"demanded": 0, "wished": 0, "possible": 0, "occurred": 1, "planned": 1} {
		entries := Conclude(history(t, `
			report a X 2025-07-17
			GUY visit SUR; mood=`+mood+`
			report b Y 2025-07-18
			GUY visit SUR; mood=denied`))
		tensions := 0
		for _, e := range entries {
			tensions += len(e.Tensions)
		}
		if tensions != want {
			t.Errorf("%s and denied: %d tensions, want %d", mood, tensions, want)
		}
	}
}
