package network

import (
	"encoding/binary"
	"strings"
)

// Append writes the network behind b.
func (n *Network) Append(b []byte) []byte {
	b = n.Vocabulary.appendTo(b)
	for _, names := range [][]string{n.Tags, n.Labels, n.Names} {
		b = appendText(b, strings.Join(names, " "))
	}
	for _, t := range []*table{&n.word, &n.affix, &n.shape} {
		b = binary.LittleEndian.AppendUint32(b, uint32(t.width))
		b = binary.LittleEndian.AppendUint32(b, uint32(len(t.rows)))
		for _, v := range t.rows {
			b = append(b, byte(v))
		}
	}
	for _, m := range n.matrices() {
		b = (*m).appendTo(b)
	}
	o := n.offsets
	for _, v := range []int{n.layers[0].hidden, n.layers[1].hidden, o.arcHead, o.labelDep, o.labelHead, o.tag, o.name, o.end} {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	for _, v := range n.rootArc {
		b = binary.LittleEndian.AppendUint32(b, uint32(int32(v)))
	}
	b = appendFloats(b, n.rootLabel)
	for _, v := range n.distance {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	return b
}

// matrices lists the places of all matrices, in the order in which they are kept.
func (n *Network) matrices() []**Matrix {
	var all []**Matrix
	for l := range n.layers {
		for _, d := range []*direction{&n.layers[l].forward, &n.layers[l].backward} {
			all = append(all, &d.in, &d.again)
		}
	}
	return append(all, &n.out, &n.label, &n.tag, &n.name)
}

// Decode reads what Append wrote and returns the bytes behind it. It refuses what does not fit together.
func Decode(b []byte) (*Network, []byte, error) {
	n := &Network{}
	var err error
	if n.Vocabulary, b, err = decodeVocabulary(b); err != nil {
		return nil, nil, err
	}
	for _, names := range []*[]string{&n.Tags, &n.Labels, &n.Names} {
		var text string
		if text, b, err = decodeText(b); err != nil {
			return nil, nil, err
		}
		*names = strings.Fields(text)
	}
	for _, t := range []*table{&n.word, &n.affix, &n.shape} {
		if b, err = t.decode(b); err != nil {
			return nil, nil, err
		}
	}
	for _, m := range n.matrices() {
		if *m, b, err = decodeMatrix(b); err != nil {
			return nil, nil, err
		}
	}
	r := reader{b: b}
	n.layers[0].hidden, n.layers[1].hidden = r.number(), r.number()
	n.offsets = offsets{r.number(), r.number(), r.number(), r.number(), r.number(), r.number()}
	if err := n.nameClasses(); err != nil {
		return nil, nil, err
	}
	if r.short || !n.fits() {
		return nil, nil, errShort
	}
	for range n.offsets.arcHead {
		n.rootArc = append(n.rootArc, int16(int32(r.number())))
	}
	if n.rootLabel, r.b, err = decodeFloats(r.b, n.offsets.labelHead-n.offsets.labelDep); err != nil {
		return nil, nil, err
	}
	for range 2*far + 2 {
		n.distance = append(n.distance, int32(r.number()))
	}
	if r.short {
		return nil, nil, errShort
	}
	return n, r.b, nil
}

// fits reports whether the parts have the sizes that reading takes for granted.
func (n *Network) fits() bool {
	o, h := n.offsets, [2]int{n.layers[0].hidden, n.layers[1].hidden}
	ordered := 0 < o.arcHead && 2*o.arcHead == o.labelDep && o.labelDep < o.labelHead &&
		o.tag-o.labelHead == o.labelHead-o.labelDep && o.tag < o.name && o.name < o.end && o.end <= n.out.rows
	input := n.word.width + n.affix.width + n.shape.width
	for l, layer := range n.layers {
		for _, d := range []direction{layer.forward, layer.backward} {
			if d.in.rows != 4*h[l] || d.again.rows != 4*h[l] || d.again.columns != h[l] || d.in.columns != padded(input, lanes) {
				return false
			}
		}
		input = 2 * h[l]
	}
	return ordered && n.out.columns == input &&
		len(n.word.rows) == n.word.width*(1+len(n.Vocabulary.hashes)) &&
		len(n.affix.rows) == n.affix.width*Affixes && len(n.shape.rows) == n.shape.width*Shapes &&
		n.label.columns == padded(o.labelHead-o.labelDep, lanes) && n.label.rows >= len(n.Labels) &&
		n.tag.columns == padded(o.name-o.tag, lanes) && n.tag.rows >= len(n.Tags) && len(n.Tags) > 0 &&
		n.name.columns == padded(o.end-o.name, lanes) && n.name.rows >= len(n.Names) && len(n.Names) > 0
}

func (t *table) decode(b []byte) ([]byte, error) {
	r := reader{b: b}
	t.width = r.number()
	size := r.number()
	if r.short || len(r.b) < size {
		return nil, errShort
	}
	t.rows = make([]int8, size)
	for i := range t.rows {
		t.rows[i] = int8(r.b[i])
	}
	return r.b[size:], nil
}

// reader takes numbers from the front of b.
type reader struct {
	b     []byte
	short bool // there were too few bytes
}

func (r *reader) number() int {
	if len(r.b) < 4 {
		r.short = true
		return 0
	}
	v := binary.LittleEndian.Uint32(r.b)
	r.b = r.b[4:]
	return int(v)
}

func appendText(b []byte, text string) []byte {
	return append(binary.LittleEndian.AppendUint32(b, uint32(len(text))), text...)
}

func decodeText(b []byte) (string, []byte, error) {
	r := reader{b: b}
	size := r.number()
	if r.short || len(r.b) < size {
		return "", nil, errShort
	}
	return string(r.b[:size]), r.b[size:], nil
}
