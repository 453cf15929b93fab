package site_test

import (
	"encoding/xml"
	"net/http"
	"strings"
	"testing"
)

func TestFeeds(t *testing.T) {
	server := open(t, "", hostile(t))
	for path, words := range map[string]string{"/actors/KEN/feed": "Rift Television", "/pairs/ETH/KEN/feed": "power trading", "/actors/LAO/feed": "Evil"} {
		response, body := get(t, server.URL+path)
		if response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != "application/atom+xml; charset=utf-8" {
			t.Fatalf("%s: status %d, %s", path, response.StatusCode, response.Header.Get("Content-Type"))
		}
		var feed struct {
			XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
			ID      string   `xml:"id"`
			Updated string   `xml:"updated"`
			Entries []struct {
				ID      string `xml:"id"`
				Updated string `xml:"updated"`
				Content string `xml:"content"`
				Link    struct {
					Href string `xml:"href,attr"`
				} `xml:"link"`
			} `xml:"entry"`
		}
		if err := xml.Unmarshal([]byte(body), &feed); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if feed.ID == "" || len(feed.Entries) == 0 || feed.Updated != feed.Entries[0].Updated || !strings.Contains(body, words) {
			t.Errorf("%s: id %q, updated %s, %d entries; want %q in it", path, feed.ID, feed.Updated, len(feed.Entries), words)
		}
		ids := map[string]bool{}
		for i, e := range feed.Entries {
			if ids[e.ID] || e.Content == "" || i > 0 && e.Updated > feed.Entries[i-1].Updated {
				t.Errorf("%s: entry %s comes twice, says nothing or is newer than the one before", path, e.ID)
			}
			ids[e.ID] = true
			if response, _ := get(t, e.Link.Href); response.StatusCode != http.StatusOK {
				t.Errorf("%s links to %s: status %d", path, e.Link.Href, response.StatusCode)
			}
		}
	}
}

func TestCalendar(t *testing.T) {
	server := open(t, "")
	response, body := get(t, server.URL+"/calendar.ics?actor=Ethiopia")
	if response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != "text/calendar; charset=utf-8" {
		t.Fatalf("status %d, %s", response.StatusCode, response.Header.Get("Content-Type"))
	}
	lines := strings.Split(strings.TrimSuffix(body, "\r\n"), "\r\n")
	for _, line := range lines {
		if len(line) > 76 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("the line %q is too long or not ended as it must be", line)
		}
	}
	text := strings.ReplaceAll(body, "\r\n ", "")
	if lines[0] != "BEGIN:VCALENDAR" || lines[len(lines)-1] != "END:VCALENDAR" || strings.Count(text, "BEGIN:VEVENT") != strings.Count(text, "END:VEVENT") {
		t.Errorf("the parts of the calendar do not fit together:\n%s", body)
	}
	// The power line is due by the end of the year; the visit of June is over.
	if !strings.Contains(text, "DTSTART;VALUE=DATE:20261231") || !strings.Contains(text, "DTEND;VALUE=DATE:20270101") || !strings.Contains(text, "finish the power line before the end of the year (open)") {
		t.Errorf("what is due is not there:\n%s", text)
	}
	if strings.Contains(text, "visited") || strings.Contains(text, "Mongolia") {
		t.Errorf("what is over, or of others, is there:\n%s", text)
	}
	if _, body := get(t, server.URL+"/calendar.ics"); !strings.Contains(body, "BEGIN:VEVENT") {
		t.Error("the calendar of all is empty")
	}
}
