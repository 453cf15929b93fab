package network

import "math"

// one is what 1 counts among the whole numbers that hold a layer's output, which lies between -1 and 1.
const one = Largest

// direction is one half of a layer: a long short-term memory (Hochreiter and Schmidhuber 1997) that walks
// over the sentence from one end. Rows come in four blocks: what to take in, what to forget, what to
// take it as, what to give out.
type direction struct {
	in, again *Matrix // of the input, with the bias; of the direction's own last output
}

// layer reads a sentence from both ends.
type layer struct {
	forward, backward direction
	hidden            int // outputs of a direction
}

// memory is the room that a layer needs for a sentence.
type memory struct {
	products []int32
	sums     []float32 // of the input, for each word
	cell     []float32
	last     []int16
}

// run reads n words, each m.in.columns numbers of in, and puts the outputs of both directions, side by
// side, into out.
func (l *layer) run(in []int16, n int, out []int16, m *memory) {
	l.forward.run(in, n, out, 0, 2*l.hidden, l.hidden, false, m)
	l.backward.run(in, n, out, l.hidden, 2*l.hidden, l.hidden, true, m)
}

func (d *direction) run(in []int16, n int, out []int16, at, stride, hidden int, back bool, m *memory) {
	rows := 4 * hidden
	m.products = sized(m.products, n*rows)
	m.sums = sized(m.sums, n*rows)
	m.cell, m.last = sized(m.cell, hidden), sized(m.last, hidden)
	clear(m.cell)
	clear(m.last)
	d.in.multiply(in, n, m.products)
	d.in.values(m.products, n, m.sums)
	for k := range n {
		word := k
		if back {
			word = n - 1 - k
		}
		d.again.multiply(m.last, 1, m.products)
		d.step(m.sums[word*rows:(word+1)*rows], m, hidden)
		copy(out[word*stride+at:][:hidden], m.last)
	}
}

// step takes in one word.
func (d *direction) step(sums []float32, m *memory, hidden int) {
	gates(sums[:4*hidden], d.again.scale[:4*hidden], m.products[:4*hidden], m.cell[:hidden], m.last[:hidden])
}

// gatesPlain moves the memory on by one word. The four blocks of a gate's input are the sums of the word
// and the products of the last output, with their scales. It is what the fast kernel must equal.
func gatesPlain(sums, scale []float32, products []int32, cell []float32, last []int16) {
	hidden := len(cell)
	for h := range cell {
		i, f, g, o := h, h+hidden, h+2*hidden, h+3*hidden
		take := sigmoid(sums[i] + float32(float32(products[i])*scale[i]))
		keep := sigmoid(sums[f] + float32(float32(products[f])*scale[f]))
		news := tanh(sums[g] + float32(float32(products[g])*scale[g]))
		give := sigmoid(sums[o] + float32(float32(products[o])*scale[o]))
		cell[h] = float32(keep*cell[h]) + float32(take*news)
		last[h] = int16(float32(float32(give*tanh(cell[h])) * one))
	}
}

// The two curves as tables. Conversions to float32 in this package keep processors that can multiply and
// add in one rounding from doing so: every processor gives the same reading.
const (
	curveSize = 2048
	tanhReach = 4 // beyond, tanh is all but 1
	sigmReach = 8
	curveGrid = 1 << 16 // values are multiples of its inverse, whatever the last bit of math.Exp
)

var tanhCurve, sigmoidCurve = func() (t, s [curveSize]float32) {
	for i := range curveSize {
		x := (float64(i) - curveSize/2) / (curveSize / 2)
		t[i] = float32(math.Round(math.Tanh(x*tanhReach)*curveGrid) / curveGrid)
		s[i] = float32(math.Round(curveGrid/(1+math.Exp(-x*sigmReach))) / curveGrid)
	}
	return t, s
}()

// The tables are looked up at the nearest of their points.
const (
	tanhStep = curveSize / 2 / tanhReach
	sigmStep = curveSize / 2 / sigmReach
	middle   = curveSize/2 + 0.5
)

func tanh(x float32) float32    { return tanhCurve[point(float32(x*tanhStep)+middle)] }
func sigmoid(x float32) float32 { return sigmoidCurve[point(float32(x*sigmStep)+middle)] }

func point(x float32) int32 { return min(max(int32(x), 0), curveSize-1) }

// sized gives a slice of n elements, the old one where it is long enough.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}
