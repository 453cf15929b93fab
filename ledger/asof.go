package ledger

import (
	"slices"

	"chancery"
)

// StateAsOf says where the entry stood on a day, by all that is known now; for what was known then,
// conclude with Input.KnownOn. It is false where nothing is said of that day: before an event nobody
// had announced, before a standing began.
//
// Where the day lies between the ends of an honest but wide time ("recently", "in autumn") at which
// the thing came about, it is possible on that day, and neither so nor not so.
func StateAsOf(e chancery.Entry, on chancery.Date) (chancery.State, bool) {
	var past []chancery.Step
	for _, s := range e.Steps {
		if d := effective(s); !d.After(on) { // a step of which no time at all is known always counts
			past = append(past, s)
		}
	}
	switch e.Kind {
	case chancery.KindStanding, chancery.KindTie:
		return standingAsOf(e, past, on)
	}
	if len(past) == 0 {
		return "", false
	}
	state := settle(e.Kind, past)
	switch {
	case e.Kind == chancery.KindEvent && state == chancery.StateHeld && e.When.Contains(on) && on != e.When.End && !e.When.End.IsZero():
		if e.When.Precision == chancery.PrecisionRange {
			return chancery.StateUnderWay, true
		}
		return chancery.StatePossible, true
	case e.Kind == chancery.KindCommitment && due(e, state, on):
		return chancery.StateOverdue, true
	}
	return state, true
}

// standingAsOf goes by the time over which a standing is held, which may come from the register, and
// by the steps where no time is told.
func standingAsOf(e chancery.Entry, past []chancery.Step, on chancery.Date) (chancery.State, bool) {
	when := e.When
	held := Real(e.State)
	switch {
	case held && !when.Start.IsZero() && on.Before(when.Start):
		// A report may tell an earlier beginning than the one that counts, which is the most precise.
		if slices.ContainsFunc(past, func(s chancery.Step) bool { return Real(s.State) }) {
			return chancery.StatePossible, true
		}
		if len(past) == 0 {
			return "", false
		}
		return latestPlan(past), true
	case held && !when.End.IsZero() && on.After(when.End):
		return chancery.StateEnded, true
	case held && !when.Start.IsZero():
		if on.Before(surely(e)) {
			return chancery.StatePossible, true
		}
		state := chancery.StateHeld
		if len(past) > 0 {
			if told := settleStanding(past); told == chancery.StateSuspended || told == chancery.StateEnded && when.End.IsZero() {
				state = told
			}
		}
		return state, true
	case len(past) > 0:
		return settleStanding(past), true
	case e.Register != "":
		return chancery.StateHeld, true
	}
	return "", false
}

// surely is the last day on which a standing can have begun: the end of the time told for its gain,
// or of the year or month that the register gives.
func surely(e chancery.Entry) chancery.Date {
	start := e.When.Start
	for _, s := range e.Steps {
		if s.When.Start == start && s.When.Text == e.When.Text && Real(s.State) && s.When.Precision != chancery.PrecisionRange &&
			s.Act != "hold-standing" && !lasting[s.Act] && !s.When.End.IsZero() {
			return s.When.End
		}
	}
	if e.When.Basis == chancery.BasisRegister {
		switch e.When.Precision {
		case chancery.PrecisionYear:
			return chancery.NewDate(start.Year, 12, 31)
		case chancery.PrecisionMonth:
			return chancery.NewDate(start.Year, start.Month+1, 0)
		}
	}
	return start
}

// Overdue reports whether a commitment's time has passed by the day and nothing tells that it was
// kept or given up.
func Overdue(e chancery.Entry, today chancery.Date) bool {
	state, ok := StateAsOf(e, today)
	return ok && state == chancery.StateOverdue
}

func due(e chancery.Entry, state chancery.State, today chancery.Date) bool {
	end := e.Due.End
	if end.IsZero() {
		end = e.Due.Start
	}
	return (state == chancery.StateOpen || state == chancery.StateUnderWay) && !end.IsZero() && end.Before(today)
}
