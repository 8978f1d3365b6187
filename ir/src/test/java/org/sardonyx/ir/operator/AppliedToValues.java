package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Value;

/// Applies an operator to values of any kind, once with their types and once with all shapes unknown.
final class AppliedToValues {
    private AppliedToValues() {}

    /// All outputs of an operator.
    static List<Value> all(Operator operator, Value... operands) {
        run(operator, true, operands);
        return run(operator, false, operands);
    }

    /// The only output of an operator.
    static Value one(Operator operator, Value... operands) {
        return all(operator, operands).getFirst();
    }

    /// The message with which an operator refuses operands.
    static String refusal(Operator operator, Value... operands) {
        return assertThrows(ModelException.class, () -> run(operator, false, operands)).getMessage();
    }

    private static List<Value> run(Operator operator, boolean ofAnyShape, Value... operands) {
        GraphBuilder builder = new GraphBuilder("applied");
        List<Operand> inputs = new ArrayList<>();
        for (Value operand : operands) {
            ValueType type = ofAnyShape ? operand.type().ofAnyShape() : operand.type();
            inputs.add(builder.input("x" + inputs.size(), type));
        }
        List<Operand> outputs = builder.apply(operator, inputs);
        for (Operand output : outputs) {
            builder.output("y" + output.output(), output);
        }
        return new Interpreter().run(builder.build(), List.of(operands));
    }
}
