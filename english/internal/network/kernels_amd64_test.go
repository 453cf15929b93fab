package network

import "testing"

// withoutKernels takes the fast kernels away for the rest of a test.
func withoutKernels(t *testing.T) {
	avx2, vnni := hasAVX2, hasVNNI
	t.Cleanup(func() { hasAVX2, hasVNNI = avx2, vnni })
	hasAVX2, hasVNNI = false, false
}

// TestKernelsOfOlderProcessors tests the kernels that this processor has but does not use.
func TestKernelsOfOlderProcessors(t *testing.T) {
	if !hasAVX2 {
		t.Skip("this processor has no AVX2")
	}
	withoutKernels(t)
	hasAVX2 = true
	TestDots(t)
}
