package press

import (
	"errors"
	"strings"
	"testing"
)

const examplePage = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Ruritania and Laurania reopen embassies | Example Wire</title>
<meta property="og:site_name" content="Example Wire">
<link rel="canonical" href="https://wire.example.org/world/embassies">
<meta property="article:published_time" content="2024-07-12T08:30:00+02:00">
<script>var advertisement = "buy";</script><style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="ad">Advertisement: buy one, get one free!</div>
<article><h1>Ruritania and Laurania reopen embassies</h1>
<p>STRELSAU, July 12 (Example) &mdash; The foreign ministers of Ruritania and Laurania agreed on Friday to reopen
embassies in each other's capitals, ending nine years without diplomatic relations between the two neighbours.</p>
<p>&ldquo;We have turned a page,&rdquo; the Ruritanian minister told reporters. The accord takes effect on 1&nbsp;September,
according to a <a href="/statement">joint <em>statement</em></a>.</p>
<p>The two countries broke off relations in 2015 after a dispute over fishing rights in the gulf. Talks began last
year with the help of mediators from Norway and Oman.</p>
<p>Laurania's parliament must still approve the accord. A vote is expected before the end of the month, officials
in the capital said.</p></article>
<footer><p>Copyright 2024 Example Wire. All rights reserved.</p></footer></body></html>`

func TestReadPage(t *testing.T) {
	r, err := Read("page.html", []byte(examplePage))
	if err != nil {
		t.Fatal(err)
	}
	if r.Title != "Ruritania and Laurania reopen embassies" || r.Publisher != "Example Wire" || r.URL != "https://wire.example.org/world/embassies" ||
		r.Published.String() != "2024-07-12" || r.DatelinePlace != "STRELSAU" || string(r.Original) != examplePage {
		t.Errorf("%q, %q, %q, %s, %q", r.Title, r.Publisher, r.URL, r.Published, r.DatelinePlace)
	}
	if prose := r.Text[r.BodyStart:]; !strings.HasPrefix(prose, "The foreign ministers") || !strings.HasSuffix(prose, "officials in the capital said.") {
		t.Errorf("the prose is %q", prose)
	}
	for _, want := range []string{"to reopen embassies in each other's", "“We have turned a page,” the", "1 September, according to a joint statement.\n\nThe two"} {
		if !strings.Contains(r.Text, want) {
			t.Errorf("%q is not in %q", want, r.Text)
		}
	}
	for _, frame := range []string{"Home", "buy", "Copyright", "color"} {
		if strings.Contains(r.Text, frame) {
			t.Errorf("%q of the frame is in %q", frame, r.Text)
		}
	}
}

func TestPageCutOffIsReadAsFarAsItGoes(t *testing.T) {
	cut := examplePage[:strings.Index(examplePage, "mediators from Norway")]
	r, err := Read("cut.html", []byte(cut))
	if err != nil || !strings.HasPrefix(r.Text, "STRELSAU") || !strings.HasSuffix(r.Text, "with the help of") {
		t.Errorf("%q, %v", r.Text, err)
	}
	r, err = Read("tag.html", []byte(cut+`<a href="/x`))
	if err != nil || !strings.HasPrefix(r.Text, "STRELSAU") {
		t.Errorf("cut inside a tag: %q, %v", r.Text, err)
	}
}

func TestShortPage(t *testing.T) {
	const text = "The foreign ministers of Ruritania and Laurania met in Strelsau."
	r, err := Read("-", []byte("<html><head><title>News</title></head><body><nav>Home</nav><p>"+text+"</p></body></html>"))
	if err != nil || r.Text != text {
		t.Errorf("%q, %v", r.Text, err)
	}
}

func TestPagesThatAreRefused(t *testing.T) {
	cases := []struct {
		name, data string
		want       error
	}{
		{"a bomb of tags", "<html><body>" + strings.Repeat("<div>", 100_000), ErrTooDeep},
		{"a bomb of formatting", "<html><body>" + strings.Repeat("<b><i>x<p>", 50_000), ErrTooDeep},
		{"deeper than a tree can be", "<html><body>" + strings.Repeat("<div>", 1000) + "Talks.", ErrTooDeep},
		{"too many elements", "<html><body>" + strings.Repeat("<p>x", maxTags+1), ErrTooLarge},
		{"nothing on it", "<html><body><nav>Home</nav></body></html>", ErrEmpty},
		{"a feed", `<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>`, ErrFormat},
		{"a NUL", "<html><body>a\x00b", ErrBinary},
	}
	for _, c := range cases {
		_, err := Read("x.html", []byte(c.data))
		var e *Error
		if !errors.Is(err, c.want) || !errors.As(err, &e) || e.Input != "x.html" || e.Next == "" {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	if _, err := guardPage(strings.Repeat("<p>One<li>Two<br>", 5000)); err != nil {
		t.Errorf("elements that need no end tag: %v", err)
	}
}
