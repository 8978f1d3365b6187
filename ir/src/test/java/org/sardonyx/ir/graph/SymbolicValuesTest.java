package org.sardonyx.ir.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Comparison;
import org.sardonyx.ir.operator.Range;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// The shape arithmetic of exporters, with symbolic sizes.
class SymbolicValuesTest {
    private final GraphBuilder builder = new GraphBuilder("test");
    private final Expressions e = new Expressions(builder);

    /// A vector of int64 with these elements.
    private Operand vector(String... elements) {
        List<Dimension> dimensions = Arrays.stream(elements).map(Dimension::parse).toList();
        return builder.input("v" + System.identityHashCode(dimensions),
                TensorType.of(DataType.INT64, elements.length), dimensions);
    }

    private Operand tensor(String... sizes) {
        Shape shape = Shape.of(Arrays.stream(sizes).map(Dimension::parse).toList());
        return builder.input("x", new TensorType(DataType.FLOAT32, shape));
    }

    private String known(Operand operand) {
        return builder.dimensions(operand).map(List::toString).orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ADD      | N      | 3  | N+3
            SUBTRACT | 3*N    | N  | N*2
            MULTIPLY | N      | M  | M*N
            DIVIDE   | N      | 2  | floor((N)/(2))
            DIVIDE   | 6*N    | 3  | N*2
            DIVIDE   | N-1    | 2  | ?
            DIVIDE   | N      | -2 | ?
            DIVIDE   | floor((N)/(2)) | 2 | floor((floor((N)/(2)))/(2))
            MODULO   | N      | 4  | N-floor((N)/(4))*4
            MODULO   | 4*N    | 4  | 0
            MINIMUM  | N+1    | N  | N
            MAXIMUM  | N+1    | N  | N+1
            MAXIMUM  | N      | 0  | N
            MAXIMUM  | N      | 1  | ?
            POWER    | N      | 2  | ?
            """)
    void combines(BinaryFunction function, String a, String b, String result) {
        assertEquals("[" + result + "]", known(e.binary(function, vector(a), vector(b))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EQUAL         | N   | N   | 1
            EQUAL         | N   | -1  | 0
            EQUAL         | N+2 | 1   | 0
            EQUAL         | N   | 1   | ?
            EQUAL         | N   | M   | ?
            LESS          | N   | N+1 | 1
            LESS          | N   | 0   | 0
            LESS          | 0   | N   | ?
            LESS_OR_EQUAL | 0   | N   | 1
            LESS_OR_EQUAL | N+1 | N   | 0
            """)
    void compares(Comparison comparison, String a, String b, String result) {
        Operand truth = switch (comparison) {
            case EQUAL -> e.equal(vector(a), vector(b));
            case LESS -> e.less(vector(a), vector(b));
            case LESS_OR_EQUAL -> e.lessOrEqual(vector(a), vector(b));
        };
        assertEquals("[" + result + "]", known(truth));
    }

    @Test
    void expandsAsExportersDo() {
        // Where(Equal(shape, -1), own sizes, shape), the shape of torch's expand.
        Operand wanted = e.concat(0, vector("N"), e.longs(-1, 7));
        Operand own = e.longs(1, 5, 1);
        Operand sizes = e.select(e.equal(wanted, e.broadcast(e.longs(-1), e.longs(3))), own, wanted);
        assertEquals("[N, 5, 7]", known(sizes));
        assertEquals("float32[N, 5, 7]", e.broadcast(tensor("1", "5", "1"), sizes).type().toString());
    }

    @Test
    void multipliesSizes() {
        Operand x = tensor("N", "4", "H");
        Operand count = e.reduce(ReduceFunction.PRODUCT, e.shapeOf(x), false, e.longs(0));
        assertEquals("[H*N*4]", known(count));
        assertEquals("float32[H*N*4]", e.reshape(x, e.unsqueeze(count, 0)).type().toString());
        assertEquals("[H+N+4]", known(e.reduce(ReduceFunction.SUM, e.shapeOf(x), true, e.longs())));
        assertEquals("[?]", known(e.reduce(ReduceFunction.MAXIMUM, e.shapeOf(x), true, e.longs())));
    }

    @Test
    void countsAndCuts() {
        Operand size = e.sizeOf(tensor("3*N", "4"), 0);
        assertEquals("int64[N*3]", e.indices(size).type().toString());
        assertEquals("int64[-floor((-N*3)/(2))]",
                e.apply(new Range(), e.longs(0), size, e.longs(2)).type().toString());
        assertEquals("int64[?]", e.apply(new Range(), e.longs(1), size, e.longs(1)).type().toString());
        Operand part = e.divide(size, 3);
        Operand x = builder.input("y", new TensorType(DataType.FLOAT32, Shape.of(List.of(Dimension.parse("3*N")))));
        assertEquals("float32[N]", e.slice(x, 0, part, e.multiply(part, 2)).type().toString());
        assertEquals("float32[N*2]", e.slice(x, 0, part, e.longs(Long.MAX_VALUE)).type().toString());
        assertEquals("float32[?]", e.slice(x, 0, e.longs(1), e.longs(Long.MAX_VALUE)).type().toString());
    }

    @Test
    void knowsNoSumThatMayHaveWrappedAround() {
        Operand narrow = e.cast(e.concat(0, vector("N"), e.longs(300)), DataType.INT8);
        assertEquals("[?, ?]", known(narrow));
        assertEquals("[N, ?]", known(e.cast(e.concat(0, vector("N"), e.longs(1L << 40)), DataType.INT32)));
        assertEquals("[?]", known(e.cast(vector("N-1"), DataType.UINT32)));
    }

    @Test
    void keepsTheOrderOfMatrices() {
        Operand column = e.reshape(vector("N", "M"), 2, 1);
        assertEquals("nothing", known(e.concat(1, column, column)));
        assertEquals("[N, M, N, M]", known(e.concat(0, column, column)));
        assertEquals("nothing", known(e.add(column, e.reshape(column, 1, 2))));
        assertEquals("nothing", known(e.gather(column, e.longs(0), 1)));
    }

    @Test
    void mapsElements() {
        assertEquals("[-N, 3]", known(e.negate(e.concat(0, vector("N"), e.longs(-3)))));
        assertEquals("[N, 3]", known(e.absolute(e.concat(0, vector("-N"), e.longs(-3)))));
        assertEquals("[?]", known(e.absolute(vector("N-3"))));
        assertEquals("[?]", known(e.unary(UnaryFunction.SIGN, vector("N"))));
        assertEquals("[0, 1]", known(e.not(e.equal(e.concat(0, vector("N"), e.longs(5)), vector("N", "N-N+6")))));
    }

    @Test
    void foldsWhatTurnsOutToBeFixed() {
        Operand difference = e.subtract(vector("N+2"), vector("N"));
        Tensor two = builder.constant(difference).orElseThrow();
        assertEquals(2, two.getLong(0));
        Tensor never = builder.constant(e.equal(vector("N"), e.longs(-1))).orElseThrow();
        assertFalse(never.getBoolean(0));
    }
}
