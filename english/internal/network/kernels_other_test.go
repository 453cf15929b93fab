//go:build !amd64

package network

import "testing"

func withoutKernels(*testing.T) {} // there are none
