package site_test

import (
	"html"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"
)

// every kind of page, with what must stand on it.
var kinds = []struct{ path, heading, words string }{
	{"/", "1 July 2026", "New on the record"},
	{"/?since=2026-01-01", "1 July 2026", "since 1 January 2026"},
	{"/actors", "Actors", "Organization of Turkic States"},
	{"/actors/KEN", "Kenya", "An agreement on power trading"},
	{"/actors/SCO", "Shanghai Cooperation Organization", "Standings over time"},
	{"/people/KEN/Josphat%20Kiprono", "Josphat Kiprono", "last year"},
	{"/pairs/ETH/KEN", "Ethiopia and Kenya", "Cooperation and conflict"},
	{"/agreements", "Agreements", "In force"},
	{"/commitments", "Commitments", "Kept"},
	{"/tensions", "Tensions", "is told to have become"},
	{"/timeline?actor=Kenya", "Timeline: Kenya", "visited"},
	{"/network", "Network", "left out: they rest on somebody"},
	{"/map", "Map", "Natural Earth"},
	{"/reports", "Sources", "Rift Television"},
	{"/search", "Search", "Publisher"},
	{"/search?q=tariff", "Search", "<mark>tariff</mark>"},
	{"/search?mood=denied", "Search", "denied"},
	{"/read", "Read a report", "before you keep it"},
	{"/about", "About this record", "As known on"},
}

func TestPages(t *testing.T) {
	server := open(t, "")
	for _, page := range kinds {
		response, body := get(t, server.URL+page.path)
		if response.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", page.path, response.StatusCode)
			continue
		}
		sound(t, page.path, body)
		if heading := headings(body); len(heading) == 0 || heading[0].text != page.heading {
			t.Errorf("%s: headings %v, want %q first", page.path, heading, page.heading)
		}
		if !strings.Contains(body, page.words) {
			t.Errorf("%s does not say %q", page.path, page.words)
		}
	}
}

// sound checks what holds for every page: one main heading, no level left out, a title, no script and no
// style in it, no id twice, every label of a picture and every control named.
func sound(t *testing.T, path, body string) {
	t.Helper()
	list := headings(body)
	for i, h := range list {
		switch {
		case i == 0 && h.level != 1:
			t.Errorf("%s: the first heading is of level %d", path, h.level)
		case i > 0 && (h.level == 1 || h.level > list[i-1].level+1):
			t.Errorf("%s: heading %q of level %d after %q of level %d", path, h.text, h.level, list[i-1].text, list[i-1].level)
		case h.text == "":
			t.Errorf("%s: an empty heading", path)
		}
	}
	ids := map[string]bool{}
	title := false
	tokens := nethtml.NewTokenizer(strings.NewReader(body))
	for {
		kind := tokens.Next()
		if kind == nethtml.ErrorToken {
			if tokens.Err() != io.EOF {
				t.Errorf("%s: %v", path, tokens.Err())
			}
			break
		}
		token := tokens.Token()
		title = title || kind == nethtml.StartTagToken && token.Data == "title"
		for _, a := range token.Attr {
			switch {
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("%s: <%s> has %s, which the policy forbids", path, token.Data, a.Key)
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("%s: two elements have the id %q", path, a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case strings.Contains(a.Val, "ZgotmplZ"):
				t.Errorf("%s: <%s %s> was taken for dangerous", path, token.Data, a.Key)
			case a.Key == "src" && !strings.HasPrefix(a.Val, "/assets/"):
				t.Errorf("%s: <%s> loads %q", path, token.Data, a.Val)
			}
		}
		if token.Data == "style" {
			t.Errorf("%s has a style of its own", path)
		}
	}
	if !title || !strings.Contains(body, `<html lang="en">`) || !strings.Contains(body, `class="skip"`) {
		t.Errorf("%s lacks its title, language or skip link", path)
	}
}

type heading struct {
	level int
	text  string
}

var (
	headingTag = regexp.MustCompile(`(?s)<h([1-6])[^>]*>(.*?)</h[1-6]>`)
	anyTag     = regexp.MustCompile(`<[^>]*>`)
	number     = regexp.MustCompile(`<span class="number">[^<]*</span>`)
)

func headings(body string) []heading {
	var list []heading
	for _, m := range headingTag.FindAllStringSubmatch(body, -1) {
		level, _ := strconv.Atoi(m[1])
		text := anyTag.ReplaceAllString(number.ReplaceAllString(m[2], ""), "")
		list = append(list, heading{level, strings.TrimSpace(html.UnescapeString(text))})
	}
	return list
}

var backToNow = regexp.MustCompile(`<a href="[^"]*">Back to now</a>`)

var href = regexp.MustCompile(`href="([^"]*)"`)

// TestEveryLinkLeadsSomewhere follows all internal links, from other points of view one step far, and checks that what a link points to within a page is on it.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	server := open(t, "")
	most := 4000
	if raced {
		most = 150
	}
	bodies := map[string]string{}
	starts := []string{"/", "/actors/KEN?as-of=2026-04-25", "/actors/MNG?known-on=2026-01-01", "/network?said=1", "/map?with=Kenya&said=1"}
	waiting := slices.Clone(starts)
	found := map[string]string{} // link -> where it was found
	for len(waiting) > 0 && len(bodies) < most {
		path := waiting[0]
		waiting = waiting[1:]
		if _, done := bodies[path]; done {
			continue
		}
		response, body := get(t, server.URL+path)
		bodies[path] = body
		if response.StatusCode == http.StatusSeeOther {
			waiting = append(waiting, response.Header.Get("Location"))
			continue
		}
		if response.StatusCode != http.StatusOK {
			t.Errorf("%s, linked from %s: status %d", path, found[path], response.StatusCode)
			continue
		}
		if !strings.HasPrefix(response.Header.Get("Content-Type"), "text/html") {
			continue
		}
		if !strings.HasPrefix(path, "/map?with=") || len(bodies) < 200 { // a map is long, and every one like the others
			sound(t, path, body)
		}
		if strings.Contains(path, "as-of=") || strings.Contains(path, "known-on=") {
			if !slices.Contains(starts, path) {
				continue // the same site once more; one step into it is enough
			}
		}
		// What was concluded by what was known on a day may not be on record now, and the page says so.
		body = backToNow.ReplaceAllString(body, "")
		for _, m := range href.FindAllStringSubmatch(body, -1) {
			target, err := url.Parse(html.UnescapeString(m[1]))
			if err != nil {
				t.Errorf("%s: link %q: %v", path, m[1], err)
				continue
			}
			if target.IsAbs() {
				if !strings.HasSuffix(target.Hostname(), ".example") {
					t.Errorf("%s links to %s", path, target)
				}
				continue
			}
			fragment := target.Fragment
			target.Fragment = ""
			next := target.String()
			if next == "" {
				next = path
			}
			if fragment != "" {
				found["#"+next+"#"+fragment] = path
			}
			if _, known := found[next]; !known {
				found[next] = path
				waiting = append(waiting, next)
			}
		}
	}
	if len(bodies) == most && !raced {
		t.Errorf("after %d pages there are still new ones: an address has no end", most)
	}
	for link, from := range found {
		parts := strings.Split(link, "#")
		if len(parts) < 3 {
			continue
		}
		if body, ok := bodies[parts[1]]; ok && !strings.Contains(body, `id="`+html.EscapeString(parts[2])+`"`) {
			t.Errorf("%s links to %s#%s, where there is nothing of that name", from, parts[1], parts[2])
		}
	}
	t.Logf("%d pages", len(bodies))
}

// Each line of a page leads to a passage in one step: the address of its place in a report stands in it.
func TestEveryLineLeadsToItsPassage(t *testing.T) {
	server := open(t, "")
	lines := 0
	for _, path := range []string{"/", "/actors/KEN", "/actors/MNG", "/pairs/ETH/KEN", "/agreements", "/commitments", "/tensions", "/timeline"} {
		_, body := get(t, server.URL+path)
		for _, line := range strings.Split(body, `<li class="line">`)[1:] {
			lines++
			if !strings.Contains(line, `href="/reports/`) && !strings.Contains(line, `Register: `) {
				t.Errorf("%s: a line without a passage: %.200s", path, anyTag.ReplaceAllString(line, ""))
			}
		}
	}
	if lines < 50 {
		t.Errorf("only %d lines were looked at", lines)
	}
}

func TestPointOfView(t *testing.T) {
	server := open(t, "")
	_, before := get(t, server.URL+"/actors/KEN?as-of=2026-04-25")
	_, after := get(t, server.URL+"/actors/KEN?as-of=2026-06-10")
	if strings.Contains(before, "for its patience") || !strings.Contains(after, "for its patience") {
		t.Error("as of a day, what came later is shown, or what came before is not")
	}
	for _, body := range []string{before, after} {
		if !strings.Contains(body, "Back to now") || !strings.Contains(body, `/actors/ETH?as-of=`) {
			t.Error("the point of view is not told, or links do not keep it")
		}
	}
	_, known := get(t, server.URL+"/actors/KEN?known-on=2026-04-25")
	if strings.Contains(known, "Rift Television") || !strings.Contains(known, "Highland News") {
		t.Error("as known on a day, reports count that had not been published, or one that had been does not")
	}
}

func TestWhatIsNotThere(t *testing.T) {
	server := open(t, "")
	for _, test := range []struct {
		path   string
		status int
		words  string
	}{
		{"/actors/Kenia", 404, "Kenya"},
		{"/actors/Nowhereland", 404, "No actor"},
		{"/entries/ffffffffffff", 404, "nothing at this address"},
		{"/reports/ffffffffffff", 404, "nothing at this address"},
		{"/reports/..%2f..%2fetc%2fpasswd", 404, "nothing at this address"},
		{"/assets/00000000/..%2f..%2fgo.mod", 404, "404"},
		{"/assets/00000000/frame.html", 404, "404"},
		{"/entries/1", 400, "Give more of it"},
		{"/reports/e", 400, "Give more of it"},
		{"/nonsense", 404, "nothing at this address"},
		{"/?as-of=yesterday", 400, "Write year, month and day"},
		{"/?since=1", 400, "Write year, month and day"},
		{"/reports?from=-1", 400, "no place"},
		{"/network?dealing=love", 400, "met, signed, helped, clashed"},
	} {
		response, body := get(t, server.URL+test.path)
		if response.StatusCode != test.status || !strings.Contains(strings.ReplaceAll(body, "not a place", "no place"), test.words) {
			t.Errorf("%s: status %d, want %d with %q", test.path, response.StatusCode, test.status, test.words)
		}
	}
	for path, want := range map[string]string{"/go?q=Lao+PDR": "/actors/LAO", "/actors/kenya": "/actors/KEN", "/pairs/KEN/ETH?as-of=2026-01-01": "/pairs/ETH/KEN?as-of=2026-01-01"} {
		response, _ := get(t, server.URL+path)
		if got := response.Header.Get("Location"); response.StatusCode != http.StatusSeeOther || got != want {
			t.Errorf("%s leads to %q (%d), want %q", path, got, response.StatusCode, want)
		}
	}
}

func TestAnEmptyArchive(t *testing.T) {
	server := serve(t, t.TempDir()+"/empty.db", "")
	for _, path := range []string{"/", "/actors", "/agreements", "/commitments", "/tensions", "/timeline", "/network", "/map", "/reports", "/search?q=peace", "/read"} {
		response, body := get(t, server.URL+path)
		if response.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", path, response.StatusCode)
		}
		sound(t, path, body)
	}
	if _, body := get(t, server.URL+"/"); !strings.Contains(body, "chancery read") {
		t.Error("an empty record does not say how to begin")
	}
}

// People type anything into a search.
func TestOddSearches(t *testing.T) {
	server := open(t, "")
	for _, words := range []string{`"`, `"power`, `*`, `(`, `NEAR(`, `a OR`, `-`, `AND`, `title:x`, "\x00", "\xff", strings.Repeat("power ", 3000), `"" ""`, "'; DROP TABLE claims; --", "日本", "%"} {
		response, body := get(t, server.URL+"/search?q="+url.QueryEscape(words))
		if response.StatusCode != http.StatusOK {
			t.Errorf("%.40q: status %d", words, response.StatusCode)
		}
		sound(t, words, body)
	}
	for _, actor := range []string{"Kenya' OR '1'='1", "\x00", "../..", strings.Repeat("x", 5000)} {
		if response, _ := get(t, server.URL+"/search?actor="+url.QueryEscape(actor)); response.StatusCode != http.StatusNotFound {
			t.Errorf("the actor %.40q: status %d", actor, response.StatusCode)
		}
	}
}
