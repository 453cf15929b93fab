//go:build !amd64

package network

import "testing"

func withoutKernel(*testing.T) {} // there is none
