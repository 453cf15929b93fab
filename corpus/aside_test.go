package corpus_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"chancery/codebook"
	"chancery/corpus"
	"chancery/press"
)

// The least share of claims, in percent, that must be right and that must be found in the reports that are
// set aside. They are scored and not tuned on: the numbers go up when the reader gets better, and nobody looks
// at the reports to make them.
const (
	asidePrecision = 72
	asideRecall    = 39
)

// A claim counts as right where act, actors, recipients and mood are; figures alone leave this test.
func TestReportsThatAreSetAside(t *testing.T) {
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	d, err := theDesk()
	if err != nil {
		t.Fatal(err)
	}
	result := corpus.NewScore(book.Act)
	for report, err := range press.Open(context.Background(), []string{"aside/reports"}, nil, press.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(filepath.Join("aside/claims", filepath.Base(claimsFile(report.Name))))
		if err != nil {
			t.Fatal(err)
		}
		expected, err := corpus.ReadExpected(f)
		f.Close()
		if err != nil {
			t.Fatalf("%s: %v", f.Name(), err)
		}
		result.Add(d.Read(report), expected)
	}
	for _, table := range result.Tables() {
		t.Log(table.Title)
		for _, row := range table.Rows {
			t.Logf("  %-26s precision %5.1f %%, recall %5.1f %%, %d written down", row.Name, row.Precision(), row.Recall(), row.Gold)
		}
	}
	t.Logf("made though people ruled them out: %d of %d", result.RuledOut.Hits, result.RuledOut.Gold)
	all := result.Tables()[0].Row("all claims")
	if all.Precision() < asidePrecision || all.Recall() < asideRecall {
		t.Errorf("precision %.1f %% (want %d), recall %.1f %% (want %d)", all.Precision(), asidePrecision, all.Recall(), asideRecall)
	}
}
