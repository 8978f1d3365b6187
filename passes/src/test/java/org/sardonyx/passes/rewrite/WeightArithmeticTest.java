package org.sardonyx.passes.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Operator;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class WeightArithmeticTest {
    private static Tensor random(DataType type, long... sizes) {
        SplittableRandom random = new SplittableRandom(1);
        Tensor tensor = Tensor.allocate(type, sizes);
        for (long i = 0; i < tensor.size(); i++) {
            tensor.setDouble(i, random.nextInt(9) == 0 ? -0.0 : random.nextDouble(-2, 2));
        }
        return tensor;
    }

    private static Node node(Operator operator, Tensor... operands) {
        GraphBuilder builder = new GraphBuilder("test");
        Operand[] inputs = new Operand[operands.length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = builder.input("x" + i, operands[i].type());
        }
        return builder.apply(operator, inputs).node();
    }

    private static void agrees(Operator operator, Tensor... operands) {
        Node node = node(operator, operands);
        Tensor expected = (Tensor) new Interpreter().evaluate(node, List.of(operands)).getFirst();
        assertTrue(expected.sameContent(WeightArithmetic.evaluate(node, List.of(operands)).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "16, 16", "17, 33", "5, 40", "0, 3"})
    void matricesAreTransposed(long rows, long columns) {
        agrees(new Transpose(List.of(1, 0)), random(DataType.FLOAT32, rows, columns));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 5", "3, 100", "0, 3"})
    void rowsAreScaled(long rows, long length) {
        agrees(new Binary(BinaryFunction.MULTIPLY), random(DataType.FLOAT32, rows, length, 2),
                random(DataType.FLOAT32, rows, 1, 1));
    }

    @Test
    void theRestIsLeftToTheInterpreter() {
        Binary multiply = new Binary(BinaryFunction.MULTIPLY);
        for (List<Tensor> operands : List.of(
                List.of(random(DataType.FLOAT32, 2, 3), random(DataType.FLOAT32, 3)),
                List.of(random(DataType.FLOAT32, 2, 2), random(DataType.FLOAT32, 1, 2)),
                List.of(random(DataType.FLOAT32, 1, 3), random(DataType.FLOAT32, 3, 1)),
                List.of(random(DataType.FLOAT64, 2, 3), random(DataType.FLOAT64, 2, 1)))) {
            Node node = node(multiply, operands.toArray(Tensor[]::new));
            assertEquals(Optional.empty(), WeightArithmetic.evaluate(node, operands));
        }
    }
}
