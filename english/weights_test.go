package english

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
)

func TestWeightsAreWhole(t *testing.T) {
	w, err := DecodeWeights(embedded)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(embedded[len(magic)+hashLength:])
	if got := hex.EncodeToString(sum[:hashLength]); got != w.hash {
		t.Errorf("the hash is %s, the file says %s", got, w.hash)
	}
	if v := NewNetwork(w).Version(); !strings.HasSuffix(v, w.hash) {
		t.Errorf("version %s lacks the hash %s", v, w.hash)
	}
	const most = 8 << 20
	if len(embedded) > most {
		t.Errorf("the weights have %d bytes, more than %d", len(embedded), most)
	}
	if string(w.Encode()) != string(embedded) {
		t.Error("encoding the weights again gives other bytes")
	}
}

func TestBrokenWeights(t *testing.T) {
	for _, cut := range []int{0, 5, len(magic), len(magic) + hashLength, 1000, len(embedded) / 3, len(embedded) / 2, len(embedded) - 1} {
		if _, err := DecodeWeights(embedded[:cut]); err == nil {
			t.Errorf("cut at %d: no error", cut)
		}
	}
	if _, err := DecodeWeights(append(embedded[:len(embedded):len(embedded)], 'x')); err == nil {
		t.Error("bytes behind the end: no error")
	}
}

func TestNewSharesOneReader(t *testing.T) {
	if a, b := testReader(t), testReader(t); a != b {
		t.Error("New gives different readers")
	}
}

func TestReadersMayBeShared(t *testing.T) {
	reader := testReader(t)
	text := benchText()
	want := reader.Read(text)
	for range 4 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			got := reader.Read(text)
			for i := range want.Tokens {
				if got.Tokens[i] != want.Tokens[i] {
					t.Fatalf("token %d is %+v, then %+v", i, want.Tokens[i], got.Tokens[i])
				}
			}
		})
	}
}
