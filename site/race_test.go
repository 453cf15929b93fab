//go:build race

package site_test

// raced says that the race detector watches. It costs ten times the time, and sees in some hundred pages what it would
// see in all; what a page is like is no matter of races.
const raced = true
