package org.sardonyx.passes.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
    private static final String PLAIN =
            "{window = {strides = [1], dilations = [1], padsBefore = [0], padsAfter = [0], places = INSIDE}, groups = 1}";
    private static final String PADDED =
            "{window = {strides = [1], dilations = [1], padsBefore = [1], padsAfter = [1], places = INSIDE}, groups = 1}";

    @Test
    void scaleAfterConvolutionWithBias() {
        RuleCheck.of(new FoldScaleIntoConvolution(), "%x: float32[N, 1, 5]", """
                %%0: float32[2, 1, 3] = constant() {tensor = float32[2, 1, 3] {1.0, 2.0, 3.0, -1.0, 0.5, 4.0}}
                %%1: float32[N, 2, 5] = convolution(%%x, %%0) %s
                %%2: float32[2, 1] = constant() {tensor = float32[2, 1] {3.0, -2.0}}
                %%3: float32[N, 2, 5] = binary(%%1, %%2) {function = ADD}
                %%4: float32[2, 1] = constant() {tensor = float32[2, 1] {2.0, 0.5}}
                %%5: float32[N, 2, 5] = binary(%%3, %%4) {function = MULTIPLY}
                return %%5
                """.formatted(PADDED)).becomesNearly("""
                %%0: float32[2, 1, 3] = constant() {tensor = float32[2, 1, 3] {2.0, 4.0, 6.0, -0.5, 0.25, 2.0}}
                %%1: float32[N, 2, 5] = convolution(%%x, %%0) %s
                %%2: float32[2, 1] = constant() {tensor = float32[2, 1] {6.0, -1.0}}
                %%3: float32[N, 2, 5] = binary(%%1, %%2) {function = ADD}
                return %%3
                """.formatted(PADDED));
    }

    @ParameterizedTest
    @CsvSource({"2.0, 4.0, -2.0", "Infinity, 0, 0", "NaN, 0, 0"})
    void scaleAfterConvolution(String scale, String first, String second) {
        RuleCheck check = RuleCheck.of(new FoldScaleIntoConvolution(), "%x: float32[N, 1, 5]", """
                %%0: float32[1, 1, 2] = constant() {tensor = float32[1, 1, 2] {2.0, -1.0}}
                %%1: float32[N, 1, 4] = convolution(%%x, %%0) %s
                %%2: float32[] = constant() {tensor = float32[] {%s}}
                %%3: float32[N, 1, 4] = binary(%%1, %%2) {function = MULTIPLY}
                return %%3
                """.formatted(PLAIN, scale.equals("NaN") ? "0x7fc00000" : scale));
        if (first.equals("0")) {
            check.staysBecause("scaled weights would not be finite");
        } else {
            check.becomesNearly("""
                    %%0: float32[1, 1, 2] = constant() {tensor = float32[1, 1, 2] {%s, %s}}
                    %%1: float32[N, 1, 4] = convolution(%%x, %%0) %s
                    return %%1
                    """.formatted(first, second, PLAIN));
        }
    }

    @Test
    void scaleOfConvolutionThatIsUsedElsewhereStays() {
        RuleCheck.of(new FoldScaleIntoConvolution(), "%x: float32[N, 1, 5]", """
                %%0: float32[1, 1, 2] = constant() {tensor = float32[1, 1, 2] {2.0, -1.0}}
                %%1: float32[N, 1, 4] = convolution(%%x, %%0) %s
                %%2: float32[] = constant() {tensor = float32[] {2.0}}
                %%3: float32[N, 1, 4] = binary(%%1, %%2) {function = MULTIPLY}
                return %%3, %%1
                """.formatted(PLAIN)).staysBecause("what is scaled is used elsewhere too");
    }

    @Test
    void scaleThatIsNotOfChannelsStays() {
        RuleCheck.of(new FoldScaleIntoConvolution(), "%x: float32[N, 1, 3]", """
                %%0: float32[1, 1, 2] = constant() {tensor = float32[1, 1, 2] {2.0, -1.0}}
                %%1: float32[N, 1, 2] = convolution(%%x, %%0) %s
                %%2: float32[2] = constant() {tensor = float32[2] {2.0, 3.0}}
                %%3: float32[N, 1, 2] = binary(%%1, %%2) {function = MULTIPLY}
                return %%3
                """.formatted(PLAIN)).staysBecause("the scale is not one number per channel");
    }

    @Test
    void scaleAfterTransposedConvolution() {
        String attributes =
                "{window = {strides = [2], dilations = [1], padsBefore = [0], padsAfter = [0], places = INSIDE}, "
                        + "outputPadding = [0], groups = 1}";
        RuleCheck.of(new FoldScaleIntoTransposedConvolution(), "%x: float32[N, 1, 3]", """
                %%0: float32[1, 2, 2] = constant() {tensor = float32[1, 2, 2] {2.0, -1.0, 3.0, 4.0}}
                %%1: float32[N, 2, 6] = convolutionTranspose(%%x, %%0) %s
                %%2: float32[2, 1] = constant() {tensor = float32[2, 1] {2.0, 4.0}}
                %%3: float32[N, 2, 6] = binary(%%1, %%2) {function = DIVIDE}
                return %%3
                """.formatted(attributes)).becomesNearly("""
                %%0: float32[1, 2, 2] = constant() {tensor = float32[1, 2, 2] {1.0, -0.5, 0.75, 1.0}}
                %%1: float32[N, 2, 6] = convolutionTranspose(%%x, %%0) %s
                return %%1
                """.formatted(attributes));
    }

    @Test
    void scaleAfterMatrixProduct() {
        RuleCheck.of(new FoldScaleIntoMatrixProduct(), "%x: float32[N, 2]", """
                %0: float32[2, 2] = constant() {tensor = float32[2, 2] {1.0, 2.0, 3.0, 4.0}}
                %1: float32[N, 2] = matMul(%x, %0)
                %2: float32[2] = constant() {tensor = float32[2] {10.0, 0.5}}
                %3: float32[N, 2] = binary(%1, %2) {function = MULTIPLY}
                return %3
                """).becomesNearly("""
                %0: float32[2, 2] = constant() {tensor = float32[2, 2] {10.0, 1.0, 30.0, 2.0}}
                %1: float32[N, 2] = matMul(%x, %0)
                return %1
                """);
    }

    @Test
    void scaleBeforeGroupedConvolution() {
        String grouped = PADDED.replace("groups = 1", "groups = 2");
        RuleCheck.of(new FoldScaleBeforeConvolution(), "%x: float32[N, 4, 3]", """
                %%0: float32[4, 1] = constant() {tensor = float32[4, 1] {2.0, 3.0, 4.0, 5.0}}
                %%1: float32[N, 4, 3] = binary(%%x, %%0) {function = MULTIPLY}
                %%2: float32[4, 2, 1] = constant() {tensor = float32[4, 2, 1] {1.0, 1.0, 10.0, 10.0, 1.0, 1.0, 10.0, 10.0}}
                %%3: float32[N, 4, 5] = convolution(%%1, %%2) %s
                return %%3
                """.formatted(grouped)).becomesNearly("""
                %%0: float32[4, 2, 1] = constant() {tensor = float32[4, 2, 1] {2.0, 3.0, 20.0, 30.0, 4.0, 5.0, 40.0, 50.0}}
                %%1: float32[N, 4, 5] = convolution(%%x, %%0) %s
                return %%1
                """.formatted(grouped));
    }

    @Test
    void scaleBeforeMatrixProduct() {
        RuleCheck.of(new FoldScaleBeforeMatrixProduct(), "%x: float32[N, 2]", """
                %0: float32[2] = constant() {tensor = float32[2] {10.0, 0.5}}
                %1: float32[N, 2] = binary(%x, %0) {function = MULTIPLY}
                %2: float32[2, 2] = constant() {tensor = float32[2, 2] {1.0, 2.0, 3.0, 4.0}}
                %3: float32[N, 2] = matMul(%1, %2)
                return %3
                """).becomesNearly("""
                %0: float32[2, 2] = constant() {tensor = float32[2, 2] {10.0, 20.0, 1.5, 2.0}}
                %1: float32[N, 2] = matMul(%x, %0)
                return %1
                """);
    }

    @Test
    void shiftBeforeConvolution() {
        RuleCheck.of(new FoldShiftBeforeConvolution(), "%x: float32[N, 2, 5]", """
                %%0: float32[2, 1] = constant() {tensor = float32[2, 1] {1.0, 10.0}}
                %%1: float32[N, 2, 5] = binary(%%x, %%0) {function = ADD}
                %%2: float32[1, 2, 2] = constant() {tensor = float32[1, 2, 2] {1.0, 2.0, 3.0, 4.0}}
                %%3: float32[N, 1, 4] = convolution(%%1, %%2) %s
                return %%3
                """.formatted(PLAIN)).becomesNearly("""
                %%0: float32[1, 2, 2] = constant() {tensor = float32[1, 2, 2] {1.0, 2.0, 3.0, 4.0}}
                %%1: float32[N, 1, 4] = convolution(%%x, %%0) %s
                %%2: float32[1, 1] = constant() {tensor = float32[1, 1] {73.0}}
                %%3: float32[N, 1, 4] = binary(%%1, %%2) {function = ADD}
                return %%3
                """.formatted(PLAIN));
    }

    @Test
    void shiftBeforePaddingConvolutionStays() {
        RuleCheck.of(new FoldShiftBeforeConvolution(), "%x: float32[N, 1, 5]", """
                %%0: float32[] = constant() {tensor = float32[] {1.0}}
                %%1: float32[N, 1, 5] = binary(%%x, %%0) {function = ADD}
                %%2: float32[1, 1, 3] = constant() {tensor = float32[1, 1, 3] {1.0, 2.0, 3.0}}
                %%3: float32[N, 1, 5] = convolution(%%1, %%2) %s
                return %%3
                """.formatted(PADDED)).staysBecause("the shift is not one number per channel, or there is padding");
    }

    @Test
    void shiftBeforeMatrixProduct() {
        RuleCheck.of(new FoldShiftBeforeMatrixProduct(), "%x: float32[N, 2]", """
                %0: float32[] = constant() {tensor = float32[] {10.0}}
                %1: float32[N, 2] = binary(%x, %0) {function = ADD}
                %2: float32[2, 2] = constant() {tensor = float32[2, 2] {1.0, 2.0, 3.0, 4.0}}
                %3: float32[N, 2] = matMul(%1, %2)
                return %3
                """).becomesNearly("""
                %0: float32[2, 2] = constant() {tensor = float32[2, 2] {1.0, 2.0, 3.0, 4.0}}
                %1: float32[N, 2] = matMul(%x, %0)
                %2: float32[2] = constant() {tensor = float32[2] {40.0, 60.0}}
                %3: float32[N, 2] = binary(%1, %2) {function = ADD}
                return %3
                """);
    }

    @Test
    void biases() {
        RuleCheck.of(new MergeBiases(), "%x: float32[N, 1]; %w: float32[1, 2]", """
                %0: float32[N, 2] = matMul(%x, %w)
                %1: float32[2] = constant() {tensor = float32[2] {1.0, 2.0}}
                %2: float32[N, 2] = binary(%0, %1) {function = ADD}
                %3: float32[] = constant() {tensor = float32[] {3.0}}
                %4: float32[N, 2] = binary(%2, %3) {function = ADD}
                return %4
                """).becomesNearly("""
                %0: float32[N, 2] = matMul(%x, %w)
                %1: float32[2] = constant() {tensor = float32[2] {4.0, 5.0}}
                %2: float32[N, 2] = binary(%0, %1) {function = ADD}
                return %2
                """);
    }

    @Test
    void sumsOfOtherThingsStay() {
        RuleCheck.of(new MergeBiases(), "%x: float32[N]", """
                %0: float32[] = constant() {tensor = float32[] {1.0E30}}
                %1: float32[N] = binary(%x, %0) {function = ADD}
                %2: float32[] = constant() {tensor = float32[] {-1.0E30}}
                %3: float32[N] = binary(%1, %2) {function = ADD}
                return %3
                """).stays();
    }

    private static String paddedConvolution(String fill, String pads, String weights) {
        return """
                %%0: int64[6] = constant() {tensor = int64[6] {%s}}
                %%1: float32[] = constant() {tensor = float32[] {%s}}
                %%2: float32[N, 1, 6] = pad(%%x, %%0, %%1) {mode = CONSTANT}
                %%3: float32[1, 1, 3] = constant() {tensor = float32[1, 1, 3] {1.0, 2.0, %s}}
                %%4: float32[N, 1, 6] = convolution(%%2, %%3) %s
                return %%4
                """.formatted(pads, fill, weights, PADDED);
    }

    @Test
    void padBeforeConvolution() {
        RuleCheck.of(new FoldPadIntoConvolution(), "%x: float32[N, 1, 3]",
                paddedConvolution("0.0", "0, 0, 1, 0, 0, 2", "3.0"))
                .becomes("""
                        %%0: float32[1, 1, 3] = constant() {tensor = float32[1, 1, 3] {1.0, 2.0, 3.0}}
                        %%1: float32[N, 1, 6] = convolution(%%x, %%0) %s
                        return %%1
                        """.formatted(
                        PADDED.replace("padsBefore = [1], padsAfter = [1]", "padsBefore = [2], padsAfter = [3]")));
    }

    @Test
    void padByOtherNumbersStays() {
        RuleCheck.of(new FoldPadIntoConvolution(), "%x: float32[N, 1, 3]",
                paddedConvolution("1.0", "0, 0, 1, 0, 0, 2", "3.0"))
                .staysBecause("padding is not by zeros, or not only along the axes that the window moves over");
    }

    @Test
    void padBeforeInfiniteWeightsStays() {
        RuleCheck.of(new FoldPadIntoConvolution(), "%x: float32[N, 1, 3]",
                paddedConvolution("0.0", "0, 0, 1, 0, 0, 2", "Infinity"))
                .staysBecause("the weights are not known to be finite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUM 0.0", "SUM -0.0", "MAXIMUM -Infinity", "MINIMUM Infinity"})
    void padBeforePooling(String function) {
        String window = "strides = [2], dilations = [1], padsBefore = [%d], padsAfter = [%d], places = INSIDE";
        String pool = "{function = " + function.split(" ")[0] + ", kernel = [2], window = {" + window + "}}";
        RuleCheck.of(new FoldPadIntoReduceWindow(), "%x: float32[1, 5]", """
                %%0: int64[4] = constant() {tensor = int64[4] {0, 1, 0, 2}}
                %%1: float32[] = constant() {tensor = float32[] {%s}}
                %%2: float32[1, 8] = pad(%%x, %%0, %%1) {mode = CONSTANT}
                %%3: float32[1, 4] = reduceWindow(%%2) %s
                return %%3
                """.formatted(function.split(" ")[1], pool.formatted(0, 0))).becomes("""
                %%0: float32[1, 4] = reduceWindow(%%x) %s
                return %%0
                """.formatted(pool.formatted(1, 2)));
    }

    @Test
    void padByZerosBeforeMaximumStays() {
        RuleCheck.of(new FoldPadIntoReduceWindow(), "%x: float32[1, 5]", """
                %0: int64[4] = constant() {tensor = int64[4] {0, 1, 0, 2}}
                %1: float32[] = constant() {tensor = float32[] {0.0}}
                %2: float32[1, 8] = pad(%x, %0, %1) {mode = CONSTANT}
                %3: float32[1, 4] = reduceWindow(%2) {function = MAXIMUM, kernel = [2], window = {strides = [2], \
                dilations = [1], padsBefore = [0], padsAfter = [0], places = INSIDE}}
                return %3
                """).staysBecause(
                "padding takes part in the MAXIMUM, or is not only along the axes that the window moves over");
    }
}
