// Package archivetest holds the contract of chancery.Archive as tests. Every back end runs them:
//
//	func TestArchive(t *testing.T) {
//		archivetest.Run(t, func(t *testing.T) chancery.Archive { … an empty archive … })
//	}
//
// The archive that open returns is empty; Run closes it. Run asks for several hundred, so that
// each case of a property begins with its own.
package archivetest

import (
	"context"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"chancery"
)

// Run tests the contract over a back end.
func Run(t *testing.T, open func(t *testing.T) chancery.Archive) {
	for _, part := range []struct {
		name string
		test func(*testing.T, func(*testing.T) chancery.Archive)
	}{
		{"an empty archive", testEmpty},
		{"keeping a report", testKeepReport},
		{"the same reader again", testUnchanged},
		{"another reader", testReread},
		{"a report twice in one batch", testTwiceInBatch},
		{"bad readings", testBadReadings},
		{"a cancelled context", testCancelled},
		{"cancelling at any moment", testCancelAnyMoment},
		{"a report by its id", testReportByID},
		{"reports newest first", testReportsOrder},
		{"claims by filter", testClaimFilters},
		{"claims in order", testClaimOrder},
		{"leaving a loop over claims early", testClaimsBreak},
		{"asking within a loop over claims", testNestedAsking},
		{"introductions", testIntroductions},
		{"search", testSearch},
		{"search takes any input", testSearchAnyInput},
		{"forgetting", testForget},
		{"forgetting takes entries along", testForgetEntries},
		{"entries", testEntries},
		{"entries by filter", testEntryFilters},
		{"entries all or none", testEntriesAllOrNone},
		{"judgements", testJudgements},
		{"bad judgements", testBadJudgements},
		{"any history of judgements", testJudgementHistory},
		{"reading while writing", testReadWhileWriting},
		{"several writers", testSeveralWriters},
		{"any history matches the model", testModel},
		{"any split into batches gives the same", testBatchSplit},
		{"any order of arrival gives the same", testOrder},
		{"any entries replace any others", testSetEntries},
	} {
		t.Run(part.name, func(t *testing.T) { part.test(t, open) })
	}
}

// begin opens an archive that is closed when the test ends.
func begin(t *testing.T, open func(*testing.T) chancery.Archive) chancery.Archive {
	t.Helper()
	archive := open(t)
	t.Cleanup(func() {
		if err := archive.Close(); err != nil {
			t.Errorf("closing the archive: %v", err)
		}
	})
	return archive
}

// tester is what testing.T and rapid.T share and the helpers need.
type tester interface {
	Helper()
	Fatalf(format string, arguments ...any)
	Errorf(format string, arguments ...any)
}

func mustKeep(t tester, archive chancery.Archive, batch ...chancery.Reading) []chancery.Kept {
	t.Helper()
	kept, err := archive.Keep(context.Background(), batch)
	if err != nil {
		t.Fatalf("keeping %d readings: %v", len(batch), err)
	}
	if len(kept) != len(batch) {
		t.Fatalf("keeping %d readings gave %d outcomes", len(batch), len(kept))
	}
	return kept
}

func claimsOf(t tester, archive chancery.Archive, filter chancery.ClaimFilter) []chancery.Claim {
	t.Helper()
	var claims []chancery.Claim
	for claim, err := range archive.Claims(context.Background(), filter) {
		if err != nil {
			t.Fatalf("claims %+v: %v", filter, err)
		}
		claims = append(claims, claim)
	}
	return claims
}

func claimIDs(claims []chancery.Claim) []string {
	var ids []string
	for _, claim := range claims {
		ids = append(ids, claim.ID)
	}
	return ids
}

func reportIDs(reports []chancery.Report) []string {
	var ids []string
	for _, report := range reports {
		ids = append(ids, report.ID)
	}
	return ids
}

func entriesOf(t tester, archive chancery.Archive, filter chancery.EntryFilter) []chancery.Entry {
	t.Helper()
	entries, err := archive.Entries(context.Background(), filter)
	if err != nil {
		t.Fatalf("entries %+v: %v", filter, err)
	}
	return entries
}

func entryIDs(entries []chancery.Entry) []string {
	var ids []string
	for _, entry := range entries {
		ids = append(ids, entry.ID)
	}
	return ids
}

// same compares content; an empty list and no list are the same.
func same(t tester, what string, got, want any) {
	t.Helper()
	if reflect.DeepEqual(got, want) {
		return // which is so nearly always, and much quicker to find out
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%s (- wanted, + got):\n%s", what, diff)
	}
}

// content is everything an archive holds, as its methods tell it.
type content struct {
	Reports       []chancery.Report // with text and original
	Claims        []chancery.Claim
	Introductions []chancery.Introduction
	Entries       []chancery.Entry
}

func contentOf(t tester, archive chancery.Archive) content {
	t.Helper()
	ctx := context.Background()
	var all content
	reports, err := archive.Reports(ctx)
	if err != nil {
		t.Fatalf("reports: %v", err)
	}
	for _, listed := range reports {
		if listed.Text != "" || listed.Original != nil {
			t.Fatalf("report %s is listed with its text or original", listed.ID)
		}
		full, err := archive.Report(ctx, listed.ID)
		if err != nil {
			t.Fatalf("report %s is listed but: %v", listed.ID, err)
		}
		bare := full
		bare.Text, bare.Original = "", nil
		same(t, "report "+listed.ID+" as listed and by its id", listed, bare)
		all.Reports = append(all.Reports, full)
	}
	all.Claims = claimsOf(t, archive, chancery.ClaimFilter{})
	if all.Introductions, err = archive.Introductions(ctx); err != nil {
		t.Fatalf("introductions: %v", err)
	}
	all.Entries = entriesOf(t, archive, chancery.EntryFilter{})
	return all
}
