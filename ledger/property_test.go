package ledger

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"chancery"
)

// TestMain asks for 200 random histories a property, where the command line does not ask for another
// number: rapid's own default is 100.
func TestMain(m *testing.M) {
	flag.Parse()
	asked := false
	flag.Visit(func(f *flag.Flag) { asked = asked || f.Name == "rapid.checks" })
	if !asked {
		if err := flag.Set("rapid.checks", "200"); err != nil {
			panic(err)
		}
	}
	m.Run()
}

var (
	someActors       = []string{"BLR", "CHN", "LAO", "RUS", "VNM"}
	someAssociations = []string{"SCO", "ASEAN"}
	someStandings    = []chancery.Standing{"", chancery.StandingPartner, chancery.StandingObserver, chancery.StandingMember}
	someInstruments  = []string{"", "the agreement", "the treaty", "a treaty on rivers", "an agreement on rivers with LAO",
		"an agreement on visa-free travel", "the visa-free agreement",
		"a memorandum on nuclear energy", "the treaty on border trade", "a treaty on trade"}
	someObjects = []string{"", "400 generators", "150 generators", "the invitation", "to send rice and medicine",
		"to send medicine", "visit to Laos", "to visit Minsk",
		"a meeting of the two leaders", "unilateral coercive measures", "the new dam", "talks on fisheries"}
	somePeople = []string{"", "", "", "Ivan Petrov", "Petrov", "Kham Souk"}
	someActs   = func() []string {
		var list []string
		for id := range testActs {
			list = append(list, id)
		}
		slices.Sort(list)
		return list
	}()
)

func genDay(t *rapid.T, label string) chancery.Date {
	return chancery.NewDate(2025, 1, 1).AddDays(rapid.IntRange(0, 500).Draw(t, label))
}

func genPeriod(t *rapid.T, label string) chancery.Period {
	start := genDay(t, label)
	switch rapid.IntRange(0, 6).Draw(t, label+" sort") {
	case 0:
		return chancery.Period{}
	case 1:
		return chancery.Period{Start: start, End: start.AddDays(30), Precision: chancery.PrecisionVague, Basis: chancery.BasisText}
	case 2:
		return chancery.Period{Start: chancery.NewDate(start.Year, 1, 1), End: chancery.NewDate(start.Year, 12, 31), Precision: chancery.PrecisionYear}
	case 3:
		return chancery.Period{Start: start, Precision: chancery.PrecisionDay}
	case 4:
		p := chancery.Day(start)
		p.Basis = chancery.BasisReport
		return p
	}
	return chancery.Day(start)
}

func genSide(t *rapid.T, label string, least int) []chancery.Participant {
	ids := rapid.SliceOfNDistinct(rapid.SampledFrom(someActors), least, 2, rapid.ID).Draw(t, label)
	var side []chancery.Participant
	for _, id := range ids {
		p := chancery.Participant{ID: id, Name: id, Text: id, Person: rapid.SampledFrom(somePeople).Draw(t, label+" person")}
		if p.Person != "" && rapid.IntRange(0, 4).Draw(t, label+" placed") == 0 {
			p.ID = ""
		}
		side = append(side, p)
	}
	return side
}

func genClaim(t *rapid.T, r chancery.Report, at int) chancery.Claim {
	act := testActs[rapid.SampledFrom(someActs).Draw(t, "act")]
	c := chancery.Claim{Report: r.ID, Kind: act.Kind, Act: act.ID, Evidence: chancery.Evidence{Start: at, End: at + 10},
		Mood: rapid.SampledFrom(chancery.Moods).Draw(t, "mood"), Actor: genSide(t, "actor", 1), When: genPeriod(t, "when")}
	if rapid.Bool().Draw(t, "occurred") {
		c.Mood = chancery.MoodOccurred
	}
	c.Recipient = genSide(t, "recipient", 0)
	switch act.Kind {
	case chancery.KindStanding:
		id := rapid.SampledFrom(someAssociations).Draw(t, "association")
		c.Association = &chancery.ActorRef{ID: id, Name: id}
		c.Standing = rapid.SampledFrom(someStandings).Draw(t, "standing")
	case chancery.KindAgreement:
		c.Instrument = rapid.SampledFrom(someInstruments).Draw(t, "instrument")
	default:
		c.Object = rapid.SampledFrom(someObjects).Draw(t, "object")
	}
	if act.Kind == chancery.KindCommitment && rapid.Bool().Draw(t, "has due") {
		c.Due = chancery.Day(genDay(t, "due"))
	}
	if rapid.IntRange(0, 2).Draw(t, "attributed") == 0 {
		c.SaidBy = append(c.SaidBy, chancery.Speaker{Name: "Minister", ID: "RUS"})
	}
	if r.Publisher != "" {
		c.SaidBy = append(c.SaidBy, chancery.Speaker{Name: r.Publisher})
	}
	c.Identify()
	return c
}

func genInput(t *rapid.T) Input {
	in := Input{Acts: findTestAct}
	for i := range rapid.IntRange(1, 5).Draw(t, "reports") {
		r := chancery.Report{ID: fmt.Sprintf("report%d", i), Publisher: rapid.SampledFrom([]string{"", "X", "Y"}).Draw(t, "publisher")}
		if rapid.IntRange(0, 4).Draw(t, "dated") > 0 {
			r.Published = chancery.Day(genDay(t, "published"))
		}
		in.Reports = append(in.Reports, r)
		for at := range rapid.IntRange(0, 8).Draw(t, "claims") {
			in.Claims = append(in.Claims, genClaim(t, r, at*20))
		}
		if rapid.Bool().Draw(t, "introduces") {
			in.Introductions = append(in.Introductions, chancery.Introduction{Report: r.ID,
				Person: rapid.SampledFrom([]string{"Ivan Petrov", "Kham Souk"}).Draw(t, "introduced"),
				State:  rapid.SampledFrom(someActors[:3]).Draw(t, "of")})
		}
	}
	for range rapid.IntRange(0, 2).Draw(t, "facts") {
		in.Facts = append(in.Facts, chancery.StandingFact{Actor: rapid.SampledFrom(someActors).Draw(t, "fact"), Association: "SCO",
			Standing: chancery.StandingMember, Since: genDay(t, "since"), Source: "handbook"})
	}
	return in
}

func bytesOf(t *rapid.T, entries []chancery.Entry) string {
	b, err := json.MarshalIndent(entries, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// shuffled gives the same material in another order, some of it twice.
func shuffled(t *rapid.T, in Input) Input {
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	in.Claims = append(slices.Clone(in.Claims), in.Claims[:random.IntN(len(in.Claims)+1)]...)
	in.Reports = append(slices.Clone(in.Reports), in.Reports[:random.IntN(len(in.Reports)+1)]...)
	in.Introductions = append(slices.Clone(in.Introductions), in.Introductions...)
	in.Facts = append(slices.Clone(in.Facts), in.Facts...)
	random.Shuffle(len(in.Claims), func(i, j int) { in.Claims[i], in.Claims[j] = in.Claims[j], in.Claims[i] })
	random.Shuffle(len(in.Reports), func(i, j int) { in.Reports[i], in.Reports[j] = in.Reports[j], in.Reports[i] })
	random.Shuffle(len(in.Introductions), func(i, j int) {
		in.Introductions[i], in.Introductions[j] = in.Introductions[j], in.Introductions[i]
	})
	random.Shuffle(len(in.Facts), func(i, j int) { in.Facts[i], in.Facts[j] = in.Facts[j], in.Facts[i] })
	return in
}

// Property 3: order, batches, repeats and a rebuild change nothing.
func TestOrderBatchesAndRepeatsDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := genInput(t)
		before := bytesOf(t, Conclude(in))
		if after := bytesOf(t, Conclude(shuffled(t, in))); after != before {
			t.Fatalf("another order gives another record:\n%s\n%s", before, after)
		}
	})
}

func TestInputIsLeftAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := genInput(t)
		before, err := json.Marshal(in.Claims)
		if err != nil {
			t.Fatal(err)
		}
		Conclude(in)
		if after, _ := json.Marshal(in.Claims); string(after) != string(before) {
			t.Fatal("Conclude changed the claims that it was given")
		}
	})
}

// Property 5: what is concluded without a report rests on nothing of it, and neither does what is
// concluded as known before it came.
func TestATakenOutReportLeavesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := genInput(t)
		gone := rapid.SampledFrom(in.Reports).Draw(t, "taken out").ID
		without := in
		without.Claims = slices.DeleteFunc(slices.Clone(in.Claims), func(c chancery.Claim) bool { return c.Report == gone })
		without.Reports = slices.DeleteFunc(slices.Clone(in.Reports), func(r chancery.Report) bool { return r.ID == gone })
		without.Introductions = slices.DeleteFunc(slices.Clone(in.Introductions), func(i chancery.Introduction) bool { return i.Report == gone })
		restsOnly(t, Conclude(without), without.Claims)
	})
}

func TestKnownOnIsTheRecordOfThatDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := genInput(t)
		in.Facts = nil
		on := genDay(t, "known on")
		_, known := knowledge(in)
		then := in
		then.KnownOn = on
		late := func(report string) bool { return known[report].IsZero() || known[report].After(on) }
		early := in
		early.Claims = slices.DeleteFunc(slices.Clone(in.Claims), func(c chancery.Claim) bool { return late(c.Report) })
		early.Introductions = slices.DeleteFunc(slices.Clone(in.Introductions), func(i chancery.Introduction) bool { return late(i.Report) })
		if a, b := bytesOf(t, Conclude(then)), bytesOf(t, Conclude(early)); a != b {
			t.Fatalf("as known on %s:\n%s\nfrom the reports of that day:\n%s", on, a, b)
		}
	})
}

// restsOnly checks that entries point only at the claims given.
func restsOnly(t *rapid.T, entries []chancery.Entry, claims []chancery.Claim) {
	given := map[string]chancery.Claim{}
	reports := map[string]bool{}
	for _, c := range claims {
		given[c.ID] = c
		reports[c.Report] = true
	}
	check := func(e chancery.Entry, id string) {
		if _, ok := given[id]; !ok {
			t.Fatalf("%s rests on claim %s, which was not given", show(e), id)
		}
	}
	seen := map[string]bool{}
	for _, e := range entries {
		if seen[e.ID] {
			t.Fatalf("two entries with the id %s", e.ID)
		}
		seen[e.ID] = true
		for _, id := range slices.Concat(e.For, e.Against) {
			check(e, id)
		}
		for _, s := range e.Steps {
			check(e, s.Claim)
		}
		for _, tension := range e.Tensions {
			for _, id := range tension.Claims {
				check(e, id)
			}
		}
		for _, v := range e.Voices {
			if !reports[v.Report] {
				t.Fatalf("%s has a voice from report %s, which was not given", show(e), v.Report)
			}
		}
		if len(e.For)+len(e.Against) == 0 && e.Register == "" {
			t.Fatalf("%s rests on nothing", show(e))
		}
	}
	for _, e := range entries {
		for _, tension := range e.Tensions {
			if tension.With != "" && !seen[tension.With] {
				t.Fatalf("%s is in tension with %s, which is not there", show(e), tension.With)
			}
		}
	}
}

// Property 2, as far as it is the ledger's: what is only said stays said, and what is only planned,
// wished or denied is never held.
func TestSaidStaysSaidAndPlannedStaysPlanned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := genInput(t)
		publisher := map[string]string{}
		for _, r := range in.Reports {
			publisher[r.ID] = r.Publisher
		}
		given := map[string]chancery.Claim{}
		for _, c := range in.Claims {
			given[c.ID] = c
		}
		in.Facts = nil
		for _, e := range Conclude(in) {
			own, so := false, false
			for _, id := range slices.Concat(e.For, e.Against) {
				own = own || !given[id].Attributed(publisher[given[id].Report])
			}
			for _, id := range e.For {
				so = so || given[id].Mood.Real()
			}
			if !own && !e.OnlySaid() {
				t.Fatalf("%s is only said, and shown as a fact", show(e))
			}
			if !so && slices.Contains([]chancery.State{chancery.StateHeld, chancery.StateUnderWay, chancery.StateSigned,
				chancery.StateInForce, chancery.StateRatified, chancery.StateKept}, e.State) {
				t.Fatalf("%s: nobody says that it is so", show(e))
			}
			for _, id := range e.Against {
				if given[id].Mood != chancery.MoodDenied || slices.Contains(e.For, id) {
					t.Fatalf("%s counts claim %s against it", show(e), id)
				}
			}
		}
	})
}

// TestOwnVoiceMustSayTheStateItself: a report's own voice counts for the state that it tells, and not
// for one that only somebody else tells.
func TestOwnVoiceMustSayTheStateItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := genInput(t)
		in.Facts = nil
		for i := range in.Claims { // all that is real is somebody's word
			c := &in.Claims[i]
			c.SaidBy = nil
			if c.Mood.Real() {
				c.SaidBy = []chancery.Speaker{{Name: "Minister", ID: "RUS"}}
			}
			c.Identify()
		}
		for _, e := range Conclude(in) {
			if (e.Kind == chancery.KindEvent || e.Kind == chancery.KindStanding) && e.State == chancery.StateHeld && !e.OnlySaid() {
				t.Fatalf("%s is held on somebody's word only, and shown as a fact", show(e))
			}
		}
	})
}

func TestStateAsOfNeverRunsAhead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := genInput(t)
		in.Facts = nil
		on := genDay(t, "day")
		for _, e := range Conclude(in) {
			state, ok := StateAsOf(e, on)
			if !ok || e.Kind != chancery.KindEvent || state != chancery.StateHeld {
				continue
			}
			if !slices.ContainsFunc(e.Steps, func(s chancery.Step) bool { return Real(s.State) && !effective(s).After(on) }) {
				t.Fatalf("%s is held as of %s, before anything had happened", show(e), on)
			}
		}
	})
}

func BenchmarkConclude(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			in := manyClaims(n)
			b.ResetTimer()
			for range b.N {
				Conclude(in)
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "claims/s")
		})
	}
}

// manyClaims makes a record like that of a few years of news: a hundred states, reports of ten claims.
func manyClaims(n int) Input {
	random := rand.New(rand.NewPCG(1, 2))
	in := Input{Acts: findTestAct}
	state := func() []chancery.Participant {
		// Some states are in the news much more than others.
		id := fmt.Sprintf("S%02d", min(random.IntN(100), random.IntN(100)))
		return []chancery.Participant{{ID: id, Name: id, Text: id}}
	}
	subjects := []string{"trade", "visas", "energy", "fisheries", "defence", "culture", "transport", "health", "science", "water"}
	for i := range n {
		if i%10 == 0 {
			r := chancery.Report{ID: fmt.Sprintf("%016x", random.Uint64()), Publisher: "X"}
			r.Published = chancery.Day(chancery.NewDate(2020, 1, 1).AddDays(random.IntN(2000)))
			in.Reports = append(in.Reports, r)
		}
		r := in.Reports[len(in.Reports)-1]
		act := testActs[someActs[random.IntN(len(someActs))]]
		c := chancery.Claim{Report: r.ID, Kind: act.Kind, Act: act.ID, Mood: chancery.MoodOccurred, Actor: state(), Recipient: state(),
			Evidence: chancery.Evidence{Start: i % 10 * 100, End: i%10*100 + 50}, SaidBy: []chancery.Speaker{{Name: "X"}}}
		if random.IntN(3) == 0 {
			c.Mood = chancery.Moods[random.IntN(len(chancery.Moods))]
		}
		c.When = chancery.Day(r.Published.Start.AddDays(-random.IntN(20)))
		switch random.IntN(5) {
		case 0:
			c.When = chancery.Period{}
		case 1:
			c.When.Start = c.When.End.AddDays(-30)
		}
		a, b := subjects[random.IntN(10)], subjects[random.IntN(10)]
		c.Object = "to work on " + a + " and " + b
		switch act.Kind {
		case chancery.KindAgreement:
			c.Instrument = "an agreement on " + a + " and " + b
		case chancery.KindStanding:
			c.Association = &chancery.ActorRef{ID: fmt.Sprintf("A%d", random.IntN(40))}
		}
		c.Identify()
		in.Claims = append(in.Claims, c)
	}
	return in
}
