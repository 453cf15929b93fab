package desk_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"chancery"
)

// hostile are texts that make careless programs slow or stop, at the given size.
func hostile(n int) map[string]string {
	repeat := func(s string) string { return strings.Repeat(s, n/len(s)) }
	return map[string]string{
		"one endless sentence":                repeat("the minister of Laos and "),
		"one endless word":                    repeat("a"),
		"an endless word of two-byte letters": "Laos supports " + repeat("é"),
		"opening quotation marks":             repeat("“"),
		"straight quotation marks":            repeat("\""),
		"brackets in brackets":                repeat("(") + strings.Repeat(")", n),
		"digits":                              repeat("123456789 "),
		"dates":                               repeat("July 17 2025 "),
		"commas":                              repeat(", "),
		"full stops":                          repeat(". "),
		"question marks":                      repeat("Laos? "),
		"capitals":                            repeat("KENYA HAS SIGNED A TREATY WITH PERU. "),
		"capitals without a stop":             repeat("KENYA HAS SIGNED A TREATY WITH PERU "),
		"states in a row":                     repeat("Kenya, Peru and "),
		"line breaks":                         repeat("\n"),
		"paragraphs of one word":              repeat("Laos\n\n"),
		"said, said, said":                    repeat("said Lavrov, "),
		"speech in speech":                    repeat("Lavrov said that ") + "Laos wants peace.",
		"attributed quotations":               repeat("“Kenya signed a treaty with Peru,” Lavrov said. "),
		"unattributed quotations":             repeat("“Kenya signed a treaty with Peru in the morning.” "),
		"according to":                        repeat("according to "),
		"quotations within one paragraph":     repeat("Lavrov said \"Laos\" and "),
		"conjuncts of verbs":                  "Kenya " + repeat("met Peru and "),
		"genitives":                           repeat("Kenya’s "),
		"of of of":                            repeat("the minister of the ministry of "),
		"pronouns":                            repeat("They met. It did. He said so. "),
		"anniversaries":                       repeat("Belarus marked the first anniversary of its membership in the SCO. "),
		"combining accents":                   "Laos" + repeat("\u0301"),
		"right to left":                       repeat("\u202eLaos \u202c"),
		"bytes that are no letters":           repeat("\x80\xff"),
		"null bytes":                          repeat("\x00"),
		"stems of two letters":                repeat("They are oring, uding and ired. She aded, he ored. "),
	}
}

// Property 8: no text makes the desk hang or fall over, whatever it is made of. A reading that went
// back over what it has read would not end before the test command gives up; BenchmarkHostile tells
// how the time grows.
func TestHostileTextsAreRead(t *testing.T) {
	size := 60_000 / slower
	if testing.Short() {
		size = 20_000 / slower
	}
	for name, text := range hostile(size) {
		t.Run(name, func(t *testing.T) {
			reading := theDesk().Read(chancery.Report{ID: "hostile", Text: text})
			if len(reading.Claims) < 500 { // sound looks at each claim beside the whole text
				for _, wrong := range sound(reading) {
					t.Error(wrong)
				}
			}
		})
	}
}

func TestAMegabyteWithoutAFullStopIsRead(t *testing.T) {
	theDesk().Read(chancery.Report{ID: "long", Text: strings.Repeat("Kenya and Peru signed a treaty and ", 1<<20/35/slower)})
}

// BenchmarkHostile reads each hostile text once, and four times as much of it: the time should grow
// fourfold.
func BenchmarkHostile(b *testing.B) {
	const size = 60_000
	quarter := hostile(size / 4)
	for name, text := range hostile(size) {
		b.Run(name, func(b *testing.B) {
			var short time.Duration
			for b.Loop() {
				b.StopTimer()
				start := time.Now()
				theDesk().Read(chancery.Report{ID: "hostile", Text: quarter[name]})
				short += time.Since(start)
				b.StartTimer()
				theDesk().Read(chancery.Report{ID: "hostile", Text: text})
			}
			b.ReportMetric(float64(b.Elapsed())/float64(short), "times-a-quarter")
		})
	}
}

// drawBytes draws text that nobody wrote: bytes, or letters of all scripts, between sentences.
func drawBytes(t *rapid.T) string {
	var b strings.Builder
	for range rapid.IntRange(1, 4).Draw(t, "pieces") {
		switch rapid.IntRange(0, 2).Draw(t, "piece") {
		case 0:
			b.Write(rapid.SliceOfN(rapid.Byte(), 0, 200).Draw(t, "bytes"))
		case 1:
			b.WriteString(rapid.String().Draw(t, "letters"))
		case 2:
			b.WriteString(drawSentence(t))
		}
	}
	return b.String()
}

func TestAnyBytesAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawBytes(t)
		body := rapid.IntRange(-1, len(text)+1).Draw(t, "body start")
		for body > 0 && body < len(text) && !utf8.RuneStart(text[body]) {
			body++
		}
		report := chancery.Report{ID: "bytes", Text: text, BodyStart: body}
		for _, wrong := range sound(theDesk().Read(report)) {
			t.Errorf("%s\nin %q", wrong, text)
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"", "They are oring. He aded.", "Kenya signed a treaty with Peru.", "“Laos wants peace,” Lavrov said.", "\xff\xfe K\x00enya met Peru",
		"MOSCOW, November 20. /TASS/. Laos supports Russia’s plan, the ministry said.", "(((“\"'‘’", "July 17 July 17 July 17",
		"Belarus marked the first anniversary of its membership in the SCO.",
	} {
		f.Add(text, 0, uint16(2025))
	}
	f.Fuzz(func(t *testing.T, text string, bodyStart int, year uint16) {
		for bodyStart > 0 && bodyStart < len(text) && !utf8.RuneStart(text[bodyStart]) {
			bodyStart++
		}
		report := chancery.Report{ID: "fuzz", Text: text, BodyStart: bodyStart}
		if year%2 == 1 {
			report.Published = chancery.Day(chancery.NewDate(int(year), 7, 1))
		}
		for _, wrong := range sound(theDesk().Read(report)) {
			t.Error(wrong)
		}
	})
}
