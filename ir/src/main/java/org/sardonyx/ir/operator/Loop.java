package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Runs a graph again and again, each time on what it yielded the time before, until the trip count is reached or the
/// condition is false. Operands: the trip count (int64, one element; the largest int64 where there is none), the condition
/// (bool, one element), the first carried values, the captures.
///
/// The body takes the number of the iteration (int64), the condition, the carried values, the captures. It yields the next
/// condition, the next carried values, and tensors whose shape is the same in each iteration. The outputs are the last
/// carried values, and those tensors stacked along a new axis 0.
///
/// @param carried how many values are carried from one iteration to the next
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Loop.html">Loop</a>
public record Loop(Graph body, int carried) implements Operator {
    public Loop {
        if (carried < 0 || body.inputs().size() < 2 + carried || body.outputs().size() < 1 + carried) {
            throw new ModelException("the body has " + body.inputs().size() + " inputs and " + body.outputs().size()
                    + " outputs, expected at least " + (2 + carried) + " and " + (1 + carried));
        }
        Carried.require(body, 1, 0, 1 + carried);
        Carried.requireTensors(body, 1 + carried);
    }

    @Override
    public List<ValueType> infer(Operands operands) {
        operands.requireCount(body.inputs().size(), body.inputs().size());
        operands.requireIntegers(0);
        if (operands.dataType(1) != DataType.BOOL) {
            throw new ModelException("the condition is of type " + operands.dataType(1).text() + ", expected bool");
        }
        Carried.requireAdmitted(body, 0, body.inputs().size(), operands);
        List<ValueType> types = Carried.joined(body, 2, 1, carried, operands);
        Dimension count = tripCount(operands);
        for (Operand output : List.copyOf(body.outputs().values()).subList(1 + carried, body.outputs().size())) {
            types.add(output.tensorType().withShape(Carried.inserted(output.shape(), 0, count)));
        }
        return types;
    }

    /// The number of iterations where the condition never ends the loop.
    private Dimension tripCount(Operands operands) {
        boolean endless = operands.constant(1).map(condition -> condition.size() == 1 && condition.getBoolean(0))
                .orElse(false) && isTrue(body.outputs().values().iterator().next());
        return endless
                ? operands.integer(0).map(count -> Dimension.of(Math.max(0, count))).orElse(Dimension.UNKNOWN)
                : Dimension.UNKNOWN;
    }

    private boolean isTrue(Operand condition) {
        return condition.equals(body.inputs().get(1)) || condition.node().operator() instanceof Constant(Tensor tensor)
                && tensor.size() == 1 && tensor.getBoolean(0);
    }

    @Override
    public List<Value> evaluate(Evaluation evaluation) {
        long tripCount = evaluation.integer(0);
        Value condition = evaluation.value(1);
        List<Value> values = new ArrayList<>();
        for (int i = 2; i < body.inputs().size(); i++) {
            values.add(evaluation.value(i));
        }
        List<TensorStack> stacks = Carried.stacks(body, 1 + carried);
        for (long iteration = 0; iteration < tripCount && isTrue(condition); iteration++) {
            List<Value> inputs = new ArrayList<>(List.of(Tensor.scalar(iteration), condition));
            inputs.addAll(values);
            List<Value> outputs = evaluation.run(body, inputs);
            condition = outputs.get(0);
            for (int i = 0; i < carried; i++) {
                values.set(i, outputs.get(1 + i));
            }
            for (int i = 0; i < stacks.size(); i++) {
                stacks.get(i).add((Tensor) outputs.get(1 + carried + i));
            }
        }
        List<Value> results = new ArrayList<>(values.subList(0, carried));
        stacks.forEach(stack -> results.add(stack.stacked()));
        return results;
    }

    private static boolean isTrue(Value condition) {
        if (!(condition instanceof Tensor tensor) || tensor.size() != 1) {
            throw new ModelException("the condition is a " + condition.type() + ", expected one bool");
        }
        return tensor.getBoolean(0);
    }

    @Override
    public List<Graph> graphs() {
        return List.of(body);
    }

    @Override
    public Operator withGraphs(List<Graph> graphs) {
        return new Loop(graphs.getFirst(), carried);
    }
}
