package query

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// ofPeople acts are done to people: a state is not arrested, but somebody of it is.
var ofPeople = map[string]bool{"arrest": true, "deport": true, "kill": true, "abduct": true, "torture": true, "mass-violence": true,
	"grant-asylum": true}

// linking words join an object that is no clause to its verb: "agreed on visas", but "agreed to meet".
var linking = map[string]string{"agree": "on", "ready": "for", "warn": "of", "request": "for", "threaten": "with"}

var linked = map[string]bool{"to": true, "that": true, "for": true, "on": true, "of": true, "with": true, "about": true,
	"against": true, "not": true, "over": true, "if": true, "in": true}

func (w Words) fill(t telling) clause {
	g := gloss(t)
	s := slots{words: map[string]string{}, plural: map[string]bool{}}
	people := t.kind == chancery.KindEvent || t.kind == chancery.KindCommitment
	s.words["actor"], s.plural["actor"] = w.partyNames(t.actors, people), len(t.actors) > 1
	s.words["recipient"], s.plural["recipient"] = w.partyNames(t.recipients, people), len(t.recipients) > 1
	if t.association != nil {
		s.words["association"] = w.withArticle(t.association.ID, t.association.Name)
	}
	s.words["standing"] = standingOf(t.standing)
	s.words["instrument"] = instrument(t.instrument)
	s.words["object"] = w.object(t)
	if ofPeople[t.act.ID] && s.words["recipient"] != "" {
		s.words["recipient"] = cmp.Or(trimmed(t.object), "somebody of "+s.words["recipient"])
		t.object = ""
	}
	if t.act.ID == "implement-agreement" && t.instrument == "" && t.object != "" {
		s.words["instrument"] = trimmed(t.object)
	}
	if object := s.words["object"]; strings.Contains(g, "{object} of {recipient}") && s.words["recipient"] != "" {
		if own := w.partyNames(t.recipients, false); strings.HasPrefix(object, own+" ") {
			s.words["object"], s.words["recipient"] = "that "+object, "" // "demanded that Guyana lift the tariff"
		} else if strings.HasPrefix(object, "that ") {
			s.words["recipient"] = ""
		}
	}
	c := fill(g, s)
	if c.plural {
		c.rest = strings.Replace(c.rest, standingOf(t.standing), standingsOf(t.standing), 1)
	}
	if !strings.Contains(g, "{object}") && !strings.Contains(g, "{instrument}") && t.object != "" && t.kind != chancery.KindTie {
		if strings.HasPrefix(t.object, "to ") {
			c.rest = say(c.rest, trimmed(t.object))
		} else if t.kind != chancery.KindCommitment && !(t.kind == chancery.KindPosition && repeats(g, t.object)) && !c.holds(t.object) {
			c.rest = say(c.rest, attached(t))
		}
	}
	return c
}

// attaching words join to acts of praise and blame what they are for.
var attaching = map[string]string{"thank": "for", "praise": "for", "criticize": "for", "condemn": "for", "apologize": "for",
	"congratulate": "on", "condole": "over"}

// attached is an object for which the gloss has no place: "thanked Kenya for its patience".
func attached(t telling) string {
	object := trimmed(t.object)
	link := attaching[t.act.ID]
	if link == "" {
		return "(" + object + ")"
	}
	if len(t.recipients) == 0 && (t.act.ID == "praise" || t.act.ID == "criticize" || t.act.ID == "condemn") {
		return object // a thing is praised itself
	}
	first, _, _ := strings.Cut(object, " ")
	if linked[strings.ToLower(first)] {
		return object
	}
	return link + " " + object
}

// listed reports whether the object stands in a list after "to:".
func listed(c chancery.Claim) bool {
	before, _, found := strings.Cut(c.Evidence.Text, trimmed(c.Object))
	return found && c.Object != "" && strings.Contains(before, " to:")
}

// repeats reports whether the object only says again what the gloss says: relations wanted, and
// "developing relations".
func repeats(gloss, object string) bool {
	for _, word := range strings.Fields(strings.ToLower(trimmed(object))) {
		if len(word) > 4 && slices.Contains(strings.Fields(gloss), word) {
			return true
		}
	}
	return false
}

// object gives the object in the report's words, or whom the act is about where there is none.
func (w Words) object(t telling) string {
	object := trimmed(t.object)
	if object == "" {
		g := gloss(t)
		if strings.Contains(g, "{object}") && !strings.Contains(g, "{recipient}") {
			if len(t.recipients) > 0 {
				return w.partyNames(t.recipients, false)
			}
			if t.association != nil {
				return w.withArticle(t.association.ID, t.association.Name)
			}
			return "something that is not named"
		}
		return ""
	}
	if t.act.ID == "share-views" && repeats(gloss(t), object) {
		_, subject, _ := strings.Cut(object, " on ")
		return subject // "share their views" says nothing, "share their views on trade" does
	}
	if t.act.ID == "publish" && strings.ToUpper(object[:1]) == object[:1] && !strings.HasPrefix(object, "A") && !strings.HasPrefix(object, "The ") {
		return "“" + object + "”" // a title
	}
	if t.infinitive && !strings.HasPrefix(object, "to ") {
		return "to " + object
	}
	if link := linking[t.act.ID]; link != "" {
		first, _, _ := strings.Cut(object, " ")
		if !linked[strings.ToLower(first)] {
			return link + " " + object
		}
	}
	return object
}
