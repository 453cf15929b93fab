package ledger

import (
	"strconv"
	"strings"

	"chancery"
)

// The few words that the ledger itself needs: the sentences of tensions. All other wording belongs
// to query.

func date(d chancery.Date) string {
	if d.IsZero() {
		return "a day not known"
	}
	return strconv.Itoa(d.Day) + " " + d.Month.String() + " " + strconv.Itoa(d.Year)
}

// tell words a period as finely as it was given.
func tell(p chancery.Period) string {
	switch {
	case p.IsZero():
		return "a time not known"
	case p.Precision == chancery.PrecisionYear && !p.Start.IsZero():
		return strconv.Itoa(p.Start.Year)
	case p.Precision == chancery.PrecisionMonth && !p.Start.IsZero():
		return p.Start.Month.String() + " " + strconv.Itoa(p.Start.Year)
	case p.Start == p.End:
		return date(p.Start)
	case p.End.IsZero():
		return "since " + date(p.Start)
	case p.Start.IsZero():
		return "until " + date(p.End)
	}
	return "between " + date(p.Start) + " and " + date(p.End)
}

func count(n int, noun string) string {
	if n == 1 {
		return "one " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func article(noun string) string {
	if strings.ContainsAny(noun[:1], "aeiou") {
		return "an " + noun
	}
	return "a " + noun
}

func names(parties []chancery.Party) string {
	list := make([]string, len(parties))
	for i, p := range parties {
		list[i] = p.Name
	}
	switch len(list) {
	case 0:
		return "Somebody"
	case 1:
		return list[0]
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}
