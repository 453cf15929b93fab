package parser

import (
	"math/rand/v2"
	"slices"
	"testing"

	"chancery/english/internal/words"
)

// randomTree makes heads of a random tree, which may not be projective.
func randomTree(random *rand.Rand, n int) []int {
	heads := make([]int, n)
	order := random.Perm(n)
	heads[order[0]] = None
	for i := 1; i < n; i++ {
		heads[order[i]] = order[random.IntN(i)]
	}
	return heads
}

func isTree(heads []int) bool {
	roots := 0
	for i, h := range heads {
		if h == None {
			roots++
		}
		steps := 0
		for ; i != None; i = heads[i] {
			if steps++; steps > len(heads) {
				return false
			}
		}
	}
	return roots == 1
}

func isProjective(heads []int) bool {
	for d, h := range heads {
		if h != None && crossed(heads, d) {
			return false
		}
	}
	return true
}

func TestProjectiveTrees(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		heads := randomTree(random, 1+random.IntN(12))
		out := Projective(heads)
		if !isTree(out) || !isProjective(out) {
			t.Fatalf("%v becomes %v", heads, out)
		}
		if isProjective(heads) && !slices.Equal(heads, out) {
			t.Fatalf("%v is projective already and becomes %v", heads, out)
		}
	}
}

func testRoles() *Roles {
	return NewRoles([]string{"case", "cc", "mark", "punct", "root"}, []string{"VERB+VBD", "NOUN+NN"})
}

// TestOracleLeadsToTheTree follows actions without cost; they must give the gold tree.
func TestOracleLeadsToTheTree(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var s State
	for range 300 {
		n := 1 + random.IntN(12)
		heads := Projective(randomTree(random, n))
		follow(t, &s, heads, random, 0)
		got := make([]int, n)
		s.Heads(got, make([]uint8, n))
		if !slices.Equal(got, heads) {
			t.Fatalf("%v, want %v", got, heads)
		}
	}
}

// TestCostsAreTheArcsLost takes some wrong actions. From there on the arcs that are missed must be as
// many as the oracle has counted.
func TestCostsAreTheArcsLost(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var s State
	for range 300 {
		n := 2 + random.IntN(11)
		heads := Projective(randomTree(random, n))
		lost := follow(t, &s, heads, random, 4)
		got := make([]int, n)
		s.Heads(got, make([]uint8, n))
		missed := 0
		for i := range heads {
			if heads[i] != got[i] {
				missed++
			}
		}
		if missed != lost {
			t.Fatalf("%v for %v: %d arcs missed, %d counted", got, heads, missed, lost)
		}
	}
}

// follow parses with the actions that cost least, but for one of so many, and sums the costs.
func follow(t *testing.T, s *State, heads []int, random *rand.Rand, wrong int) (lost int) {
	t.Helper()
	oracle := NewOracle(heads)
	s.Reset(make([]words.Word, len(heads)), make([]uint8, len(heads)), testRoles())
	var costs [4]int
	for !s.Done() {
		oracle.Costs(s, &costs)
		best, allowed := Shift, []Kind{}
		for k := Shift; k <= Right; k++ {
			if s.Allows(k) {
				allowed = append(allowed, k)
				if costs[k] < costs[best] {
					best = k
				}
			}
		}
		if wrong == 0 && costs[best] != 0 {
			t.Fatalf("%v: every action costs something", heads)
		}
		if wrong > 0 && random.IntN(wrong) == 0 {
			best = allowed[random.IntN(len(allowed))]
		}
		lost += costs[best]
		s.Do(Action{Kind: best})
	}
	return lost
}
