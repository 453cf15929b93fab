package actors

import (
	"testing"
)

func register(t testing.TB) *Register {
	t.Helper()
	r, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return r
}
