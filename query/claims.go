package query

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"chancery"
)

// ClaimQuestion narrows a search among claims; a zero field does not.
type ClaimQuestion struct {
	Words     string // of the report, as for Search
	Actor     string // id, on either side, or of the association
	With      string // and this one too
	Act       string
	Mood      chancery.Mood
	Publisher string
	// Since and Until bound the day on which the report was known.
	Since, Until chancery.Date
}

// Empty reports whether nothing is asked for.
func (q ClaimQuestion) Empty() bool { return q == ClaimQuestion{} }

// Told is a claim as a sentence, with the report that makes it.
type Told struct {
	Claim  chancery.Claim  `json:"claim"`
	Text   string          `json:"text"`
	When   string          `json:"when,omitempty"` // in words
	Report chancery.Report `json:"report"`         // without its text
	// Parties are those whom the sentence names.
	Parties []ActorChoice `json:"parties,omitempty"`
}

// Claims finds what single reports say, those of the newest report first, each report's in the order of its text. It
// also says how many there are beyond the limit; a limit below 1 is none.
func (r *Record) Claims(ctx context.Context, q ClaimQuestion, at At, limit int) (found []Told, total int, err error) {
	reports, err := r.among(ctx, q, at)
	if err != nil {
		return nil, 0, err
	}
	var claims []chancery.Claim
	for claim, err := range r.archive.Claims(ctx, chancery.ClaimFilter{Actor: q.Actor, Act: q.Act}) {
		if err != nil {
			return nil, 0, err
		}
		if _, ok := reports[claim.Report]; ok && q.fits(claim) && hasWords(claim.Evidence.Text, q.Words) {
			claims = append(claims, claim)
		}
	}
	slices.SortStableFunc(claims, func(a, b chancery.Claim) int {
		return cmp.Or(reports[b.Report].KnownOn().Compare(reports[a.Report].KnownOn()), strings.Compare(a.Report, b.Report),
			cmp.Compare(a.Evidence.Start, b.Evidence.Start))
	})
	total = len(claims)
	if limit > 0 && total > limit {
		claims = claims[:limit]
	}
	for _, c := range claims {
		found = append(found, r.told(c, reports[c.Report]))
	}
	return found, total, nil
}

func (r *Record) told(c chancery.Claim, rep chancery.Report) Told {
	asEntry := chancery.Entry{Actors: parties(c.Actor), Recipients: parties(c.Recipient), Association: c.Association}
	return Told{Claim: c, Text: r.words.Claim(c, rep.Publisher), When: Period(c.When), Report: rep, Parties: r.Parties(asEntry)}
}

// among gives the reports, by id, that the question leaves.
func (r *Record) among(ctx context.Context, q ClaimQuestion, at At) (map[string]chancery.Report, error) {
	var reports []chancery.Report
	var err error
	if strings.TrimSpace(q.Words) == "" {
		reports, err = r.Reports(ctx, at)
	} else {
		var hits []chancery.Hit
		hits, err = r.Search(ctx, q.Words, at, 0)
		for _, h := range hits {
			reports = append(reports, h.Report)
		}
	}
	kept := map[string]chancery.Report{}
	for _, rep := range reports {
		known := rep.KnownOn()
		if (q.Publisher == "" || rep.Publisher == q.Publisher) && (q.Since.IsZero() || !known.Before(q.Since)) &&
			(q.Until.IsZero() || !known.IsZero() && !known.After(q.Until)) {
			kept[rep.ID] = rep
		}
	}
	return kept, err
}

func (q ClaimQuestion) fits(c chancery.Claim) bool {
	with := func(p chancery.Participant) bool { return p.ID == q.With }
	return (q.Mood == "" || c.Mood == q.Mood) &&
		(q.With == "" || slices.ContainsFunc(c.Actor, with) || slices.ContainsFunc(c.Recipient, with) ||
			c.Association != nil && c.Association.ID == q.With)
}

// hasWords reports whether a passage has all words that a search asked for, in any case. A word counts where another
// begins with it, whether it ends in * or not: which report has it exactly, the archive has decided already.
func hasWords(passage, words string) bool {
	passage = " " + strings.ToLower(strings.Map(lettersOnly, passage))
	for word := range strings.FieldsSeq(strings.ToLower(strings.Map(lettersOnly, words))) {
		if !strings.Contains(passage, " "+word) {
			return false
		}
	}
	return true
}

func lettersOnly(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return r
	}
	return ' '
}

// Vocabulary is what claims of the record can be narrowed by.
type Vocabulary struct {
	Acts       []string        `json:"acts"`
	Moods      []chancery.Mood `json:"moods"`
	Publishers []string        `json:"publishers"`
}

// Vocabulary lists the acts, moods and publishers that occur.
func (r *Record) Vocabulary(ctx context.Context) (Vocabulary, error) {
	acts, moods, publishers := map[string]bool{}, map[chancery.Mood]bool{}, map[string]bool{}
	for claim, err := range r.archive.Claims(ctx, chancery.ClaimFilter{}) {
		if err != nil {
			return Vocabulary{}, err
		}
		acts[claim.Act], moods[claim.Mood] = true, true
	}
	reports, err := r.archive.Reports(ctx)
	if err != nil {
		return Vocabulary{}, err
	}
	for _, rep := range reports {
		if rep.Publisher != "" {
			publishers[rep.Publisher] = true
		}
	}
	v := Vocabulary{Acts: sorted(acts), Publishers: sorted(publishers)}
	for _, m := range chancery.Moods {
		if moods[m] {
			v.Moods = append(v.Moods, m)
		}
	}
	return v, nil
}

func sorted(set map[string]bool) []string {
	list := make([]string, 0, len(set))
	for s := range set {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}
