package calendar

// op says how a meaning gives a period.
type op uint8

const (
	opNone        op = iota
	opDate           // the parts of a date that are said
	opUnit           // "this week", "last year": a whole unit, offset from the anchor
	opSeason         // a season of a year
	opQuarter        // a quarter of a year
	opHalf           // a half of a year
	opYears          // a decade or a century: count years from year
	opFiscal         // a fiscal year
	opShift          // count units from the anchor or from the inner meaning: "two weeks ago"
	opWindow         // the count units up to the anchor or after it: "the past two years"
	opVague          // from low to high days around the anchor
	opPart           // a part of the inner meaning: "early March"
	opUpTo           // the part of the inner meaning before the anchor: "earlier this month"
	opFromNow        // the part of the inner meaning after the anchor: "later this year"
	opRange          // from first to second
	opLength         // a duration
	opAnniversary    // an age that is celebrated
	opRecurring      // every so often
	opSame           // the time spoken of before
	opFeast          // a feast that moves: "Easter", "Ramadan"
	opRun            // a length that begins with the inner day: "three days starting Monday"
	opWeekOf         // the week that holds or begins with the inner day: "the week of 3 March"
)

// openEnd is the low or high of a vague meaning without that end.
const openEnd = 1 << 30

// meaning is what the words of an expression say, before any anchor is known. One struct serves all
// operations; each uses the fields that its comment above names.
type meaning struct {
	op op
	// The parts of a date; 0 is not said. weekday is one more than Go's. yearOffset counts the year
	// from the anchor's ("March last year") and is used where hasYearOffset is set.
	year, month, day, weekday int
	yearOffset                int
	hasYearOffset             bool
	index                     int // which season, quarter or half
	// which is -1, 0, 1 for "last", "this", "next" before a weekday, a month or a season, where
	// hasWhich is set; for opUnit, opShift and opWindow it is the direction.
	which    int
	hasWhich bool

	unit        unit
	count       int // units; halves are counted apart
	andHalf     bool
	few         bool // "several weeks": count is a guess
	approximate bool
	low, high   int    // opVague: days
	part        string // opPart
	anaphoric   bool   // counted from the time spoken of before, not from the anchor
	loose       bool   // names a time only in a fitting place: a bare "May", "2024", "17th"
	joined      bool   // a range joined by "and"
	feast       feast  // opFeast: which calendar; month, day, weekday and count say the rest
	inner       *meaning
	// second is the other end of a range, and the smaller part of a length: "two years and three months".
	second *meaning
}

// phrase is an expression as read, before it is resolved.
type phrase struct {
	first, last int // atoms, half-open
	meaning     meaning
	lead        lead
	attached    bool // it modifies what follows: "2024 summit", "last year's visit"
	tense       tense
}

// lead is what the word before an expression makes of it.
type lead uint8

const (
	noLead     lead = iota
	atLead          // in, on, at, during: a time at which something happened
	forLead         // for, to: a time that something is meant for
	sinceLead       // since, starting from
	untilLead       // until, through, up to
	byLead          // by, no later than
	beforeLead      // before, prior to
	afterLead       // after
	withinLead      // within
	fromLead        // from, which may begin a range or name a source
	ofLead          // of
)
