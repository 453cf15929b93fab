package desk_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"pgregory.net/rapid"

	"chancery"
	"chancery/actors"
	"chancery/desk"
	"chancery/english"
)

// TestMain asks for as many random reports a property as checks says, where the command line does not
// ask for another number: rapid's own default is 100.
func TestMain(m *testing.M) {
	flag.Parse()
	asked := false
	flag.Visit(func(f *flag.Flag) { asked = asked || f.Name == "rapid.checks" })
	if !asked {
		if err := flag.Set("rapid.checks", checks); err != nil {
			panic(err)
		}
	}
	m.Run()
}

// register and theDesk are those that ship with the program.
var register = sync.OnceValue(func() *actors.Register {
	r, err := actors.Default()
	if err != nil {
		panic(err)
	}
	return r
})

var theDesk = sync.OnceValue(newDesk)

func newDesk() *desk.Desk {
	d, err := desk.Default(register())
	if err != nil {
		panic(err)
	}
	return d
}

var parser = sync.OnceValue(func() english.Reader {
	r, err := english.New()
	if err != nil {
		panic(err)
	}
	return r
})

// carriers maps a claim's rule ("sign/verb/1") to the words that can carry its act, as lemmas. They
// are read from the codebook's data, past its code.
var carriers = sync.OnceValue(func() map[string][][]string {
	words := map[string][]string{}
	mustDecode("../codebook/data/wordlists.toml", &words)
	names, err := filepath.Glob("../codebook/data/acts/*.toml")
	if err != nil || len(names) == 0 {
		panic(fmt.Sprint("no acts in ../codebook/data/acts: ", err))
	}
	found := map[string][][]string{}
	for _, name := range names {
		var file struct {
			Act []struct {
				ID    string
				Frame []struct{ Verb, Noun, Adjective []string }
			}
		}
		mustDecode(name, &file)
		for _, act := range file.Act {
			for i, f := range act.Frame {
				for pos, triggers := range map[string][]string{"verb": f.Verb, "noun": f.Noun, "adjective": f.Adjective} {
					rule := fmt.Sprintf("%s/%s/%d", act.ID, pos, i+1)
					for _, trigger := range triggers {
						if list, ok := strings.CutPrefix(trigger, "@"); ok {
							for _, word := range words[list] {
								found[rule] = append(found[rule], []string{strings.ToLower(word)})
							}
							continue
						}
						found[rule] = append(found[rule], strings.Fields(strings.ToLower(trigger)))
					}
				}
			}
		}
	}
	return found
})

func mustDecode(name string, into any) {
	text, err := os.ReadFile(name)
	if err == nil {
		err = toml.Unmarshal(text, into)
	}
	if err != nil {
		panic(fmt.Sprintf("%s: %v", name, err))
	}
}

// carried reports whether the words of the claim's rule stand in its evidence.
func carried(doc *english.Document, c chancery.Claim) bool {
	if c.Rule == "quote" {
		return c.Object != "" && strings.Contains(c.Evidence.Text, c.Object)
	}
	has := map[string]bool{}
	for _, t := range doc.Tokens {
		if t.Start >= c.Evidence.Start && t.End <= c.Evidence.End {
			has[strings.ToLower(t.Lemma)] = true
			has[strings.ToLower(doc.Text[t.Start:t.End])] = true
		}
	}
	return slices.ContainsFunc(carriers()[c.Rule], func(words []string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !has[w] })
	})
}

// unnamed is the speaker of whom the words show only that there is one: a pronoun, or a name that stands
// before the body of the report.
const unnamed = "an unnamed speaker"

// sound returns what is wrong with a reading: the properties that hold of every one.
func sound(reading chancery.Reading) []string {
	var wrong []string
	complain := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	report := reading.Report
	text := report.Text
	var doc *english.Document
	if len(reading.Claims) > 0 {
		doc = parser().Read(text)
	}
	within := func(c chancery.Claim, what string, start, end int, words string) {
		switch {
		case start < 0 || end <= start || end > len(text):
			complain("claim %s (%s): %s %q lies at %d..%d of %d bytes", c.ID, c.Rule, what, words, start, end, len(text))
		case text[start:end] != words:
			complain("claim %s (%s): %s %q reads back as %q", c.ID, c.Rule, what, words, text[start:end])
		case utf8.ValidString(text) && !utf8.ValidString(words):
			complain("claim %s (%s): %s %q cuts a character", c.ID, c.Rule, what, words)
		}
	}
	ids := map[string]bool{}
	for _, c := range reading.Claims {
		if c.ID == "" || ids[c.ID] {
			complain("claim id %q is empty or there twice", c.ID)
		}
		ids[c.ID] = true
		if c.Report != report.ID || c.Reader != reading.Reader {
			complain("claim %s belongs to report %q and reader %q", c.ID, c.Report, c.Reader)
		}
		if !slices.Contains(chancery.Moods, c.Mood) || c.Kind == "" || c.Act == "" || c.Confidence <= 0 || c.Confidence > 1 {
			complain("claim %s (%s): kind %q, act %q, mood %q, confidence %v", c.ID, c.Rule, c.Kind, c.Act, c.Mood, c.Confidence)
		}
		within(c, "evidence", c.Evidence.Start, c.Evidence.End, c.Evidence.Text)
		if c.Evidence.Start < report.BodyStart {
			complain("claim %s (%s): evidence starts at %d, before the body at %d", c.ID, c.Rule, c.Evidence.Start, report.BodyStart)
		}
		if !carried(doc, c) {
			complain("claim %s (%s): no word of its rule is in the evidence %q", c.ID, c.Rule, c.Evidence.Text)
		}
		if c.Kind != chancery.KindQuote && !touches(c) {
			complain("claim %s (%s): the evidence %q names no participant and no object", c.ID, c.Rule, c.Evidence.Text)
		}
		if len(c.Actor) == 0 && !(c.Kind == chancery.KindAgreement && c.Instrument != "") {
			complain("claim %s (%s): nobody acts", c.ID, c.Rule)
		}
		for _, p := range slices.Concat(c.Actor, c.Recipient) {
			within(c, "participant", p.Start, p.End, p.Text)
			if p.ID == "" && p.Name == "" {
				complain("claim %s (%s): participant %q is nobody", c.ID, c.Rule, p.Text)
			}
		}
		for _, said := range c.SaidBy {
			if said.Name == "" || (said.Name != report.Publisher && said.Name != unnamed && !strings.Contains(text, said.Text)) {
				complain("claim %s (%s): speaker %q, %q is not in the text", c.ID, c.Rule, said.Name, said.Text)
			}
		}
		if c.When.Text != "" && !strings.Contains(text, c.When.Text) {
			complain("claim %s (%s): time %q is not in the text", c.ID, c.Rule, c.When.Text)
		}
		if c.Place != nil && !strings.Contains(text, c.Place.Text) {
			complain("claim %s (%s): place %q is not in the text", c.ID, c.Rule, c.Place.Text)
		}
		for _, words := range []string{c.Object, c.Instrument} {
			if utf8.ValidString(text) && !utf8.ValidString(words) {
				complain("claim %s (%s): object %q cuts a character", c.ID, c.Rule, words)
			}
		}
		if !c.When.Start.IsZero() && !c.When.End.IsZero() && c.When.End.Before(c.When.Start) {
			complain("claim %s (%s): ends before it begins: %s", c.ID, c.Rule, c.When)
		}
	}
	for _, in := range reading.Introductions {
		if in.Report != report.ID || in.Start < 0 || in.End <= in.Start || in.End > len(text) || in.Person == "" {
			complain("introduction %+v does not lie in the text", in)
		}
	}
	if utf8.ValidString(text) {
		if err := roundTrip(reading.Claims); err != nil {
			complain("%v", err)
		}
	}
	return wrong
}

// touches reports whether the evidence of a claim holds a participant, the object or the instrument, or
// takes up with "the visit" what was told before, where its participants stand.
func touches(c chancery.Claim) bool {
	inside := func(p chancery.Participant) bool {
		return p.Start >= c.Evidence.Start && p.End <= c.Evidence.End || p.Via == "context: spoken of before"
	}
	words := strings.Join(strings.Fields(c.Evidence.Text), " ")
	return slices.ContainsFunc(c.Actor, inside) || slices.ContainsFunc(c.Recipient, inside) ||
		c.Object != "" && strings.Contains(words, c.Object) || c.Instrument != "" && strings.Contains(words, c.Instrument) ||
		c.Association != nil
}

func roundTrip(claims []chancery.Claim) error {
	for _, c := range claims {
		written, err := json.Marshal(c)
		if err != nil {
			return err
		}
		var back chancery.Claim
		if err := json.Unmarshal(written, &back); err != nil {
			return err
		}
		if utf8.ValidString(c.Object) && !reflect.DeepEqual(c, back) {
			return fmt.Errorf("claim %s (%s) comes back from JSON as another:\n%+v\n%+v", c.ID, c.Rule, c, back)
		}
		back.Identify()
		if utf8.ValidString(c.Object) && back.ID != c.ID {
			return fmt.Errorf("claim %s (%s) read back from JSON identifies itself as %s", c.ID, c.Rule, back.ID)
		}
	}
	return nil
}

// Property 1: no claim without evidence, and every word of it can be read back.
func TestEveryClaimRestsOnWordsOfItsReport(t *testing.T) {
	claims, reports := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		reading := theDesk().Read(drawReport(t))
		claims += len(reading.Claims)
		reports++
		for _, wrong := range sound(reading) {
			t.Errorf("%s\nin %q", wrong, reading.Report.Text)
		}
	})
	t.Logf("%d claims in %d reports", claims, reports)
	if 2*claims < reports {
		t.Errorf("only %d claims in %d reports: the generator says too little to test anything", claims, reports)
	}
}

// Property 6: what a report says depends on nothing but the report.
func TestTheSameReportSaysTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports := rapid.SliceOfN(rapid.Custom(drawReport), 1, 3).Draw(t, "reports")
		fresh := newDesk()
		want := make([][]byte, len(reports))
		for i, r := range reports {
			want[i] = written(t, fresh.Read(r))
		}
		var together sync.WaitGroup
		got := make([][]byte, 2*len(reports))
		for i := range got { // on a desk that has read everything else, at once and in another order
			together.Go(func() { got[i] = written(t, theDesk().Read(reports[len(reports)-1-i%len(reports)])) })
		}
		together.Wait()
		for i := range got {
			if j := len(reports) - 1 - i%len(reports); !bytes.Equal(got[i], want[j]) {
				t.Fatalf("%q\nread alone:\n%s\nread among others:\n%s", reports[j].Text, want[j], got[i])
			}
		}
	})
}

func written(t interface{ Errorf(string, ...any) }, reading chancery.Reading) []byte {
	text, err := json.Marshal(reading)
	if err != nil {
		t.Errorf("%v", err)
	}
	return text
}
