package network

import (
	"math/rand/v2"
	"testing"
)

// TestBestTree compares with all trees of short sentences.
func TestBestTree(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var s treeScratch
	for range 400 {
		count := 1 + random.IntN(6)
		scores := make([]int32, count*(count+1))
		for i := range scores {
			scores[i] = int32(random.IntN(2001) - 1000)
		}
		heads := make([]int, count)
		bestTree(scores, count, heads, &s)
		if !isTree(heads) {
			t.Fatalf("%v is no tree without crossing arcs", heads)
		}
		if got, want := sum(scores, heads), bestByTrying(scores, count); got != want {
			t.Fatalf("%d words: the tree %v sums up to %d, the best to %d", count, heads, got, want)
		}
	}
}

func sum(scores []int32, heads []int) (total int32) {
	for i, h := range heads {
		total += scores[i*(len(heads)+1)+h+1]
	}
	return total
}

func bestByTrying(scores []int32, count int) (best int32) {
	heads := make([]int, count)
	found := false
	var try func(i int)
	try = func(i int) {
		if i == count {
			if isTree(heads) {
				if total := sum(scores, heads); !found || total > best {
					best, found = total, true
				}
			}
			return
		}
		for h := -1; h < count; h++ {
			if h != i {
				heads[i] = h
				try(i + 1)
			}
		}
	}
	try(0)
	return best
}

// isTree reports whether one word is below the root, all others below it, and no arcs cross.
func isTree(heads []int) bool {
	roots := 0
	for i, h := range heads {
		if h < 0 {
			roots++
			continue
		}
		steps := 0
		for k := i; k >= 0; k = heads[k] {
			if steps++; steps > len(heads) {
				return false
			}
		}
		for k, other := range heads {
			a, b, c, d := min(i, h), max(i, h), min(k, other), max(k, other)
			if other >= 0 && a < c && c < b && b < d {
				return false
			}
			if other < 0 && a < k && k < b { // the root's arc comes from outside
				return false
			}
		}
	}
	return roots == 1
}
