package site_test

import (
	"context"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"chancery"
	"chancery/actors"
	"chancery/archive/sqlite"
	"chancery/codebook"
	"chancery/desk"
	"chancery/internal/directory"
	"chancery/press"
	"chancery/query"
	"chancery/site"
)

// today is the day on which the tests look at the record: after the last of the example reports.
var today = chancery.NewDate(2026, time.July, 1)

var register = sync.OnceValue(func() *actors.Register { return check(actors.Default()) })

var theDesk = sync.OnceValue(func() *desk.Desk { return check(desk.Default(register())) })

func check[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// readings are what the desk reads in the example reports.
var readings = sync.OnceValue(func() []chancery.Reading {
	var list []chancery.Reading
	for report, err := range press.Open(context.Background(), []string{"../examples/reports"}, nil, press.Options{}) {
		list = append(list, theDesk().Read(check(report, err)))
	}
	return list
})

// example is an archive of the example reports, of which every test takes a copy.
var example = sync.OnceValue(func() []byte {
	dir := check(os.MkdirTemp("", "chancery"))
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "example.db")
	archive := check(sqlite.Open(context.Background(), path))
	check(archive.Keep(context.Background(), readings()))
	check(recordOf(archive).Rebuild(context.Background()))
	if err := archive.Close(); err != nil {
		panic(err)
	}
	return check(os.ReadFile(path))
})

func recordOf(archive chancery.Archive) *query.Record {
	names := &directory.Names{Register: register(), Introductions: func() []chancery.Introduction {
		return check(archive.Introductions(context.Background()))
	}}
	record := query.New(archive, names, check(codebook.Default()).Act)
	record.Today = func() chancery.Date { return today }
	return record
}

// open gives a site of the example reports, and of more readings where there are any.
func open(t testing.TB, token string, more ...chancery.Reading) *httptest.Server {
	t.Helper()
	path := filepath.Join(t.TempDir(), "archive.db")
	if err := os.WriteFile(path, example(), 0o600); err != nil {
		t.Fatal(err)
	}
	return serve(t, path, token, more...)
}

func serve(t testing.TB, path, token string, more ...chancery.Reading) *httptest.Server {
	t.Helper()
	archive, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { archive.Close() })
	record := recordOf(archive)
	keep := func(ctx context.Context, reading chancery.Reading) error {
		if _, err := archive.Keep(ctx, []chancery.Reading{reading}); err != nil {
			return err
		}
		_, err := record.Rebuild(ctx)
		return err
	}
	for _, reading := range more {
		if err := keep(t.Context(), reading); err != nil {
			t.Fatal(err)
		}
	}
	made, err := site.New(site.Options{Record: record, Keep: keep, Token: token, Version: "test",
		Read: func(_ context.Context, p site.Paste) (chancery.Reading, error) {
			if strings.Contains(p.Text, "unreadable") {
				return chancery.Reading{}, fmt.Errorf("no language")
			}
			return theDesk().Read(pasted(p)), nil
		}})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(made.Handler())
	t.Cleanup(server.Close)
	return server
}

func pasted(p site.Paste) chancery.Report {
	r := chancery.Report{Name: "pasted", Title: p.Title, Text: p.Text, Publisher: p.Publisher, URL: p.URL, ID: press.Identify(p.Text, p.Publisher)}
	if !p.Published.IsZero() {
		r.Published = chancery.Day(p.Published)
	}
	return r
}

// client follows no redirects, so that tests see them.
var client = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}

// get fetches a page.
func get(t testing.TB, url string) (*http.Response, string) {
	t.Helper()
	response, err := client.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(body)
}

// link is the first link on a page that the expression's group matches.
func link(t testing.TB, server, path, expression string) string {
	t.Helper()
	_, body := get(t, server+path)
	match := regexp.MustCompile(expression).FindStringSubmatch(body)
	if match == nil {
		t.Fatalf("%s has no link like %s", path, expression)
	}
	return html.UnescapeString(match[1])
}
