package english

import (
	"strings"
	"testing"
)

// TestNames reads sentences written for the project. Names are put as "kind:words".
func TestNames(t *testing.T) {
	reader, err := New()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ text, want string }{
		{"President Anwar Ibrahim met Joko Widodo in Jakarta on Monday.", "person:Anwar Ibrahim person:Joko Widodo place:Jakarta"},
		{"The Ministry of Foreign Affairs of Belarus summoned the ambassador.", "organisation:Ministry of Foreign Affairs of Belarus"},
		{"The World Bank and the European Union will support Mongolia.", "organisation:World Bank organisation:European Union place:Mongolia"},
		{"The Turkish delegation flew to Costa Rica.", "nationality:Turkish place:Costa Rica"},
		{"Tsai Ing-wen spoke in Taipei.", "person:Tsai Ing-wen place:Taipei"},
		{"Envoys met in the village of Qorbalat.", "place:Qorbalat"},
		{"A spokesman for the newspaper Vermund declined to comment.", "organisation:Vermund"},
		{"Saudi Crown Prince Mohammed bin Salman arrived in Cairo.", "nationality:Saudi person:Mohammed bin Salman place:Cairo"},
		{"Trade with sub-Saharan Africa grew.", "place:sub-Saharan Africa"},
		{"He was taken to Larkfield Hospital.", "place:Larkfield Hospital"},
		{"The loan is worth US $3 million.", ""},
		{"He spoke on Monday.", ""},
		{"the two sides met again and agreed on nothing.", ""},
	}
	for _, test := range tests {
		d := reader.Read(test.text)
		var got []string
		for _, n := range d.Names {
			got = append(got, n.Kind.String()+":"+d.Text[d.Tokens[n.First].Start:d.Tokens[n.Last-1].End])
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%q\n got  %s\n want %s", test.text, s, test.want)
		}
	}
}

// TestShortNames asks that a name once seen in full says what its short forms are.
func TestShortNames(t *testing.T) {
	reader, err := New()
	if err != nil {
		t.Fatal(err)
	}
	d := reader.Read("Speaker Marek Ozolbek opened the session in the capital. Then Ozolbek thanked the guests.\n\n" +
		"The Baltic Grain Union (BGU) sent a letter. Nobody from BGU came.")
	want := map[string]NameKind{"Ozolbek": Person, "BGU": Organisation}
	for _, n := range d.Names {
		word := d.Text[d.Tokens[n.First].Start:d.Tokens[n.Last-1].End]
		if kind, ok := want[word]; ok && kind == n.Kind {
			delete(want, word)
		}
	}
	for word, kind := range want {
		t.Errorf("%s is no %s in %v", word, kind, d.Names)
	}
}

// oneGazetteer knows one name.
type oneGazetteer struct{ word string }

func (g oneGazetteer) Lookup(d *Document, i int) (int, NameKind) {
	if d.Word(i) == g.word {
		return 1, Place
	}
	return 0, 0
}

// TestGazetteer asks that a reader hears what a gazetteer says.
func TestGazetteer(t *testing.T) {
	w, err := DecodeWeights(embedded)
	if err != nil {
		t.Fatal(err)
	}
	names, err := NewNameReader(nameWeights, w.Clusters, oneGazetteer{"Qorveth"})
	if err != nil {
		t.Fatal(err)
	}
	d := NewNetwork(w).WithNames(names).Read("The talks about Qorveth went on.")
	if len(d.Names) != 1 || d.Names[0].Kind != Place || d.Word(d.Names[0].First) != "Qorveth" {
		t.Errorf("names are %v", d.Names)
	}
}

// FuzzNames asks of any text that its names are in order, not empty, apart, and each in one sentence.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"", "A", "US $", "Kim Jong-un of the Bank of the Bank's Office and and Office (BO)", "SHOUTED NEWS FROM NOWHERE", "’s ’s - - Corp. Corp."} {
		f.Add(s)
	}
	reader, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := reader.Read(text)
		last := 0
		for _, n := range d.Names {
			if n.First < last || n.Last <= n.First || n.Last > len(d.Tokens) || d.Tokens[n.First].Sentence != d.Tokens[n.Last-1].Sentence {
				t.Fatalf("%q: name %+v behind token %d of %d", text, n, last, len(d.Tokens))
			}
			last = n.Last
		}
	})
}
