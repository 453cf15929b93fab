package main

import (
	"bufio"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// TestServe starts the site on an archive that is not there yet, has it read and keep a text, and stops it.
func TestServe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no process can be interrupted there")
	}
	archive := filepath.Join(t.TempDir(), "archive.db")
	serving := exec.Command("chancery", "serve", "--listen", "127.0.0.1:0", "--archive", archive)
	output, err := serving.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	serving.Stderr = &log
	if err := serving.Start(); err != nil {
		t.Fatal(err)
	}
	defer serving.Process.Kill() //nolint:errcheck // it has ended where the test went well
	line, err := bufio.NewReader(output).ReadString('\n')
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(line)
	if err != nil || address == "" {
		t.Fatalf("it said %q, %v", line, err)
	}
	body := func(response *http.Response, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		text, err := io.ReadAll(response.Body)
		if err != nil || response.StatusCode != http.StatusOK {
			t.Fatalf("%s: status %d, %v", response.Request.URL, response.StatusCode, err)
		}
		return string(text)
	}
	if health := body(http.Get(address + "/healthz")); health != "ok\n" {
		t.Errorf("/healthz says %q", health)
	}
	if text := body(http.Get(address)); !strings.Contains(text, "Nothing has been read yet") {
		t.Error("an empty record does not say so")
	}
	kept := body(http.PostForm(address+"/read", url.Values{"text": {signing}, "keep": {"1"}}))
	if !strings.Contains(kept, "Harbour News, 5 March 2024") || !strings.Contains(kept, "an agreement on fisheries") {
		t.Errorf("a text with its own header is not read like a file:\n%s", kept)
	}
	titled := url.Values{"title": {"Fish for all"}, "publisher": {"Coast Radio"}, "published": {"2024-03-06"}, "keep": {"1"},
		"text": {"Peru and Ghana signed an agreement on fisheries on Monday."}}
	if kept := body(http.PostForm(address+"/read", titled)); !strings.Contains(kept, "Fish for all") || !strings.Contains(kept, "Coast Radio, 6 March 2024") {
		t.Errorf("what the form says of a text is lost:\n%s", kept)
	}
	if pair := body(http.Get(address + "/pairs/GHA/PER")); !strings.Contains(pair, "Harbour News") || !strings.Contains(pair, "2 passages") {
		t.Errorf("what was kept is not on record:\n%s", pair)
	}
	if err := serving.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := serving.Wait(); err != nil {
		t.Errorf("stopping: %v; it said %s", err, log.String())
	}
	if !strings.Contains(log.String(), "path=/pairs/GHA/PER status=200") || strings.Contains(log.String(), "level=ERROR") {
		t.Errorf("the log says %s", log.String())
	}
}
