package export

import (
	"encoding/xml"
	"io"
	"strconv"

	"chancery/query"
)

// edge is one kind of dealing of two actors.
type edge struct {
	id, a, b string
	kind     query.Dealing
	count    int
}

// edges parts the relations by kind, so that each line of a drawing has one.
func edges(web query.Web) []edge {
	var list []edge
	for _, r := range web.Relations {
		for _, kind := range query.Dealings {
			if n := r.Counts[kind]; n > 0 {
				list = append(list, edge{"e" + strconv.Itoa(len(list)), r.A, r.B, kind, n})
			}
		}
	}
	return list
}

type graphML struct {
	XMLName xml.Name     `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []graphMLKey `xml:"key"`
	Graph   struct {
		ID          string        `xml:"id,attr"`
		EdgeDefault string        `xml:"edgedefault,attr"`
		Nodes       []graphMLNode `xml:"node"`
		Edges       []graphMLEdge `xml:"edge"`
	} `xml:"graph"`
}

type graphMLKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphMLNode struct {
	ID   string        `xml:"id,attr"`
	Data []graphMLData `xml:"data"`
}

type graphMLEdge struct {
	ID     string        `xml:"id,attr"`
	Source string        `xml:"source,attr"`
	Target string        `xml:"target,attr"`
	Data   []graphMLData `xml:"data"`
}

type graphMLData struct {
	Key  string `xml:"key,attr"`
	Text string `xml:",chardata"`
}

// GraphML writes who dealt with whom as an undirected graph: actors, and an edge for each two of them and each kind of
// dealing with the number of entries.
func GraphML(w io.Writer, web query.Web) error {
	g := graphML{Keys: []graphMLKey{{"name", "node", "label", "string"}, {"sort", "node", "kind", "string"}, {"entries", "node", "entries", "int"},
		{"last", "node", "last", "string"}, {"dealing", "edge", "kind", "string"}, {"weight", "edge", "weight", "int"}}}
	g.Graph.ID, g.Graph.EdgeDefault = "record", "undirected"
	for _, a := range web.Actors {
		g.Graph.Nodes = append(g.Graph.Nodes, graphMLNode{a.ID, []graphMLData{{"name", a.Name}, {"sort", string(a.Kind)},
			{"entries", strconv.Itoa(a.Entries)}, {"last", a.Last.String()}}})
	}
	for _, e := range edges(web) {
		g.Graph.Edges = append(g.Graph.Edges, graphMLEdge{e.id, e.a, e.b, []graphMLData{{"dealing", string(e.kind)}, {"weight", strconv.Itoa(e.count)}}})
	}
	return writeXML(w, g)
}

func writeXML(w io.Writer, value any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
