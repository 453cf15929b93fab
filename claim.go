package chancery

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
)

// Kind is the sort of entry that a claim is about.
type Kind string

// The kinds of claim and of entry.
const (
	KindEvent      Kind = "event"
	KindStanding   Kind = "standing"
	KindAgreement  Kind = "agreement"
	KindCommitment Kind = "commitment"
	KindPosition   Kind = "position"
	KindTie        Kind = "tie"
	KindQuote      Kind = "quote" // a speaker's own words, whole; never becomes another kind
)

// Plover is the PLOVER coding of an act (PLOVER manual, draft 0.8, 2021).
type Plover struct {
	Event   string   `json:"event"` // one of the 16 event types
	Mode    []string `json:"mode,omitempty"`
	Context []string `json:"context,omitempty"`
}

// Speaker is one voice in a chain of attribution.
type Speaker struct {
	Name string `json:"name"`
	ID   string `json:"id,omitempty"` // the actor that the speaker speaks for
	// Text holds the words that name the speaker in the report: for a publisher its name, and "an unnamed
	// speaker" where the report says that somebody said it and names nobody.
	Text string `json:"text"`
}

// Evidence is the passage that a claim rests on. It contains the words that carry the act.
type Evidence struct {
	Start int    `json:"start"` // bytes of the report's Text
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Claim is what ONE report says, never what anybody concludes from it. The JSON form is the one
// that `chancery read --json` prints, one claim a line.
type Claim struct {
	ID     string `json:"id"`
	Report string `json:"report"`
	Kind   Kind   `json:"kind"`
	Act    string `json:"act"` // id of an act of the codebook
	Plover Plover `json:"plover,omitzero"`
	Cameo  string `json:"cameo,omitempty"`
	Quad   int    `json:"quad,omitempty"` // 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict
	// Goldstein is the conflict–cooperation score of the CAMEO code, -10 to 10 (Goldstein 1992, as
	// extended to CAMEO by its authors).
	Goldstein   float64       `json:"goldstein,omitempty"`
	Actor       []Participant `json:"actor,omitempty"` // several actors of one act stay one claim
	Recipient   []Participant `json:"recipient,omitempty"`
	Association *ActorRef     `json:"association,omitempty"`
	Standing    Standing      `json:"standing,omitempty"`
	Instrument  string        `json:"instrument,omitempty"` // the agreement, as the report words it
	// Object is what the act is about, in the report's words: what is promised, opposed, said.
	Object string `json:"object,omitempty"`
	Place  *Place `json:"place,omitempty"`
	// When is when the act took place or is to take place. For a standing that is gained or lost it
	// is that moment; for one that is held, the time over which the report says it is held.
	When Period `json:"when,omitzero"`
	// Due is when what was promised is to be done.
	Due  Period `json:"due,omitzero"`
	Mood Mood   `json:"mood"`
	// SaidBy runs from the innermost speaker outwards and ends with the publisher where it is known.
	// A claim in the report's own voice has the publisher alone, or nobody.
	SaidBy     []Speaker `json:"said_by,omitempty"`
	Evidence   Evidence  `json:"evidence"`
	Confidence float64   `json:"confidence"` // 0 to 1
	Rule       string    `json:"rule"`       // which rule of the codebook read it
	Reader     string    `json:"reader"`     // version of the reader, see desk
}

// Attributed reports whether the claim is somebody's word other than the report's own.
func (c Claim) Attributed(publisher string) bool {
	for _, s := range c.SaidBy {
		if s.Name != publisher || s.ID != "" {
			return true
		}
	}
	return false
}

// Identify gives the claim its ID: a hash of what it says and where, so that the same reading twice
// is one claim and a reading that says anything else is another.
func (c *Claim) Identify() {
	h := sha256.New()
	field(h, c.Report, string(c.Kind), c.Act, string(c.Mood), string(c.Standing), c.Instrument, c.Object)
	if c.Association != nil {
		field(h, c.Association.ID)
	}
	for _, side := range [][]Participant{c.Actor, c.Recipient} {
		field(h, "side")
		for _, p := range side {
			field(h, p.ID, p.Person, p.Office, p.Organ)
			number(h, p.Start, p.End)
		}
	}
	for _, s := range c.SaidBy {
		field(h, s.Name, s.ID)
	}
	field(h, c.When.String(), c.Due.String())
	number(h, c.Evidence.Start, c.Evidence.End)
	c.ID = hex.EncodeToString(h.Sum(nil)[:8])
}

// field hashes each text with its length before it, so that ("ab", "c") and ("a", "bc") differ.
func field(h hash.Hash, texts ...string) {
	for _, s := range texts {
		number(h, len(s))
		h.Write([]byte(s))
	}
}

func number(h hash.Hash, ns ...int) {
	for _, n := range ns {
		var b [8]byte
		binary.BigEndian.PutUint64(b[:], uint64(n))
		h.Write(b[:])
	}
}

// Fingerprint hashes texts, each with its length, to 16 hexadecimal digits. Reports and entries are
// named with it.
func Fingerprint(texts ...string) string {
	h := sha256.New()
	field(h, texts...)
	return hex.EncodeToString(h.Sum(nil)[:8])
}
