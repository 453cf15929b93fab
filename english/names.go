package english

import (
	"crypto/sha256"
	_ "embed" // the weights for names
	"encoding/hex"
	"fmt"
	"sync"

	"chancery/english/internal/names"
	"chancery/english/internal/words"
)

// NameKind says what a name names.
type NameKind uint8

// The kinds of names.
const (
	Person       NameKind = iota
	Place                 // also buildings, seas and heavenly bodies
	Organisation          // also parties, companies, media, clubs and bands
	Nationality           // adjectives of states; peoples, religions, adherents of parties
	DocumentName          // laws, treaties, works
	Event
)

var nameKinds = [...]string{"person", "place", "organisation", "nationality", "document", "event"}

func (k NameKind) String() string { return nameKinds[k] }

// Name is a run of tokens that names something: without article and title, with what belongs to the
// name behind it ("Bank of England").
type Name struct {
	First, Last int // tokens, half-open
	Kind        NameKind
}

// Gazetteer knows names beforehand. The reader takes what it says as a hint beside form and context.
type Gazetteer interface {
	// Lookup gives the longest name that begins at token i of the document: how many tokens it has and
	// of what kind it is; no tokens where it knows none. The document has tokens, tags and trees, but no
	// names yet. It is called from several goroutines at once.
	Lookup(d *Document, i int) (tokens int, kind NameKind)
}

// NameReader finds the names in documents. It may be used by several goroutines at once.
type NameReader struct {
	tagger    *names.Tagger // nil while names are learnt
	clusters  *words.Clusters
	known     *knownNames
	gazetteer Gazetteer // may be nil
	hash      string    // of the weights
	scratch   sync.Pool
}

// nameScratch is the room that finding the names of one text needs.
type nameScratch struct {
	tokens  []names.Token
	labels  []names.Label
	ends    []int // of the sentences
	seen    map[uint32]uint32
	fold    []byte
	decoder names.Scratch
	short   map[uint32]NameKind // what short names stand for, by the hash of the word
}

//go:embed weights/names.bin
var nameWeights []byte

// NewNameReader makes a reader of names from weights, with the clusters of the words. Weights that are
// empty find no names. The gazetteer may be nil.
func NewNameReader(weights []byte, clusters *words.Clusters, g Gazetteer) (*NameReader, error) {
	r := &NameReader{clusters: clusters, known: ownNames(), gazetteer: g}
	r.scratch.New = func() any { return &nameScratch{seen: map[uint32]uint32{}, short: map[uint32]NameKind{}} }
	sum := sha256.Sum256(weights)
	r.hash = hex.EncodeToString(sum[:hashLength])
	if len(weights) > 0 {
		tagger, rest, err := names.Decode(weights)
		if err != nil {
			return nil, fmt.Errorf("english: reading the weights for names: %w", err)
		}
		if len(rest) > 0 {
			return nil, fmt.Errorf("english: the weights for names go on for %d bytes behind their end", len(rest))
		}
		r.tagger = tagger
	}
	return r, nil
}

// Find lists the names of a document in the order of the text. No two overlap.
func (r *NameReader) Find(d *Document) []Name {
	if r.tagger == nil {
		return nil
	}
	s := r.scratch.Get().(*nameScratch)
	defer r.scratch.Put(s)
	r.describe(d, s)
	if cap(s.labels) < len(s.tokens) {
		s.labels = make([]names.Label, 2*len(s.tokens))
	}
	s.labels = s.labels[:len(s.tokens)]
	s.ends = s.ends[:0]
	for i := range d.Sentences {
		s.ends = append(s.ends, d.Sentences[i].Last)
	}
	r.tagger.Tag(s.tokens, s.ends, s.labels, &s.decoder)
	return settleNames(d, s)
}

// spans lists the names that labels mark.
func spans(labels []names.Label) []Name {
	count := 0
	for _, l := range labels {
		if l != names.Outside && names.PlaceOf(l) >= names.Last {
			count++
		}
	}
	all := make([]Name, 0, count+count/8)
	first := 0
	for i, l := range labels {
		if l == names.Outside {
			continue
		}
		switch names.PlaceOf(l) {
		case names.Begin:
			first = i
		case names.Last:
			all = append(all, Name{first, i + 1, NameKind(names.KindOf(l))})
		case names.Single:
			all = append(all, Name{i, i + 1, NameKind(names.KindOf(l))})
		}
	}
	return all
}

// Describe gives what the tagger of names sees of a document, for learning.
func (r *NameReader) Describe(d *Document) []names.Token {
	s := r.scratch.New().(*nameScratch)
	r.describe(d, s)
	return s.tokens
}
