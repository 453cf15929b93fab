package press

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Limits on pages. They are checked on the bare tokens, before a tree is built.
const (
	maxDepth = 2000   // open elements; the tree builder itself stops at 512
	maxTags  = 30_000 // elements on a page; the extractor's time grows with their square
	fewBytes = 500    // of visible text: a page with so little is an article without a frame
)

// readPage adapts an HTML page to an article. A page that is cut off is read as far as it goes.
func readPage(data []byte) (article, *Error) {
	text, at, next, err := decodePage(data)
	if err != nil {
		return article{}, &Error{Place: Place{Byte: at}, Err: err, Next: next}
	}
	if at, err := guardPage(text); err != nil {
		return article{}, &Error{Place: Place{Byte: at}, Err: err, Next: "save the article alone, or its text"}
	}
	document, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return article{}, &Error{Err: reason(ErrTooDeep, "%v", err), Next: "save the article alone, or its text"}
	}
	visible := renderText(document)
	result, err := trafilatura.ExtractDocument(document, trafilatura.Options{
		EnableFallback:  true,
		ExcludeComments: true,
		// The extensive search guesses from any number on the page; a missing date is better.
		HtmlDateMode: trafilatura.Fast,
	})
	switch {
	case err != nil && visible != "" && len(visible) < fewBytes:
		return article{text: visible}, nil
	case err != nil:
		return article{}, &Error{Err: reason(ErrEmpty, "no article was found on the page (%v)", err), Next: "save the article's text in a .txt file"}
	}
	meta := result.Metadata
	body := renderText(result.ContentNode)
	if len(visible) < fewBytes { // there is nothing to choose from, and the extractor says it twice
		body = visible
	}
	a := article{text: body, title: meta.Title, publisher: meta.Sitename, url: meta.URL}
	if !meta.Date.IsZero() {
		a.pageDate = meta.Date.Format(time.DateOnly)
	}
	return a, nil
}

// guardPage refuses pages that would cost the tree builder or the extractor too much.
func guardPage(text string) (int64, error) {
	tokens := html.NewTokenizer(strings.NewReader(text))
	depth, tags, at := 0, 0, 0
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			if err := tokens.Err(); !errors.Is(err, io.EOF) {
				return int64(at), reason(ErrFormat, "%v", err)
			}
			return 0, nil
		case html.StartTagToken:
			tags++
			if name, _ := tokens.TagName(); nests(name) {
				depth++
			}
		case html.EndTagToken:
			if name, _ := tokens.TagName(); nests(name) {
				depth = max(0, depth-1)
			}
		}
		at += len(tokens.Raw())
		if depth > maxDepth {
			return int64(at), reason(ErrTooDeep, "more than %d elements are open", maxDepth)
		}
		if tags > maxTags {
			return int64(at), reason(ErrTooLarge, "a page may have %d elements", maxTags)
		}
	}
}

// nests reports whether an element stays open until it is closed. Void elements never open, and
// those with optional end tags close each other.
func nests(name []byte) bool {
	switch atom.Lookup(bytes.ToLower(name)) {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
		atom.Param, atom.Source, atom.Track, atom.Wbr, atom.P, atom.Li, atom.Dt, atom.Dd, atom.Option, atom.Tr,
		atom.Td, atom.Th, atom.Thead, atom.Tbody, atom.Tfoot:
		return false
	}
	return true
}

// renderText writes the text of an element with its paragraphs parted by blank lines.
func renderText(node *html.Node) string {
	var out strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			out.WriteString(strings.Join(strings.FieldsFunc(spaced(n.Data), func(r rune) bool { return r == '\n' || r == '\t' || r == '\r' }), " "))
			return
		case n.DataAtom == atom.Br:
			out.WriteString("\n")
			return
		case n.DataAtom == atom.Head || n.Type == html.ElementNode && unseen(n.DataAtom):
			return
		}
		block := blockElement(n.DataAtom)
		if block {
			out.WriteString("\n\n")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			out.WriteString("\n\n")
		}
	}
	if node != nil {
		walk(node)
	}
	return strings.TrimSpace(out.String())
}

// spaced keeps the space that a line break at either end of a text stands for.
func spaced(data string) string {
	trimmed := strings.TrimSpace(data)
	if trimmed == "" {
		return " "
	}
	start := strings.Index(data, trimmed)
	if start > 0 {
		trimmed = " " + trimmed
	}
	if !strings.HasSuffix(data, trimmed) {
		trimmed += " "
	}
	return trimmed
}

// unseen elements hold no prose, or none of the article's.
func unseen(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Form, atom.Iframe, atom.Svg, atom.Button, atom.Select:
		return true
	}
	return false
}

func blockElement(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Blockquote,
		atom.Table, atom.Tr, atom.Td, atom.Section, atom.Article, atom.Figure, atom.Pre, atom.Dl, atom.Dd, atom.Dt:
		return true
	}
	return false
}

// recovered turns a panic of the extractor, which is not ours, into an error of this one page.
func recovered(err **Error) {
	if p := recover(); p != nil {
		*err = &Error{Err: reason(ErrFormat, "the extractor failed: %s", fmt.Sprint(p)), Next: "save the article's text in a .txt file"}
	}
}
