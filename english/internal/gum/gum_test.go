package gum

import (
	"slices"
	"strings"
	"testing"
)

const sample = `# newdoc id = test
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# meta::genre = news
# newpar
1	The	the	DET	DT	_	3	det	_	Entity=(1-person-new-nnnnn-cf1-3-coref
2	Peru	Peru	PROPN	NNP	_	3	compound	_	Entity=(2-place-new-nnnnn-cf2-1-coref-Peru)
3	envoy	envoy	NOUN	NN	_	4	nsubj	_	Entity=1)
4	left	leave	VERB	VBD	_	0	root	_	_

# newpar
1-2	She'd	_	_	_	_	_	_	_	_
1	She	she	PRON	PRP	_	3	nsubj	_	Entity=(1-person-giv:act-nnnnn-cf1-1-ana)
2	'd	have	AUX	VBD	_	3	aux	_	_
3	met	meet	VERB	VBN	_	0	root	_	_
4	Ana	Ana	PROPN	NNP	_	3	obj	_	Entity=(3-person-new-nnnnn-cf1-1,3-sgl(4-person-new-nnnnn-cf2-1-sgl)
5	and	and	CCONJ	CC	_	6	cc	_	_
6	them	they	PRON	PRP	_	4	conj	_	Entity=(5-person-new-nnnnn-cf1-1-ana)3)|SplitAnte=1<5,4<5

`

func TestParse(t *testing.T) {
	docs, err := Parse(strings.NewReader(sample))
	if err != nil || len(docs) != 1 {
		t.Fatal(docs, err)
	}
	d := docs[0]
	if d.ID != "test" || d.Genre != "news" || len(d.Words) != 10 || len(d.Sentences) != 3 || len(d.Sentences[1]) != 0 {
		t.Errorf("%+v", d)
	}
	want := []Entity{
		{"1", "person", "coref", 0, 3, []int{2}, 2, false},
		{"2", "place", "coref", 1, 2, []int{1}, 1, false},
		{"1", "person", "ana", 4, 5, []int{4}, 4, false},
		{"3", "person", "sgl", 7, 10, []int{7, 9}, 7, true},
		{"4", "person", "sgl", 7, 8, []int{7}, 7, false},
		{"5", "person", "ana", 9, 10, []int{9}, 9, false},
	}
	if !slices.EqualFunc(d.Entities, want, func(a, b Entity) bool {
		return a.Group == b.Group && a.Sort == b.Sort && a.Link == b.Link && a.First == b.First && a.Last == b.Last &&
			slices.Equal(a.Core, b.Core) && a.Head == b.Head && a.Several == b.Several
	}) {
		t.Errorf("%+v", d.Entities)
	}
	if !slices.Equal(d.Splits["5"], []string{"1", "4"}) {
		t.Errorf("%v", d.Splits)
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	for _, text := range []string{"1\tone\n", "# newdoc id = x\n1\ta\ta\tX\tX\t_\tz\tdep\t_\t_\n", "1\ta\ta\tX\tX\t_\t0\tdep\t_\t_\n"} {
		if _, err := Parse(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), "line") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
