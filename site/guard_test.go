package site_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"chancery"
	"chancery/press"
	"chancery/site"
)

// hostile is a report that tries what a page could fall for.
func hostile(t testing.TB) chancery.Reading {
	t.Helper()
	const script = `<script>alert(1)</script>`
	text := "VIENTIANE, 1 June 2026 – Laos signed an agreement with Belarus on \"><img src=x onerror=alert(2)> trade on Monday. " +
		script + " Laos\u202e surales \u202c invited Belarus. </title></textarea><svg onload=alert(3)> {{.}} ]]> \x1b[31m'\"`javascript:alert(4)"
	report := chancery.Report{Name: "a" + script + ".txt", Title: script + strings.Repeat("very long ", 100_000), Text: text,
		Publisher: `Evil "News" ` + script, URL: "javascript:alert(5)", Published: chancery.Day(chancery.NewDate(2026, 6, 2)),
		PublishedWhy: []string{script}}
	report.ID = press.Identify(report.Text, report.Publisher)
	reading := theDesk().Read(report)
	if len(reading.Claims) == 0 {
		t.Fatal("nothing was read in the hostile report, so nothing of it is on most pages")
	}
	return reading
}

func TestHostileReports(t *testing.T) {
	reading := hostile(t)
	server := open(t, "", reading)
	paths := []string{"/", "/actors", "/actors/LAO", "/pairs/BLR/LAO", "/agreements", "/commitments", "/timeline", "/reports",
		"/reports/" + reading.Report.ID, "/search?q=trade", "/search?publisher=" + url.QueryEscape(reading.Report.Publisher),
		"/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/actors/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/network?with=%3Cscript%3E&said=1",
		"/timeline?actor=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/?as-of=%3Cscript%3E", link(t, server.URL, "/agreements", `href="(/entries/[0-9a-f]+)"`)}
	seen := false
	for _, path := range paths {
		_, body := get(t, server.URL+path)
		sound(t, path, body)
		for _, bad := range []string{"<script>", "<img", "<svg onload", "javascript:alert(5)", "\u202e", "\x1b"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s: %q stands in the page as it came", path, bad)
			}
		}
		if len(body) > 400_000 {
			t.Errorf("%s has %d bytes: a title of a megabyte is written out", path, len(body))
		}
		seen = seen || strings.Contains(body, "Evil &#34;News&#34;")
	}
	if !seen {
		t.Error("the hostile report is on no page")
	}
}

func TestHeaders(t *testing.T) {
	server := open(t, "")
	for _, path := range []string{"/", "/actors/Kenia", "/map", "/healthz"} {
		response, _ := get(t, server.URL+path)
		policy := response.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
			t.Errorf("%s: policy %q", path, policy)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin"} {
			if got := response.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
	}
	asset := link(t, server.URL, "/", `href="(/assets/[0-9a-f]+/chancery.css)"`)
	response, _ := get(t, server.URL+asset)
	if !strings.Contains(response.Header.Get("Cache-Control"), "immutable") || !strings.HasPrefix(response.Header.Get("Content-Type"), "text/css") {
		t.Errorf("the style sheet comes as %v", response.Header)
	}
}

// send makes a request with headers, "Host" among them, and a form where there is one.
func send(t *testing.T, method, address, form string, headers ...string) (int, string) {
	t.Helper()
	request, err := http.NewRequest(method, address, strings.NewReader(form))
	if err != nil {
		t.Fatal(err)
	}
	if form != "" {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			request.Host = headers[i+1]
		}
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

func TestForgedRequests(t *testing.T) {
	server := open(t, "")
	form := url.Values{"text": {"Laos signed an agreement with Belarus."}, "keep": {"1"}}.Encode()
	for _, test := range []struct {
		name    string
		method  string
		headers []string
		status  int
	}{
		{"another site's form", "POST", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"another site's form in an old browser", "POST", []string{"Origin", "https://evil.example"}, 403},
		{"a name that somebody made point here", "GET", []string{"Host", "evil.example"}, 421},
		{"the same with a port", "POST", []string{"Host", "evil.example:8421"}, 421},
		{"this machine's name", "GET", []string{"Host", "localhost:8421"}, 200},
		{"this machine's address", "GET", []string{"Host", "[::1]:8421"}, 200},
		{"its own form", "POST", []string{"Sec-Fetch-Site", "same-origin"}, 303},
	} {
		body := ""
		path := "/actors"
		if test.method == "POST" {
			body, path = form, "/read"
		}
		if status, _ := send(t, test.method, server.URL+path, body, test.headers...); status != test.status {
			t.Errorf("%s: status %d, want %d", test.name, status, test.status)
		}
	}
	for _, method := range []string{"PUT", "DELETE", "PATCH"} {
		if status, _ := send(t, method, server.URL+"/read", ""); status < 400 {
			t.Errorf("%s /read: status %d", method, status)
		}
	}
}

func TestToken(t *testing.T) {
	const token = "0123456789abcdef"
	server := open(t, token)
	if status, body := send(t, "GET", server.URL+"/actors/KEN", ""); status != 303 || strings.Contains(body, "Ethiopia") {
		t.Errorf("without a token: status %d", status)
	}
	if status, _ := send(t, "POST", server.URL+"/read", "text=x"); status != 401 {
		t.Errorf("a form without a token: status %d", status)
	}
	if status, _ := send(t, "GET", server.URL+"/actors/KEN", "", "Authorization", "Bearer "+token); status != 200 {
		t.Errorf("with the token: status %d", status)
	}
	if status, _ := send(t, "GET", server.URL+"/actors/KEN", "", "Authorization", "Bearer "+token[1:]); status != 303 {
		t.Errorf("with another token: status %d", status)
	}
	if status, _ := send(t, "GET", server.URL+"/api/v1/actors", ""); status != 401 {
		t.Errorf("the API without a token: status %d", status)
	}
	if status, _ := send(t, "GET", server.URL+"/healthz", ""); status != 200 {
		t.Errorf("/healthz: status %d", status)
	}
	_, form := get(t, server.URL+"/login")
	sound(t, "/login", form)
	if strings.Contains(form, "/actors") {
		t.Error("whoever has not shown the token sees the menu")
	}
	if status, _ := send(t, "POST", server.URL+"/login", "token=wrong"); status != 403 {
		t.Errorf("a wrong token: status %d", status)
	}
	response, err := client.PostForm(server.URL+"/login", url.Values{"token": {token}})
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	cookies := response.Cookies()
	if len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteStrictMode || strings.Contains(cookies[0].Value, token) {
		t.Fatalf("the cookie: %v", cookies)
	}
	if status, _ := send(t, "GET", server.URL+"/actors/KEN", "", "Cookie", cookies[0].String()); status != 200 {
		t.Errorf("with the cookie: status %d", status)
	}
}

func TestAllowedAddresses(t *testing.T) {
	for _, test := range []struct {
		address, token string
		allowed        bool
	}{
		{"127.0.0.1:8421", "", true}, {"localhost:0", "", true}, {"[::1]:8421", "", true}, {"127.8.9.1:80", "", true},
		{"0.0.0.0:8421", "", false}, {":8421", "", false}, {"[::]:8421", "", false}, {"192.168.0.7:8421", "", false}, {"desk.ministry.example:8421", "", false},
		{"localhost.evil.example:1", "", false}, {"127.0.0.1", "", false},
		{":8421", "short", false}, {":8421", "0123456789abcdef", true},
	} {
		if err := site.Allowed(test.address, test.token); (err == nil) != test.allowed {
			t.Errorf("%q with the token %q: %v", test.address, test.token, err)
		}
	}
}

func TestReadingAPastedText(t *testing.T) {
	server := open(t, "")
	const text = "On Monday the foreign minister of Laos visited Belarus. The two countries signed an agreement on visa-free travel."
	values := url.Values{"text": {text}, "title": {"Laos and Belarus"}, "publisher": {"Mekong Wire"}, "published": {"2026-06-24"}}
	status, shown := send(t, "POST", server.URL+"/read", values.Encode())
	if status != 200 || !strings.Contains(shown, "signed an agreement on visa-free travel") || !strings.Contains(shown, "Keep it") {
		t.Fatalf("status %d; the text is not shown as it was read:\n%s", status, shown)
	}
	sound(t, "/read", shown)
	if _, body := get(t, server.URL+"/reports"); strings.Contains(body, "Mekong Wire") {
		t.Error("it was kept before anybody asked")
	}
	values.Set("keep", "1")
	response, err := client.PostForm(server.URL+"/read", values)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	kept := response.Header.Get("Location")
	if response.StatusCode != 303 || !strings.HasPrefix(kept, "/reports/") {
		t.Fatalf("keeping: status %d, to %q", response.StatusCode, kept)
	}
	if _, body := get(t, server.URL+kept); !strings.Contains(body, "Laos and Belarus") || !strings.Contains(body, "The whole entry") {
		t.Error("the report that was kept has no page of its own")
	}
	if _, body := get(t, server.URL+"/pairs/BLR/LAO"); !strings.Contains(body, "Mekong Wire") {
		t.Error("what was kept is not on record")
	}
}

func TestTextsThatAreRefused(t *testing.T) {
	server := open(t, "")
	for _, test := range []struct {
		name   string
		values url.Values
		status int
		words  string
	}{
		{"nothing", url.Values{"text": {"  "}}, 400, "Paste the text"},
		{"an address that is none", url.Values{"text": {"Laos."}, "url": {"javascript:alert(1)"}}, 400, "must begin with https"},
		{"a day that is none", url.Values{"text": {"Laos."}, "published": {"24 June"}}, 400, "Write year, month and day"},
		{"a long text", url.Values{"text": {strings.Repeat("Laos ", 300_000)}}, 400, "more than a megabyte"},
		{"a body beyond all bounds", url.Values{"text": {strings.Repeat("%", 2_000_000)}}, 413, "more than a megabyte"},
		{"what the reader refuses", url.Values{"text": {"unreadable"}}, 422, "could not be read: no language"},
	} {
		status, body := send(t, "POST", server.URL+"/read", test.values.Encode())
		if status != test.status || !strings.Contains(body, test.words) {
			t.Errorf("%s: status %d, want %d with %q", test.name, status, test.status, test.words)
		}
	}
	if status, _ := send(t, "POST", server.URL+"/read", "text=%zz"); status != 400 {
		t.Errorf("a broken form: status %d, want 400", status)
	}
}

// TestAFaultCostsOnePage makes the program fail in the middle of an answer.
func TestAFaultCostsOnePage(t *testing.T) {
	made, err := site.New(site.Options{}) // without a record, every question fails
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- made.Serve(ctx, listener) }()
	address := "http://" + listener.Addr().String()
	if status, body := send(t, "GET", address+"/", ""); status != 500 || !strings.Contains(body, "fault") {
		t.Errorf("a fault: status %d, %q", status, body)
	}
	if status, _ := send(t, "GET", address+"/read", ""); status != 200 {
		t.Errorf("after a fault: status %d", status)
	}
	stop()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("closing: %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("the site does not close")
	}
	if _, err := client.Get(address + "/read"); err == nil {
		t.Error("the site answers after it was closed")
	}
}
