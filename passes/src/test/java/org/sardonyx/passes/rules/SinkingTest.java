package org.sardonyx.passes.rules;

import org.junit.jupiter.api.Test;

class SinkingTest {
    @Test
    void transposeBelowUnary() {
        RuleCheck.of(new SinkTransposeBelowUnary(), "%x: float32[2, 3]", """
                %0: float32[3, 2] = transpose(%x) {permutation = [1, 0]}
                %1: float32[3, 2] = unary(%0) {function = ABSOLUTE}
                return %1
                """).becomes("""
                %0: float32[2, 3] = unary(%x) {function = ABSOLUTE}
                %1: float32[3, 2] = transpose(%0) {permutation = [1, 0]}
                return %1
                """);
    }

    @Test
    void transposeThatIsUsedElsewhereStays() {
        RuleCheck.of(new SinkTransposeBelowUnary(), "%x: float32[2, 3]", """
                %0: float32[3, 2] = transpose(%x) {permutation = [1, 0]}
                %1: float32[3, 2] = unary(%0) {function = ABSOLUTE}
                return %1, %0
                """).stays();
    }

    @Test
    void transposeBelowElementwise() {
        RuleCheck.of(new SinkTransposeBelowElementwise(), "%x: float32[2, 3, 4]; %y: float32[2, 3, 4]", """
                %0: float32[3, 4, 2] = transpose(%x) {permutation = [1, 2, 0]}
                %1: float32[3, 4, 2] = transpose(%y) {permutation = [1, 2, 0]}
                %2: bool[3, 4, 2] = compare(%0, %1) {comparison = LESS}
                return %2
                """).becomes("""
                %0: bool[2, 3, 4] = compare(%x, %y) {comparison = LESS}
                %1: bool[3, 4, 2] = transpose(%0) {permutation = [1, 2, 0]}
                return %1
                """);
    }

    @Test
    void transposeBelowElementwiseWithConstant() {
        RuleCheck.of(new SinkTransposeBelowElementwise(), "%x: float32[2, 3, 4]", """
                %0: float32[3, 4, 2] = transpose(%x) {permutation = [1, 2, 0]}
                %1: float32[4, 1] = constant() {tensor = float32[4, 1] {1.0, 2.0, 3.0, 4.0}}
                %2: float32[3, 4, 2] = binary(%0, %1) {function = MULTIPLY}
                return %2
                """).becomes("""
                %0: float32[1, 1, 4] = constant() {tensor = float32[1, 1, 4] {1.0, 2.0, 3.0, 4.0}}
                %1: float32[2, 3, 4] = binary(%x, %0) {function = MULTIPLY}
                %2: float32[3, 4, 2] = transpose(%1) {permutation = [1, 2, 0]}
                return %2
                """);
    }

    @Test
    void differentTransposesStay() {
        RuleCheck.of(new SinkTransposeBelowElementwise(), "%x: float32[2, 2]; %y: float32[2, 2]", """
                %0: float32[2, 2] = transpose(%x) {permutation = [1, 0]}
                %1: float32[2, 2] = binary(%0, %y) {function = ADD}
                return %1
                """).staysBecause("operands are transposed in different ways, or used elsewhere too");
    }

    @Test
    void transposeBelowReduction() {
        RuleCheck.of(new SinkTransposeBelowReduction(), "%x: float32[2, 3, 4, 5]", """
                %0: float32[5, 4, 3, 2] = transpose(%x) {permutation = [3, 2, 1, 0]}
                %1: int64[2] = constant() {tensor = int64[2] {0, 1}}
                %2: float32[3, 2] = reduce(%0, %1) {function = MAXIMUM, keepDimensions = false}
                return %2
                """).becomes("""
                %0: int64[2] = constant() {tensor = int64[2] {2, 3}}
                %1: float32[2, 3] = reduce(%x, %0) {function = MAXIMUM, keepDimensions = false}
                %2: float32[3, 2] = transpose(%1) {permutation = [1, 0]}
                return %2
                """);
    }

    @Test
    void transposeBelowReductionThatKeepsAxes() {
        RuleCheck.of(new SinkTransposeBelowReduction(), "%x: float32[2, 3, 4]", """
                %0: float32[3, 4, 2] = transpose(%x) {permutation = [1, 2, 0]}
                %1: int64[1] = constant() {tensor = int64[1] {1}}
                %2: float32[3, 1, 2] = reduce(%0, %1) {function = MAXIMUM, keepDimensions = true}
                return %2
                """).becomes("""
                %0: int64[1] = constant() {tensor = int64[1] {2}}
                %1: float32[2, 3, 1] = reduce(%x, %0) {function = MAXIMUM, keepDimensions = true}
                %2: float32[3, 1, 2] = transpose(%1) {permutation = [1, 2, 0]}
                return %2
                """);
    }

    @Test
    void transposeBelowConcat() {
        RuleCheck.of(new SinkTransposeBelowConcat(), "%x: float32[2, 3, 4]; %y: float32[2, 1, 4]", """
                %0: float32[3, 4, 2] = transpose(%x) {permutation = [1, 2, 0]}
                %1: float32[1, 4, 2] = transpose(%y) {permutation = [1, 2, 0]}
                %2: float32[4, 4, 2] = concat(%0, %1) {axis = 0}
                return %2
                """).becomes("""
                %0: float32[2, 4, 4] = concat(%x, %y) {axis = 1}
                %1: float32[4, 4, 2] = transpose(%0) {permutation = [1, 2, 0]}
                return %1
                """);
    }

    @Test
    void transposeBelowPad() {
        RuleCheck.of(new SinkTransposeBelowPad(), "%x: float32[2, 3, 4]", """
                %0: float32[3, 4, 2] = transpose(%x) {permutation = [1, 2, 0]}
                %1: int64[6] = constant() {tensor = int64[6] {1, 0, 0, 0, 2, 1}}
                %2: float32[4, 6, 3] = pad(%0, %1) {mode = REFLECT}
                return %2
                """).becomes("""
                %0: int64[6] = constant() {tensor = int64[6] {0, 1, 0, 1, 0, 2}}
                %1: float32[3, 4, 6] = pad(%x, %0) {mode = REFLECT}
                %2: float32[4, 6, 3] = transpose(%1) {permutation = [1, 2, 0]}
                return %2
                """);
    }

    @Test
    void transposeBelowSlice() {
        RuleCheck.of(new SinkTransposeBelowSlice(), "%x: float32[2, 3, 4]", """
                %0: float32[3, 4, 2] = transpose(%x) {permutation = [1, 2, 0]}
                %1: int64[2] = constant() {tensor = int64[2] {1, 0}}
                %2: int64[2] = constant() {tensor = int64[2] {4, 1}}
                %3: int64[2] = constant() {tensor = int64[2] {2, 1}}
                %4: float32[3, 2, 1] = slice(%0, %1, %2, %3) {axes = [1, -1]}
                return %4
                """).becomes("""
                %0: int64[2] = constant() {tensor = int64[2] {1, 0}}
                %1: int64[2] = constant() {tensor = int64[2] {4, 1}}
                %2: int64[2] = constant() {tensor = int64[2] {2, 1}}
                %3: float32[1, 3, 2] = slice(%x, %0, %1, %2) {axes = [2, 0]}
                %4: float32[3, 2, 1] = transpose(%3) {permutation = [1, 2, 0]}
                return %4
                """);
    }

    @Test
    void reshapeBelowUnary() {
        RuleCheck.of(new SinkReshapeBelowUnary(), "%x: float32[N, 2, 3]", """
                %0: int64[2] = constant() {tensor = int64[2] {-1, 6}}
                %1: float32[N, 6] = reshape(%x, %0) {copyZeros = false}
                %2: float32[N, 6] = unary(%1) {function = ABSOLUTE}
                return %2
                """).becomes("""
                %0: float32[N, 2, 3] = unary(%x) {function = ABSOLUTE}
                %1: int64[2] = constant() {tensor = int64[2] {-1, 6}}
                %2: float32[N, 6] = reshape(%0, %1) {copyZeros = false}
                return %2
                """);
    }

    @Test
    void reshapeBelowBinaryWithNumber() {
        RuleCheck.of(new SinkReshapeBelowBinary(), "%x: float32[N, 2, 3]", """
                %0: int64[2] = constant() {tensor = int64[2] {-1, 6}}
                %1: float32[N, 6] = reshape(%x, %0) {copyZeros = false}
                %2: float32[1, 1] = constant() {tensor = float32[1, 1] {3.0}}
                %3: float32[N, 6] = binary(%1, %2) {function = MAXIMUM}
                return %3
                """).becomes("""
                %0: float32[] = constant() {tensor = float32[] {3.0}}
                %1: float32[N, 2, 3] = binary(%x, %0) {function = MAXIMUM}
                %2: int64[2] = constant() {tensor = int64[2] {-1, 6}}
                %3: float32[N, 6] = reshape(%1, %2) {copyZeros = false}
                return %3
                """);
    }

    @Test
    void reshapesBelowBinary() {
        RuleCheck.of(new SinkReshapeBelowBinary(), "%x: float32[2, 3]; %y: float32[2, 3]", """
                %0: int64[1] = constant() {tensor = int64[1] {6}}
                %1: float32[6] = reshape(%x, %0) {copyZeros = false}
                %2: float32[6] = reshape(%y, %0) {copyZeros = false}
                %3: float32[6] = binary(%1, %2) {function = SUBTRACT}
                return %3
                """).becomes("""
                %0: float32[2, 3] = binary(%x, %y) {function = SUBTRACT}
                %1: int64[1] = constant() {tensor = int64[1] {6}}
                %2: float32[6] = reshape(%0, %1) {copyZeros = false}
                return %2
                """);
    }
}
