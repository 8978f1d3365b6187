package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Applies an operator to tensors in each of the ways a model may give them: as inputs of known shape, as inputs of
/// unknown shape, as constants, and as constants but for the first. The results must not depend on it; the interpreter
/// checks them against the inferred types.
final class Applied {
    private Applied() {}

    /// The only output of an operator.
    static Tensor to(Operator operator, Tensor... operands) {
        List<Tensor> outputs = allTo(operator, operands);
        assertEquals(1, outputs.size());
        return outputs.getFirst();
    }

    /// All outputs of an operator.
    static List<Tensor> allTo(Operator operator, Tensor... operands) {
        List<Tensor> outputs = run(operator, _ -> false, Tensor::shape, operands);
        check(outputs, run(operator, _ -> false, _ -> Shape.UNKNOWN, operands));
        check(outputs, run(operator, _ -> true, Tensor::shape, operands));
        check(outputs, run(operator, operand -> operand > 0, tensor -> Shape.ofRank(tensor.rank()), operands));
        return outputs;
    }

    /// The message with which an operator refuses operands whose shapes, but not values, are known.
    static String refusal(Operator operator, Tensor... operands) {
        return assertThrows(ModelException.class, () -> run(operator, _ -> false, Tensor::shape, operands))
                .getMessage();
    }

    private static List<Tensor> run(Operator operator, Function<Integer, Boolean> isConstant,
            Function<Tensor, Shape> shapes, Tensor... operands) {
        GraphBuilder builder = new GraphBuilder("applied");
        List<Operand> built = new ArrayList<>();
        List<Value> inputs = new ArrayList<>();
        for (Tensor operand : operands) {
            if (isConstant.apply(built.size())) {
                built.add(builder.constant(operand));
            } else {
                built.add(builder.input("x" + built.size(), operand.type().withShape(shapes.apply(operand))));
                inputs.add(operand);
            }
        }
        int count = 0;
        for (Operand output : builder.apply(operator, built)) {
            builder.output("y" + count++, output);
        }
        return new Interpreter().run(builder.build(), inputs).stream().map(Tensor.class::cast).toList();
    }

    private static void check(List<Tensor> expected, List<Tensor> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(expected.get(i).sameContent(actual.get(i)), "expected " + expected.get(i) + ", found "
                    + actual.get(i));
        }
    }
}
