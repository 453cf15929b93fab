//go:build !race

package desk_test

const slower = 1

// checks is the number of random reports a property.
const checks = "200"
