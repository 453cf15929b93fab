package corpus_test

import (
	"context"
	"path/filepath"
	"testing"

	"chancery/press"
)

// The least share of claims, in percent, that must be right and that must be found in the held-out
// reports. They are scored and not tuned on: the numbers go up when the reader gets better, and nobody
// looks at the reports to make them.
const (
	heldOutPrecision = 82
	heldOutRecall    = 50
)

// A claim counts as right only where everything that people wrote down of it is right: act, all
// participants, mood, speakers, date, object.
func TestHeldOutReports(t *testing.T) {
	found, missing, extra, forbidden := 0, 0, 0, 0
	for report, err := range press.Open(context.Background(), []string{"testdata/heldout/reports"}, nil, press.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		d, err := theDesk()
		if err != nil {
			t.Fatal(err)
		}
		claims := filepath.Join("testdata/heldout/claims", filepath.Base(claimsFile(report.Name)))
		result := compare(t, claims, d.Read(report))
		found += result.Found
		missing += len(result.Missing)
		extra += len(result.Extra)
		forbidden += len(result.Forbidden)
	}
	precision := 100 * float64(found) / float64(found+extra)
	recall := 100 * float64(found) / float64(found+missing)
	t.Logf("%d claims right, %d missed, %d wrong or not written down, %d ruled out by people: precision %.1f %%, recall %.1f %%",
		found, missing, extra, forbidden, precision, recall)
	if precision < heldOutPrecision || recall < heldOutRecall {
		t.Errorf("precision %.1f %% (want %d), recall %.1f %% (want %d)", precision, heldOutPrecision, recall, heldOutRecall)
	}
}
