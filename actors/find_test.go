package actors

import (
	"testing"

	"chancery"
)

// TestFind types names as people do and looks at the first answer.
func TestFind(t *testing.T) {
	r := register(t)
	for text, want := range map[string]string{
		"Laos": "LAO", "LAO": "LAO", "laos": "LAO", "Lao PDR": "LAO", "lao pdr": "LAO", "the Laos": "LAO",
		"Lao People's Democratic Republic": "LAO", "Laotian": "LAO", "Vientiane": "LAO",
		"SCO": "SCO", "sco": "SCO", "Shanghai Cooperation Organisation": "SCO", "shanghai cooperation organization": "SCO",
		"Kremlin": "RUS", "the Kremlin": "RUS", "White House": "USA", "US": "USA", "u.s.": "USA", "USA": "USA", "America": "USA",
		"Türkiye": "TUR", "turkiye": "TUR", "Turkey": "TUR", "cote d'ivoire": "CIV", "Côte d’Ivoire": "CIV", "Ivory Coast": "CIV",
		"Swaziland": "SWZ", "Burma": "MMR", "Guinea-Bissau": "GNB", "guinea bissau": "GNB", "Kosovo": "XKX",
		"European Union": "EU", "eu": "EU", "BRICS": "BRICS", "African Union": "AU", "NATO": "NATO", "5+5": "5+5",
		"Mercosur": "MERCOSUR", "Georgia": "GEO", "Jordan": "JOR", "Holy See": "VAT", "DPRK": "PRK", "UK": "GBR", "UAE": "ARE",
	} {
		got := r.Find(text)
		if len(got) == 0 || got[0].ID != want || got[0].Near {
			t.Errorf("Find(%q) = %+v, want %s first", text, got, want)
		}
	}
}

func TestFindPerson(t *testing.T) {
	r := register(t)
	got := r.Find("thongloun sisoulith")
	if len(got) != 1 || got[0].Kind != chancery.KindPerson || got[0].ID != "LAO" || got[0].Name != "Thongloun Sisoulith" {
		t.Errorf("Find = %+v, want the person with the state", got)
	}
}

// TestFindNear asks for names that nobody bears; what comes near must be marked as such.
func TestFindNear(t *testing.T) {
	r := register(t)
	for text, want := range map[string]string{"Belaruss": "BLR", "Kazahstan": "KAZ", "Uzbekstan": "UZB", "shanghai cooperation": "SCO"} {
		found := false
		for _, a := range r.Find(text) {
			if !a.Near {
				t.Errorf("Find(%q) answers %s as if it were the name", text, a.ID)
			}
			found = found || a.ID == want
		}
		if !found {
			t.Errorf("Find(%q) = %+v, want %s among what is near", text, r.Find(text), want)
		}
	}
	for _, text := range []string{"", "   ", "!!!", "zzzzqqqq"} {
		if got := r.Find(text); len(got) > 0 {
			t.Errorf("Find(%q) = %+v, want nothing", text, got)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"Laos", "l'ao", "...", "É", "\xff\xfe", "a b c d e f g", "5+5", "U.S.", "the ", "-", "İstanbul", "ﬁ"} {
		f.Add(seed)
	}
	r := register(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, a := range r.Find(text) {
			if a.Name == "" || a.Kind == "" {
				t.Errorf("Find(%q) gives an actor without a name or a kind: %+v", text, a)
			}
		}
	})
}
