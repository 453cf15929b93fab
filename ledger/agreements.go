package ledger

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"chancery"
)

// instrumentKinds are the words for sorts of instrument. Those that map to "" say nothing about the
// sort: a treaty may be called an agreement or a deal, but not a memorandum.
var instrumentKinds = map[string]string{
	"agreement": "", "deal": "", "document": "", "instrument": "", "text": "", "paper": "", "understand": "",
	"accord": "", "arrangement": "", "consensu": "", "compromis": "", "settlement": "", "contract": "contract",
	"treaty": "treaty", "pact": "treaty", "covenant": "treaty", "compact": "treaty", "convention": "convention",
	"memorandum": "memorandum", "memoranda": "memorandum", "mou": "memorandum", "protocol": "protocol",
	"declaration": "declaration", "communique": "declaration", "communiqué": "declaration", "statement": "declaration",
	"roadmap": "roadmap", "charter": "charter", "ceasefir": "ceasefire", "truc": "ceasefire", "armistic": "ceasefire",
	"ceas": "ceasefire", "fir": "ceasefire", "plan": "plan", "program": "plan", "programm": "plan", "regim": "",
}

// instrument is a way of naming an agreement: its sort, and the words that say what it is on.
type instrument struct {
	sort    string
	subject []string
	parties []string
	items   []*item
	key     string
}

// bare reports whether the words say nothing of the subject: "the agreement", "several documents".
func (in *instrument) bare() bool { return len(in.subject) == 0 }

// agreement is one instrument through its life, under all the names that reports give it.
type agreement struct {
	named   []*instrument // the first is the fullest
	parties []string
	bare    []*item
	reports map[string]bool
}

// agreements groups the claims about agreements. Full names are compared first; then "the agreement"
// joins the only one of its parties in the same report, "the treaty" also the only one of another, and
// the rest stand alone with their parties and day.
func (g *gathered) agreements() []*group {
	full, bare := g.instruments()
	byWord := map[string][]*agreement{}
	var all []*agreement
	for _, in := range full {
		best := bestAgreement(in, byWord)
		if best == nil {
			best = &agreement{reports: map[string]bool{}}
			all = append(all, best)
		}
		best.take(in, byWord)
	}
	byReport, byParties := map[string][]*agreement{}, map[string][]*agreement{}
	for _, a := range all {
		parties := strings.Join(a.parties, ",")
		byParties[parties] = append(byParties[parties], a)
		for report := range a.reports {
			byReport[report] = append(byReport[report], a)
		}
	}
	var loose []*instrument
	for _, in := range bare {
		a := onlyIn(byReport, in)
		if a == nil {
			a = onlyOfSort(byParties, in)
		}
		if a != nil {
			a.bare = append(a.bare, in.items...)
		} else if len(in.parties) > 0 {
			loose = append(loose, in)
		}
	}
	var groups []*group
	for _, a := range all {
		groups = append(groups, a.groups()...)
	}
	return append(groups, looseGroups(loose)...)
}

// instruments gathers the claims that name an instrument in the same words between the same parties.
// Bare names go by report.
func (g *gathered) instruments() (full, bare []*instrument) {
	byKey := map[string]*instrument{}
	for _, it := range g.byKind[chancery.KindAgreement] {
		in := g.nameOf(it)
		if len(in.parties) == 0 || in.bare() {
			in.key += "|" + it.claim.Report
		}
		if in.bare() { // two nameless signings on two days are two
			in.key += "|" + it.span.key()
		}
		if old := byKey[in.key]; old != nil {
			old.items = append(old.items, it)
			continue
		}
		in.items = []*item{it}
		byKey[in.key] = in
		if in.bare() || len(in.parties) == 0 {
			bare = append(bare, in)
		} else {
			full = append(full, in)
		}
	}
	byFullness := func(a, b *instrument) int {
		return cmp.Or(cmp.Compare(len(b.parties), len(a.parties)), cmp.Compare(len(b.subject), len(a.subject)),
			first(a.sort != "", b.sort != ""), strings.Compare(a.key, b.key))
	}
	slices.SortFunc(full, byFullness)
	slices.SortFunc(bare, byFullness)
	return full, bare
}

func (s span) key() string {
	if !s.known {
		return ""
	}
	return strconv.Itoa(s.first) + ":" + strconv.Itoa(s.last)
}

func (g *gathered) nameOf(it *item) *instrument {
	in := &instrument{parties: it.parties}
	own := g.partyWords(it)
	for _, w := range g.words.content(cmp.Or(instrumentOf(it.claim), it.claim.Object)) {
		sort, isSort := instrumentKinds[w]
		switch {
		case isSort:
			in.sort = cmp.Or(in.sort, sort)
		case !slices.Contains(own, w):
			in.subject = append(in.subject, w)
		}
	}
	if it.claim.Act == "declare-ceasefire" {
		in.sort = "ceasefire"
		if in.bare() {
			in.subject = []string{"ceasefire"}
		}
	}
	in.key = in.sort + "|" + strings.Join(in.subject, " ") + "|" + strings.Join(in.parties, ",")
	return in
}

// instrumentOf is the claim's instrument without the day or the place of the signing behind it: "a treaty
// on energy on Tuesday".
func instrumentOf(c *chancery.Claim) string {
	name := c.Instrument
	cut := func(setting string, prepositions ...string) {
		for _, p := range prepositions {
			if short, found := strings.CutSuffix(name, " "+p+" "+setting); found && setting != "" && strings.Contains(short, " ") {
				name = short
			}
		}
	}
	cut(c.When.Text, "on", "in")
	if c.Place != nil {
		cut(c.Place.Text, "in", "at")
	}
	cut(c.When.Text, "on", "in")
	return name
}

// telling leaves out the names that say nothing of the subject ("the treaty") where others do.
func telling(instruments []string) []string {
	full := slices.DeleteFunc(slices.Clone(instruments), func(name string) bool {
		return !slices.ContainsFunc(split(name), func(w string) bool {
			_, isSort := instrumentKinds[stem(w)]
			return !light[w] && !isSort
		})
	})
	if len(full) == 0 {
		return instruments
	}
	return full
}

// partyWords are the words of the parties' own names, which say who and not what: "the Belarus–Laos
// agreement".
func (g *gathered) partyWords(it *item) []string {
	var words []string
	for _, side := range [][]chancery.Participant{it.claim.Actor, it.claim.Recipient} {
		for _, p := range side {
			words = append(words, g.words.content(p.Name)...)
			words = append(words, strings.ToLower(p.ID))
			if len(p.Text) < 80 {
				words = append(words, g.words.content(p.Text)...)
			}
		}
	}
	return words
}

func bestAgreement(in *instrument, byWord map[string][]*agreement) *agreement {
	var best *agreement
	closest := 0.0
	for _, key := range []string{in.partyKeys()[0], "*" + in.parties[0]} {
		for _, w := range in.subject {
			for _, a := range byWord[key+"|"+w] {
				if l := a.likeness(in); l > closest {
					best, closest = a, l
				}
			}
		}
	}
	return best
}

// likeness compares an instrument with the fullest name of an agreement, and is 0 where it cannot be
// the same. One word in common is enough only within one report, or where both are called a treaty, a
// protocol and so on: a trade agreement and a free-trade agreement are two, but a report that has named
// the second may call it the first, and an energy treaty is the treaty on energy cooperation.
func (a *agreement) likeness(in *instrument) float64 {
	if !subset(in.parties, a.parties) && !subset(a.parties, in.parties) {
		return 0
	}
	best := 0.0
	for _, other := range a.named {
		if in.sort != "" && other.sort != "" && in.sort != other.sort {
			return 0
		}
		if slices.Equal(in.subject, other.subject) {
			return 1
		}
		shorter := min(len(in.subject), len(other.subject))
		if common(in.subject, other.subject) < shorter {
			continue
		}
		named := in.sort != "" && in.sort == other.sort && shorter > 0
		if shorter > 1 || named || slices.ContainsFunc(in.items, func(it *item) bool { return a.reports[it.claim.Report] }) {
			best = max(best, likeness(in.subject, other.subject))
		}
	}
	return best
}

// partyKeys are the keys under which an instrument is found: by two of its parties where it has so many,
// and by each alone for the claims that name no other ("Laos ratified …"). The first is the narrowest.
// Treaties of many parties have too many pairs, and are found by each party, marked with a star.
func (in *instrument) partyKeys() []string {
	const many = 7
	var keys []string
	if len(in.parties) > many {
		for _, party := range in.parties {
			keys = append(keys, "*"+party)
		}
		return append(keys, in.parties...)
	}
	for i, a := range in.parties {
		for _, b := range in.parties[i+1:] {
			keys = append(keys, a+","+b)
		}
	}
	return append(keys, in.parties...)
}

func (a *agreement) take(in *instrument, byWord map[string][]*agreement) {
	a.named = append(a.named, in)
	a.parties = union(a.parties, in.parties)
	for _, it := range in.items {
		a.reports[it.claim.Report] = true
	}
	for _, parties := range in.partyKeys() {
		for _, w := range in.subject {
			key := parties + "|" + w
			if !slices.Contains(byWord[key], a) {
				byWord[key] = append(byWord[key], a)
			}
		}
	}
}

// agreementState is what a claim makes of its agreement. That a treaty "is in force" is said with the
// same mood as that talks are under way, so the act decides which moods count.
func agreementState(it *item) chancery.State {
	made := it.act.State
	switch it.claim.Mood {
	case chancery.MoodOccurred:
		return cmp.Or(made, chancery.StateContradicted) // only a violation makes nothing of an agreement
	case chancery.MoodUnderWay:
		switch made {
		case chancery.StateInForce, chancery.StateNegotiated, chancery.StateSuspended:
			return made
		case "":
			return chancery.StateContradicted
		}
		return chancery.StateUnderWay
	case chancery.MoodEnded:
		if made == chancery.StateInForce || made == "" {
			return chancery.StateEnded
		}
		return made
	}
	return moodState(it.claim.Mood)
}

// groups makes one group of the agreement, or several where it was signed again more than a year
// later: a new instrument on the old subject. What is told then belongs to the last one signed before.
func (a *agreement) groups() []*group {
	items := slices.Clone(a.bare)
	for _, in := range a.named {
		items = append(items, in.items...)
	}
	var signed []int
	for _, it := range items {
		if agreementState(it) == chancery.StateSigned && it.span.told && it.span.known && it.span.first != farPast {
			signed = append(signed, it.span.first)
		}
	}
	slices.Sort(signed)
	starts := []int{farPast}
	for i, day := range signed {
		if i > 0 && day-signed[i-1] > year {
			starts = append(starts, day)
		}
	}
	groups := make([]*group, len(starts))
	for i, start := range starts {
		groups[i] = &group{kind: chancery.KindAgreement, sided: true, actors: a.parties,
			key: []string{strings.Join(a.parties, ","), strings.Join(a.named[0].subject, " "), a.named[0].sort}}
		if i > 0 {
			groups[i].key = append(groups[i].key, strconv.Itoa(start))
		}
	}
	for _, it := range items {
		groups[segment(it, starts)].add(it, agreementState(it))
	}
	for _, g := range groups {
		g.lead()
	}
	return slices.DeleteFunc(groups, func(g *group) bool { return len(g.pieces) == 0 })
}

func segment(it *item, starts []int) int {
	day := farPast
	switch {
	case it.span.known && it.span.first != farPast:
		day = it.span.first
	case !it.known.IsZero():
		day = dayNumber(it.known)
	}
	at := 0
	for i, start := range starts {
		if day >= start {
			at = i
		}
	}
	return at
}

// lead names the act that brought the agreement where it stands; its gloss tells the entry.
func (g *group) lead() {
	steps := make([]chancery.Step, 0, len(g.pieces))
	for _, p := range g.pieces {
		steps = append(steps, p.step())
	}
	slices.SortFunc(steps, compareSteps)
	state := settle(g.kind, steps)
	for _, s := range steps {
		if s.State == state {
			g.act = s.Act
			return
		}
	}
	g.act = steps[0].Act
}

// looseGroups are agreements that nothing names: one for each set of parties, sort, stage and day, so
// that five reports of one signing are one entry even if none says what was signed.
func looseGroups(loose []*instrument) []*group {
	byKey := map[string]*group{}
	var groups []*group
	for _, in := range loose {
		for _, it := range in.items {
			state := agreementState(it)
			when := it.span.key()
			if when == "" || !it.span.told {
				when = "report " + it.claim.Report
			}
			key := []string{strings.Join(in.parties, ","), "", in.sort, string(it.act.State), when}
			flat := strings.Join(key, "\x00")
			g := byKey[flat]
			if g == nil {
				g = &group{kind: chancery.KindAgreement, sided: true, actors: in.parties, key: key}
				byKey[flat] = g
				groups = append(groups, g)
			}
			g.add(it, state)
		}
	}
	for _, g := range groups {
		g.lead()
	}
	return groups
}
