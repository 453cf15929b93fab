package actors

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"chancery"
)

// RowError says where a row of a register file is wrong, and what to write instead.
type RowError struct {
	File   string
	Line   int    // from 1
	Column string // name of the column, or "" where the row as a whole is wrong
	Text   string // what stands there
	Want   string // what to write instead
}

func (e *RowError) Error() string {
	at := fmt.Sprintf("%s:%d", e.File, e.Line)
	if e.Column != "" {
		at += ", column " + e.Column
	}
	return fmt.Sprintf("%s: %q: %s", at, e.Text, e.Want)
}

// table is a file of the register: a header line, then one row a line, cells parted by tabs.
type table struct {
	file    string
	columns []string
	rows    []row
	print   string // hash of the file
	// override is set where earlier folders may have rows of the same keys.
	override bool
}

// row is one line of a table. Its cells are asked for by name, so that a user's file may leave
// columns out or order them otherwise.
type row struct {
	table *table
	line  int
	cells []string
	drop  bool // the first cell began with "-": the row takes out those that it names
}

// readTable reads a file of the register. Only the columns listed may occur, the first `needed` of
// them must.
func readTable(file string, data []byte, columns []string, needed int) (*table, error) {
	if !utf8.Valid(data) {
		return nil, &RowError{File: file, Line: badLine(data), Text: "", Want: "the file must be in UTF-8"}
	}
	t := &table{file: file}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	line, lines := 0, bytes.Count(data, []byte{'\n'})+1
	t.rows = make([]row, 0, lines)
	all := make([]string, 0, lines*len(columns)) // the cells of all rows, in one piece
	for text := range strings.Lines(string(data)) {
		line++
		text = strings.TrimRight(text, "\r\n")
		if strings.TrimSpace(text) == "" || text[0] == '#' {
			continue
		}
		from := len(all)
		for cell := range strings.SplitSeq(text, "\t") {
			all = append(all, strings.TrimSpace(cell))
		}
		cells := all[from:len(all):len(all)]
		if t.columns == nil {
			if err := t.header(line, cells, columns, needed); err != nil {
				return nil, err
			}
			continue
		}
		if len(cells) > len(t.columns) {
			return nil, &RowError{file, line, "", text, fmt.Sprintf("the row has %d cells, the header only %d: take out the superfluous tabs", len(cells), len(t.columns))}
		}
		r := row{table: t, line: line, cells: cells}
		if rest, ok := strings.CutPrefix(cells[0], "-"); ok {
			r.drop, r.cells[0] = true, strings.TrimSpace(rest)
		}
		t.rows = append(t.rows, r)
	}
	return t, nil
}

// badLine is the line of the first byte that is no UTF-8.
func badLine(data []byte) int {
	line := 1
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			break
		}
		if r == '\n' {
			line++
		}
		data = data[n:]
	}
	return line
}

func (t *table) header(line int, cells, columns []string, needed int) error {
	want := "the first line must name the columns: " + strings.Join(columns, ", ")
	for _, c := range cells {
		if !slices.Contains(columns, c) {
			return &RowError{t.file, line, "", c, "no such column; " + want}
		}
	}
	for _, c := range columns[:needed] {
		if !slices.Contains(cells, c) {
			return &RowError{t.file, line, "", strings.Join(cells, " "), fmt.Sprintf("column %q is missing; %s", c, want)}
		}
	}
	t.columns = cells
	return nil
}

// get is the cell under the column, "" where the row or the file leaves it out.
func (r row) get(column string) string {
	i := slices.Index(r.table.columns, column)
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	return r.cells[i]
}

// need is get for cells that must not be empty.
func (r row) need(column string) (string, error) {
	s := r.get(column)
	if s == "" {
		return "", r.wrong(column, "the cell must not be empty")
	}
	return s, nil
}

func (r row) wrong(column, want string) error {
	return &RowError{r.table.file, r.line, column, r.get(column), want}
}

// one is need for cells that hold one of a few words.
func (r row) one(column string, words ...string) (string, error) {
	s := r.get(column)
	if !slices.Contains(words, s) {
		return "", r.wrong(column, "write one of: "+strings.Join(words, ", "))
	}
	return s, nil
}

// date reads a cell as 2006, 2006-01 or 2006-01-02. A date that is not given to the day is the
// first day it may be or, with last, the last.
func (r row) date(column string, last bool) (chancery.Date, chancery.Precision, error) {
	s := r.get(column)
	if s == "" {
		return chancery.Date{}, "", nil
	}
	d, p, ok := parseDate(s, last)
	if !ok {
		return d, p, r.wrong(column, "write a date as 2006, 2006-01 or 2006-01-02, or leave it empty")
	}
	return d, p, nil
}

func parseDate(s string, last bool) (chancery.Date, chancery.Precision, bool) {
	numbers := [3]int{0, 1, 1}
	count := 0
	for part := range strings.SplitSeq(s, "-") {
		n, err := strconv.Atoi(part)
		if err != nil || n < 1 || count == 3 || len(part) != [3]int{4, 2, 2}[count] {
			return chancery.Date{}, "", false
		}
		numbers[count] = n
		count++
	}
	d := chancery.NewDate(numbers[0], time.Month(numbers[1]), numbers[2])
	if d != (chancery.Date{Year: numbers[0], Month: time.Month(numbers[1]), Day: numbers[2]}) {
		return chancery.Date{}, "", false
	}
	precision := []chancery.Precision{chancery.PrecisionYear, chancery.PrecisionMonth, chancery.PrecisionDay}[count-1]
	if last {
		switch precision {
		case chancery.PrecisionYear:
			d = chancery.NewDate(d.Year, time.December, 31)
		case chancery.PrecisionMonth:
			d = chancery.NewDate(d.Year, d.Month+1, 0)
		}
	}
	return d, precision, true
}

// span reads the columns since and until.
func (r row) span() (s dated, err error) {
	if s.since, s.precision, err = r.date("since", false); err != nil {
		return s, err
	}
	var p chancery.Precision
	if s.until, p, err = r.date("until", true); err != nil {
		return s, err
	}
	if s.precision == "" {
		s.precision = p
	}
	if !s.since.IsZero() && !s.until.IsZero() && s.until.Before(s.since) {
		return s, r.wrong("until", "the end lies before the beginning, "+r.get("since"))
	}
	return s, nil
}

// dated is the time over which a fact of the register holds; an end that is not known is zero.
type dated struct {
	since, until chancery.Date
	precision    chancery.Precision
}

// on reports whether the fact can hold at some time of the period. A period of which nothing is
// known takes facts that have not ended.
func (d dated) on(when chancery.Period) bool {
	if when.IsZero() {
		return d.until.IsZero()
	}
	if !when.End.IsZero() && !d.since.IsZero() && d.since.After(when.End) {
		return false
	}
	return when.Start.IsZero() || d.until.IsZero() || !d.until.Before(when.Start)
}

// read opens a file of the register; a file that is not there is an empty table.
func read(fsys fs.FS, file string, columns []string, needed int) (*table, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		if isAbsent(err) {
			return &table{file: file}, nil
		}
		return nil, fmt.Errorf("read register file: %w", err)
	}
	t, err := readTable(file, data, columns, needed)
	if err == nil {
		t.print = chancery.Fingerprint(file, string(data))
	}
	return t, err
}
