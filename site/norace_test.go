//go:build !race

package site_test

// raced says that the race detector watches.
const raced = false
