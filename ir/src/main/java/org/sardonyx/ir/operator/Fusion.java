package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Value;

/// Operators that are to become one kernel. What it computes is what its body computes; the operands are the body's inputs
/// in order. No model contains it: a pass groups the nodes of a graph.
///
/// Whoever makes kernels can count on this. Beside inputs and constants (numbers of one element, and the axes and sizes that
/// operators take) a body consists of *pointwise* operators, [Unary], [Binary], [Compare], [Select], [Cast] and
/// [Broadcast], and of *anchors*, [Convolution], [ConvolutionTranspose], [MatMul], [ReduceWindow] and [Reduce], in one of
/// three forms:
///
/// - **pointwise**: no anchor. Every member has the same shape, what is smaller is an input.
/// - **anchored**: one anchor. Members that it depends on have the shape of the operand they lead to and are used inside
///   the body only; all others, the epilogue, have the shape of the anchor's result. The outputs are the anchor or members
///   of the epilogue.
/// - **rows**: reductions over the same innermost axes of tensors of one shape, at least one of which stands before a pointwise
///   operator of that shape, as in softmax and layer normalization. Every member has that shape or, reduced with
///   `keepDimensions`, that of the reductions. Any member may be an output.
///
/// @param body with the inputs and outputs of the group; an output is used outside of it, the others are not
public record Fusion(Graph body) implements Operator {
    public Fusion {
        FusionContract.require(body);
    }

    /// Whether the operator may stand anywhere in a group: each element of its result depends on one of each operand.
    public static boolean isPointwise(Operator operator) {
        return switch (operator) {
            case Unary _,Binary _,Compare _,Select _,Cast _,Broadcast _ -> true;
            default -> false;
        };
    }

    /// Whether the operator may be the one in a group that is not pointwise.
    public static boolean isAnchor(Operator operator) {
        return switch (operator) {
            case Convolution _,ConvolutionTranspose _,MatMul _,ReduceWindow _,Reduce _ -> true;
            default -> false;
        };
    }

    /// The anchors in the order they run; more than one only if they are reductions.
    public List<Node> anchors() {
        return body.nodes().stream().filter(node -> isAnchor(node.operator())).toList();
    }

    /// The anchor of a group that has one; of rows the first reduction.
    public Optional<Node> anchor() {
        return anchors().stream().findFirst();
    }

    /// The same group for operands of other types, of which its body knows then.
    ///
    /// @throws org.sardonyx.ir.ModelException if they are no instances of what the body takes
    public Fusion of(List<Operand> operands) {
        return new Fusion(typed(operands.stream().map(Operand::type).toList()));
    }

    private Graph typed(List<ValueType> types) {
        Map<String, ValueType> byName = new HashMap<>();
        boolean same = true;
        for (int i = 0; i < types.size(); i++) {
            Operand input = body.inputs().get(i);
            byName.put(Graph.inputOf(input).name(), types.get(i));
            same &= input.type().equals(types.get(i));
        }
        return same ? body : Specialization.of(body, byName).graph();
    }

    @Override
    public List<ValueType> infer(Operands operands) {
        operands.requireCount(body.inputs().size(), body.inputs().size());
        Graph typed = typed(IntStream.range(0, operands.count()).mapToObj(operands::type).toList());
        return typed.outputs().values().stream().map(Operand::type).toList();
    }

    @Override
    public List<Value> evaluate(Evaluation evaluation) {
        List<Value> inputs = new ArrayList<>();
        for (int i = 0; i < evaluation.count(); i++) {
            inputs.add(evaluation.value(i));
        }
        return evaluation.run(body, inputs);
    }

    @Override
    public List<Graph> graphs() {
        return List.of(body);
    }

    @Override
    public Operator withGraphs(List<Graph> graphs) {
        return new Fusion(graphs.getFirst());
    }
}
