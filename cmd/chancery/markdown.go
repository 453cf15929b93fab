package main

import (
	"fmt"
	"io"
	"strings"

	"chancery/query"
)

// writeMarkdown sets a page as Markdown with footnotes, as GitHub, Pandoc and most note programs
// read it.
func writeMarkdown(w io.Writer, p page) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", escape(p.title))
	if p.about != "" {
		fmt.Fprintf(&b, "\n%s\n", escape(p.about))
	}
	if len(p.sections) == 0 {
		fmt.Fprintf(&b, "\n%s\n", escape(p.empty))
	}
	for _, section := range p.sections {
		b.WriteString("\n")
		if section.Title != "" {
			fmt.Fprintf(&b, "## %s\n\n", escape(section.Title))
		}
		for _, l := range section.Lines {
			markdownLine(&b, l)
		}
	}
	for i, source := range p.sources {
		if i == 0 {
			b.WriteString("\n## Sources\n\n")
		}
		fmt.Fprintf(&b, "[^%d]: %s, report `%s`", source.Number, escape(source.Citation()), short(source.Report))
		if web(source.URL) {
			fmt.Fprintf(&b, ", <%s>", strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "\n", "").Replace(source.URL))
		}
		fmt.Fprintf(&b, ": “%s”\n", escape(oneLine(source.Text)))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownLine(b *strings.Builder, l query.Line) {
	fmt.Fprintf(b, "%d. **%s:** %s", l.Number, escape(l.Heading()), escape(l.Sentence()))
	for _, n := range l.Sources {
		fmt.Fprintf(b, "[^%d]", n)
	}
	if len(l.Against) > 0 {
		b.WriteString(" Against it:")
		for _, n := range l.Against {
			fmt.Fprintf(b, "[^%d]", n)
		}
	}
	if from := l.Registered(); from != "" {
		fmt.Fprintf(b, " (%s)\n", escape(from))
	} else {
		fmt.Fprintf(b, " `%s`\n", sign(l))
	}
	for _, t := range l.Clashes() {
		fmt.Fprintf(b, "   - But: %s\n", escape(t))
	}
	for _, remark := range l.Remarks() {
		fmt.Fprintf(b, "   - %s\n", escape(remark))
	}
}

// marks are what Markdown takes for marks of its own, anywhere in a line.
var marks = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;",
	"#", `\#`, "|", `\|`, "~", `\~`, "&", "&amp;")

func escape(text string) string { return marks.Replace(oneLine(text)) }

// web reports whether an address is one that a browser may be sent to.
func web(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}
