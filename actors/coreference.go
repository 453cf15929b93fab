package actors

import (
	"slices"

	"chancery"
	"chancery/english"
)

// readAntecedent gives a pronoun that no rule of this room resolves what the document's coreference found, where
// that is an actor of the right kind. It sees the names and descriptions of persons and things that are no
// actors, and so knows when a pronoun stands for one of those.
func (rd *reading) readAntecedent(i int, f *found) {
	m := rd.mentionAt(f.First)
	if m == nil || rd.expletive(f) || rd.doc.Tokens[f.First].Tag == "PRP$" {
		return // "thanked Fiji for its support": whose, grammar does not say
	}
	for a := m.Antecedent; a != english.None; a = rd.doc.Mentions[a].Antecedent {
		before := &rd.doc.Mentions[a]
		if before.Kind == english.PronounMention {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			if from := &rd.found[k]; from.First <= before.Head && before.Head < from.Last {
				if from.Head == before.Head && rd.fitsPronoun(f, from) && !rd.isBarred(i, f, from) {
					rd.take(f, from)
				}
				break
			}
		}
		return
	}
}

// mentionAt is the document's mention whose head is the token, or nil.
func (rd *reading) mentionAt(token int) *english.Mention {
	i, ok := slices.BinarySearchFunc(rd.doc.Mentions, token, func(m english.Mention, t int) int { return m.Head - t })
	if !ok {
		return nil
	}
	return &rd.doc.Mentions[i]
}

// fitsPronoun reports whether an actor may be called so.
func (rd *reading) fitsPronoun(f, from *found) bool {
	if from.Adjective || from.Place || from.Speaker || from.Pronoun || len(from.IDs) == 0 || !rd.audible(f, from) {
		return false
	}
	switch f.wish.kind {
	case wishIt:
		return len(from.IDs) == 1 && !from.Plural && from.Person == "" && from.Office == "" && from.Kind != chancery.KindPerson
	case wishThey:
		return from.Plural
	}
	return false
}
