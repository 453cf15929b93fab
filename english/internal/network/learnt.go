package network

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// tensor is a learnt table of numbers, row after row.
type tensor struct {
	shape  []int
	values []float32
}

// FromLearnt makes a network of the numbers that english/training/teacher/pupil.py wrote.
func FromLearnt(r io.Reader, v *Vocabulary, tags, labels, names []string) (*Network, error) {
	all, err := readTensors(bufio.NewReader(r))
	if err != nil {
		return nil, err
	}
	n := &Network{Vocabulary: v, Tags: tags, Labels: labels, Names: names}
	if err := n.nameClasses(); err != nil {
		return nil, err
	}
	var scales []float32
	for _, t := range []struct {
		into *table
		name string
	}{{&n.word, "word"}, {&n.affix, "affix"}, {&n.shape, "shape"}} {
		scale := t.into.learn(all[t.name+".weight"])
		for range t.into.width {
			scales = append(scales, scale)
		}
	}
	for l := range n.layers {
		layer := &n.layers[l]
		layer.hidden = all["lstm.weight_hh_l0"].shape[1]
		outputs := uniform(layer.hidden, 1./one)
		layer.forward = learnDirection(all, fmt.Sprintf("l%d", l), scales, outputs)
		layer.backward = learnDirection(all, fmt.Sprintf("l%d_reverse", l), scales, outputs)
		scales = uniform(2*layer.hidden, 1./one)
	}
	n.out = learnMatrix(all["out.weight"], all["out.bias"], scales)
	arc, label := len(all["root_arc"].values), len(all["root_label"].values)
	tag, name := all["tag.weight"].shape[1], all["name.weight"].shape[1]
	n.offsets = offsets{arc, 2 * arc, 2*arc + label, 2*arc + 2*label, 2*arc + 2*label + tag, 2*arc + 2*label + tag + name}
	for _, f := range all["root_arc"].values {
		n.rootArc = append(n.rootArc, grains(f))
	}
	n.rootLabel = all["root_label"].values
	for _, f := range all["distance"].values {
		n.distance = append(n.distance, int32(math.Round(float64(f)*grain*grain)))
	}
	small := func(name string) *Matrix {
		w := all[name+".weight"]
		return learnMatrix(w, all[name+".bias"], uniform(w.shape[1], 1./grain))
	}
	n.label, n.tag, n.name = small("label"), small("tag"), small("name")
	return n, nil
}

func uniform(n int, v float32) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = v
	}
	return out
}

func learnMatrix(w, bias tensor, inputScale []float32) *Matrix {
	return NewMatrix(w.shape[0], w.shape[1], w.values, bias.values, inputScale)
}

func learnDirection(all map[string]tensor, suffix string, inputs, outputs []float32) direction {
	bias := tensor{values: make([]float32, len(all["lstm.bias_ih_"+suffix].values))}
	for i, b := range all["lstm.bias_ih_"+suffix].values {
		bias.values[i] = b + all["lstm.bias_hh_"+suffix].values[i]
	}
	return direction{
		in:    learnMatrix(all["lstm.weight_ih_"+suffix], bias, inputs),
		again: learnMatrix(all["lstm.weight_hh_"+suffix], tensor{}, outputs),
	}
}

// learn makes whole numbers of a table and returns what 1 counts in it. The few numbers far from all others
// are cut, so that they do not cost the others their precision.
func (t *table) learn(from tensor) float32 {
	t.width = from.shape[1]
	squares := 0.0
	for _, f := range from.values {
		squares += float64(f) * float64(f)
	}
	const reach = 6 // standard deviations
	scale := reach * math.Sqrt(squares/float64(len(from.values))) / 127
	t.rows = make([]int8, len(from.values))
	for i, f := range from.values {
		t.rows[i] = int8(min(max(math.RoundToEven(float64(f)/scale), -127), 127))
	}
	return float32(scale)
}

// readTensors reads lines "NAME DIMENSION…", each followed by its numbers as 32-bit floats, low byte first.
func readTensors(r *bufio.Reader) (map[string]tensor, error) {
	all := map[string]tensor{}
	for {
		line, err := r.ReadString('\n')
		if err == io.EOF && line == "" {
			return all, nil
		}
		if err != nil {
			return nil, fmt.Errorf("network: reading what was learnt: %w", err)
		}
		f := strings.Fields(line)
		if len(f) < 2 {
			return nil, fmt.Errorf("network: %q names no table of numbers", line)
		}
		t, size := tensor{}, 1
		for _, d := range f[1:] {
			n, err := strconv.Atoi(d)
			if err != nil || n <= 0 {
				return nil, fmt.Errorf("network: %q is no dimension of %s", d, f[0])
			}
			t.shape = append(t.shape, n)
			size *= n
		}
		t.values = make([]float32, size)
		if err := binary.Read(r, binary.LittleEndian, t.values); err != nil {
			return nil, fmt.Errorf("network: the numbers of %s: %w", f[0], err)
		}
		all[f[0]] = t
	}
}
