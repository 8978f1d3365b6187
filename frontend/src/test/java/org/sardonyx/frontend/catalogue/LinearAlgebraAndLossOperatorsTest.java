package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearAlgebraAndLossOperatorsTest {
    private static final String MATRIX = "float32 2x3: 1 2 3 4 5 6";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MatMul | 1  |                    | int32 2: 1 2; int32 2: 3 4                     | int32 : 11
            MatMul | 9  |                    | int32 2: 1 2; int32 2x1: 3 4                   | int32 1: 11
            MatMul | 13 |                    | int32 1x2x2: 1 2 3 4; int32 2: 1 1             | int32 1x2: 3 7
            MatMul | 13 |                    | int32 1: 2; int32 2x1x1: 3 4                   | int32 2x1: 6 8
            MatMul | 13 |                    | float32 1x0: ; float32 0x1:                    | float32 1x1: 0
            Gemm   | 1  | broadcast=1        | float32 1x1: 2; float32 1x1: 3; float32 1: 4   | float32 1x1: 10
            Gemm   | 7  | alpha=0.5 beta=2.0 | float32 1x1: 2; float32 1x1: 3; float32 : 4    | float32 1x1: 11
            Gemm   | 11 | transA=1 transB=1  | float32 2x1: 1 2; float32 1x2: 3 4             | float32 1x1: 11
            Gemm   | 13 | alpha=2.0          | int32 1x1: 2; int32 1x1: 3; int32 1x2: 1 2     | int32 1x2: 13 14
            """)
    void multiplies(String operator, long opset, String attributes, String inputs, String outputs) {
        Expanded expanded = Expanded.of(operator, opset, attributes);
        assertEquals(outputs, expanded.on(inputs));
        if (operator.equals("MatMul")) {
            assertEquals(outputs, expanded.onUnknownRanks(inputs));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ij->ji            | M                                | float32 3x2: 1 4 2 5 3 6
            i j               | M                                | float32 2x3: 1 2 3 4 5 6
            ba                | M                                | float32 3x2: 1 4 2 5 3 6
            ij->              | M                                | float32 : 21
            ij->j             | M                                | float32 3: 5 7 9
            ...->...          | M                                | float32 2x3: 1 2 3 4 5 6
            ...j->j...        | M                                | float32 3x2: 1 4 2 5 3 6
            ij,jk             | M; float32 3x1: 1 1 1            | float32 2x1: 6 15
            ij,jk->ki         | M; float32 3x1: 1 1 1            | float32 1x2: 6 15
            ij,ij->ij         | M; M                             | float32 2x3: 1 4 9 16 25 36
            ij,ij->           | M; M                             | float32 : 91
            i,j->ji           | float32 2: 1 2; float32 2: 3 4   | float32 2x2: 3 6 4 8
            i,i               | float32 2: 1 2; float32 2: 3 4   | float32 : 11
            ii->i             | float32 2x2: 1 2 3 4             | float32 2: 1 4
            ii                | float32 2x2: 1 2 3 4             | float32 : 5
            iij->ij           | float32 2x2x1: 1 2 3 4           | float32 2x1: 1 4
            iii               | float32 2x2x2: 1 2 3 4 5 6 7 8   | float32 : 9
            ii                | float32 0x0:                     | float32 : 0
            bij,bjk->bik      | float32 1x1x2: 1 2; float32 1x2x1: 3 4 | float32 1x1x1: 11
            ...ij,...jk       | float32 2x1x1: 1 2; float32 1x1: 3     | float32 2x1x1: 3 6
            i...,j->...       | float32 1x2: 1 2; float32 2: 1 2       | float32 2: 3 6
            abc,cd,de->abe    | float32 1x1x1: 2; float32 1x1: 3; float32 1x1: 4 | float32 1x1x1: 24
            abcd,cdef->abef   | float32 1x1x1x2: 1 2; float32 1x2x1x1: 3 4       | float32 1x1x1x1: 11
            Aa,a->A           | M; float32 3: 1 0 1              | float32 2: 4 10
            ,i->i             | float32 : 2; float32 2: 1 2      | float32 2: 2 4
            """)
    void sumsOverIndices(String equation, String inputs, String output) {
        Expanded einsum = Expanded.of("Einsum", 12, "equation=" + equation.replace(" ", ""));
        assertEquals(output, einsum.on(inputs.replace("M", MATRIX)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ij,j   | M             | equation 'ij,j' for 1 inputs
            i->j->k | M            | for 1 inputs
            i      | M             | term 'i' for an input of shape [2, 3]
            ijk    | M             | term 'ijk' for an input of shape [2, 3]
            i.j    | M             | term 'i.j', expected letters and at most one ellipsis
            i......j | M           | expected letters and at most one ellipsis
            ij->ik | M             | an output letter is repeated or in no input
            ij->ii | M             | an output letter is repeated or in no input
            ii     | M             | 'i' stands for axes of different sizes of a tensor of shape [2, 3]
            ij,jk  | M; M          | no matrix product
            """)
    void refusesEquations(String equation, String inputs, String message) {
        String found = Expanded.of("Einsum", 12, "equation=" + equation).refusal(inputs.replace("M", MATRIX));
        assertTrue(found.contains(message), found);
    }

    @Test
    void refusesEndlessEquations() {
        String found = Expanded.of("Einsum", 12, "equation=" + "a".repeat(1 << 20)).refusal(MATRIX);
        assertTrue(found.contains("an equation of 1048576 characters"), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Softmax    | 1  |         | float32 1x2x2: 0 0 0 0               | float32 1x2x2: 0.25 0.25 0.25 0.25
            Softmax    | 11 | axis=2  | float32 1x2x2: 0 0 0 0               | float32 1x2x2: 0.5 0.5 0.5 0.5
            Softmax    | 13 |         | float32 1x2x2: 1000 1000 0 -Infinity | float32 1x2x2: 0.5 0.5 1 0
            Softmax    | 13 | axis=0  | float16 2: 0 0                       | float16 2: 0.5 0.5
            Softmax    | 13 |         | float32 2x0:                         | float32 2x0:
            LogSoftmax | 13 |         | float32 2: 1000 0                    | float32 2: 0 -1000
            LogSoftmax | 1  |         | float32 1x2: 0 0                     | float32 1x2: -0.6931 -0.6931
            Hardmax    | 13 |         | float32 2x2: 1 1 0 2                 | float32 2x2: 1 0 0 1
            Hardmax    | 13 | axis=0  | float32 2x2: 1 1 0 2                 | float32 2x2: 1 0 0 1
            Hardmax    | 1  |         | float32 1x2x2: 0 1 9 9               | float32 1x2x2: 0 0 1 0
            """)
    void normalises(String operator, long opset, String attributes, String inputs, String outputs) {
        assertEquals(outputs, Expanded.of(operator, opset, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reduction=none                | S; int64 2: 0 1                      | float32 2: 1 4
            reduction=sum                 | S; int32 2: 0 1                      | float32 : 5
                                          | S; int64 2: 0 1                      | float32 : 2.5
                                          | S; int64 2: 0 1; float32 2: 1 3      | float32 : 3.25
            ignore_index=-5               | S; int64 2: -5 1                     | float32 : 4
            ignore_index=1                | S; int64 2: 0 1; float32 2: 3 1      | float32 : 1
            ignore_index=0 reduction=none | float32 1x1: -Infinity; int64 1: 0   | float32 1: 0
            ignore_index=0                | float32 1x1: -1; int64 1: 0          | float32 : NaN
            """)
    void measuresNegativeLogLikelihood(String attributes, String inputs, String loss) {
        Expanded operator = Expanded.of("NegativeLogLikelihoodLoss", 13, attributes);
        assertEquals(loss, operator.on(inputs.replace("S;", "float32 2x2: -1 -2 -3 -4;")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reduction=none | float32 1x2: 0 0; int64 1: 1     | float32 1: 0.6931; float32 1x2: -0.6931 -0.6931
                           | float16 1x2x1: 0 0; int64 1x1: 1 | float16 : 0.6934; float16 1x2x1: -0.6934 -0.6934
            """)
    void measuresCrossEntropy(String attributes, String inputs, String outputs) {
        assertEquals(outputs, Expanded.of("SoftmaxCrossEntropyLoss", 13, attributes).withOutputs(2).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gemm    | float32 1: 1; float32 1x1: 1                  | inputs of shapes [1] and [1, 1], expected matrices
            Gemm    | float32 1x2: 1 1; float32 1x1: 1              | no matrix product of shapes [1, 2] and [1, 1]
            MatMul  | float32 1x1: 1; float64 1x1: 1                | element types float32 and float64 differ
            MatMul  | float32 : 1; float32 1x1: 1                   | no matrix product of shapes [] and [1, 1]
            Softmax | float32 : 1                                   | axis -1 of a tensor of rank 0
            NegativeLogLikelihoodLoss | float32 1x1: 1; int64 1: 1  | index 1 into an axis of size 1
            """)
    void refuses(String operator, String inputs, String message) {
        String found = Expanded.of(operator, 13, "").refusal(inputs);
        assertTrue(found.contains(message), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MatMul  |                            | float32[N, 3, K]; float32[K, M]    | float32[N, 3, M]
            Gemm    | transB=1                   | float32[N, K]; float32[10, K]      | float32[N, 10]
            Einsum  | equation=bij,bkj->bik      | float32[B, N, 8]; float32[B, M, 8] | float32[B, N, M]
            Einsum  | equation=bhid,bhjd->bhij   | float32[B, 12, N, 64]; float32[B, 12, N, 64] | float32[B, 12, N, N]
            Einsum  | equation=ij,j->i           | float32[N, 3]; float32[1]          | float32[N]
            Softmax | axis=1                     | float32[N, C]                      | float32[N, C]
            """)
    void infersSymbolicShapes(String operator, String attributes, String inputs, String types) {
        assertEquals(types, Expanded.of(operator, 13, attributes).typesOn(inputs));
    }
}
