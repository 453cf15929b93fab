package codebook

import (
	"slices"
	"strings"

	"chancery"
	"chancery/actors"
	"chancery/english"
)

// party is a participant with what the rules need to know of how it was found.
type party struct {
	chancery.Participant
	mention *actors.Mention
	named   bool // by a name, not by a pronoun or a description
}

// parties lists who token t and the tokens coordinated with it stand for.
func (r *reading) parties(t int, adjectives bool) []party {
	var all []party
	for _, c := range r.conjuncts(t) {
		for _, p := range r.partiesOf(c, adjectives, 0) {
			if !slices.ContainsFunc(all, func(q party) bool { return q.ID == p.ID && q.Person == p.Person && q.ID != "" }) {
				all = append(all, p)
			}
		}
	}
	return all
}

func (r *reading) partiesOf(t int, adjectives bool, depth int) []party {
	if m := r.at(t); m != nil {
		if m.Adjective && !adjectives {
			return nil
		}
		if unplaced(m.Kind, m.IDs, m.Person) {
			if found := r.ofTheirs(t); found != nil {
				return found
			}
		}
		found := r.fromMention(m, t)
		if len(found) == 0 && m.Pronoun {
			found = r.goingOn(t)
		}
		if len(found) == 1 && m.Kind == chancery.KindOffice && m.Person == "" && found[0].ID != "" {
			found[0].Person = r.nameBeside(t) // "the new president of the Maldives, Aminath Shifza,"
		}
		return found
	}
	if found := r.namedBeside(t); found != nil {
		return found
	}
	if found := r.ofTheirs(t); found != nil {
		return found
	}
	if found := r.goingOn(t); found != nil {
		return found
	}
	if depth < 3 && r.book.list("transparent", r.lemma(t)) { // "the heart of Vientiane", "a number of states"
		for _, o := range r.nominal(t, "of") {
			if found := r.partiesOf(o, adjectives, depth+1); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// namedBeside is who stands beside a noun of which the register knows no office: "the head of the Mission, Ingrid
// Aalto,". A name that nothing places serves whose the noun is: "its chief negotiator, Milorad Vukic,".
func (r *reading) namedBeside(t int) []party {
	if r.doc.Tokens[t].POS != english.NOUN {
		return nil
	}
	for _, c := range r.children(t, english.Appos) {
		m := r.at(c)
		if m != nil && m.Person != "" && len(m.IDs) == 1 {
			return r.fromMention(m, c)
		}
		if r.doc.Tokens[c].POS != english.PROPN || m != nil && m.Person == "" {
			continue
		}
		for _, o := range append(r.nominal(t, "possessor"), r.stateModifier(t)...) {
			own := r.at(o)
			if own == nil || len(own.IDs) != 1 || own.Person != "" {
				continue
			}
			found := r.fromMention(own, o)
			for i := range found {
				found[i].Person = r.nounPhrase(c)
			}
			return found
		}
	}
	return nil
}

func (r *reading) fromMention(m *actors.Mention, t int) []party {
	ids, via := m.IDs, m.Via
	if m.Speaker {
		ids, via = r.speakers(m, t)
	}
	base := chancery.Participant{
		Text: r.doc.Text[m.Start:m.End], Start: m.Start, End: m.End,
		Person: m.Person, Office: r.in.Register.OfficeName(m.Office), Organ: m.Organ, Sector: m.Sector, Via: via,
	}
	if a := r.apposed(m.Head); a != nil && m.Person == "" && !m.Plural && len(m.IDs) == 1 && slices.Equal(a.IDs, m.IDs) {
		base.Person = a.Person // "the head of the mission, Ingrid Aalto, praised"
	}
	if len(ids) == 0 {
		switch {
		case m.Pronoun, m.Speaker:
			return nil
		case m.Person != "":
			base.Name = m.Person
		case m.Kind == chancery.KindGeneric && m.Sector != "": // rebels, protesters: whose, nobody says
			base.Name = strings.ToLower(r.doc.Text[r.doc.Tokens[m.First].Start:m.End])
			base.Name = strings.TrimPrefix(strings.TrimPrefix(base.Name, "the "), "a ")
		default:
			return nil
		}
		return []party{{base, m, true}}
	}
	var all []party
	for _, id := range ids {
		p := base
		p.ID, p.Name = id, r.in.Register.Name(id)
		if len(ids) > 1 {
			p.Person = ""
		}
		if p.Sector == "" && m.Kind == chancery.KindState {
			p.Sector = "GOV"
		}
		all = append(all, party{p, m, via == ""})
	}
	return all
}

// speakers says for whom "we", "our President" and "our countries" stand: for whoever speaks there,
// and in "our countries" for the one spoken of as well.
func (r *reading) speakers(m *actors.Mention, t int) (ids []string, via string) {
	chain := r.voices(t)
	if len(chain) == 0 {
		return nil, ""
	}
	own := chain[0].ids()
	if len(own) != 1 {
		return nil, ""
	}
	via = "speaker: " + chain[0].text
	if m.Kind == chancery.KindState && m.Plural && m.Office == "" {
		if other := r.counterpart(own[0], t); other != "" && !r.singleWe(m) {
			return []string{own[0], other}, via + " and " + r.in.Register.Name(other)
		}
	}
	if r.lemma(m.Head) == "we" {
		if group := r.groupBefore(own[0], t); len(group) > 0 {
			return group, via + ", of the group before"
		}
	}
	return own, via
}

// singleWe reports whether a plural first person stands for the speaker's side alone, as "we" and
// "our side" do, unlike "our countries".
func (r *reading) singleWe(m *actors.Mention) bool {
	l := r.lemma(m.Head)
	return l == "we" || l == "our" || l == "us" || l == "side" || l == "i" || l == "my"
}

// groupBefore is the group that "we" goes on speaking of: the subject of the sentence before, said by
// the same speaker, if it is a group that the speaker belongs to.
func (r *reading) groupBefore(own string, t int) []string {
	s := r.doc.Tokens[t].Sentence
	if s == 0 || r.doc.Sentences[s].Paragraph != r.doc.Sentences[s-1].Paragraph {
		return nil
	}
	before := r.doc.Sentences[s-1]
	for i := before.First; i < before.Last; i++ {
		m := r.at(i)
		if m == nil || m.Head != i || !r.inSubject(i) {
			continue
		}
		if m.Speaker && r.lemma(i) == "we" {
			return r.groupBefore(own, i)
		}
		if len(m.IDs) < 2 || !slices.Contains(m.IDs, own) {
			continue
		}
		if chain := r.voices(i); len(chain) > 0 && slices.Contains(chain[0].ids(), own) {
			return m.IDs
		}
	}
	return nil
}

// inSubject reports whether token i is a subject or owns one: "the two countries' approaches".
func (r *reading) inSubject(i int) bool {
	return r.labelled(i, english.Nsubj, english.NsubjPass) ||
		(r.labelled(i, english.NmodPoss) && r.labelled(r.doc.Tokens[i].Head, english.Nsubj, english.NsubjPass))
}

// counterpart is the state that a speaker for own means by the other of "our countries": the one
// named with it as a pair before, else the only other state that the report keeps speaking of.
func (r *reading) counterpart(own string, t int) string {
	for i := len(r.mentions) - 1; i >= 0; i-- {
		m := &r.mentions[i]
		if m.First >= t || len(m.IDs) != 2 || !slices.Contains(m.IDs, own) {
			continue
		}
		if m.IDs[0] == own {
			return m.IDs[1]
		}
		return m.IDs[0]
	}
	return r.dominant(own)
}

// dominant is the state that the report speaks of most, other than the given one, if no third state
// comes near it.
func (r *reading) dominant(except string) string {
	best, second := "", 0
	for id, n := range r.counts {
		if id == except {
			continue
		}
		switch {
		case best == "" || n > r.counts[best] || (n == r.counts[best] && id < best):
			if best != "" {
				second = max(second, r.counts[best])
			}
			best = id
		default:
			second = max(second, n)
		}
	}
	if best == "" || r.counts[best] < 2*second || r.counts[best] < 2 {
		return ""
	}
	return best
}
