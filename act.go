package chancery

// Act is an entry of the codebook: a kind of thing that actors do to each other.
type Act struct {
	ID        string
	Gloss     string // "{actor} signs {instrument} with {recipient}"
	Kind      Kind
	Plover    Plover
	Cameo     string
	Quad      int
	Goldstein float64
	// Mutual acts have no direction: whoever meets is met.
	Mutual bool
	// State is what the act, done, makes of an agreement or a commitment: signed, in force, kept.
	State State
	// Standing is the standing that the act speaks of, where the act fixes it.
	Standing Standing
}
