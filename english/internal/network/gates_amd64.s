#include "textflag.h"

// Constants of the curves, see lstm.go: steps, middle, the last point, and what 1 counts.
DATA curve<>+0(SB)/4, $128.0
DATA curve<>+4(SB)/4, $256.0
DATA curve<>+8(SB)/4, $1024.5
DATA curve<>+12(SB)/4, $2047
DATA curve<>+16(SB)/4, $4095.0
GLOBL curve<>(SB), RODATA|NOPTR, $20

// LOOK makes eight numbers in x their points on a curve: out = table[clamp(int(x*step + middle))].
#define LOOK(x, step, table, out) \
	VMULPS      step, x, x; \
	VADDPS      Y12, x, x; \
	VCVTTPS2DQ  x, x; \
	VPMAXSD     Y14, x, x; \
	VPMINSD     Y13, x, x; \
	VPCMPEQD    Y15, Y15, Y15; \
	VGATHERDPS  Y15, (table)(x*4), out

// INPUT is sums + products*scale of one block, whose first number is AX bytes behind its base.
#define INPUT(sums, products, scale, x) \
	VCVTDQ2PS (products)(AX*1), x; \
	VMULPS    (scale)(AX*1), x, x; \
	VADDPS    (sums)(AX*1), x, x

// func gatesAVX2(sums, scale *float32, products *int32, cell *float32, last *int16, hidden int, sigmoid, tanh *float32)
//
// Eight memories at a time. SI DX DI point to a block of sums, scales and products and go from block to
// block; AX is where in a block we are, in bytes; CX the bytes of a block.
TEXT ·gatesAVX2(SB), NOSPLIT, $0-64
	MOVQ sums+0(FP), SI
	MOVQ scale+8(FP), DX
	MOVQ products+16(FP), DI
	MOVQ cell+24(FP), BX
	MOVQ last+32(FP), R8
	MOVQ hidden+40(FP), CX
	SHLQ $2, CX
	MOVQ sigmoid+48(FP), R9
	MOVQ tanh+56(FP), R10
	VBROADCASTSS curve<>+0(SB), Y10
	VBROADCASTSS curve<>+4(SB), Y11
	VBROADCASTSS curve<>+8(SB), Y12
	VPBROADCASTD curve<>+12(SB), Y13
	VPXOR Y14, Y14, Y14
	VBROADCASTSS curve<>+16(SB), Y9
	XORQ AX, AX

eight:
	MOVQ SI, R11
	MOVQ DX, R12
	MOVQ DI, R13
	INPUT(R11, R13, R12, Y0)
	LOOK(Y0, Y10, R9, Y4)        // take
	ADDQ CX, R11
	ADDQ CX, R12
	ADDQ CX, R13
	INPUT(R11, R13, R12, Y1)
	LOOK(Y1, Y10, R9, Y5)        // keep
	ADDQ CX, R11
	ADDQ CX, R12
	ADDQ CX, R13
	INPUT(R11, R13, R12, Y2)
	LOOK(Y2, Y11, R10, Y6)       // news
	ADDQ CX, R11
	ADDQ CX, R12
	ADDQ CX, R13
	INPUT(R11, R13, R12, Y3)
	LOOK(Y3, Y10, R9, Y7)        // give
	VMULPS (BX)(AX*1), Y5, Y5
	VMULPS Y6, Y4, Y4
	VADDPS Y4, Y5, Y5            // the new memory
	VMOVUPS Y5, (BX)(AX*1)
	LOOK(Y5, Y11, R10, Y6)
	VMULPS Y6, Y7, Y7
	VMULPS Y9, Y7, Y7
	VCVTTPS2DQ Y7, Y7
	VEXTRACTI128 $1, Y7, X6
	VPACKSSDW X6, X7, X7
	MOVQ AX, R11
	SHRQ $1, R11
	VMOVDQU X7, (R8)(R11*1)
	ADDQ $32, AX
	CMPQ AX, CX
	JLT  eight
	VZEROUPPER
	RET

// func valuesAVX2(products *int32, scale, bias, out *float32, n int)
TEXT ·valuesAVX2(SB), NOSPLIT, $0-40
	MOVQ products+0(FP), SI
	MOVQ scale+8(FP), DX
	MOVQ bias+16(FP), BX
	MOVQ out+24(FP), DI
	MOVQ n+32(FP), CX
	SHLQ $2, CX
	XORQ AX, AX
	MOVQ CX, R8
	ANDQ $-32, R8
	CMPQ AX, R8
	JGE  rest

eight:
	VCVTDQ2PS (SI)(AX*1), Y0
	VMULPS    (DX)(AX*1), Y0, Y0
	VADDPS    (BX)(AX*1), Y0, Y0
	VMOVUPS   Y0, (DI)(AX*1)
	ADDQ      $32, AX
	CMPQ      AX, R8
	JLT       eight

rest:
	CMPQ      AX, CX
	JGE       done
	VCVTDQ2PS (SI)(AX*1), X0
	VMULPS    (DX)(AX*1), X0, X0
	VADDPS    (BX)(AX*1), X0, X0
	VMOVUPS   X0, (DI)(AX*1)

done:
	VZEROUPPER
	RET
