package codebook

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"chancery"
)

// ownRecord is a file of somebody's own: acts and frames in the form of data/acts, with codes and word
// lists that these need and the program does not have.
type ownRecord struct {
	Alone   bool // the acts of the program are left out
	Discard struct{ Sentence, Report []string }
	Act     []actRecord
	Words   map[string][]string
	Code    []codeRecord
}

// codeRecord is a code beside CAMEO's, as other event codings have them.
type codeRecord struct {
	ID        string
	Event     string // of PLOVER, or none
	Mode      []string
	Context   []string
	Goldstein float64
	Meaning   string
}

// With is the codebook with the acts and frames of the given TOML files on top of it. An act that is there
// already may be given more frames. Frames of one's own are tried first. The version tells of the files, so that
// claims do. Errors name the file, the act and the frame.
func (b *Codebook) With(files ...string) (*Codebook, error) {
	if len(files) == 0 {
		return b, nil
	}
	own := *b
	own.acts, own.cameo, own.words = maps.Clone(b.acts), maps.Clone(b.cameo), maps.Clone(b.words)
	own.codings, own.order = maps.Clone(b.codings), slices.Clone(b.order)
	own.verbs, own.nouns, own.adjs = map[string][]*frame{}, map[string][]*frame{}, map[string][]*frame{}
	version := []string{b.version}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("codebook of your own: %w", err)
		}
		if err := own.addFile(file); err != nil {
			return nil, fmt.Errorf("codebook %s: %w", file, err)
		}
		version = append(version, string(text))
	}
	if own.alone {
		return own.withVersion(version), nil
	}
	for _, index := range []struct{ own, of map[string][]*frame }{{own.verbs, b.verbs}, {own.nouns, b.nouns}, {own.adjs, b.adjs}} {
		for lemma, frames := range index.of {
			index.own[lemma] = slices.Concat(index.own[lemma], frames)
		}
	}
	return own.withVersion(version), nil
}

func (b *Codebook) withVersion(parts []string) *Codebook {
	b.version = chancery.Fingerprint(parts...)
	return b
}

func (b *Codebook) addFile(file string) error {
	var record ownRecord
	if err := decode(folderOf(file), filepath.Base(file), &record); err != nil {
		return err
	}
	for name, words := range record.Words {
		if b.words[name] != nil {
			return fmt.Errorf("word list %q is one of the program's; take another name", name)
		}
		b.words[name] = map[string]bool{}
		for _, w := range words {
			b.words[name][strings.ToLower(w)] = true
		}
	}
	if record.Alone && !b.alone {
		b.alone, b.acts, b.codings, b.order, b.examples = true, map[string]*chancery.Act{}, map[string]coding{}, nil, nil
	}
	b.discards = b.discards.with(record.Discard.Sentence, record.Discard.Report)
	for _, c := range record.Code {
		if _, there := b.cameo[c.ID]; there || c.ID == "" {
			return fmt.Errorf("code %q: a code of your own needs an id that CAMEO does not have", c.ID)
		}
		if c.Event != "" && Quad(c.Event) == 0 {
			return fmt.Errorf("code %q: event %q is none of PLOVER's: %s", c.ID, c.Event, strings.Join(ploverEvents, ", "))
		}
		b.cameo[c.ID] = cameoCode{plover: chancery.Plover{Event: c.Event, Mode: c.Mode, Context: c.Context}, goldstein: c.Goldstein, meaning: c.Meaning}
	}
	given := map[string]int{} // frames that the file has given an act so far
	for _, a := range record.Act {
		if err := b.addOwn(a, given); err != nil {
			return fmt.Errorf("act %q: %w", a.ID, err)
		}
	}
	return nil
}

// addOwn adds an act, or the frames of one that is there.
func (b *Codebook) addOwn(a actRecord, given map[string]int) error {
	act := b.acts[a.ID]
	if act == nil {
		given[a.ID] = len(a.Frame)
		return b.addAct(a)
	}
	if a.Gloss != "" || a.Kind != "" || a.Cameo != "" || a.Event != "" || a.Compose != "" || a.State != "" || a.Standing != "" || a.Mutual || len(a.Variants) > 0 {
		return fmt.Errorf("is there already: give it frames alone, or take another id")
	}
	for i, record := range a.Frame {
		given[a.ID]++
		if err := b.addFrame(act, record, "own/"+strconv.Itoa(given[a.ID]), a.Mood); err != nil {
			return fmt.Errorf("frame %d: %w", i+1, err)
		}
	}
	return nil
}

// folderOf lets one file of the disk be read like those that ship.
func folderOf(file string) fs.FS { return os.DirFS(filepath.Dir(file)) }
