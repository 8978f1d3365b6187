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
import org.sardonyx.ir.operator.If;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;

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
}
