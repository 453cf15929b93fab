package corpus_test

import (
	"os"
	"sync"
	"testing"

	"chancery"
	"chancery/actors"
	"chancery/codebook"
	"chancery/corpus"
	"chancery/desk"
	"chancery/press"
)

var theDesk = sync.OnceValues(func() (*desk.Desk, error) {
	register, err := actors.Default()
	if err != nil {
		return nil, err
	}
	return desk.Default(register)
})

func read(t *testing.T, name string, data []byte) chancery.Reading {
	t.Helper()
	report, err := press.Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	d, err := theDesk()
	if err != nil {
		t.Fatal(err)
	}
	return d.Read(report)
}

func compare(t *testing.T, expectedFile string, reading chancery.Reading) corpus.Result {
	t.Helper()
	f, err := os.Open(expectedFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	expected, err := corpus.ReadExpected(f)
	if err != nil {
		t.Fatalf("%s: %v", expectedFile, err)
	}
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range expected {
		if _, ok := book.Act(e.Act); !ok {
			t.Fatalf("%s:%d: %q is no act of the codebook", expectedFile, e.Line, e.Act)
		}
	}
	return corpus.Compare(reading.Claims, expected, reading.Report.Publisher, func(act string) bool {
		a, _ := book.Act(act)
		return a.Mutual
	})
}
