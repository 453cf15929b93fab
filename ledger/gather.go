package ledger

import (
	"cmp"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"chancery"
)

// item is a claim made ready: its people placed, its time in days, and what it makes of an entry.
type item struct {
	claim              *chancery.Claim
	act                chancery.Act
	known              chancery.Date // when its report was known; zero where nothing says
	own                bool          // the report says it in its own voice
	actors, recipients []string      // party keys, sorted, each once
	parties            []string      // both sides together
	span               span
	object             []string // content words of the object
}

// gathered is everything that the rules by kind work on.
type gathered struct {
	items  []*item // by report, place in the text, id
	byKind map[chancery.Kind][]*item
	words  *lexicon
	// rulings are the judgements that count.
	rulings *Rulings
}

func gather(in Input) *gathered {
	publisher, known := knowledge(in)
	claims := distinct(in.Claims)
	visible := func(report string) bool {
		if in.KnownOn.IsZero() {
			return true
		}
		day := known[report]
		return !day.IsZero() && !day.After(in.KnownOn)
	}
	people := newDirectory(in.Introductions, visible)
	g := &gathered{byKind: map[chancery.Kind][]*item{}, words: newLexicon(),
		rulings: Rule(in.Judgements, claims, in.KnownOn)}
	g.items = make([]*item, 0, len(claims))
	acts := map[string]chancery.Act{}
	for i := range claims {
		c := &claims[i]
		if !visible(c.Report) || g.rulings.Rejected(c.ID) {
			continue
		}
		*c = g.rulings.Correct(*c, publisher[c.Report], in.Acts)
		people.place(c)
		if c.Kind != chancery.KindQuote && !placed(c) {
			continue
		}
		act, ok := acts[c.Act]
		if !ok {
			act = lookUp(in.Acts, c.Act)
			acts[c.Act] = act
		}
		it := &item{claim: c, act: act, known: known[c.Report], own: !c.Attributed(publisher[c.Report])}
		it.actors, it.recipients = keys(c.Actor, c.Report), keys(c.Recipient, c.Report)
		it.parties = union(it.actors, it.recipients)
		it.span = spanOf(c.When)
		it.object = g.words.content(c.Object)
		g.items = append(g.items, it)
		g.byKind[c.Kind] = append(g.byKind[c.Kind], it)
	}
	g.addPartners()
	return g
}

func lookUp(acts func(string) (chancery.Act, bool), id string) chancery.Act {
	if acts != nil {
		if act, ok := acts(id); ok {
			return act
		}
	}
	return chancery.Act{ID: id}
}

// distinct copies the claims in their one order, each id once. Two claims with one id are the same
// claim unless somebody tampered with one; then the one whose JSON sorts first is kept, so that the
// outcome does not hang on which came first.
func distinct(given []chancery.Claim) []chancery.Claim {
	kept := make([]*chancery.Claim, 0, len(given)) // claims are large, and sorting moves them often
	at := make(map[string]int, len(given))
	for i := range given {
		c := &given[i]
		if c.ID == "" {
			continue
		}
		j, repeated := at[c.ID]
		switch {
		case !repeated:
			at[c.ID] = len(kept)
			kept = append(kept, c)
		case !reflect.DeepEqual(c, kept[j]) && jsonOf(c) < jsonOf(kept[j]):
			kept[j] = c
		}
	}
	slices.SortFunc(kept, func(a, b *chancery.Claim) int {
		if c := strings.Compare(a.Report, b.Report); c != 0 {
			return c
		}
		if c := cmp.Compare(a.Evidence.Start, b.Evidence.Start); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	claims := make([]chancery.Claim, len(kept))
	for i, c := range kept {
		claims[i] = *c
	}
	return claims
}

func jsonOf(c *chancery.Claim) string {
	b, err := json.Marshal(c)
	if err != nil { // not a number as confidence
		return c.ID
	}
	return string(b)
}

// knowledge gives each report's publisher and the day from which it counts as known.
func knowledge(in Input) (publisher map[string]string, known map[string]chancery.Date) {
	publisher = make(map[string]string, len(in.Reports))
	known = make(map[string]chancery.Date, len(in.Reports))
	for _, r := range in.Reports {
		day, seen := known[r.ID]
		if !seen || cmp.Or(r.KnownOn().Compare(day), strings.Compare(r.Publisher, publisher[r.ID])) > 0 {
			publisher[r.ID], known[r.ID] = r.Publisher, r.KnownOn()
		}
	}
	latest := map[string]chancery.Date{}
	for i := range in.Claims {
		c := &in.Claims[i]
		if known[c.Report].IsZero() && c.Mood.Real() && c.When.Start.After(latest[c.Report]) {
			latest[c.Report] = c.When.Start
		}
	}
	for report, day := range latest {
		known[report] = day
	}
	return publisher, known
}

// placed reports whether somebody is known to stand behind the claim. An agreement that comes into
// force needs nobody.
func placed(c *chancery.Claim) bool {
	for _, p := range c.Actor {
		if partyKey(p, c.Report) != "" {
			return true
		}
	}
	return len(c.Actor) == 0 && c.Kind == chancery.KindAgreement
}

// partyKey names an actor for comparison, or is empty where the actor is not known. Rebels and other
// groups without a name are the same only within one report.
func partyKey(p chancery.Participant, report string) string {
	switch {
	case p.ID != "":
		return p.ID
	case p.Person == "" && p.Sector != "":
		return "~" + report + " " + strings.ToLower(cmp.Or(p.Name, p.Text))
	}
	return ""
}

func keys(side []chancery.Participant, report string) []string {
	var ks []string
	for _, p := range side {
		if k := partyKey(p, report); k != "" && !slices.Contains(ks, k) {
			ks = append(ks, k)
		}
	}
	slices.Sort(ks)
	return ks
}

// union merges two sorted lists into one, each member once.
func union(a, b []string) []string {
	if len(b) == 0 || slices.Equal(a, b) {
		return a
	}
	if len(a) == 0 {
		return b
	}
	both := make([]string, 0, len(a)+len(b))
	both = append(append(both, a...), b...)
	slices.Sort(both)
	return slices.Compact(both)
}

// subset reports whether all of a is in b; both are sorted.
func subset(a, b []string) bool {
	i := 0
	for _, x := range b {
		if i < len(a) && a[i] == x {
			i++
		}
	}
	return i == len(a)
}

func shares(a, b []string) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}
