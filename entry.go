package chancery

// State is where an entry stands in its life.
type State string

// The states of events, agreements and commitments. Standings and ties use held and ended;
// positions use held.
const (
	StateHeld      State = "held" // took place, or is held now
	StateUnderWay  State = "under way"
	StatePlanned   State = "planned"
	StateWished    State = "wished"
	StatePossible  State = "possible"
	StateDemanded  State = "demanded"
	StateDenied    State = "denied"
	StatePostponed State = "postponed"
	StateCancelled State = "cancelled"
	StateEnded     State = "ended"

	StateNegotiated State = "negotiated"
	StateInitialled State = "initialled"
	StateSigned     State = "signed"
	StateRatified   State = "ratified"
	StateInForce    State = "in force"
	StateSuspended  State = "suspended"

	StateOpen         State = "open"
	StateKept         State = "kept"
	StateOverdue      State = "overdue"
	StateDropped      State = "dropped"
	StateContradicted State = "contradicted"
)

// Party is an actor of an entry, with the people and offices that acted for it.
type Party struct {
	ID      string   `json:"id,omitempty"`
	Name    string   `json:"name"`
	Persons []string `json:"persons,omitempty"`
	Offices []string `json:"offices,omitempty"`
}

// Step is one moment of an entry's life, as one claim tells it.
type Step struct {
	State  State  `json:"state"`
	Act    string `json:"act"`
	When   Period `json:"when,omitzero"`
	Known  Date   `json:"known,omitzero"` // when the report had been published
	Claim  string `json:"claim"`
	Report string `json:"report"`
}

// Voice is somebody on whose word an entry rests. A claim in a report's own voice is the voice of
// its publisher.
type Voice struct {
	Chain  []Speaker `json:"chain,omitempty"` // from the innermost speaker outwards
	Report string    `json:"report"`
	Own    bool      `json:"own,omitempty"` // the report says it itself
}

// Tension is a pair of entries that cannot both hold as they stand, in a sentence. It is shown, not
// resolved.
type Tension struct {
	With   string   `json:"with,omitempty"` // the other entry's id; empty: within this entry
	Why    string   `json:"why"`
	Claims []string `json:"claims"` // the claims on both sides
	// Other are those of the claims that say the one thing where the rest says the other: of two entries
	// those of the other one, within one those that deny it, call it off or tell the later time.
	Other []string `json:"other,omitempty"`
}

// Entry is what the ledger concludes from claims. It is a pure function of them, and is never
// edited: a rebuild gives it again, byte for byte.
type Entry struct {
	ID          string    `json:"id"`
	Kind        Kind      `json:"kind"`
	Act         string    `json:"act"`
	Plover      string    `json:"plover,omitempty"` // PLOVER event type
	Actors      []Party   `json:"actors,omitempty"`
	Recipients  []Party   `json:"recipients,omitempty"`
	Association *ActorRef `json:"association,omitempty"`
	Standing    Standing  `json:"standing,omitempty"`
	Instrument  string    `json:"instrument,omitempty"`
	Object      string    `json:"object,omitempty"`
	Place       *Place    `json:"place,omitempty"`
	// When is the time of the event, or the time over which a standing or a tie is held.
	When       Period    `json:"when,omitzero"`
	Due        Period    `json:"due,omitzero"`
	State      State     `json:"state"`
	Steps      []Step    `json:"steps"`             // in order of time, then of knowledge
	For        []string  `json:"for"`               // ids of the claims that it rests on
	Against    []string  `json:"against,omitempty"` // ids of the claims that deny it
	Voices     []Voice   `json:"voices,omitempty"`
	FirstKnown Date      `json:"first_known,omitzero"`
	LastKnown  Date      `json:"last_known,omitzero"`
	Tensions   []Tension `json:"tensions,omitempty"`
	// Judgements are the ids of those that count for it: about its claims, about it as it was, or
	// that it is one thing with another or is not. Sorted.
	Judgements []string `json:"judgements,omitempty"`
	// Register is the source of a fact that the register states; such an entry needs no claim.
	Register string `json:"register,omitempty"`
}

// OnlySaid reports whether no report states the entry in its own voice.
func (e Entry) OnlySaid() bool {
	for _, v := range e.Voices {
		if v.Own {
			return false
		}
	}
	return len(e.Voices) > 0
}
