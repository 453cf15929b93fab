package network

// dotsPlain gives the products of every row of weights with every input: out[i*rows+r] is the sum over
// the columns of weights[r*columns+c] times in[i*columns+c]. Rows come in fours. It is what the fast
// kernels must equal, and what processors without them use.
func dotsPlain(weights, in []int16, out []int32, columns, rows, n int) {
	for r := 0; r+group <= rows; r += group {
		w := weights[r*columns:]
		w0, w1, w2, w3 := w[:columns], w[columns:][:columns], w[2*columns:][:columns], w[3*columns:][:columns]
		for i := range n {
			var s0, s1, s2, s3 int32
			for c, x := range in[i*columns:][:columns] {
				v := int32(x)
				s0 += int32(w0[c]) * v
				s1 += int32(w1[c]) * v
				s2 += int32(w2[c]) * v
				s3 += int32(w3[c]) * v
			}
			sums := out[i*rows+r:][:group]
			sums[0], sums[1], sums[2], sums[3] = s0, s1, s2, s3
		}
	}
}
