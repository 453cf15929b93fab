//go:build !amd64

package network

func dots(weights, in []int16, out []int32, columns, rows, n int) {
	dotsPlain(weights, in, out, columns, rows, n)
}
