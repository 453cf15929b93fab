// Package perceptron holds the linear classifier that finds names.
//
// A feature is a 32-bit key, made by Key; a classifier keeps a row of weights, one a class, for each
// key that it has met. While it learns, a row holds floating-point numbers (Trainer). The classifier
// that ships (Model) holds bytes, eight classes to a machine word, so that a row is added to the
// scores with a handful of additions.
package perceptron

// Key makes the key of a feature from the number of its template and up to three values.
func Key(template uint32, a, b, c uint32) uint32 {
	x := uint64(a)*0x9E3779B97F4A7C15 + uint64(b)*0xC2B2AE3D27D4EB4F + uint64(c)*0x165667B19E3779F9 +
		uint64(template)*0xD6E8FEB86659FD93
	x ^= x >> 32
	x *= 0xD6E8FEB86659FD93
	key := uint32(x >> 32)
	if key == 0 { // 0 marks an empty slot of the tables
		key = 1
	}
	return key
}

// spread scatters a key over a table. Keys are hashes already, but their low bits decide the slot
// while the whole key is compared.
func spread(key uint32) uint32 { return key * 0x9E3779B1 }
