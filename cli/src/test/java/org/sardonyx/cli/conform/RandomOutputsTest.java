package org.sardonyx.cli.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Distribution;
import org.sardonyx.ir.operator.If;
import org.sardonyx.ir.operator.Random;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class RandomOutputsTest {
    private static final TensorType TYPE = TensorType.of(DataType.FLOAT64, 2);

    private static Operand draw(GraphBuilder builder, Optional<Long> seed) {
        return builder.apply(new Random(Distribution.UNIFORM, seed, 0), builder.constant(Tensor.vector(2)));
    }

    private static Operand negate(GraphBuilder builder, Operand operand) {
        return builder.apply(new Unary(UnaryFunction.NEGATE), operand);
    }

    @Test
    void onlyWhatDependsOnRandomNumbersIsRandom() {
        GraphBuilder builder = new GraphBuilder("graph");
        Operand x = builder.input("x", TYPE);
        builder.output("drawn", draw(builder, Optional.empty()));
        builder.output("derived", negate(builder, draw(builder, Optional.of(1L))));
        builder.output("fixed", negate(builder, x));
        builder.output("input", x);
        assertEquals(Set.of("drawn", "derived"), RandomOutputs.of(builder.build()));
    }

    @Test
    void subGraphsAreLookedInto() {
        GraphBuilder inner = new GraphBuilder("inner");
        inner.output("y", draw(inner, Optional.empty()));
        GraphBuilder outer = new GraphBuilder("outer");
        Operand condition = outer.input("condition", TensorType.of(DataType.BOOL));
        outer.output("random", outer.apply(new If(branch(inner.build()), fixed()), condition));
        outer.output("fixed", outer.apply(new If(fixed(), fixed()), condition));
        assertEquals(Set.of("random"), RandomOutputs.of(outer.build()));
    }

    /// A branch that runs a graph in one of its own branches.
    private static Graph branch(Graph inside) {
        GraphBuilder builder = new GraphBuilder("branch");
        Operand truth = builder.constant(Tensor.ofBooleans(new long[0], true));
        builder.output("y", builder.apply(new If(inside, fixed()), truth));
        return builder.build();
    }

    private static Graph fixed() {
        GraphBuilder builder = new GraphBuilder("fixed");
        builder.output("y", builder.constant(Tensor.ofDoubles(DataType.FLOAT64, new long[] {2}, 1, 2)));
        return builder.build();
    }
}
