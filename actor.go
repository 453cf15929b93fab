package chancery

// ActorKind sorts actors.
type ActorKind string

// The kinds of actor.
const (
	KindState       ActorKind = "state"       // id: ISO 3166-1 alpha-3, "XKX" for Kosovo
	KindTerritory   ActorKind = "territory"   // a dependency or disputed area that news writes about
	KindAssociation ActorKind = "association" // id: short name ("SCO")
	KindOrgan       ActorKind = "organ"       // of a state or an association; acts for it
	KindOffice      ActorKind = "office"
	KindPerson      ActorKind = "person"
	KindGeneric     ActorKind = "generic" // rebels, protesters, companies: a sector without a name
)

// Participant is an actor in a claim: for whom it acts, and the mention that says so. Organs,
// offices and persons carry the state or association they act for in ID and themselves in Organ,
// Office and Person.
type Participant struct {
	ID     string `json:"id,omitempty"` // "" where a person is named whom this report does not place
	Name   string `json:"name,omitempty"`
	Text   string `json:"text"` // the mention, to the byte
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Person string `json:"person,omitempty"`
	Office string `json:"office,omitempty"` // as people write it: "minister of foreign affairs"
	Organ  string `json:"organ,omitempty"`
	Sector string `json:"sector,omitempty"` // PLOVER sector: GOV, MIL, LEG, …
	// Via says how a mention that is no name was resolved: "coreference", "speaker", "context".
	Via string `json:"via,omitempty"`
}

// ActorRef names an actor without a passage.
type ActorRef struct {
	ID   string `json:"id"`
	Name string `json:"name,omitempty"`
}

// Place is where something happened.
type Place struct {
	Text string `json:"text"`
	ID   string `json:"id,omitempty"` // the state it lies in, where known
}
