//go:build !amd64

package network

func dots(weights, in []int16, out []int32, columns, rows, n int) {
	dotsPlain(weights, in, out, columns, rows, n)
}

func gates(sums, scale []float32, products []int32, cell []float32, last []int16) {
	gatesPlain(sums, scale, products, cell, last)
}

func valuesOf(products []int32, scale, bias, out []float32) { valuesPlain(products, scale, bias, out) }
