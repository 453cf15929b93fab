package site_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
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
		chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
			_, err := cdp.Call(ctx, tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
				Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
			return err
		}), chromedp.Navigate(url))
	if err != nil {
		return nil, err
	}
	return chromedp.Run(ctx, chromedp.FullScreenshot(100))
}
