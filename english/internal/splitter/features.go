package splitter

// Paragraph is the words of a paragraph with what is known of them before any decision.
type Paragraph struct {
	Words []Word
	Style Style
	next  []nextEnd // for each word, the first end by rule at or behind it
}

// Style says how a text is written.
type Style struct {
	Casual int  // 0 to 3: how often the text goes on in small letters behind a full stop
	First  bool // the paragraph is the text's first
	Last   bool // it is its last
}

// nextEnd is how far a word is from the next end by rule.
type nextEnd struct {
	distance int
	marked   bool // there is an end before the paragraph's own
	verb     bool // a finite verb stands before it
}

// Prepare is called once the words are in place.
func (p *Paragraph) Prepare() {
	n := len(p.Words)
	if cap(p.next) < n {
		p.next = make([]nextEnd, 2*n)
	}
	p.next = p.next[:n]
	next := nextEnd{}
	if n > 0 {
		next.marked = p.Words[n-1].Shape == Stop || p.Words[n-1].Shape == Dots
	}
	for i := n - 1; i >= 0; i-- {
		if p.Words[i].RuleEnd {
			next = nextEnd{marked: true}
		}
		next.verb = next.verb || p.Words[i].Verb
		p.next[i] = next
		next.distance++
	}
}

// State is what the decisions so far have led to.
type State struct {
	First  int // the sentence's first word
	small  int // words in small letters since
	words  int // words since
	open   int // brackets that are open
	quotes int // quotation marks since
	verb   bool
}

// Enter takes word i into the sentence.
func (s *State) Enter(w *Word) {
	s.verb = s.verb || w.Verb
	switch w.Shape {
	case Lower:
		s.small++
		s.words++
	case Capital, AllCaps, OneLetter, Dotted:
		s.words++
	case Opening:
		s.open++
	case Closing:
		if s.open > 0 {
			s.open--
		}
	case Quote:
		s.quotes++
	}
}

// Begin begins a sentence at word i.
func (s *State) Begin(i int) { *s = State{First: i} }

func bucket(n int) uint32 {
	switch {
	case n <= 4:
		return uint32(n)
	case n <= 6:
		return 5
	case n <= 9:
		return 6
	case n <= 14:
		return 7
	case n <= 24:
		return 8
	case n <= 40:
		return 9
	}
	return 10
}

var outside = Word{Form: 1, Lower: 1, Suffix: 1, Shape: 30}

func (p *Paragraph) at(i int) *Word {
	if i < 0 || i >= len(p.Words) {
		return &outside
	}
	return &p.Words[i]
}

// Features appends the features of the place behind word i, which is not the paragraph's last.
func (p *Paragraph) Features(f []uint32, s *State, i int) []uint32 {
	l2, l1, l0 := p.at(i-2), p.at(i-1), &p.Words[i]
	r0, r1, r2 := p.at(i+1), p.at(i+2), p.at(i+3)
	rule := flag(l0.RuleEnd)
	shape := func(w *Word) uint32 { return uint32(w.Shape)<<1 | flag(w.Apart) }
	S2, S1, S0, T0, T1, T2 := shape(l2), shape(l1), shape(l0), shape(r0), shape(r1), shape(r2)
	gap := S0<<8 | T0<<1 | rule
	length := bucket(i + 1 - s.First)
	left := bucket(len(p.Words) - i - 1)
	ahead := p.next[i+1]
	style := uint32(p.Style.Casual)
	header := flag(s.small == 0)
	first := p.at(s.First)
	verbs := flag(s.verb)<<1 | flag(ahead.verb)
	places := flag(r0.Head)<<2 | flag(l0.Tail)<<1 | flag(r1.Head)

	f = append(f,
		key(1, gap, 0),
		key(2, gap, style),
		key(3, S1<<16|S0<<8|T0, rule),
		key(4, S1<<24|S0<<16|T0<<8|T1, rule),
		key(5, S2<<24|S1<<16|S0<<8|T0, T1<<8|T2),
		key(6, S0<<16|T0<<8|T1, T2),
		key(7, l0.Lower, rule),
		key(8, r0.Lower, rule),
		key(9, r0.Form, S0),
		key(10, l0.Lower, r0.Lower),
		key(11, l0.Lower, T0),
		key(12, l1.Lower, S0<<8|T0),
		key(13, r1.Lower, S0<<8|T0),
		key(14, r0.Form, r1.Lower),
		key(15, r0.Lower, r1.Lower+S0),
		key(16, l1.Lower, l0.Lower),
		key(17, l1.Lower+l0.Lower*31, r0.Lower),
		key(18, l0.Suffix, T0),
		key(19, r0.Suffix, S0),
		key(20, gap, length),
		key(21, gap, header<<4|bucket(s.words)),
		key(22, gap, 64|uint32(min(s.open, 2))<<2|uint32(s.quotes&1)<<1|flag(s.quotes > 1)),
		key(23, gap, left),
		key(24, gap, bucket(ahead.distance)<<1|flag(ahead.marked)),
		key(25, r0.Lower, style<<8|S0),
		key(26, first.Lower, gap),
		key(27, l0.Form, length),
		key(28, l2.Lower, S0<<8|T0),
		key(29, r2.Lower, S0<<8|T0),
		key(30, gap, bucket(i)<<3|flag(p.Style.First)<<1|flag(p.Style.Last)),
		key(31, uint32(first.Shape)<<24|gap, length<<1|header),
		key(32, r0.Lower, header<<8|bucket(s.words)),
		key(33, l1.Suffix, l0.Suffix+T0),
		key(34, r0.Suffix, r1.Suffix+S0),
		key(35, r0.Form, length<<8|S0),
		key(36, r0.Lower+r1.Lower*31, r2.Lower),
		key(37, l0.Lower, bucket(s.words)<<8|left),
		key(38, gap, 1<<8|verbs<<4|length),
		key(39, r0.Lower, verbs<<8|S0),
		key(40, gap, 1<<9|places<<1|header),
		key(41, S1<<24|S0<<16|T0<<8|T1, 1<<10|verbs<<4|style<<1|header),
	)
	return f
}

func flag(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// key mixes the number of a template and two values into the key of a feature, which is never 0.
func key(template, a, b uint32) uint32 {
	x := uint64(a)*0x9E3779B97F4A7C15 + uint64(b)*0xC2B2AE3D27D4EB4F + uint64(template)*0xD6E8FEB86659FD93
	x ^= x >> 32
	x *= 0xD6E8FEB86659FD93
	if k := uint32(x >> 32); k != 0 {
		return k
	}
	return 1 // 0 marks an empty slot
}
