package actors

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"

	"chancery"
)

//go:embed data
var embedded embed.FS

// Register knows the states, associations, organs, offices and people of the world, with their dated
// names. It is not changed once made and may be used from several goroutines at once.
type Register struct {
	facts       facts
	actors      map[string]*Actor
	order       []*Actor // states, then associations, as the files have them
	offices     map[string]*office
	people      []*person
	organs      []organRow
	agents      []agentRow
	lookalikes  []lookalikeRow
	standings   map[string][]chancery.StandingFact // by association; made when first asked for
	sorted      sync.Once                          // guards standings
	version     string
	lexicon     *lexicon
	byName      map[string][]int // folded full name -> people
	officeWords map[string]bool  // words that the wordings of offices begin with
	givenNames  map[string]bool  // folded first words of the names of people
}

// Actor is what the register knows of a state, an association or a person.
type Actor struct {
	// ID is ISO 3166-1 alpha-3 for a state, a short name for an association. A person has the ID of
	// the state or association served, last where there were several.
	ID         string
	Kind       chancery.ActorKind
	Status     string // of a state: state, observer, partial, territory, former; of an association its kind
	Name       string // the usual short name, or the person's full name
	Official   string
	Short      string   // an association's abbreviation
	Adjectives []string // "Lao", "Laotian"
	Region     string
	Capital    string
	Of         string // id of the state that a territory belongs to, or of the association that an organ serves
	Since      chancery.Date
	Until      chancery.Date
	Near       bool // Find found nothing of that name; this is what comes near
}

// office is a post and the wordings that name it.
type office struct {
	id, name, level, sector string
	of                      string // "state", "association", "both" or the id of an actor
}

// person is somebody who holds or held offices.
type person struct {
	name   string
	folded string
	aka    []string
	terms  []term
}

type term struct {
	state, office string
	span          dated
	rank          int // of the office: the lower is the higher
}

var loadDefault = sync.OnceValues(func() (*Register, error) {
	data, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, err
	}
	return Load(data)
})

// Default is the register that ships in the program. It is read on the first call.
func Default() (*Register, error) { return loadDefault() }

// Load makes a register of folders with files as data/README.md describes them; rows of a later
// folder add to those of the earlier ones, and override rows with the same key. An error names the
// file, the line, the column and what to write instead (see RowError).
func Load(folders ...fs.FS) (*Register, error) {
	var f facts
	for _, folder := range folders {
		if err := f.load(folder); err != nil {
			return nil, err
		}
	}
	if err := f.check(); err != nil {
		return nil, err
	}
	return build(f), nil
}

// With is this register with the files of the folder read over it. The receiver stays as it is.
func (r *Register) With(dir string) (*Register, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("register folder: %w", err)
	}
	f := r.facts.clone()
	if err := f.load(os.DirFS(dir)); err != nil {
		return nil, fmt.Errorf("register folder %s: %w", dir, err)
	}
	if err := f.check(); err != nil {
		return nil, fmt.Errorf("register folder %s: %w", dir, err)
	}
	return build(f), nil
}

func build(f facts) *Register {
	r := &Register{
		facts: f, version: chancery.Fingerprint(f.prints...), actors: make(map[string]*Actor), offices: make(map[string]*office),
		lexicon: newLexicon(f.names()),
		byName:  make(map[string][]int), givenNames: make(map[string]bool),
	}
	r.buildActors()
	r.buildOffices()
	r.buildPeople()
	r.buildLexicon()
	return r
}

// Version is a hash of all files that the register was made of, those of the program and those of the
// user: two registers of one version hold the same.
func (r *Register) Version() string { return r.version }

func (r *Register) buildActors() {
	for s := range r.facts.states.all {
		kind := chancery.KindState
		if s.kind == "territory" {
			kind = chancery.KindTerritory
		}
		r.enlist(&Actor{ID: s.id, Kind: kind, Status: s.kind, Name: s.name, Official: s.official, Region: s.region,
			Of: s.of, Since: s.span.since, Until: s.span.until})
	}
	for a := range r.facts.associations.all {
		r.enlist(&Actor{ID: a.id, Kind: chancery.KindAssociation, Status: a.kind, Name: a.name,
			Of: a.parent, Capital: a.seat, Since: a.span.since, Until: a.span.until})
	}
	for n := range r.facts.stateNames.all {
		r.actors[n.id].learn(n)
	}
	for n := range r.facts.associationNames.all {
		r.actors[n.id].learn(n)
	}
	for _, a := range r.order {
		if a.Name == "" {
			a.Name = firstOf(a.Official, a.ID)
		}
	}
}

func (r *Register) enlist(a *Actor) {
	r.actors[a.ID] = a
	r.order = append(r.order, a)
}

// learn takes what a name says about its actor; a name that is no longer used says nothing.
func (a *Actor) learn(n *nameRow) {
	if !n.span.until.IsZero() && a.Until.IsZero() {
		return
	}
	switch n.form {
	case "short":
		if a.Kind == chancery.KindAssociation {
			a.Short = firstOf(a.Short, n.name)
		} else {
			a.Name = firstOf(a.Name, n.name)
		}
	case "abbreviation":
		a.Short = firstOf(a.Short, n.name)
	case "official":
		a.Official = firstOf(a.Official, n.name)
	case "capital":
		a.Capital = firstOf(a.Capital, n.name)
	case "adjective":
		a.Adjectives = append(a.Adjectives, n.name)
	}
}

func firstOf(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

func (r *Register) buildOffices() {
	for row := range r.facts.offices.all {
		o := r.offices[row.id]
		if o == nil {
			o = &office{id: row.id, level: row.level, sector: row.sector, of: row.of}
			r.offices[row.id] = o
		}
		if o.of != row.of {
			o.of = "both"
		}
		o.level, o.sector = firstOf(o.level, row.level), firstOf(o.sector, row.sector)
		o.name = firstOf(o.name, row.canonical, row.wording)
	}
}

func (r *Register) buildPeople() {
	byName := make(map[string]*person)
	for h := range r.facts.holders.all {
		p := byName[h.person]
		if p == nil {
			p = &person{name: h.person}
			byName[h.person] = p
			r.people = append(r.people, p)
		}
		for _, a := range h.aka {
			if !slices.Contains(p.aka, a) {
				p.aka = append(p.aka, a)
			}
		}
		p.terms = append(p.terms, term{h.state, h.office, h.span, r.officeRank(h.office)})
	}
	for i, p := range r.people {
		p.folded = foldName(p.name)
		r.byName[p.folded] = append(r.byName[p.folded], i)
		first, _, _ := strings.Cut(p.folded, " ")
		r.givenNames[first] = true
	}
}

// officeRank orders the offices that one person holds at a time: news names a prime minister so, and
// not by the ministry that comes with it.
func (r *Register) officeRank(id string) int {
	if o := r.offices[id]; o != nil {
		switch o.level {
		case "head-of-state", "head-of-government":
			return 0
		case "foreign-minister", "association-head":
			return 1
		}
	}
	return 2
}

func (r *Register) buildStandings() {
	r.standings = make(map[string][]chancery.StandingFact)
	for s := range r.facts.standings.all {
		r.standings[s.fact.Association] = append(r.standings[s.fact.Association], s.fact)
	}
	for _, facts := range r.standings {
		slices.SortStableFunc(facts, func(a, b chancery.StandingFact) int {
			if c := strings.Compare(a.Actor, b.Actor); c != 0 {
				return c
			}
			return a.Since.Compare(b.Since)
		})
	}
}

// Actor is the state or association with the id.
func (r *Register) Actor(id string) (Actor, bool) {
	a, ok := r.actors[id]
	if !ok {
		return Actor{}, false
	}
	return *a, true
}

// Name is the usual name of the state or association with the id, and the id itself for an actor
// that the register does not know.
func (r *Register) Name(id string) string {
	if a, ok := r.actors[id]; ok {
		return a.Name
	}
	return id
}

// Actors lists all states, then all associations.
func (r *Register) Actors() []Actor {
	out := make([]Actor, len(r.order))
	for i, a := range r.order {
		out[i] = *a
	}
	return out
}

// OfficeName is how people write the office with the id: "minister of foreign affairs".
func (r *Register) OfficeName(id string) string {
	if o, ok := r.offices[id]; ok {
		return o.name
	}
	return id
}

// OfficeSector is the PLOVER sector of the office with the id, or "".
func (r *Register) OfficeSector(id string) string {
	if o, ok := r.offices[id]; ok {
		return o.sector
	}
	return ""
}

// OfficeLevel is the rank of the office with the id: "head-of-state", "head-of-government",
// "foreign-minister", "minister", "association-head", … or "".
func (r *Register) OfficeLevel(id string) string {
	if o, ok := r.offices[id]; ok {
		return o.level
	}
	return ""
}

// Standings lists the standings that the register states, by association, actor and time. An empty
// actor or association stands for all.
func (r *Register) Standings(actor, association string) []chancery.StandingFact {
	r.sorted.Do(r.buildStandings)
	var out []chancery.StandingFact
	if association != "" {
		for _, f := range r.standings[association] {
			if actor == "" || f.Actor == actor {
				out = append(out, f)
			}
		}
		return out
	}
	for _, a := range r.order {
		if a.Kind == chancery.KindAssociation {
			out = append(out, r.Standings(actor, a.ID)...)
		}
	}
	return out
}

// Holder is who holds the office in the state or association at some time of the period: the last
// to come, where there were several. A period of which nothing is known asks for today's holder.
func (r *Register) Holder(state, office string, on chancery.Period) (person string, ok bool) {
	var since chancery.Date
	for _, p := range r.people {
		for _, t := range p.terms {
			if t.state == state && t.office == office && t.span.on(on) && (!ok || t.span.since.After(since)) {
				person, since, ok = p.name, t.span.since, true
			}
		}
	}
	return person, ok
}

// Held is an office that a person holds or held.
type Held struct {
	State  string // actor id of the state or association served
	Office string // office id
	Since  chancery.Date
	Until  chancery.Date // zero where it lasts
}

// Offices lists the offices that the person, named in full, holds at some time of the period, in the
// order in which they began. A period of which nothing is known asks for all.
func (r *Register) Offices(person string, on chancery.Period) []Held {
	var out []Held
	for _, i := range r.byName[foldName(person)] {
		for _, t := range r.people[i].terms {
			if on.IsZero() || t.span.on(on) {
				out = append(out, Held{t.state, t.office, t.span.since, t.span.until})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Held) int { return a.Since.Compare(b.Since) })
	return out
}
