package english

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the weights
	"encoding/hex"
	"errors"
	"sync"

	"chancery/english/internal/network"
	"chancery/english/internal/words"
)

// codeVersion goes up whenever the code reads the same text differently with the same weights.
const codeVersion = "5"

//go:embed weights/english.bin
var embedded []byte

// Weights is everything that the reader has learnt.
type Weights struct {
	Network  *network.Network
	Clusters *words.Clusters
	Lexicon  *Lexicon
	hash     string
}

// magic begins a file of weights; its number is the version of the form.
const magic = "chancery english 2\n"

const hashLength = 8

// Encode writes the weights as a file: magic, the hash of the rest, and the parts.
func (w *Weights) Encode() []byte {
	body := w.Network.Append(nil)
	body = w.Clusters.Append(body)
	body = w.Lexicon.appendTo(body)
	sum := sha256.Sum256(body)
	w.hash = hex.EncodeToString(sum[:hashLength])
	return append(append([]byte(magic), sum[:hashLength]...), body...)
}

// DecodeWeights reads what Encode wrote.
func DecodeWeights(data []byte) (*Weights, error) {
	if !bytes.HasPrefix(data, []byte(magic)) || len(data) < len(magic)+hashLength {
		return nil, errors.New("english: not a file of weights of this version; make it again with go run ./english/training")
	}
	w := &Weights{hash: hex.EncodeToString(data[len(magic):][:hashLength])}
	data = data[len(magic)+hashLength:]
	var err error
	if w.Network, data, err = network.Decode(data); err != nil {
		return nil, err
	}
	if w.Clusters, data, err = words.DecodeClusters(data); err != nil {
		return nil, err
	}
	if w.Lexicon, data, err = decodeLexicon(data); err != nil {
		return nil, err
	}
	if len(data) > 0 {
		return nil, errors.New("english: the file of weights goes on behind its end")
	}
	return w, nil
}

// New returns the reader with the weights that ship. They are decoded at the first call and shared
// by all readers.
var New = sync.OnceValues(func() (Reader, error) {
	w, err := DecodeWeights(embedded)
	if err != nil {
		return nil, err
	}
	if _, err := sentenceEnds(); err != nil {
		return nil, err
	}
	names, err := NewNameReader(nameWeights, w.Clusters, nil)
	if err != nil {
		return nil, err
	}
	return NewNetwork(w).WithNames(names), nil
})
