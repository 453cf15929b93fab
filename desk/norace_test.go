//go:build !race

package desk_test

const slower = 1
