package calendar

import (
	"time"

	"chancery"
)

func lastDay(year, month int) int {
	return chancery.NewDate(year, time.Month(month)+1, 0).Day
}

func yearPeriod(y int) chancery.Period {
	return span(chancery.NewDate(y, 1, 1), chancery.NewDate(y, 12, 31), chancery.PrecisionYear)
}

func monthPeriod(y, m int) chancery.Period {
	first := chancery.NewDate(y, time.Month(m), 1)
	return span(first, chancery.NewDate(first.Year, first.Month+1, 0), chancery.PrecisionMonth)
}

// seasonPeriod is meteorological and northern: spring is March to May, and the winter of a year is
// the one that begins in its December.
func seasonPeriod(y, index int) chancery.Period {
	first := chancery.NewDate(y, time.Month(index*3), 1)
	return span(first, chancery.NewDate(first.Year, first.Month+3, 0), chancery.PrecisionSeason)
}

func quarterPeriod(y, index int) chancery.Period {
	first := chancery.NewDate(y, time.Month(index*3-2), 1)
	return span(first, chancery.NewDate(first.Year, first.Month+3, 0), chancery.PrecisionQuarter)
}

func halfPeriod(y, index int) chancery.Period {
	first := chancery.NewDate(y, time.Month(index*6-5), 1)
	return span(first, chancery.NewDate(first.Year, first.Month+6, 0), chancery.PrecisionHalf)
}

// weekPeriod is the week from Monday to Sunday that holds the day.
func weekPeriod(d chancery.Date) chancery.Period {
	monday := d.AddDays(-((int(d.Weekday()) + 6) % 7))
	return span(monday, monday.AddDays(6), chancery.PrecisionWeek)
}

// unitPeriod is the whole unit, offset units away from the one that holds the day.
func unitPeriod(d chancery.Date, u unit, offset int) chancery.Period {
	switch u {
	case day:
		return chancery.Day(d.AddDays(offset))
	case week:
		return weekPeriod(d.AddDays(7 * offset))
	case weekend:
		return weekendPeriod(d, offset)
	case fortnight:
		return span(d.AddDays(14*min(offset, 0)), d.AddDays(14*max(offset, 0)), chancery.PrecisionRange)
	case month:
		m := d.AddMonths(offset)
		return monthPeriod(m.Year, int(m.Month))
	case quarter:
		m := d.AddMonths(3 * offset)
		return quarterPeriod(m.Year, (int(m.Month)+2)/3)
	case half:
		m := d.AddMonths(6 * offset)
		return halfPeriod(m.Year, (int(m.Month)+5)/6)
	case year:
		return yearPeriod(d.Year + offset)
	case decade:
		y := floorTo(d.Year, 10) + 10*offset
		return span(chancery.NewDate(y, 1, 1), chancery.NewDate(y+9, 12, 31), chancery.PrecisionDecade)
	case century:
		y := floorTo(d.Year-1, 100) + 1 + 100*offset
		return span(chancery.NewDate(y, 1, 1), chancery.NewDate(y+99, 12, 31), chancery.PrecisionRange)
	}
	return chancery.Period{}
}

func floorTo(n, step int) int { return n - ((n%step)+step)%step }

// weekendPeriod is the Saturday and Sunday of the week that holds the day. On a weekend "last
// weekend" is the one before.
func weekendPeriod(d chancery.Date, offset int) chancery.Period {
	w := weekPeriod(d.AddDays(7 * offset))
	return span(w.Start.AddDays(5), w.End, chancery.PrecisionRange)
}

// addUnits moves the day by units; hours and minutes do not move it.
func addUnits(d chancery.Date, u unit, n int, andHalf bool) chancery.Date {
	sign := 1
	if n < 0 {
		sign = -1
	}
	half := 0
	if andHalf {
		half = sign
	}
	switch u {
	case day:
		return d.AddDays(n)
	case week, weekend:
		return d.AddDays(7*n + 3*half)
	case fortnight:
		return d.AddDays(14*n + 7*half)
	case month:
		return d.AddMonths(n).AddDays(15 * half)
	case quarter:
		return d.AddMonths(3 * n)
	case year:
		return d.AddMonths(12*n + 6*half)
	case decade:
		return d.AddMonths(120*n + 60*half)
	case century:
		return d.AddMonths(1200*n + 600*half)
	}
	return d
}
