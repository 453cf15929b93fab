package press

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

var (
	// A picture goes, with its alternative text: that is no prose of the report.
	markdownImage = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`!\[[^\[\]]*\]\([^()\s]*(?:\s+"[^"\n]*")?\)`)
	})
	// A link leaves its text, which may hold one pair of brackets and a line break. What follows
	// must look like an address, so that "[sic](as he put it)" stays.
	markdownLink = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(<?(?:https?:|/|#|\.|mailto:|www\.|ftp:)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)`)
	})
	markdownHeading = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?m)^[ ]{0,3}(?:#{1,6} +)+`)
	})
	markdownQuote = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?m)^[ ]{0,3}(?:> ?)+`)
	})
	// Pandoc sets lists with three spaces after the mark; text that lost its line breaks still
	// shows where the items began.
	lostListItem = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(\S) -   (\S)`)
	})
	// Quotes that lost their line breaks have their marks between words.
	lostQuote = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`([\pL,;:.?!’”—]) > `) })
)

// withoutMarkdown drops the marks of Markdown and keeps the words between them.
func withoutMarkdown(text string) string {
	if strings.Contains(text, "](") {
		text = markdownImage().ReplaceAllString(text, "")
		text = markdownLink().ReplaceAllString(text, "$1")
	}
	if strings.Contains(text, "# ") {
		text = markdownHeading().ReplaceAllString(text, "")
	}
	if strings.Contains(text, ">") {
		text = markdownQuote().ReplaceAllString(text, "")
	}
	if strings.Count(text, " > ") > 1 {
		text = lostQuote().ReplaceAllString(text, "$1 ")
	}
	if strings.Contains(text, " -   ") {
		text = lostListItem().ReplaceAllString(text, "$1\n-   $2")
	}
	text = withoutBackslashes(text)
	return withoutEmphasis(text)
}

// isRule reports whether a line is a rule, or a row of marks, between parts of a text.
func isRule(line string) bool {
	if line == "" || !strings.Contains("*-_=~", line[:1]) || strings.Trim(line, line[:1]+" ") != "" {
		return false
	}
	marks := strings.Count(line, line[:1])
	return marks > 3 || marks == 3 && line[0] != '-' // "---" also closes a table or a quotation
}

// withoutBackslashes drops the backslashes that keep Markdown from reading a mark.
func withoutBackslashes(text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' {
			out = append(out, text[i])
			continue
		}
		end := i
		for end < len(text) && text[end] == '\\' {
			end++
		}
		if end < len(text) && !strings.ContainsRune("*_#[]()<>!.-+'\"`$~|{}&\n", rune(text[end])) {
			out = append(out, text[i:end]...)
		}
		i = end - 1
	}
	return string(out)
}

// withoutEmphasis drops asterisks and underscores that lean on a word from one side, if the
// paragraph has one that opens and another: a lone one is a footnote mark or a censored word. One between letters is
// part of a name or a formula and stays.
func withoutEmphasis(text string) string {
	if !strings.ContainsAny(text, "*_") {
		return text
	}
	var out strings.Builder
	out.Grow(len(text))
	for {
		paragraph, rest, more := strings.Cut(text, "\n\n")
		writeWithoutEmphasis(&out, paragraph)
		if !more {
			return out.String()
		}
		out.WriteString("\n\n")
		text = rest
	}
}

func writeWithoutEmphasis(out *strings.Builder, paragraph string) {
	var marks [][2]int
	openers := 0
	for i := 0; i < len(paragraph); i++ {
		if c := paragraph[i]; c != '*' && c != '_' {
			continue
		}
		end := i
		for end < len(paragraph) && (paragraph[end] == '*' || paragraph[end] == '_') {
			end++
		}
		switch {
		case isEmphasis(paragraph, i, end):
			if opensEmphasis(paragraph, i, end) {
				openers++
			}
			marks = append(marks, [2]int{i, end})
		case paragraph[i:end] == "*" && standsFree(paragraph, i, end): // "*Geneva *", set loosely
			marks = append(marks, [2]int{i, end})
		}
		i = end - 1
	}
	if openers == 0 || len(marks) < 2 {
		out.WriteString(paragraph)
		return
	}
	at := 0
	for _, mark := range marks {
		out.WriteString(paragraph[at:mark[0]])
		at = mark[1]
	}
	out.WriteString(paragraph[at:])
}

// isEmphasis judges the run of marks at [start, end) by what stands on either side of it.
func isEmphasis(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	openBefore := start == 0 || unicode.IsSpace(before)
	openAfter := end == len(text) || unicode.IsSpace(after)
	wordBefore := start > 0 && (unicode.IsLetter(before) || unicode.IsDigit(before))
	wordAfter := end < len(text) && (unicode.IsLetter(after) || unicode.IsDigit(after))
	switch {
	case wordBefore && wordAfter:
		return end-start >= 2 && !strings.Contains(text[start:end], "_") && end-start <= 3 && doubleEmphasis(text, start, end)
	case openBefore && openAfter:
		return strings.HasPrefix(text[start:end], "**") // "**Title **": the pair is set loosely
	case strings.Contains(text[start:end], "_") && inAddress(text[max(0, start-longestAddress):start]):
		return false // part of an address
	case strings.Contains(text[start:end], "_"):
		return (openBefore || unicode.IsPunct(before) && before != '@' && before != '/' && before != '#') &&
			(openAfter || wordAfter || unicode.IsPunct(after)) ||
			(openAfter || unicode.IsPunct(after) && after != '@' && after != '/') && (wordBefore || unicode.IsPunct(before))
	}
	return true
}

// longestAddress bounds how far back an address may have begun, in bytes.
const longestAddress = 200

// inAddress reports whether the text ends inside a name such as "@some_body" or "#a_topic".
func inAddress(before string) bool {
	return strings.ContainsAny(before[strings.LastIndexByte(before, ' ')+1:], "@/#")
}

// opensEmphasis reports whether the marks lean on what follows them.
func opensEmphasis(text string, start, end int) bool {
	if end == len(text) || text[end] == ' ' || text[end] == '\n' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return start == 0 || unicode.IsSpace(before) || (unicode.IsLetter(after) || unicode.IsDigit(after)) && !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

func standsFree(text string, start, end int) bool {
	return (start == 0 || text[start-1] == ' ' || text[start-1] == '\n') && (end == len(text) || text[end] == ' ' || text[end] == '\n')
}

// doubleEmphasis tells "**Moscow**and" from "f**k": a bold stretch has another double mark near.
func doubleEmphasis(text string, start, end int) bool {
	mark := text[start:end]
	near := text[max(0, start-200):start] + " " + text[end:min(len(text), end+200)]
	return strings.Contains(near, mark)
}
