package english

import (
	"slices"
	"testing"
)

// TestWireCopy reads copy in the manner of many houses. Each line of want is a sentence; line breaks in
// the text are paragraphs.
func TestWireCopy(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"an agency of the West", "NAIROBI, March 3 (Wire) - Kenya and Chad agreed on Tuesday to reopen their border, the U.N. envoy, Lt. Gen. J. R. Moreau, said. " +
			"The deal, worth $1.2bn, takes effect at 6 p.m. on Friday.",
			[]string{"NAIROBI, March 3 (Wire) -",
				"Kenya and Chad agreed on Tuesday to reopen their border, the U.N. envoy, Lt. Gen. J. R. Moreau, said.",
				"The deal, worth $1.2bn, takes effect at 6 p.m. on Friday."}},
		{"a byline", "By Jane Roe\n\nLIMA (Wire) — Peru recalled its ambassador to St. Kitts. No reason was given.",
			[]string{"By Jane Roe", "LIMA (Wire) —", "Peru recalled its ambassador to St. Kitts.", "No reason was given."}},
		{"an agency of Moscow", "MOSCOW, May 5. /NWA/. The Foreign Minister, A. B. Petrov, met his Omani counterpart. \"We agreed,\" he said. \"Everything is on the table.\"",
			[]string{"MOSCOW, May 5. /NWA/.", "The Foreign Minister, A. B. Petrov, met his Omani counterpart.", "\"We agreed,\" he said.", "\"Everything is on the table.\""}},
		{"an agency of Beijing", "BEIJING, Dec. 3 (Xin) -- Vice Premier Li met with Gov. Ada Cole of the U.S. state of Utah here Wednesday. The two sides agreed on ties.",
			[]string{"BEIJING, Dec. 3 (Xin) --", "Vice Premier Li met with Gov. Ada Cole of the U.S. state of Utah here Wednesday.", "The two sides agreed on ties."}},
		{"an agency of Pyongyang", "PYONGYANG, February 2 (KCN) -- A delegation of the C.C., Workers' Party left here today. It was seen off at the airport by Kim Chol, vice department director, and others.",
			[]string{"PYONGYANG, February 2 (KCN) --", "A delegation of the C.C., Workers' Party left here today.", "It was seen off at the airport by Kim Chol, vice department director, and others."}},
		{"a dateline in small letters", "Port Louis, 2 February (ANM) -- Mauritius agreed. So did Mali.",
			[]string{"Port Louis, 2 February (ANM) --", "Mauritius agreed.", "So did Mali."}},
		{"no dateline", "Port Louis, on 2 February (a Monday) - a holiday - hosted Mali.",
			[]string{"Port Louis, on 2 February (a Monday) - a holiday - hosted Mali."}},
		{"a communiqué", "The Parties reaffirm resolution No. 1325 (2000), art. 4, par. 2 and Sec. 7 of the Charter. They further agree: to exchange envoys; to open missions; and to meet once a year.",
			[]string{"The Parties reaffirm resolution No. 1325 (2000), art. 4, par. 2 and Sec. 7 of the Charter.",
				"They further agree: to exchange envoys; to open missions; and to meet once a year."}},
		{"numbered points", "1. The Parties shall open embassies.\n2. This Agreement enters into force on the 30th day. It has no term.",
			[]string{"1. The Parties shall open embassies.", "2. This Agreement enters into force on the 30th day.", "It has no term."}},
		{"a briefing", "QUESTION: Will the Secretary go to Doha? Is there a date?\n\nMR. OKORO: I have nothing to announce. We'll let you know.",
			[]string{"QUESTION: Will the Secretary go to Doha?", "Is there a date?", "MR. OKORO: I have nothing to announce.", "We'll let you know."}},
		{"a quotation of several sentences", "“We came as friends. We leave as friends,” President Silva told reporters. “What more could one ask? Nothing.”",
			[]string{"“We came as friends.", "We leave as friends,” President Silva told reporters.", "“What more could one ask?", "Nothing.”"}},
		{"a speaker and a colon", "The spokesman said: \"Chile will not sign.\" He declined to say more.",
			[]string{"The spokesman said: \"Chile will not sign.\"", "He declined to say more."}},
		{"headlines", "Chile, Peru sign pact in Lima\nU.S., Oman agree to talks\nEnvoy: no deal yet",
			[]string{"Chile, Peru sign pact in Lima", "U.S., Oman agree to talks", "Envoy: no deal yet"}},
		{"names in a row", "Foreign Minister Jean-Yves Roux Minister of State Ali Khan and Ambassador at Large Ruth Stein attended.",
			[]string{"Foreign Minister Jean-Yves Roux Minister of State Ali Khan and Ambassador at Large Ruth Stein attended."}},
		{"an organ's long name", "Talks between the European Union External Action Service and the Gulf Cooperation Council General Secretariat resumed on Monday in Kuwait City.",
			[]string{"Talks between the European Union External Action Service and the Gulf Cooperation Council General Secretariat resumed on Monday in Kuwait City."}},
		{"dashes and brackets", "The two countries — Togo and Benin — (both members since 1975) will vote on Jan. 9, the chair said. Mali will not.",
			[]string{"The two countries — Togo and Benin — (both members since 1975) will vote on Jan. 9, the chair said.", "Mali will not."}},
		{"abbreviations that end", "The firm is Acme Steel Co. The treaty was signed in Washington, D.C. It lapsed in the U.K. They left at 5 p.m. Nobody spoke.",
			[]string{"The firm is Acme Steel Co.", "The treaty was signed in Washington, D.C.", "It lapsed in the U.K.", "They left at 5 p.m. Nobody spoke."}},
		{"rupees and ordinals", "India gave Rs. 500 crore, the 2nd tranche, to Nepal vs. Rs 300 crore last year. Bhutan got none.",
			[]string{"India gave Rs. 500 crore, the 2nd tranche, to Nepal vs. Rs 300 crore last year.", "Bhutan got none."}},
		{"copy in capitals", "THE MINISTER MET GEN. OKORO IN ACCRA. HE SAID THE U.S. WOULD SIGN. NO DATE WAS SET.",
			[]string{"THE MINISTER MET GEN. OKORO IN ACCRA.", "HE SAID THE U.S. WOULD SIGN.", "NO DATE WAS SET."}},
		{"an editor's brackets", "THE PARTY OF [PRESIDENT ADA] OKORO AND [MINISTER] PEDRO SILVA REJECTED THE PLAN OF THE UNION YESTERDAY.",
			[]string{"THE PARTY OF [PRESIDENT ADA] OKORO AND [MINISTER] PEDRO SILVA REJECTED THE PLAN OF THE UNION YESTERDAY."}},
		{"an exclamation inside", "\"Enough!\" the minister said. The crowd shouted \"No!\" and left.",
			[]string{"\"Enough!\" the minister said.", "The crowd shouted \"No!\" and left."}},
		{"an ellipsis", "\"We will ... consider it,\" he said. The envoy added: \"Perhaps... but not now.\"",
			[]string{"\"We will ... consider it,\" he said.", "The envoy added: \"Perhaps... but not now.\""}},
		{"an address at the end", "The text is at www.example.org/treaty.pdf. Questions go to press@example.org. It is in force.",
			[]string{"The text is at www.example.org/treaty.pdf.", "Questions go to press@example.org.", "It is in force."}},
		{"a letter", "Dear Ms. Okoro,\n\nthanks for the note. i will be there at 5. see you\n\nRegards,\nAda",
			[]string{"Dear Ms. Okoro,", "thanks for the note.", "i will be there at 5.", "see you", "Regards,", "Ada"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &Document{Text: c.text}
			segment(d)
			var got []string
			for _, s := range d.Sentences {
				got = append(got, c.text[s.Start:s.End])
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}
