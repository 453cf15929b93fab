package site

import "math"

// spot is where a dot of the network lies.
type spot struct{ x, y float64 }

// layout places n dots in a box so that their distances are much like the number of steps between them, by
// stress majorization (Gansner, Koren and North 2004): unlike forces with a random start, it gives the same
// picture each time, so that a page looks tomorrow as it does today. Dots in no step's reach of each other
// are kept a little apart.
func layout(n int, edges [][2]int, width, height float64) []spot {
	spots := make([]spot, n)
	for i := range spots { // a circle to begin with
		angle := 2 * math.Pi * float64(i) / float64(n)
		spots[i] = spot{math.Cos(angle), math.Sin(angle)}
	}
	steps := distances(n, edges)
	const rounds = 120
	for range rounds {
		for i := range spots {
			var x, y, sum float64
			for j := range spots {
				if i == j {
					continue
				}
				want := steps[i][j]
				weight := 1 / (want * want)
				dx, dy := spots[i].x-spots[j].x, spots[i].y-spots[j].y
				length := max(1e-6, math.Hypot(dx, dy))
				x += weight * (spots[j].x + want*dx/length)
				y += weight * (spots[j].y + want*dy/length)
				sum += weight
			}
			if sum > 0 {
				spots[i] = spot{x / sum, y / sum}
			}
		}
	}
	return fit(spots, width, height)
}

// distances counts the steps between any two dots (Floyd and Warshall). Where no way leads, they are as far
// apart as the network is wide, but no farther than what still lets its parts be seen.
func distances(n int, edges [][2]int) [][]float64 {
	const far = 1e9
	steps := make([][]float64, n)
	for i := range steps {
		steps[i] = make([]float64, n)
		for j := range steps[i] {
			if i != j {
				steps[i][j] = far
			}
		}
	}
	for _, e := range edges {
		steps[e[0]][e[1]], steps[e[1]][e[0]] = 1, 1
	}
	for k := range steps {
		for i := range steps {
			for j := range steps {
				steps[i][j] = min(steps[i][j], steps[i][k]+steps[k][j])
			}
		}
	}
	widest := 1.0
	for i := range steps {
		for j := range steps {
			if steps[i][j] < far {
				widest = max(widest, steps[i][j])
			}
		}
	}
	for i := range steps {
		for j := range steps {
			if steps[i][j] >= far {
				steps[i][j] = min(widest+1, 3.5)
			}
		}
	}
	return steps
}

// fit stretches the spots over the box, each way by itself.
func fit(spots []spot, width, height float64) []spot {
	left, right, top, bottom := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, s := range spots {
		left, right, top, bottom = min(left, s.x), max(right, s.x), min(top, s.y), max(bottom, s.y)
	}
	for i, s := range spots {
		spots[i] = spot{(s.x - left) / max(1e-6, right-left) * width, (s.y - top) / max(1e-6, bottom-top) * height}
	}
	return spots
}
