package english

import "testing"

func testReader(t testing.TB) Reader {
	t.Helper()
	reader, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return reader
}
