package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.value.Tensor;

class GatherAndScatterTest {
    private static final String MATRIX = "int32 2x3: 1 2 3 4 5 6";

    private static Arguments row(Operator operator, String result, String... operands) {
        return Arguments.of(operator, result, operands);
    }

    private static Tensor[] tensors(String... literals) {
        return Arrays.stream(literals).map(Literal::of).toArray(Tensor[]::new);
    }

    private static ScatterElements elements(int axis, ScatterFunction function) {
        return new ScatterElements(axis, function);
    }

    private static ScatterSlices slices(ScatterFunction function) {
        return new ScatterSlices(function);
    }

    static Stream<Arguments> results() {
        return Stream.of(
                row(new GatherElements(0), "int32 1x2: 4 2", MATRIX, "int64 1x2: 1 0"),
                row(new GatherElements(1), "int32 2x2: 3 1 4 6", MATRIX, "int32 2x2: -1 0 0 2"),
                row(new GatherElements(1), "int32 0x2:", MATRIX, "int64 0x2:"),
                row(new GatherElements(0), "string 3: b a b", "string 2: a b", "int64 3: 1 0 -1"),
                row(new GatherSlices(0), "int32 2: 3 4", MATRIX, "int64 2x2: 0 2 1 -3"),
                row(new GatherSlices(0), "int32 1x3: 4 5 6", MATRIX, "int64 1x1: 1"),
                row(new GatherSlices(0), "int32 : 6", MATRIX, "int64 2: 1 2"),
                row(new GatherSlices(0), "int32 2x2x3: 1 2 3 4 5 6 1 2 3 4 5 6", MATRIX, "int64 2x0:"),
                row(new GatherSlices(1), "int32 2: 2 6", MATRIX, "int64 2x1: 1 2"),
                row(new GatherSlices(1), "int32 0:", "int32 0x3:", "int64 0x1:"),
                row(elements(0, ScatterFunction.REPLACE), "int32 2x3: 1 8 3 7 5 6", MATRIX, "int64 1x2: 1 0",
                        "int32 1x2: 7 8"),
                row(elements(1, ScatterFunction.ADD), "int32 2x3: 1 2 33 4 5 6", MATRIX, "int64 1x2: 2 -1",
                        "int32 1x2: 10 20"),
                row(elements(0, ScatterFunction.MULTIPLY), "float32 2: 1 -0", "float32 2: 1 2", "int64 2: 1 1",
                        "float32 2: 0 -3"),
                row(elements(0, ScatterFunction.MAXIMUM), "float32 2: NaN 2", "float32 2: 1 2", "int64 2: 0 1",
                        "float32 2: NaN -3"),
                row(elements(0, ScatterFunction.MINIMUM), "uint8 2: 1 2", "uint8 2: 255 2", "int64 2: 0 1",
                        "uint8 2: 1 255"),
                row(elements(0, ScatterFunction.ADD), "int8 1: -128", "int8 1: 127", "int64 1: 0", "int8 1: 1"),
                row(elements(0, ScatterFunction.REPLACE), "string 2: a x", "string 2: a b", "int64 1: 1",
                        "string 1: x"),
                row(slices(ScatterFunction.REPLACE), "int32 2x3: 1 2 3 7 8 9", MATRIX, "int64 1x1: -1",
                        "int32 1x3: 7 8 9"),
                row(slices(ScatterFunction.ADD), "int32 2x3: 1 2 18 4 5 6", MATRIX, "int64 2x2: 0 2 0 2",
                        "int32 2: 7 8"),
                row(slices(ScatterFunction.MAXIMUM), "bool 2: 1 1", "bool 2: 0 1", "int64 2x1: 0 1", "bool 2: 1 0"),
                row(slices(ScatterFunction.REPLACE), MATRIX, MATRIX, "int64 0x1:", "int32 0x3:"),
                row(slices(ScatterFunction.REPLACE), "int32 : 5", "int32 : 1", "int64 0:", "int32 : 5"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void computes(Operator operator, String result, String[] operands) {
        assertEquals(result, Literal.text(Applied.to(operator, tensors(operands))));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                row(new GatherElements(0), "index 2 into an axis of size 2", MATRIX, "int64 1x1: 2"),
                row(new GatherElements(0), "expected integers", MATRIX, "float32 1x1: 0"),
                row(new GatherElements(0), "indices of shape [2] along axis 0 of a tensor of shape [2, 3]", MATRIX,
                        "int64 2: 0 0"),
                row(new GatherElements(1), "indices of shape [3, 1]", MATRIX, "int64 3x1: 0 0 0"),
                row(new GatherElements(2), "axis 2 of a tensor of rank 2", MATRIX, "int64 1x1: 0"),
                row(new GatherSlices(0), "tuples of indices of shape [3] into a tensor of shape [2, 3]", MATRIX,
                        "int64 3: 0 0 0"),
                row(new GatherSlices(1), "with 1 batch axes", MATRIX, "int64 1: 0"),
                row(new GatherSlices(1), "batches of indices of shape [3, 1]", MATRIX, "int64 3x1: 0 0 0"),
                row(new GatherSlices(0), "index -4 into an axis of size 3", MATRIX, "int64 2: 0 -4"),
                row(new GatherSlices(0), "the indices are a scalar", MATRIX, "int64 : 0"),
                row(elements(0, ScatterFunction.REPLACE), "indices of shape [1, 1] for updates of shape [1, 2]", MATRIX,
                        "int64 1x1: 0", "int32 1x2: 0 0"),
                row(elements(0, ScatterFunction.ADD), "the update ADD is not defined for elements of type string",
                        "string 1: a", "int64 1: 0", "string 1: b"),
                row(elements(0, ScatterFunction.ADD), "element types int32 and int64 differ", "int32 1: 0",
                        "int64 1: 0", "int64 1: 0"),
                row(slices(ScatterFunction.ADD), "updates of shape [2], expected [1, 3]", MATRIX, "int64 1x1: 0",
                        "int32 2: 1 1"),
                row(slices(ScatterFunction.ADD), "index 5 into an axis of size 2", MATRIX, "int64 1x1: 5",
                        "int32 1x3: 1 1 1"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(Operator operator, String message, String[] operands) {
        String found = Applied.refusal(operator, tensors(operands));
        assertTrue(found.contains(message), found);
    }

    @Test
    void refusesSenselessBatches() {
        assertThrows(ModelException.class, () -> new GatherSlices(-1));
        assertThrows(ModelException.class, () -> new GatherSlices(Integer.MAX_VALUE));
    }

    @Test
    void leavesTheOperandAsItIs() {
        Tensor x = Literal.of(MATRIX);
        Applied.to(slices(ScatterFunction.REPLACE), x, Literal.of("int64 1x1: 0"), Literal.of("int32 1x3: 7 8 9"));
        assertEquals(MATRIX, Literal.text(x));
    }

    @ParameterizedTest
    @MethodSource("nonZeros")
    void findsWhatIsNotZero(String x, String indices) {
        assertEquals(indices, Literal.text(Applied.to(new NonZero(), Literal.of(x))));
    }

    static Stream<Arguments> nonZeros() {
        return Stream.of(
                Arguments.of("int32 2x2: 1 0 2 3", "int64 2x3: 0 1 1 0 0 1"),
                Arguments.of("float32 4: 0 -0 NaN -1", "int64 1x2: 2 3"),
                Arguments.of("bool 2: 0 0", "int64 1x0:"),
                Arguments.of("bool : 1", "int64 0x1:"),
                Arguments.of("int4 0x5:", "int64 2x0:"),
                Arguments.of("string 1: a", "int64 1x1: 0"));
    }
}
