// Package dateparser stands in for github.com/markusmobius/go-dateparser, which go-htmldate imports.
// The original builds tables for 200 languages when a program starts: 0.19 seconds and 78 MB in
// every run of every command, whether a page is read or not. Package press asks go-htmldate for its
// fast mode, which never calls it, so a module of the same name with nothing behind it takes its
// place:
//
//	replace github.com/markusmobius/go-dateparser => ./press/dateparser
//
// It has what go-htmldate 1.9 names, and nothing more. Without the line in go.mod everything works
// as well, only slower to start.
package dateparser

import (
	"errors"
	"time"
)

// ErrLeftOut is what Parse returns, always.
var ErrLeftOut = errors.New("dateparser: left out of this program")

// ParserType is a way of parsing.
type ParserType uint8

// The ways that go-htmldate names.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says how incomplete dates are filled up.
type PreferredDateSource uint8

// Past fills incomplete dates from the past.
const Past PreferredDateSource = iota

// Configuration is what go-htmldate sets.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Date is a parsed date.
type Date struct{ Time time.Time }

// Parser would parse dates in many languages.
type Parser struct{ ParserTypes []ParserType }

// Parse finds no date.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) { return Date{}, ErrLeftOut }
