package query

import (
	"cmp"
	"context"
	"fmt"
	"hash/maphash"
	"slices"
	"strings"

	"chancery"
)

const (
	// shingle is how many words in a row are compared. Four are seldom the same by chance, and seldom
	// broken by one who shortens an agency's sentences.
	shingle = 4
	// fewShingles is below which a text is too short to be known as another's copy: two wires may tell
	// one signing in one sentence, each by itself.
	fewShingles = 16
	// copied is the share of the shorter text's shingles that the other has too, from which on both carry
	// one text. Reports that only quote the same statement share less.
	copied = 0.6
)

// texts finds out which reports carry one text, whoever wrote it: the same agency's copy in several
// papers is one witness.
type texts struct {
	origin map[string]string // the report of the group that was known first, by report
}

var seed = maphash.MakeSeed() // hashes never leave the process

// textsOf compares the texts of reports with each other.
func (t *teller) textsOf(ctx context.Context, ids []string) (texts, error) {
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	slices.SortStableFunc(ids, func(a, b string) int {
		return cmp.Or(t.reports[a].KnownOn().Compare(t.reports[b].KnownOn()), strings.Compare(a, b))
	})
	found := texts{origin: map[string]string{}}
	sizes := map[string]int{}
	having := map[uint64][]string{} // reports by shingle
	for _, id := range ids {
		report, err := t.archive.Report(ctx, id)
		if err != nil {
			return found, fmt.Errorf("comparing the texts of reports: %w", err)
		}
		set := shingles(report)
		sizes[id] = len(set)
		shared := map[string]int{}
		for hash := range set {
			for _, other := range having[hash] {
				shared[other]++
			}
			having[hash] = append(having[hash], id)
		}
		found.origin[id] = id
		for _, other := range ids { // in order, so that the first known is the origin
			if shorter := min(len(set), sizes[other]); shared[other] > 0 && shorter >= fewShingles && float64(shared[other]) >= copied*float64(shorter) {
				found.origin[id] = found.origin[other]
				break
			}
		}
	}
	return found, nil
}

// shingles are the runs of words of a report's body, in lower case, without marks.
func shingles(r chancery.Report) map[uint64]bool {
	words := strings.Fields(strings.ToLower(strings.Map(lettersOnly, r.Text[min(r.BodyStart, len(r.Text)):])))
	set := map[uint64]bool{}
	for i := range max(0, len(words)-shingle+1) {
		set[maphash.String(seed, strings.Join(words[i:i+shingle], " "))] = true
	}
	return set
}

// sameText says that publishers have fewer texts between them than they are.
func sameText(texts int) string {
	if texts == 1 {
		return " with one text"
	}
	return fmt.Sprintf(" with %d texts between them", texts)
}

// markCopies marks the passages whose report carries the text of another.
func (t *teller) markCopies(ctx context.Context, passages []Passage) error {
	var reports []string
	for _, p := range passages {
		reports = append(reports, p.Claim.Report)
	}
	texts, err := t.textsOf(ctx, reports)
	for i, p := range passages {
		if origin := texts.origin[p.Claim.Report]; origin != p.Claim.Report {
			passages[i].SameText = origin
		}
	}
	return err
}
