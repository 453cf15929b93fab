package network

import "golang.org/x/sys/cpu"

// The fast kernels give what the plain ones give, to the bit. Columns come in thirty-twos and rows in
// fours, and neither is 0; n > 0.

//go:noescape
func dotsAVX2(weights, in *int16, out *int32, columns, rows, n int)

//go:noescape
func dotsVNNI(weights, in *int16, out *int32, columns, rows, n int)

// gatesAVX2 takes hidden in eights; the two curves have curveSize points.
//
//go:noescape
func gatesAVX2(sums, scale *float32, products *int32, cell *float32, last *int16, hidden int, sigmoid, tanh *float32)

// valuesAVX2 takes n in fours.
//
//go:noescape
func valuesAVX2(products *int32, scale, bias, out *float32, n int)

// What this processor has.
var (
	hasAVX2 = cpu.X86.HasAVX2
	hasVNNI = cpu.X86.HasAVX512VNNI && cpu.X86.HasAVX512F && cpu.X86.HasAVX512VL
)

func dots(weights, in []int16, out []int32, columns, rows, n int) {
	switch {
	case columns == 0 || rows == 0 || n == 0 || !hasAVX2:
		dotsPlain(weights, in, out, columns, rows, n)
	case hasVNNI:
		dotsVNNI(&weights[0], &in[0], &out[0], columns, rows, n)
	default:
		dotsAVX2(&weights[0], &in[0], &out[0], columns, rows, n)
	}
}

func gates(sums, scale []float32, products []int32, cell []float32, last []int16) {
	if !hasAVX2 || len(cell) == 0 || len(cell)%8 != 0 {
		gatesPlain(sums, scale, products, cell, last)
		return
	}
	gatesAVX2(&sums[0], &scale[0], &products[0], &cell[0], &last[0], len(cell), &sigmoidCurve[0], &tanhCurve[0])
}

func valuesOf(products []int32, scale, bias, out []float32) {
	if !hasAVX2 || len(products) == 0 {
		valuesPlain(products, scale, bias, out)
		return
	}
	valuesAVX2(&products[0], &scale[0], &bias[0], &out[0], len(products))
}
