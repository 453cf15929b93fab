//go:build race

package desk_test

// slower is by how much the tests that read long texts make them shorter: the race detector costs
// ten times the time, and those texts are read by one goroutine.
const slower = 6

// checks is the number of random reports a property. What races does so within a few dozen.
const checks = "40"
