package calendar

import (
	"fmt"
	"strings"
)

// describe writes an expression as the tables of this package do: its kind, its period, its
// precision, and its length ("65y", "3d", "~1h").
func describe(e Expression) string {
	parts := []string{string(e.Kind)}
	if !e.Period.IsZero() {
		parts = append(parts, e.Period.String(), string(e.Period.Precision))
	}
	length := ""
	for _, l := range []struct {
		n    int
		unit string
	}{{e.Years, "y"}, {e.Months, "m"}, {e.Days, "d"}, {e.Hours, "h"}, {e.Minutes, "min"}} {
		if l.n > 0 {
			length += fmt.Sprint(l.n, l.unit)
		}
	}
	if e.Approximate {
		length = "~" + length
	}
	if length != "" {
		parts = append(parts, length)
	}
	return strings.Join(parts, " ")
}
