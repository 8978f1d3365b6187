package org.sardonyx.ir.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.ConvolutionTranspose;
import org.sardonyx.ir.operator.If;
import org.sardonyx.ir.operator.Loop;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.ir.operator.Operator;
import org.sardonyx.ir.operator.Scan;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class MultiplyAddsTest {
    private final GraphBuilder builder = new GraphBuilder("test");

    private static TensorType floats(String shape) {
        return new TensorType(DataType.FLOAT32, shape.equals("*")
                ? Shape.UNKNOWN
                : Shape.of(List.of(shape.split(" ")).stream()
                        .map(size -> size.equals("?") ? Dimension.UNKNOWN : Dimension.parse(size)).toList()));
    }

    private static Graph product(String a, String b) {
        GraphBuilder builder = new GraphBuilder("product");
        builder.output("y",
                builder.apply(new MatMul(), builder.input("a", floats(a)), builder.input("b", floats(b))));
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource({
        "3 4,     4 5,    60",
        "2 3 4,   4 5,    120",
        "2 3 4,   2 4 5,  120",
        "N 400,   400 120, N*48000",
        "N K,     K 5,    K*N*5",
        "3 ?,     4 5,    60",
        "? 4,     4 5,    ?",
        "0 4,     4 5,    0",
        "*,       4 5,    ?"})
    void aMatrixProductTakesItsDepthForEachElement(String a, String b, String expected) {
        assertEquals(expected, MultiplyAdds.of(product(a, b)).toString());
    }

    private String applied(Operator operator, String x, String weights) {
        builder.output("y", builder.apply(operator, builder.input("x", floats(x)), builder.input("weights",
                floats(weights))));
        return MultiplyAdds.of(builder.build()).toString();
    }

    /// The figures of LeNet-5's first layer, of a depthwise layer, and of an unknown batch.
    @ParameterizedTest
    @CsvSource({
        "1 1 32 32,  6 1 5 5,  1, 117600",
        "1 8 10 10,  8 1 3 3,  8, 4608",
        "N 3 10 10,  4 3 1 1,  1, N*1200",
        "N 3 ? 10,   4 3 1 1,  1, ?"})
    void aConvolutionTakesItsKernelForEachElement(String x, String weights, long groups, String expected) {
        assertEquals(expected, applied(new Convolution(Window.unit(2), groups), x, weights));
    }

    @ParameterizedTest
    @CsvSource({"1 2 10 10, 2 3 4 4, 1, 9600", "1 2 10 10, 2 3 4 4, 2, 9600", "N 2 1 1, 2 3 4 4, 1, N*96"})
    void aTransposedConvolutionTakesItsKernelForEachElementOfTheTensor(String x, String weights, long groups,
            String expected) {
        Operator operator = new ConvolutionTranspose(Window.unit(2), List.of(0L, 0L), groups);
        assertEquals(expected, applied(operator, x, weights));
    }

    @Test
    void whatIsLinearInTheDataIsNotCounted() {
        Operand x = builder.input("x", floats("N 10"));
        Expressions e = new Expressions(builder);
        builder.output("y", e.multiply(e.exponential(x), x));
        assertEquals("0", MultiplyAdds.of(builder.build()).toString());
    }

    @ParameterizedTest
    @CsvSource({"3 4, 4 5, 2 2, 2 2, 60", "N 4, 4 5, N 4, 4 5, N*20", "N 4, 4 5, 3 4, 4 5, ?"})
    void ofTwoBranchesTheLargerCounts(String a, String b, String c, String d, String expected) {
        Operand condition = builder.input("condition", TensorType.of(DataType.BOOL));
        List<Operand> operands = List.of(condition, builder.input("a", floats(a)), builder.input("b", floats(b)),
                builder.input("c", floats(c)), builder.input("d", floats(d)));
        builder.output("y", builder.apply(new If(product(a, b), product(c, d)), operands).getFirst());
        assertEquals(expected, MultiplyAdds.of(builder.build()).toString());
    }

    /// Each of the slices is multiplied by a matrix.
    @ParameterizedTest
    @CsvSource({"7 2 3, 126", "S 2 3, S*18", "? 2 3, ?"})
    void aWalkCountsEachOfItsSlices(String shape, String expected) {
        GraphBuilder body = new GraphBuilder("body");
        Operand slice = body.input("slice", floats("2 3"));
        body.output("y", body.apply(new MatMul(), slice, body.input("weights", floats("3 3"))));
        List<Scan.Walk> walk = List.of(new Scan.Walk(0, false));
        builder.output("y", builder.apply(new Scan(body.build(), 0, walk, walk), builder.input("x", floats(shape)),
                builder.input("weights", floats("3 3"))));
        assertEquals(expected, MultiplyAdds.of(builder.build()).toString());
    }

    @ParameterizedTest
    @CsvSource({"5, 135", "0, 0", "-1, 0", "9223372036854775807, ?"})
    void aLoopCountsItsIterations(long trips, String expected) {
        GraphBuilder body = new GraphBuilder("body");
        body.input("iteration", TensorType.of(DataType.INT64));
        Operand condition = body.input("condition", TensorType.of(DataType.BOOL));
        Operand x = body.input("x", floats("3 3"));
        body.output("condition", condition);
        body.output("x", body.apply(new MatMul(), x, x));
        builder.output("y", builder.apply(new Loop(body.build(), 1), builder.constant(Tensor.scalar(trips)),
                builder.input("condition", TensorType.of(DataType.BOOL)), builder.input("x", floats("3 3"))));
        assertEquals(expected, MultiplyAdds.of(builder.build()).toString());
    }
}
