package press

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"strings"
)

// Limits on what is taken in. They are far above what news is and far below what hurts.
const (
	maxText  = 8 << 20  // bytes of one report's text
	maxFile  = 32 << 20 // bytes of a text or HTML file, unpacked
	maxValue = 64 << 20 // bytes of one line or record of JSON
)

const progressStep = 256 << 10 // bytes between two calls of Options.Progress

// piece is one report as it came, before anything is read out of it, or what kept it from coming.
type piece struct {
	input    string
	place    Place
	format   format
	original []byte
	err      error
}

// format is the kind of bytes that a piece holds.
type format uint8

const (
	formatText format = iota
	formatPage
	formatRecord // one JSON object
)

// reader goes through the inputs one after the other.
type reader struct {
	ctx      context.Context
	stdin    io.Reader
	emit     func(piece) bool // false: stop
	report   func(Progress)
	progress Progress
	told     int64
}

// counted counts the bytes of an input as they lie on disk, and ends with the context.
type counted struct {
	r     io.Reader
	owner *reader
}

func (c counted) Read(p []byte) (int, error) {
	if err := c.owner.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(p)
	c.owner.progress.Bytes += int64(n)
	if c.owner.progress.Bytes-c.owner.told >= progressStep {
		c.owner.tell()
	}
	return n, err
}

func (r *reader) tell() {
	r.told = r.progress.Bytes
	if r.report != nil {
		r.report(r.progress)
	}
}

// readAll reads the inputs in order until the consumer or the context stops it.
func (r *reader) readAll(inputs []Input) {
	for _, in := range inputs {
		r.progress.Input = in.Path
		if !r.readInput(in.Path) || r.ctx.Err() != nil {
			return
		}
		r.progress.Inputs++
		r.tell()
	}
}

func (r *reader) readInput(name string) bool {
	var source io.Reader = r.stdin
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return r.fail(name, Place{}, reason(ErrRead, "%v", cause(err)), "check the file and its permissions")
		}
		defer func() { _ = file.Close() }() // it was only read
		source = file
	} else if source == nil {
		return r.fail(name, Place{}, reason(ErrRead, "there is none"), "name a file")
	}
	buffered := bufio.NewReaderSize(counted{source, r}, 256<<10)
	if head, _ := buffered.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		unpacked, err := gzip.NewReader(buffered)
		if err != nil {
			return r.fail(name, Place{}, reason(ErrRead, "its gzip header is broken: %v", err), "fetch or pack it again")
		}
		buffered = bufio.NewReaderSize(unpacked, 256<<10)
	}
	return r.readFormat(name, buffered)
}

// readFormat looks at the first bytes, and at the name where they leave it open.
func (r *reader) readFormat(name string, source *bufio.Reader) bool {
	head, err := source.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) {
		return r.failRead(name, Place{}, err)
	}
	switch kind, next := sniff(head, name); kind {
	case sniffedLines:
		return r.readLines(name, wide(source))
	case sniffedValues:
		return r.readValues(name, wide(source))
	case sniffedFeed:
		return r.fail(name, Place{}, reason(ErrFormat, "it is a feed"), next)
	case sniffedPage:
		return r.readWhole(name, source, formatPage)
	default:
		return r.readWhole(name, source, formatText)
	}
}

// readWhole takes a file as one report.
func (r *reader) readWhole(name string, source io.Reader, kind format) bool {
	data, err := io.ReadAll(io.LimitReader(source, maxFile+1))
	switch {
	case err != nil && !(kind == formatPage && len(data) > 0 && errors.Is(err, io.ErrUnexpectedEOF)):
		return r.failRead(name, Place{Byte: int64(len(data))}, err)
	case len(data) > maxFile:
		return r.fail(name, Place{Byte: maxFile}, reason(ErrTooLarge, "a report may have %d MiB", maxFile>>20),
			"split it: one file is one report, JSON Lines hold many")
	case len(bytes.TrimSpace(data)) == 0:
		return r.fail(name, Place{}, ErrEmpty, "leave it out")
	}
	return r.emit(piece{input: name, format: kind, original: data})
}

func (r *reader) fail(name string, place Place, err error, next string) bool {
	return r.emit(piece{input: name, place: place, err: &Error{name, place, err, next}})
}

// failRead puts an error of the operating system or of gzip in words. The context's end is not the
// input's fault and is told elsewhere.
func (r *reader) failRead(name string, place Place, err error) bool {
	if r.ctx.Err() != nil {
		return false
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return r.fail(name, place, reason(ErrRead, "it is cut off"), "fetch it again")
	}
	return r.fail(name, place, reason(ErrRead, "%v", cause(err)), "check the file, or fetch it again")
}

// sniffed is what the first bytes of an input look like.
type sniffed uint8

const (
	sniffedText sniffed = iota
	sniffedPage
	sniffedLines  // JSON Lines
	sniffedValues // a JSON array, or objects over several lines
	sniffedFeed
)

func sniff(head []byte, name string) (kind sniffed, next string) {
	if endian, ok := looksUTF16(head); ok {
		head = narrow(head, endian)
	}
	text := strings.ToLower(strings.TrimSpace(string(bytes.TrimPrefix(head, bomUTF8))))
	switch {
	case strings.HasPrefix(text, "[") && startsWithBrace(text[1:]), text == "[]":
		return sniffedValues, ""
	case startsWithBrace(text):
		if !linesName(name) && overSeveralLines(text) {
			return sniffedValues, ""
		}
		return sniffedLines, ""
	}
	for _, mark := range []string{"<rss", "<feed", "<rdf"} {
		if strings.Contains(text[:min(len(text), 512)], mark) && strings.HasPrefix(text, "<") {
			return sniffedFeed, "fetch the pages that it links to, or turn it into JSON Lines"
		}
	}
	for _, mark := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml", "<article", "<!--", "<div", "<meta", "<script", "<main", "<p>", "<h1"} {
		if strings.HasPrefix(text, mark) {
			return sniffedPage, ""
		}
	}
	switch base := strings.TrimSuffix(strings.ToLower(name), ".gz"); {
	case strings.HasSuffix(base, ".html"), strings.HasSuffix(base, ".htm"), strings.HasSuffix(base, ".xhtml"):
		return sniffedPage, ""
	case linesName(name), strings.HasSuffix(base, ".json"):
		return sniffedLines, ""
	}
	return sniffedText, ""
}

func linesName(name string) bool {
	base := strings.TrimSuffix(strings.ToLower(name), ".gz")
	return strings.HasSuffix(base, ".jsonl") || strings.HasSuffix(base, ".ndjson")
}

// overSeveralLines reports whether the first JSON object goes on after its first line.
func overSeveralLines(text string) bool {
	first, rest, more := strings.Cut(text, "\n")
	return more && !strings.HasSuffix(strings.TrimSpace(first), "}") && len(first) < 200 && !startsWithBrace(rest)
}

// startsWithBrace reports whether a JSON object begins here, rather than a text in braces.
func startsWithBrace(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	if !strings.HasPrefix(text, "{") {
		return false
	}
	text = strings.TrimLeft(text[1:], " \t\r\n")
	return strings.HasPrefix(text, `"`) || strings.HasPrefix(text, "}")
}
