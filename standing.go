package chancery

// Standing is an actor's place in an association.
type Standing string

// The standings.
const (
	StandingInterest        Standing = "interest"
	StandingApplicant       Standing = "applicant"
	StandingCandidate       Standing = "candidate"
	StandingObserver        Standing = "observer"
	StandingDialoguePartner Standing = "dialogue partner"
	StandingPartner         Standing = "partner"
	StandingMember          Standing = "member"
	StandingChair           Standing = "chair"
	StandingSuspended       Standing = "suspended"
	StandingWithdrawn       Standing = "withdrawn"
)

// standingRank orders the ladder by closeness. A chair is a member with an office beside it, so
// holding the chair never ends a membership.
var standingRank = map[Standing]int{
	StandingWithdrawn: 0, StandingInterest: 1, StandingApplicant: 2, StandingCandidate: 3,
	StandingObserver: 4, StandingDialoguePartner: 5, StandingPartner: 6, StandingSuspended: 7,
	StandingMember: 8, StandingChair: 9,
}

// Rank places the standing on the ladder from withdrawn (0) to chair (9).
func (s Standing) Rank() int { return standingRank[s] }

// Known reports whether s is one of the standings.
func (s Standing) Known() bool { _, ok := standingRank[s]; return ok }

// StandingFact is a standing that the register knows without a report.
type StandingFact struct {
	Actor       string // actor id
	Association string // actor id
	Standing    Standing
	Since       Date // zero where not known
	Until       Date // zero where it lasts
	Precision   Precision
	Source      string
}
