// Package score compares what the coder of dyads finds with what people coded. It knows the tables of marked
// sentences that zero-shot coders of PLOVER are measured on, and PLOVER's own JSON of coded sentences.
package score

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"chancery/codebook"
	"chancery/dyads"
	"chancery/dyads/internal/marks"
)

// item is one coded pair.
type item struct {
	id               string
	text             string
	actor, recipient dyads.Span // without length where nobody is marked
	pairs            []pair     // all that are coded, where they are more than these two
	event            string
	quad             int
}

// pair is two whom an event relates.
type pair struct{ actor, recipient dyads.Span }

// yield is the event that older sets have for CONCEDE and RETREAT together.
const yield = "YIELD"

// read reads a file of coded pairs, a table or JSON.
func read(path string) ([]item, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var items []item
	if strings.HasPrefix(strings.TrimSpace(string(content)), "[") {
		items, err = readJSON(content)
	} else {
		items, err = readTable(string(content))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(items) == 0 {
		return nil, fmt.Errorf("%s: it holds no coded sentences", path)
	}
	return items, nil
}

// readTable reads columns parted by tabs: marked_sentence with the actor in <s> and the recipient in <t>, gold_root and,
// where it is there, gold_penta, the quad class.
func readTable(content string) ([]item, error) {
	lines := bufio.NewScanner(strings.NewReader(content))
	lines.Buffer(nil, 1<<24)
	if !lines.Scan() {
		return nil, errors.New("the file is empty")
	}
	header := strings.Split(lines.Text(), "\t")
	sentence, root := slices.Index(header, "marked_sentence"), slices.Index(header, "gold_root")
	if sentence < 0 || root < 0 {
		return nil, errors.New("the first line names no columns marked_sentence and gold_root")
	}
	penta, id := slices.Index(header, "gold_penta"), slices.Index(header, "sentence_id")
	var items []item
	for n := 2; lines.Scan(); n++ {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) != len(header) {
			return nil, fmt.Errorf("line %d: %d columns, want %d", n, len(cells), len(header))
		}
		it := item{id: strconv.Itoa(n), event: cells[root]}
		if id >= 0 {
			it.id = cells[id]
		}
		text, spans := marks.Take(cells[sentence], "s", "t")
		it.text, it.actor, it.recipient = text, dyads.Span{Start: spans[0][0], End: spans[0][1]}, dyads.Span{Start: spans[1][0], End: spans[1][1]}
		it.quad = quadOf(it.event)
		if penta >= 0 {
			if q, err := strconv.Atoi(strings.TrimSuffix(cells[penta], ".0")); err == nil {
				it.quad = q
			}
		}
		items = append(items, it)
	}
	return items, lines.Err()
}

// renamed are events of older drafts of PLOVER.
var renamed = map[string]string{"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}

// readJSON reads PLOVER's coded sentences. Two sources without a target relate to each other.
func readJSON(content []byte) ([]item, error) {
	type party struct {
		ActorText string `json:"actorText"`
	}
	var records []struct {
		ID     string            `json:"id"`
		Event  string            `json:"event"`
		Text   string            `json:"text"`
		Source []json.RawMessage `json:"source"`
		Target json.RawMessage   `json:"target"`
	}
	if err := json.Unmarshal(content, &records); err != nil {
		return nil, err
	}
	var items []item
	for _, r := range records {
		event := r.Event
		if now, ok := renamed[event]; ok {
			event = now
		}
		if codebook.Quad(event) == 0 {
			continue // a record that describes the file
		}
		var names []string
		var targets []json.RawMessage
		_ = json.Unmarshal(r.Target, &targets) // some targets are a mere word
		for _, raw := range append(r.Source, targets...) {
			var p party
			if json.Unmarshal(raw, &p) == nil && p.ActorText != "" {
				names = append(names, p.ActorText)
			}
		}
		it := item{id: r.ID, text: r.Text, event: event, quad: quadOf(event)}
		if len(names) > 0 {
			it.actor = find(r.Text, names[0], dyads.Span{})
		}
		second := min(len(r.Source), len(names)-1)
		if second > 0 {
			it.recipient = find(r.Text, names[second], it.actor)
		}
		for k, source := range names[:min(len(r.Source), len(names))] {
			targets := names[min(len(r.Source), len(names)):]
			if len(targets) == 0 {
				targets = names[k+1:]
			}
			for _, target := range targets {
				a := find(r.Text, source, dyads.Span{})
				it.pairs = append(it.pairs, pair{a, find(r.Text, target, a)})
			}
		}
		items = append(items, it)
	}
	return items, nil
}

// find finds a name in a text, rather not where another stands. "the army ... of Peru" leaves words out; then its first
// piece that is there counts. Of a name that was put together from words of the text the longest beginning counts, or
// else the longest end.
func find(text, name string, not dyads.Span) dyads.Span {
	for _, piece := range strings.Split(name, "...") {
		words := strings.Fields(piece)
		for n := len(words); n > 0; n-- {
			for _, part := range []string{strings.Join(words[:n], " "), strings.Join(words[len(words)-n:], " ")} {
				if s := locate(text, part, not); s.End > 0 {
					return s
				}
			}
		}
	}
	return dyads.Span{}
}

// locate is where a text has a piece first that does not overlap another span.
func locate(text, piece string, not dyads.Span) dyads.Span {
	for from := 0; ; {
		at := strings.Index(text[from:], piece)
		if at < 0 {
			return dyads.Span{}
		}
		s := dyads.Span{Start: from + at, End: from + at + len(piece)}
		if !overlap(s, not) {
			return s
		}
		from = s.End
	}
}

func quadOf(event string) int {
	if event == yield {
		return codebook.Quad("RETREAT")
	}
	return codebook.Quad(event)
}
