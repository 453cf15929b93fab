// Package atlas holds the outlines of states for a map of the world, drawn already: no map service is asked.
//
// world.tsv is made by `go run ./site/atlas/draw PATH` from countries-50m.json of the npm package world-atlas
// 2.0.2, which is Natural Earth 4.1.0 at 1:50m. Borders, the disputed ones too, are as Natural Earth draws
// them: by who holds a territory.
package atlas

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// Width and Height of the map, in the units of the outlines. The projection is Natural Earth's, from 84
// degrees north to 58 degrees south.
const (
	Width  = 1000.0
	Height = 450.0
)

//go:embed world.tsv
var world string

// State is a shape on the map.
type State struct {
	ID   string // ISO 3166-1 alpha-3, XKX for Kosovo; "" for an area that is no state to ISO
	Name string // as the source names it
	Path string // the outline, as the d of an SVG path
	// X and Y are the middle of its largest part, Size the square root of its area.
	X, Y, Size float64
}

// States lists the shapes, by id.
var States = sync.OnceValue(func() []State {
	var states []State
	for line := range strings.Lines(world) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) != 6 || strings.HasPrefix(line, "#") {
			continue
		}
		s := State{ID: f[0], Name: f[1], Path: f[5]}
		s.X, _ = strconv.ParseFloat(f[2], 64)
		s.Y, _ = strconv.ParseFloat(f[3], 64)
		s.Size, _ = strconv.ParseFloat(f[4], 64)
		states = append(states, s)
	}
	return states
})
