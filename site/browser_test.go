package site_test

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

var screens = flag.String("screens", "", "folder for screenshots of every page")

// browser starts a browser for a test, which is skipped where there is none.
func browser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("SKIPPED: there is no chromium here, so nothing that a browser shows was tested (apt-get install chromium)")
	}
	ctx, stop := context.WithTimeout(t.Context(), 5*time.Minute)
	t.Cleanup(stop)
	ctx, stopAllocator := chromedp.NewExecAllocator(ctx, append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("disable-background-networking", true))...)
	t.Cleanup(stopAllocator)
	ctx, stopBrowser := chromedp.NewContext(ctx)
	t.Cleanup(stopBrowser)
	return ctx
}

// TestScreens takes pictures of every kind of page, at three widths, light and dark:
// go test ./site -run Screens -screens DIR
func TestScreens(t *testing.T) {
	if *screens == "" {
		t.Skip("no folder for screenshots; give one with -screens DIR")
	}
	ctx := browser(t)
	server := open(t, "")
	if err := os.MkdirAll(*screens, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, page := range []struct{ name, path string }{
		{"today", "/"}, {"actors", "/actors"}, {"actor", "/actors/KEN"}, {"association", "/actors/SCO"}, {"pair", "/pairs/ETH/KEN"},
		{"agreements", "/agreements"}, {"commitments", "/commitments"}, {"tensions", "/tensions"}, {"timeline", "/timeline"},
		{"network", "/network?said=1"}, {"map", "/map?said=1"}, {"sources", "/reports"}, {"search", "/search?q=visit"}, {"read", "/read"},
		{"report", link(t, server.URL, "/reports", `href="(/reports/[0-9a-f]+)"`)}, {"entry", link(t, server.URL, "/agreements", `href="(/entries/[0-9a-f]+)"`)},
		{"asof", "/actors/KEN?as-of=2026-04-25"}, {"failure", "/actors/Kenia"}, {"about", "/about"},
	} {
		for _, width := range []int64{390, 820, 1280} {
			for _, scheme := range []string{"light", "dark"} {
				picture, err := shot(ctx, server.URL+page.path, width, scheme)
				if err != nil {
					t.Fatalf("%s: %v", page.name, err)
				}
				name := fmt.Sprintf("%s-%d-%s.png", page.name, width, scheme)
				if err := os.WriteFile(filepath.Join(*screens, name), picture, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func shot(ctx context.Context, url string, width int64, scheme string) ([]byte, error) {
	err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900),
		prefers(scheme), chromedp.Navigate(url))
	if err != nil {
		return nil, err
	}
	return chromedp.Run(ctx, chromedp.FullScreenshot(100))
}

// prefers sets whether the visitor wants light pages or dark ones.
func prefers(scheme string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		return err
	})
}

// TestInABrowser does what people do with the site, and watches that no page complains or asks elsewhere.
func TestInABrowser(t *testing.T) {
	ctx := browser(t)
	server := open(t, "")
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900)); err != nil {
		t.Fatal(err)
	}
	watch(t, ctx, server.URL)
	w := walk{t, ctx, server.URL}

	w.visit("/")
	w.says("h1", "1 July 2026")
	w.says("#new", "New on the record")

	w.visit("/actors/KEN?as-of=2026-04-25")
	w.says(".point p", "As of 25 April 2026")
	w.lacks("main", "for its patience")
	w.set(`.when input[name="as-of"]`, "2026-06-10")
	w.click(".when button")
	w.says(".point p", "As of 10 June 2026")
	w.says("main", "for its patience")

	// from a line to its passage
	w.visit("/actors/KEN")
	w.click("#agreements + ul .line summary")
	w.click("#agreements + ul .line .from")
	w.says("h1", "Kenya and Ethiopia agree on power at last")
	w.says(".anchor:target + mark, .anchor:target + .anchor + mark", "signed an agreement on power trading")

	w.visit("/read")
	w.set("textarea", "On Monday the foreign minister of Laos visited Belarus. The two countries signed an agreement on visa-free travel.")
	w.set(`input[name="publisher"]`, "Mekong Wire")
	w.set(`input[name="published"]`, "2026-06-24")
	w.click(`button[name="show"]`)
	w.says(".told", "visa-free travel")
	w.click(`button[name="keep"]`)
	w.says(".kind", "Report")
	w.says(".told", "The whole entry")

	w.set("#find", "visa-free")
	w.click(".find button")
	w.says("#claims + ul", "Laos")

	w.visit("/map?said=1")
	w.says(".legend", "1")
	w.click(`.zooms button`)
	if box := w.ask(`document.querySelector("svg.world").getAttribute("viewBox")`); box == "0 0 1000 450" {
		t.Errorf("the map does not zoom: its view box is %q", box)
	}
	w.visit("/network?said=1")
	w.ask(`document.querySelector('circle[data-key="KEN"]').dispatchEvent(new PointerEvent("pointerenter")); ""`)
	if dim := w.ask(`String(document.querySelector('circle[data-key="TON"]').classList.contains("dim")) + document.querySelector('circle[data-key="ETH"]').classList.contains("dim")`); dim != "truefalse" {
		t.Errorf("in the network, pointing at Kenya dims Tonga and Ethiopia: %s", dim)
	}
	w.must("the key /", chromedp.Do(ctx, chromedp.KeyEvent("/")))
	if id := w.ask(`document.activeElement.id`); id != "find" {
		t.Errorf("the key / leads to %q, not to the search", id)
	}
}

// walk is a visit to the site.
type walk struct {
	t    *testing.T
	ctx  context.Context
	site string
}

func (w walk) must(what string, err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatalf("%s: %v", what, err)
	}
}

func (w walk) visit(path string) {
	w.t.Helper()
	w.must(path, chromedp.Do(w.ctx, chromedp.Navigate(w.site+path)))
}

// click clicks and lets the page that follows load.
func (w walk) click(selector string) {
	w.t.Helper()
	w.must("clicking "+selector, chromedp.Do(w.ctx, chromedp.Click(chromedp.CSS(selector))))
}

func (w walk) set(selector, value string) {
	w.t.Helper()
	w.ask(fmt.Sprintf(`document.querySelector(%q).value = %q; ""`, selector, value))
}

func (w walk) ask(expression string) string {
	w.t.Helper()
	answer, err := chromedp.Run(w.ctx, chromedp.Evaluate[string](expression))
	w.must(expression, err)
	return answer
}

// says waits until what the selector finds says the words.
func (w walk) says(selector, words string) {
	w.t.Helper()
	said := ""
	for range 100 {
		said, _ = chromedp.Run(w.ctx, chromedp.Evaluate[string](fmt.Sprintf(`document.querySelector(%q)?.innerText ?? ""`, selector)))
		if strings.Contains(said, words) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	w.t.Fatalf("%s says %q, want %q", selector, said, words)
}

func (w walk) lacks(selector, words string) {
	w.t.Helper()
	if said := w.ask(fmt.Sprintf(`document.querySelector(%q).innerText`, selector)); strings.Contains(said, words) {
		w.t.Fatalf("%s says %q", selector, words)
	}
}

// watch fails the test where a page complains on the console, or a request goes to another address.
func watch(t *testing.T, ctx context.Context, site string) {
	t.Helper()
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			if m.Type == chromedp.ConsoleError || m.Type == chromedp.ConsoleException || m.Type == chromedp.ConsoleWarning {
				t.Errorf("the console says: %s", m.Text)
			}
		}
	}()
	requests := chromedp.Events(ctx, network.RequestWillBeSent)
	go func() {
		for r, err := range requests {
			if err != nil {
				return
			}
			if !strings.HasPrefix(r.Request.URL, site+"/") && !strings.HasPrefix(r.Request.URL, "data:") { // the browser draws its controls with data: pictures
				t.Errorf("a page asks for %s", r.Request.URL)
			}
		}
	}()
}

// TestAccessible runs axe-core, where npm can fetch it, over every kind of page, light and dark.
func TestAccessible(t *testing.T) {
	if raced {
		t.Skip("what hinders people is looked for without the race detector")
	}
	axe := axeCore(t)
	ctx := browser(t)
	server := open(t, "")
	pages := []string{link(t, server.URL, "/reports", `href="(/reports/[0-9a-f]+)"`), link(t, server.URL, "/agreements", `href="(/entries/[0-9a-f]+)"`),
		"/actors/Kenia", "/actors/KEN?as-of=2026-04-25", "/network?said=1", "/map?said=1"}
	for _, page := range kinds {
		pages = append(pages, page.path)
	}
	w := walk{t, ctx, server.URL}
	for _, scheme := range []string{"light", "dark"} {
		w.must(scheme, chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), prefers(scheme)))
		for _, path := range pages {
			w.visit(path)
			// The tools of a browser are not bound by the page's policy.
			w.must("axe", chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
				_, err := cdp.Call(ctx, tab, runtime.Evaluate, runtime.EvaluateParams{Expression: axe})
				return err
			})))
			found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(
				r => r.violations.map(v => v.impact + ": " + v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")))`, chromedp.EvalAwaitPromise))
			w.must("axe on "+path, err)
			for _, violation := range found {
				t.Errorf("%s, %s: %s", path, scheme, violation)
			}
		}
	}
}

// axeVersion is pinned: what counts as a fault changes with it.
const axeVersion = "4.14.1"

// axeCore is the text of axe-core, which npm fetches into its cache.
func axeCore(t *testing.T) string {
	t.Helper()
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("SKIPPED: there is no npm here, so accessibility was not tested")
	}
	dir := t.TempDir()
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	pack := exec.CommandContext(ctx, npm, "pack", "--silent", "--prefer-offline", "axe-core@"+axeVersion)
	pack.Dir = dir
	if out, err := pack.CombinedOutput(); err != nil {
		t.Skipf("SKIPPED: npm cannot fetch axe-core, so accessibility was not tested: %v %.200s", err, out)
	}
	file, err := os.Open(filepath.Join(dir, "axe-core-"+axeVersion+".tgz"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	packed, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	for archive := tar.NewReader(packed); ; {
		header, err := archive.Next()
		if err != nil {
			t.Fatalf("axe.min.js is not in the package: %v", err)
		}
		if header.Name == "package/axe.min.js" {
			text, err := io.ReadAll(archive)
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
	}
}
