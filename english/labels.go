package english

// POS is a universal part of speech.
type POS uint8

// The universal parts of speech.
const (
	X POS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var posNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
	"PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

func (p POS) String() string { return posNames[p] }

// ParsePOS is the part of speech of a CoNLL-U file; unknown names give X.
func ParsePOS(s string) POS {
	for i, n := range posNames {
		if n == s {
			return POS(i)
		}
	}
	return X
}

// Tag is a Penn Treebank tag: "NN", "VBD", "PRP$".
type Tag string

// Label is a relation of Universal Dependencies. Subtypes are kept only where a reader of news needs
// them; the others fold into their type.
type Label uint8

// The relations.
const (
	Dep Label = iota
	RootLabel
	Acl
	AclRelcl
	Advcl
	Advmod
	Amod
	Appos
	AuxLabel
	AuxPass
	Case
	Cc
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjPass
	DetLabel
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodPoss
	NmodDesc
	NmodUnmarked
	Nsubj
	NsubjPass
	Nummod
	Obj
	Obl
	OblAgent
	OblUnmarked
	Orphan
	Parataxis
	Punct
	Reparandum
	Vocative
	Xcomp
)

var labelNames = [...]string{"dep", "root", "acl", "acl:relcl", "advcl", "advmod", "amod", "appos",
	"aux", "aux:pass", "case", "cc", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj",
	"csubj:pass", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list",
	"mark", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "nsubj", "nsubj:pass", "nummod", "obj",
	"obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp"}

func (l Label) String() string { return labelNames[l] }

// ParseLabel is the relation of a CoNLL-U file: a subtype that is not kept gives its type, an
// unknown relation Dep.
func ParseLabel(s string) Label {
	for {
		for i, n := range labelNames {
			if n == s {
				return Label(i)
			}
		}
		cut := len(s) - 1
		for cut > 0 && s[cut] != ':' {
			cut--
		}
		if cut <= 0 {
			return Dep
		}
		s = s[:cut]
	}
}

// NumLabels is how many relations there are.
const NumLabels = int(Xcomp) + 1
