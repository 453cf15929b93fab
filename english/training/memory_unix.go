//go:build unix

package main

import (
	"fmt"
	"runtime"
	"syscall"
)

// memory says how much memory this program and those that it ran have held at most.
func memory() string {
	return fmt.Sprintf("; %d MB of memory at most, the programs in Python %d MB", peak(syscall.RUSAGE_SELF), peak(syscall.RUSAGE_CHILDREN))
}

func peak(who int) int64 {
	var use syscall.Rusage
	if err := syscall.Getrusage(who, &use); err != nil {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" { // there in bytes, elsewhere in kilobytes
		return int64(use.Maxrss) >> 20
	}
	return int64(use.Maxrss) >> 10
}
