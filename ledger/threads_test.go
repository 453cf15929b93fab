package ledger

import "testing"

// What belongs together over months: invitations, answers and visits; promises and deliveries.
var threadHistories = []historyCase{
	{"an invitation, an acceptance without the inviter and the visit are one, across reports", `
		report a X 2026-03-11
		BLR invite LAO; obj=to settle the terms of a treaty; whom=Kham Souk; on=report
		LAO accept-invitation; obj=the invitation with pleasure; on=report
		report b Y 2026-06-09
		LAO visit BLR; on=2026-06-08`,
		`commitment accept-invitation LAO > BLR kept 2026-06-08 3
		event visit LAO > BLR held 2026-06-08 1`},
	{"an acceptance in a later report", `
		report a X 2026-03-11
		BLR invite LAO; on=report
		report b Y 2026-04-09
		LAO accept-invitation; obj=the invitation; on=report`,
		`commitment accept-invitation LAO > BLR open 2026-03-11 2`},
	{"an acceptance told before the invitation is another one's", `
		report a X 2026-03-11
		LAO accept-invitation; obj=an invitation; on=report
		report b Y 2026-04-09
		BLR invite LAO; on=report`,
		`commitment accept-invitation LAO open 2026-03-11 1
		commitment invite BLR > LAO open 2026-04-09 1`},
	{"of two invitations nobody knows which was accepted", `
		report a X 2026-03-11
		BLR invite LAO; on=report
		RUS invite LAO; on=report
		report b Y 2026-04-09
		LAO accept-invitation; obj=the invitation; on=report`,
		`commitment accept-invitation LAO open 2026-04-09 1
		commitment invite BLR > LAO open 2026-03-11 1
		commitment invite RUS > LAO open 2026-03-11 1`},
	{"of two invitations that of the same report was accepted", `
		report a X 2026-03-11
		BLR invite LAO; on=report
		report b Y 2026-04-09
		RUS invite LAO; on=report; whom=Kham Souk
		LAO accept-invitation; obj=the invitation; on=report; who=Souk`,
		`commitment accept-invitation LAO > RUS open 2026-04-09 2
		commitment invite BLR > LAO open 2026-03-11 1`},
	{"the minister does not accept the president's invitation", `
		report a X 2026-03-11
		BLR invite LAO; on=report; whom=Kham Souk
		report b Y 2026-04-09
		LAO accept-invitation; obj=the invitation; on=report; who=Bounmy Vong`,
		`commitment accept-invitation LAO open 2026-04-09 1
		commitment invite BLR > LAO open 2026-03-11 1`},
	{"an invitation answered by a visit is no longer open", `
		report a X 2026-03-11
		BLR invite LAO; on=report
		report b Y 2026-04-09
		LAO visit BLR; on=2026-04-08
		report c Y 2026-05-09
		LAO accept-invitation; obj=the invitation; on=report`,
		`commitment accept-invitation LAO open 2026-05-09 1
		commitment invite BLR > LAO kept 2026-04-08 2
		event visit LAO > BLR held 2026-04-08 1`},
	{"not accepted yet leaves the invitation open", `
		report a X 2026-03-11
		BLR invite LAO; on=report
		LAO accept-invitation BLR; obj=the invitation; mood=denied`,
		`commitment accept-invitation LAO > BLR denied 0-1
		commitment invite BLR > LAO open 2026-03-11 1`},
	{"a visit called off before the invitation does not drop it", `
		report a X 2026-04-21
		LAO visit BLR; mood=cancelled; on=2026-04-15
		report b Y 2026-06-09
		BLR invite LAO; on=report`,
		`commitment invite BLR > LAO open 2026-06-09 1
		event visit LAO > BLR cancelled 2026-04-15 1`},
	{"a minister invited to join a bank is invited to no visit", `
		report a X 2026-03-11
		BLR invite LAO; obj=to join the bank; whom=Kham Souk; on=report
		report b Y 2026-06-09
		LAO visit BLR; on=2026-06-08`,
		`commitment invite BLR > LAO open 2026-03-11 1
		event visit LAO > BLR held 2026-06-08 1`},
	{"a part of what was promised was delivered", `
		report a X 2026-01-20
		CHN promise LAO; obj=400 generators; on=2026-01-19
		report b Y 2026-04-02
		CHN aid LAO; obj=150 generators; on=report`,
		`commitment promise CHN > LAO under way 2026-04-02 2
		event aid CHN > LAO held 2026-04-02 1`},
	{"all of it was delivered", `
		report a X 2026-01-20
		CHN promise LAO; obj=400 generators; on=2026-01-19
		report b Y 2026-04-02
		CHN aid LAO; obj=the 400 generators for hospitals; on=2026-04-01`,
		`commitment promise CHN > LAO kept 2026-04-01 2
		event aid CHN > LAO held 2026-04-01 1`},
	{"what was given before, to others, or is something else keeps no promise", `
		report a X 2026-01-20
		CHN promise LAO; obj=400 generators; on=2026-01-19
		CHN aid LAO; obj=20 generators; on=2025-11-01
		report b Y 2026-04-02
		CHN aid BLR; obj=400 generators; on=2026-04-01
		CHN aid LAO; obj=400 tents; on=2026-04-01`,
		`commitment promise CHN > LAO open 2026-01-19 1
		event aid CHN > BLR held 2026-04-01 1
		event aid CHN > LAO held 2025-11-01 1
		event aid CHN > LAO held 2026-04-01 1`},
	{"a plan to sign is kept by the signing", `
		report a X 2026-01-05
		LAO+BLR plan; obj=to sign the treaty on rail transport; due=2026-01-31; mood=planned
		LAO+BLR sign; ins=the treaty on rail transport; mood=planned; on=2026-01-31; same=1
		report b Y 2026-01-21
		BLR sign LAO; ins=a treaty on rail transport; on=2026-01-20`,
		`agreement sign BLR+LAO signed 2026-01-20 2
		commitment plan BLR+LAO kept 2026-01-20 due 2026-01-31 2`},
	{"a plan to ratify is not kept by the other side's ratification", `
		report a X 2026-01-05
		LAO plan; obj=to ratify the treaty on rail transport; mood=planned
		LAO ratify BLR; ins=the treaty on rail transport; mood=planned; same=1
		report b Y 2026-02-21
		BLR ratify LAO; ins=the treaty on rail transport; on=2026-02-20`,
		`agreement ratify BLR+LAO ratified 2026-02-20 2
		commitment plan LAO open 1`},
	{"a million is no thing", `
		report a X 2026-01-20
		CHN promise LAO; obj=five million dollars for schools; on=2026-01-19
		report b Y 2026-04-02
		CHN aid LAO; obj=two million dollars for roads; on=2026-04-01`,
		`commitment promise CHN > LAO open 2026-01-19 1
		event aid CHN > LAO held 2026-04-01 1`},
}

func TestThreadHistories(t *testing.T) { testHistories(t, threadHistories) }
