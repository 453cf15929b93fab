package ledger

import (
	"slices"
	"strings"
	"testing"
)

// Each history is told in a few lines; what follows "=>" is the whole record that must come of it:
// kind, act, actors > recipients, state, time, number of claims for and against, "said" where no
// report says it in its own voice, "!" where there is a tension.
var histories = []historyCase{
	{"two reports of one meeting are one event", `
		report a X 2025-03-02
		RUS meet LAO; on=2025-03-01
		report b Y 2025-03-02
		LAO meet RUS; on=2025-03-01`,
		`event meet LAO+RUS held 2025-03-01 2`},
	{"a day apart, told by two reports, is one meeting", `
		report a X 2025-03-02
		RUS meet LAO; on=2025-03-01
		report b Y 2025-03-03
		RUS meet LAO; on=2025-03-02`,
		`event meet RUS > LAO held 2025-03-01 2`},
	{"two meetings in one week are two", `
		report a X 2025-03-08
		RUS meet LAO; on=2025-03-03
		RUS meet LAO; on=2025-03-06`,
		`event meet RUS > LAO held 2025-03-03 1
		event meet RUS > LAO held 2025-03-06 1`},
	{"two days told by one report are two meetings even if they follow each other", `
		report a X 2025-03-08
		RUS meet LAO; on=2025-03-03
		RUS meet LAO; on=2025-03-04`,
		`event meet RUS > LAO held 2025-03-03 1
		event meet RUS > LAO held 2025-03-04 1`},
	{"a month joins the only day in it", `
		report a X 2025-03-08
		RUS meet LAO; on=2025-03-03
		report b Y 2025-04-08
		RUS meet LAO; on=2025-03-01..2025-03-31`,
		`event meet RUS > LAO held 2025-03-03 2`},
	{"a month with two meetings in it is counted for neither", `
		report a X 2025-03-28
		RUS meet LAO; on=2025-03-03
		RUS meet LAO; on=2025-03-20
		report b Y 2025-04-08
		RUS meet LAO; on=2025-03-01..2025-03-31`,
		`event meet RUS > LAO held 2025-03-01..2025-03-31 1
		event meet RUS > LAO held 2025-03-03 1
		event meet RUS > LAO held 2025-03-20 1`},
	{"presidents and ministers meet apart on one day", `
		report a X 2025-03-02
		RUS meet LAO; on=2025-03-01; who=Ivan Petrov; whom=Kham Souk
		RUS meet LAO; on=2025-03-01; who=Oleg Sidorov; whom=Bounmy Vong
		report b Y 2025-03-02
		RUS meet LAO; on=2025-03-01; who=Petrov`,
		`event meet RUS > LAO held 2025-03-01 1
		event meet RUS > LAO held 2025-03-01 2`},
	{"places in two countries are two meetings", `
		report a X 2025-03-02
		RUS meet LAO; on=2025-03-01; at=CHE
		report b Y 2025-03-02
		RUS meet LAO; on=2025-03-01; at=AUT`,
		`event meet RUS > LAO held 2025-03-01 1
		event meet RUS > LAO held 2025-03-01 1`},
	{"a visit announced, postponed and made is one event", `
		report a X 2025-01-10
		RUS visit LAO; mood=planned; on=2025-02-03
		report b X 2025-02-01
		RUS visit LAO; mood=postponed
		report c Y 2025-04-21
		RUS visit LAO; on=2025-04-20`,
		`event visit RUS > LAO held 2025-04-20 3`},
	{"a visit put off to the day on which it was made is one event", `
		report a X 2025-03-01
		RUS visit LAO; mood=planned; on=2025-05-05
		report b X 2025-04-20
		RUS visit LAO; mood=postponed; on=2025-06-10
		report c X 2025-06-11
		RUS visit LAO; on=2025-06-10`,
		`event visit RUS > LAO held 2025-06-10 3`},
	{"a visit announced and postponed has not been made", `
		report a X 2025-01-10
		RUS visit LAO; mood=planned; on=2025-02-03
		report b X 2025-02-01
		RUS visit LAO; mood=postponed`,
		`event visit RUS > LAO postponed 2025-02-03 2`},
	{"a visit called off does not become the next one", `
		report a X 2025-01-10
		RUS visit LAO; mood=planned; on=2025-02-03
		report b X 2025-02-01
		RUS visit LAO; mood=cancelled
		report c Y 2025-06-21
		RUS visit LAO; on=2025-06-20`,
		`event visit RUS > LAO cancelled 2025-02-03 2
		event visit RUS > LAO held 2025-06-20 1`},
	{"a visit planned for no day joins the only visit of the year", `
		report a X 2025-01-10
		RUS visit LAO; mood=planned
		report b Y 2025-06-21
		RUS visit LAO; on=2025-06-20`,
		`event visit RUS > LAO held 2025-06-20 2`},
	{"a visit the other way round is another visit", `
		report a X 2025-01-10
		RUS visit LAO; mood=planned
		report b Y 2025-06-21
		LAO visit RUS; on=2025-06-20`,
		`event visit LAO > RUS held 2025-06-20 1
		event visit RUS > LAO planned 1`},
	{"days of one visit", `
		report a X 2025-06-20
		RUS visit LAO; on=2025-06-20; mood=under way
		report b Y 2025-06-22
		RUS visit LAO; on=2025-06-22`,
		`event visit RUS > LAO held 2025-06-22 2`},
	{"a meeting denied and nothing else", `
		report a X 2025-06-20
		RUS meet LAO; on=2025-06-19; mood=denied; by=Spokesman`,
		`event meet RUS > LAO denied 2025-06-19 said 0-1`},
	{"a signing first denied, as not yet made, and then made is no contradiction", `
		report a TASS 2025-04-21
		RUS+LAO sign; on=report; mood=denied; ins=agreement on power trading
		report b KPL 2025-06-09
		RUS+LAO sign; on=2025-06-09; ins=agreement on power trading`,
		`agreement sign LAO+RUS signed 2025-06-09 1`},
	{"a meeting told and denied", `
		report a X 2025-06-20
		RUS meet LAO; on=2025-06-19
		report b Y 2025-06-21
		RUS meet LAO; on=2025-06-19; mood=denied; by=Spokesman`,
		`event meet RUS > LAO held 2025-06-19 1-1 !`},
	{"told as held, and as called off", `
		report a X 2025-06-20
		RUS meet LAO; on=2025-06-19
		report b Y 2025-06-21
		RUS meet LAO; on=2025-06-19; mood=cancelled`,
		`event meet RUS > LAO held 2025-06-19 2 !`},
	{"what a minister says took place stays his word, though the report announced it", `
		report a X 2025-06-10
		RUS visit LAO; on=2025-06-19; mood=planned
		report b Y 2025-06-21
		RUS visit LAO; on=2025-06-19; by=Minister`,
		`event visit RUS > LAO held 2025-06-19 said 2`},
	{"a day, a party and a place that only a minister tells stay out of what the report tells", `
		report a X 2025-06-21
		RUS meet LAO; on=2025-06-01..2025-06-30
		report b Y 2025-06-21
		RUS+CHN meet LAO; on=2025-06-19; at=CHE; by=Minister`,
		`event meet RUS > LAO held 2025-06-01..2025-06-30 2`},
	{"what names nobody and hardly a subject is not known again", `
		report a X 2025-06-21
		RUS condemn; on=2025-06-20; obj=the attack
		report b Y 2025-06-21
		RUS condemn; on=2025-06-20; obj=the attack`,
		`event condemn RUS held 2025-06-20 1
		event condemn RUS held 2025-06-20 1`},
	{"talks told without a subject, and with one", `
		report a X 2025-06-21
		RUS discuss LAO; on=2025-06-20
		RUS discuss LAO; on=2025-06-20; obj=trade and ports; by=Minister`,
		`event discuss RUS > LAO held 2025-06-20 1
		event discuss RUS > LAO held 2025-06-20 said 1`},
	{"different things condemned on one day", `
		report a X 2025-06-20
		RUS condemn LAO; on=2025-06-19; obj=the attack on the embassy
		RUS condemn LAO; on=2025-06-19; obj=new customs duties
		report b Y 2025-06-20
		RUS condemn LAO; on=2025-06-19; obj=the embassy attack`,
		`event condemn RUS > LAO held 2025-06-19 1
		event condemn RUS > LAO held 2025-06-19 2`},
	{"a person only named is placed by another report", `
		report a X 2025-03-02
		? meet LAO; on=2025-03-01; who=Petrov
		report b Y 2025-05-02
		who b Ivan Petrov = RUS`,
		`event meet RUS > LAO held 2025-03-01 1`},
	{"a name that fits people of two states places nobody", `
		report a X 2025-03-02
		? meet LAO; on=2025-03-01; who=Petrov
		report b Y 2025-05-02
		who b Ivan Petrov = RUS
		who b Petar Petrov = BGR`,
		``},
	{"a stranger's words are kept", `
		report a X 2025-03-02
		? say; who=Petrov; obj=We shall see; by=Petrov`,
		`quote say  held said 1`},
	{"the same words in two reports are one quotation", `
		report a X 2025-03-02
		RUS say; who=Ivan Petrov; obj=We shall see.; by=Petrov
		report b Y 2025-03-02
		RUS say; who=Petrov; obj=“We shall see”; by=Petrov`,
		`quote say RUS held said 2`},
	{"from interest to membership", `
		report a X 2020-01-10
		LAO seek-standing; in=SCO; mood=wished
		report b X 2021-01-10
		LAO apply; in=SCO; on=2021-01-08
		report c X 2023-01-10
		LAO gain-standing; in=SCO; st=partner; on=2023-01-08
		report d X 2025-01-10
		LAO gain-standing; in=SCO; st=member; on=2025-01-08`,
		`standing apply LAO in SCO as applicant ended 2021-01-08..2023-01-08 1
		standing gain-standing LAO in SCO as member held 2025-01-08.. 1
		standing gain-standing LAO in SCO as partner ended 2023-01-08..2025-01-08 1
		standing seek-standing LAO in SCO as interest ended ..2021-01-08 1`},
	{"said to want what it has: both stand, in tension", `
		report a X 2025-07-17..2025-07-31
		LAO gain-standing; in=SCO; st=partner; on=2025-06-17..2025-07-17
		report b Y 2025-11-20
		LAO seek-standing; in=SCO; mood=wished; by=Minister`,
		`standing gain-standing LAO in SCO as partner held 2025-06-17.. 1 !
		standing seek-standing LAO in SCO as interest wished said 1 !`},
	{"member, and withdrawn before that was said", `
		report a X 2024-01-10
		LAO leave; in=SCO; on=2024-01-05
		report b Y 2025-01-10
		LAO hold-standing; in=SCO; on=report`,
		`standing hold-standing LAO in SCO as member held 1 !
		standing leave LAO in SCO as withdrawn held 2024-01-05.. 1 !`},
	{"a membership that ended", `
		report a X 2020-01-10
		LAO gain-standing; in=SCO; on=2020-01-05
		report b Y 2025-01-10
		LAO leave; in=SCO; on=2025-01-05`,
		`standing gain-standing LAO in SCO as member ended 2020-01-05..2025-01-05 1
		standing leave LAO in SCO as withdrawn held 2025-01-05.. 1`},
	{"a membership suspended", `
		report a X 2020-01-10
		LAO gain-standing; in=SCO; on=2020-01-05
		report b Y 2025-01-10
		LAO suspend-standing; in=SCO; on=2025-01-05`,
		`standing gain-standing LAO in SCO as member suspended 2020-01-05.. 1
		standing suspend-standing LAO in SCO as suspended held 2025-01-05.. 1`},
	{"planned accession is not membership", `
		report a X 2025-01-10
		LAO gain-standing; in=SCO; mood=planned; on=2026`,
		`standing gain-standing LAO in SCO as member planned 1`},
	{"a chair that rotates", `
		report a X 2023-01-02
		LAO take-chair; in=ASEAN; on=2023-01-01
		report b X 2024-01-02
		LAO hand-over-chair MYS; in=ASEAN; on=2024-01-01
		report c Y 2024-05-02
		MYS hold-standing; in=ASEAN; st=chair; on=2024
		report d Y 2026-05-02
		LAO hold-standing; in=ASEAN; st=chair; on=2026`,
		`standing hand-over-chair MYS in ASEAN as chair held 2024-01-01.. 2
		standing hold-standing LAO in ASEAN as chair held 2026-01-01.. 1
		standing hand-over-chair LAO in ASEAN as chair ended 2023-01-01..2024-01-01 2`},
	{"a term told when it was over", `
		report a X 2025-11-20
		LAO hold-standing; in=ASEAN; st=chair; on=2024`,
		`standing hold-standing LAO in ASEAN as chair ended 2024-01-01..2024-12-31 1`},
	{"the register says the same, and says it without a report", `
		fact BLR SCO member 2024-07-04
		fact LAO ASEAN member 1997-07-23
		report a X 2025-07-20
		BLR hold-standing; in=SCO; on=2024-07-01..2024-07-31`,
		`standing hold-standing BLR in SCO as member held 2024-07-04.. (handbook) 1
		standing hold-standing LAO in ASEAN as member held 1997-07-23.. (handbook) 0`},
	{"the register knows another day", `
		fact BLR SCO member 2024-07-04
		report a X 2025-07-20
		BLR gain-standing; in=SCO; on=2023-01-01`,
		`standing gain-standing BLR in SCO as member held 2023-01-01.. (handbook) 1 !`},
	{"signed, ratified by one, in force", `
		report a X 2025-01-10
		RUS sign LAO; ins=an agreement on visa-free travel; on=2025-01-09
		report b Y 2025-03-10
		LAO ratify; ins=the visa-free travel agreement; on=2025-03-08
		report c Z 2025-05-10
		RUS+LAO enter-into-force; ins=visa-free agreement; on=2025-05-01`,
		`agreement enter-into-force LAO+RUS in force 2025-05-01 3`},
	{"a treaty of many parties, told of two of them and of one", `
		report a X 2025-01-10
		AAA+BBB+CCC+DDD+EEE+FFF+GGG+HHH+III sign; ins=a treaty on ocean fisheries; on=2025-01-09
		report b Y 2025-03-10
		HHH+III sign; ins=the ocean fisheries treaty; on=2025-01-09
		III ratify; ins=the ocean fisheries treaty; on=2025-03-08`,
		`agreement ratify AAA+BBB+CCC+DDD+EEE+FFF+GGG+HHH+III ratified 2025-03-08 3`},
	{"to be signed is not signed", `
		report a X 2025-01-10
		RUS sign LAO; ins=an agreement on visa-free travel; on=2025-02-09; mood=planned`,
		`agreement sign LAO+RUS planned 2025-02-09 1`},
	{"suspended, and no longer in force", `
		report a X 2025-01-10
		RUS+LAO enter-into-force; ins=the grain treaty; on=2025-01-09
		report b Y 2025-03-10
		RUS suspend-agreement LAO; ins=the grain treaty; on=2025-03-09`,
		`agreement suspend-agreement LAO+RUS suspended 2025-03-09 2`},
	{"two instruments on two subjects, and one of another sort", `
		report a X 2025-01-10
		RUS sign LAO; ins=a memorandum on nuclear energy; on=2025-01-09
		RUS sign LAO; ins=an agreement on fisheries and ports; on=2025-01-09
		RUS sign LAO; ins=a protocol on nuclear energy; on=2025-01-09`,
		`agreement sign LAO+RUS signed 2025-01-09 1
		agreement sign LAO+RUS signed 2025-01-09 1
		agreement sign LAO+RUS signed 2025-01-09 1`},
	{"the agreement is the only one the report speaks of", `
		report a X 2025-01-10
		RUS sign LAO; ins=an agreement on fisheries; on=2025-01-09
		LAO ratify; ins=the agreement; on=2025-01-10`,
		`agreement ratify LAO+RUS ratified 2025-01-10 2`},
	{"two days told for one signing", `
		report a X 2025-01-10
		RUS sign LAO; ins=an agreement on nuclear energy; on=2025-01-09
		report b Y 2025-01-12
		RUS sign LAO; ins=the nuclear energy agreement; on=2025-01-04`,
		`agreement sign LAO+RUS signed 2025-01-04 2 !`},
	{"signed again after years: a new instrument", `
		report a X 2005-01-10
		RUS sign LAO; ins=an agreement on nuclear energy; on=2005-01-09
		report b Y 2025-01-12
		RUS sign LAO; ins=an agreement on nuclear energy; on=2025-01-11
		report c Y 2025-06-12
		LAO ratify; ins=the agreement on nuclear energy; on=2025-06-11`,
		`agreement ratify LAO+RUS ratified 2025-06-11 2
		agreement sign LAO+RUS signed 2005-01-09 1`},
	{"invited, accepted, planned: one open commitment, and an event to come", `
		report a X 2025-07-20
		LAO visit BLR; mood=planned
		LAO accept-invitation BLR; obj=to visit Belarus; by=Minister
		BLR+LAO agree; obj=to speed up plans to prepare a meeting of the two leaders; by=Minister
		BLR+LAO meet; mood=planned; by=Minister`,
		`commitment accept-invitation LAO > BLR open said 4
		event meet BLR+LAO planned said 1
		event visit LAO > BLR planned 1`},
	{"an invitation kept", `
		report a X 2024-11-20
		LAO invite BLR; on=2024-10-20; obj=to discuss joint projects
		report b X 2025-07-20
		BLR visit LAO; on=2025-07-17; mood=under way`,
		`commitment invite LAO > BLR kept 2025-07-17 2
		event visit BLR > LAO under way 2025-07-17 1`},
	{"an invitation declined", `
		report a X 2024-11-20
		LAO invite BLR; on=2024-11-19
		report b X 2024-12-20
		BLR decline-invitation LAO; on=2024-12-19`,
		`commitment invite LAO > BLR dropped 2024-12-19 2
		event decline-invitation BLR > LAO held 2024-12-19 1`},
	{"a visit kept, and a new invitation", `
		report a X 2024-01-20
		LAO invite BLR; on=2024-01-19
		report b X 2024-03-20
		BLR visit LAO; on=2024-03-19
		report c X 2024-08-20
		LAO invite BLR; on=2024-08-19`,
		`commitment invite LAO > BLR kept 2024-03-19 2
		commitment invite LAO > BLR open 2024-08-19 1
		event visit BLR > LAO held 2024-03-19 1`},
	{"promised in two reports, and kept", `
		report a X 2024-01-20
		CHN promise LAO; obj=to send rice and medicine; on=2024-01-19; due=2024-06-30
		report b Y 2024-02-20
		CHN plan LAO; obj=to send rice and medicine to Laos; mood=planned
		report c X 2024-05-20
		CHN keep-promise LAO; obj=its promise; on=2024-05-19`,
		`commitment promise CHN > LAO kept 2024-05-19 due 2024-06-30 3`},
	{"promised and denied", `
		report a X 2024-01-20
		CHN promise LAO; obj=to send rice and medicine; on=2024-01-19
		report b Y 2024-02-20
		CHN promise LAO; obj=to send rice and medicine; mood=denied; by=Spokesman`,
		`commitment promise CHN > LAO contradicted 2024-01-19 1-1 !`},
	{"a promise broken", `
		report a X 2024-01-20
		CHN promise LAO; obj=to send rice; on=2024-01-19
		report b Y 2024-03-20
		CHN break-promise LAO; obj=its pledge to send rice; on=2024-03-19`,
		`commitment promise CHN > LAO dropped 2024-03-19 2`},
	{"for it, then against it", `
		report a X 2024-01-20
		LAO support; obj=the new dam; on=report
		report b Y 2024-03-20
		LAO oppose; obj=the new dam; on=report`,
		`position oppose LAO held 2024-03-20 1 !
		position support LAO held 2024-01-20 1 !`},
	{"one position in two reports, and another of two actors", `
		report a X 2024-01-20
		LAO oppose; obj=unilateral coercive measures
		report b Y 2024-03-20
		LAO oppose; obj=the unilateral coercive measures
		RUS+LAO oppose; obj=unilateral coercive measures`,
		`position oppose LAO held 2
		position oppose LAO+RUS held 1`},
	{"relations made, broken and restored", `
		report a X 2010-01-20
		LAO establish-relations BLR; on=2010-01-19
		report b X 2015-01-20
		BLR break-relations LAO; on=2015-01-19
		report c X 2020-01-20
		BLR establish-relations LAO; on=2020-01-19`,
		`tie establish-relations BLR+LAO held 2010-01-19.. 3`},
	{"65 years make a beginning", `
		report a X 2025-11-20
		RUS+LAO relations-since; on=1960; by=Minister`,
		`tie relations-since LAO+RUS held 1960-01-01.. said 1`},
}

type historyCase struct{ name, told, want string }

func TestHistories(t *testing.T) { testHistories(t, histories) }

func testHistories(t *testing.T, cases []historyCase) {
	for _, h := range cases {
		t.Run(h.name, func(t *testing.T) {
			entries := Conclude(history(t, h.told))
			var want []string
			for _, line := range strings.Split(h.want, "\n") {
				if line = strings.TrimSpace(line); line != "" {
					want = append(want, line)
				}
			}
			slices.Sort(want)
			got := showAll(entries)
			if !slices.Equal(got, want) {
				t.Errorf("told:%s\ngot:\n%s\nwant:\n%s", h.told, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}
