package query

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery"
)

// bookActs reads ids, glosses, kinds and states out of the codebook's own files, so that the table
// below is about the glosses that are in use.
func bookActs(t testing.TB) map[string]chancery.Act {
	t.Helper()
	files, err := filepath.Glob("../codebook/data/acts/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("the codebook's acts are not there: %v", err)
	}
	acts := map[string]chancery.Act{}
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		var act chancery.Act
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			key, value, ok := strings.Cut(lines.Text(), " = ")
			value = strings.Trim(value, `"`)
			switch {
			case lines.Text() == "[[act]]":
				act = chancery.Act{}
			case !ok:
			case key == "id":
				act.ID = value
			case key == "gloss":
				act.Gloss = value
			case key == "kind":
				act.Kind = chancery.Kind(value)
			case key == "standing":
				act.Standing = chancery.Standing(value)
			case key == "state":
				act.State = chancery.State(value)
			case key == "mutual":
				act.Mutual = true
			}
			if act.ID != "" {
				acts[act.ID] = act
			}
		}
		f.Close()
	}
	return acts
}

var someNames = map[string]string{"LAO": "Laos", "BLR": "Belarus", "RUS": "Russia", "CHN": "China", "USA": "United States",
	"NLD": "Netherlands", "SCO": "Shanghai Cooperation Organization", "ASEAN": "ASEAN", "EAEU": "EAEU"}

func testWords(t testing.TB) Words {
	acts := bookActs(t)
	return Words{Name: func(id string) string { return someNames[id] },
		Acts: func(id string) (chancery.Act, bool) { a, ok := acts[id]; return a, ok }}
}

// told makes a claim from "ACTOR+ACTOR act RECIPIENT", and "key=value" parts after semicolons.
func told(t testing.TB, acts map[string]chancery.Act, line string) chancery.Claim {
	t.Helper()
	parts := strings.Split(line, ";")
	head := strings.Fields(parts[0])
	act, ok := acts[head[1]]
	if !ok {
		t.Fatalf("no act %q in %q", head[1], line)
	}
	c := chancery.Claim{Kind: act.Kind, Act: act.ID, Standing: act.Standing, Mood: chancery.MoodOccurred,
		Actor: side(head[0]), SaidBy: []chancery.Speaker{{Name: "KPL"}}}
	if len(head) > 2 {
		c.Recipient = side(head[2])
	}
	for _, part := range parts[1:] {
		key, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		switch key {
		case "mood":
			c.Mood = chancery.Mood(value)
		case "obj":
			c.Object = value
		case "ins":
			c.Instrument = value
		case "in":
			c.Association = &chancery.ActorRef{ID: value, Name: value}
		case "st":
			c.Standing = chancery.Standing(value)
		case "who":
			c.Actor[0].Person = value
		case "office":
			c.Actor[0].Office = value
		case "due":
			c.Due = when(t, value)
		case "ev":
			c.Evidence.Text = value
		case "by":
			c.SaidBy = nil
			for _, name := range strings.Split(value, "<") {
				c.SaidBy = append(c.SaidBy, chancery.Speaker{Name: name, ID: "RUS"})
			}
			c.SaidBy = append(c.SaidBy, chancery.Speaker{Name: "KPL"})
		default:
			t.Fatalf("no key %q in %q", key, line)
		}
	}
	return c
}

func side(ids string) []chancery.Participant {
	var list []chancery.Participant
	for _, id := range strings.Split(ids, "+") {
		list = append(list, chancery.Participant{ID: id, Name: id, Text: id})
	}
	return list
}

// What is told, and the sentence that says it.
var renderings = []struct{ told, want string }{
	{"RUS sign LAO; ins=a treaty on trade", "Russia signed a treaty on trade with Laos."},
	{"RUS+LAO sign; ins=a treaty on trade", "Russia and Laos signed a treaty on trade."},
	{"RUS sign LAO", "Russia signed an agreement with Laos."},
	{"RUS+LAO sign; ins=a treaty; mood=planned", "Russia and Laos are to sign a treaty."},
	{"RUS+LAO sign; ins=a treaty; mood=denied", "Russia and Laos did not sign a treaty."},
	{"RUS sign LAO; ins=a treaty; mood=wished", "It is wished that Russia sign a treaty with Laos."},
	{"RUS sign LAO; ins=a treaty; mood=demanded", "Russia is called on to sign a treaty with Laos."},
	{"RUS sign LAO; ins=a treaty; mood=possible", "Russia may sign a treaty with Laos."},
	{"RUS sign LAO; ins=a treaty; mood=conditional", "Russia would sign a treaty with Laos, on a condition."},
	{"RUS sign LAO; ins=a treaty; mood=postponed", "Russia was to sign a treaty with Laos (postponed)."},
	{"RUS+LAO sign; ins=a treaty; mood=cancelled", "Russia and Laos were to sign a treaty (cancelled)."},
	{"RUS initial LAO; ins=a treaty", "Russia initialled a treaty with Laos."},
	{"LAO ratify; ins=the treaty", "Laos ratified the treaty."},
	{"LAO+BLR enter-into-force; ins=the treaty", "The treaty entered into force for Laos and Belarus."},
	{"LAO suspend-agreement BLR; ins=the treaty; mood=planned", "Laos is to suspend the treaty with Belarus."},
	{"LAO end-agreement BLR; ins=the treaty", "Laos ended the treaty with Belarus."},
	{"RUS reach-agreement LAO; ins=a compromise", "Russia reached a compromise with Laos."},
	{"RUS violate-agreement; ins=the truce; mood=denied", "Russia did not violate the truce."},
	{"RUS implement-agreement; ins=the treaty; mood=under way", "Russia is carrying out the treaty."},
	{"LAO open-visa-free BLR", "Laos waived visas for Belarus."},
	{"BLR meet LAO; who=Maxim Ryzhenkov", "Belarus (Maxim Ryzhenkov) met Laos."},
	{"BLR+LAO meet; mood=planned", "Belarus and Laos are to meet."},
	{"BLR+LAO discuss; obj=trade", "Belarus and Laos discussed trade."},
	{"BLR discuss LAO; obj=trade", "Belarus discussed trade with Laos."},
	{"BLR phone-call LAO", "Belarus talked with Laos by telephone."},
	{"LAO visit BLR; mood=planned; office=head of state", "Laos (head of state) is to visit Belarus."},
	{"BLR visit LAO; mood=under way", "Belarus is visiting Laos."},
	{"BLR visit LAO; mood=ended", "Belarus visited Laos."},
	{"BLR visit LAO; mood=postponed", "Belarus was to visit Laos (postponed)."},
	{"USA visit NLD", "The United States visited the Netherlands."},
	{"LAO host BLR", "Laos hosted Belarus."},
	{"LAO attend; obj=the summit in Kazan", "Laos attended the summit in Kazan."},
	{"LAO invite BLR; obj=to discuss joint projects", "Laos invited Belarus to discuss joint projects."},
	{"LAO accept-invitation BLR; obj=to visit Belarus; by=Maxim Ryzhenkov", "According to Maxim Ryzhenkov, Laos accepted an invitation from Belarus to visit Belarus."},
	{"LAO decline-invitation BLR", "Laos declined an invitation from Belarus."},
	{"CHN mediate RUS+USA", "China mediated between Russia and the United States."},
	{"RUS publish; obj=an article", "Russia published an article."},
	{"RUS recall-ambassador USA", "Russia recalled its envoy from the United States."},
	{"RUS expel; obj=two diplomats", "Russia expelled two diplomats."},
	{"USA sanction RUS; obj=new sanctions", "The United States imposed sanctions on Russia (new sanctions)."},
	{"USA sanction RUS; obj=sanctions on Russia", "The United States imposed sanctions on Russia."},
	{"RUS support; obj=the plan; by=He", "According to a speaker not named, Russia supports the plan."},
	{"USA quote; obj=So it is", "The United States: “So it is”"},
	{"RUS seek-standing; in=ASEAN; mood=wished", "Russia is interested in ASEAN."},
	{"LAO seek-standing; in=SCO; mood=wished; by=Sergey Lavrov", "According to Sergey Lavrov, Laos is interested in the Shanghai Cooperation Organization."},
	{"LAO seek-standing; in=EAEU; mood=denied", "Laos is not interested in the EAEU."},
	{"LAO apply; in=SCO", "Laos applied to the Shanghai Cooperation Organization."},
	{"LAO gain-standing; in=SCO; st=partner", "Laos became a partner of the Shanghai Cooperation Organization."},
	{"LAO gain-standing; in=SCO; st=observer; mood=planned", "Laos is to become an observer in the Shanghai Cooperation Organization."},
	{"BLR hold-standing; in=SCO; st=member", "Belarus is a member of the Shanghai Cooperation Organization."},
	{"BLR hold-standing; in=SCO; st=member; mood=ended", "Belarus is no longer a member of the Shanghai Cooperation Organization."},
	{"RUS hold-standing; in=ASEAN; st=dialogue partner", "Russia is a dialogue partner of ASEAN."},
	{"LAO hold-standing; in=ASEAN; st=chair", "Laos chairs ASEAN."},
	{"LAO hold-standing; in=ASEAN; st=chair; mood=ended", "Laos chaired ASEAN."},
	{"BLR discuss LAO", "Belarus talked with Laos."},
	{"BLR+LAO share-views; obj=their views", "Belarus and Laos share views."},
	{"BLR interest-in-relations LAO; obj=developing relations with Laos", "Belarus wants closer relations with Laos."},
	{"RUS publish; obj=Sixty Years of Friendship", "Russia published “Sixty Years of Friendship”."},
	{"LAO take-chair; in=ASEAN", "Laos took the chair of ASEAN."},
	{"LAO hand-over-chair CHN; in=ASEAN", "Laos handed the chair of ASEAN to China."},
	{"RUS suspend-standing; in=SCO", "The Shanghai Cooperation Organization suspended Russia."},
	{"RUS leave; in=SCO; mood=planned", "Russia is to leave the Shanghai Cooperation Organization."},
	{"CHN support-bid LAO; in=SCO", "China supported the bid of Laos for the Shanghai Cooperation Organization."},
	{"LAO participate; obj=the Greater Eurasian Partnership; mood=wished", "It is wished that Laos take part in the Greater Eurasian Partnership."},
	{"RUS+LAO oppose; obj=unilateral coercive measures; by=Sergey Lavrov", "According to Sergey Lavrov, Russia and Laos oppose unilateral coercive measures."},
	{"RUS support; obj=a multipolar world order", "Russia supports a multipolar world order."},
	{"RUS support LAO", "Russia supports Laos."},
	{"RUS oppose; obj=the dam; mood=ended", "Russia no longer opposes the dam."},
	{"RUS+LAO share-views; obj=security", "Russia and Laos share views on security."},
	{"RUS share-views LAO; obj=security", "Russia and Laos share views on security."},
	{"RUS praise LAO; obj=its policy", "Russia praised Laos for its policy."},
	{"RUS sign LAO; ins=a treaty; mood=denied; ev=The two have not signed a treaty.", "Russia has not signed a treaty with Laos."},
	{"RUS ratify; ins=a treaty; mood=denied; ev=Neither has ratified it.", "Russia has not ratified a treaty."},
	{"RUS promise LAO; obj=money; mood=denied; ev=It has a plan but did not promise money.", "Russia did not promise Laos money."},
	{"RUS+LAO discuss; obj=the sale of weapons; mood=denied; ev=They did not discuss it.", "Russia and Laos did not discuss the sale of weapons."},
	{"LAO hold-standing; in=SCO; st=member; mood=denied; ev=Laos is not a member.", "Laos is not a member of the Shanghai Cooperation Organization."},
	{"LAO+RUS hold-standing; in=SCO; st=observer", "Laos and Russia are observers in the Shanghai Cooperation Organization."},
	{"LAO+RUS hold-standing; in=SCO; st=dialogue partner", "Laos and Russia are dialogue partners of the Shanghai Cooperation Organization."},
	{"RUS oppose; obj=the dam; mood=denied", "Russia does not oppose the dam."},
	{"RUS leave; in=SCO; mood=denied; ev=Russia will not leave it, he said.; by=An official in Moscow", "According to an official in Moscow, Russia will not leave the Shanghai Cooperation Organization."},
	{"RUS leave; in=SCO; mood=denied; ev=Russia will not leave it, he said.; by=The Foreign Ministry", "According to the Foreign Ministry, Russia will not leave the Shanghai Cooperation Organization."},
	{"RUS condole LAO; obj=the floods", "Russia condoled with Laos over the floods."},
	{"CHN support-bid LAO; in=SCO; obj=Laos’s bid", "China supported the bid of Laos for the Shanghai Cooperation Organization."},
	{"RUS+LAO agree; obj=hold talks every year; ev=They agreed to: open a road, hold talks every year.", "Russia and Laos agreed to hold talks every year."},
	{"RUS support; obj=the plan; by=Caribbean Community", "According to the Caribbean Community, Russia supports the plan."},
	{"RUS support; obj=the plan; by=its foreign ministry", "According to its foreign ministry, Russia supports the plan."},
	{"RUS support; obj=the plan; by=Ukraine's Energy Ministry", "According to Ukraine's Energy Ministry, Russia supports the plan."},
	{"RUS thank LAO; obj=its patience", "Russia thanked Laos for its patience."},
	{"RUS thank LAO; obj=for its patience", "Russia thanked Laos for its patience."},
	{"RUS praise; obj=the treaty", "Russia praised the treaty."},
	{"RUS congratulate LAO; obj=this step", "Russia congratulated Laos on this step."},
	{"RUS demand LAO; obj=Laos lift the tariff by Friday", "Russia demanded that Laos lift the tariff by Friday."},
	{"RUS demand LAO; obj=that it lift the tariff", "Russia demanded that it lift the tariff."},
	{"RUS+LAO share-views; obj=their views on trade", "Russia and Laos share views on trade."},
	{"RUS interest-in-relations LAO; mood=wished", "Russia wants closer relations with Laos."},
	{"LAO advance; obj=the dialogue partnership; mood=under way", "Laos works to advance the dialogue partnership."},
	{"RUS voice-concern; obj=the arrests", "Russia is concerned at the arrests."},
	{"RUS establish-relations LAO", "Russia established diplomatic relations with Laos."},
	{"RUS+LAO relations-since", "Russia and Laos have had relations."},
	{"RUS strategic-partnership LAO", "Russia has a strategic partnership with Laos."},
	{"RUS+LAO strategic-partnership; mood=under way", "Russia and Laos have a strategic partnership."},
	{"RUS break-relations USA", "Russia broke off relations with the United States."},
	{"CHN promise LAO; obj=to send rice", "China promised Laos to send rice."},
	{"CHN promise LAO; obj=to send rice; mood=denied; by=Spokesman<Ministry", "According to Spokesman, quoted by Ministry, China did not promise Laos to send rice."},
	{"LAO ready; obj=to work towards this; mood=wished", "Laos is ready to work towards this."},
	{"LAO ready; obj=talks; mood=wished", "Laos is ready for talks."},
	{"BLR+LAO agree; obj=to speed up all plans", "Belarus and Laos agreed to speed up all plans."},
	{"BLR agree LAO; obj=visas", "Belarus agreed with Laos on visas."},
	{"CHN offer LAO; obj=a loan; mood=wished", "China offered Laos a loan."},
	{"CHN plan; obj=to open an embassy; mood=planned", "China plans to open an embassy."},
	{"CHN keep-promise LAO", "China kept its word to Laos."},
	{"RUS demand USA; obj=an explanation", "Russia demanded an explanation of the United States."},
	{"RUS accuse USA; obj=interference", "Russia accused the United States of interference."},
	{"RUS warn USA; obj=grave consequences", "Russia warned the United States of grave consequences."},
	{"RUS threaten USA; obj=to close the border", "Russia threatened the United States to close the border."},
	{"RUS deny; obj=the report", "Russia denied the report."},
	{"RUS arrest USA; obj=two journalists", "Russia arrested two journalists."},
	{"RUS deport USA", "Russia deported somebody of the United States."},
	{"RUS shoot-down; obj=a drone", "Russia shot down a drone."},
	{"LAO veto; obj=the draft; mood=possible", "Laos may veto the draft."},
	{"RUS withdraw-troops LAO; mood=under way", "Russia is withdrawing forces from Laos."},
	{"LAO quote; obj=We shall see; who=Thongloun Sisoulith", "Laos (Thongloun Sisoulith): “We shall see”"},
}

func TestClaimsInWords(t *testing.T) {
	acts, words := bookActs(t), testWords(t)
	for _, tt := range renderings {
		if got := words.Claim(told(t, acts, tt.told), "KPL"); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.told, got, tt.want)
		}
	}
}

// TestEveryActCanBeSaid: no gloss of the codebook leaves a slot, a doubled word or a preposition
// behind, in any mood and with any side missing.
func TestEveryActCanBeSaid(t *testing.T) {
	acts, words := bookActs(t), testWords(t)
	for id, act := range acts {
		for _, mood := range chancery.Moods {
			for _, recipient := range []string{"", " LAO"} {
				c := told(t, acts, "RUS "+id+recipient)
				c.Mood, c.Association = mood, &chancery.ActorRef{ID: "SCO"}
				got := words.Claim(c, "KPL")
				if strings.ContainsAny(got, "{}") || strings.Contains(got, "  ") || !strings.HasSuffix(got, ".") && act.Kind != chancery.KindQuote {
					t.Errorf("%s, %s: %s", id, mood, got)
				}
				last := strings.Fields(strings.TrimSuffix(got, "."))
				if word := last[len(last)-1]; falling[word] && word != "in" {
					t.Errorf("%s, %s: ends with %q: %s", id, mood, word, got)
				}
				if !mood.Real() && act.Kind == chancery.KindEvent && act.State == "" && got == words.Claim(told(t, acts, "RUS "+id+recipient), "KPL") {
					t.Errorf("%s: %s reads like a fact: %s", id, mood, got)
				}
			}
		}
	}
}

func TestEntriesInWords(t *testing.T) {
	words := testWords(t)
	party := func(ids ...string) (list []chancery.Party) {
		for _, id := range ids {
			list = append(list, chancery.Party{ID: id, Name: id})
		}
		return list
	}
	said := []chancery.Voice{{Chain: []chancery.Speaker{{Name: "Sergey Lavrov", ID: "RUS"}, {Name: "KPL"}}}}
	tests := []struct {
		entry chancery.Entry
		want  string
	}{
		{chancery.Entry{Kind: chancery.KindAgreement, Act: "sign", Actors: party("BLR", "LAO"), Instrument: "an agreement on visa-free travel", State: chancery.StateSigned},
			"An agreement on visa-free travel between Belarus and Laos was signed."},
		{chancery.Entry{Kind: chancery.KindAgreement, Act: "sign", Actors: party("BLR", "LAO"), Instrument: "a deal with Laos", State: chancery.StateSigned},
			"A deal with Laos (Belarus and Laos) was signed."},
		{chancery.Entry{Kind: chancery.KindAgreement, Act: "sign", Actors: party("BLR", "LAO"), Instrument: "several documents", State: chancery.StatePlanned},
			"Several documents between Belarus and Laos are to be signed."},
		{chancery.Entry{Kind: chancery.KindAgreement, Act: "ratify", Actors: party("BLR", "LAO"), Instrument: "the treaty", State: chancery.StateRatified},
			"The treaty between Belarus and Laos was ratified, by all or some of them."},
		{chancery.Entry{Kind: chancery.KindAgreement, Act: "enter-into-force", Actors: party("BLR", "LAO"), Instrument: "the treaty", State: chancery.StatePlanned},
			"The treaty between Belarus and Laos is to enter into force."},
		{chancery.Entry{Kind: chancery.KindAgreement, Act: "enter-into-force", Actors: party("LAO"), Instrument: "the treaty", State: chancery.StateInForce, Voices: said},
			"According to Sergey Lavrov, the treaty of Laos is in force."},
		{chancery.Entry{Kind: chancery.KindAgreement, Act: "sign", Actors: party("BLR", "LAO"), Instrument: "the treaty", State: chancery.StateDenied, Voices: said},
			"According to Sergey Lavrov, the treaty between Belarus and Laos has not been signed."},
		{chancery.Entry{Kind: chancery.KindEvent, Act: "meet", Actors: party("BLR", "LAO"), State: chancery.StateHeld, Voices: said},
			"According to Sergey Lavrov, Belarus and Laos met."},
		{chancery.Entry{Kind: chancery.KindStanding, Act: "seek-standing", Actors: party("LAO"), Standing: chancery.StandingInterest,
			Association: &chancery.ActorRef{ID: "SCO"}, State: chancery.StateWished, Voices: said},
			"According to Sergey Lavrov, Laos is interested in the Shanghai Cooperation Organization."},
		{chancery.Entry{Kind: chancery.KindStanding, Act: "hold-standing", Actors: party("LAO"), Standing: chancery.StandingChair,
			Association: &chancery.ActorRef{ID: "ASEAN"}, State: chancery.StateEnded}, "Laos chaired ASEAN."},
		{chancery.Entry{Kind: chancery.KindStanding, Act: "hold-standing", Actors: party("LAO"), Standing: chancery.StandingMember,
			Association: &chancery.ActorRef{ID: "ASEAN"}, State: chancery.StateHeld, Register: "treaty series", Voices: said},
			"Laos is a member of ASEAN."},
	}
	for _, tt := range tests {
		if got := words.Entry(tt.entry, tt.entry.State, func(string) string { return "KPL" }); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

func TestPeriodsInWords(t *testing.T) {
	d := chancery.NewDate
	tests := []struct {
		period chancery.Period
		want   string
	}{
		{chancery.Period{}, ""},
		{chancery.Day(d(2025, 7, 17)), "17 July 2025"},
		{chancery.Period{Start: d(2024, 1, 1), End: d(2024, 12, 31), Precision: chancery.PrecisionYear}, "2024"},
		{chancery.Period{Start: d(2024, 2, 1), End: d(2024, 2, 29), Precision: chancery.PrecisionMonth}, "February 2024"},
		{chancery.Period{Start: d(1960, 1, 1), Precision: chancery.PrecisionYear}, "since 1960"},
		{chancery.Period{End: d(2024, 5, 2), Precision: chancery.PrecisionDay}, "until 2 May 2024"},
		{chancery.Period{Start: d(2024, 9, 1), End: d(2024, 11, 30), Precision: chancery.PrecisionSeason}, "between 1 September 2024 and 30 November 2024"},
		{chancery.Period{Start: d(2024, 9, 3), End: d(2024, 9, 5), Precision: chancery.PrecisionRange}, "3 September 2024 to 5 September 2024"},
		{chancery.Period{Start: d(2025, 11, 20), End: d(2025, 11, 20), Precision: chancery.PrecisionDay, Basis: chancery.BasisReport}, "by 20 November 2025"},
		{chancery.Period{Start: d(2025, 6, 17), Precision: chancery.PrecisionVague}, "since about June 2025"},
	}
	for _, tt := range tests {
		if got := Period(tt.period); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.period, got, tt.want)
		}
	}
}

func TestVerbForms(t *testing.T) {
	tests := []struct{ third, base, past, participle, gerund string }{
		{"signs", "sign", "signed", "signed", "signing"},
		{"carries", "carry", "carried", "carried", "carrying"},
		{"reaches", "reach", "reached", "reached", "reaching"},
		{"discusses", "discuss", "discussed", "discussed", "discussing"},
		{"vetoes", "veto", "vetoed", "vetoed", "vetoing"},
		{"releases", "release", "released", "released", "releasing"},
		{"initials", "initial", "initialled", "initialled", "initialling"},
		{"takes", "take", "took", "taken", "taking"},
		{"agrees", "agree", "agreed", "agreed", "agreeing"},
		{"is", "be", "was", "been", "being"},
		{"has", "have", "had", "had", "having"},
		{"lets", "let", "let", "let", "letting"},
		{"occupies", "occupy", "occupied", "occupied", "occupying"},
		{"deploys", "deploy", "deployed", "deployed", "deploying"},
	}
	for _, tt := range tests {
		b := base(tt.third)
		if b != tt.base || past(b, false) != tt.past || participle(b) != tt.participle || gerund(b) != tt.gerund || present(b, false) != tt.third {
			t.Errorf("%s: got %s, %s, %s, %s, %s", tt.third, b, past(b, false), participle(b), gerund(b), present(b, false))
		}
	}
}
