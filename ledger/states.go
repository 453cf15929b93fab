package ledger

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// moodState is what a claim about an event, a standing, a position or a tie makes of it by itself.
// Only what is said to be or to have been so is held.
func moodState(m chancery.Mood) chancery.State {
	switch m {
	case chancery.MoodOccurred:
		return chancery.StateHeld
	case chancery.MoodUnderWay:
		return chancery.StateUnderWay
	case chancery.MoodPlanned:
		return chancery.StatePlanned
	case chancery.MoodWished:
		return chancery.StateWished
	case chancery.MoodDemanded:
		return chancery.StateDemanded
	case chancery.MoodDenied:
		return chancery.StateDenied
	case chancery.MoodEnded:
		return chancery.StateEnded
	case chancery.MoodPostponed:
		return chancery.StatePostponed
	case chancery.MoodCancelled:
		return chancery.StateCancelled
	}
	return chancery.StatePossible // possible, conditional, and moods that are not known yet
}

// Real reports whether the state says that something is or was so, rather than that it may be, will
// be or is wanted.
func Real(s chancery.State) bool {
	switch s {
	case chancery.StatePlanned, chancery.StateWished, chancery.StatePossible, chancery.StateDemanded,
		chancery.StateDenied, chancery.StatePostponed, chancery.StateCancelled:
		return false
	}
	return true
}

// weight orders states that were told on the same day, from weak to strong: a report that says that
// the visit planned for May has been put off says both, and the second counts.
var weight = map[chancery.State]int{
	chancery.StateDenied: 0, chancery.StatePossible: 1, chancery.StateDemanded: 2, chancery.StateWished: 3,
	chancery.StatePlanned: 4, chancery.StatePostponed: 5, chancery.StateCancelled: 6,
	chancery.StateOpen: 7, chancery.StateUnderWay: 8, chancery.StateHeld: 9,
	chancery.StateNegotiated: 10, chancery.StateInitialled: 11, chancery.StateSigned: 12,
	chancery.StateRatified: 13, chancery.StateInForce: 14, chancery.StateSuspended: 15,
	chancery.StateKept: 16, chancery.StateContradicted: 17, chancery.StateDropped: 18, chancery.StateEnded: 19,
}

// effective is the day from which a step counts. What is or was so counts from its own time; an end
// from the last day; a plan, a wish or a denial from when it became known, because it is made then
// whatever day it is about; and an undertaking from whichever of the two came first.
func effective(s chancery.Step) chancery.Date {
	start := s.When.Start
	if start.IsZero() {
		start = s.When.End
	}
	switch {
	case !Real(s.State):
		return earliestKnown(s.Known, start)
	case s.State == chancery.StateEnded && !s.When.End.IsZero():
		return s.When.End
	case s.State == chancery.StateOpen && !s.Known.IsZero() && s.Known.Before(start):
		return s.Known
	}
	return earliestKnown(start, s.Known)
}

// earliestKnown is the first of the dates that is known.
func earliestKnown(dates ...chancery.Date) chancery.Date {
	for _, d := range dates {
		if !d.IsZero() {
			return d
		}
	}
	return chancery.Date{}
}

func compareSteps(a, b chancery.Step) int {
	return cmp.Or(effective(a).Compare(effective(b)), a.Known.Compare(b.Known),
		cmp.Compare(weight[a.State], weight[b.State]), strings.Compare(a.Claim, b.Claim),
		strings.Compare(a.Act, b.Act))
}

// settle says what the steps of an entry, in order, add up to.
func settle(kind chancery.Kind, steps []chancery.Step) chancery.State {
	switch kind {
	case chancery.KindEvent, chancery.KindQuote:
		return settleEvent(steps)
	case chancery.KindAgreement:
		return settleAgreement(steps)
	case chancery.KindCommitment:
		return settleCommitment(steps)
	}
	return settleStanding(steps)
}

// settleEvent: one report that it took place outweighs all plans, whenever they were told; what
// speaks against it stands beside it as a tension. Of plans the latest known counts.
func settleEvent(steps []chancery.Step) chancery.State {
	for _, strong := range []chancery.State{chancery.StateHeld, chancery.StateUnderWay} {
		if has(steps, strong) {
			return strong
		}
	}
	if has(steps, chancery.StateEnded) { // "the visit is over": it took place
		return chancery.StateHeld
	}
	return latestPlan(steps)
}

func has(steps []chancery.Step, state chancery.State) bool {
	return slices.ContainsFunc(steps, func(s chancery.Step) bool { return s.State == state })
}

// latestPlan is the state of what has not come about. A hope told after a plan does not undo the
// plan, so plans, delays and cancellations go first.
func latestPlan(steps []chancery.Step) chancery.State {
	for _, floor := range []int{weight[chancery.StatePlanned], 1} {
		found := chancery.State("")
		var when chancery.Date
		for _, s := range steps {
			if Real(s.State) || weight[s.State] < floor {
				continue
			}
			if found == "" || s.Known.After(when) || s.Known == when && weight[s.State] > weight[found] {
				found, when = s.State, s.Known
			}
		}
		if found != "" {
			return found
		}
	}
	return chancery.StateDenied
}

// settleStanding: the last real step in time decides; of two on one day the stronger, so that what
// begins and ends on a day has ended.
func settleStanding(steps []chancery.Step) chancery.State {
	state := chancery.State("")
	for _, s := range steps {
		if Real(s.State) {
			state = s.State
		}
	}
	switch state {
	case "":
		return latestPlan(steps)
	case chancery.StateUnderWay: // "is a member": it is held
		return chancery.StateHeld
	}
	return state
}

// stage orders the life of an agreement up to its entry into force.
var stage = map[chancery.State]int{
	chancery.StateUnderWay: 1, chancery.StateHeld: 1, chancery.StateNegotiated: 2,
	chancery.StateInitialled: 3, chancery.StateSigned: 4, chancery.StateRatified: 5, chancery.StateInForce: 6,
}

// settleAgreement: the furthest stage reached, in order of time. Suspension and end interrupt it, and
// only coming into force again lifts a suspension.
func settleAgreement(steps []chancery.Step) chancery.State {
	state := chancery.State("")
	for _, s := range steps {
		switch {
		case s.State == chancery.StateSuspended, s.State == chancery.StateEnded:
			state = s.State
		case s.State == chancery.StateInForce, stage[s.State] > stage[state] && !interrupted(state):
			state = s.State
		}
	}
	switch {
	case state != "":
		return state
	case has(steps, chancery.StateContradicted):
		return chancery.StateContradicted
	}
	return latestPlan(steps)
}

func interrupted(s chancery.State) bool {
	return s == chancery.StateSuspended || s == chancery.StateEnded
}

// settleCommitment: what is kept stays kept. An undertaking that is dropped can be taken up again. A
// denial beside it contradicts it, and does not undo it.
func settleCommitment(steps []chancery.Step) chancery.State {
	state := chancery.State("")
	for _, s := range steps {
		switch s.State {
		case chancery.StateKept:
			return chancery.StateKept
		case chancery.StateUnderWay, chancery.StateDropped, chancery.StateContradicted:
			state = s.State
		case chancery.StateHeld, chancery.StateOpen:
			if state != chancery.StateUnderWay {
				state = chancery.StateOpen
			}
		case chancery.StateCancelled:
			state = chancery.StateDropped
		}
	}
	switch {
	case state == "":
		return latestPlan(steps)
	case state == chancery.StateOpen && has(steps, chancery.StateDenied):
		return chancery.StateContradicted
	}
	return state
}

// bears reports whether a step by itself says that the entry stands where it stands. It tells a
// report that says that the visit took place from one that only announced it.
func bears(kind chancery.Kind, step, entry chancery.State) bool {
	if step == entry {
		return true
	}
	switch kind {
	case chancery.KindEvent, chancery.KindQuote:
		return entry == chancery.StateHeld && step == chancery.StateEnded
	case chancery.KindCommitment:
		return entry == chancery.StateOpen && step == chancery.StateHeld ||
			entry == chancery.StateDropped && step == chancery.StateCancelled ||
			entry == chancery.StateContradicted && step == chancery.StateOpen
	case chancery.KindStanding, chancery.KindPosition, chancery.KindTie:
		return entry == chancery.StateHeld && step == chancery.StateUnderWay
	}
	return false
}
