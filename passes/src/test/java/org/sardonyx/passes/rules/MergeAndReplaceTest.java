package org.sardonyx.passes.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeAndReplaceTest {
    @ParameterizedTest
    @CsvSource({"uint8, int32, float32", "float16, float32, float64", "int8, int32, uint8"})
    void castsOfWhichTheFirstIsExact(String from, String between, String to) {
        RuleCheck.of(new MergeCasts(), "%%x: %s[2]".formatted(from), """
                %%0: %s[2] = cast(%%x) {to = %s, saturate = true, roundMode = UP}
                %%1: %s[2] = cast(%%0) {to = %s, saturate = true, roundMode = UP}
                return %%1
                """.formatted(between, between, to, to)).becomes("""
                %%0: %s[2] = cast(%%x) {to = %s, saturate = true, roundMode = UP}
                return %%0
                """.formatted(to, to));
    }

    @ParameterizedTest
    @CsvSource({"float32, int32, float32", "uint8, int8, float32", "float64, float32, float64"})
    void castsOfWhichTheFirstIsNotExactStay(String from, String between, String to) {
        RuleCheck.of(new MergeCasts(), "%%x: %s[2]".formatted(from), """
                %%0: %s[2] = cast(%%x) {to = %s, saturate = true, roundMode = UP}
                %%1: %s[2] = cast(%%0) {to = %s, saturate = true, roundMode = UP}
                return %%1
                """.formatted(between, between, to, to)).stays();
    }

    @Test
    void castsThereAndBack() {
        RuleCheck.of(new MergeCasts(), "%x: float32[4]", """
                %0: float64[4] = cast(%x) {to = float64, saturate = true, roundMode = UP}
                %1: float32[4] = cast(%0) {to = float32, saturate = true, roundMode = UP}
                return %1
                """).becomes("return %x");
    }

    @Test
    void reshapes() {
        RuleCheck.of(new MergeReshapes(), "%x: float32[N, 6]", """
                %0: int64[3] = constant() {tensor = int64[3] {-1, 2, 3}}
                %1: float32[N, 2, 3] = reshape(%x, %0) {copyZeros = false}
                %2: int64[3] = constant() {tensor = int64[3] {-1, 3, 2}}
                %3: float32[N, 3, 2] = reshape(%1, %2) {copyZeros = false}
                return %3
                """).becomes("""
                %0: int64[3] = constant() {tensor = int64[3] {-1, 3, 2}}
                %1: float32[N, 3, 2] = reshape(%x, %0) {copyZeros = false}
                return %1
                """);
    }

    @Test
    void reshapeWithComputedSizes() {
        RuleCheck.of(new SettleReshape(), "%x: float32[N, 2, 3]", """
                %0: int64[3] = shapeOf(%x)
                %1: int64[1] = constant() {tensor = int64[1] {0}}
                %2: int64[1] = gather(%0, %1) {axis = 0}
                %3: int64[1] = constant() {tensor = int64[1] {6}}
                %4: int64[2] = concat(%2, %3) {axis = 0}
                %5: float32[N, 6] = reshape(%x, %4) {copyZeros = false}
                return %5
                """).becomes("""
                %0: int64[2] = constant() {tensor = int64[2] {-1, 6}}
                %1: float32[N, 6] = reshape(%x, %0) {copyZeros = false}
                return %1
                """);
    }

    @Test
    void squeezeAndUnsqueeze() {
        RuleCheck.of(new SettleReshape(), "%x: float32[N, 1]", """
                %0: int64[1] = constant() {tensor = int64[1] {1}}
                %1: float32[N] = squeeze(%x, %0)
                return %1
                """).becomes("""
                %0: int64[1] = constant() {tensor = int64[1] {-1}}
                %1: float32[N] = reshape(%x, %0) {copyZeros = false}
                return %1
                """);
    }

    @Test
    void reshapeWithTwoOpenSizesStays() {
        RuleCheck.of(new SettleReshape(), "%x: float32[N, M]; %s: int64[3]", """
                %0: float32[?, ?, ?] = reshape(%x, %s) {copyZeros = false}
                %1: int64[3] = shapeOf(%0)
                return %1
                """).stays();
    }

    @Test
    void transposes() {
        RuleCheck.of(new MergeTransposes(), "%x: float32[2, 3, 4]", """
                %0: float32[3, 4, 2] = transpose(%x) {permutation = [1, 2, 0]}
                %1: float32[4, 3, 2] = transpose(%0) {permutation = [1, 0, 2]}
                return %1
                """).becomes("""
                %0: float32[4, 3, 2] = transpose(%x) {permutation = [2, 1, 0]}
                return %0
                """);
    }

    @Test
    void transposeOfAxesOfSizeOne() {
        RuleCheck.of(new ReplaceTransposeByReshape(), "%x: float32[N, 1, 4]", """
                %0: float32[1, N, 4] = transpose(%x) {permutation = [1, 0, 2]}
                return %0
                """).becomes("""
                %0: int64[3] = constant() {tensor = int64[3] {1, -1, 4}}
                %1: float32[1, N, 4] = reshape(%x, %0) {copyZeros = false}
                return %1
                """);
    }

    @Test
    void pads() {
        RuleCheck.of(new MergePads(), "%x: float32[2]", """
                %0: int64[2] = constant() {tensor = int64[2] {1, 0}}
                %1: float32[] = constant() {tensor = float32[] {7.0}}
                %2: float32[3] = pad(%x, %0, %1) {mode = CONSTANT}
                %3: int64[2] = constant() {tensor = int64[2] {2, 3}}
                %4: float32[8] = pad(%2, %3, %1) {mode = CONSTANT}
                return %4
                """).becomes("""
                %0: int64[2] = constant() {tensor = int64[2] {3, 3}}
                %1: float32[] = constant() {tensor = float32[] {7.0}}
                %2: float32[8] = pad(%x, %0, %1) {mode = CONSTANT}
                return %2
                """);
    }

    @Test
    void concats() {
        RuleCheck.of(new MergeConcats(), "%x: float32[2]; %y: float32[1]", """
                %0: float32[3] = concat(%x, %y) {axis = 0}
                %1: float32[4] = concat(%0, %y) {axis = 0}
                return %1
                """).becomes("""
                %0: float32[4] = concat(%x, %y, %y) {axis = 0}
                return %0
                """);
    }

    @Test
    void concatThatIsUsedElsewhereStays() {
        RuleCheck.of(new MergeConcats(), "%x: float32[2]; %y: float32[1]", """
                %0: float32[3] = concat(%x, %y) {axis = 0}
                %1: float32[4] = concat(%0, %y) {axis = 0}
                return %1, %0
                """).stays();
    }

    @Test
    void bounds() {
        RuleCheck.of(new MergeBounds(), "%x: float32[8]", """
                %0: float32[] = constant() {tensor = float32[] {-0.0}}
                %1: float32[8] = binary(%x, %0) {function = MAXIMUM}
                %2: float32[] = constant() {tensor = float32[] {0.0}}
                %3: float32[8] = binary(%1, %2) {function = MAXIMUM}
                return %3
                """).becomes("""
                %0: float32[] = constant() {tensor = float32[] {0.0}}
                %1: float32[8] = binary(%x, %0) {function = MAXIMUM}
                return %1
                """);
    }

    @Test
    void subtractionOfConstant() {
        RuleCheck.of(new ReplaceSubtraction(), "%x: float32[8]", """
                %0: float32[] = constant() {tensor = float32[] {0.0}}
                %1: float32[8] = binary(%x, %0) {function = SUBTRACT}
                return %1
                """).becomes("""
                %0: float32[] = constant() {tensor = float32[] {-0.0}}
                %1: float32[8] = binary(%x, %0) {function = ADD}
                return %1
                """);
    }

    @Test
    void divisionByPowersOfTwo() {
        RuleCheck.of(new ReplaceDivision(), "%x: float32[8, 2]", """
                %0: float32[2] = constant() {tensor = float32[2] {4.0, -0.5}}
                %1: float32[8, 2] = binary(%x, %0) {function = DIVIDE}
                return %1
                """).becomes("""
                %0: float32[2] = constant() {tensor = float32[2] {0.25, -2.0}}
                %1: float32[8, 2] = binary(%x, %0) {function = MULTIPLY}
                return %1
                """);
    }

    @ParameterizedTest
    @CsvSource({"3.0", "0.0", "Infinity", "1.7014118E38", "2.3509887E-38"})
    void otherDivisionsStay(String divisor) {
        RuleCheck.of(new ReplaceDivision(), "%x: float32[8]", """
                %%0: float32[] = constant() {tensor = float32[] {%s}}
                %%1: float32[8] = binary(%%x, %%0) {function = DIVIDE}
                return %%1
                """.formatted(divisor)).stays();
    }

    @Test
    void square() {
        RuleCheck.of(new ReplaceSquare(), "%x: float32[8]", """
                %0: float32[] = constant() {tensor = float32[] {2.0}}
                %1: float32[8] = binary(%x, %0) {function = POWER}
                return %1
                """).becomes("""
                %0: float32[8] = binary(%x, %x) {function = MULTIPLY}
                return %0
                """);
    }

    @Test
    void constantOnTheLeft() {
        RuleCheck.of(new MoveConstantRight(), "%x: float32[8]", """
                %0: float32[] = constant() {tensor = float32[] {2.0}}
                %1: float32[8] = binary(%0, %x) {function = MAXIMUM}
                return %1
                """).becomes("""
                %0: float32[] = constant() {tensor = float32[] {2.0}}
                %1: float32[8] = binary(%x, %0) {function = MAXIMUM}
                return %1
                """);
    }

    @Test
    void axesOfReductions() {
        RuleCheck.of(new SettleReductionAxes(), "%x: float32[2, 3, 4]", """
                %0: int64[2] = constant() {tensor = int64[2] {-1, 0}}
                %1: float32[3] = reduce(%x, %0) {function = SUM, keepDimensions = false}
                return %1
                """).becomes("""
                %0: int64[2] = constant() {tensor = int64[2] {0, 2}}
                %1: float32[3] = reduce(%x, %0) {function = SUM, keepDimensions = false}
                return %1
                """);
    }

    @Test
    void constants() {
        RuleCheck.of(new EvaluateConstants(), "%x: float32[8]", """
                %0: float32[] = constant() {tensor = float32[] {0.5}}
                %1: int64[1] = constant() {tensor = int64[1] {2000}}
                %2: float32[2000] = broadcast(%0, %1)
                %3: int64[1] = constant() {tensor = int64[1] {0}}
                %4: float32[1] = reduce(%2, %3) {function = SUM, keepDimensions = true}
                %5: float32[8] = binary(%x, %4) {function = ADD}
                return %5
                """).becomes("""
                %0: float32[1] = constant() {tensor = float32[1] {1000.0}}
                %1: float32[8] = binary(%x, %0) {function = ADD}
                return %1
                """);
    }

    @Test
    void constantsThatAreWorthLessThanTheirMemoryStay() {
        RuleCheck.of(new EvaluateConstants(), "%x: float32[N]", """
                %0: float32[] = constant() {tensor = float32[] {0.5}}
                %1: int64[1] = constant() {tensor = int64[1] {20000}}
                %2: float32[20000] = broadcast(%0, %1)
                return %2, %x
                """).stays();
    }
}
