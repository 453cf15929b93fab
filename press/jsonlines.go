package press

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// wide turns UTF-16 into UTF-8 on the fly; other bytes stay as they are.
func wide(source *bufio.Reader) *bufio.Reader {
	head, _ := source.Peek(512)
	if bytes.HasPrefix(head, bomUTF8) {
		_, _ = source.Discard(len(bomUTF8)) // peeked just now
		return source
	}
	endian, ok := looksUTF16(head)
	if !ok {
		return source
	}
	return bufio.NewReaderSize(transform.NewReader(source, unicode.UTF16(endian, unicode.UseBOM).NewDecoder()), 64<<10)
}

// narrow is UTF-16 with all that is not ASCII dropped, enough to look at.
func narrow(head []byte, endian unicode.Endianness) []byte {
	decoded, err := unicode.UTF16(endian, unicode.UseBOM).NewDecoder().Bytes(head[:len(head)&^1])
	if err != nil {
		return nil
	}
	return decoded
}

// readLines takes every line of JSON Lines as a report. A line that is too long is passed over
// without being held in memory.
func (r *reader) readLines(name string, source *bufio.Reader) bool {
	for number := 1; ; number++ {
		line, tooLong, err := readLine(source, maxValue)
		place := Place{Line: number}
		trimmed := bytes.TrimSpace(line)
		switch {
		case tooLong:
			if !r.fail(name, place, reason(ErrTooLarge, "a line may have %d MiB", maxValue>>20), "the other lines are read; take this one out or split it") {
				return false
			}
		case err != nil && !errors.Is(err, io.EOF):
			return r.failRead(name, place, err)
		case len(trimmed) > 0:
			if !r.emit(piece{input: name, place: place, format: formatRecord, original: bytes.TrimRight(line, "\r\n")}) {
				return false
			}
		}
		if err != nil {
			return errors.Is(err, io.EOF) || r.failRead(name, place, err)
		}
	}
}

// readLine reads to the next line break, which it leaves out. Of a line longer than limit it keeps
// nothing. The error is io.EOF with the last line, or after it.
func readLine(source *bufio.Reader, limit int) (line []byte, tooLong bool, err error) {
	for {
		part, err := source.ReadSlice('\n')
		if !tooLong {
			if tooLong = len(line)+len(part) > limit; tooLong {
				line = nil
			} else {
				line = append(line, part...)
			}
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSuffix(line, []byte("\n")), tooLong, err
		}
	}
}

// readValues takes every object of a JSON array, or of a row of objects set over several lines, as a
// report. It finds where objects begin and end by their braces, so that one that is broken inside
// leaves the next one whole.
func (r *reader) readValues(name string, source *bufio.Reader) bool {
	s := valueScanner{source: source, line: 1}
	for {
		value, at, tooLong, err := s.next(maxValue)
		place := Place{Line: at}
		switch {
		case tooLong:
			if !r.fail(name, place, reason(ErrTooLarge, "a record may have %d MiB", maxValue>>20), "take it out or split it") {
				return false
			}
		case errors.Is(err, io.EOF) && len(value) > 0:
			return r.fail(name, place, reason(ErrRecord, "it does not end"), "look for a missing brace or quotation mark")
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			return r.failRead(name, place, err)
		case !r.emit(piece{input: name, place: place, format: formatRecord, original: value}):
			return false
		}
		if err != nil {
			return true
		}
	}
}

// valueScanner cuts a stream of JSON into its outermost objects.
type valueScanner struct {
	source *bufio.Reader
	line   int
}

// next gives the next object and the line on which it begins. With an error the object may be
// incomplete.
func (s *valueScanner) next(limit int) (value []byte, at int, tooLong bool, err error) {
	depth, inString, escaped := 0, false, false
	for {
		c, err := s.source.ReadByte()
		if err != nil {
			return value, at, tooLong, err
		}
		if c == '\n' {
			s.line++
		}
		if depth == 0 && c != '{' {
			continue
		}
		if depth == 0 {
			at = s.line
		}
		if tooLong = tooLong || len(value) >= limit; tooLong {
			value = nil
		} else {
			value = append(value, c)
		}
		switch {
		case escaped:
			escaped = false
		case inString:
			escaped = c == '\\'
			inString = c != '"'
		case c == '"':
			inString = true
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return value, at, tooLong, nil
			}
		}
	}
}
