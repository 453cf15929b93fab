package main

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"

	"chancery/query"
)

//go:embed page.html
var pageHTML string

// sheetHTML is what the template is filled with.
type sheetHTML struct {
	Title    string
	About    string
	Empty    string
	Sections []query.Section
	Sources  []cites
}

// writeHTML sets a page as HTML in one file, for a screen and for paper. The template is read only
// here, because most commands never need it.
func writeHTML(w io.Writer, p page) error {
	parsed, err := template.New("page").Funcs(template.FuncMap{
		"short": short, "sign": sign, "web": web,
		"tone": func(l query.Line) query.Tone { return query.ToneOf(l.State) },
	}).Parse(pageHTML)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := parsed.Execute(&b, sheetHTML{p.title, p.about, p.empty, p.sections, byReport(p.sources)}); err != nil {
		return err
	}
	_, err = b.WriteTo(w)
	return err
}
