package english

// Stretch is a run of tokens, half-open. An empty one stands for nothing.
type Stretch struct{ First, Last int }

// Empty reports whether the stretch holds no token.
func (s Stretch) Empty() bool { return s.First >= s.Last }

// Holds reports whether token i stands in the stretch.
func (s Stretch) Holds(i int) bool { return i >= s.First && i < s.Last }

// meets reports whether two stretches share a token.
func (s Stretch) meets(other Stretch) bool {
	return max(s.First, other.First) < min(s.Last, other.Last)
}

// Manner says in whose words the content of an attribution stands.
type Manner uint8

// The manners.
const (
	Indirect Manner = iota // retold in the writer's words
	Direct                 // quoted, but for the marks around it
	Mixed                  // retold, with words quoted inside
)

var mannerNames = [...]string{"indirect", "direct", "mixed"}

func (m Manner) String() string { return mannerNames[m] }

// CueClass says what the source does with the content: a record must not take a wish for a word.
type CueClass uint8

// The classes of cues.
const (
	NoCueClass CueClass = iota // no cue, as in a quotation without a verb
	Saying                     // say, statement, according to
	Asking                     // ask, wonder, question
	Urging                     // urge, demand, call on
	Promising                  // promise, agree, refuse: words that bind the source
	Judging                    // praise, criticize, call: words that judge what they speak of
	Thinking                   // believe, expect, belief
	Feeling                    // fear, like, outrage
	Wanting                    // hope, plan, intention
	Learning                   // know, find, learn, see
	Showing                    // polls, documents and deeds that show, suggest or mean something
	Seeming                    // seem, appear: the writer's own view of what is so
)

var cueClassNames = [...]string{"none", "saying", "asking", "urging", "promising", "judging", "thinking", "feeling",
	"wanting", "learning", "showing", "seeming"}

func (c CueClass) String() string { return cueClassNames[c] }

// Spoken reports whether the source put the content in words.
func (c CueClass) Spoken() bool { return c >= Saying && c <= Judging }

// Attribution is a stretch of the text that somebody, the source, is said to have said, thought or
// wanted. Heads are the words on which the rest of their stretch depends.
type Attribution struct {
	Source      Stretch   // empty where nobody is named: "it was announced that …"
	SourceHead  int       // or -1
	Cue         Stretch   // the verb group, the noun or the words that attribute; empty where there are none
	CueHead     int       // or -1
	Content     []Stretch // what is attributed, in order; several where the cue or the source stands between
	ContentHead int       // the content's first predicate or, without one, its first word
	Manner      Manner
	Class       CueClass
	Quotation   int // the first quotation of the content, an index into Document.Quotations, or -1
	Within      int // the attribution in whose content this one stands, an index into Document.Attributions, or -1
}

// Holds reports whether token i stands in the content.
func (a *Attribution) Holds(i int) bool {
	for _, s := range a.Content {
		if s.Holds(i) {
			return true
		}
	}
	return false
}
