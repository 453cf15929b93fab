package network

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestDots holds whatever kernel this processor uses against the plain one, up to the largest numbers.
func TestDots(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][3]int{{32, 4, 1}, {64, 8, 3}, {192, 384, 7}, {96, 12, 40}, {384, 4, 2}} {
		columns, rows, n := size[0], size[1], size[2]
		weights, in := make([]int16, rows*columns), make([]int16, n*columns)
		for i := range weights {
			weights[i] = int16(random.IntN(255) - 127)
		}
		for i := range in {
			in[i] = int16(random.IntN(2*Largest+1) - Largest)
		}
		for c := range columns { // the largest sum there is
			weights[c], in[c] = 127, Largest
		}
		want, got := make([]int32, n*rows), make([]int32, n*rows)
		dotsPlain(weights, in, want, columns, rows, n)
		dots(weights, in, got, columns, rows, n)
		if !slices.Equal(got, want) {
			t.Errorf("%d columns, %d rows, %d inputs: the kernel gives other sums than the plain one", columns, rows, n)
		}
	}
}

// TestGates holds the kernel that moves the memory on against the plain one, and that of values too.
func TestGates(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for _, hidden := range []int{8, 32, 128} {
		for range 50 {
			sums, scale, products := make([]float32, 4*hidden), make([]float32, 4*hidden), make([]int32, 4*hidden)
			cell, last := make([]float32, hidden), make([]int16, hidden)
			for i := range sums {
				sums[i], scale[i] = float32(random.NormFloat64()*3), float32(random.Float64()/1e6)
				products[i] = int32(random.IntN(2_000_001)) - 1_000_000
			}
			for i := range cell {
				cell[i] = float32(random.NormFloat64() * 2)
			}
			wantCell, wantLast := slices.Clone(cell), make([]int16, hidden)
			gatesPlain(sums, scale, products, wantCell, wantLast)
			gates(sums, scale, products, cell, last)
			if !slices.Equal(cell, wantCell) || !slices.Equal(last, wantLast) {
				t.Fatalf("%d memories: the kernel gives %v %v, the plain one %v %v", hidden, cell, last, wantCell, wantLast)
			}
			for _, n := range []int{4, 8, 4 * hidden, 4*hidden - 4} {
				want, got := make([]float32, n), make([]float32, n)
				valuesPlain(products[:n], scale[:n], sums[:n], want)
				valuesOf(products[:n], scale[:n], sums[:n], got)
				if !slices.Equal(got, want) {
					t.Fatalf("%d values: the kernel gives %v, the plain one %v", n, got, want)
				}
			}
		}
	}
}

func BenchmarkGates(b *testing.B) {
	const hidden = 128
	sums, scale, products := make([]float32, 4*hidden), make([]float32, 4*hidden), make([]int32, 4*hidden)
	cell, last := make([]float32, hidden), make([]int16, hidden)
	b.Run("kernel", func(b *testing.B) {
		for b.Loop() {
			gates(sums, scale, products, cell, last)
		}
	})
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			gatesPlain(sums, scale, products, cell, last)
		}
	})
}

func BenchmarkDots(b *testing.B) {
	const columns, rows, n = 192, 768, 25
	weights, in, out := make([]int16, rows*columns), make([]int16, n*columns), make([]int32, n*rows)
	for _, kernel := range []struct {
		name string
		dots func(weights, in []int16, out []int32, columns, rows, n int)
	}{{"kernel", dots}, {"plain", dotsPlain}} {
		b.Run(kernel.name, func(b *testing.B) {
			for b.Loop() {
				kernel.dots(weights, in, out, columns, rows, n)
			}
			b.ReportMetric(float64(columns*rows*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gmul/s")
		})
		b.Run(kernel.name+"-one", func(b *testing.B) {
			for b.Loop() {
				kernel.dots(weights[:96*384], in[:96], out[:384], 96, 384, 1)
			}
			b.ReportMetric(float64(96*384)*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gmul/s")
		})
	}
}
