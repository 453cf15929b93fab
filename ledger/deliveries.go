package ledger

import (
	"slices"
	"strings"

	"chancery"
)

// supplies are the words of an object that say that it is help or how much of it, and not what: that a
// grant of a million is promised and another given does not make the two one.
var supplies = setOf(`help aid assist assistanc support relief grant loan gift donation fund money cash packag worth
	humanitarian emergency additional first next last tranche batch shipment part rest dollar euro pound yen yuan rubl
	u usd eur million billion thousand hundr dozen ton tonn metric kilogram piec unit people person victim`)

// deliveries gives to a promise what was then delivered of it: aid by the same actors to the same
// recipients, of a thing that the promise names, after it. Where several promises fit equally, none
// gets it.
func (g *gathered) deliveries(pledges []*pledge) {
	byActors := map[string][]*pledge{}
	for _, p := range pledges {
		if p.kind == "undertake" && len(p.recipients) > 0 {
			way := strings.Join(p.actors, ",") + ">" + strings.Join(p.recipients, ",")
			byActors[way] = append(byActors[way], p)
		}
	}
	for _, it := range g.byKind[chancery.KindEvent] {
		if it.claim.Act != "aid" || !it.claim.Mood.Real() {
			continue
		}
		way := strings.Join(it.actors, ",") + ">" + strings.Join(it.recipients, ",")
		var best *pledge
		most := 0
		for _, p := range byActors[way] {
			switch n := common(things(p.object), things(it.object)); {
			case n < most || n == 0 || !p.madeBefore(it):
			case n == most:
				best = nil
			default:
				best, most = p, n
			}
		}
		if best != nil {
			best.delivered = append(best.delivered, it)
		}
	}
}

// things are the words that say what is given.
func things(object []string) []string {
	return slices.DeleteFunc(slices.Clone(object), func(w string) bool { return supplies[w] || digits(w) })
}

func digits(w string) bool { return strings.Trim(w, "0123456789") == "" }

// madeBefore reports whether the word was given before the delivery, and not more than two years.
func (p *pledge) madeBefore(delivery *item) bool {
	day := countsFrom(delivery)
	return day != farFuture && slices.ContainsFunc(p.items, func(it *item) bool {
		from := countsFrom(it)
		return commitmentState(it) == chancery.StateOpen && from <= day && day-from <= 2*year
	})
}

// delivery is what a delivery makes of the promise: kept where all that was promised came, in the same
// words or in the same amount, and under way otherwise.
func (p *pledge) delivery(it *item) chancery.State {
	amount := func(object []string) []string {
		return slices.DeleteFunc(slices.Clone(object), func(w string) bool { return !digits(w) })
	}
	promised, given := amount(p.object), amount(it.object)
	if slices.Equal(p.object, it.object) || len(promised) > 0 && slices.Equal(promised, given) {
		return chancery.StateKept
	}
	return chancery.StateUnderWay
}
