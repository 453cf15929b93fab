package network

import "golang.org/x/sys/cpu"

// The fast kernels equal dotsPlain. Columns come in thirty-twos and rows in fours, neither of them 0; n > 0.

//go:noescape
func dotsAVX2(weights, in *int16, out *int32, columns, rows, n int)

//go:noescape
func dotsVNNI(weights, in *int16, out *int32, columns, rows, n int)

// kernel is the fastest that this processor has, or nil.
var kernel = func() func(weights, in *int16, out *int32, columns, rows, n int) {
	switch {
	case cpu.X86.HasAVX512VNNI && cpu.X86.HasAVX512F && cpu.X86.HasAVX512VL:
		return dotsVNNI
	case cpu.X86.HasAVX2:
		return dotsAVX2
	}
	return nil
}()

func dots(weights, in []int16, out []int32, columns, rows, n int) {
	if kernel == nil || columns == 0 || rows == 0 {
		dotsPlain(weights, in, out, columns, rows, n)
		return
	}
	kernel(&weights[0], &in[0], &out[0], columns, rows, n)
}
