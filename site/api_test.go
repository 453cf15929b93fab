package site_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

type anyList struct {
	Items []json.RawMessage
	Total int
	Next  string
}

func decode(t *testing.T, path, body string, value any) {
	t.Helper()
	if err := json.Unmarshal([]byte(body), value); err != nil {
		t.Fatalf("%s: %v in %.200s", path, err, body)
	}
}

func TestAPI(t *testing.T) {
	server := open(t, "")
	entry := link(t, server.URL, "/agreements", `href="/entries/([0-9a-f]+)"`)
	for path, words := range map[string]string{
		"/api/v1":                              "/api/v1/claims",
		"/api/v1/actors":                       `"id":"KEN"`,
		"/api/v1/actors/Kenya":                 "power trading",
		"/api/v1/actors/KEN?as-of=2026-04-25":  `"as_of":"2026-04-25"`,
		"/api/v1/pairs/KEN/ETH":                "power trading",
		"/api/v1/changes?since=2026-06-01":     `"id":"new"`,
		"/api/v1/agreements":                   "signed",
		"/api/v1/commitments?open=1":           `"state":"open"`,
		"/api/v1/standings/SCO":                "Kyrgyzstan chairs",
		"/api/v1/timeline?actor=KEN":           "visited",
		"/api/v1/entries/" + entry:             `"passages"`,
		"/api/v1/claims?actor=KEN&mood=denied": `"mood":"denied"`,
		"/api/v1/reports":                      "Rift Television",
	} {
		response, body := get(t, server.URL+path)
		if response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != "application/json" || !strings.Contains(body, words) {
			t.Errorf("%s: status %d, %s; want %q in %.200s", path, response.StatusCode, response.Header.Get("Content-Type"), words, body)
		}
		if !json.Valid([]byte(body)) {
			t.Errorf("%s is no JSON", path)
		}
		if status, body := send(t, "GET", server.URL+path, "", "If-None-Match", response.Header.Get("ETag")); status != http.StatusNotModified || body != "" {
			t.Errorf("%s: asked whether it has changed: status %d", path, status)
		}
	}
}

func TestAPIPages(t *testing.T) {
	server := open(t, "")
	for _, path := range []string{"/api/v1/claims?limit=7", "/api/v1/reports?limit=3"} {
		seen := map[string]bool{}
		total := 0
		for next := path; next != ""; {
			_, body := get(t, server.URL+next)
			var list anyList
			decode(t, next, body, &list)
			for _, item := range list.Items {
				if seen[string(item)] {
					t.Fatalf("%s gives an item again", next)
				}
				seen[string(item)] = true
			}
			next, total = list.Next, list.Total
		}
		if len(seen) != total || total < 10 {
			t.Errorf("%s: %d items on all pages, of %d", path, len(seen), total)
		}
	}
}

func TestAPIProblems(t *testing.T) {
	server := open(t, "")
	for path, want := range map[string]int{
		"/api/v1/actors/Kenia": 404, "/api/v1/nothing": 404, "/api/v1/entries/ffffffffffff": 404, "/api/v1/reports/ffffffffff": 404,
		"/api/v1/claims?limit=0": 400, "/api/v1/claims?limit=x": 400, "/api/v1/reports?cursor=%21": 400, "/api/v1/actors?as-of=soon": 400,
	} {
		response, body := get(t, server.URL+path)
		var problem struct {
			Status        int
			Title, Detail string
			Choices       []struct{ ID string }
		}
		decode(t, path, body, &problem)
		if response.StatusCode != want || problem.Status != want || problem.Detail == "" || response.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: status %d, %s, want %d", path, response.StatusCode, body, want)
		}
		if strings.HasSuffix(path, "Kenia") && (len(problem.Choices) == 0 || problem.Choices[0].ID != "KEN") {
			t.Errorf("%s proposes %v", path, problem.Choices)
		}
	}
}
