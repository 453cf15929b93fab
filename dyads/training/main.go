// Command training learns the weights of the coder of pairs from the sentences in dyads/training/sentences, which were
// written for this. Run it from the root of the repository:
//
//	go run ./dyads/training
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"chancery/codebook"
	"chancery/dyads"
	"chancery/dyads/internal/marks"
	"chancery/dyads/internal/model"
	"chancery/english"
)

const (
	buckets = 1 << 15
	epochs  = 14
	rate    = 0.05 // of AdaGrad
	decay   = 2e-3
	seed    = 20240611
)

func main() {
	log.SetFlags(0)
	sentences := flag.String("sentences", "dyads/training/sentences", "folder of sentences")
	out := flag.String("out", "dyads/weights/weights.bin", "where the weights go")
	folds := flag.Int("folds", 0, "only say how well so many parts are coded by what is learnt from the others")
	flag.Parse()
	examples, err := read(*sentences)
	if err != nil {
		log.Fatal(err)
	}
	if *folds > 1 {
		validate(examples, *folds)
		return
	}
	m := learn(examples)
	data := m.Encode()
	if err := os.WriteFile(*out, data, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d sentences, %d bytes\n", len(examples), len(data))
}

// example is a pair with its event.
type example struct {
	features *model.Features
	event    string
}

func read(dir string) ([]example, error) {
	reader, err := english.New()
	if err != nil {
		return nil, err
	}
	coder, err := dyads.New()
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var examples []example
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(f)
		for n := 1; lines.Scan(); n++ {
			code, marked, ok := strings.Cut(lines.Text(), "\t")
			if !ok || strings.HasPrefix(code, "#") {
				continue
			}
			event := dyads.None
			if code != dyads.None {
				if event = coder.EventOf(code); codebook.Quad(event) == 0 {
					return nil, fmt.Errorf("%s:%d: %q is no CAMEO code with an event", file, n, code)
				}
			}
			text, spans := marks.Take(marked, "a", "r")
			actor, recipient := dyads.Span{Start: spans[0][0], End: spans[0][1]}, dyads.Span{Start: spans[1][0], End: spans[1][1]}
			if actor.End == 0 || recipient.End == 0 {
				return nil, fmt.Errorf("%s:%d: the sentence lacks an actor in <a> or a recipient in <r>", file, n)
			}
			examples = append(examples, example{coder.Features(reader.Read(text), actor, recipient), event})
		}
		f.Close()
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	return examples, nil
}

// learn fits the model by AdaGrad on the likelihood of the events.
func learn(examples []example) *model.Model {
	m := &model.Model{Buckets: buckets}
	index := map[string]int{}
	for _, e := range examples {
		if _, ok := index[e.event]; !ok {
			index[e.event] = 0
			m.Classes = append(m.Classes, e.event)
		}
	}
	sort.Strings(m.Classes)
	for i, c := range m.Classes {
		index[c] = i
	}
	matrix := func(n int) [][]float32 {
		rows := make([][]float32, n)
		for i := range rows {
			rows[i] = make([]float32, len(m.Classes))
		}
		return rows
	}
	m.Named, m.Dense, m.Bias = matrix(buckets), matrix(len(examples[0].features.Dense)), make([]float32, len(m.Classes))
	squares := &model.Model{Named: matrix(buckets), Dense: matrix(len(m.Dense)), Bias: make([]float32, len(m.Classes))}
	step := func(w, s *float32, gradient float64) {
		gradient += decay * float64(*w)
		*s += float32(gradient * gradient)
		*w -= float32(rate * gradient / (math.Sqrt(float64(*s)) + 1e-6))
	}
	random := rand.New(rand.NewPCG(seed, seed))
	for range epochs {
		for _, k := range random.Perm(len(examples)) {
			e := examples[k]
			gradients := m.Scores(e.features)
			gradients[index[e.event]]--
			for c, g := range gradients {
				step(&m.Bias[c], &squares.Bias[c], g)
				for _, h := range e.features.Names {
					b := h % buckets
					step(&m.Named[b][c], &squares.Named[b][c], g)
				}
				for d, x := range e.features.Dense {
					if x != 0 {
						step(&m.Dense[d][c], &squares.Dense[d][c], g*float64(x))
					}
				}
			}
		}
	}
	return m
}

// validate learns from all parts but one and codes that.
func validate(examples []example, folds int) {
	right := 0
	for fold := range folds {
		var rest, part []example
		for i, e := range examples {
			if i%folds == fold {
				part = append(part, e)
			} else {
				rest = append(rest, e)
			}
		}
		m := learn(rest)
		for _, e := range part {
			scores := m.Scores(e.features)
			best := 0
			for c := range scores {
				if scores[c] > scores[best] {
					best = c
				}
			}
			if m.Classes[best] == e.event {
				right++
			}
		}
	}
	fmt.Printf("%.1f per cent of %d sentences\n", 100*float64(right)/float64(len(examples)), len(examples))
}
