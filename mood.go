package chancery

// Mood is how a report puts an act: as done, as planned, as denied. A planned visit is not a visit.
type Mood string

// The moods.
const (
	MoodOccurred    Mood = "occurred"
	MoodUnderWay    Mood = "under way"
	MoodPlanned     Mood = "planned"  // those who would do it say that they will
	MoodWished      Mood = "wished"   // somebody wants, hopes, offers or is ready
	MoodDemanded    Mood = "demanded" // somebody wants somebody else to
	MoodPossible    Mood = "possible"
	MoodConditional Mood = "conditional"
	MoodDenied      Mood = "denied" // said not to be so
	MoodEnded       Mood = "ended"
	MoodPostponed   Mood = "postponed"
	MoodCancelled   Mood = "cancelled"
)

// Moods lists every mood.
var Moods = []Mood{MoodOccurred, MoodUnderWay, MoodPlanned, MoodWished, MoodDemanded, MoodPossible,
	MoodConditional, MoodDenied, MoodEnded, MoodPostponed, MoodCancelled}

// Real reports whether the act is said to be or to have been so.
func (m Mood) Real() bool { return m == MoodOccurred || m == MoodUnderWay || m == MoodEnded }
