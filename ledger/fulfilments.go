package ledger

import "chancery"

// passage is a sentence of a report.
type passage struct {
	report     string
	start, end int
}

func passageOf(it *item) passage {
	return passage{it.claim.Report, it.claim.Evidence.Start, it.claim.Evidence.End}
}

// fulfilments gives to a plan or a promise to sign or to ratify the signing or ratification that
// followed. The sentence that tells the plan names the instrument too, so the plan is about the
// agreement whose life that sentence is part of, and is kept once the same is done there, later and
// with all who meant to.
func (g *gathered) fulfilments(pledges []*pledge, agreements []*group) {
	named := map[passage][]*group{}
	for _, a := range agreements {
		for _, step := range a.pieces {
			if !step.claim.Mood.Real() {
				named[passageOf(step.item)] = append(named[passageOf(step.item)], a)
			}
		}
	}
	for _, p := range pledges {
		if p.kind != "undertake" {
			continue
		}
		seen := map[*item]bool{}
		for _, it := range p.items {
			for _, a := range named[passageOf(it)] {
				for _, step := range a.pieces {
					if !seen[step.item] && g.fulfils(step.item, p, it, a) {
						seen[step.item] = true
						p.fulfilled = append(p.fulfilled, step.item)
					}
				}
			}
		}
	}
}

// fulfils reports whether done is the act of agreement a that the undertaking told by it was about.
func (g *gathered) fulfils(done *item, p *pledge, told *item, a *group) bool {
	doers := done.actors
	if done.act.Mutual {
		doers = done.parties
	}
	if done.claim.Mood != chancery.MoodOccurred || !subset(p.actors, doers) ||
		!subset(g.words.content(done.claim.Act), p.object) || !p.madeBefore(done) {
		return false
	}
	for _, step := range a.pieces { // the sentence of the plan speaks of the same act
		if passageOf(step.item) == passageOf(told) && step.claim.Act == done.claim.Act && !step.claim.Mood.Real() {
			return true
		}
	}
	return false
}
