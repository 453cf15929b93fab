package dyads_test

import (
	"strings"
	"testing"

	"chancery/dyads"
	"chancery/dyads/internal/marks"
	"chancery/english"
)

func setUp(t testing.TB) (*dyads.Coder, english.Reader) {
	t.Helper()
	coder, err := dyads.New()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	return coder, reader
}

// take reads a marked sentence.
func take(marked string) (text string, actor, recipient dyads.Span) {
	text, s := marks.Take(marked, "a", "r")
	return text, dyads.Span{Start: s[0][0], End: s[0][1]}, dyads.Span{Start: s[1][0], End: s[1][1]}
}

func TestPairs(t *testing.T) {
	coder, reader := setUp(t)
	for _, c := range []struct{ event, why, marked string }{
		{"AGREE", "a plan to cooperate", "<a>Ghana</a> has agreed to lend 40 million dollars to <r>Togo</r>."},
		{"AGREE", "will", "<a>The Lao president</a> will visit <r>Minsk</r> in May."},
		{"AGREE", "will yield", "<a>The rebels</a> said they would free <r>nine nurses</r> on Sunday."},
		{"AGREE", "ready", "<a>Norway</a> is ready to send food to <r>Malawi</r>."},
		{"AGREE", "an offer as a noun", "<a>Oman</a> announced its readiness to meet <r>the Houthi leaders</r>."},
		{"CONSULT", "plain", "<a>Chile's foreign minister</a> met <r>his Peruvian counterpart</r> in Quito."},
		{"CONSULT", "light verb", "<a>The Kenyan envoy</a> held talks with <r>the Somali prime minister</r> on Monday."},
		{"CONSULT", "mediation", "<a>Qatar</a> launched a mediation effort between <r>Chad and the rebels</r>."},
		{"CONSULT", "host", "<a>President Boric</a> hosted <r>the king of Tonga</r> at a dinner in Santiago."},
		{"SUPPORT", "praise", "<a>Fiji</a> praised <r>New Zealand</r> for its reforms."},
		{"SUPPORT", "carried by a noun", "<a>The Slovak premier</a> voiced his full support for <r>Moldova</r>."},
		{"SUPPORT", "defence", "<a>The ombudsman</a> defended <r>the court's ruling</r> on fishing rights."},
		{"SUPPORT", "agreement", "<a>Nepal</a> and <r>Bhutan</r> signed an agreement on trade."},
		{"SUPPORT", "relations", "<a>Palau</a> has established diplomatic relations with <r>Albania</r>."},
		{"SUPPORT", "a purpose that is the act", "<a>The Danish queen</a> called <r>the Icelandic president</r> to congratulate him."},
		{"COOPERATE", "evidence", "<a>Austrian police</a> shared evidence with <r>the Maltese authorities</r>."},
		{"COOPERATE", "drill", "<a>Tunisian frigates</a> took part in a joint exercise with <r>the Italian navy</r>."},
		{"AID", "given", "<a>Japan</a> donated 200 ambulances to <r>Laos</r>."},
		{"AID", "passive", "<r>Tonga</r> was given 3 million dollars by <a>Australia</a> after the storm."},
		{"AID", "peacekeepers", "<a>Ghana</a> sent 300 peacekeepers to <r>Liberia</r>."},
		{"AID", "borders", "<a>Moldova</a> opened its borders to <r>refugees from the east</r>."},
		{"RETREAT", "free", "<a>A court in Lima</a> freed <r>two union leaders</r> on bail."},
		{"RETREAT", "sanctions", "<a>Canada</a> lifted sanctions on <r>Eritrea</r>."},
		{"RETREAT", "troops", "<a>Ethiopia</a> has begun withdrawing its troops from <r>Somalia</r>."},
		{"RETREAT", "truce", "<a>The junta</a> declared a ceasefire with <r>the Kachin rebels</r>."},
		{"RETREAT", "property", "<a>Belgium</a> returned a stolen mask to <r>the government of Congo</r>."},
		{"CONCEDE", "demands", "<a>The government</a> accepted the demands of <r>the striking nurses</r>."},
		{"REQUEST", "that-clause", "<a>The opposition</a> demanded that <r>the prime minister</r> resign."},
		{"REQUEST", "infinitive", "<a>Brazil</a> urged <r>the rebels</r> to release the hostages."},
		{"REQUEST", "must", "<a>The bishops</a> said <r>the army</r> must leave the villages."},
		{"REQUEST", "refuge", "<a>Some 4,000 villagers</a> sought refuge in <r>Chad</r>."},
		{"ACCUSE", "of anything", "<a>Mali</a> accused <r>Algeria</r> of sheltering rebels."},
		{"ACCUSE", "condemn", "<a>The African Union</a> condemned <r>the coup</r>."},
		{"ACCUSE", "lawsuit", "<a>A Peruvian farmer</a> has filed a lawsuit against <r>a German power company</r>."},
		{"ACCUSE", "investigation", "<a>Prosecutors in Malta</a> opened an investigation into <r>the former minister</r>."},
		{"ACCUSE", "sent to look into", "<a>The UN</a> sent three experts to <r>Haiti</r> to investigate the killings."},
		{"REJECT", "refuse", "<a>Eritrea</a> refused to meet <r>the UN envoy</r>."},
		{"REJECT", "object inside", "<a>The senate</a> rejected the draft proposed by <r>the finance minister</r>."},
		{"REJECT", "will not", "<a>Uzbekistan</a> will not lift the ban on <r>Tajik fruit</r>."},
		{"REJECT", "veto", "<a>China</a> vetoed <r>the British resolution</r>."},
		{"REJECT", "failed", "<a>Sudan</a> and <r>Egypt</r> failed to reach an agreement on the dam."},
		{"REJECT", "visit called off", "<a>The Greek president</a> cancelled a visit to <r>Ankara</r>."},
		{"THREATEN", "threaten", "<a>Algeria</a> threatened to cut gas supplies to <r>Spain</r>."},
		{"THREATEN", "ultimatum", "<a>The army</a> issued an ultimatum to <r>the mutineers</r>."},
		{"THREATEN", "will harm", "<a>Turkey</a> said it would attack <r>the militia</r> within days."},
		{"PROTEST", "demonstrate", "<a>Thousands of students</a> demonstrated against <r>the education minister</r>."},
		{"PROTEST", "and what for", "<a>Teachers</a> went on strike to demand higher pay from <r>the government</r>."},
		{"PROTEST", "boycott of a vote", "<a>The opposition parties</a> boycotted <r>the election</r>."},
		{"SANCTION", "aid", "<a>Sweden</a> suspended aid to <r>Uganda</r>."},
		{"SANCTION", "relations", "<a>Costa Rica</a> broke off diplomatic relations with <r>Taiwan</r>."},
		{"SANCTION", "expulsion", "<a>Bulgaria</a> expelled <r>two Russian diplomats</r> for spying."},
		{"SANCTION", "said as a noun", "<a>Italy</a> announced a suspension of flights to <r>Libya</r>."},
		{"MOBILIZE", "troops", "<a>Venezuela</a> massed troops on the border with <r>Guyana</r>."},
		{"MOBILIZE", "alert", "<a>Thai troops</a> remained on alert along <r>the Cambodian border</r>."},
		{"COERCE", "arrest", "<a>Police in Nairobi</a> arrested <r>a Tanzanian journalist</r>."},
		{"COERCE", "passive", "<r>Two priests</r> were detained by <a>the secret police</a>."},
		{"COERCE", "ban", "<a>Burundi</a> banned <r>the main opposition party</r>."},
		{"COERCE", "sanctions", "<a>The European Union</a> imposed sanctions on <r>the junta</r>."},
		{"COERCE", "curfew", "<a>The governor</a> imposed a curfew in <r>three northern towns</r>."},
		{"ASSAULT", "attack", "<a>Gunmen</a> attacked <r>a police station in Herat</r>."},
		{"ASSAULT", "airstrikes", "<a>The Sudanese air force</a> launched airstrikes on <r>the paramilitaries</r>."},
		{"ASSAULT", "a noun kills", "<a>A Saudi-led airstrike</a> killed <r>nine civilians in Yemen</r>."},
		{"ASSAULT", "relative", "The drone, which <a>the rebels</a> used to bomb <r>the airport</r>, was found in a field."},
		{"ASSAULT", "capture of territory", "<a>Rebel fighters</a> captured <r>the town of Kidal</r>."},
		{"ASSAULT", "ceasefire broken", "<a>Separatists</a> violated the ceasefire in <r>Donetsk</r> again."},
		{"ASSAULT", "coordination", "<a>The militia</a> overran a barracks and tortured <r>several conscripts</r>."},
	} {
		text, actor, recipient := take(c.marked)
		if e := coder.Pair(reader.Read(text), actor, recipient); e.Event != c.event {
			t.Errorf("%s: %s\n\tis %s (%s), want %s", c.why, c.marked, e.Event, e.Why, c.event)
		}
	}
}

// What the one does to the other, the other does not do to the one.
func TestDirection(t *testing.T) {
	coder, reader := setUp(t)
	for _, c := range []struct{ event, marked string }{
		{dyads.None, "<r>Peru</r> sued <a>Chile</a>."},
		{dyads.None, "<a>Two priests</a> were arrested by <r>the secret police</r>."},
		{dyads.None, "<r>The army</r> attacked <a>a village</a> and fled."},
		{"CONSULT", "<r>The Kenyan envoy</r> met <a>the Somali prime minister</a>."},
	} {
		text, actor, recipient := take(c.marked)
		if e := coder.Pair(reader.Read(text), actor, recipient); e.Event != c.event {
			t.Errorf("%s is %s (%s), want %s", c.marked, e.Event, e.Why, c.event)
		}
	}
}

// What is done to the event below a word: the same event under another word is another one.
func TestCompositions(t *testing.T) {
	coder, reader := setUp(t)
	for _, c := range []struct{ code, verb string }{
		{"16", "suspended"}, {"03", "agreed to give"}, {"13", "threatened to suspend"}, {"12", "refused to give"},
		{"07", "gave"}, {"07", "has begun to provide"}, {"03", "promised"}, {"10", "asked the bank to give"},
		{"12", "will not give"}, {"12", "did not give"}, {"16", "announced an end to"},
	} {
		marked := "<a>Denmark</a> " + c.verb + " food aid to <r>Burundi</r>."
		text, actor, recipient := take(marked)
		if e := coder.Pair(reader.Read(text), actor, recipient); !strings.HasPrefix(e.Cameo, c.code) {
			t.Errorf("%s\n\tis %s (%s), want %s…", marked, e.Cameo, e.Why, c.code)
		}
	}
}

// Properties that hold for every sentence and every pair of its words.
func TestEveryPairOfWords(t *testing.T) {
	coder, reader := setUp(t)
	for _, text := range []string{
		"Peru and Chile, which sued Bolivia last year, agreed on Monday to lift sanctions on the rebels' banks.",
		"“We will not attack them,” said the general; nobody believed him.",
		"Talks.", "No. 7 – the €3m 'plan' …", "BEIJING (AP) — POLICE ARREST 40",
	} {
		doc := reader.Read(text)
		for i := range doc.Tokens {
			for j := range doc.Tokens {
				a, r := dyads.Span{Start: doc.Tokens[i].Start, End: doc.Tokens[i].End}, dyads.Span{Start: doc.Tokens[j].Start, End: doc.Tokens[j].End}
				e := coder.Pair(doc, a, r)
				if again := coder.Pair(doc, a, r); again.Event != e.Event || again.Score != e.Score || again.Why != e.Why {
					t.Fatalf("%q, %v and %v: %+v, and then %+v", text, a, r, e, again)
				}
				if e.Score < 0 || e.Score > 1 {
					t.Fatalf("%q: score %v", text, e.Score)
				}
				if e.Event == dyads.None {
					continue
				}
				if e.Evidence.Start < 0 || e.Evidence.End > len(text) || e.Evidence.Start >= e.Evidence.End {
					t.Fatalf("%q, %v and %v: evidence %v", text, a, r, e.Evidence)
				}
				if e.Quad < 1 || e.Quad > 4 || e.Cameo == "" {
					t.Fatalf("%q: %+v", text, e)
				}
			}
		}
	}
}

func TestFind(t *testing.T) {
	coder, reader := setUp(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Mali accused Algeria of sheltering rebels.", []string{"Mali ACCUSE Algeria"}},
		{"Canada lifted sanctions on Eritrea on Monday, officials said.", []string{"Canada RETREAT Eritrea"}},
		{"Nepal and Bhutan signed an agreement.", []string{"Nepal SUPPORT Bhutan"}},
		{"Police in Nairobi arrested three protesters and a journalist.", []string{"Police in Nairobi COERCE three protesters", "Police in Nairobi COERCE a journalist"}},
		{"A Chinese court sentenced a Canadian businessman to death.", []string{"A Chinese court COERCE a Canadian businessman"}},
		{"The weather in Lima was fine on Sunday.", nil},
	} {
		doc := reader.Read(c.text)
		var got []string
		for _, f := range coder.Find(doc) {
			got = append(got, c.text[f.Actor.Start:f.Actor.End]+" "+f.Event.Event+" "+c.text[f.Recipient.Start:f.Recipient.End])
		}
		if strings.Join(got, "; ") != strings.Join(c.want, "; ") {
			t.Errorf("%s\n\tfound %q, want %q", c.text, got, c.want)
		}
	}
}
