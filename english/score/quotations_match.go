package score

import (
	"strings"

	"chancery/english"
)

// Polnear scores a reader's attributions on a compartment of PolNeAR. An attribution that was found
// is right if
//
//   - its source head lies in the marked source, or neither names a source;
//   - its content head lies in the marked content; and
//   - the head of the marked content lies in its content.
//
// The head of a marked stretch is its first word, in the reader's own tree, whose head lies outside.
// Each marked attribution takes at most one that was found, and the other way round. Cues are not
// compared. Articles marked by several people are scored against each of them.
//
// In PolNeAR no token takes part in two attributions, so of nested ones only the outer is marked. What
// is found with its cue inside marked content can neither be right nor wrong: unless it matches, it is
// tokenSet aside and counted in the row "nested, set aside" only. The same goes for what the annotators were
// told to pass over.
//
// The rows of manners and classes go by the marked attribution where one was matched or missed, and
// by the found one otherwise; the class of a missed one is that of its cue in the reader's list.
func Polnear(reader english.Reader, folder string) (Table, error) {
	articles, err := ReadPolnear(folder)
	if err != nil {
		return Table{}, err
	}
	s := polnearScore{rows: map[string]*Tally{}, wrong: confusions{}}
	var d *english.Document
	for i := range articles {
		if d == nil || d.Text != articles[i].Text {
			d = reader.Read(articles[i].Text)
		}
		s.article(d, &articles[i])
	}
	t := Table{Title: "attributions", Confusions: s.wrong.most(40)}
	for _, name := range s.order {
		t.Rows = append(t.Rows, Row{name, *s.rows[name]})
	}
	return t, nil
}

// polnearScore gathers the rows in the order in which they first come up.
type polnearScore struct {
	rows  map[string]*Tally
	order []string
	wrong confusions
}

func (s *polnearScore) row(name string) *Tally {
	t := s.rows[name]
	if t == nil {
		t = &Tally{}
		s.rows[name] = t
		s.order = append(s.order, name)
	}
	return t
}

// polnearMark is a marked attribution in tokens.
type polnearMark struct {
	source, content map[int]bool
	contentHead     int
	cueHead         int
	taken           bool
}

func (s *polnearScore) article(d *english.Document, a *PolnearArticle) {
	var marks []polnearMark
	inside := map[int]bool{} // tokens of marked content, or passed over
	for _, g := range a.Attributions {
		source, content := tokensOf(d, g.Source), tokensOf(d, g.Content)
		m := polnearMark{source: tokenSet(source), content: tokenSet(content), contentHead: spanHead(d, content), cueHead: spanHead(d, tokensOf(d, g.Cue))}
		if m.contentHead < 0 {
			continue
		}
		for t := range m.content {
			inside[t] = true
		}
		marks = append(marks, m)
	}
	for _, t := range tokensOf(d, a.Discarded) {
		inside[t] = true
	}
	all := s.row("all")
	for i := range d.Attributions {
		found := &d.Attributions[i]
		if m := match(marks, found); m != nil {
			m.taken = true
			for _, t := range []*Tally{all, s.row(mannerOf(d, m)), s.row("class " + found.Class.String())} {
				t.Add(true, true)
			}
			continue
		}
		place := found.CueHead
		if place < 0 {
			place = found.ContentHead
		}
		if inside[place] {
			s.row("nested, set aside").Add(true, false)
			continue
		}
		for _, t := range []*Tally{all, s.row(found.Manner.String()), s.row("class " + found.Class.String())} {
			t.Add(true, false)
		}
		s.wrong.add("", cueName(d, found.CueHead))
	}
	for i := range marks {
		if m := &marks[i]; !m.taken {
			for _, t := range []*Tally{all, s.row(mannerOf(d, m)), s.row("class " + classOf(d, m.cueHead))} {
				t.Add(false, true)
			}
			s.wrong.add(cueName(d, m.cueHead), "")
		}
	}
}

func match(marks []polnearMark, found *english.Attribution) *polnearMark {
	for i := range marks {
		m := &marks[i]
		if m.taken || !m.content[found.ContentHead] || !found.Holds(m.contentHead) {
			continue
		}
		if found.SourceHead < 0 && len(m.source) == 0 || m.source[found.SourceHead] {
			return m
		}
	}
	return nil
}

func tokenSet(tokens []int) map[int]bool {
	out := map[int]bool{}
	for _, t := range tokens {
		out[t] = true
	}
	return out
}

// mannerOf tells direct from indirect marked content by what stands in quotation marks.
func mannerOf(d *english.Document, m *polnearMark) string {
	in, out := 0, 0
	for t := range m.content {
		if d.Tokens[t].POS == english.PUNCT {
			continue
		}
		quoted := false
		for _, q := range d.Quotations {
			quoted = quoted || t >= q.First && t < q.Last
		}
		if quoted {
			in++
		} else {
			out++
		}
	}
	switch {
	case in == 0:
		return english.Indirect.String()
	case out == 0:
		return english.Direct.String()
	}
	return english.Mixed.String()
}

func classOf(d *english.Document, cue int) string {
	if cue < 0 {
		return english.NoCueClass.String()
	}
	if c := english.CueClassOf(&d.Tokens[cue]); c != english.NoCueClass {
		return c.String()
	}
	return "of no cue listed"
}

func cueName(d *english.Document, cue int) string {
	if cue < 0 {
		return "no cue"
	}
	return strings.ToLower(d.Tokens[cue].Lemma) + " " + d.Tokens[cue].POS.String()
}
