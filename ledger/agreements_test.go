package ledger

import "testing"

// Which words name one agreement, and which do not.
var agreementHistories = []historyCase{
	{"the treaty of one party is that of the same report, beside an agreement", `
		report a X 2026-01-21
		BLR+LAO sign; ins=a treaty on energy; on=2026-01-20
		BLR+LAO sign; ins=an agreement on tariffs for freight; on=2026-01-20
		LAO ratify; ins=the treaty; mood=planned`,
		`agreement sign BLR+LAO signed 2026-01-20 1
		agreement sign BLR+LAO signed 2026-01-20 2`},
	{"the treaty of another report is the only one between the two", `
		report a X 2026-01-21
		BLR+LAO sign; ins=a treaty on energy; on=2026-01-20
		BLR+LAO sign; ins=an agreement on tariffs; on=2026-01-20
		report b Y 2026-04-02
		BLR+LAO ratify; ins=the treaty; on=2026-04-01`,
		`agreement ratify BLR+LAO ratified 2026-04-01 2
		agreement sign BLR+LAO signed 2026-01-20 1`},
	{"of two treaties nobody knows which, nor of one told later, nor of a treaty with others", `
		report a X 2026-01-21
		BLR+LAO sign; ins=a treaty on energy; on=2026-01-20
		BLR+LAO sign; ins=a treaty on trade; on=2026-01-20
		report b Y 2026-04-02
		BLR+LAO ratify; ins=the treaty; on=2026-04-01
		RUS+LAO ratify; ins=the treaty; on=2026-04-01
		report c Z 2026-05-02
		RUS+LAO sign; ins=a treaty on rivers; on=2026-05-01`,
		`agreement sign BLR+LAO signed 2026-01-20 1
		agreement sign BLR+LAO signed 2026-01-20 1
		agreement ratify BLR+LAO ratified 2026-04-01 1
		agreement ratify LAO+RUS ratified 2026-04-01 1
		agreement sign LAO+RUS signed 2026-05-01 1`},
	{"an agreement names its party in its words, and is the treaty of the two", `
		report a X 2026-01-21
		BLR+LAO sign; ins=a treaty on fisheries; on=2026-01-20
		report b Y 2026-04-02
		LAO ratify; ins=the agreement on fisheries with BLR; on=2026-04-01`,
		`agreement ratify BLR+LAO ratified 2026-04-01 2`},
	{"the party in the words counts where nothing else tells of the agreement", `
		report a X 2026-01-21
		BLR meet RUS; on=2026-01-20
		report b Y 2026-04-02
		LAO ratify; ins=the agreement on fisheries with BLR; on=2026-04-01`,
		`agreement ratify BLR+LAO ratified 2026-04-01 1
		event meet BLR > RUS held 2026-01-20 1`},
	{"the day and the place of the signing are no part of the name", `
		report a X 2026-01-21
		BLR+LAO initial; ins=a treaty on energy cooperation in Minsk; at=Minsk; on=2025-10-14
		report b Y 2026-02-21
		BLR+LAO sign; ins=a treaty on energy cooperation on 2026-01-20; on=2026-01-20`,
		`agreement sign BLR+LAO signed 2026-01-20 2`},
	{"one ratified; that another hopes to does not contradict that it has not", `
		report a X 2026-01-21
		BLR+LAO sign; ins=the treaty on fisheries; on=2026-01-01
		BLR ratify; ins=the treaty on fisheries; on=2026-01-20
		LAO ratify; ins=the treaty on fisheries; mood=wished; by=Minister
		LAO ratify; ins=the treaty on fisheries; mood=denied`,
		`agreement ratify BLR+LAO ratified 2026-01-20 3`},
}

func TestAgreementHistories(t *testing.T) { testHistories(t, agreementHistories) }
