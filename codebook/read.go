package codebook

import (
	"slices"
	"sort"
	"strings"

	"chancery"
	"chancery/actors"
	"chancery/calendar"
	"chancery/english"
)

// Names is what the codebook asks of the actors register.
type Names interface {
	Name(id string) string
	OfficeName(id string) string
	Kind(id string) chancery.ActorKind
}

// Input is a report as the rooms before this one leave it.
type Input struct {
	Report   chancery.Report
	Doc      *english.Document // over Report.Text, with the same offsets
	Mentions []actors.Mention
	Times    []calendar.Expression
	Register Names
	// Place says where the phrase of a token lies, where it names a place.
	Place func(token int) (*chancery.Place, bool)
	// Reader is the version that the claims carry.
	Reader string
}

// reading is the state of reading one report.
type reading struct {
	book     *Codebook
	in       Input
	doc      *english.Document
	mentions []actors.Mention
	byToken  []int // token -> 1 + index of the mention that it heads or is part of
	counts   map[string]int
	quoted   []quoted
	drafts   []draft
	taken    map[int]chancery.Kind // nouns that are part of a verb's act, with its kind
	quoteOf  []int                 // token -> 1 + index of the quotation that it stands in
	said     map[int][]saying
	voiced   map[int][]voice // token -> who says it, asked many times over
	items    map[int]bool    // sentences that are items of a list, and read with what introduces it
}

// predication is a frame found in the tree.
type predication struct {
	frame   *frame
	token   int      // the word that carries the act
	carrier int      // the verb that carries a noun's act, or english.Root
	pattern *pattern // that of the frame's which matches, the longest, or nil
	matched matched  // where, if there is one
}

// draft is a claim with what later rules ask about it.
type draft struct {
	claim    chancery.Claim
	token    int
	sentence int
	last     int  // the last sentence of the evidence, where it is not the act's own
	context  bool // a party was taken from the context
	covered  bool // it goes where another draft is made of what it governs
}

// Read makes the claims of a report, in the order of its text.
func (b *Codebook) Read(in Input) []chancery.Claim {
	r := &reading{book: b, in: in, doc: b.repair(in.Doc, in.Mentions), mentions: in.Mentions, counts: map[string]int{}, taken: map[int]chancery.Kind{}, said: map[int][]saying{}, voiced: map[int][]voice{}, items: map[int]bool{}}
	r.indexMentions()
	r.indexQuotations()
	r.resolveQuotations()
	if r.discardedWhole() {
		return nil
	}
	for i, s := range r.doc.Sentences {
		if s.Start >= in.Report.BodyStart && !r.question(s) && !r.items[i] && !r.discarded(s) {
			r.readSentence(s)
		}
	}
	r.readQuotations()
	return r.finish()
}

func (r *reading) indexMentions() {
	r.byToken = make([]int, len(r.doc.Tokens))
	for i, m := range r.mentions {
		for t := m.First; t < m.Last; t++ {
			if r.byToken[t] == 0 {
				r.byToken[t] = i + 1
			}
		}
		r.byToken[m.Head] = i + 1
		if len(m.IDs) > 0 && !m.Pronoun {
			for _, id := range m.IDs {
				if k := r.in.Register.Kind(id); k == chancery.KindState || k == chancery.KindTerritory {
					r.counts[id]++
				}
			}
		}
	}
}

// at is the mention that token t heads or is part of.
func (r *reading) at(t int) *actors.Mention {
	if t < 0 || t >= len(r.byToken) || r.byToken[t] == 0 {
		return nil
	}
	return &r.mentions[r.byToken[t]-1]
}

// readSentence reads the verbs and adjectives of a sentence first, then the nouns that these have not
// taken for a part of their own act: who accepts an invitation does not invite. A noun that is true as
// it stands may say more of another kind: who advances a partnership speaks of one.
func (r *reading) readSentence(s english.Sentence) {
	for t := s.First; t < s.Last; t++ {
		switch r.doc.Tokens[t].POS {
		case english.VERB, english.ADJ, english.ADP:
			r.readToken(t)
		case english.AUX:
			r.readStay(t)
		}
	}
	for t := s.First; t < s.Last; t++ {
		if p := r.doc.Tokens[t].POS; p == english.NOUN || p == english.PROPN || r.standsUnder(t) != "" {
			r.readToken(t)
		}
	}
}

// question reports whether a sentence asks: what is asked is not said.
func (r *reading) question(s english.Sentence) bool {
	text := strings.TrimRight(r.doc.Text[s.Start:s.End], " \t\n\"”’')")
	return strings.HasSuffix(text, "?")
}

// readToken tries every frame of the token's lemma and keeps the claims of the one that fits best, and those of
// one that speaks beside it.
func (r *reading) readToken(t int) {
	frames := r.frames(t)
	r.readBest(t, frames, false)
	r.readBest(t, frames, true)
}

func (r *reading) readBest(t int, frames []*frame, beside bool) {
	var best []draft
	var of predication
	score := 0
	for _, f := range frames {
		if f.beside != beside {
			continue
		}
		p := predication{frame: f, token: t, carrier: english.Root}
		if kind, taken := r.taken[t]; taken && !f.spoken && (!f.bare || f.act.Kind == kind) {
			continue // what was asked or offered was said, whoever took it up
		}
		if !r.triggered(&p) || !r.allowed(&p) {
			continue
		}
		drafts := r.claims(&p)
		if len(drafts) == 0 || beside && drafts[0].claim.Mood != f.mood {
			continue // who was not invited will come all the same, or will not
		}
		if s := fit(f, drafts[0].claim) + 2*p.pattern.length(); s > score {
			best, of, score = drafts, p, s
		}
	}
	if len(best) > 0 && !of.frame.nothing {
		r.take(&of)
		r.drafts = append(r.drafts, best...)
	}
}

// take marks the nouns that a frame asks for by name as part of its act.
func (r *reading) take(p *predication) {
	for _, c := range p.frame.require {
		switch c.slot {
		case "evidence", "governor", "carrier", "present", "negated", "subjunctive", "future", "verb", "modifier", "case":
			continue
		}
		for _, t := range r.fill(p, c.path) {
			if r.phraseHas(t, c.words) {
				r.taken[t] = p.frame.act.Kind
			}
		}
	}
}

// fit ranks frames that read the same word: the one that asks for more, and finds more, knows more.
func fit(f *frame, c chancery.Claim) int {
	s := 1 + 2*len(f.require) + 3*len(f.trigger.other)
	if len(c.Recipient) > 0 {
		s += 2
	}
	if len(c.Actor) > 0 {
		s++
	}
	if c.Association != nil {
		s += 2
	}
	if c.Object != "" || c.Instrument != "" {
		s++
	}
	return s
}

// standsUnder is the preposition of a predicate, "against" in "is against the plan", or "".
func (r *reading) standsUnder(t int) string {
	if r.doc.Child(t, english.Cop) < 0 {
		return ""
	}
	return r.caseOf(t)
}

func (r *reading) frames(t int) []*frame {
	tok := r.doc.Tokens[t]
	if under := r.book.adjs[r.standsUnder(t)]; len(under) > 0 {
		return under
	}
	lemma := r.lemma(t)
	switch tok.POS {
	case english.VERB:
		frames := r.book.verbs[lemma]
		if tok.Tag == "VBN" { // "opposed to", "interested in"
			if adjectives := r.book.adjs[lower(r.doc.Word(t))]; len(adjectives) > 0 {
				frames = append(slices.Clone(frames), adjectives...)
			}
		}
		return frames
	case english.NOUN:
		return r.book.nouns[lemma]
	case english.PROPN:
		if r.at(t) == nil {
			return r.book.nouns[lemma]
		}
	case english.ADJ:
		return r.book.adjs[lemma]
	case english.ADP: // "is due in Cairo", as the tagger may have it
		if r.doc.Child(t, english.Cop) >= 0 {
			return r.book.adjs[lemma]
		}
	}
	return nil
}

// triggered reports whether the frame's words are all there, and finds the verb that carries a noun.
func (r *reading) triggered(p *predication) bool {
	for _, w := range p.frame.trigger.other {
		if !r.accompanied(p.token, w, p.frame.trigger.pos) {
			return false
		}
	}
	switch p.frame.trigger.pos {
	case 'v':
		return !r.labelled(p.token, english.Amod, english.Compound)
	case 'a':
		return !r.labelled(p.token, english.Amod)
	}
	p.carrier = r.carrier(p)
	if len(p.frame.predicate) > 0 {
		h := r.doc.Tokens[p.token].Head
		return h != english.Root && r.labelled(p.token, english.Nsubj) && p.frame.predicate[r.lemma(h)]
	}
	if p.frame.copula {
		h := r.doc.Tokens[p.token].Head
		return r.doc.Child(p.token, english.Cop) >= 0 || r.asideOn(p.token) >= 0 ||
			(h != english.Root && r.labelled(p.token, english.Xcomp) && r.lemma(h) == "remain")
	}
	return true
}

// asideOn is the head of the name beside which noun n stands between commas and says what it is: "Peru, a member
// of the Community". It is -1 where there is none.
func (r *reading) asideOn(n int) int {
	h := r.doc.Tokens[n].Head
	if !r.labelled(n, english.Appos) && !r.bothAside(n) || h > n || r.at(h) == nil || r.at(n) == r.at(h) {
		return -1
	}
	return h
}

// accompanied reports whether word w stands with the token: a particle or object of a verb, a word
// before a noun, or after it under a preposition.
func (r *reading) accompanied(t int, w string, pos byte) bool {
	for _, c := range r.doc.Children(t) {
		if r.lemma(c) == w || (pos == 'v' && lower(r.doc.Word(c)) == w) {
			return true
		}
		for _, cc := range r.doc.Children(c) {
			if pos == 'n' && (r.lemma(cc) == w) {
				return true
			}
		}
	}
	return false
}

// carrier is the verb that carries a noun's act: a light verb of the frame, a verb of taking place,
// or one that says what became of it ("postponed its visit").
func (r *reading) carrier(p *predication) int {
	n := p.token
	for d := 0; d < maxClimb && r.labelled(n, english.Conj) && r.doc.Tokens[r.doc.Tokens[n].Head].POS == english.NOUN; d++ {
		n = r.doc.Tokens[n].Head // "affirmed its condemnation of the attack and its support for the talks"
	}
	h := r.doc.Tokens[n].Head
	if h == english.Root || r.doc.Tokens[h].POS != english.VERB {
		return english.Root
	}
	lemma := r.lemma(h)
	e := r.effectOf(h)
	switch {
	case r.labelled(n, english.Obj, english.NsubjPass):
		if p.frame.light[lemma] || (e.complement != "" && r.book.list("own-act", r.withParticle(h))) {
			return h
		}
	case r.labelled(n, english.Nsubj):
		if r.book.list("happening", lemma) {
			return h
		}
	case r.labelled(n, english.Obl):
		if p.frame.light[lemma] {
			switch r.caseOf(n) {
			case "on", "in", "for", "into":
				return h
			}
		}
	}
	return english.Root
}

// withParticle is the lemma of a verb with the particle that makes another word of it: "put off".
func (r *reading) withParticle(v int) string {
	if k := r.doc.Child(v, english.CompoundPrt); k >= 0 {
		return r.lemma(v) + " " + r.lemma(k)
	}
	return r.lemma(v)
}

// allowed checks what the frame requires and forbids.
func (r *reading) allowed(p *predication) bool {
	for _, pattern := range p.frame.patterns {
		if pattern.length() > p.pattern.length() {
			if m, ok := r.matches(pattern, p.token); ok {
				p.pattern, p.matched = pattern, m
			}
		}
	}
	if len(p.frame.patterns) > 0 && p.pattern == nil {
		return false
	}
	for _, c := range p.frame.require {
		if !r.holds(p, c) {
			return false
		}
	}
	for _, c := range p.frame.forbid {
		if r.holds(p, c) {
			return false
		}
	}
	return true
}

func (r *reading) holds(p *predication, c condition) bool {
	switch c.slot {
	case "evidence":
		return r.sentenceHas(p.token, c.words)
	case "governor":
		return r.governorIs(p, c.words)
	case "carrier":
		return p.carrier != english.Root && r.listed(r.lemma(p.carrier), c.words)
	case "present":
		return slices.ContainsFunc(c.words, func(w string) bool { return len(r.fill(p, strings.Split(w, "."))) > 0 })
	case "negated":
		return slices.ContainsFunc(r.fill(p, slot{c.words[0]}), func(t int) bool {
			d := r.doc.Child(t, english.DetLabel)
			return d >= 0 && r.lemma(d) == "no"
		})
	case "future":
		return slices.ContainsFunc(r.fill(p, slot{c.words[0]}), r.toCome)
	case "subjunctive":
		return slices.ContainsFunc(r.fill(p, slot{c.words[0]}), r.urged)
	case "verb":
		return r.listed(r.lemma(p.token), c.words)
	case "case":
		return r.listed(r.caseOf(p.token), c.words)
	case "modifier":
		for _, k := range r.doc.Children(p.token) {
			if k < p.token && r.listed(r.lemma(k), c.words) {
				return true
			}
		}
		return false
	}
	for _, t := range r.fill(p, c.path) {
		for _, k := range r.conjuncts(t) {
			if slices.Contains(c.words, "@association") && r.isAssociation(k) {
				return true
			}
			if r.phraseHas(k, c.words) || r.standsForOne(k, c.words) {
				return true
			}
		}
	}
	return false
}

// standsForOne reports whether a pronoun stands for one of the words, or a measure has one: "signed it", "a round of
// talks".
func (r *reading) standsForOne(t int, words []string) bool {
	if r.book.list("measure", r.lemma(t)) {
		return slices.ContainsFunc(r.nominal(t, "of"), func(o int) bool { return r.phraseHas(o, words) })
	}
	a := r.standsFor(t)
	return a >= 0 && r.phraseHas(a, words)
}

// standsFor is the noun that a pronoun of the third person stands for, or -1.
func (r *reading) standsFor(t int) int {
	if r.doc.Tokens[t].Tag != "PRP" {
		return -1
	}
	i, found := slices.BinarySearchFunc(r.doc.Mentions, t, func(m english.Mention, t int) int { return m.Head - t })
	if !found {
		return -1
	}
	for a := r.doc.Mentions[i].Antecedent; a != english.None; a = r.doc.Mentions[a].Antecedent {
		if m := &r.doc.Mentions[a]; m.Kind != english.PronounMention {
			return m.Head
		}
	}
	return -1
}

func (r *reading) listed(lemma string, words []string) bool {
	for _, w := range words {
		if w == lemma || (w[0] == '@' && r.book.list(w[1:], lemma)) {
			return true
		}
	}
	return false
}

func (r *reading) isAssociation(t int) bool {
	m := r.at(t)
	return m != nil && len(m.IDs) == 1 && r.in.Register.Kind(m.IDs[0]) == chancery.KindAssociation
}

// sentenceHas looks for the words in the clause of the token: its sentence, outside other quotations.
func (r *reading) sentenceHas(t int, words []string) bool {
	s := r.doc.Sentences[r.doc.Tokens[t].Sentence]
	for i := s.First; i < s.Last; i++ {
		if r.doc.Tokens[i].POS != english.PUNCT && (r.listed(r.lemma(i), words) || r.phraseHas(i, words)) {
			return true
		}
	}
	return false
}

// governorIs reports whether a word above the predicate, without leaving its infinitives and
// coordinations, is listed: "wants to establish", "desire to establish".
func (r *reading) governorIs(p *predication, words []string) bool {
	v := p.token
	for n := 0; n < maxClimb; n++ {
		g, how := r.governor(v)
		if how != governed {
			return false
		}
		if r.listed(r.lemma(g), words) {
			return true
		}
		v = g
	}
	return false
}

// finish sorts the drafts, drops doubles and gives the claims their ids.
func (r *reading) finish() []chancery.Claim {
	sort.SliceStable(r.drafts, func(i, j int) bool {
		a, b := r.drafts[i], r.drafts[j]
		if a.token != b.token {
			return a.token < b.token
		}
		return a.claim.Act < b.claim.Act
	})
	seen := map[string]bool{}
	var claims []chancery.Claim
	for _, d := range r.drafts {
		if d.covered && r.covers(d) {
			continue
		}
		d.claim.Identify()
		if !seen[d.claim.ID] && !toldTwice(claims, d.claim) {
			seen[d.claim.ID] = true
			claims = append(claims, d.claim)
		}
	}
	return claims
}

// covers reports whether an act that the draft's word governs is itself told as denied: "does not plan to sign",
// "denied having signed" say no more.
func (r *reading) covers(d draft) bool {
	for _, inner := range r.drafts {
		if inner.token == d.token || inner.claim.Mood != chancery.MoodDenied || inner.claim.Kind == chancery.KindQuote || inner.sentence != d.sentence {
			continue
		}
		for v, n := inner.token, 0; n < maxClimb; n++ {
			g, how := r.governor(v)
			if how == governedNot {
				break
			}
			if g == d.token {
				return true
			}
			v = g
		}
	}
	return false
}

// toldTwice reports whether one of the claims says the same of the same passage in other words: "arrived in
// Dakar for a visit to Senegal" tells of one visit.
func toldTwice(claims []chancery.Claim, c chancery.Claim) bool {
	for i := len(claims) - 1; i >= 0 && claims[i].Evidence.End >= c.Evidence.Start; i-- {
		o := &claims[i]
		if o.Act == c.Act && o.Mood == c.Mood && o.Evidence == c.Evidence && o.Kind != chancery.KindQuote && o.Instrument == c.Instrument && o.Object == c.Object &&
			(o.Association == nil) == (c.Association == nil) && (c.Association == nil || o.Association.ID == c.Association.ID && o.Standing == c.Standing) &&
			sameActors(o.Actor, c.Actor) && sameActors(o.Recipient, c.Recipient) && (o.When == c.When || c.When.Basis == chancery.BasisReport || o.When.Start == c.When.Start) {
			return true
		}
	}
	return false
}

// sameActors reports whether two sides name the same actors, in whatever words.
func sameActors(a, b []chancery.Participant) bool {
	return slices.EqualFunc(a, b, func(x, y chancery.Participant) bool {
		return x.ID == y.ID && (x.Person == y.Person || x.Person == "" || y.Person == "")
	})
}
