// Draw makes site/atlas/world.tsv of countries-50m.json of the npm package world-atlas: it projects the
// shapes, drops what is smaller than a tenth of a unit, and writes each as the path of an SVG.
//
//	npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//	go run ./site/atlas/draw package/countries-50m.json > site/atlas/world.tsv
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"chancery/site/atlas"
)

// topology is a TopoJSON file: shapes are rings of arcs that neighbours share.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   struct {
		Countries struct {
			Geometries []struct {
				Type       string
				ID         string
				Arcs       json.RawMessage
				Properties struct{ Name string }
			}
		}
	}
}

type point struct{ x, y float64 }

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: draw countries-50m.json")
	}
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var t topology
	if err := json.Unmarshal(data, &t); err != nil {
		log.Fatalf("%s: %v", os.Args[1], err)
	}
	arcs := t.unpack()
	var rows []string
	for _, g := range t.Objects.Countries.Geometries {
		var polygons [][][]int
		if g.Type == "Polygon" {
			polygons = make([][][]int, 1)
			err = json.Unmarshal(g.Arcs, &polygons[0])
		} else {
			err = json.Unmarshal(g.Arcs, &polygons)
		}
		if err != nil {
			log.Fatalf("shape %s: %v", g.Properties.Name, err)
		}
		if row := draw(identify(g.ID, g.Properties.Name), g.Properties.Name, polygons, arcs); row != "" {
			rows = append(rows, row)
		}
	}
	slices.Sort(rows)
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(out, "# Made by site/atlas/draw of Natural Earth 4.1.0, 1:50m (public domain), as in world-atlas 2.0.2 (ISC, Michael Bostock).")
	fmt.Fprintln(out, "# id, name, middle x, middle y, size, path")
	for _, row := range rows {
		fmt.Fprintln(out, row)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

// unpack undoes the file's packing and drops points that cannot be seen on the map, arc by arc, so that
// neighbours keep one border. Points are in degrees.
func (t topology) unpack() [][]point {
	arcs := make([][]point, len(t.Arcs))
	for i, arc := range t.Arcs {
		var x, y float64
		var line []point
		for _, step := range arc {
			x, y = x+step[0], y+step[1]
			line = append(line, point{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
		arcs[i] = simplify(unwrap(line), 0.18)
	}
	return arcs
}

// unwrap lets a line run on over the 180th meridian, where the file jumps to the other side.
func unwrap(line []point) []point {
	for i := 1; i < len(line); i++ {
		for line[i].x-line[i-1].x > 180 {
			line[i].x -= 360
		}
		for line[i].x-line[i-1].x < -180 {
			line[i].x += 360
		}
	}
	return line
}

// cut parts a ring that crosses the 180th meridian into what lies on either side of it.
func cut(ring []point) [][]point {
	var parts [][]point
	for _, turn := range []float64{-360, 0, 360} {
		shifted := make([]point, len(ring))
		for i, p := range ring {
			shifted[i] = point{p.x + turn, p.y}
		}
		part := clip(clip(shifted, func(x float64) float64 { return x + 180 }), func(x float64) float64 { return 180 - x })
		if len(part) > 2 {
			parts = append(parts, part)
		}
	}
	return parts
}

// clip keeps what lies where inside is not negative (Sutherland and Hodgman 1974).
func clip(ring []point, inside func(x float64) float64) []point {
	var kept []point
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		a, b := inside(p.x), inside(q.x)
		if a >= 0 {
			kept = append(kept, p)
		}
		if (a >= 0) != (b >= 0) {
			s := a / (a - b)
			kept = append(kept, point{p.x + s*(q.x-p.x), p.y + s*(q.y-p.y)})
		}
	}
	return kept
}

// project is the Natural Earth projection (Patterson 2012; polynomial by Savric, Jenny, Patterson, Petrovic
// and Hurni 2011), scaled to the map.
func project(lon, lat float64) point {
	l, p := lon*math.Pi/180, lat*math.Pi/180
	p2 := p * p
	p4 := p2 * p2
	x := l * (0.8707 - 0.131979*p2 + p4*(-0.013791+p4*(0.003971*p2-0.001529*p4)))
	y := p * (1.007226 + p2*(0.015085+p4*(-0.044475+0.028874*p2-0.005916*p4)))
	const half = 2.7353 // x at 180 degrees east on the equator
	unit := atlas.Width / (2 * half)
	top := 1.3632 // y at 84 degrees north
	return point{atlas.Width/2 + x*unit, (top - y) * unit}
}

// simplify drops points that are nearer on the map than the tolerance to the line between those kept (Douglas and Peucker 1973).
func simplify(line []point, tolerance float64) []point {
	if len(line) < 3 {
		return line
	}
	first, last := line[0], line[len(line)-1]
	a, b := project(first.x, first.y), project(last.x, last.y)
	worst, at := 0.0, 0
	for i := 1; i < len(line)-1; i++ {
		if d := distance(project(line[i].x, line[i].y), a, b); d > worst {
			worst, at = d, i
		}
	}
	if worst <= tolerance {
		return []point{first, last}
	}
	return append(simplify(line[:at+1], tolerance), simplify(line[at:], tolerance)[1:]...)
}

func distance(p, a, b point) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	if dx == 0 && dy == 0 {
		return math.Hypot(p.x-a.x, p.y-a.y)
	}
	s := max(0, min(1, ((p.x-a.x)*dx+(p.y-a.y)*dy)/(dx*dx+dy*dy)))
	return math.Hypot(p.x-a.x-s*dx, p.y-a.y-s*dy)
}

// ring joins arcs; a negative one, counted from its complement, runs backwards.
func ring(indices []int, arcs [][]point) []point {
	var points []point
	for _, i := range indices {
		arc := arcs[max(i, ^i)]
		if i < 0 {
			arc = slices.Clone(arc)
			slices.Reverse(arc)
		}
		points = append(points, arc[min(len(points), 1):]...)
	}
	return unwrap(points)
}

// middle is the centre and the area of a ring.
func middle(points []point) (x, y, area float64) {
	for i, p := range points {
		q := points[(i+1)%len(points)]
		cross := p.x*q.y - q.x*p.y
		area += cross / 2
		x += (p.x + q.x) * cross / 6
		y += (p.y + q.y) * cross / 6
	}
	if area == 0 {
		return points[0].x, points[0].y, 0
	}
	return x / area, y / area, math.Abs(area)
}

func draw(id, name string, polygons [][][]int, arcs [][]point) string {
	if id == "ATA" {
		return ""
	}
	var path strings.Builder
	var x, y, largest float64
	for _, polygon := range polygons {
		for i, indices := range polygon {
			for _, points := range cut(ring(indices, arcs)) {
				for k, p := range points {
					points[k] = project(p.x, p.y)
				}
				px, py, area := middle(points)
				if i == 0 && (area > largest || largest == 0) {
					x, y, largest = px, py, area
				}
				if area > 0.02 {
					write(&path, points)
				}
			}
		}
	}
	return strings.Join([]string{id, name, tenth(x), tenth(y), tenth(math.Sqrt(largest)), path.String()}, "\t")
}

// write writes a ring as relative moves, in tenths.
func write(path *strings.Builder, points []point) {
	px, py := math.Inf(1), 0.0
	for i, p := range points {
		x, y := math.Round(p.x*10), math.Round(p.y*10)
		switch {
		case i == 0:
			fmt.Fprintf(path, "M%s %s", tenth(x/10), tenth(y/10))
		case x != px || y != py:
			fmt.Fprintf(path, "l%s %s", tenth((x-px)/10), tenth((y-py)/10))
		}
		px, py = x, y
	}
	path.WriteByte('z')
}

func tenth(x float64) string { return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64) }

// identify turns the file's numeric code into alpha-3.
func identify(code, name string) string {
	switch name { // areas that ISO does not list, by the codes of the register
	case "Kosovo":
		return "XKX"
	case "Somaliland":
		return "XSL"
	case "N. Cyprus":
		return "XNC"
	}
	n, err := strconv.Atoi(code)
	if err != nil {
		return ""
	}
	region, err := language.EncodeM49(n)
	if err != nil {
		return ""
	}
	return region.ISO3()
}
