//go:build unix

// Command measure takes the figures of whole runs that BENCHMARKS.md quotes: it has the program read
// 2,000 White House texts and 2,000 KCNA stories into a fresh archive and sets the time beside that of
// `wc -w` and of a plain regexp pass over the same bytes; then it times the start of the program.
//
//	make build && go run ./internal/measure ./chancery
//
// The texts are open data outside this repository, see internal/shareddata.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"time"

	"chancery/english"
	"chancery/internal/shareddata"
)

// perSource is how many texts are taken of each source, from its beginning.
const perSource = 2000

var sources = []string{"whitehouse_2021-2026.jsonl.gz", "kcna_2011-2012.jsonl.gz"}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./internal/measure PATH-OF-CHANCERY")
		os.Exit(2)
	}
	if err := measure(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

func measure(program string) error {
	dir, err := os.MkdirTemp("", "chancery-measure")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	var inputs []string
	var text strings.Builder
	for _, source := range sources {
		path := filepath.Join(dir, strings.TrimSuffix(source, ".gz"))
		if err := take(shareddata.Path("data", "rawtext", source), path, &text); err != nil {
			return err
		}
		inputs = append(inputs, path)
	}
	plain := filepath.Join(dir, "plain.txt")
	if err := os.WriteFile(plain, []byte(text.String()), 0o644); err != nil {
		return err
	}
	sentences, err := count(text.String())
	if err != nil {
		return err
	}
	fmt.Printf("%d texts, %.1f MB, %d sentences\n", 2*perSource, float64(text.Len())/1e6, sentences)

	read, err := run(program, append([]string{"read", "-q", "--archive", filepath.Join(dir, "a.db")}, inputs...)...)
	if err != nil {
		return err
	}
	words, err := run("wc", "-w", plain)
	if err != nil {
		return err
	}
	started := time.Now()
	found := len(regexp.MustCompile(`\b[A-Z][a-z]+ (?:signed|met|visited|said)\b`).FindAllStringIndex(text.String(), -1))
	pass := time.Since(started)
	fmt.Printf("read:        %8.2f s wall, %8.2f s cpu, %4d MiB peak, %6.0f sentences/s wall, %6.0f sentences/s cpu\n",
		read.wall.Seconds(), read.cpu.Seconds(), read.peak>>20,
		float64(sentences)/read.wall.Seconds(), float64(sentences)/read.cpu.Seconds())
	fmt.Printf("wc -w:       %8.2f s cpu; read takes %.0f times as long\n", words.cpu.Seconds(), read.cpu.Seconds()/words.cpu.Seconds())
	fmt.Printf("regexp pass: %8.2f s (%d found); read takes %.0f times as long\n", pass.Seconds(), found, read.cpu.Seconds()/pass.Seconds())
	return start(program, filepath.Join(dir, "a.db"))
}

// take copies the first texts of a source and adds their words to text.
func take(from, to string, text *strings.Builder) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	unzipped, err := gzip.NewReader(in)
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	defer out.Close()
	lines := bufio.NewScanner(unzipped)
	lines.Buffer(nil, 64<<20)
	for n := 0; n < perSource && lines.Scan(); n++ {
		var record struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &record); err != nil {
			return fmt.Errorf("%s, line %d: %w", from, n+1, err)
		}
		text.WriteString(record.Text + "\n\n")
		if _, err := fmt.Fprintf(out, "%s\n", lines.Bytes()); err != nil {
			return err
		}
	}
	return lines.Err()
}

// count counts sentences with the program's own segmentation, in pieces so that memory stays small.
func count(text string) (int, error) {
	reader, err := english.New()
	if err != nil {
		return 0, err
	}
	n := 0
	for piece := range strings.SplitSeq(text, "\n\n") {
		n += len(reader.Read(piece).Sentences)
	}
	return n, nil
}

type usage struct {
	wall, cpu time.Duration
	peak      int64 // bytes
}

func run(name string, args ...string) (usage, error) {
	cmd := exec.Command(name, args...)
	started := time.Now()
	out, err := cmd.CombinedOutput()
	u := usage{wall: time.Since(started)}
	var exit *exec.ExitError
	if err != nil && !(asExit(err, &exit) && exit.ExitCode() == 1) { // 1: some inputs were refused
		return u, fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	u.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		u.peak = r.Maxrss << 10 // kilobytes on Linux
	}
	return u, nil
}

func asExit(err error, exit **exec.ExitError) bool {
	e, ok := err.(*exec.ExitError)
	*exit = e
	return ok
}

// start times the program from start to end for what people wait for most.
func start(program, archive string) error {
	for _, args := range [][]string{{"--version"}, {"--help"}, {"reports", "--archive", archive}, {"standing", "SCO", "--archive", archive}, {"brief", "Laos", "--archive", archive}} {
		var times []time.Duration
		for range 11 {
			u, err := run(program, args...)
			if err != nil {
				return err
			}
			times = append(times, u.wall)
		}
		slices.Sort(times)
		fmt.Printf("%-22s %4d ms median of 11, %d to %d\n", strings.Join(args[:min(2, len(args))], " "),
			times[5].Milliseconds(), times[0].Milliseconds(), times[10].Milliseconds())
	}
	return nil
}
