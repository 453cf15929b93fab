package query

import (
	"context"
	"strings"
	"testing"

	"chancery"
)

// agency is a text that papers carry, and what they make of it.
const agency = `The foreign ministers of Fiji and Samoa signed a treaty on fisheries in Suva on Monday after two years of talks. ` +
	`The treaty lets boats of both countries fish in a common zone between the islands from next January. ` +
	`"It took patience, and it was worth it," the Samoan minister told reporters at the harbour. ` +
	`Fishermen in both countries had complained for years that patrols took their nets. ` +
	`Parliaments of both countries are to vote on the treaty before the end of the year.`

// pairs of texts, and whether they are one text.
var textPairs = []struct {
	name, a, b string
	one        bool
}{
	{"word for word", agency, agency, true},
	{"with other marks and letters", agency, strings.ToUpper(strings.ReplaceAll(agency, ",", " –")), true},
	{"cut at the end", agency, agency[:strings.Index(agency, "Fishermen")], true},
	{"without its beginning", agency, agency[strings.Index(agency, "The treaty lets"):], true},
	{"with a paragraph of the paper's own", agency, agency + ` Our correspondent in Apia adds that the vote may be close, because villages on the north coast fear for their reefs.`, true},
	{"with words exchanged", agency, strings.NewReplacer("two years", "long years", "common zone", "shared zone", "told reporters", "said").Replace(agency), true},
	{"with sentences in another order", agency, agency[strings.Index(agency, "Fishermen"):] + " " + agency[:strings.Index(agency, "Fishermen")], true},
	{"told by another reporter", agency, `A fisheries treaty between Samoa and Fiji was signed on Monday in the Fijian capital. ` +
		`Under it vessels from either side may work a zone that lies between the two archipelagos, beginning in January. ` +
		`Negotiators had needed two years. Both parliaments still have to approve the text, which is expected by December.`, false},
	{"with the same quotation only", agency, `Samoa's top diplomat was in a good mood at the harbour of Suva: "It took patience, and it was worth it," he told a crowd of fishermen, ` +
		`some of whom had come by bus from the far side of the island to see who would put a name under the paper that ends the quarrel over nets and patrols.`, false},
	{"of the same wording about others", agency, `The foreign ministers of Ghana and Togo signed a treaty on electricity in Lomé on Friday after three months of talks. ` +
		`The treaty lets plants of both countries sell power to a common grid along the coast from next summer. ` +
		`"We kept it simple," the Togolese minister told reporters at the airport. Parliaments of both countries need not vote on it.`, false},
	{"too short to tell", "Fiji and Samoa signed a treaty on fisheries in Suva on Monday.", "Fiji and Samoa signed a treaty on fisheries in Suva on Monday.", false},
	{"an answer to it", agency, `Opposition leaders in Apia said on Tuesday that they would vote against the treaty on fisheries that the foreign ministers of Fiji and Samoa signed in Suva a day before. ` +
		`They want a longer list of reefs that no boat may enter, and a court that both sides would have to obey.`, false},
	{"nothing", agency, "", false},
}

func TestOneText(t *testing.T) {
	for _, pair := range textPairs {
		t.Run(pair.name, func(t *testing.T) {
			for _, texts := range [][2]string{{pair.a, pair.b}, {pair.b, pair.a}} {
				s := &shelf{reports: map[string]chancery.Report{
					"first":  {ID: "first", Text: "SUVA (Reef Wire) - " + texts[0], BodyStart: 19, Published: chancery.Day(chancery.NewDate(2024, 5, 14))},
					"second": {ID: "second", Text: texts[1], Published: chancery.Day(chancery.NewDate(2024, 5, 15))},
				}}
				r := New(s, directory{}, nil)
				found, err := must(r.teller(context.Background(), nil, At{})).textsOf(context.Background(), []string{"second", "first", "second"})
				if err != nil {
					t.Fatal(err)
				}
				want := "second"
				if pair.one {
					want = "first"
				}
				if found.origin["second"] != want || found.origin["first"] != "first" {
					t.Errorf("the origins are %v, want %s for the second", found.origin, want)
				}
			}
		})
	}
}

// TestCopiesAreOneWitness: two papers with one agency's text do not outweigh one denial.
func TestCopiesAreOneWitness(t *testing.T) {
	const sentence = "On Monday evening, after a long day of speeches in the old town hall and with hardly a hand raised against it, the government of Russia condemned the sale of rice that had been agreed upon in the spring."
	told := func(name, publisher, day string) string {
		return name + " " + publisher + " " + day + "\n" + sentence + " => RUS condemn LAO; obj=the sale of rice @ 2025-06-30"
	}
	denial := "third Reef 2025-07-02\nRussia did not condemn it. => RUS condemn LAO; mood=denied; obj=the sale of rice @ 2025-06-30"
	r := record(t, told("first", "Coast", "2025-07-01"), told("second", "Ridge", "2025-07-01"), denial)
	found := must(r.Tensions(context.Background(), nil, At{}))
	if len(found.Lines) != 1 || !strings.HasPrefix(found.Lines[0].Note, "Coast and Ridge say so with one text, last on 1 July 2025; against it Reef says so") {
		t.Fatalf("the tensions are %+v", found.Lines)
	}
	x := must(r.Why(context.Background(), found.Lines[0].Entry, At{}))
	copies := 0
	for _, p := range x.Passages {
		if p.SameText != "" {
			copies++
		}
	}
	if copies != 1 || len(x.Passages) != 3 {
		t.Errorf("of %d passages %d are of a text told already, want one of three", len(x.Passages), copies)
	}
}
