// Package press takes reports in: plain text, HTML pages and JSON Lines, from files, folders, globs
// and standard input. It cleans their text, reads headers and dateline, and names publisher, day
// and language.
//
// Open is the door. Everything that comes through it is either a chancery.Report or an *Error that
// names the input, the place in it and the next step; one input's error never costs another input.
//
// Text is laid out so that spans into it stay simple. It begins with the dateline, if there is
// one, and otherwise with the body; Report.BodyStart tells where the prose begins. Titles, bylines
// and lines such as "Source: …" are read and taken out. Paragraphs are parted by a blank line, lines
// that belong apart by a single line break, and no line is broken inside a sentence. What came in is
// kept byte for byte in Report.Original: the whole file, or the line of a JSON Lines file.
package press

import (
	"context"
	"io"
	"iter"
	"runtime"

	"chancery"
)

// Options changes how Open reads. The zero value is what most callers want.
type Options struct {
	// Progress is told how far the reading has come: after every quarter of a megabyte and at the
	// end of every input. It is called from one goroutine at a time and should return quickly.
	Progress func(Progress)
	// Note is told of everything that was left out on purpose, such as hidden files in a folder.
	Note func(Note)
	// Workers is how many reports are turned into text at a time; 0 is one for each core.
	Workers int
}

// Progress says how far the reading has come. Bytes are those of the inputs as they lie on disk, so
// they compare with Plan.Bytes for compressed files as well.
type Progress struct {
	Input  string // the one being read
	Inputs int    // how many have been read to their end
	Bytes  int64  // read so far, over all inputs
}

// Note says what was left out, and why.
type Note struct {
	Input string
	Text  string
}

// Open reads all reports under the paths: files, folders, globs, and "-" for standard input. They
// come sorted by path, and within a file in the file's order, one at a time: the sequence holds no
// more in memory than what its workers are busy with. It can be ranged over once.
//
// An input that cannot be read, in whole or in part, gives an *Error in its place. A context that
// ends gives its error as the last element.
func Open(ctx context.Context, paths []string, stdin io.Reader, options Options) iter.Seq2[chancery.Report, error] {
	return Survey(paths).Reports(ctx, stdin, options)
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}
