package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Walks along tensors and runs a graph on one slice of each at a time. Operands: the first states, the tensors to walk
/// along, the captures.
///
/// The body takes the states, the slices without the axis of the walk, the captures. It yields the next states, and
/// tensors whose shape is the same in each iteration. The outputs are the last states, and those tensors stacked along a
/// new axis.
///
/// @param states how many values are carried from one iteration to the next
/// @param inputs the walk along each of the tensors, all of the same length
/// @param outputs the walk in which each of the body's tensors is written
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Scan.html">Scan</a>
public record Scan(Graph body, int states, List<Walk> inputs, List<Walk> outputs) implements Operator {
    /// A way along a tensor.
    ///
    /// @param axis counted from the end if negative
    /// @param backwards whether it goes from the last slice to the first
    public record Walk(int axis, boolean backwards) {}

    public Scan {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        if (inputs.isEmpty()) {
            throw new ModelException("there is no tensor to walk along");
        }
        if (states < 0 || body.inputs().size() < states + inputs.size()
                || body.outputs().size() != states + outputs.size()) {
            throw new ModelException("the body has " + body.inputs().size() + " inputs and " + body.outputs().size()
                    + " outputs, expected at least " + (states + inputs.size()) + " and exactly "
                    + (states + outputs.size()));
        }
        Carried.require(body, 0, 0, states);
        Carried.requireTensors(body, states);
    }

    @Override
    public List<ValueType> infer(Operands operands) {
        operands.requireCount(body.inputs().size(), body.inputs().size());
        Dimension length = Dimension.UNKNOWN;
        for (int i = 0; i < inputs.size(); i++) {
            Shape shape = operands.shape(states + i);
            if (shape.hasRank()) {
                length = common(length, shape.dimension(Axes.normalize(inputs.get(i).axis(), shape.rank())));
            }
        }
        Carried.requireAdmitted(body, 0, states, operands);
        Carried.requireAdmitted(body, states + inputs.size(), body.inputs().size(), operands);
        List<ValueType> types = Carried.joined(body, 0, 0, states, operands);
        List<Operand> results = List.copyOf(body.outputs().values());
        for (int i = 0; i < outputs.size(); i++) {
            Operand result = results.get(states + i);
            types.add(result.tensorType()
                    .withShape(Carried.inserted(result.shape(), outputs.get(i).axis(), length)));
        }
        return types;
    }

    private static Dimension common(Dimension a, Dimension b) {
        if (a.neverSameSize(b)) {
            throw new ModelException("tensors of lengths " + a + " and " + b + " are walked along together");
        }
        return a.isConstant() || !b.isKnown() ? a : b;
    }

    @Override
    public List<Value> evaluate(Evaluation evaluation) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < states; i++) {
            values.add(evaluation.value(i));
        }
        List<TensorStack> stacks = Carried.stacks(body, states);
        long length = length(evaluation);
        for (long iteration = 0; iteration < length; iteration++) {
            List<Value> given = new ArrayList<>(values);
            for (int i = 0; i < inputs.size(); i++) {
                Walk walk = inputs.get(i);
                given.add(slice(evaluation.tensor(states + i), walk.axis(),
                        walk.backwards() ? length - 1 - iteration : iteration));
            }
            for (int i = states + inputs.size(); i < evaluation.count(); i++) {
                given.add(evaluation.value(i));
            }
            List<Value> yielded = evaluation.run(body, given);
            for (int i = 0; i < states; i++) {
                values.set(i, yielded.get(i));
            }
            for (int i = 0; i < stacks.size(); i++) {
                stacks.get(i).add((Tensor) yielded.get(states + i));
            }
        }
        for (int i = 0; i < stacks.size(); i++) {
            values.add(stacks.get(i).stackedAlong(outputs.get(i).axis(), outputs.get(i).backwards()));
        }
        return values;
    }

    private long length(Evaluation evaluation) {
        Dimension length = Dimension.UNKNOWN;
        for (int i = 0; i < inputs.size(); i++) {
            Tensor tensor = evaluation.tensor(states + i);
            length = common(length, Dimension.of(tensor.size(Axes.normalize(inputs.get(i).axis(), tensor.rank()))));
        }
        return length.size();
    }

    private static Tensor slice(Tensor x, int axis, long index) {
        int along = Axes.normalize(axis, x.rank());
        List<Dimension> dimensions = new ArrayList<>(x.shape().dimensions());
        dimensions.remove(along);
        Tensor result = Tensor.allocate(x.dataType(), Shape.of(dimensions).sizes());
        long inner = x.shape().product(along + 1, x.rank()).size();
        for (long i = 0; i < result.size(); i++) {
            result.copyElement(i, x, (i / inner * x.size(along) + index) * inner + i % inner);
        }
        return result;
    }

    @Override
    public List<Graph> graphs() {
        return List.of(body);
    }

    @Override
    public Operator withGraphs(List<Graph> graphs) {
        return new Scan(graphs.getFirst(), states, inputs, outputs);
    }
}
