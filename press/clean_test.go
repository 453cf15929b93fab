package press

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	wire := "The foreign ministers met on Tuesday and agreed that the joint\n" +
		"commission would convene again before the end of the year to look\n" +
		"at trade, transit and the status of the border crossings.\n" +
		"    Neither side named a date. Officials said that invitations\n" +
		"would be sent out once the parliaments had approved the accord."
	cases := []struct{ name, text, want string }{
		{"plain text stays", "Talks began.\n\nThey ended.", "Talks began.\n\nThey ended."},
		{"Windows line ends", "One.\r\n\r\nTwo.\r\n", "One.\n\nTwo."},
		{"old Mac line ends", "One.\r\rTwo.", "One.\n\nTwo."},
		{"line and paragraph separators", "One.\u2029Two.\u2028Three.", "One.\n\nTwo.\nThree."},
		{"runs of blank lines", "One.\n \n\t\n\n\nTwo.", "One.\n\nTwo."},
		{"odd spaces", "On\u00a012\u202fMay,\u2009the  two\tsides", "On 12 May, the two sides"},
		{"soft hyphens and zero-width spaces", "co\u00adoper\u200bation\ufeff", "cooperation"},
		{"control characters", "The end.\x03\x1b", "The end."},
		{"marks of direction", "\u200eTalks\u200f began\u202a.", "Talks began."},
		{"entities", "Foreign &amp; Commonwealth &ldquo;Office&rdquo;&nbsp;said &#8212; yes", "Foreign & Commonwealth “Office” said — yes"},
		{"entities escaped twice", "R&amp;amp;D", "R&D"},
		{"no entity", "AT&T; R&D; Q&A;", "AT&T; R&D; Q&A;"},
		{"escapes left in a title", `CFPB Isn\u2019t a Court`, "CFPB Isn’t a Court"},
		{"an escaped pair of surrogates", `flags \ud83c\uddf1\ud83c\udde6 waved`, "flags 🇱🇦 waved"},
		{"half a pair stays", `a \ud83c b`, `a \ud83c b`},
		{"a letter with its accent apart", "Sa\u0303o Tome\u0301", "São Tomé"},
		{"links", "the [brainchild](https://example.org/a_(b)) of a [minister](/x \"title\")", "the brainchild of a minister"},
		{"a link across lines", "its [slush\n    fund](https://example.org) grew", "its slush\nfund grew"},
		{"brackets that are no link", "He [the envoy] (who was there) said [sic](as he put it)", "He [the envoy] (who was there) said [sic](as he put it)"},
		{"a picture", "One.\n\n![The envoys](https://example.org/a.jpg)\n\nTwo.", "One.\n\nTwo."},
		{"emphasis", "**Geneva**, *a city*, _again_ and ***once more***", "Geneva, a city, again and once more"},
		{"emphasis set loosely", "**SPRING TALKS **\n\n*Geneva *", "SPRING TALKS\n\nGeneva"},
		{"no emphasis", "5 * 3 and snake_case and @a_name_ and a footnote*", "5 * 3 and snake_case and @a_name_ and a footnote*"},
		{"a censored word", "He said f*** it.", "He said f*** it."},
		{"a heading", "## What was agreed\n\nMuch.", "What was agreed\n\nMuch."},
		{"a hash that is no heading", "#peace is not # 1", "#peace is not # 1"},
		{"backslashes of Markdown", `All\* Above \[sic\] 1\. item`, "All* Above [sic] 1. item"},
		{"a quote", "> Talks began.\n> They ended.", "Talks began.\nThey ended."},
		{"a rule", "One.\n\n* * *\n\nTwo.\n\n----\n\nThree.", "One.\n\nTwo.\n\nThree."},
		{"tags that an extractor left", `<span style="x">Talks</span> <em>began</em>.<br>They ended.<p>Well.</p>`, "Talks began.\n\nThey ended.\n\nWell."},
		{"tickers are no tags", "Fortune <FSYS.O> and Sears <S> and <Yamaha Inc>", "Fortune <FSYS.O> and Sears <S> and <Yamaha Inc>"},
		{"a list with broken lines", "For example:\n -   **One** with\n    [more](https://example.org)\n    to say\n -   Two", "For example:\nOne with more to say\nTwo"},
		{"a list that follows a heading", "***Niger***\n -   One thing that goes\n    on\n <!-- -->\n -   Two", "Niger\nOne thing that goes on\n\nTwo"},
		{"a wrapped block among long lines", strings.Repeat("A long line of a text that was never wrapped, and that no screen could hold. ", 3) + "\n\n    " +
			strings.ReplaceAll(wrap("The commission will look at trade, transit and the status of the border crossings, and it will meet in both capitals before winter sets in.", 60), "\n", "\n    "),
			strings.TrimSpace(strings.Repeat("A long line of a text that was never wrapped, and that no screen could hold. ", 3)) + "\n\n" +
				"The commission will look at trade, transit and the status of the border crossings, and it will meet in both capitals before winter sets in."},
		{"a dash that opens no item", "The talks\n- he said\nwent well", "The talks\n- he said\nwent well"},
		{"wire copy with indents", wire,
			"The foreign ministers met on Tuesday and agreed that the joint commission would convene again before the end of the year to look at trade, transit and the status of the border crossings.\n\n" +
				"Neither side named a date. Officials said that invitations would be sent out once the parliaments had approved the accord."},
		{"paragraphs on one line each", "A first paragraph that goes on and on and is not broken anywhere although it is longer than any screen is wide.\n    A second.\n    A third.",
			"A first paragraph that goes on and on and is not broken anywhere although it is longer than any screen is wide.\nA second.\nA third."},
		{"lines that are meant", "Done at Geneva\nin two originals\nfor Ruritania\nfor Laurania", "Done at Geneva\nin two originals\nfor Ruritania\nfor Laurania"},
		{"a transcript", "THE PRESIDENT: Good morning.\nQ: When?\nTHE PRESIDENT: Soon, I hope, and certainly before long.", "THE PRESIDENT: Good morning.\nQ: When?\nTHE PRESIDENT: Soon, I hope, and certainly before long."},
		{"end mark -0-", "They met.\n-0-\n", "They met."},
		{"end mark ###", "They met.\n\n###", "They met."},
		{"end mark ### after Markdown", `They met.  \###`, "They met."},
		{"end mark ENDS", "They met.\n\nENDS", "They met."},
		{"end mark (END)", "They met. (END)", "They met."},
		{"end mark of Reuters", "They met.\n    They left.  Reuter\x03", "They met.\nThey left."},
		{"several end marks", "They met.\n(END)\n###\n", "They met."},
		{"an end that is a word", "They agreed on how the war could END", "They agreed on how the war could END"},
		{"a source that is no end mark", "So it was told to Reuter", "So it was told to Reuter"},
		{"nothing", " \n\t\r\n ", ""},
	}
	for _, c := range cases {
		got := Clean(c.text)
		if got != c.want {
			t.Errorf("%s:\n%q gave\n%q, want\n%q", c.name, c.text, got, c.want)
		}
		if again := Clean(got); again != got {
			t.Errorf("%s: cleaning %q again gave %q", c.name, got, again)
		}
	}
}

func TestWrappedProseIsJoined(t *testing.T) {
	for _, width := range []int{55, 65, 72, 80, 95} {
		paragraphs := []string{
			"The foreign ministers of Ruritania and Laurania agreed on Friday to reopen embassies in each other's capitals, ending nine years without diplomatic relations, and to send ambassadors before winter.",
			"A joint statement said that the well-known dispute over fishing rights would go to arbitration in The Hague, and that neither side would raise tariffs while the judges were at work on the case.",
		}
		want := strings.Join(paragraphs, "\n\n")
		if got := Clean(wrap(paragraphs[0], width) + "\n\n" + wrap(paragraphs[1], width)); got != want {
			t.Errorf("at width %d:\n%q, want\n%q", width, got, want)
		}
	}
}

// wrap breaks a text as a program that fills lines does.
func wrap(text string, width int) string {
	var lines []string
	current := ""
	for word := range strings.FieldsSeq(text) {
		if current != "" && len(current)+1+len(word) > width {
			lines = append(lines, current)
			current = word
			continue
		}
		current = strings.TrimSpace(current + " " + word)
	}
	return strings.Join(append(lines, current), "\n")
}

// wordBytes drops all that is neither letter nor digit.
func wordBytes(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// Texts made of words, punctuation and white space keep every letter and digit, in order.
func TestCleaningChangesNoWord(t *testing.T) {
	piece := rapid.SampledFrom([]string{"talks", "The", "1994", "St.", "Côte", "d’Ivoire", "U.N.", "well-known", "Österreich", "e",
		" ", "  ", "\n", "\n\n", "\n    ", "\r\n", "\u00a0", "\t", ", ", ". ", "; ", " — ", " - ", "–", "“", "”", "\"", "'", "(", ")", ":", "?", "%", "$", "/"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 60).Draw(t, "pieces"), "")
		got := Clean(text)
		if a, b := wordBytes(text), wordBytes(got); a != b {
			t.Fatalf("%q became %q", text, got)
		}
		if again := Clean(got); again != got {
			t.Fatalf("%q, cleaned again, became %q", got, again)
		}
		if strings.Contains(got, "\n\n\n") || strings.Contains(got, "  ") || got != strings.TrimSpace(got) {
			t.Fatalf("%q is not laid out as promised", got)
		}
	})
}

func TestCleanIsIdempotent(t *testing.T) {
	piece := rapid.SampledFrom([]string{"word", "Geneva", "*", "**", "_", "\\", "\\*", "[", "]", "](https://a.b)", "(x)", "<p>", "</p>", "<b>", "&amp;",
		"amp;", "&lt;", "&#39;", "\\u0026", "\\u2019", "u003b", "\n", "\n\n", " ", "   ", "-   ", "> ", "# ", ".", "Reuter", "###", "END", "\u00ad", "\r", "----"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "pieces"), "")
		once := Clean(text)
		if twice := Clean(once); twice != once {
			t.Fatalf("%q became %q and then %q", text, once, twice)
		}
	})
}

func FuzzClean(f *testing.F) {
	for _, seed := range []string{"**Bold** [a](https://b)", "&amp;lt;p&gt;", `\u0026#92;u2019`, "-   item\n    more", "They met. (END)", "> quote\n\n* * *", "<p>x</p>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := Clean(text)
		if twice := Clean(once); twice != once {
			t.Fatalf("%q became %q and then %q", text, once, twice)
		}
	})
}

// A quarter of a megabyte of any row of marks is cleaned: with work that grew as the square of the
// length, this would not end before the test command gives up.
func TestRowsOfMarksAreCleaned(t *testing.T) {
	const size = 1 << 18
	for _, unit := range rowsOfMarks {
		once := Clean(strings.Repeat(unit, size/len(unit)))
		if Clean(once) != once {
			t.Errorf("%q over and over is not clean after one cleaning", unit)
		}
	}
}

var rowsOfMarks = []string{"_.", "*a ", "[", "[a](", "<p ", "&amp;", "&amp;amp;", "\\", "\\u0026", "**a**", "\nEND", "- \n", "a\n", "-   a\n", "](http://", "> ", " > a", "# ", "\u00ad", "_a @"}
