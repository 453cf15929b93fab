package network

import (
	"encoding/binary"
	"math"
)

// Matrix is a learnt linear map with its bias. Its weights are whole numbers; each row has a scale that
// makes them what was learnt. Products of whole numbers are exact, so every processor gives the same
// reading, whichever way it adds them up.
type Matrix struct {
	rows, columns int // columns is a multiple of lanes, rows one of group; what was added is zero
	weights       []int16
	scale         []float32 // of each row: what 1 counts, with an input of whole numbers
	bias          []float32
}

// The kernel takes so many columns and rows at a time.
const (
	lanes = 32
	group = 4
)

// Largest is the largest number that an input may hold, so that no sum overflows 32 bits.
const Largest = 4095

func padded(n, to int) int { return (n + to - 1) / to * to }

// NewMatrix makes whole numbers of weights, row after row. InputScale is what 1 counts in each column of
// the input.
func NewMatrix(rows, columns int, weights, bias, inputScale []float32) *Matrix {
	m := &Matrix{rows: padded(rows, group), columns: padded(columns, lanes)}
	m.weights = make([]int16, m.rows*m.columns)
	m.scale, m.bias = make([]float32, m.rows), make([]float32, m.rows)
	copy(m.bias, bias)
	scaled := make([]float64, columns)
	for r := range rows {
		largest := 0.0
		for c := range columns {
			scaled[c] = float64(weights[r*columns+c]) * float64(inputScale[c])
			largest = max(largest, math.Abs(scaled[c]))
		}
		if largest == 0 {
			continue
		}
		m.scale[r] = float32(largest / 127)
		for c := range columns {
			m.weights[r*m.columns+c] = int16(math.RoundToEven(scaled[c] / largest * 127))
		}
	}
	return m
}

// Multiply gives the whole-number products of the rows with each of n inputs, each of which takes
// m.columns numbers; out takes n times m.rows.
func (m *Matrix) multiply(in []int16, n int, out []int32) {
	if n == 0 {
		return
	}
	dots(m.weights[:m.rows*m.columns], in[:n*m.columns], out[:n*m.rows], m.columns, m.rows, n)
}

// value makes a product what it counts.
func (m *Matrix) value(row int, product int32) float32 {
	return float32(float32(product)*m.scale[row]) + m.bias[row]
}

// values makes the products of n inputs what they count.
func (m *Matrix) values(products []int32, n int, out []float32) {
	for i := range n {
		valuesOf(products[i*m.rows:][:m.rows], m.scale, m.bias, out[i*m.rows:][:m.rows])
	}
}

// valuesPlain is products times scale plus bias. It is what the fast kernel must equal.
func valuesPlain(products []int32, scale, bias, out []float32) {
	for r, p := range products {
		out[r] = float32(float32(p)*scale[r]) + bias[r]
	}
}

func (m *Matrix) appendTo(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(m.rows))
	b = binary.LittleEndian.AppendUint32(b, uint32(m.columns))
	for _, w := range m.weights {
		b = append(b, byte(int8(w)))
	}
	return appendFloats(appendFloats(b, m.scale), m.bias)
}

func decodeMatrix(b []byte) (*Matrix, []byte, error) {
	if len(b) < 8 {
		return nil, nil, errShort
	}
	m := &Matrix{rows: int(binary.LittleEndian.Uint32(b)), columns: int(binary.LittleEndian.Uint32(b[4:]))}
	b = b[8:]
	const most = 1 << 14
	if m.rows > most || m.columns > most || m.rows%group != 0 || m.columns%lanes != 0 || len(b) < m.rows*m.columns {
		return nil, nil, errShort
	}
	m.weights = make([]int16, m.rows*m.columns)
	for i := range m.weights {
		m.weights[i] = int16(int8(b[i]))
	}
	b = b[len(m.weights):]
	var err error
	if m.scale, b, err = decodeFloats(b, m.rows); err != nil {
		return nil, nil, err
	}
	m.bias, b, err = decodeFloats(b, m.rows)
	return m, b, err
}

func appendFloats(b []byte, all []float32) []byte {
	for _, f := range all {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f))
	}
	return b
}

func decodeFloats(b []byte, n int) ([]float32, []byte, error) {
	if len(b) < 4*n {
		return nil, nil, errShort
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out, b[4*n:], nil
}
