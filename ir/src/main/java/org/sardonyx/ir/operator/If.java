package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Runs one of two graphs. Operands: a condition (bool, one element), what the first graph takes, what the second takes.
/// Both graphs have the same number of outputs; those at the same place may differ in shape.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__If.html">If</a>
public record If(Graph thenBranch, Graph elseBranch) implements Operator {
    public If {
        if (thenBranch.outputs().size() != elseBranch.outputs().size()) {
            throw new ModelException("the branches have " + thenBranch.outputs().size() + " and "
                    + elseBranch.outputs().size() + " outputs, expected the same number");
        }
    }

    @Override
    public List<ValueType> infer(Operands operands) {
        int count = 1 + thenBranch.inputs().size() + elseBranch.inputs().size();
        operands.requireCount(count, count);
        if (operands.dataType(0) != DataType.BOOL) {
            throw new ModelException("the condition is of type " + operands.dataType(0).text() + ", expected bool");
        }
        List<ValueType> types = new ArrayList<>();
        List<Operand> elseOutputs = List.copyOf(elseBranch.outputs().values());
        for (Operand output : thenBranch.outputs().values()) {
            types.add(output.type().join(elseOutputs.get(types.size()).type()));
        }
        return types;
    }

    @Override
    public List<Value> evaluate(Evaluation evaluation) {
        Tensor condition = evaluation.tensor(0);
        if (condition.size() != 1) {
            throw new ModelException("the condition has " + condition.size() + " elements, expected one");
        }
        boolean first = condition.getBoolean(0);
        Graph branch = first ? thenBranch : elseBranch;
        int from = 1 + (first ? 0 : thenBranch.inputs().size());
        List<Value> inputs = new ArrayList<>();
        for (int i = 0; i < branch.inputs().size(); i++) {
            inputs.add(evaluation.value(from + i));
        }
        return evaluation.run(branch, inputs);
    }

    @Override
    public List<Graph> graphs() {
        return List.of(thenBranch, elseBranch);
    }

    @Override
    public Operator withGraphs(List<Graph> graphs) {
        return new If(graphs.get(0), graphs.get(1));
    }
}
