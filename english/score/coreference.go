package score

import (
	"fmt"
	"slices"
	"strings"

	"chancery/english"
	"chancery/english/internal/gum"
)

// PresplitReader reads texts that were cut into sentences and words before.
type PresplitReader interface {
	ReadSentences(sentences [][]string) *english.Document
}

// Coreference compares the antecedents that a reader finds with those in a GUM file,
// in the texts of the genres ("news", "speech"; none: all). Sentences and words are the file's, tags
// and trees the reader's.
//
// Counted are the links in which the mention or its antecedent is a person, a place or an organisation.
// A link is right if its mention and its antecedent are both mentions of one group in the file; links
// of what the file does not mark are wrong, but for relative pronouns, which it never marks. There to be
// found is every mention of a group but its first.
func Coreference(reader PresplitReader, path string, genres ...string) (Table, error) {
	f, err := Open(path)
	if err != nil {
		return Table{}, err
	}
	defer f.Close()
	docs, err := gum.Parse(f)
	if err != nil {
		return Table{}, fmt.Errorf("%s: %w", path, err)
	}
	docs = slices.DeleteFunc(docs, func(d gum.Document) bool { return len(genres) > 0 && !slices.Contains(genres, d.Genre) })
	t := coreferenceOf(reader, docs, 20)
	t.Title = strings.TrimSpace("coreference " + strings.Join(genres, " "))
	return t, nil
}

// coreferenceOf scores documents and shows the most frequent errors.
func coreferenceOf(reader PresplitReader, docs []gum.Document, errors int) Table {
	c := coreference{tallies: map[string]*Tally{}, confusions: confusions{}}
	for k := range docs {
		c.document(reader, &docs[k])
	}
	t := Table{Confusions: c.confusions.most(errors)}
	for _, name := range coreferenceRows {
		if tally := c.tallies[name]; tally != nil {
			t.Rows = append(t.Rows, Row{name, *tally})
		}
	}
	return t
}

// coreferenceRows are the rows of the table; "all" is all but first and second persons.
var coreferenceRows = []string{"all", "names", "nominals", "he, she", "it", "they", "first persons", "second persons", "several"}

type coreference struct {
	tallies    map[string]*Tally
	confusions confusions
	gold       *gum.Document
	at         map[int]*gum.Entity // by each token of the core; the smallest mention wins
	several    []*gum.Entity
}

func (c *coreference) tally(name string) *Tally {
	if c.tallies[name] == nil {
		c.tallies[name] = &Tally{}
	}
	return c.tallies[name]
}

func (c *coreference) document(reader PresplitReader, gold *gum.Document) {
	c.gold, c.at, c.several = gold, map[int]*gum.Entity{}, nil
	seen := map[string]bool{}
	found := reader.ReadSentences(gold.Sentences)
	for k := range gold.Entities {
		e := &gold.Entities[k]
		if e.Several {
			c.several = append(c.several, e)
			continue
		}
		for _, t := range e.Core {
			if b := c.at[t]; b == nil || e.Last-e.First < b.Last-b.First {
				c.at[t] = e
			}
		}
	}
	for k := range gold.Entities {
		if e := &gold.Entities[k]; c.at[e.Head] == e && actors(e) {
			if seen[e.Group] {
				c.count(c.kind(e.Head), false, true)
			}
			seen[e.Group] = true
		}
	}
	for i := range found.Mentions {
		c.mention(found, i)
	}
}

// actors reports whether a mention is of the sorts that count.
func actors(e *gum.Entity) bool {
	return e.Sort == "person" || e.Sort == "place" || e.Sort == "organization"
}

// count adds to the row of the kind and to "all".
func (c *coreference) count(kind string, hit, gold bool) {
	add := func(t *Tally) {
		if gold {
			t.Gold++
			return
		}
		t.Found++
		if hit {
			t.Hits++
		}
	}
	add(c.tally(kind))
	switch kind {
	case "first persons", "second persons", "several":
	default:
		add(c.tally("all"))
	}
}

func (c *coreference) kind(token int) string {
	switch strings.ToLower(c.gold.Words[token]) {
	case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves":
		return "first persons"
	case "you", "your", "yours", "yourself", "yourselves":
		return "second persons"
	case "he", "him", "his", "himself", "she", "her", "hers", "herself":
		return "he, she"
	case "it", "its", "itself":
		return "it"
	case "they", "them", "their", "theirs", "themselves":
		return "they"
	}
	if c.gold.POS[token] == "PROPN" {
		return "names"
	}
	return "nominals"
}

func (c *coreference) mention(d *english.Document, i int) {
	m := &d.Mentions[i]
	e := c.at[m.Head]
	if isRelative(d, m) {
		return
	}
	if len(m.Antecedents) > 0 {
		c.plural(d, m, e)
		return
	}
	a := m.Antecedent
	for a >= 0 && isRelative(d, &d.Mentions[a]) {
		a = d.Mentions[a].Antecedent
	}
	if a < 0 {
		return
	}
	b := c.at[d.Mentions[a].Head]
	if !(e != nil && actors(e) || b != nil && actors(b) || e == nil && b == nil && m.Sort != english.OtherSort) {
		return
	}
	hit := e != nil && b != nil && e.Group == b.Group
	c.count(c.kind(m.Head), hit, false)
	if !hit {
		c.wrong(d, m, e, d.Slice(d.Mentions[a].First, d.Mentions[a].Last-1))
	}
}

// wrong notes a wrong link: what the mention should have been joined with, and what it was.
func (c *coreference) wrong(d *english.Document, m *english.Mention, e *gum.Entity, found string) {
	gold := ""
	if e == nil {
		gold = "no mention"
	} else {
		for k := range c.gold.Entities {
			if b := &c.gold.Entities[k]; b.Group == e.Group && b.Head < m.Head {
				gold = strings.Join(c.gold.Words[b.First:b.Last], " ")
			}
		}
	}
	c.confusions.add(gold, fmt.Sprintf("%s: %s, sentence %d: %s <- %s", c.kind(m.Head), c.gold.ID, d.Tokens[m.Head].Sentence+1,
		d.Slice(m.First, m.Last-1), found))
}

// isRelative reports whether a mention is a relative pronoun.
func isRelative(d *english.Document, m *english.Mention) bool {
	if m.Kind != english.PronounMention {
		return false
	}
	switch strings.ToLower(d.Word(m.Head)) {
	case "who", "whom", "whose", "which", "that":
		return true
	}
	return false
}

// plural counts a mention that stands for several together. It is right if the file has an enumeration
// of its group that holds them all, or says that the group is theirs together.
func (c *coreference) plural(d *english.Document, m *english.Mention, e *gum.Entity) {
	hit := false
	if e != nil {
		for _, s := range c.several {
			hit = hit || s.Group == e.Group && c.holds(d, m, s)
		}
		parts := c.gold.Splits[e.Group]
		together := len(parts) == len(m.Antecedents)
		for _, a := range m.Antecedents {
			b := c.at[d.Mentions[a].Head]
			together = together && b != nil && slices.Contains(parts, b.Group)
		}
		hit = hit || together
	}
	c.count("several", hit, false)
	if !hit {
		c.wrong(d, m, e, d.Slice(d.Mentions[m.Antecedents[0]].First, d.Mentions[m.Antecedents[len(m.Antecedents)-1]].Last-1))
	}
}

func (c *coreference) holds(d *english.Document, m *english.Mention, s *gum.Entity) bool {
	for _, a := range m.Antecedents {
		if h := d.Mentions[a].Head; h < s.First || h >= s.Last {
			return false
		}
	}
	return true
}
