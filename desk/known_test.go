package desk_test

import (
	"regexp"
	"testing"

	"chancery"
)

// knownFaults are faults of the rooms that these tests found and that are still there. The tests look
// past them; TestKnownFaultsAreStillThere asks for the row to go when the fault does.
var knownFaults = []struct {
	where   string         // the fault, and its place
	wrong   *regexp.Regexp // what sound says of it
	example chancery.Report
}{
	{
		"codebook/time.go since: a publication time without an end gives an age that ends in the year 0",
		regexp.MustCompile(`ends before it begins: .*\.\.0000-12-31`),
		chancery.Report{Text: "Sixty years of cooperation between Kenya and Ethiopia were marked in Addis Ababa.",
			Published: chancery.Period{Start: chancery.NewDate(2024, 3, 1)}},
	},
	{
		"codebook/quotes.go: a quotation's time keeps the words of the dateline's date",
		regexp.MustCompile(`\(quote\): time .* is not in the text`),
		chancery.Report{Text: "“Vietnam has reached a deal with Uzbekistan on river water,” the White House said.",
			Published: chancery.Period{Start: chancery.NewDate(2025, 3, 1), End: chancery.NewDate(2025, 3, 1), Text: "2025-03-01"}},
	},
	{
		"codebook/objects.go topicText: a long object is cut inside a character",
		regexp.MustCompile(`object .* cuts a character`),
		chancery.Report{Text: hostile(2000)["an endless word of two-byte letters"]},
	},
}

// knownSlow are the hostile texts whose reading takes the square of their length. Quotations in one
// paragraph: codebook/quotation.go asks quotationAt, a walk over all quotations, of every token of
// the sentence of every quotation.
var knownSlow = map[string]bool{"quotations within one paragraph": true}

// fatal matches the words that the lemmatiser falls over: english/lemma.go wantsE looks at the letter
// before the last two of a stem that has only two ("oring", "aded").
var fatal = regexp.MustCompile(`(?i)(?:^|[^a-z])[aiou][rd](?:ing|ed)`)

func isKnown(wrong string) bool {
	for _, fault := range knownFaults {
		if fault.wrong.MatchString(wrong) {
			return true
		}
	}
	return false
}

func TestKnownFaultsAreStillThere(t *testing.T) {
	faults := knownFaults
	knownFaults = nil
	defer func() { knownFaults = faults }()
	for _, fault := range faults {
		fault.example.ID = "known"
		wrong := sound(theDesk().Read(fault.example))
		if len(wrong) == 0 {
			t.Errorf("mended, take it off the list: %s", fault.where)
		}
		for _, w := range wrong {
			if !fault.wrong.MatchString(w) {
				t.Errorf("%s: found %s", fault.where, w)
			}
		}
	}
	if _, fell := falls("They are oring."); !fell {
		t.Error("mended, take it off the list: the lemmatiser falls over “oring”")
	}
	if !writesBehindReasons() {
		t.Error("mended, turn this about: desk/date.go date appends to the caller's reasons")
	}
}

func falls(text string) (cause any, fell bool) {
	defer func() {
		if cause = recover(); cause != nil {
			fell = true
		}
	}()
	theDesk().Read(chancery.Report{ID: "falls", Text: text})
	return nil, false
}
