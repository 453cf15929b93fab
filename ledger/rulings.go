package ledger

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// Rulings are the judgements that count on a day, brought to the claims that they are about.
type Rulings struct {
	byClaim map[string]*ruling
	byEntry map[string][]string // ids of judgements, by the entry that was judged
	pairs   []pairing
	lost    map[string]bool
}

// ruling is what was decided about one claim.
type ruling struct {
	rejected bool
	// struck are the kinds of entry that the claim is not to bear: somebody rejected what was concluded
	// from it, and not what it says.
	struck      map[chancery.Kind]bool
	corrections map[chancery.Field]string
	judgements  []string // ids, in the order in which they were made
}

// pairing says that the claims on both sides are about one thing, or about two.
type pairing struct {
	judgement string
	same      bool
	kind      chancery.Kind
	sides     [2]map[string]bool // claim ids
}

// Rule brings judgements to claims. Where two decide the same matter the later one counts: a rejection
// is lifted by whoever accepts or corrects the claim afterwards, and a field has the value it was given
// last. Judgements made in one second count in the order of their ids.
func Rule(judgements []chancery.Judgement, claims []chancery.Claim, on chancery.Date) *Rulings {
	r := &Rulings{byClaim: map[string]*ruling{}, byEntry: map[string][]string{}, lost: map[string]bool{}}
	counting := slices.DeleteFunc(slices.Clone(judgements), func(j chancery.Judgement) bool { return !j.Counts(on) })
	if len(counting) == 0 {
		return r
	}
	slices.SortFunc(counting, func(a, b chancery.Judgement) int {
		return cmp.Or(cmp.Compare(a.Made.Unix(), b.Made.Unix()), strings.Compare(a.ID, b.ID))
	})
	counting = slices.CompactFunc(counting, func(a, b chancery.Judgement) bool { return a.ID == b.ID })
	found := newFinder(claims)
	for _, j := range counting {
		first := found.all(j.Subject, j.Verdict)
		r.note(j, j.Subject, first)
		if j.Other == nil {
			for id := range first {
				r.byClaim[id].decide(j, found.byID[id])
			}
			continue
		}
		second := found.all(*j.Other, j.Verdict)
		r.note(j, *j.Other, second)
		if len(first) > 0 && len(second) > 0 {
			r.pair(pairing{j.ID, j.Verdict == chancery.VerdictSame, j.Subject.Kind, [2]map[string]bool{first, second}})
		}
	}
	return r
}

// note writes down which claims and which entry a judgement is about.
func (r *Rulings) note(j chancery.Judgement, s chancery.Subject, claims map[string]bool) {
	if len(claims) == 0 {
		r.lost[j.ID] = true
	}
	if s.Entry != "" {
		r.byEntry[s.Entry] = append(r.byEntry[s.Entry], j.ID)
	}
	for id := range claims {
		if r.byClaim[id] == nil {
			r.byClaim[id] = &ruling{struck: map[chancery.Kind]bool{}, corrections: map[chancery.Field]string{}}
		}
		r.byClaim[id].judgements = appendNew(r.byClaim[id].judgements, j.ID)
	}
}

func (d *ruling) decide(j chancery.Judgement, c *chancery.Claim) {
	switch {
	case j.Verdict != chancery.VerdictRejected:
		d.rejected = false
		delete(d.struck, j.Subject.Kind)
		for _, correction := range j.Corrections {
			d.corrections[correction.Field] = correction.Value
		}
	case j.Subject.Entry != "" && j.Subject.Kind != c.Kind:
		d.struck[j.Subject.Kind] = true
	default:
		d.rejected = true
	}
}

// pair keeps what was decided last about two sides.
func (r *Rulings) pair(p pairing) {
	r.pairs = slices.DeleteFunc(r.pairs, func(q pairing) bool {
		return q.kind == p.kind && q.same != p.same &&
			(meets(p.sides[0], q.sides[0]) && meets(p.sides[1], q.sides[1]) || meets(p.sides[0], q.sides[1]) && meets(p.sides[1], q.sides[0]))
	})
	r.pairs = append(r.pairs, p)
}

func meets(a, b map[string]bool) bool {
	for id := range a {
		if b[id] {
			return true
		}
	}
	return false
}

// Rejected reports whether the claim makes nothing.
func (r *Rulings) Rejected(claim string) bool {
	d := r.byClaim[claim]
	return d != nil && d.rejected
}

// Of lists the judgements about a claim, in the order in which they were made.
func (r *Rulings) Of(claim string) []string {
	if d := r.byClaim[claim]; d != nil {
		return d.judgements
	}
	return nil
}

// Lost reports whether a judgement that counts finds no claim any more on one of its sides: its report
// is gone, or a newer reader no longer says it.
func (r *Rulings) Lost(judgement string) bool { return r.lost[judgement] }

// sign writes on an entry which judgements count for it.
func (r *Rulings) sign(e *chancery.Entry) {
	if len(r.byClaim) == 0 && len(r.byEntry) == 0 {
		return
	}
	signs := slices.Clone(r.byEntry[e.ID])
	for _, list := range [][]string{e.For, e.Against} {
		for _, id := range list {
			signs = append(signs, r.Of(id)...)
		}
	}
	for _, s := range e.Steps {
		signs = append(signs, r.Of(s.Claim)...)
	}
	slices.Sort(signs)
	e.Judgements = slices.Compact(signs)
}

// finder finds the claims that anchors hold.
type finder struct {
	byID     map[string]*chancery.Claim
	byReport map[string][]*chancery.Claim
}

func newFinder(claims []chancery.Claim) *finder {
	f := &finder{map[string]*chancery.Claim{}, map[string][]*chancery.Claim{}}
	for i := range claims {
		c := &claims[i]
		f.byID[c.ID] = c
		f.byReport[c.Report] = append(f.byReport[c.Report], c)
	}
	return f
}

func (f *finder) all(s chancery.Subject, verdict chancery.Verdict) map[string]bool {
	found := map[string]bool{}
	for _, a := range s.Anchors {
		if c := f.find(a, verdict); c != nil {
			found[c.ID] = true
		}
	}
	return found
}

// find gives the claim of an anchor, or the one that a newer reading makes in its place: the one whose
// passage has most in common with it. A claim that is now read in another mood is no longer the one
// that was accepted or rejected.
func (f *finder) find(a chancery.Anchor, verdict chancery.Verdict) *chancery.Claim {
	if c := f.byID[a.Claim]; c != nil {
		return c
	}
	var best *chancery.Claim
	for _, c := range f.byReport[a.Report] {
		asIs := verdict == chancery.VerdictAccepted || verdict == chancery.VerdictRejected
		if !a.Like(*c) || slices.Contains(a.Beside, c.ID) || asIs && c.Mood != a.Mood {
			continue
		}
		if best == nil || cmp.Or(cmp.Compare(unlike(a, best), unlike(a, c)), strings.Compare(best.ID, c.ID)) > 0 {
			best = c
		}
	}
	return best
}

// unlike is how far two passages that overlap differ: the bytes that only one of them has, less those
// that both have.
func unlike(a chancery.Anchor, c *chancery.Claim) int {
	common := min(a.End, c.Evidence.End) - max(a.Start, c.Evidence.Start)
	all := max(a.End, c.Evidence.End) - min(a.Start, c.Evidence.Start)
	return all - 2*common
}
