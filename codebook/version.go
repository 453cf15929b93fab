package codebook

import (
	"io/fs"

	"chancery"
)

// fingerprint hashes the files of a codebook, by name and content.
func fingerprint(files fs.FS) (string, error) {
	var parts []string
	err := fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, path)
		parts = append(parts, path, string(text))
		return err
	})
	return chancery.Fingerprint(parts...), err
}

// Version changes whenever the data of the codebook does.
func (b *Codebook) Version() string { return b.version }
