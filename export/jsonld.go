package export

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"

	"chancery"
	"chancery/query"
)

// linkedContext maps the names used below to schema.org, PROV-O and the Web Annotation vocabulary; what these have no
// term for keeps a name of Chancery's own.
var linkedContext = map[string]any{
	"schema": "https://schema.org/", "prov": "http://www.w3.org/ns/prov#", "oa": "http://www.w3.org/ns/oa#", "chancery": "urn:chancery:",
	"@vocab": "urn:chancery:term:",
}

// linked is a node of JSON-LD. Its keys are written in alphabetical order, so that the same record gives the same bytes.
type linked map[string]any

// JSONLD writes entries with their claims and reports as one graph. An event that took place or goes on is a
// schema:Event, and so is one that was postponed or cancelled, with that status. All else is a schema:Claim with its
// state: schema.org takes every event without a status for scheduled, so that it could not tell a planned visit from
// one that was made.
func JSONLD(w io.Writer, conclusions []query.Conclusion) error {
	graph := []linked{}
	seen := map[string]bool{}
	add := func(n linked) {
		if id := n["@id"].(string); !seen[id] {
			seen[id] = true
			graph = append(graph, n)
		}
	}
	for _, c := range conclusions {
		add(entryNode(c))
		for _, h := range slices.Concat(c.For, c.Against) {
			add(claimNode(h))
			add(reportNode(h.Report))
		}
		for _, p := range slices.Concat(c.Entry.Actors, c.Entry.Recipients) {
			if p.ID != "" {
				add(linked{"@id": actorURN(p.ID), "@type": "prov:Agent", "schema:identifier": p.ID, "schema:name": p.Name})
			}
		}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(linked{"@context": linkedContext, "@graph": graph})
}

// eventStatus is what schema.org calls the state of an event; an event that took place has none. False where it is no
// event.
func eventStatus(c query.Conclusion) (string, bool) {
	if c.Entry.Kind != chancery.KindEvent {
		return "", false
	}
	switch c.State {
	case chancery.StateHeld, chancery.StateUnderWay, chancery.StateEnded:
		return "", true
	case chancery.StatePostponed:
		return "schema:EventPostponed", true
	case chancery.StateCancelled:
		return "schema:EventCancelled", true
	}
	return "", false
}

func entryNode(c query.Conclusion) linked {
	e := c.Entry
	n := linked{"@id": "urn:chancery:entry:" + e.ID, "schema:description": c.Text, "kind": e.Kind, "act": e.Act, "state": c.State, "onlySaid": e.OnlySaid()}
	status, event := eventStatus(c)
	n["@type"] = []string{"prov:Entity", "schema:Claim"}
	if event {
		n["@type"] = []string{"prov:Entity", "schema:Event"}
		n.set("schema:startDate", e.When.Start.String())
		n.set("schema:endDate", e.When.End.String())
		if e.Place != nil {
			n.set("schema:location", e.Place.Text)
		}
	} else {
		n.set("start", e.When.Start.String())
		n.set("end", e.When.End.String())
	}
	if status != "" {
		n["schema:eventStatus"] = linked{"@id": status}
	}
	n.refer("actor", partyURNs(e.Actors))
	n.refer("recipient", partyURNs(e.Recipients))
	if e.Association != nil {
		n.refer("association", []string{actorURN(e.Association.ID)})
	}
	n.set("standing", string(e.Standing))
	n.set("instrument", e.Instrument)
	n.set("object", e.Object)
	n.set("register", e.Register)
	n.refer("prov:wasDerivedFrom", claimURNs(c.For))
	n.refer("contradictedBy", claimURNs(c.Against))
	return n
}

func claimNode(h query.Holding) linked {
	c := h.Claim
	n := linked{"@id": claimURN(c.ID), "@type": []string{"schema:Claim", "prov:Entity"}, "schema:text": h.Text, "act": c.Act, "mood": c.Mood,
		"confidence": c.Confidence, "schema:appearance": linked{"@id": reportURN(c.Report)},
		"oa:hasSelector": []linked{
			{"@type": "oa:TextQuoteSelector", "oa:exact": c.Evidence.Text},
			// Offsets are bytes of the text in UTF-8, where the Web Annotation model counts characters.
			{"@type": "ByteSelector", "firstByte": c.Evidence.Start, "endByte": c.Evidence.End},
		}}
	n.set("saidBy", speakers(c.SaidBy))
	if len(h.Judgements) > 0 {
		n["judgements"] = h.Judgements
	}
	return n
}

func reportNode(r chancery.Report) linked {
	n := linked{"@id": reportURN(r.ID), "@type": []string{"schema:NewsArticle", "prov:Entity"}, "schema:identifier": r.ID}
	n.set("schema:headline", r.Title)
	n.set("schema:url", r.URL)
	n.set("knownOn", r.KnownOn().String())
	if r.Published.Start == r.Published.End {
		n.set("schema:datePublished", r.Published.Start.String())
	}
	if r.Publisher != "" {
		n["schema:publisher"] = linked{"@type": "schema:Organization", "schema:name": r.Publisher}
	}
	return n
}

// set leaves empty texts out.
func (n linked) set(name, text string) {
	if text != "" {
		n[name] = text
	}
}

// refer links to other nodes.
func (n linked) refer(name string, ids []string) {
	var nodes []linked
	for _, id := range ids {
		nodes = append(nodes, linked{"@id": id})
	}
	if len(nodes) > 0 {
		n[name] = nodes
	}
}

func claimURN(id string) string  { return "urn:chancery:claim:" + id }
func reportURN(id string) string { return "urn:chancery:report:" + id }

func claimURNs(holdings []query.Holding) []string {
	var ids []string
	for _, h := range holdings {
		ids = append(ids, claimURN(h.Claim.ID))
	}
	return ids
}

// actorURN names an actor. Ids such as "5+5" have signs that a URN wants escaped.
func actorURN(id string) string { return "urn:chancery:actor:" + url.PathEscape(id) }

func partyURNs(side []chancery.Party) []string {
	var ids []string
	for _, p := range side {
		if p.ID != "" {
			ids = append(ids, actorURN(p.ID))
		}
	}
	return ids
}
