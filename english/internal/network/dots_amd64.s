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

// ADD4 adds up four wide sums and puts them at out: sums of neighbours, of halves, of quarters.
#define ADD4(z0, y0, x0, z1, y1, z2, y2, z3, y3, out) \
	VEXTRACTI64X4 $1, z0, Y12; \
	VEXTRACTI64X4 $1, z1, Y13; \
	VEXTRACTI64X4 $1, z2, Y14; \
	VEXTRACTI64X4 $1, z3, Y15; \
	VPADDD        Y12, y0, y0; \
	VPADDD        Y13, y1, y1; \
	VPADDD        Y14, y2, y2; \
	VPADDD        Y15, y3, y3; \
	VPHADDD       y1, y0, y0; \
	VPHADDD       y3, y2, y2; \
	VPHADDD       y2, y0, y0; \
	VEXTRACTI128  $1, y0, X12; \
	VPADDD        X12, x0, x0; \
	VMOVDQU       x0, out

// func dotsVNNI(weights, in *int16, out *int32, columns, rows, n int)
//
// The same with registers twice as wide, product and sum in one instruction, and two inputs at a time
// where there are two: DI and R15 point to them, BX and BX+R14 to where their sums go.
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
	CMPQ R11, $2
	JLT  single

pair:
	LEAQ   (DI)(CX*1), R15
	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1
	VPXORD Z2, Z2, Z2
	VPXORD Z3, Z3, Z3
	VPXORD Z4, Z4, Z4
	VPXORD Z5, Z5, Z5
	VPXORD Z6, Z6, Z6
	VPXORD Z7, Z7, Z7
	XORQ   AX, AX

pairColumns:
	VMOVDQU64 (DI)(AX*1), Z8
	VMOVDQU64 (R15)(AX*1), Z9
	VMOVDQU64 (SI)(AX*1), Z10
	VMOVDQU64 (R8)(AX*1), Z11
	VMOVDQU64 (R9)(AX*1), Z12
	VMOVDQU64 (R10)(AX*1), Z13
	VPDPWSSD  Z10, Z8, Z0
	VPDPWSSD  Z10, Z9, Z4
	VPDPWSSD  Z11, Z8, Z1
	VPDPWSSD  Z11, Z9, Z5
	VPDPWSSD  Z12, Z8, Z2
	VPDPWSSD  Z12, Z9, Z6
	VPDPWSSD  Z13, Z8, Z3
	VPDPWSSD  Z13, Z9, Z7
	ADDQ      $64, AX
	CMPQ      AX, CX
	JLT       pairColumns

	ADD4(Z0, Y0, X0, Z1, Y1, Z2, Y2, Z3, Y3, (BX))
	ADDQ R14, BX
	ADD4(Z4, Y4, X4, Z5, Y5, Z6, Y6, Z7, Y7, (BX))
	ADDQ R14, BX
	LEAQ (DI)(CX*2), DI
	SUBQ $2, R11
	CMPQ R11, $2
	JGE  pair
	TESTQ R11, R11
	JZ   next

single:
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

	ADD4(Z0, Y0, X0, Z1, Y1, Z2, Y2, Z3, Y3, (BX))

next:
	LEAQ (R10)(CX*1), SI
	ADDQ $16, R12
	DECQ R13
	JNZ  group
	VZEROUPPER
	RET
