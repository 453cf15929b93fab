package actors

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"chancery"
)

// TestHome asks where reports were written.
func TestHome(t *testing.T) {
	r := register(t)
	for _, c := range []struct {
		place, publisher string
		year             int
		state, why       string
	}{
		{"HANOI", "Red River News", 2025, "VNM", "dateline HANOI"},
		{"Nairobi, Kenya", "", 2025, "KEN", "dateline Nairobi, Kenya"},
		{"Atlanta, Georgia", "", 2025, "", ""},
		{"TBILISI", "", 2025, "GEO", "dateline TBILISI"},
		{"BELGRADE", "", 1987, "YUG", "dateline BELGRADE"},
		{"BELGRADE", "", 2025, "SRB", "dateline BELGRADE"},
		{"", "KCNA", 2012, "PRK", "publisher KCNA"},
		{"", "Foreign Ministry of the Sultanate of Oman", 2025, "OMN", "publisher Foreign Ministry of the Sultanate of Oman"},
		{"HANOI", "KCNA", 2012, "", ""},       // whose "the president" would it be?
		{"BRUSSELS", "", 2025, "", ""},        // the seat of associations
		{"UNITED NATIONS", "", 2025, "", ""},  // no state's
		{"", "Oman Daily Echo", 2025, "", ""}, // a newspaper is no government
		{"", "Red River News", 2025, "", ""},  // names no state
		{"", "Nairobi Business Daily", 2025, "KEN", "publisher Nairobi Business Daily"},
		{"ATLANTIS", "Nobody", 2025, "", ""},      // nowhere
		{"", "European Commission", 2025, "", ""}, // no state
	} {
		report := chancery.Report{DatelinePlace: c.place, Publisher: c.publisher, Published: chancery.Day(chancery.NewDate(c.year, 6, 1))}
		if state, why := r.Home(report); state != c.state || why != c.why {
			t.Errorf("%q, %q, %d: %q for %q, want %q for %q", c.place, c.publisher, c.year, state, why, c.state, c.why)
		}
	}
}

// TestAtHome reads texts from Hanoi that do not say whose the posts in them are.
func TestAtHome(t *testing.T) {
	r, english := register(t), reader(t)
	setting := Setting{When: summer, Home: "VNM", HomeWhy: "dateline HANOI"}
	for _, c := range []struct{ text, words, id string }{
		{"Prime Minister Dao Thi Lien received the Omani minister on Monday.", "Prime Minister Dao Thi Lien", "VNM"},
		{"Prime Minister Dao Thi Lien flew home. Lien thanked Oman.", "Lien", "VNM"},
		{"The talks went well, the foreign ministry said.", "the foreign ministry", "VNM"},
		{"Viet Nam asked Oman for nothing, the government said.", "the government", "VNM"},
		{"Foreign Ministry spokesman Do Van Tam denied it.", "Foreign Ministry spokesman Do Van Tam", "VNM"},
		{"Rain fell across the country.", "the country", "VNM"},
		{"The Omani delegation ended its visit to the country.", "the country", "VNM"},
		// Another state comes nearer, or may.
		{"Oman postponed the visit, the government said.", "the government", ""},
		{"Omani officials met the president.", "the president", ""},
		{"Oman's prime minister came to Hanoi. Prime Minister Salim Habsi visited a temple.", "Prime Minister Salim Habsi", ""},
		{"Oman's prime minister came to Hanoi. Prime Minister Salim Habsi will visit Viet Nam again.", "Prime Minister Salim Habsi", "OMN"},
		{"President Vladimir Putin sent a letter.", "President Vladimir Putin", "RUS"},
		{"President Habsi sent a letter.", "President Habsi", ""},
		{"\"We have told the government,\" the Omani envoy said.", "the government", ""},
		// Posts of which a state has many.
		{"The ambassador sent a letter.", "The ambassador", ""},
		{"Ambassador Salim Habsi sent a letter.", "Ambassador Salim Habsi", ""},
	} {
		m := r.MentionsIn(english.Read(c.text), setting)
		x := find(t, m, c.text, c.words)
		if got := strings.Join(x.IDs, " "); got != c.id {
			t.Errorf("%q: %s is %q, want %q", c.text, c.words, got, c.id)
		}
		if c.id == "VNM" && strings.Contains(c.words, " ") && x.Via != "context: dateline HANOI" {
			t.Errorf("%q: %s via %q", c.text, c.words, x.Via)
		}
	}
}

// TestNameBehindPost reads who holds a post that only the place of writing gives a state.
func TestNameBehindPost(t *testing.T) {
	r, english := register(t), reader(t)
	setting := Setting{When: summer, Home: "VNM", HomeWhy: "dateline HANOI"}
	for text, person := range map[string]string{
		"The prime minister, Dao Thi Lien, flew to Oman.":          "Dao Thi Lien",
		"The prime minister, tired after the talks, flew to Oman.": "",
		"The prime minister, Oman and the weather were blamed.":    "",
	} {
		m := r.MentionsIn(english.Read(text), setting)
		if x := find(t, m, text, "The prime minister"); x.Person != person || strings.Join(x.IDs, " ") != "VNM" {
			t.Errorf("%q: %q of %v, want %q", text, x.Person, x.IDs, person)
		}
	}
}

// TestHomeFromText reads texts that say at their head, or in their first sentence, whose the posts in them are.
func TestHomeFromText(t *testing.T) {
	r, english := register(t), reader(t)
	for _, c := range []struct{ text, words, id string }{
		{"(Lagoon Times, Tarawa, 27 August 2026)\n\nPrime Minister Teba Ioane closed the port.", "Prime Minister Teba Ioane", "KIR"},
		{"By our reporter in Accra\n\nPrime Minister Kwesi Boadu closed the port.", "Prime Minister Kwesi Boadu", "GHA"},
		{"Lima, Nov 18 (Andes Post) President Inti Quispe closed the port.", "President Inti Quispe", "PER"},
		{"Tuvalu will close its port, Prime Minister Sione Tausi told his parliament. Prime Minister Sione Tausi left.", "Prime Minister Sione Tausi", "TUV"},
		{"Peru's president is due in Quito. He and his host, President Luis Andrade, will sign.", "President Luis Andrade", "ECU"},
		// A headline tells of a town without being written there, and a neighbour may speak of one.
		{"Accra rejects the plan of 2025\n\nPrime Minister Kwesi Boadu closed the port.", "Prime Minister Kwesi Boadu", ""},
		{"Chad says that Tuvalu will close its port, Prime Minister Sione Tausi told reporters.", "Prime Minister Sione Tausi", ""},
	} {
		m := r.MentionsIn(english.Read(c.text), Setting{When: summer})
		x := find(t, m, c.text, c.words)
		if got := strings.Join(x.IDs, " "); got != c.id {
			t.Errorf("%q: %s is %q, want %q", c.text, c.words, got, c.id)
		}
	}
}

// TestKinds tells a people from its state.
func TestKinds(t *testing.T) {
	r, english := register(t), reader(t)
	for text, words := range map[string]string{
		"We thank the people of India.":           "the people of India",
		"The Korean people of Pyongyang cheered.": "The Korean people",
		"Americans voted on Tuesday.":             "Americans",
		"Rwandan fishermen crossed the lake.":     "Rwandan fishermen",
		"Omani companies signed.":                 "Omani companies",
	} {
		m := r.Mentions(english.Read(text), summer, nil)
		if x := find(t, m, text, words); x.Kind != chancery.KindGeneric || len(x.IDs) != 1 || x.Sector == "" || x.Sector == "GOV" {
			t.Errorf("%q: %s is %s of %v, sector %s", text, words, x.Kind, x.IDs, x.Sector)
		}
	}
}

// TestCounterpartIsIntroduced looks for the passage that tells other reports who a counterpart is.
func TestCounterpartIsIntroduced(t *testing.T) {
	r, english := register(t), reader(t)
	text := "Kenyan Foreign Minister Peter Otieno and his Ethiopian counterpart, Hirut Bekele, met in Juba. Bekele left first."
	m := r.Mentions(english.Read(text), summer, nil)
	if !slices.ContainsFunc(m.Introductions, func(i chancery.Introduction) bool {
		return i.Person == "Hirut Bekele" && i.State == "ETH" && i.Office == "foreign-minister"
	}) {
		t.Errorf("introductions are %v", m.Introductions)
	}
	if x := find(t, m, text, "Bekele"); x.Office != "foreign-minister" || x.Person != "Hirut Bekele" {
		t.Errorf("Bekele is %q", line(x, text))
	}
}

// TestVersion changes files and looks for another version.
func TestVersion(t *testing.T) {
	folder := func(name string) fstest.MapFS {
		return fstest.MapFS{"states.tsv": {Data: []byte("id\tkind\tname\nAAA\tstate\t" + name + "\n")}}
	}
	load := func(folders ...fstest.MapFS) string {
		t.Helper()
		r, err := Load(folders[0])
		if len(folders) > 1 {
			r, err = Load(folders[0], folders[1])
		}
		if err != nil {
			t.Fatal(err)
		}
		return r.Version()
	}
	a, b := folder("Arcadia"), folder("Arkadia")
	seen := []string{load(a), load(b), load(a, b), load(b, a), register(t).Version()}
	for i, v := range seen {
		if v == "" || slices.Index(seen, v) != i {
			t.Errorf("version %d of %q is empty or not the first of its kind", i, seen)
		}
	}
	if again := load(a, b); again != seen[2] {
		t.Errorf("the same files give %q and %q", seen[2], again)
	}
}
