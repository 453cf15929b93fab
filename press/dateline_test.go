package press

import (
	"fmt"
	"testing"
	"unicode/utf8"
)

// line is what a case expects: place, date as year-month-day with 0 for what is not said, agency,
// and the first word of the prose.
type datelineCase struct {
	text, place, date, agency, prose string
}

var datelineCases = []datelineCase{
	// wire services, each in its house style
	{"MOSCOW, November 20. /TASS/. Ministers met.", "MOSCOW", "0-11-20", "TASS", "Ministers"},
	{" date 2025-11-20 MOSCOW, November 20. /TASS/. Ministers met.", "MOSCOW", "0-11-20", "TASS", "Ministers"},
	{"HANOI, Dec. 3 (VNA) — A delegation left.", "HANOI", "0-12-3", "VNA", "A"},
	{"HANOI, Dec. 3 — A delegation left.", "HANOI", "0-12-3", "", "A"},
	{"APIA, 9 May (PNA) - Talks began.", "APIA", "0-5-9", "PNA", "Talks"},
	{"VIENNA. The envoys arrived.", "VIENNA", "0-0-0", "", "The"},
	{"VIENNA — The envoys arrived.", "VIENNA", "0-0-0", "", "The"},
	{"VIENNA: The envoys arrived.", "VIENNA", "0-0-0", "", "The"},
	{"UNITED NATIONS, Sept 24 (Reuters) - Envoys voted.", "UNITED NATIONS", "0-9-24", "Reuters", "Envoys"},
	{"BEIJING, June 5 (Xinhua) -- Envoys voted.", "BEIJING", "0-6-5", "Xinhua", "Envoys"},
	{"PRETORIA/NAIROBI (AFP) - Envoys voted.", "PRETORIA/NAIROBI", "0-0-0", "AFP", "Envoys"},
	{"PRETORIA / NAIROBI (AFP) – Envoys voted.", "PRETORIA / NAIROBI", "0-0-0", "AFP", "Envoys"},
	{"Pyongyang, November 30 (KCNA) -- A message was sent.", "Pyongyang", "0-11-30", "KCNA", "A"},
	{"Tokyo, 3 March 2024 (Kyodo). The premier left.", "Tokyo", "2024-3-3", "Kyodo", "The"},
	{"SALVADOR, Feb 26 - Prices rose.", "SALVADOR", "0-2-26", "", "Prices"},
	{"(Reuters) - Prices rose.", "", "0-0-0", "Reuters", "Prices"},
	{"/TASS/ — Prices rose.", "", "0-0-0", "TASS", "Prices"},
	{"[Astana, 4 July 2024] The council met.", "Astana", "2024-7-4", "", "The"},
	{"[Astana, 4 July 2024]\n\nThe council met.", "Astana", "2024-7-4", "", "The"},
	{"WASHINGTON (AP) _ The envoy resigned.", "WASHINGTON", "0-0-0", "AP", "The"},
	{"WASHINGTON (AP) — The envoy resigned.", "WASHINGTON", "0-0-0", "AP", "The"},
	{"ISLAMABAD, Jul 12 (APP): The envoy resigned.", "ISLAMABAD", "0-7-12", "APP", "The"},
	{"KUALA LUMPUR, July 12 (Bernama) -- The envoy resigned.", "KUALA LUMPUR", "0-7-12", "Bernama", "The"},
	{"DAMASCUS, (SANA)- The envoy resigned.", "DAMASCUS", "0-0-0", "SANA", "The"},
	{"TEHRAN, Nov. 20 (IRNA) – The envoy resigned.", "TEHRAN", "0-11-20", "IRNA", "The"},
	{"Tehran, IRNA – The envoy resigned.", "Tehran", "0-0-0", "IRNA", "The"},
	{"RAMALLAH, Sunday, June 8, 2025 (WAFA) – The envoy resigned.", "RAMALLAH", "2025-6-8", "WAFA", "The"},
	{"GENEVA (20 November 2025) – Experts said so.", "GENEVA", "2025-11-20", "", "Experts"},
	{"NEW YORK, 20 November 2025 — Experts said so.", "NEW YORK", "2025-11-20", "", "Experts"},
	{"ASTANA. KAZINFORM - The council met.", "ASTANA", "0-0-0", "Kazinform", "The"},
	{"MINSK, 17 July (BelTA) – The council met.", "MINSK", "0-7-17", "BelTA", "The"},
	{"Baku, November 20, AZERTAC\nThe council met.", "Baku", "0-11-20", "AZERTAC", "The"},
	{"BAKU, Azerbaijan, November 20. /Trend/. The council met.", "BAKU", "0-11-20", "Trend", "The"},
	{"ANKARA\n\nThe council met.", "ANKARA", "0-0-0", "", "The"},
	{"NEW DELHI: The council met.", "NEW DELHI", "0-0-0", "", "The"},
	{"YEREVAN, JUNE 8, ARMENPRESS. The council met.", "YEREVAN", "0-6-8", "Armenpress", "The"},
	{"WASHINGTON, D.C. — The council met.", "WASHINGTON, D.C.", "0-0-0", "", "The"},
	{"ST. PETERSBURG, June 6. /TASS/. The forum opened.", "ST. PETERSBURG", "0-6-6", "TASS", "The"},
	{"GENEVA, Switzerland (AFP) — The council met.", "GENEVA", "0-0-0", "AFP", "The"},
	{"KYIV, Ukraine (AP) — The council met.", "KYIV", "0-0-0", "AP", "The"},
	{"BELMONT, Calif., June 29 - The firm said so.", "BELMONT", "0-6-29", "", "The"},
	{"ANGLETON, Tex. March 3 - The firm said so.", "ANGLETON", "0-3-3", "", "The"},
	{"JOHANNESBURG March 13 - The firm said so.", "JOHANNESBURG", "0-3-13", "", "The"},
	{"OAKLAND , N.J., March 2 - The firm said so.", "OAKLAND", "0-3-2", "", "The"},
	{"PORT-AU-PRINCE, Haiti, Jan. 2 (UPI) -- The council met.", "PORT-AU-PRINCE", "0-1-2", "UPI", "The"},
	{"Algiers, 24th June 2022 (APS) - The council met.", "Algiers", "2022-6-24", "APS", "The"},
	{"DAR ES SALAAM, Oct 1 (Xinhua) -- The council met.", "DAR ES SALAAM", "0-10-1", "Xinhua", "The"},
	{"Sharm el-Sheikh, Nov 7 (MENA) - The council met.", "Sharm el-Sheikh", "0-11-7", "MENA", "The"},
	{"N'DJAMENA, 3 Aug 2024 — The council met.", "N'DJAMENA", "2024-8-3", "", "The"},
	{"MANAMA, 2024-05-16 (BNA): The council met.", "MANAMA", "2024-5-16", "BNA", "The"},
	{"BERLIN (dpa) - The council met.", "BERLIN", "0-0-0", "DPA", "The"},
	{"BRUSSELS, 12.07.2024 – The council met.", "BRUSSELS", "2024-7-12", "", "The"},
	{"SUVA, 3 April 2024 (PACNEWS) – The council met.", "SUVA", "2024-4-3", "PACNEWS", "The"},
	{"LONDON, March 30 2023 (PA/AFP) - The council met.", "LONDON", "2023-3-30", "PA", "The"},
	{"Gabala, 4 July 2024 – The council met.", "Gabala", "2024-7-4", "", "The"},
	{"PARIS, FEB. 29 (AFP) - The council met.", "PARIS", "0-2-29", "AFP", "The"},
	{"Berlin — Chancellery officials met envoys.", "Berlin", "0-0-0", "", "Chancellery"},
	// monitoring services: numbers before, file marks after, text in capitals
	{"AB-CDE1-0001 (XYZ) SAN SALVADOR, 3 JAN 90 -- [REPORT] [A NAME] [TEXT] THE TALKS BEGAN.", "SAN SALVADOR", "1990-1-3", "", "THE"},
	{"AB-CDE1-0001 (X Y) MOSCOW (USSR), 28 AUG 89 (IZVESTIYA) -- [TEXT] THE TALKS BEGAN.", "MOSCOW", "1989-8-28", "IZVESTIYA", "THE"},
	{"NO CITY (PERU), 16 SEP 89 -- [TEXT] THE TALKS BEGAN.", "", "1989-9-16", "", "THE"},
	// a place that opens a sentence or a headline is no dateline
	{"Vienna. A city of music awaits.", "", "", "", ""},
	{"Vienna is where they met.", "", "", "", ""},
	{"Vienna – Austria's capital – hosted them.", "", "", "", ""},
	{"Vienna: what the envoys said.", "", "", "", ""},
	{"PARIS AGREEMENT — What comes next.", "", "", "", ""},
	{"PARIS AGREEMENT. The text was signed.", "", "", "", ""},
	{"BREAKING — Envoys have arrived.", "", "", "", ""},
	{"UPDATE 2-Envoys have arrived.", "", "", "", ""},
	{"FACT SHEET, May 5 - What was agreed.", "", "", "", ""},
	{"Joint Statement, 12 May 2024 - The sides agreed.", "", "", "", ""},
	{"NATO. The alliance said so.", "", "", "", ""},
	{"On Monday, November 20. The sides agreed.", "", "", "", ""},
	{"Moscow, November 20, saw envoys arrive.", "", "", "", ""},
	{"Moscow on November 20 saw envoys arrive.", "", "", "", ""},
	{"President Example (Reuters) said so.", "", "", "", ""},
	{"May 5 - The sides agreed.", "", "", "", ""},
	{"East Room, The White House\n\nHello, everyone.", "", "", "", ""},
	{"Hill Church Harrisburg, PA\n11:47 A.M.\nHello.", "", "", "", ""},
	{"(According to officials) - The sides agreed.", "", "", "", ""},
	{"MOSCOW and MINSK signed it.", "", "", "", ""},
	{"Sisoulith, President of Laos:\n\n\"We agree.\"", "", "", "", ""},
	{"The council met.", "", "", "", ""},
	{"", "", "", "", ""},
}

func TestReadDateline(t *testing.T) {
	for _, c := range datelineCases {
		line, found := ReadDateline(c.text)
		if found != (c.prose != "") {
			t.Errorf("%q: found %v, want %v: %+v", c.text, found, !found, line)
			continue
		}
		if !found {
			continue
		}
		date := fmt.Sprintf("%d-%d-%d", line.Year, int(line.Month), line.Day)
		if line.Place != c.place || date != c.date || line.Agency != c.agency {
			t.Errorf("%q: place %q, date %s, agency %q; want %q, %s, %q", c.text, line.Place, date, line.Agency, c.place, c.date, c.agency)
		}
		if prose := c.text[line.End:]; len(prose) < len(c.prose) || prose[:len(c.prose)] != c.prose {
			t.Errorf("%q: the prose begins with %.20q, want %q", c.text, prose, c.prose)
		}
	}
}

func TestImpossibleDateIsNotUsed(t *testing.T) {
	for _, text := range []string{"MOSCOW, February 30. /TASS/. Talks began.", "APIA, 31 June 2024 (PNA) - Talks began.", "HANOI, Dec. 32 (VNA) - Talks began."} {
		line, found := ReadDateline(text)
		if !found || !line.Impossible || line.Month != 0 || line.Day != 0 || !line.Period().IsZero() {
			t.Errorf("%q: %+v, %v", text, line, found)
		}
	}
}

func FuzzReadDateline(f *testing.F) {
	for _, c := range datelineCases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		line, found := ReadDateline(text)
		if !found {
			return
		}
		if line.Start < 0 || line.End > len(text) || line.Start > line.End {
			t.Fatalf("%q: from %d to %d", text, line.Start, line.End)
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[line.End:]) {
			t.Fatalf("%q: the prose begins inside a character, at %d", text, line.End)
		}
		if p := line.Period(); line.Year > 0 && !line.Impossible && p.IsZero() {
			t.Fatalf("%q: %+v has a year and no period", text, line)
		}
	})
}
