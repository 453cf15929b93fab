package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"chancery"
	"chancery/archive/sqlite"
)

// crashPath, when set, makes the test binary a writer to the archive that it names.
const crashPath = "CHANCERY_TEST_CRASH_ARCHIVE"

func TestMain(m *testing.M) {
	if path := os.Getenv(crashPath); path != "" {
		first, err := strconv.Atoi(os.Getenv(crashPath + "_FROM"))
		if err == nil {
			err = writeUntilKilled(path, first)
		}
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// writeUntilKilled keeps batches and prints the number of each report that was acknowledged.
func writeUntilKilled(path string, number int) error {
	ctx := context.Background()
	archive, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	for {
		var batch []chancery.Reading
		var lines strings.Builder
		for range 1 + number%7 {
			batch = append(batch, numbered("v1", number))
			fmt.Fprintln(&lines, number)
			number++
		}
		if _, err := archive.Keep(ctx, batch); err != nil {
			return err
		}
		if _, err := io.WriteString(os.Stdout, lines.String()); err != nil {
			return err
		}
	}
}

// numbered is the reading that a number stands for: long enough to fill several pages, with a
// number of claims that follows from it.
func numbered(reader string, number int) chancery.Reading {
	var text strings.Builder
	fmt.Fprintf(&text, "Bulletin n%d.", number)
	claims := claimCount(number)
	for i := range max(claims, 1) {
		fmt.Fprintf(&text, " On day %d of round %d the envoys of the coast and of the hills met again over the ferry.", i, number)
	}
	id := chancery.Fingerprint(strconv.Itoa(number))
	published := chancery.Day(chancery.NewDate(2020, time.January, 1+number%900))
	r := chancery.Reading{Reader: reader, Report: chancery.Report{
		ID: id, Name: fmt.Sprintf("bulletins.jsonl:%d", number), Title: fmt.Sprintf("Bulletin %d", number),
		Text: text.String(), Original: []byte("<p>" + text.String()), Publisher: "Coast Bulletin", Published: published,
	}}
	for i := range claims {
		r.Claims = append(r.Claims, numberedClaim(reader, r.Report, number, i))
	}
	return r
}

var states = strings.Fields("GHA PER FJI TGO TCD LAO BLR MNG CHL NOR OMN QAT SUR TON UGA VUT WSM ZMB AND BTN")

func numberedClaim(reader string, report chancery.Report, number, i int) chancery.Claim {
	start := 20 + 90*i
	c := chancery.Claim{
		Report: report.ID, Kind: chancery.KindEvent, Act: "meet", Mood: chancery.MoodOccurred, Reader: reader,
		Plover: chancery.Plover{Event: "CONSULT", Mode: []string{"meet"}, Context: []string{"diplomatic"}},
		Cameo:  "046", Quad: 1, Goldstein: 7, When: report.Published,
		Actor:     []chancery.Participant{{ID: states[number%len(states)], Name: "The Coast", Text: "envoys of the coast", Start: start + 20, End: start + 39, Sector: "GOV"}},
		Recipient: []chancery.Participant{{ID: states[(number+i+1)%len(states)], Name: "The Hills", Text: "of the hills", Start: start + 44, End: start + 56, Sector: "GOV"}},
		SaidBy:    []chancery.Speaker{{Name: "Coast Bulletin", Text: "Coast Bulletin"}},
		Evidence:  chancery.Evidence{Start: start, End: start + 80, Text: "the envoys of the coast and of the hills met again over the ferry."},
		Rule:      "verb-meet", Confidence: 0.9, Object: "the ferry",
	}
	if i%5 == 0 {
		c.Association = &chancery.ActorRef{ID: "FERRY", Name: "Ferry Commission"}
	}
	c.Identify()
	return c
}

func claimCount(number int) int { return number % 12 }

// TestCrash kills a writer at random moments, time after time over the same archive, the making of
// which may be what is cut short.
func TestCrash(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive.db")
	acknowledged := make(map[int]bool)
	for round := range 10 {
		// Even rounds are cut short anywhere, while the archive is being made or opened too; odd ones
		// only once something has been acknowledged, however slow the machine is.
		delay := time.Duration(rand.IntN(30*(1+round))) * time.Millisecond
		highest := 0
		for number := range acknowledged {
			highest = max(highest, number)
		}
		// A batch may have been kept and its writer killed before it said so: those numbers are
		// skipped, and must be there whole or not at all.
		for _, number := range killWriter(t, path, highest+10, delay, round%2 == 1) {
			acknowledged[number] = true
		}
		verify(t, path, acknowledged)
	}
	if len(acknowledged) == 0 {
		t.Fatal("no report was acknowledged in any round")
	}
	t.Logf("%d reports were acknowledged", len(acknowledged))
}

// killWriter starts a writer, kills it some time after its start, or after its first word, and gives
// the numbers that it had printed by then.
func killWriter(t *testing.T, path string, from int, delay time.Duration, afterFirst bool) []int {
	t.Helper()
	writer := exec.CommandContext(t.Context(), os.Args[0])
	writer.Env = append(os.Environ(), crashPath+"="+path, crashPath+"_FROM="+strconv.Itoa(from))
	writer.Stderr = os.Stderr
	out, err := writer.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { _ = writer.Process.Kill() } // SIGKILL: it cannot tidy up
	if !afterFirst {
		defer time.AfterFunc(delay, kill).Stop()
	}
	var numbers []int
	for lines := bufio.NewScanner(out); lines.Scan(); {
		number, err := strconv.Atoi(lines.Text())
		if err != nil {
			continue // a line cut short by the kill acknowledges nothing
		}
		if numbers = append(numbers, number); len(numbers) == 1 && afterFirst {
			defer time.AfterFunc(delay, kill).Stop()
		}
	}
	if err := writer.Wait(); err == nil || writer.ProcessState.Exited() {
		t.Fatalf("the writer ended by itself: %v", writer.ProcessState)
	}
	return numbers
}

func verify(t *testing.T, path string, acknowledged map[int]bool) {
	t.Helper()
	archive := open(t, path)
	defer closed(t, archive)
	ids := make(map[string]int) // of all reports that may be there
	for number := range 100_000 {
		ids[chancery.Fingerprint(strconv.Itoa(number))] = number
	}
	reports, err := archive.Reports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	there := make(map[int]bool)
	for _, report := range reports {
		there[ids[report.ID]] = true
	}
	claims := make(map[int]int)
	for claim, err := range archive.Claims(t.Context(), chancery.ClaimFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		claims[ids[claim.Report]]++
	}
	for number := range acknowledged {
		if !there[number] {
			t.Errorf("report %d was acknowledged and is not there", number)
		}
	}
	for number := range there {
		if claims[number] != claimCount(number) {
			t.Errorf("report %d is there with %d of its %d claims", number, claims[number], claimCount(number))
		}
	}
	hits, err := archive.Search(t.Context(), "bulletin", 0)
	if err != nil || len(hits) != len(there) {
		t.Errorf("%d of %d reports are found by a word of theirs (%v)", len(hits), len(there), err)
	}
	checkIntegrity(t, path)
}
