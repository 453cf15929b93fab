package network

// dotsPlain gives the products of every row of weights with every input: out[i*rows+r] is the sum over
// the columns of weights[r*columns+c] times in[i*columns+c]. It is what the fast kernels must equal.
func dotsPlain(weights, in []int16, out []int32, columns, rows, n int) {
	for r := range rows {
		row := weights[r*columns : (r+1)*columns]
		for i := range n {
			x := in[i*columns : (i+1)*columns][:len(row)]
			var a, b int32
			for c := 0; c+1 < len(row); c += 2 {
				a += int32(row[c]) * int32(x[c])
				b += int32(row[c+1]) * int32(x[c+1])
			}
			out[i*rows+r] = a + b
		}
	}
}
