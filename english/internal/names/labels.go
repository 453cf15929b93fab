// Package names finds names in sentences: an averaged perceptron gives each word a score for every
// label, and the best sequence of labels is searched for.
package names

// Kinds is how many kinds of names there are.
const Kinds = 6

// Label says where in a name a word stands, and in a name of which kind: 0 is outside names, then come
// begin, inside, last and single of the first kind, and so on (the scheme "BILOU" of Ratinov and Roth
// 2009, "Design challenges and misconceptions in named entity recognition").
type Label = uint8

// Outside is the label of words that belong to no name.
const Outside Label = 0

// Labels is how many labels there are.
const Labels = 1 + 4*Kinds

// The places in a name.
const (
	Begin = iota
	Inside
	Last
	Single
)

// LabelOf is the label of a place in a name of a kind.
func LabelOf(kind, place int) Label { return Label(1 + 4*kind + place) }

// KindOf is the kind of a label other than Outside, and PlaceOf its place.
func KindOf(l Label) int { return int(l-1) / 4 }

// PlaceOf is the place of a label other than Outside.
func PlaceOf(l Label) int { return int(l-1) % 4 }

// mayFollow lists for each label those that may stand before it; start of the sentence counts as Outside.
var mayFollow = func() (before [Labels][]Label) {
	for l := range Label(Labels) {
		for p := range Label(Labels) {
			open := p != Outside && PlaceOf(p) <= Inside
			goesOn := l != Outside && (PlaceOf(l) == Inside || PlaceOf(l) == Last)
			if open == goesOn && (!open || KindOf(p) == KindOf(l)) {
				before[l] = append(before[l], p)
			}
		}
	}
	return before
}()

func mayEnd(l Label) bool { return l == Outside || PlaceOf(l) >= Last }
