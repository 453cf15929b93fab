package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"chancery/internal/shareddata"
)

// ask runs the program and gives what it prints.
func ask(t *testing.T, archive string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(append([]string{"--archive", archive}, args...), strings.NewReader(""), &out, &errs); code != exitDone {
		t.Fatalf("chancery %s: exit %d: %s", strings.Join(args, " "), code, errs.String())
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// What the record must hold of the two real reports together, see the last part of their expected.md.
func TestTheTwoSeedsTogether(t *testing.T) {
	seeds := filepath.Dir(shareddata.Need(t, "seeds", "expected.md"))
	archive := filepath.Join(t.TempDir(), "seeds.db")
	ask(t, archive, "read", "-q", filepath.Join(seeds, "000_ee46b5cb6b33a815.txt"), filepath.Join(seeds, "003_cb47fa0007bc7d01.txt"))

	t.Run("partner and interest stand side by side, as a tension with both passages", func(t *testing.T) {
		got := ask(t, archive, "brief", "Laos", "Belarus")
		for _, want := range []string{
			"Laos became a partner of the Shanghai Cooperation Organization",
			"According to Sergey Lavrov, Laos is interested in the Shanghai Cooperation Organization",
			"is said to want contacts with it",
			"Laos has become a partner country",
			"the desire of our Lao partners to establish contacts",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("the dossier lacks %q", want)
			}
		}
	})
	t.Run("the visit to Belarus is one open commitment", func(t *testing.T) {
		got := ask(t, archive, "commitments", "Laos", "Belarus", "--open")
		lines, _, _ := strings.Cut(got, "SOURCES")
		if n := strings.Count(lines, "to visit Belarus"); n != 1 {
			t.Errorf("the visit is told %d times: %s", n, lines)
		}
		for _, passage := range []string{"eagerly awaited in Belarus", "accepted the invitation"} {
			if !strings.Contains(got, passage) {
				t.Errorf("the commitment does not rest on %q", passage)
			}
		}
	})
	t.Run("as of a day and as known on it are two questions", func(t *testing.T) {
		asOf := ask(t, archive, "standing", "Laos", "--as-of", "2025-07-01")
		if want := "Laos may have become a partner of the Shanghai Cooperation Organization"; !strings.Contains(asOf, want) {
			t.Errorf("as of 1 July 2025 the answer lacks %q", want)
		}
		known := ask(t, archive, "standing", "Laos", "--known-on", "2025-07-01")
		if strings.Contains(known, "partner of the Shanghai Cooperation Organization") {
			t.Error("on 1 July 2025 nobody had told of the partnership")
		}
		later := ask(t, archive, "standing", "Laos", "--known-on", "2025-09-01")
		if want := "Laos became a partner of the Shanghai Cooperation Organization"; !strings.Contains(later, want) {
			t.Errorf("by what was known on 1 September 2025 the answer lacks %q", want)
		}
	})
	t.Run("nothing is said that neither report says", func(t *testing.T) {
		got := ask(t, archive, "brief", "Laos")
		for _, never := range []string{"Laos visited Belarus", "is in force", "Laos became a member of the Shanghai", "Laos joined"} {
			if strings.Contains(got, never) {
				t.Errorf("the dossier says %q", never)
			}
		}
	})
}
