package org.sardonyx.passes.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalTest {
    @Test
    void castToTheSameType() {
        RuleCheck.of(new RemoveCast(), "%x: float32[2]", """
                %0: float32[2] = cast(%x) {to = float32, saturate = true, roundMode = UP}
                return %0
                """).becomes("return %x");
    }

    @Test
    void castToAnotherTypeStays() {
        RuleCheck.of(new RemoveCast(), "%x: float32[2]", """
                %0: float16[2] = cast(%x) {to = float16, saturate = true, roundMode = UP}
                return %0
                """).stays();
    }

    @Test
    void narrowToWhatIsKnown() {
        RuleCheck.of(new RemoveNarrow(), "%x: float32[N, 2]", """
                %0: float32[N, 2] = narrow(%x) {declared = float32[M, 2]}
                return %0
                """).becomes("return %x");
    }

    @Test
    void reshapeToTheSameShape() {
        RuleCheck.of(new RemoveReshape(), "%x: float32[N, 2]", """
                %0: int64[2] = constant() {tensor = int64[2] {-1, 2}}
                %1: float32[N, 2] = reshape(%x, %0) {copyZeros = false}
                return %1
                """).becomes("return %x");
    }

    @Test
    void transposeThatMovesNothing() {
        RuleCheck.of(new RemoveTranspose(), "%x: float32[2, 3]", """
                %0: float32[2, 3] = transpose(%x) {permutation = [0, 1]}
                return %0
                """).becomes("return %x");
    }

    @Test
    void sliceOfEverything() {
        RuleCheck.of(new RemoveSlice(), "%x: float32[2, 3]", """
                %0: int64[1] = constant() {tensor = int64[1] {0}}
                %1: int64[1] = constant() {tensor = int64[1] {9}}
                %2: int64[1] = constant() {tensor = int64[1] {1}}
                %3: float32[2, 3] = slice(%x, %0, %1, %2) {axes = [1]}
                return %3
                """).becomes("return %x");
    }

    @Test
    void sliceBackwardsStays() {
        RuleCheck.of(new RemoveSlice(), "%x: float32[2]", """
                %0: int64[1] = constant() {tensor = int64[1] {-1}}
                %1: int64[1] = constant() {tensor = int64[1] {-9}}
                %2: float32[2] = slice(%x, %0, %1, %0) {axes = [0]}
                return %2
                """).stays();
    }

    @Test
    void padByNothing() {
        RuleCheck.of(new RemovePad(), "%x: float32[2]", """
                %0: int64[2] = constant() {tensor = int64[2] {0, 0}}
                %1: float32[2] = pad(%x, %0) {mode = EDGE}
                return %1
                """).becomes("return %x");
    }

    @Test
    void broadcastToTheSameShape() {
        RuleCheck.of(new RemoveBroadcast(), "%x: float32[2, 3]", """
                %0: int64[1] = constant() {tensor = int64[1] {3}}
                %1: float32[2, 3] = broadcast(%x, %0)
                return %1
                """).becomes("return %x");
    }

    @Test
    void concatOfOne() {
        RuleCheck.of(new RemoveConcat(), "%x: float32[2]", """
                %0: float32[2] = concat(%x) {axis = 0}
                return %0
                """).becomes("return %x");
    }

    @Test
    void reductionAlongAxesOfSizeOne() {
        RuleCheck.of(new RemoveReduction(), "%x: float32[2, 1]", """
                %0: int64[1] = constant() {tensor = int64[1] {1}}
                %1: float32[2] = reduce(%x, %0) {function = MAXIMUM, keepDimensions = false}
                return %1
                """).becomes("""
                %0: int64[1] = constant() {tensor = int64[1] {2}}
                %1: float32[2] = reshape(%x, %0) {copyZeros = false}
                return %1
                """);
    }

    @Test
    void sumOfOneNegativeZeroIsPositive() {
        RuleCheck.of(new RemoveReduction(), "%x: float32[2, 1]", """
                %0: int64[1] = constant() {tensor = int64[1] {1}}
                %1: float32[2, 1] = reduce(%x, %0) {function = SUM, keepDimensions = true}
                return %1
                """).stays();
    }

    @ParameterizedTest
    @CsvSource({"ADD, -0.0", "SUBTRACT, 0.0", "MULTIPLY, 1.0", "DIVIDE, 1.0", "POWER, 1.0", "MAXIMUM, -Infinity",
        "MINIMUM, Infinity"})
    void neutralOperand(String function, String neutral) {
        RuleCheck.of(new RemoveNeutralOperand(), "%x: float32[4, 5]", """
                %%0: float32[] = constant() {tensor = float32[] {%s}}
                %%1: float32[4, 5] = binary(%%x, %%0) {function = %s}
                return %%1
                """.formatted(neutral, function)).becomes("return %x");
    }

    @ParameterizedTest
    @CsvSource({"ADD, 0.0", "SUBTRACT, -0.0", "MULTIPLY, 0.0"})
    void nearlyNeutralOperandStays(String function, String number) {
        RuleCheck.of(new RemoveNeutralOperand(), "%x: float32[4]", """
                %%0: float32[] = constant() {tensor = float32[] {%s}}
                %%1: float32[4] = binary(%%x, %%0) {function = %s}
                return %%1
                """.formatted(number, function)).stays();
    }

    @Test
    void neutralOperandThatRepeatsStays() {
        RuleCheck.of(new RemoveNeutralOperand(), "%x: int32[1]", """
                %0: int32[2] = constant() {tensor = int32[2] {0, 0}}
                %1: int32[2] = binary(%x, %0) {function = ADD}
                return %1
                """).stays();
    }

    @Test
    void functionThatIsItsInverse() {
        RuleCheck.of(new RemoveRepeatedFunction(), "%x: float32[4]", """
                %0: float32[4] = unary(%x) {function = NEGATE}
                %1: float32[4] = unary(%0) {function = NEGATE}
                return %1
                """).becomes("return %x");
    }

    @Test
    void functionThatLeavesItsResultAlone() {
        RuleCheck.of(new RemoveRepeatedFunction(), "%x: float32[4]", """
                %0: float32[4] = unary(%x) {function = ROUND}
                %1: float32[4] = unary(%0) {function = ROUND}
                return %1
                """).becomes("""
                %0: float32[4] = unary(%x) {function = ROUND}
                return %0
                """);
    }

    @Test
    void broadcastThatAnElementwiseOperatorDoesItself() {
        RuleCheck.of(new SkipBroadcast(), "%x: float32[3]; %y: float32[2, 3]", """
                %0: int64[2] = constant() {tensor = int64[2] {2, 1}}
                %1: float32[2, 3] = broadcast(%x, %0)
                %2: float32[2, 3] = binary(%1, %y) {function = ADD}
                return %2
                """).becomes("""
                %0: float32[2, 3] = binary(%x, %y) {function = ADD}
                return %0
                """);
    }

    private static String branches(String condition) {
        return """
                %%0: bool[] = constant() {tensor = bool[] {true}}
                %%1: float32[2] = if(%s, %%x, %%x) {thenBranch = graph "then"(%%a: float32[2] = "a") {
                    %%b: float32[2] = unary(%%a) {function = NEGATE}
                    return "y" = %%b
                }, elseBranch = graph "else"(%%a: float32[2] = "a") {
                    %%b: float32[2] = unary(%%a) {function = ABSOLUTE}
                    return "y" = %%b
                }}
                return %%1
                """.formatted(condition);
    }

    @Test
    void branchThatIsAlwaysTaken() {
        RuleCheck.of(new InlineBranch(), "%x: float32[2]", branches("%0")).becomes("""
                %0: float32[2] = unary(%x) {function = NEGATE}
                return %0
                """);
    }

    @Test
    void branchesOfAnUnknownConditionStay() {
        RuleCheck.of(new InlineBranch(), "%x: float32[2]; %c: bool[]", branches("%c"))
                .staysBecause("the condition is known only when the model runs");
    }
}
