package score

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"chancery/english"
)

// PolnearArticle is one annotation of one article of PolNeAR. Articles that several people annotated
// come once for each of them.
type PolnearArticle struct {
	Name, Text   string
	Attributions []PolnearAttribution
	Discarded    []ByteRange // what the annotators were told to pass over: editor's notes, advertisements
}

// PolnearAttribution is who said what, as a person marked it. A part may have several ranges, or none.
type PolnearAttribution struct{ Source, Cue, Content []ByteRange }

// ByteRange is a half-open range of bytes.
type ByteRange struct{ Start, End int }

// ReadPolnear reads the annotations in a compartment of the corpus, a folder that holds the folders
// "text" and "attributions" (https://github.com/networkdynamics/PolNeAR). An attribution without
// content is left out: there is nothing to find.
func ReadPolnear(folder string) ([]PolnearArticle, error) {
	files, err := filepath.Glob(filepath.Join(folder, "attributions", "*.ann"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("score: no annotations in %s", filepath.Join(folder, "attributions"))
	}
	sort.Strings(files)
	var out []PolnearArticle
	for _, file := range files {
		a := PolnearArticle{Name: strings.TrimSuffix(filepath.Base(file), ".ann")}
		name := a.Name[:max(strings.LastIndexByte(a.Name, '_'), 0)] // behind it stands the annotator
		text, err := os.ReadFile(filepath.Join(folder, "text", name+".txt"))
		if err != nil {
			return nil, err
		}
		a.Text = string(text)
		if err := a.read(file); err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

// read reads a brat file: "T" lines name stretches by characters, "E" lines join them. Lines of other
// kinds are notes.
func (a *PolnearArticle) read(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	offsets := byteOffsets(a.Text)
	spans := map[string][]ByteRange{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		switch {
		case len(fields) < 2:
		case fields[0][:min(1, len(fields[0]))] == "T":
			kind, where, _ := strings.Cut(fields[1], " ")
			ranges, err := bratRanges(where, offsets)
			if err != nil {
				return fmt.Errorf("%s: %s: %w", file, fields[0], err)
			}
			spans[fields[0]] = ranges
			if kind == "Discard" {
				a.Discarded = append(a.Discarded, ranges...)
			}
		case fields[0][:min(1, len(fields[0]))] == "E":
			var g PolnearAttribution
			for _, part := range strings.Fields(fields[1]) {
				switch role, id, _ := strings.Cut(part, ":"); role {
				case "Source":
					g.Source = append(g.Source, spans[id]...)
				case "Cue":
					g.Cue = append(g.Cue, spans[id]...)
				case "Content", "Content2":
					g.Content = append(g.Content, spans[id]...)
				}
			}
			if len(g.Content) > 0 {
				a.Attributions = append(a.Attributions, g)
			}
		}
	}
	return lines.Err()
}

// byteOffsets is where each character of a text begins, and its end.
func byteOffsets(text string) []int {
	out := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}

// bratRanges reads "3 7;9 12".
func bratRanges(s string, offsets []int) ([]ByteRange, error) {
	var out []ByteRange
	for _, piece := range strings.Split(s, ";") {
		from, to, _ := strings.Cut(piece, " ")
		start, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || start < 0 || end < start || end >= len(offsets) {
			return nil, fmt.Errorf("%q is no range of the text", piece)
		}
		out = append(out, ByteRange{offsets[start], offsets[end]})
	}
	return out, nil
}

// tokensOf marks the tokens that the ranges touch.
func tokensOf(d *english.Document, ranges []ByteRange) []int {
	var out []int
	for i := range d.Tokens {
		for _, r := range ranges {
			if d.Tokens[i].Start < r.End && r.Start < d.Tokens[i].End {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

// spanHead is the first token of a span, punctuation aside, whose head lies outside the span; -1 in a
// span of punctuation.
func spanHead(d *english.Document, span []int) int {
	in := map[int]bool{}
	for _, i := range span {
		in[i] = true
	}
	for _, i := range span {
		if d.Tokens[i].POS != english.PUNCT && !in[d.Tokens[i].Head] {
			return i
		}
	}
	return -1
}
