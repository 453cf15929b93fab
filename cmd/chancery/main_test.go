package main

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"chancery": func() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the program as people do, a script for each thing that people do with it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			env.Setenv("CHANCERY_ARCHIVE", filepath.Join(env.WorkDir, "archive.db"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"take": take, "like": like, "noescapes": noEscapes},
	})
}

// take puts what the group of an expression matches in the last output into an environment variable:
// "take NAME EXPRESSION".
func take(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: take NAME EXPRESSION")
	}
	match := regexp.MustCompile(args[1]).FindStringSubmatch(ts.ReadFile("stdout"))
	if len(match) < 2 {
		ts.Fatalf("the last output has nothing like %q", args[1])
	}
	ts.Setenv(args[0], match[1])
}

var anySign = regexp.MustCompile(`\b[0-9a-f]{8}\b`)

// like compares the last output with a file, but for the signs of entries and reports.
func like(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: like FILE")
	}
	got := anySign.ReplaceAllString(ts.ReadFile("stdout"), "########")
	if diff := cmp.Diff(ts.ReadFile(args[0]), got); diff != "" {
		ts.Fatalf("(-%s +output)\n%s", args[0], diff)
	}
}

// noEscapes fails where the last output holds codes for a terminal.
func noEscapes(ts *testscript.TestScript, _ bool, _ []string) {
	for _, stream := range []string{"stdout", "stderr"} {
		if strings.Contains(ts.ReadFile(stream), "\x1b") {
			ts.Fatalf("%s has escape codes", stream)
		}
	}
}

// TestStoppedReadingKeepsWhatItHas stops a reading whose input never ends, as Ctrl-C does.
func TestStoppedReadingKeepsWhatItHas(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no process can be interrupted there")
	}
	archive := filepath.Join(t.TempDir(), "archive.db")
	reading := exec.Command("chancery", "read", "--json", "-", "--archive", archive)
	input, err := reading.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer input.Close()
	output, err := reading.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var errs strings.Builder
	reading.Stderr = &errs
	if err := reading.Start(); err != nil {
		t.Fatal(err)
	}
	defer reading.Process.Kill() //nolint:errcheck // it has ended where the test went well
	// More than the few kilobytes by which the kind of an input is told.
	text := `{"id": "1", "text": "Fiji and Samoa signed a treaty on trade in Suva on Monday.", "published": "2024-05-14"}` + "\n"
	if _, err := io.WriteString(input, strings.Repeat(text, 80)); err != nil {
		t.Fatal(err)
	}
	claim, err := bufio.NewReader(output).ReadString('\n') // it is printed once it is kept
	if err != nil || !strings.Contains(claim, `"act":"sign"`) {
		t.Fatalf("read %q, %v", claim, err)
	}
	if err := reading.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	reading.Wait() //nolint:errcheck // the exit status tells
	if code := reading.ProcessState.ExitCode(); code != exitStopped {
		t.Errorf("exit status %d, want %d; it said %s", code, exitStopped, errs.String())
	}
	var out strings.Builder
	if code := run([]string{"agreements", "--archive", archive}, nil, &out, &errs); code != exitDone || !strings.Contains(out.String(), "signed") {
		t.Errorf("exit status %d; what was kept is not found:\n%s%s", code, out.String(), errs.String())
	}
}

const signing = `Source: Harbour News
Date: 2024-03-05

LIMA, March 5 (Harbour News) - Peru and Ghana signed an agreement on fisheries on Monday.
`

// BenchmarkStart measures whole processes, from start to the end of the output. The goal is 150 ms.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	report, archive := filepath.Join(dir, "signing.txt"), filepath.Join(dir, "archive.db")
	if err := os.WriteFile(report, []byte(signing), 0o644); err != nil {
		b.Fatal(err)
	}
	if code := run([]string{"read", "-q", "--archive", archive, report}, nil, io.Discard, os.Stderr); code != exitDone {
		b.Fatalf("reading: exit status %d", code)
	}
	for name, args := range map[string][]string{
		"version": {"--version"}, "help": {"--help"},
		"reports": {"reports", "--archive", archive}, "brief": {"brief", "Peru", "Ghana", "--archive", archive},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if out, err := exec.Command("chancery", args...).CombinedOutput(); err != nil {
					b.Fatalf("%v: %s", err, out)
				}
			}
		})
	}
}
