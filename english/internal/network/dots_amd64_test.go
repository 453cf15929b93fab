package network

import (
	"testing"

	"golang.org/x/sys/cpu"
)

// withoutKernel takes the fast kernel away for the rest of a test.
func withoutKernel(t *testing.T) {
	used := kernel
	t.Cleanup(func() { kernel = used })
	kernel = nil
}

// TestDotsOfOlderProcessors tests the kernels that this processor has but does not use.
func TestDotsOfOlderProcessors(t *testing.T) {
	if !cpu.X86.HasAVX2 {
		t.Skip("this processor has no AVX2")
	}
	withoutKernel(t)
	kernel = dotsAVX2
	TestDots(t)
}
