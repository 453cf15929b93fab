package desk_test

import (
	"strings"
	"unicode/utf8"

	"pgregory.net/rapid"

	"chancery"
	"chancery/press"
)

// cast is who a sentence is about.
type cast struct {
	a, b, c                         state
	association, leader, office, at string
}

func drawCast(t *rapid.T) cast {
	every := rapid.IntRange(0, len(states)-1)
	three := rapid.SliceOfNDistinct(every, 3, 3, rapid.ID[int]).Draw(t, "states")
	c := cast{
		a: states[three[0]], b: states[three[1]], c: states[three[2]],
		association: rapid.SampledFrom(associations).Draw(t, "association"),
		at:          rapid.SampledFrom(times).Draw(t, "time"),
	}
	c.office = c.a.adjective + " " + rapid.SampledFrom(offices).Draw(t, "office")
	c.leader = c.a.leader
	return c
}

// fill puts the cast into a wording.
func (c cast) fill(wording string) string {
	return strings.NewReplacer(
		"{A}", c.a.name, "{B}", c.b.name, "{C}", c.c.name, "{a}", c.a.adjective, "{b}", c.b.adjective,
		"{X}", c.association, "{Z}", c.b.capital, "{L}", c.leader, "{T}", c.at, "{office}", c.office,
	).Replace(wording)
}

// drawSentence draws a sentence of news: a deed in some voice and mood, or a scene, perhaps as
// somebody's word.
func drawSentence(t *rapid.T) string {
	c := drawCast(t)
	if rapid.IntRange(0, 3).Draw(t, "scene?") == 0 {
		return c.fill(rapid.SampledFrom(scenes).Draw(t, "scene"))
	}
	d := rapid.SampledFrom(deeds).Draw(t, "deed")
	subject := rapid.SampledFrom([]string{"{A}", "{A}", "The {a} government", "{L}", "The {a} foreign ministry", "{A} and {C}", "It", "The minister"}).Draw(t, "subject")
	clause := subject + " " + rapid.SampledFrom([]string{
		d.past, d.past + " {T}", "has not " + d.past, "did not " + d.base, "will " + d.base + " {T}", "plans to " + d.base,
		"refused to " + d.base, "wants to " + d.base, "could " + d.base, "would " + d.base, "agreed to " + d.base,
	}).Draw(t, "mood")
	speaker := rapid.SampledFrom([]string{"{C}’s foreign ministry", "{L}", "the ministry", "he", "the Kremlin", "an official in {Z}", "a spokeswoman for {X}"}).Draw(t, "speaker")
	saying := rapid.SampledFrom(sayings).Draw(t, "saying")
	wrapped := rapid.SampledFrom([]string{
		clause + ".", clause + ".", clause + ".", clause + ", " + speaker + " " + saying + ".",
		speaker + " " + saying + " that " + clause + ".", "“" + clause + ",” " + speaker + " " + saying + ".",
		"\"We want peace with {B},\" " + speaker + " said. \"" + clause + ".\"",
		"According to " + speaker + ", " + clause + ".", clause + ", and {C} " + d.past + ".",
		"{L}, {office}:\n\n“" + clause + ". Our countries are friends, and we will " + d.base + ".”",
	}).Draw(t, "voice")
	return upperFirst(c.fill(wrapped))
}

func upperFirst(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

// drawProse draws a text of a few paragraphs, with a dateline or without.
func drawProse(t *rapid.T) string {
	var b strings.Builder
	b.WriteString(rapid.SampledFrom([]string{
		"", "", "MOSCOW, November 20. /TASS/. ", "HANOI, Dec. 3 — ", "APIA, 9 May (PNA) - ", "VIENNA. ",
		"NAIROBI, March 11, 2026 (East African Wire) — ", " date 2025-11-20 ", "ADDIS ABABA, April 21, 2026 (Highland News) - ",
	}).Draw(t, "dateline"))
	for i := range rapid.IntRange(3, 8).Draw(t, "sentences") {
		if i > 0 {
			b.WriteString(rapid.SampledFrom([]string{" ", " ", "\n\n", "\n", "\u00a0"}).Draw(t, "gap"))
		}
		b.WriteString(drawSentence(t))
	}
	return b.String()
}

// drawNoise damages a text as the world does: cut off, with odd characters, with strange words in it.
func drawNoise(t *rapid.T, text string) string {
	for range rapid.IntRange(0, 3).Draw(t, "damages") {
		at := rapid.IntRange(0, len(text)).Draw(t, "at")
		for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
			at--
		}
		switch rapid.IntRange(0, 5).Draw(t, "damage") {
		case 0:
			text = text[:at]
		case 1:
			text = text[at:]
		case 2:
			text = text[:at] + rapid.String().Draw(t, "letters") + text[at:]
		case 3:
			text = text[:at] + rapid.SampledFrom([]string{
				"“", "”", "\"", "(", ")", "\u00a0", "\u200b", "e\u0301", "\ufeff", " — ", "\n\n", "…", "?", "İ", "ﬁ", "🇱🇦", "\x00", "\u2028",
			}).Draw(t, "mark") + text[at:]
		case 4:
			text = strings.ReplaceAll(text, " ", rapid.SampledFrom([]string{"\u00a0", "  ", "\n", "\t"}).Draw(t, "space"))
		case 5:
			text = rapid.SampledFrom([]func(string) string{strings.ToUpper, strings.ToLower, strings.ToTitle}).Draw(t, "case")(text)
		}
	}
	return text
}

// drawReport draws a report as press hands it over: from the text, or with what a feed gives beside it.
func drawReport(t *rapid.T) chancery.Report {
	text := drawNoise(t, drawProse(t))
	report, err := press.Read("generated.txt", []byte(text))
	if err != nil { // damaged beyond what press lets through: read it all the same
		clean := strings.ToValidUTF8(text, "\ufffd")
		report = chancery.Report{ID: chancery.Fingerprint(clean), Name: "generated.txt", Text: clean, Language: "en"}
	}
	if rapid.Bool().Draw(t, "dated") {
		report.Published = chancery.Day(chancery.NewDate(2025, 1, 1).AddDays(rapid.IntRange(0, 500).Draw(t, "day")))
		report.Published.Basis = chancery.BasisPublished
	}
	if report.Publisher == "" && rapid.Bool().Draw(t, "published") {
		report.Publisher = "Generated Wire"
	}
	return report
}
