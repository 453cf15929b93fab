package english

// speakers finds who says each quotation. It may be swapped for what another reader of attributions
// finds: r.speaker holds a mention, or None, for each quotation.
func (r *resolver) speakers() {
	for q := range r.d.Quotations {
		r.speaker = append(r.speaker, r.speakerOf(q))
	}
}

// speakerOf is the subject of the verb of saying beside a quotation; a quotation that begins its
// sentence without one goes on with the speaker of the one before it in the paragraph.
func (r *resolver) speakerOf(q int) int {
	quotation := &r.d.Quotations[q]
	first, last := r.d.Tokens[quotation.First].Sentence, r.d.Tokens[quotation.Last-1].Sentence
	if s := r.sayerAfter(quotation.Last, r.d.Sentences[last].Last); s != None {
		return s
	}
	begin := r.d.Sentences[first].First
	if s := r.sayerBefore(begin, quotation.First); s != None {
		return s
	}
	if q == 0 || quotation.First > begin+1 {
		return None
	}
	before := &r.d.Quotations[q-1]
	if r.speaker[q-1] != None && r.d.Tokens[before.Last-1].Sentence >= first-1 &&
		r.d.Sentences[r.d.Tokens[before.First].Sentence].Paragraph == r.d.Sentences[first].Paragraph {
		return r.speaker[q-1]
	}
	return None
}

// sayerAfter is the subject of the first verb of saying behind a quotation, before the next one.
func (r *resolver) sayerAfter(from, to int) int {
	for i := from; i < to; i++ {
		if r.quoted[i] > 0 {
			break
		}
		t := &r.d.Tokens[i]
		if t.POS == VERB && saying(t.Lemma) {
			return r.sayer(i)
		}
		if t.Lemma == "accord" && i+2 < to {
			return r.accordingTo(i, to)
		}
	}
	return None
}

// sayerBefore is the subject of the last verb of saying before a quotation in its sentence.
func (r *resolver) sayerBefore(from, to int) int {
	for i := to - 1; i >= from; i-- {
		t := &r.d.Tokens[i]
		if r.quoted[i] > 0 {
			continue
		}
		if t.POS == VERB && (saying(t.Lemma) || t.Lemma == "call" || t.Lemma == "describe" || t.Lemma == "ask") {
			return r.sayer(i)
		}
		if t.Lemma == "accord" && i+2 < to {
			return r.accordingTo(i, to)
		}
	}
	return None
}

func (r *resolver) accordingTo(i, to int) int {
	for k := i + 2; k < min(to, i+8); k++ {
		if r.at[k] >= 0 && r.d.Tokens[k].Sentence == r.d.Tokens[i].Sentence && r.mentions[r.at[k]].First <= i+2 {
			return int(r.at[k])
		}
	}
	return None
}

// sayer is the subject of a verb, or of the verb that it is joined to, outside quotations.
func (r *resolver) sayer(v int) int {
	for n := 0; n < 4; n++ {
		for _, c := range r.d.Children(v) {
			if l := r.d.Tokens[c].Label; l == Nsubj && r.at[c] >= 0 && r.quoted[c] == 0 {
				return int(r.at[c])
			}
		}
		t := &r.d.Tokens[v]
		if t.Head == Root || t.Label != Conj && t.Label != Xcomp && t.Label != Advcl {
			return None
		}
		v = t.Head
	}
	return None
}

// firstPersons joins "I" and "my" with the speaker of their quotation, and with each other where the
// voice is the same; "we" is joined inside one quotation only.
func (r *resolver) firstPersons() {
	lastI, lastWe := -1, -1 // outside quotations
	dialogue := r.dialogue()
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind != PronounMention || m.Person != 1 {
			continue
		}
		q := int(r.quoted[m.Head]) - 1
		if q < 0 {
			if m.Number == Singular {
				if lastI >= 0 && (!dialogue || r.paragraph(lastI) == r.paragraph(i)) {
					r.join(lastI, i)
				}
				lastI = i
			} else {
				if lastWe >= 0 && r.marks[i].sentence-r.marks[lastWe].sentence <= 1 && (!dialogue || r.paragraph(lastWe) == r.paragraph(i)) {
					r.join(lastWe, i)
				}
				lastWe = i
			}
			continue
		}
		s := r.speaker[q]
		m.Speaker = s
		if m.Number == Singular && s != None && r.mentions[r.root(s)].Number != Plural {
			r.join(s, i)
			continue
		}
		for c := i - 1; c >= 0 && r.quoted[r.mentions[c].Head] == int32(q+1); c-- {
			if b := &r.mentions[c]; b.Kind == PronounMention && b.Person == 1 && b.Number == m.Number {
				r.join(c, i)
				break
			}
		}
	}
}

func (r *resolver) paragraph(i int) int { return r.d.Sentences[r.marks[i].sentence].Paragraph }

// fewestTurns is how many questions or speakers' names at the heads of paragraphs make a dialogue.
const fewestTurns = 3

// dialogue reports whether several people speak by turns, as in an interview: "I" is then one of them
// in each paragraph.
func (r *resolver) dialogue() bool {
	turns := 0
	for k := range r.d.Sentences {
		s := &r.d.Sentences[k]
		if k+1 == len(r.d.Sentences) || r.d.Sentences[k+1].Paragraph != s.Paragraph {
			if r.d.Word(s.Last-1) == "?" {
				turns++
			}
		}
		if k == 0 || r.d.Sentences[k-1].Paragraph != s.Paragraph {
			for i := s.First + 1; i < min(s.Last, s.First+5); i++ {
				if r.d.Word(i) == ":" {
					turns++
				}
			}
		}
	}
	return turns >= fewestTurns
}
