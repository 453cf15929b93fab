package site

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"chancery"
	"chancery/query"
)

// webBody is the network and the map: who dealt with whom over a time.
type webBody struct {
	Form     *spanForm
	Said     bool
	Dealing  string // only these dealings; empty: all
	Dealings []string
	Picture  *picture
	Rows     []relationRow
	States   []actorRow
	LeftOut  int
	Hidden   int // actors that the picture has no room for
	Steps    []legendStep
}

type relationRow struct {
	A, B                         choice
	Href                         string
	Met, Signed, Helped, Clashed int
	Tied                         int
	Total                        int
}

// mostNodes is how many actors a network can show and still be read.
const mostNodes = 45

// web asks for the dealings that the address names.
func (r *request) web(action string) (webBody, query.Web, error) {
	form, span, err := r.spanForm(action)
	if err != nil {
		return webBody{}, query.Web{}, err
	}
	body := webBody{Form: form, Said: r.value("said") != "", Dealing: r.value("dealing")}
	for _, d := range query.Dealings {
		body.Dealings = append(body.Dealings, string(d))
	}
	if body.Dealing != "" && !slices.Contains(body.Dealings, body.Dealing) {
		return body, query.Web{}, wrongInput{"There are these dealings: " + strings.Join(body.Dealings, ", ") + "."}
	}
	q := query.WebQuestion{Since: span.Start, Until: span.End, Said: body.Said, Only: query.Dealing(body.Dealing)}
	if form.With != "" {
		with, err := r.site.Record.Actor(r.Context(), form.With)
		if err != nil {
			return body, query.Web{}, err
		}
		q.With = with.ID
	}
	web, err := r.site.Record.Web(r.Context(), q, r.at)
	body.LeftOut = web.LeftOut
	return body, web, err
}

func (s *Site) network(r *request) error {
	body, web, err := r.web("/network")
	if err != nil {
		return err
	}
	names := map[string]query.ActorChoice{}
	for _, a := range web.Actors {
		names[a.ID] = a.ActorChoice
	}
	for _, rel := range web.Relations {
		body.Rows = append(body.Rows, relationRow{A: r.choices([]query.ActorChoice{names[rel.A]})[0], B: r.choices([]query.ActorChoice{names[rel.B]})[0],
			Href: r.pairLink(rel.A, rel.B), Met: rel.Counts[query.DealingMet], Signed: rel.Counts[query.DealingSigned],
			Helped: rel.Counts[query.DealingHelped], Clashed: rel.Counts[query.DealingClashed], Tied: rel.Counts[query.DealingTied], Total: rel.Total()})
	}
	slices.SortStableFunc(body.Rows, func(a, b relationRow) int { return cmp.Compare(b.Total, a.Total) })
	body.Picture, body.Hidden = r.drawNetwork(web)
	return r.show("network", "network", "Network", body)
}

// drawNetwork draws actors as dots, their size by how much they deal, and a line for each way in which two
// of them dealt, its width by how often.
func (r *request) drawNetwork(web query.Web) (*picture, int) {
	if len(web.Relations) == 0 {
		return nil, 0
	}
	actors := slices.Clone(web.Actors)
	slices.SortStableFunc(actors, func(a, b query.Presence) int { return b.Entries - a.Entries })
	hidden := max(0, len(actors)-mostNodes)
	actors = actors[:len(actors)-hidden]
	slices.SortFunc(actors, func(a, b query.Presence) int { return strings.Compare(a.ID, b.ID) })
	place := map[string]int{}
	for i, a := range actors {
		place[a.ID] = i
	}
	var edges [][2]int
	var relations []query.Relation
	for _, rel := range web.Relations {
		a, okA := place[rel.A]
		b, okB := place[rel.B]
		if okA && okB {
			edges, relations = append(edges, [2]int{a, b}), append(relations, rel)
		}
	}
	height := min(680, 300+9*float64(len(actors)))
	spots := layout(len(actors), edges, pictureWidth-180, height-60)
	p := &picture{Label: "Network of who dealt with whom", Class: "network", W: pictureWidth, H: height}
	for i, rel := range relations {
		a, b := spots[edges[i][0]], spots[edges[i][1]]
		p.add(r.strands(rel, a, b)...)
	}
	most := 1
	for _, a := range actors {
		most = max(most, a.Entries)
	}
	dots := make([]dot, len(actors))
	for i, a := range actors {
		dots[i] = dot{spots[i].x + 90, spots[i].y + 30, 4 + 11*math.Sqrt(float64(a.Entries)/float64(max(most, 12))), a.Name}
	}
	names := placeNames(dots)
	for i, a := range actors {
		href := r.actorLink(a.ActorChoice)
		class := "node"
		if a.Kind == chancery.KindAssociation {
			class += " association"
		}
		p.add(item{Tag: "circle", X: dots[i].x, Y: dots[i].y, R: dots[i].r, Class: class, Href: href, Key: a.ID, Title: a.Name + ": " + count(a.Entries, "dealing")},
			item{Tag: "text", X: names[i].x, Y: names[i].y, Text: a.Name, Anchor: names[i].anchor, Class: "name", Href: href, Key: a.ID})
	}
	return p, hidden
}

// strands are the lines between two actors, side by side.
func (r *request) strands(rel query.Relation, a, b spot) []item {
	const apart = 4.0
	dx, dy := b.x-a.x, b.y-a.y
	length := max(1, math.Hypot(dx, dy))
	nx, ny := -dy/length*apart, dx/length*apart
	var kinds []query.Dealing
	for _, d := range query.Dealings {
		if rel.Counts[d] > 0 {
			kinds = append(kinds, d)
		}
	}
	var items []item
	for i, d := range kinds {
		shift := float64(i) - float64(len(kinds)-1)/2
		n := rel.Counts[d]
		items = append(items, item{Tag: "line", X: a.x + 90 + nx*shift, Y: a.y + 30 + ny*shift, X2: b.x + 90 + nx*shift, Y2: b.y + 30 + ny*shift,
			Class: fmt.Sprintf("strand %s w%d", d, min(5, n)), Href: r.pairLink(rel.A, rel.B), Key: rel.A + " " + rel.B,
			Title: fmt.Sprintf("%s, %s: %s %d", rel.A, rel.B, d, n)})
	}
	return items
}
