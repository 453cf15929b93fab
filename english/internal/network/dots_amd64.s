#include "textflag.h"

// func dotsAVX2(weights, in *int16, out *int32, columns, rows, n int)
//
// Four rows of weights at a time stay near while all inputs pass by. SI R8 R9 R10: the four rows;
// DI: the input; BX: where its four sums go; AX: bytes into the rows; CX: bytes in a row.
TEXT ·dotsAVX2(SB), NOSPLIT, $0-48
	MOVQ weights+0(FP), SI
	MOVQ out+16(FP), R12
	MOVQ columns+24(FP), CX
	SHLQ $1, CX
	MOVQ rows+32(FP), R13
	MOVQ R13, R14
	SHLQ $2, R14             // bytes from one input's sums to the next one's
	SHRQ $2, R13             // groups of rows

group:
	LEAQ (SI)(CX*1), R8
	LEAQ (R8)(CX*1), R9
	LEAQ (R9)(CX*1), R10
	MOVQ in+8(FP), DI
	MOVQ R12, BX
	MOVQ n+40(FP), R11

input:
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	XORQ  AX, AX

columns:
	VMOVDQU  (DI)(AX*1), Y4
	VPMADDWD (SI)(AX*1), Y4, Y5
	VPMADDWD (R8)(AX*1), Y4, Y6
	VPMADDWD (R9)(AX*1), Y4, Y7
	VPMADDWD (R10)(AX*1), Y4, Y8
	VPADDD   Y5, Y0, Y0
	VPADDD   Y6, Y1, Y1
	VPADDD   Y7, Y2, Y2
	VPADDD   Y8, Y3, Y3
	ADDQ     $32, AX
	CMPQ     AX, CX
	JLT      columns

	VPHADDD      Y1, Y0, Y0 // sums of neighbours: rows 0 0 1 1 in each half
	VPHADDD      Y3, Y2, Y2
	VPHADDD      Y2, Y0, Y0 // rows 0 1 2 3 in each half
	VEXTRACTI128 $1, Y0, X1
	VPADDD       X1, X0, X0
	VMOVDQU      X0, (BX)

	ADDQ CX, DI
	ADDQ R14, BX
	DECQ R11
	JNZ  input

	LEAQ (R10)(CX*1), SI
	ADDQ $16, R12
	DECQ R13
	JNZ  group
	VZEROUPPER
	RET

// func dotsVNNI(weights, in *int16, out *int32, columns, rows, n int)
//
// The same with registers twice as wide, and product and sum in one instruction.
TEXT ·dotsVNNI(SB), NOSPLIT, $0-48
	MOVQ weights+0(FP), SI
	MOVQ out+16(FP), R12
	MOVQ columns+24(FP), CX
	SHLQ $1, CX
	MOVQ rows+32(FP), R13
	MOVQ R13, R14
	SHLQ $2, R14
	SHRQ $2, R13

group:
	LEAQ (SI)(CX*1), R8
	LEAQ (R8)(CX*1), R9
	LEAQ (R9)(CX*1), R10
	MOVQ in+8(FP), DI
	MOVQ R12, BX
	MOVQ n+40(FP), R11

input:
	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1
	VPXORD Z2, Z2, Z2
	VPXORD Z3, Z3, Z3
	XORQ   AX, AX

columns:
	VMOVDQU64 (DI)(AX*1), Z4
	VPDPWSSD  (SI)(AX*1), Z4, Z0
	VPDPWSSD  (R8)(AX*1), Z4, Z1
	VPDPWSSD  (R9)(AX*1), Z4, Z2
	VPDPWSSD  (R10)(AX*1), Z4, Z3
	ADDQ      $64, AX
	CMPQ      AX, CX
	JLT       columns

	VEXTRACTI64X4 $1, Z0, Y5
	VEXTRACTI64X4 $1, Z1, Y6
	VEXTRACTI64X4 $1, Z2, Y7
	VEXTRACTI64X4 $1, Z3, Y8
	VPADDD        Y5, Y0, Y0
	VPADDD        Y6, Y1, Y1
	VPADDD        Y7, Y2, Y2
	VPADDD        Y8, Y3, Y3
	VPHADDD       Y1, Y0, Y0
	VPHADDD       Y3, Y2, Y2
	VPHADDD       Y2, Y0, Y0
	VEXTRACTI128  $1, Y0, X1
	VPADDD        X1, X0, X0
	VMOVDQU       X0, (BX)

	ADDQ CX, DI
	ADDQ R14, BX
	DECQ R11
	JNZ  input

	LEAQ (R10)(CX*1), SI
	ADDQ $16, R12
	DECQ R13
	JNZ  group
	VZEROUPPER
	RET
