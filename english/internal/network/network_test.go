package network

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"chancery/english/internal/words"
)

// learnt writes a small network with random numbers, as pupil.py would.
func learnt(random *rand.Rand) *bytes.Buffer {
	var b bytes.Buffer
	write := func(name string, shape ...int) {
		size := 1
		fmt.Fprint(&b, name)
		for _, n := range shape {
			fmt.Fprintf(&b, " %d", n)
			size *= n
		}
		b.WriteByte('\n')
		for range size {
			binary.Write(&b, binary.LittleEndian, float32(random.NormFloat64()/2))
		}
	}
	const hidden, arc, label, tag, name = 32, 12, 8, 8, 4
	write("word.weight", 4, 20)
	write("affix.weight", Affixes, 8)
	write("shape.weight", Shapes, 4)
	for l, in := range []int{32, 2 * hidden} {
		for _, back := range []string{"", "_reverse"} {
			suffix := fmt.Sprintf("l%d%s", l, back)
			write("lstm.weight_ih_"+suffix, 4*hidden, in)
			write("lstm.weight_hh_"+suffix, 4*hidden, hidden)
			write("lstm.bias_ih_"+suffix, 4*hidden)
			write("lstm.bias_hh_"+suffix, 4*hidden)
		}
	}
	out := 2*arc + 2*label + tag + name
	write("out.weight", out, 2*hidden)
	write("out.bias", out)
	write("root_arc", arc)
	write("root_label", label)
	write("distance", 2*far+2)
	for _, s := range []struct {
		name        string
		rows, width int
	}{{"label", 3, label}, {"tag", 5, tag}, {"name", 2, name}} {
		write(s.name+".weight", s.rows, s.width)
		write(s.name+".bias", s.rows)
	}
	return &b
}

func small(t testing.TB) *Network {
	t.Helper()
	v := NewVocabulary([]uint32{words.Hash("treaty"), words.Hash("sign"), words.Hash("the")})
	n, err := FromLearnt(learnt(rand.New(rand.NewPCG(5, 6))), v,
		[]string{"NOUN+NN", "VERB+VB", "DET+DT", "PROPN+NNP", "PUNCT+."}, []string{"root", "obj", "parataxis"}, []string{"O", "B-PER"})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func sentence(text string) []words.Word {
	var out []words.Word
	var buffer []byte
	for w := range strings.FieldsSeq(text) {
		out = append(out, words.Of(w, false, nil, &buffer))
	}
	return out
}

func read(n *Network, text string, s *Scratch) *Reading {
	r := n.Tag(sentence(text), s)
	n.Parse(-1, s)
	return r
}

// TestTheRootCanBeSet asks for each word in turn.
func TestTheRootCanBeSet(t *testing.T) {
	n, s := small(t), &Scratch{}
	text := sentence("the treaty that Oslo and Lima sign")
	for root := range text {
		r := n.Tag(text, s)
		n.Parse(root, s)
		if r.Heads[root] != -1 || !isTree(r.Heads) {
			t.Errorf("asked for word %d as the root, the heads are %v", root, r.Heads)
		}
	}
}

// TestAFiniteVerbDescribesNoNoun has a verb in the past between two nouns.
func TestAFiniteVerbDescribesNoNoun(t *testing.T) {
	g := newGrammar([]string{"PROPN+NNP", "VERB+VBD", "NOUN+NN"}, []string{"root", "amod", "nsubj"})
	scores := make([]int32, 3*4)
	g.weigh([]uint8{0, 1, 2}, scores)
	for i, want := range []int32{0, 0, 0, 0, 0, 0, 0, -unlikely, 0, 0, 0, 0} {
		if scores[i] != want {
			t.Errorf("score %d is %d, want %d", i, scores[i], want)
		}
	}
	if g.excluded(1, 2)>>1&1 == 0 || g.excluded(1, 2)>>2&1 == 1 || g.excluded(0, 2) != 0 {
		t.Error("a finite verb may be an adjective of a noun, or may not be its subject, or a noun is bound")
	}
}

// TestEveryReadingIsATree reads sentences of all lengths.
func TestEveryReadingIsATree(t *testing.T) {
	n, s := small(t), &Scratch{}
	random := rand.New(rand.NewPCG(7, 8))
	for _, count := range []int{0, 1, 2, 7, 40, Longest} {
		var text []string
		for range count {
			text = append(text, []string{"the", "treaty", "Oslo", "sign", ",", "1999"}[random.IntN(6)])
		}
		r := read(n, strings.Join(text, " "), s)
		if len(r.Heads) != count || len(r.Tags) != count || len(r.Labels) != count || len(r.Names) != count {
			t.Fatalf("%d words: %d heads, %d tags, %d labels, %d names", count, len(r.Heads), len(r.Tags), len(r.Labels), len(r.Names))
		}
		if count > 0 && !isTree(r.Heads) {
			t.Errorf("%d words: %v is no tree", count, r.Heads)
		}
		for i, h := range r.Heads {
			if root := int(r.Labels[i]) == n.rootClass; root != (h < 0) {
				t.Errorf("%d words: word %d has head %d and label %s", count, i, h, n.Labels[r.Labels[i]])
			}
		}
	}
}

// TestTheReadingDoesNotDependOnTheProcessor reads with the kernel of this processor and without.
func TestTheReadingDoesNotDependOnTheProcessor(t *testing.T) {
	n := small(t)
	const text = "the treaty that Oslo and Lima sign in 1999 ends the war , said the king"
	fast := *read(n, text, &Scratch{})
	withoutKernels(t)
	if plain := *read(n, text, &Scratch{}); !reflect.DeepEqual(fast, plain) {
		t.Errorf("with the kernel %+v, without %+v", fast, plain)
	}
}

func TestWeightsComeBack(t *testing.T) {
	n := small(t)
	data := n.Append(nil)
	back, rest, err := Decode(append(data, 1, 2, 3))
	if err != nil || len(rest) != 3 {
		t.Fatalf("%d bytes left, error %v", len(rest), err)
	}
	if !reflect.DeepEqual(n, back) {
		t.Error("the network that comes back is another")
	}
	for cut := 0; cut < len(data); cut += 1 + len(data)/300 {
		if _, _, err := Decode(data[:cut]); err == nil {
			t.Errorf("%d of %d bytes are taken for a network", cut, len(data))
		}
	}
}

// FuzzDecode changes bytes of a network: it is refused, or reads any sentence without a panic.
func FuzzDecode(f *testing.F) {
	data := small(f).Append(nil)
	f.Add(0, byte(1))
	f.Add(len(data)/2, byte(200))
	f.Fuzz(func(t *testing.T, at int, to byte) {
		broken := bytes.Clone(data)
		broken[uint(at)%uint(len(broken))] = to
		if n, _, err := Decode(broken); err == nil {
			read(n, "the treaty", &Scratch{})
		}
	})
}

// TestCurves compares the tables with the functions at a grid that they do not hold.
func TestCurves(t *testing.T) {
	for x := float32(-10); x < 10; x += 0.013 {
		if got, want := tanh(x), exactTanh(x); abs(got-want) > 0.004 {
			t.Errorf("tanh(%v) = %v, want %v", x, got, want)
		}
		if got, want := sigmoid(x), 0.5+exactTanh(x/2)/2; abs(got-want) > 0.002 {
			t.Errorf("sigmoid(%v) = %v, want %v", x, got, want)
		}
	}
}

func exactTanh(x float32) float32 {
	// tanh by its continued fraction, which no table of this package uses
	y, x2 := float64(0), float64(x)*float64(x)
	for k := 41; k > 1; k -= 2 {
		y = x2 / (float64(k) + y)
	}
	return float32(float64(x) / (1 + y))
}

func abs(x float32) float32 { return max(x, -x) }

func BenchmarkRead(b *testing.B) {
	n, s := small(b), &Scratch{}
	text := sentence(strings.Repeat("the treaty that Oslo and Lima sign ", 4))
	b.ReportAllocs()
	for b.Loop() {
		n.Tag(text, s)
		n.Parse(-1, s)
	}
}
