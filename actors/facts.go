package actors

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"chancery"
)

// The rows of the register's files, as read. data/README.md says what each column means.
type (
	stateRow struct {
		at                                   row
		id, kind, name, official, region, of string
		span                                 dated
	}
	nameRow struct {
		at        row
		id, form  string
		name      string
		span      dated
		ambiguous bool
	}
	organRow struct {
		at                         row
		id, organ, wording, sector string
		span                       dated
	}
	officeRow struct {
		at                             row
		id, wording, level, of, sector string
		canonical                      string
	}
	holderRow struct {
		at            row
		person        string
		aka           []string
		state, office string
		span          dated
	}
	cityRow struct {
		at          row
		name, state string
	}
	associationRow struct {
		at                           row
		id, kind, name, parent, seat string
		span                         dated
	}
	standingRow struct {
		at   row
		fact chancery.StandingFact
	}
	agentRow struct {
		at                    row
		wording, sector, kind string
		plural                bool
	}
	lookalikeRow struct {
		at            row
		name, meaning string
		ids           []string
		signals       []string
	}
)

// key is what tells the rows of a file apart: up to four cells.
type key [4]string

// list keeps rows in order, and finds them by key where a later folder overrides an earlier one.
// The rows of one folder are taken as they come: the index costs more than the reading, and most
// programs start with one folder.
type list[T any] struct {
	rows  []T
	keys  []key
	index map[key]int // of the first rows; made when first asked for
	gone  map[int]bool
}

func (l *list[T]) put(k key, v T, override bool, room int) {
	if override {
		if i, ok := l.find(k); ok {
			l.rows[i] = v
			return
		}
		l.index[k] = len(l.rows)
	}
	if l.rows == nil {
		l.rows, l.keys = make([]T, 0, room), make([]key, 0, room)
	}
	l.rows, l.keys = append(l.rows, v), append(l.keys, k)
}

// find is the place of the row with the key.
func (l *list[T]) find(k key) (int, bool) {
	if l.index == nil {
		l.index, l.gone = make(map[key]int, len(l.keys)), make(map[int]bool)
		for i, k := range l.keys {
			l.index[k] = i
		}
	}
	i, ok := l.index[k]
	return i, ok
}

func (l *list[T]) has(k ...string) bool {
	var whole key
	copy(whole[:], k)
	_, ok := l.find(whole)
	return ok
}

func (l *list[T]) drop(k key) bool {
	i, ok := l.find(k)
	if !ok {
		return false
	}
	delete(l.index, k)
	l.gone[i] = true
	return true
}

func (l list[T]) clone() list[T] {
	return list[T]{slices.Clone(l.rows), slices.Clone(l.keys), maps.Clone(l.index), maps.Clone(l.gone)}
}

func (l *list[T]) all(yield func(*T) bool) {
	for i := range l.rows {
		if !l.gone[i] && !yield(&l.rows[i]) {
			return
		}
	}
}

// facts is everything that the register's files say.
type facts struct {
	states           list[stateRow]
	stateNames       list[nameRow]
	organs           list[organRow]
	offices          list[officeRow]
	holders          list[holderRow]
	cities           list[cityRow]
	associations     list[associationRow]
	associationNames list[nameRow]
	standings        list[standingRow]
	agents           list[agentRow]
	lookalikes       list[lookalikeRow]
	folders          int      // read so far
	prints           []string // hashes of the files read, in order
}

// file is one of the register's files: its columns, of which the first few are needed, and what
// takes a row in.
type file struct {
	name    string
	columns string
	needed  int
	take    func(*facts, row) error
}

var files = []file{
	{"states.tsv", "id kind name official region of since until source", 2, (*facts).takeState},
	{"state_names.tsv", "id form name since until source", 3, (*facts).takeStateName},
	{"organs.tsv", "id organ wording sector since until source", 3, (*facts).takeOrgan},
	{"offices.tsv", "id wording level of sector canonical source", 2, (*facts).takeOffice},
	{"holders.tsv", "person aka state office since until source", 1, (*facts).takeHolder},
	{"cities.tsv", "name state source", 2, (*facts).takeCity},
	{"associations.tsv", "id kind name parent seat since until source", 3, (*facts).takeAssociation},
	{"association_names.tsv", "id form name since until source", 3, (*facts).takeAssociationName},
	{"standings.tsv", "actor association standing since until source", 3, (*facts).takeStanding},
	{"agents.tsv", "wording sector kind number source", 2, (*facts).takeAgent},
	{"lookalikes.tsv", "name meaning ids signals source", 2, (*facts).takeLookalike},
}

func (f *facts) clone() facts {
	return facts{f.states.clone(), f.stateNames.clone(), f.organs.clone(), f.offices.clone(),
		f.holders.clone(), f.cities.clone(), f.associations.clone(), f.associationNames.clone(),
		f.standings.clone(), f.agents.clone(), f.lookalikes.clone(), f.folders, slices.Clone(f.prints)}
}

// names is about how many names the lexicon will hold.
func (f *facts) names() int {
	return len(f.stateNames.rows) + len(f.associationNames.rows) + len(f.cities.rows) + len(f.agents.rows) +
		len(f.lookalikes.rows) + 2*len(f.organs.rows) + 2*len(f.offices.rows) + 2*len(f.holders.rows)
}

func isAbsent(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// load reads the register's files of one folder over what is known already. A folder without any of
// them is an error: it is the wrong folder.
func (f *facts) load(fsys fs.FS) error {
	// Each file has a list of its own, so they can be read side by side. The first file's error is
	// the one reported, whichever comes first.
	found, errs, prints := make([]bool, len(files)), make([]error, len(files)), make([]string, len(files))
	var wait sync.WaitGroup
	for i, file := range files {
		wait.Go(func() { found[i], prints[i], errs[i] = f.loadFile(fsys, file) })
	}
	wait.Wait()
	f.folders++
	f.prints = append(f.prints, prints...)
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	if !slices.Contains(found, true) {
		names := make([]string, len(files))
		for i, file := range files {
			names[i] = file.name
		}
		return fmt.Errorf("register folder: no file with rows there; it may hold %s", strings.Join(names, ", "))
	}
	return nil
}

// loadFile reads one file, reports whether it is there and gives its hash.
func (f *facts) loadFile(fsys fs.FS, file file) (there bool, print string, err error) {
	t, err := read(fsys, file.name, strings.Fields(file.columns), file.needed)
	if err != nil {
		return false, "", err
	}
	t.override = f.folders > 0
	for _, r := range t.rows {
		if err := file.take(f, r); err != nil {
			return false, "", err
		}
	}
	return t.columns != nil, t.print, nil
}

// enter puts a row into its list, or takes out the one of the same key.
func enter[T any](l *list[T], r row, v T, cells ...string) error {
	var k key
	copy(k[:], cells)
	if !r.drop {
		l.put(k, v, r.table.override, len(r.table.rows))
		return nil
	}
	if !l.drop(k) {
		return &RowError{r.table.file, r.line, r.table.columns[0], "-" + r.cells[0],
			"nothing to take out: no earlier row says the same; write its first cells exactly as there"}
	}
	return nil
}

var stateKinds = []string{"state", "observer", "partial", "territory", "former"}

func (f *facts) takeState(r row) error {
	s := stateRow{at: r, name: r.get("name"), official: r.get("official"), region: r.get("region"), of: r.get("of")}
	var err error
	if s.id, err = r.need("id"); err != nil {
		return err
	}
	if len(s.id) < 3 || s.id != strings.ToUpper(s.id) {
		return r.wrong("id", "write the ISO 3166-1 alpha-3 code, three capital letters")
	}
	if !r.drop {
		if s.kind, err = r.one("kind", stateKinds...); err != nil {
			return err
		}
	}
	if s.span, err = r.span(); err != nil {
		return err
	}
	return enter(&f.states, r, s, s.id)
}

var nameForms = []string{"short", "official", "variant", "abbreviation", "former", "adjective",
	"demonym", "demonym-plural", "capital", "metonym"}

func (f *facts) takeName(l *list[nameRow], r row) error {
	n := nameRow{at: r}
	var err error
	if n.id, err = r.need("id"); err != nil {
		return err
	}
	if n.name, err = r.need("name"); err != nil {
		return err
	}
	form, mark, marked := strings.Cut(r.get("form"), ";")
	n.form, n.ambiguous = strings.TrimSpace(form), strings.TrimSpace(mark) == "ambiguous"
	if !slices.Contains(nameForms, n.form) || marked && !n.ambiguous {
		return r.wrong("form", "write one of: "+strings.Join(nameForms, ", ")+`; ";ambiguous" may follow`)
	}
	if n.span, err = r.span(); err != nil {
		return err
	}
	return enter(l, r, n, n.id, n.form, n.name, r.get("since"))
}

func (f *facts) takeStateName(r row) error       { return f.takeName(&f.stateNames, r) }
func (f *facts) takeAssociationName(r row) error { return f.takeName(&f.associationNames, r) }

func (f *facts) takeOrgan(r row) error {
	o := organRow{at: r, sector: r.get("sector")}
	var err error
	if o.id, err = r.need("id"); err != nil {
		return err
	}
	if o.organ, err = r.need("organ"); err != nil {
		return err
	}
	if o.wording = r.get("wording"); o.wording == "" {
		o.wording = o.organ
	}
	if o.span, err = r.span(); err != nil {
		return err
	}
	return enter(&f.organs, r, o, o.id, o.organ, o.wording, r.get("since"))
}

func (f *facts) takeOffice(r row) error {
	o := officeRow{at: r, level: r.get("level"), of: r.get("of"), sector: r.get("sector")}
	var err error
	if o.id, err = r.need("id"); err != nil {
		return err
	}
	if o.wording, err = r.need("wording"); err != nil {
		return err
	}
	if o.of == "" {
		o.of = "both"
	}
	o.canonical = r.get("canonical")
	return enter(&f.offices, r, o, o.id, o.wording, o.of)
}

func (f *facts) takeHolder(r row) error {
	h := holderRow{at: r, state: r.get("state"), office: r.get("office")}
	var err error
	if h.person, err = r.need("person"); err != nil {
		return err
	}
	if aka := r.get("aka"); aka != "" {
		h.aka = parts(aka)
	}
	if h.span, err = r.span(); err != nil {
		return err
	}
	return enter(&f.holders, r, h, h.person, h.state, h.office, r.get("since"))
}

func (f *facts) takeCity(r row) error {
	c := cityRow{at: r}
	var err error
	if c.name, err = r.need("name"); err != nil {
		return err
	}
	if c.state, err = r.need("state"); err != nil {
		return err
	}
	return enter(&f.cities, r, c, c.name, c.state)
}

func (f *facts) takeAssociation(r row) error {
	a := associationRow{at: r, kind: r.get("kind"), name: r.get("name"), parent: r.get("parent"), seat: r.get("seat")}
	var err error
	if a.id, err = r.need("id"); err != nil {
		return err
	}
	if a.name == "" && !r.drop {
		return r.wrong("name", "the cell must not be empty")
	}
	if a.span, err = r.span(); err != nil {
		return err
	}
	return enter(&f.associations, r, a, a.id)
}

func (f *facts) takeStanding(r row) error {
	s := standingRow{at: r, fact: chancery.StandingFact{Actor: r.get("actor"),
		Association: r.get("association"), Standing: chancery.Standing(r.get("standing")), Source: r.get("source")}}
	if s.fact.Actor == "" {
		return r.wrong("actor", "the cell must not be empty")
	}
	if !s.fact.Standing.Known() {
		return r.wrong("standing", "write one of: interest, applicant, candidate, observer, dialogue partner, partner, member, chair, suspended, withdrawn")
	}
	span, err := r.span()
	if err != nil {
		return err
	}
	s.fact.Since, s.fact.Until, s.fact.Precision = span.since, span.until, span.precision
	return enter(&f.standings, r, s, s.fact.Actor, s.fact.Association, string(s.fact.Standing), r.get("since"))
}

func (f *facts) takeAgent(r row) error {
	a := agentRow{at: r, sector: r.get("sector"), kind: r.get("kind"), plural: r.get("number") == "plural"}
	var err error
	if a.wording, err = r.need("wording"); err != nil {
		return err
	}
	return enter(&f.agents, r, a, a.wording)
}

var lookalikeMeanings = []string{"place", "organisation", "person", "thing", "given name", "context", "several"}

func (f *facts) takeLookalike(r row) error {
	l := lookalikeRow{at: r, ids: parts(r.get("ids")), signals: parts(r.get("signals"))}
	var err error
	if l.name, err = r.need("name"); err != nil {
		return err
	}
	if l.meaning, err = r.one("meaning", lookalikeMeanings...); err != nil {
		return err
	}
	return enter(&f.lookalikes, r, l, l.name, l.meaning)
}

// parts cuts a cell that lists several things.
func parts(cell string) []string {
	var out []string
	for s := range strings.SplitSeq(cell, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// check finds rows that name an actor or an office that no row describes.
func (f *facts) check() error {
	for n := range f.stateNames.all {
		if !f.states.has(n.id) {
			return n.at.wrong("id", "no such state in states.tsv; add it there or correct the id")
		}
	}
	for n := range f.associationNames.all {
		if !f.associations.has(n.id) {
			return n.at.wrong("id", "no such association in associations.tsv; add it there or correct the id")
		}
	}
	for o := range f.organs.all {
		if o.id != "*" && !f.knows(o.id) {
			return o.at.wrong("id", `no such state or association; write its id, or "*" for a wording that any state uses`)
		}
	}
	for c := range f.cities.all {
		if !f.knows(c.state) {
			return c.at.wrong("state", "no such state in states.tsv; add it there or correct the id")
		}
	}
	return cmp.Or(f.checkHolders(), f.checkStandings())
}

func (f *facts) checkHolders() error {
	offices := make(map[string]bool)
	for o := range f.offices.all {
		offices[o.id] = true
	}
	for h := range f.holders.all {
		if h.state != "" && !f.knows(h.state) {
			return h.at.wrong("state", "no such state or association; add it to states.tsv or associations.tsv, or correct the id")
		}
		if h.office != "" && !offices[h.office] {
			return h.at.wrong("office", "no such office in offices.tsv; add it there or correct the id")
		}
	}
	return nil
}

func (f *facts) checkStandings() error {
	for s := range f.standings.all {
		if !f.knows(s.fact.Actor) {
			return s.at.wrong("actor", "no such state or association; add it to states.tsv or associations.tsv, or correct the id")
		}
		if !f.associations.has(s.fact.Association) {
			return s.at.wrong("association", "no such association in associations.tsv; add it there or correct the id")
		}
	}
	return nil
}

// knows reports whether the id is a state's or an association's.
func (f *facts) knows(id string) bool {
	return f.states.has(id) || f.associations.has(id)
}
