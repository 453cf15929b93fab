package press

import (
	"errors"
	"fmt"
)

// The reasons for which an input, or a part of one, is not read. An *Error wraps one of them.
var (
	ErrNoInput    = errors.New("there is no such input")
	ErrRead       = errors.New("cannot be read")
	ErrFormat     = errors.New("is of a kind that cannot be read")
	ErrBinary     = errors.New("is not text")
	ErrEncoding   = errors.New("is in an unknown encoding")
	ErrRecord     = errors.New("is not a JSON record")
	ErrEmpty      = errors.New("holds no text of a report")
	ErrTooLarge   = errors.New("is too large")
	ErrTooDeep    = errors.New("is nested too deeply")
	ErrNotEnglish = errors.New("is not in English")
)

// Error says what could not be read, where, why, and what to do about it.
type Error struct {
	Input string // a path, or "-" for standard input
	Place Place
	Err   error
	Next  string // what the reader of the message can do
}

// Place is a place in an input. A zero field is not known or says nothing.
type Place struct {
	Line int   // from 1
	Byte int64 // offset from the start of the input, or of the line where Line is set
}

func (p Place) String() string {
	switch {
	case p.Line > 0 && p.Byte > 0:
		return fmt.Sprintf("line %d, byte %d", p.Line, p.Byte)
	case p.Line > 0:
		return fmt.Sprintf("line %d", p.Line)
	case p.Byte > 0:
		return fmt.Sprintf("byte %d", p.Byte)
	}
	return ""
}

// Error puts it in one line: "a.jsonl, line 12: is not a JSON record: …; to go on, …".
func (e *Error) Error() string {
	name := e.Input
	if name == "-" {
		name = "standard input"
	}
	if place := e.Place.String(); place != "" {
		name += ", " + place
	}
	text := name + ": " + e.Err.Error()
	if e.Next != "" {
		text += "; " + e.Next
	}
	return text
}

// Unwrap gives the reason, so that errors.Is finds the sentinel.
func (e *Error) Unwrap() error { return e.Err }

// LanguageError says in which language a report seems to be written.
type LanguageError struct {
	Language string // English name: "Russian"
	Code     string // ISO 639-1, or 639-3 where there is none
}

func (e *LanguageError) Error() string {
	return fmt.Sprintf("is in %s: only English can be read until that language's room exists", e.Language)
}

// Is makes a LanguageError an ErrNotEnglish.
func (e *LanguageError) Is(target error) bool { return target == ErrNotEnglish }

// reason wraps a sentinel with details.
func reason(sentinel error, format string, args ...any) error {
	return fmt.Errorf("%w: %s", sentinel, fmt.Sprintf(format, args...))
}
