package ledger

import (
	"cmp"
	"strings"

	"chancery"
)

// quotes makes an entry of every quotation, so that a dossier finds a speaker's words as it finds
// anything else. The same words of the same speaker in several reports are one. A quotation never
// joins an entry of another kind: what was meant by it is for other claims to say.
func (g *gathered) quotes() []*group {
	byKey := map[string]*group{}
	var groups []*group
	for _, it := range g.byKind[chancery.KindQuote] {
		words := strings.Join(split(cmp.Or(it.claim.Object, it.claim.Evidence.Text)), " ")
		var speakers []string
		for _, p := range it.claim.Actor {
			speakers = append(speakers, p.ID, lastWord(cmp.Or(p.Person, p.Name, p.Text)))
		}
		key := strings.Join(speakers, ",") + "|" + words
		group := byKey[key]
		if group == nil {
			group = newQuote(it, append(speakers, words))
			byKey[key] = group
			groups = append(groups, group)
		}
		group.add(it, moodState(it.claim.Mood))
	}
	return groups
}

func newQuote(it *item, key []string) *group {
	return &group{kind: chancery.KindQuote, act: it.claim.Act, key: key}
}

func lastWord(s string) string {
	words := strings.Fields(strings.ToLower(s))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
