package org.sardonyx.passes.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.text.GraphPrinter;
import org.sardonyx.passes.Pipeline;
import org.sardonyx.passes.Values;

class QuantizationTest {
    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "3.0, 3.0", "1.0E-20, 1.0E-20"})
    void roundingOfWhatWasScaledAndIsScaledBack(String scale, String same) {
        RuleCheck.of(new RemoveRequantization(), "%x: int8[N]", rescaled("int8", scale, same)).becomes("""
                %0: float32[N] = cast(%x) {to = float32, saturate = true, roundMode = UP}
                return %0
                """);
    }

    @ParameterizedTest
    @CsvSource({"int8, 0.1, 0.2", "int8, 0.0, 0.0", "int8, -0.1, -0.1", "int8, Infinity, Infinity", "int32, 0.1, 0.1"})
    void otherRoundingsStay(String type, String scale, String divisor) {
        RuleCheck.of(new RemoveRequantization(), "%x: " + type + "[N]", rescaled(type, scale, divisor)).stays();
    }

    private static String rescaled(String type, String scale, String divisor) {
        return """
                %%0: float32[N] = cast(%%x) {to = float32, saturate = true, roundMode = UP}
                %%1: float32[] = constant() {tensor = float32[] {%s}}
                %%2: float32[N] = binary(%%0, %%1) {function = MULTIPLY}
                %%3: float32[] = constant() {tensor = float32[] {%s}}
                %%4: float32[N] = binary(%%2, %%3) {function = DIVIDE}
                %%5: float32[N] = unary(%%4) {function = ROUND}
                return %%5
                """.formatted(scale, divisor);
    }

    @Test
    void zeroPointsThatCancel() {
        RuleCheck.of(new MergeZeroPoints(), "%x: uint8[N]", """
                %0: int32[N] = cast(%x) {to = int32, saturate = true, roundMode = UP}
                %1: int32[] = constant() {tensor = int32[] {128}}
                %2: int32[N] = binary(%0, %1) {function = SUBTRACT}
                %3: float32[N] = cast(%2) {to = float32, saturate = true, roundMode = UP}
                %4: float32[] = constant() {tensor = float32[] {128.0}}
                %5: float32[N] = binary(%3, %4) {function = ADD}
                return %5
                """).becomes("""
                %0: int32[N] = cast(%x) {to = int32, saturate = true, roundMode = UP}
                %1: float32[N] = cast(%0) {to = float32, saturate = true, roundMode = UP}
                return %1
                """);
    }

    @ParameterizedTest
    @CsvSource({"MAXIMUM, 0.0, true", "MAXIMUM, 1.0, false", "MINIMUM, 255.0, true", "MINIMUM, 254.0, false"})
    void boundsThatIntegersKeepAnyway(String function, String bound, boolean implied) {
        RuleCheck check = RuleCheck.of(new RemoveImpliedBound(), "%x: uint8[N]", """
                %%0: float32[N] = cast(%%x) {to = float32, saturate = true, roundMode = UP}
                %%1: float32[] = constant() {tensor = float32[] {%s}}
                %%2: float32[N] = binary(%%0, %%1) {function = %s}
                return %%2
                """.formatted(bound, function));
        if (implied) {
            check.becomes("""
                    %0: float32[N] = cast(%x) {to = float32, saturate = true, roundMode = UP}
                    return %0
                    """);
        } else {
            check.stays();
        }
    }

    @Test
    void zeroAddedToIntegersInFloatingPointForm() {
        RuleCheck.of(new RemoveNeutralOperand(), "%x: uint8[N]", """
                %0: float32[N] = cast(%x) {to = float32, saturate = true, roundMode = UP}
                %1: float32[] = constant() {tensor = float32[] {0.0}}
                %2: float32[N] = binary(%0, %1) {function = ADD}
                return %2
                """).becomes("""
                %0: float32[N] = cast(%x) {to = float32, saturate = true, roundMode = UP}
                return %0
                """);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 128", "0.25, 0", "0.1, 0", "0.25, 3"})
    void dequantizedAndQuantizedAgain(String scale, String zeroPoint) {
        Graph graph = RuleCheck.parse("%x: uint8[N]", """
                %%0: int32[N] = cast(%%x) {to = int32, saturate = true, roundMode = UP}
                %%1: int32[] = constant() {tensor = int32[] {%s}}
                %%2: int32[N] = binary(%%0, %%1) {function = SUBTRACT}
                %%3: float32[N] = cast(%%2) {to = float32, saturate = true, roundMode = UP}
                %%4: float32[] = constant() {tensor = float32[] {%s}}
                %%5: float32[N] = binary(%%3, %%4) {function = MULTIPLY}
                %%6: float32[N] = binary(%%5, %%4) {function = DIVIDE}
                %%7: float32[N] = unary(%%6) {function = ROUND}
                %%8: float32[] = constant() {tensor = float32[] {%s.0}}
                %%9: float32[N] = binary(%%7, %%8) {function = ADD}
                %%10: float32[] = constant() {tensor = float32[] {0.0}}
                %%11: float32[N] = binary(%%9, %%10) {function = MAXIMUM}
                %%12: float32[] = constant() {tensor = float32[] {255.0}}
                %%13: float32[N] = binary(%%11, %%12) {function = MINIMUM}
                %%14: uint8[N] = cast(%%13) {to = uint8, saturate = true, roundMode = UP}
                return %%14
                """.formatted(zeroPoint, scale, zeroPoint));
        Graph optimised = Pipeline.standard().run(graph);
        assertEquals(GraphPrinter.print(RuleCheck.parse("%x: uint8[N]", "return %x")).text(),
                GraphPrinter.print(optimised).text());
        Values.assertSame(graph, optimised);
    }
}
