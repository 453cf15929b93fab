package main

import (
	"fmt"
	"io"

	"github.com/schollz/progressbar/v3"

	"chancery/press"
)

// progress shows how far a long reading has come, on a terminal only.
type progress struct {
	out io.Writer
	bar *progressbar.ProgressBar
}

func newProgress(out io.Writer, bytes int64, shown bool) *progress {
	p := &progress{out: out}
	if shown {
		p.bar = progressbar.NewOptions64(bytes,
			progressbar.OptionSetWriter(out), progressbar.OptionShowBytes(true), progressbar.OptionSetWidth(30),
			progressbar.OptionClearOnFinish(), progressbar.OptionSetDescription("reading"))
	}
	return p
}

func (p *progress) update(now press.Progress) {
	if p.bar != nil {
		p.bar.Set64(now.Bytes) //nolint:errcheck // a bar that cannot be drawn is no reason to stop
	}
}

// line prints a message without tearing the bar.
func (p *progress) line(format string, args ...any) {
	if p.bar != nil {
		p.bar.Clear() //nolint:errcheck
	}
	fmt.Fprintf(p.out, format+"\n", args...)
}

func (p *progress) done() {
	if p.bar != nil {
		p.bar.Finish() //nolint:errcheck
	}
}
