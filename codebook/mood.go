package codebook

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"chancery"
	"chancery/english"
)

// effect is what a word does to the act that it governs.
type effect struct {
	complement  chancery.Mood // an infinitive, a gerund, an object
	clause      chancery.Mood // a full clause
	modifier    chancery.Mood
	preposition chancery.Mood
	adverb      chancery.Mood // beside the verb
	mark        chancery.Mood // opens the clause of a gerund: "without signing"
	same        bool          // leaves the act as real as the word itself
}

// moodSame marks, in the data file, the words that change nothing.
const moodSame = "same"

func (b *Codebook) loadMoods(files fs.FS) error {
	var file struct {
		Complement, Clause, Modifier, Preposition, Adverb, Mark map[string][]string
	}
	if err := decode(files, "moods.toml", &file); err != nil {
		return fmt.Errorf("codebook: moods.toml: %w", err)
	}
	known := map[string]bool{moodSame: true}
	for _, m := range chancery.Moods {
		known[string(m)] = true
	}
	b.moods = map[string]effect{}
	for section, lists := range map[string]map[string][]string{
		"complement": file.Complement, "clause": file.Clause, "modifier": file.Modifier, "preposition": file.Preposition,
		"adverb": file.Adverb, "mark": file.Mark,
	} {
		for mood, lemmas := range lists {
			if !known[mood] {
				return fmt.Errorf("codebook: moods.toml: %s.%s is no mood", section, mood)
			}
			for _, lemma := range lemmas {
				e := b.moods[lemma]
				switch {
				case mood == moodSame:
					e.same = true
				case section == "complement":
					e.complement = chancery.Mood(mood)
				case section == "clause":
					e.clause = chancery.Mood(mood)
				case section == "modifier":
					e.modifier = chancery.Mood(mood)
				case section == "adverb":
					e.adverb = chancery.Mood(mood)
				case section == "mark":
					e.mark = chancery.Mood(mood)
				default:
					e.preposition = chancery.Mood(mood)
				}
				b.moods[lemma] = e
			}
		}
	}
	return nil
}

// effectOf is what a word does to the act that it governs, with its particle where that makes another word of
// it: what is "called" may be demanded, what is "called off" is cancelled.
func (r *reading) effectOf(i int) effect {
	if particle := r.doc.Child(i, english.CompoundPrt); particle >= 0 {
		if e, ok := r.book.moods[r.lemma(i)+" "+r.lemma(particle)]; ok {
			return e
		}
	}
	return r.book.moods[r.doc.Tokens[i].Lemma]
}

// mood says how the sentence puts the act that the predicate p carries; ok is false where it leaves
// it open whether anything happened at all, and the claim had better not be made.
func (r *reading) mood(p *predication) (mood chancery.Mood, ok bool) {
	mood, ok = r.plainMood(p)
	if mood == chancery.MoodDenied && p.frame.act.ID == "hold-standing" && r.noLonger(p) {
		return chancery.MoodEnded, ok
	}
	return mood, ok
}

// noLonger reports whether what is denied of a standing is that it lasts.
func (r *reading) noLonger(p *predication) bool {
	for _, v := range []int{p.token, p.carrier} {
		if v == english.Root {
			continue
		}
		for _, c := range r.doc.Children(v) {
			if l := r.lemma(c); (l == "longer" || l == "long") && c > 0 && r.lemma(c-1) == "no" {
				return true
			}
		}
	}
	return false
}

// plainMood is the mood that the words around the act give it.
func (r *reading) plainMood(p *predication) (mood chancery.Mood, ok bool) {
	switch {
	case p.frame.asksNo():
		return p.frame.mood, true // "share no disagreements": the wording has its own "no"
	case p.frame.spoken:
		return chancery.MoodOccurred, r.uttered(p.token)
	case p.frame.age:
		return chancery.MoodOccurred, true // "should mark 50 years of relations": they have lasted so long
	}
	if r.stay(p.token) {
		return r.stayMood(p.token)
	}
	switch p.frame.trigger.pos {
	case 'n':
		switch {
		case len(p.frame.predicate) > 0:
			return r.verbMood(r.doc.Tokens[p.token].Head)
		case p.frame.copula:
			return r.verbMood(r.predicateOf(p.token))
		case p.carrier != english.Root:
			return r.carriedMood(p)
		}
		mood, ok := r.nounMood(p.token)
		if !ok && p.frame.bare && !r.onlyBecoming(p.token) {
			return chancery.MoodOccurred, true
		}
		if p.frame.bare && p.frame.act.Kind == chancery.KindStanding && !mood.Real() {
			return "", false // "supports Peru's membership": whether it is a member is not told
		}
		return mood, ok
	}
	mood, ok = r.verbMood(p.token)
	if g, how := r.governor(p.token); p.frame.act.Kind == chancery.KindPosition && mood == chancery.MoodPlanned &&
		how == governed && r.book.list("stance", r.lemma(g)) {
		return r.outerMood(g)
	}
	return mood, ok
}

// onlyBecoming reports whether noun n stands for what is yet to come about: "the conclusion of a strategic
// partnership".
func (r *reading) onlyBecoming(n int) bool {
	h := r.doc.Tokens[n].Head
	return h != english.Root && r.labelled(n, english.Nmod) && r.caseOf(n) == "of" && r.book.list("becoming", r.lemma(h))
}

// uttered reports whether the words that noun n stands for were said: not where they are only wanted, awaited or
// denied.
func (r *reading) uttered(n int) bool {
	if d := r.doc.Child(n, english.DetLabel); d >= 0 && (r.lemma(d) == "no" || r.lemma(d) == "any") {
		return false
	}
	h := r.doc.Tokens[n].Head
	if h == english.Root {
		return true
	}
	switch r.effectOf(h).complement {
	case chancery.MoodWished, chancery.MoodPlanned, chancery.MoodDemanded:
		return false
	}
	if r.definite(n) || !r.isVerbal(h) {
		return r.definite(n) || !r.doc.VerbGroup(h).Negated
	}
	mood, ok := r.verbMood(h) // "would reject a proposal": there may be none yet
	return ok && mood.Real()
}

// carriedMood is the mood of a noun's act that a verb carries: "will pay a visit", "postponed its
// visit", "the talks are scheduled".
func (r *reading) carriedMood(p *predication) (chancery.Mood, bool) {
	mood, ok := r.verbMood(p.carrier)
	if group := r.doc.VerbGroup(p.carrier); mood == chancery.MoodOccurred && group.Tense == english.Present && !group.Perfect && r.book.list("lasting", r.withParticle(p.carrier)) {
		return chancery.MoodUnderWay, ok
	}
	e := r.effectOf(p.carrier)
	if e.same || e.complement == "" || p.frame.light[r.lemma(p.carrier)] {
		return mood, ok
	}
	return compose(e.complement, mood), ok
}

// verbMood reads the verb group of token v, and then what governs it.
func (r *reading) verbMood(v int) (chancery.Mood, bool) {
	if r.yetTo(v) { // whatever the parser hung it on
		return chancery.MoodDenied, true
	}
	if t := r.doc.Tokens[v]; t.Tag == "VBD" && t.Head != english.Root && r.labelled(v, english.Conj) && r.doc.VerbGroup(t.Head).Form == english.Gerund {
		return "", false // "denied having fired and blamed": who denies may have blamed, or deny that as well
	}
	group := r.doc.VerbGroup(v)
	own := GroupMood(group)
	switch {
	case r.nobody(v):
		own = chancery.MoodDenied
	case r.nearly(v):
		return "", false
	}
	own = compose(own, r.doubted(v))
	if group.Modal == "would" && r.book.list("attitude", r.lemma(v)) && !group.Negated && r.doc.Tokens[v].POS == english.VERB {
		return "", false // who would welcome a visit has welcomed none
	}
	if (own == chancery.MoodOccurred || own == chancery.MoodDenied || own == chancery.MoodPlanned) && r.conditional(v) {
		own = chancery.MoodConditional
	}
	if own == chancery.MoodConditional && group.Modal == "would" && !r.conditional(v) {
		own = r.futureInThePast(v)
	}
	governor, how := r.governor(v)
	switch how {
	case governedNot:
		if r.deniedHaving(v) {
			return chancery.MoodDenied, true
		}
		if group.Form == english.Infinitive && r.labelled(v, english.Advcl, english.Acl) { // "arrived to sign"
			return compose(chancery.MoodPlanned, own), r.purposeful(v)
		}
		return compose(own, r.marked(v)), true
	case governedFinite: // a clause of its own: only words of doubt and denial reach into it
		if r.providing(governor) {
			return compose(chancery.MoodConditional, own), true
		}
		e := r.effectOf(governor)
		if m := r.markOf(v); m == "whether" || m == "if" {
			return chancery.MoodPossible, !r.putTo(governor)
		}
		if r.doc.Tokens[governor].POS == english.NOUN && r.book.list("hearsay", r.lemma(governor)) {
			return compose(chancery.MoodPossible, own), true
		}
		if r.doc.VerbGroup(governor).Negated || r.nobody(governor) { // "It is not true that", "Nobody believes that"
			if r.book.list("truth", r.lemma(governor)) {
				return compose(own, chancery.MoodDenied), true
			}
			return chancery.MoodPossible, true
		}
		if e.clause == "" && r.subjunctive(v) {
			e.clause = e.complement // "insists that Chad sign" is no word on whether it signed
		}
		if e.clause != "" && own != chancery.MoodDenied {
			return e.clause, true
		}
		return own, true
	}
	e := r.effectOf(governor)
	outer, ok := r.outerMood(governor)
	if group.Form == english.Infinitive && r.hearsaid(governor) {
		return compose(chancery.MoodPossible, compose(own, outer)), ok
	}
	if own == chancery.MoodDenied && !denies(e.complement) {
		return "", false // "urged Laos not to sign", "threatened not to sign": it may well have signed
	}
	if e.complement == "" {
		known := e.same || (group.Form != english.Infinitive && r.doc.Tokens[governor].POS != english.NOUN)
		return compose(own, outer), ok && known
	}
	if e.complement == chancery.MoodWished && group.Form == english.Infinitive && r.ofOthers(v, governor) {
		return compose(chancery.MoodDemanded, compose(own, outer)), ok
	}
	if e.complement == chancery.MoodWished && r.book.list("performative", r.lemma(v)) && r.performative(governor) {
		return own, true // "I would like to thank" thanks
	}
	return compose(e.complement, compose(own, outer)), true
}

// subjunctive reports whether verb v has the bare form beside one third person: "that Chad sign".
func (r *reading) subjunctive(v int) bool {
	t := r.doc.Tokens[v]
	if t.Tag != "VB" && t.Tag != "VBP" || r.doc.Child(v, english.AuxLabel, english.Cop) >= 0 {
		return false
	}
	s := r.doc.Child(v, english.Nsubj)
	return s >= 0 && (r.doc.Tokens[s].Tag == "NN" || r.doc.Tokens[s].Tag == "NNP") && len(r.conjuncts(s)) == 1
}

// urged reports whether verb v tells what is to be: "that Chad sign", "that Chad should sign".
func (r *reading) urged(v int) bool {
	m := r.doc.VerbGroup(v).Modal
	return m == "should" || m == "must" || r.subjunctive(v)
}

// toCome reports whether verb v tells what will be: "that it will pay", "that they would be set free".
func (r *reading) toCome(v int) bool {
	g := r.doc.VerbGroup(v)
	return g.Tense == english.Future || g.Modal == "would" || g.Modal == "shall"
}

// putTo reports whether token g is the "asked" of "Asked whether Peru would join, the minister replied": what
// somebody is asked is said by nobody.
func (r *reading) putTo(g int) bool {
	t := r.doc.Tokens[g]
	participle := t.Tag == "VBN" || t.Tag == "VBD" && t.Label == english.Advcl // without a subject it is no past
	return participle && (r.lemma(g) == "ask" || r.lemma(g) == "question") && r.doc.Child(g, english.Nsubj, english.NsubjPass, english.AuxLabel) < 0
}

// nobody reports whether the subject, or what a passive verb is done to, or the object is none at all:
// "neither has ratified it", "no agreement was signed", "they reached no agreement".
func (r *reading) nobody(v int) bool {
	for _, o := range r.children(v, english.Obl) { // "asked for nothing"
		if l := r.lemma(o); l == "nothing" || l == "nobody" {
			return true
		}
	}
	for _, s := range slices.Concat(r.surfaceSubject(v), r.children(v, english.Obj), r.children(v, english.OblAgent)) {
		switch r.lemma(s) {
		case "neither", "none", "nobody", "nothing", "no-one":
			return true
		}
		for _, c := range r.doc.Children(s) {
			if r.lemma(c) == "neither" || r.joinedByNor(c) {
				return true
			}
		}
		if d := r.doc.Child(s, english.DetLabel); d >= 0 && (r.lemma(d) == "no" || r.lemma(d) == "neither") {
			return true
		}
	}
	return false
}

// joinedByNor reports whether token i is the second of "neither Kenya nor Fiji".
func (r *reading) joinedByNor(i int) bool {
	joint := r.doc.Child(i, english.Cc)
	return r.labelled(i, english.Conj) && joint >= 0 && r.lemma(joint) == "nor"
}

// yetTo reports whether v is the verb of "has yet to sign".
func (r *reading) yetTo(v int) bool {
	at := func(i int, lemma string) bool { return i >= 0 && i < len(r.doc.Tokens) && r.lemma(i) == lemma }
	return at(v-1, "to") && at(v-2, "yet") || // and where the tagger takes the verb for an adjective:
		at(v, "have") && at(v+1, "yet") && at(v+2, "to") // "has yet to open talks"
}

// deniedHaving reports whether v is the verb of "denied having signed".
func (r *reading) deniedHaving(v int) bool {
	return v >= 2 && strings.EqualFold(r.doc.Word(v-1), "having") && r.book.moods[r.lemma(v-2)].complement == chancery.MoodDenied
}

// nearly reports whether the act almost took place, and so did not: "nearly signed", "came close to signing".
func (r *reading) nearly(v int) bool {
	for _, c := range r.children(v, english.Advmod) {
		if l := r.lemma(c); l == "nearly" || l == "almost" {
			return true
		}
	}
	to := r.doc.Child(v, english.Mark, english.Case)
	return to > 1 && r.lemma(to) == "to" && r.lemma(to-1) == "close" && r.lemma(to-2) == "come"
}

// doubted is what an adverb beside verb v does to it: "reportedly signed", "perhaps signed".
func (r *reading) doubted(v int) chancery.Mood {
	for _, c := range r.children(v, english.Advmod) {
		if m := r.book.moods[r.lemma(c)].adverb; m != "" {
			return m
		}
	}
	return ""
}

// marked is what the word that opens the clause of a gerund does to it: "without signing", "instead of
// signing".
func (r *reading) marked(v int) chancery.Mood {
	if m := r.doc.Child(v, english.Mark, english.Case); m >= 0 && m < v && r.doc.VerbGroup(v).Form == english.Gerund {
		return r.book.moods[r.lemma(m)].mark
	}
	return ""
}

// hearsaid reports whether v is the passive of a verb of saying or thinking that names nobody who says so:
// "is said to have signed".
func (r *reading) hearsaid(v int) bool {
	return r.passive(v) && r.book.list("hearsay-verb", r.lemma(v)) && len(r.oblique(v, "by")) == 0
}

// denies reports whether what is decided against under a governor of such a mood is denied: "decided not to
// sign", "promised not to sign".
func denies(m chancery.Mood) bool {
	return m == "" || m == chancery.MoodPlanned || m == chancery.MoodDenied
}

// purposeful reports whether the act of verb v, where it is only the purpose of another, says enough
// by itself: somebody who arrives to sign means to sign, while what is done "to support peace" is no
// position on peace.
func (r *reading) purposeful(v int) bool {
	for _, f := range r.book.verbs[r.lemma(v)] {
		if k := f.act.Kind; k == chancery.KindAgreement || k == chancery.KindStanding || f.act.Plover.Event == "CONSULT" {
			return true
		}
	}
	return false
}

// outerMood is the mood of a governor that is a verb, or of the predicate that a noun or adjective
// belongs to.
func (r *reading) outerMood(governor int) (chancery.Mood, bool) {
	t := r.doc.Tokens[governor]
	switch t.POS {
	case english.VERB, english.AUX, english.ADJ:
		return r.verbMood(governor)
	}
	if group := r.doc.VerbGroup(governor); group.Negated {
		return chancery.MoodDenied, true
	}
	if r.doc.Child(governor, english.DetLabel) >= 0 && r.doc.Tokens[r.doc.Child(governor, english.DetLabel)].Lemma == "no" {
		return chancery.MoodDenied, true
	}
	return r.dropped(governor), true
}

// dropped is what became of the plan, the offer or the request that noun n names, where its verb says that
// nothing did: "declined an invitation to join", "scrapped plans to sign".
func (r *reading) dropped(n int) chancery.Mood {
	h := r.doc.Tokens[n].Head
	if h == english.Root || !r.labelled(n, english.Obj, english.NsubjPass) || !r.isVerbal(h) {
		return chancery.MoodOccurred
	}
	switch e := r.effectOf(h); e.complement {
	case chancery.MoodDenied, chancery.MoodCancelled, chancery.MoodPostponed:
		if group := GroupMood(r.doc.VerbGroup(h)); group.Real() {
			return e.complement
		}
		return chancery.MoodPossible
	}
	return chancery.MoodOccurred
}

// GroupMood is the mood that a verb group has by itself.
func GroupMood(g english.VerbGroup) chancery.Mood {
	switch {
	case g.Negated:
		return chancery.MoodDenied
	case g.Modal == "be to" && g.Perfect && g.Tense == english.Past: // "was to have signed": it did not come to that
		return chancery.MoodCancelled
	case g.Tense == english.Future, g.Modal == "be to", g.Modal == "shall":
		return chancery.MoodPlanned
	case g.Modal == "may", g.Modal == "might", g.Modal == "can", g.Modal == "could":
		return chancery.MoodPossible
	case g.Modal == "should", g.Modal == "must", g.Modal == "ought", g.Modal == "need", g.Modal == "have to":
		return chancery.MoodDemanded
	case g.Modal == "would":
		return chancery.MoodConditional
	case g.Form == english.Imperative:
		return chancery.MoodDemanded
	case g.Progressive && g.Tense == english.Present:
		return chancery.MoodUnderWay
	}
	return chancery.MoodOccurred
}

// compose puts an inner mood under an outer one: planned under denied is denied ("did not agree to
// sign"); anything real under wished is wished; and so on. The outer one wins where it is not real.
func compose(inner, outer chancery.Mood) chancery.Mood {
	switch outer {
	case chancery.MoodOccurred, chancery.MoodUnderWay, chancery.MoodEnded, "":
		return inner
	case chancery.MoodDenied:
		switch inner {
		case chancery.MoodDenied: // "did not refuse to sign" says nothing of signing
			return chancery.MoodPossible
		case chancery.MoodPostponed, chancery.MoodCancelled:
			return chancery.MoodPlanned
		}
		return chancery.MoodDenied
	case chancery.MoodPlanned:
		if inner == chancery.MoodOccurred || inner == chancery.MoodUnderWay {
			return chancery.MoodPlanned
		}
		return inner
	default:
		if inner == chancery.MoodDenied {
			return chancery.MoodDenied
		}
		return outer
	}
}

// conditional reports whether the clause of v is an if-clause or hangs on one.
func (r *reading) conditional(v int) bool {
	for _, c := range r.doc.Children(v) {
		t := r.doc.Tokens[c]
		if t.Label == english.Mark && r.book.list("condition", t.Lemma) {
			return true
		}
		if t.Label == english.Obl && r.lemma(c) == "condition" && r.caseOf(c) == "on" { // "on condition that parliament agrees"
			return !r.undertakes(v)
		}
		if t.Label == english.AuxLabel && r.inverted(v, c) {
			return true
		}
		if t.Label == english.Advcl {
			if m := r.doc.Child(c, english.Mark, english.Advmod); m >= 0 && m < c && r.book.list("condition", r.lemma(m)) || r.proviso(c) {
				return !r.toldOf(v, c) && !r.undertakes(v)
			}
		}
	}
	return false
}

// undertakes reports whether verb v tells of words that were said, in the past: then the condition beside it belongs
// to what they are about, "offered twice the sum if Fiji left", "threatened to fine drivers unless it was signed".
func (r *reading) undertakes(v int) bool {
	g := r.doc.VerbGroup(v)
	return g.Form == english.Finite && g.Modal == "" && (g.Tense == english.Past || g.Perfect) &&
		(r.book.says(r.lemma(v)) || r.effectOf(v).complement != "")
}

// proviso reports whether a clause is a condition by its own verb: "provided that", "should all parties wish it".
func (r *reading) proviso(c int) bool {
	if first, _ := r.doc.Subtree(c); first > 1 && r.lemma(first) == "as" && r.lemma(first-1) == "soon" || r.lemma(first) == "as" && r.lemma(first+1) == "soon" {
		return true // "as soon as the runway is mended"
	}
	switch r.lemma(c) {
	case "provide", "assume", "suppose":
		return r.doc.Tokens[c].Tag == "VBN" || r.doc.Tokens[c].Tag == "VBG"
	}
	for _, k := range r.doc.Children(c) {
		if r.labelled(k, english.AuxLabel) && r.inverted(c, k) {
			return true
		}
	}
	return false
}

// toldOf reports whether verb v tells in the simple past what was done, and its condition c speaks of what
// may yet come: "threatened to close its ports unless the town lifts the ban" has threatened.
func (r *reading) toldOf(v, c int) bool {
	done, open := r.doc.VerbGroup(v), r.doc.VerbGroup(c)
	return done.Form == english.Finite && done.Tense == english.Past && done.Modal == "" && open.Form == english.Finite && open.Tense == english.Present
}

// providing reports whether v is the participle of "provided that Peru agrees", whose clause is a condition.
func (r *reading) providing(v int) bool {
	switch r.lemma(v) {
	case "provide", "assume", "suppose":
		return r.labelled(v, english.Advcl) && r.doc.Child(v, english.Obj, english.AuxLabel, english.AuxPass, english.Nsubj) < 0
	}
	return false
}

// inverted reports whether auxiliary a opens the clause of v before its subject, as in "Had they not
// threatened us".
func (r *reading) inverted(v, a int) bool {
	s := r.doc.Child(v, english.Nsubj, english.NsubjPass)
	switch r.lemma(a) {
	case "have", "should", "be":
		return s > a && strings.EqualFold(r.doc.Word(a), "had") || s > a && strings.EqualFold(r.doc.Word(a), "should")
	}
	return false
}

// futureInThePast reads "would": under a verb of saying in the past it is a plan ("said it would
// sign"), elsewhere a condition.
func (r *reading) futureInThePast(v int) chancery.Mood {
	h := r.doc.Tokens[v].Head
	if h != english.Root && r.labelled(v, english.Ccomp) && r.book.says(r.doc.Tokens[h].Lemma) {
		return chancery.MoodPlanned
	}
	for _, c := range r.doc.Children(v) {
		if r.labelled(c, english.Parataxis) && r.book.says(r.doc.Tokens[c].Lemma) {
			return chancery.MoodPlanned
		}
	}
	return chancery.MoodConditional
}

// ofOthers reports whether the wishing of verb g asks something of somebody else, the subject of infinitive v: "wants
// France to withdraw the bill".
func (r *reading) ofOthers(v, g int) bool {
	switch r.lemma(g) {
	case "want", "wish", "like", "prefer":
	default:
		return false
	}
	for _, s := range append(r.children(g, english.Obj), r.children(v, english.Nsubj)...) {
		if m := r.at(s); m != nil && s > g && s < v && len(m.IDs) > 0 {
			return true
		}
	}
	return false
}

// performative reports whether token g is the "like" of "would like to" said by a speaker of
// himself: to say that one would like to thank is to thank.
func (r *reading) performative(g int) bool {
	if l := r.doc.Tokens[g].Lemma; l != "like" && l != "want" && l != "wish" {
		return false
	}
	for _, s := range r.surfaceSubject(g) {
		if m := r.at(s); m != nil && m.Speaker {
			return true
		}
	}
	return false
}

// predicateOf is the token whose verb group says how a predicate noun is meant: the noun itself with
// its copula, or the verb that it completes ("remains a member").
func (r *reading) predicateOf(n int) int {
	if r.labelled(n, english.Xcomp) {
		return r.doc.Tokens[n].Head
	}
	return n
}

// setsScene reports whether noun n tells where, or in the course of what, its verb's act took place: "said at a
// meeting with", "thanked Laos on a visit to". What somebody agrees on or insists on is no scene.
func (r *reading) setsScene(n int) bool {
	h := r.doc.Tokens[n].Head
	if h == english.Root || !r.labelled(n, english.Obl) || !r.isVerbal(h) || r.book.list("topic-verb", r.lemma(h)+" "+r.caseOf(n)) || r.effectOf(h).complement != "" {
		return false
	}
	switch r.caseOf(n) {
	case "at", "in":
		return r.book.list("talks", r.lemma(n)) || r.book.list("scene", r.lemma(n))
	case "on":
		return r.book.list("journey", r.lemma(n))
	}
	return false
}

// afterthought reports whether noun n only says more of what the words before it have told: "will travel to Lebanon
// next week, his first visit there". Whether it took place is told there, and here no second time.
func (r *reading) afterthought(n int) bool {
	if r.labelled(n, english.Appos) {
		return true
	}
	first, _ := r.doc.Subtree(n)
	owner := r.doc.Child(n, english.NmodPoss)
	comma := first - 1
	if comma >= 0 && r.doc.Word(first) == "," { // the comma is part of the phrase
		comma = first
	}
	return owner >= 0 && r.doc.Tokens[owner].POS == english.PRON && r.caseOf(n) == "" &&
		r.labelled(n, english.Parataxis, english.OblUnmarked, english.NmodUnmarked, english.Obj, english.Dep) && comma >= 0 && r.doc.Word(comma) == ","
}

// nounMood is the mood of an act that a noun names without a verb to carry it: only where its
// surroundings say so. "During the visit" it took place; "ahead of the visit" it is planned; "the
// idea of a visit" says neither.
func (r *reading) nounMood(n int) (chancery.Mood, bool) {
	if r.afterthought(n) {
		return "", false
	}
	for _, c := range r.doc.Children(n) {
		if e := r.book.moods[r.doc.Tokens[c].Lemma]; e.modifier != "" && r.labelled(c, english.Amod, english.NmodDesc, english.Compound) {
			return e.modifier, true
		}
	}
	h := r.doc.Tokens[n].Head
	if m := r.caseOf(n); m != "" {
		e := r.book.moods[m]
		if e.preposition == "" && r.setsScene(n) {
			e.preposition = chancery.MoodOccurred
		}
		if e.preposition != "" {
			if e.preposition == chancery.MoodPlanned && h != english.Root && m == "for" && r.book.moods[r.doc.Tokens[h].Lemma].complement != chancery.MoodPlanned {
				return "", false // "praised Laos for the visit"
			}
			if h != english.Root && r.isVerbal(h) && r.doc.VerbGroup(h).Form == english.Infinitive {
				return "", false // during what is only wished or planned, or during the wishing?
			}
			if h != english.Root && e.preposition == chancery.MoodOccurred && r.isVerbal(h) {
				mood, ok := r.verbMood(h)        // "will raise it during his visit"
				if mood == chancery.MoodDenied { // "did not raise it during his visit"
					return "", false
				}
				return compose(e.preposition, mood), ok
			}
			return e.preposition, true
		}
	}
	if r.book.list("verbal-noun", r.lemma(n)) {
		if h != english.Root && r.labelled(n, english.Obj, english.NsubjPass) && r.effectOf(h).complement == chancery.MoodDemanded {
			mood, ok := r.verbMood(h) // "demanded an apology"
			return compose(chancery.MoodDemanded, mood), ok
		}
		return "", false // "rejected a demand": the demand was made, but by whom and when is not told here
	}
	if h != english.Root && (r.labelled(n, english.Obj, english.NsubjPass) || r.labelled(n, english.Nmod, english.Obl) && r.caseOf(n) == "for") {
		if e := r.effectOf(h); e.complement != "" {
			if e.complement == chancery.MoodPossible && r.book.list("topic", r.lemma(h)) {
				return "", false // "discussed the talks with Iran": whether there are any is not told
			}
			if e.complement == chancery.MoodDenied {
				return "", false // "blocked the opening of their talks": they may have met all the same
			}
			return e.complement, true
		}
	}
	if p := r.within(n); p != nil && !p.Start.IsZero() && r.past(*p) {
		return chancery.MoodOccurred, true
	}
	return "", false
}
