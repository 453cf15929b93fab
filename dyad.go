package chancery

// Dyad is one event between two, in PLOVER's terms. The JSON form is the record that `chancery code` and
// `chancery export --format plover` print; its fields are named as in the PLOVER record.
type Dyad struct {
	ID        string      `json:"id"`
	Date      string      `json:"date,omitempty"`
	Event     string      `json:"event"`
	Score     float64     `json:"score"` // 0 to 1
	Plover    *Plover     `json:"plover,omitempty"`
	Cameo     string      `json:"cameo,omitempty"`
	Quad      int         `json:"quad,omitempty"`
	Goldstein *float64    `json:"goldstein,omitempty"`
	Mood      Mood        `json:"mood,omitempty"`
	Actor     Participant `json:"actor"`
	Recipient Participant `json:"recipient"`
	Evidence  *Evidence   `json:"evidence,omitempty"`
	Rule      string      `json:"rule,omitempty"`
	Why       string      `json:"why,omitempty"`
}

// Code is a participant as event data has it: the state or association, then the sector; "---" where nothing is known.
func (p Participant) Code() string {
	if code := p.ID + p.Sector; code != "" {
		return code
	}
	return "---"
}
