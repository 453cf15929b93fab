package codebook

import (
	"bufio"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"chancery"
)

// cameoCode is a row of data/cameo.tsv.
type cameoCode struct {
	plover    chancery.Plover
	goldstein float64
	meaning   string
}

func loadCameo(files fs.FS) (map[string]cameoCode, error) {
	f, err := files.Open("cameo.tsv")
	if err != nil {
		return nil, fmt.Errorf("codebook: %w", err)
	}
	defer f.Close()
	codes := map[string]cameoCode{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "code\t") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 6 {
			return nil, fmt.Errorf("codebook: cameo.tsv:%d: %d columns, want 6", n, len(cells))
		}
		score, err := strconv.ParseFloat(cells[4], 64)
		if err != nil {
			return nil, fmt.Errorf("codebook: cameo.tsv:%d: goldstein score %q is no number", n, cells[4])
		}
		codes[cells[0]] = cameoCode{
			plover:    chancery.Plover{Event: cells[1], Mode: several(cells[2]), Context: several(cells[3])},
			goldstein: score, meaning: cells[5],
		}
	}
	return codes, lines.Err()
}

func several(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "; ")
}

// ploverEvents are the sixteen event types, in the order of CAMEO's roots.
var ploverEvents = strings.Fields("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT")

// Quad is CAMEO's quad class of a PLOVER event: 1 verbal and 2 material cooperation, 3 verbal and 4
// material conflict (PLOVER manual, draft 0.8, table of event types).
func Quad(event string) int {
	switch event {
	case "AGREE", "CONSULT", "SUPPORT", "CONCEDE":
		return 1
	case "COOPERATE", "AID", "RETREAT":
		return 2
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN":
		return 3
	case "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT":
		return 4
	}
	return 0
}

// Code is what a CAMEO code stands for.
type Code struct {
	Plover    chancery.Plover
	Quad      int
	Goldstein float64
}

// Cameo looks a CAMEO code up.
func (b *Codebook) Cameo(code string) (Code, bool) {
	row, ok := b.cameo[code]
	return Code{Plover: row.plover, Quad: Quad(row.plover.Event), Goldstein: row.goldstein}, ok
}
