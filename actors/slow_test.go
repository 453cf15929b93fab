package actors

import (
	"strings"
	"testing"
	"time"

	"chancery"
)

// TestNoSlowText reads long texts of one phrase. The time must grow with the length and not with its
// square.
func TestNoSlowText(t *testing.T) {
	r, english := register(t), reader(t)
	for _, phrase := range []string{"Laos and ", "Mr. ", "Juan de la ", "President of ", "the two countries ", "Chad, ", "A. B. ",
		"his counterpart ", "\" ", "they it he ", "Russian-", "the head of the delegation of ", "Foreign Minister, ", "Lavrov ", "US ", "Georgia ", "Congo "} {
		took := func(n int) time.Duration {
			doc := english.Read(strings.Repeat(phrase, n))
			start := time.Now()
			r.Mentions(doc, chancery.Period{}, nil)
			return time.Since(start)
		}
		short, long := took(200), took(3200)
		if long > 60*short && long > 300*time.Millisecond {
			t.Errorf("%q: %v for 200 times, %v for 3200", phrase, short, long)
		}
	}
}
