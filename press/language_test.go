package press

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"chancery/internal/shareddata"
)

func TestCheckLanguage(t *testing.T) {
	cases := []struct{ text, language string }{
		{"The foreign ministers of both countries agreed to meet again before the end of the year.", ""},
		{"THE FOREIGN MINISTERS OF BOTH COUNTRIES AGREED TO MEET AGAIN BEFORE THE END OF THE YEAR.", ""},
		{"Sisoulith, Siphandone, Phomvihane and Saysompheng met Tokayev, Mirziyoyev, Berdimuhamedow and Japarov in Bishkek.", ""},
		{"Net 1,200 vs 3,400. Revs 76 mln vs 68 mln. Nine mths shr 12 cts vs 19 cts. Sales 200 vs 300 dlrs.", ""},
		{"Über alles, außer Kaffee.", ""}, // too short to tell
		{"Ни мира, ни войны", ""},         // too short to tell
		{"Министры иностранных дел обеих стран договорились провести новую встречу до конца года в Москве.", "Russian"},
		{"Los ministros de Relaciones Exteriores de los dos países acordaron reunirse de nuevo antes de que termine el año.", "Spanish"},
		{"Les ministres des Affaires étrangères des deux pays ont décidé de se réunir à nouveau avant la fin de l'année.", "French"},
		{"Die Außenminister der beiden Länder haben sich darauf geeinigt, dass sie sich vor dem Ende des Jahres wieder treffen.", "German"},
		{"两国外长同意在年底之前再次举行会晤，讨论边界、贸易和过境问题，并就联合委员会的工作交换意见。双方还商定扩大人员往来。", "Chinese"},
		{"اتفق وزيرا خارجية البلدين على عقد اجتماع جديد قبل نهاية العام لبحث القضايا الحدودية والتجارية بين الجانبين.", "Arabic"},
	}
	for _, c := range cases {
		err := checkLanguage(c.text)
		var language *LanguageError
		switch {
		case c.language == "" && err != nil:
			t.Errorf("%.40q: %v", c.text, err)
		case c.language != "" && !errors.As(err, &language):
			t.Errorf("%.40q: taken for English", c.text)
		case c.language != "" && (language.Language != c.language || !errors.Is(err, ErrNotEnglish) || !strings.Contains(err.Error(), "is in "+c.language+": only English")):
			t.Errorf("%.40q: %v, want %s", c.text, err, c.language)
		}
	}
}

// Of the texts in the shared collections, those that are refused are in other languages: the bounds
// are what somebody who looked at each of them found, with room for a text or two.
func TestEnglishIsNotRefused(t *testing.T) {
	for name, most := range map[string]int{"kcna_2011-2012": 90, "whitehouse_2021-2026": 8, "reuters21578_1987": 2, "muc3_fbis_1988-1991": 0} {
		path := shareddata.Need(t, "data", "rawtext", name+".jsonl.gz")
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		unpacked, err := gzip.NewReader(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(unpacked)
		lines.Buffer(nil, 16<<20)
		refused, read := 0, 0
		for lines.Scan() && read < 2000 {
			var r struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
				t.Fatal(err)
			}
			read++
			if err := checkLanguage(r.Text); err != nil {
				refused++
			}
		}
		if refused > most || read < 1500 {
			t.Errorf("%s: %d of %d refused, want at most %d", name, refused, read, most)
		}
		t.Logf("%s: %d of %d refused", name, refused, read)
		_ = file.Close() // it was only read
	}
}
