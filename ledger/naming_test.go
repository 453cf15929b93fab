package ledger

import "testing"

func TestAnAgreementBearsAFullName(t *testing.T) {
	entries := Conclude(history(t, `
		report a X 2026-01-21
		BLR+LAO initial; ins=a treaty on energy; on=2025-01-20
		BLR+LAO sign; ins=the treaty; on=2026-01-20
		BLR+LAO enter-into-force; ins=the treaty; on=2026-01-21`))
	if len(entries) != 1 || entries[0].Instrument != "a treaty on energy" {
		t.Errorf("got %+v, want one entry on \"a treaty on energy\"", entries)
	}
}
