package chancery

// Report is one news text with its publisher, its dateline and the time it was published.
type Report struct {
	// ID is a hash of the cleaned text and its publisher (see press): the same report twice is one.
	ID string `json:"id"`
	// Name is where the report came from: a path, a path and a line ("a.jsonl:12"), "-" for
	// standard input. The same report may have come under several; the first is kept.
	Name  string `json:"name,omitempty"`
	Title string `json:"title,omitempty"`
	// Text is the cleaned text in UTF-8, the one that every span and offset points into. It starts
	// with the body: a title that came apart from the text is not in it.
	Text string `json:"text"`
	// Original is the text as it came, byte for byte.
	Original []byte `json:"-"`
	// Publisher is who carries the report ("TASS"), as it names itself; "" where nothing says so.
	Publisher string `json:"publisher,omitempty"`
	URL       string `json:"url,omitempty"`
	Language  string `json:"language,omitempty"` // ISO 639-1
	// DatelinePlace is the place of the dateline as written ("MOSCOW").
	DatelinePlace string `json:"dateline_place,omitempty"`
	// BodyStart is the byte offset in Text at which the dateline ends and the prose begins.
	BodyStart int `json:"body_start,omitempty"`
	// Published is the day it was published, or the interval in which it must have been.
	Published Period `json:"published,omitzero"`
	// PublishedWhy gives the reasons for Published, one a line, for people to read.
	PublishedWhy []string `json:"published_why,omitempty"`
}

// KnownOn is the day by which the report's content was known: the last day on which it can have
// been published. It is zero where nothing at all is known.
func (r Report) KnownOn() Date {
	if r.Published.End.IsZero() {
		return r.Published.Start
	}
	return r.Published.End
}

// Span is a half-open stretch of bytes of a report's Text.
type Span struct {
	Report string `json:"report,omitempty"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

// Reading is what came of reading one report: the report with everything it says. It is kept whole
// or not at all.
type Reading struct {
	// Reader is the version of the reader. Every claim carries it too; here it also stands for a
	// report that says nothing of note. Where it is empty, that of the first claim counts.
	Reader        string         `json:"reader,omitempty"`
	Report        Report         `json:"report"`
	Claims        []Claim        `json:"claims"`
	Introductions []Introduction `json:"introductions,omitempty"`
}

// Introduction is a passage that says who a person is: "Maxim Ryzhenkov, Belarusian Minister of
// Foreign Affairs". The ledger uses all of them to know the people whom other reports only name,
// so that the record does not depend on the order in which reports arrive.
type Introduction struct {
	Report string `json:"report"`
	Person string `json:"person"`           // the fullest name in the passage
	State  string `json:"state"`            // actor id of the state or association served
	Office string `json:"office,omitempty"` // id of an office of the register
	Start  int    `json:"start"`            // bytes of the report's Text
	End    int    `json:"end"`
}
