package score

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Open opens a file to read. One that is packed with gzip is unpacked, whatever its name is.
func Open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such file", path)
	} else if err != nil {
		return nil, err
	}
	buffered := bufio.NewReader(f)
	if magic, _ := buffered.Peek(2); string(magic) != "\x1f\x8b" {
		return file{buffered, f}, nil
	}
	unpacked, err := gzip.NewReader(buffered)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: is packed with gzip, and damaged: %w", path, err)
	}
	return file{unpacked, f}, nil
}

type file struct {
	io.Reader
	io.Closer
}

// ReadTreebank reads a CoNLL-U file, plain or packed with gzip. Errors name the file and the line.
func ReadTreebank(path string) ([]Sentence, error) {
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := ReadCoNLLU(f)
	if line := (*LineError)(nil); errors.As(err, &line) {
		return nil, fmt.Errorf("%s, %w", path, err)
	} else if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: holds no sentence", path)
	}
	return all, nil
}
