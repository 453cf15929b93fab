package main

import (
	"fmt"
	"strings"

	"chancery"
	"chancery/query"
)

// writeText sets a page as text for a terminal or a file.
func writeText(s *sheet, p page) error {
	s.line(phrase{strong, p.title})
	if p.about != "" {
		s.paragraph("", "", phrase{faint, p.about})
	}
	if len(p.sections) == 0 {
		s.blank()
		s.line(phrase{plain, p.empty})
	}
	for _, section := range p.sections {
		s.blank()
		if section.Title != "" {
			s.line(phrase{accent, strings.ToUpper(section.Title)})
		}
		for _, l := range section.Lines {
			s.textLine(l)
		}
	}
	if len(p.sources) > 0 {
		s.blank()
		s.line(phrase{accent, "SOURCES"})
	}
	for _, report := range byReport(p.sources) {
		s.textSource(report)
	}
	if len(p.sources) > 0 {
		s.blank()
		s.paragraph("", "", phrase{faint, "The signs at the end of the lines name entries: chancery why SIGN shows the passages in context."})
	}
	return s.err
}

func (s *sheet) textLine(l query.Line) {
	const indent = "     "
	state, when := l.Lead()
	phrases := []phrase{}
	switch {
	case state != "" && when != "":
		phrases = append(phrases, phrase{styleOf(l.State), state}, phrase{plain, ", " + when + ": "})
	case state != "":
		phrases = append(phrases, phrase{styleOf(l.State), state}, phrase{plain, ": "})
	default:
		phrases = append(phrases, phrase{strong, l.Heading()}, phrase{plain, ": "})
	}
	phrases = append(phrases, phrase{plain, l.Sentence()})
	if len(l.Sources) > 0 {
		phrases = append(phrases, phrase{faint, " " + numbers(l.Sources)})
	}
	if len(l.Against) > 0 {
		phrases = append(phrases, phrase{plain, " against it: "}, phrase{faint, numbers(l.Against)})
	}
	if from := l.Registered(); from != "" {
		phrases = append(phrases, phrase{faint, " (" + from + ")"})
	} else {
		phrases = append(phrases, phrase{faint, " " + sign(l)})
	}
	s.paragraph(fmt.Sprintf("%3d. ", l.Number), indent, phrases...)
	for _, t := range l.Clashes() {
		s.paragraph(indent, indent, phrase{warn, "But: "}, phrase{faint, t})
	}
	for _, remark := range l.Remarks() {
		s.paragraph(indent, indent, phrase{faint, remark})
	}
}

func (s *sheet) textSource(report cites) {
	const indent = "     "
	s.paragraph("", indent, phrase{plain, report.Source.Citation()}, phrase{faint, " report " + short(report.Source.Report)})
	if report.Source.URL != "" {
		s.paragraph(indent, indent, phrase{faint, report.Source.URL})
	}
	for _, passage := range report.Passages {
		s.paragraph(fmt.Sprintf("%4s ", fmt.Sprintf("[%d]", passage.Number)), indent, phrase{faint, passage.Text})
	}
}

// numbers is "[1, 4]".
func numbers(list []int) string {
	return strings.ReplaceAll(fmt.Sprint(list), " ", ",")
}

// styleOf shows at a glance what is done, what waits and what came to nothing.
func styleOf(state chancery.State) style { return styles[query.ToneOf(state)] }

var styles = map[query.Tone]style{query.ToneHeld: strong, query.ToneDone: good, query.ToneWaits: warn, query.ToneOver: bad}
