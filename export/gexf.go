package export

import (
	"encoding/xml"
	"io"
	"strconv"

	"chancery/query"
)

type gexf struct {
	XMLName xml.Name `xml:"http://gexf.net/1.3 gexf"`
	Version string   `xml:"version,attr"`
	Graph   struct {
		EdgeType   string         `xml:"defaultedgetype,attr"`
		Attributes gexfAttributes `xml:"attributes"`
		Nodes      []gexfNode     `xml:"nodes>node"`
		Edges      []gexfEdge     `xml:"edges>edge"`
	} `xml:"graph"`
}

type gexfAttributes struct {
	Class string          `xml:"class,attr"`
	List  []gexfAttribute `xml:"attribute"`
}

type gexfAttribute struct {
	ID    string `xml:"id,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
}

type gexfNode struct {
	ID     string      `xml:"id,attr"`
	Label  string      `xml:"label,attr"`
	Values []gexfValue `xml:"attvalues>attvalue"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

type gexfEdge struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Kind   string `xml:"kind,attr"` // parts parallel edges (GEXF 1.3)
	Label  string `xml:"label,attr"`
	Weight int    `xml:"weight,attr"`
}

// GEXF writes the graph of GraphML in the form that Gephi reads.
func GEXF(w io.Writer, web query.Web) error {
	g := gexf{Version: "1.3"}
	g.Graph.EdgeType = "undirected"
	g.Graph.Attributes = gexfAttributes{"node", []gexfAttribute{{"kind", "kind", "string"}, {"entries", "entries", "integer"}, {"last", "last", "string"}}}
	for _, a := range web.Actors {
		g.Graph.Nodes = append(g.Graph.Nodes, gexfNode{a.ID, a.Name, []gexfValue{{"kind", string(a.Kind)}, {"entries", strconv.Itoa(a.Entries)},
			{"last", a.Last.String()}}})
	}
	for _, e := range edges(web) {
		g.Graph.Edges = append(g.Graph.Edges, gexfEdge{e.id, e.a, e.b, string(e.kind), string(e.kind), e.count})
	}
	return writeXML(w, g)
}
