package org.sardonyx.passes.precision;

import java.util.List;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.Broadcast;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.Compare;
import org.sardonyx.ir.operator.Concat;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.ConvolutionTranspose;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.ir.operator.Operator;
import org.sardonyx.ir.operator.Pad;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.Resize;
import org.sardonyx.ir.operator.Select;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.ir.operator.Squeeze;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.ir.operator.Unsqueeze;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.HalfPrecision;
import org.sardonyx.passes.rewrite.Journal;
import org.sardonyx.passes.rewrite.Pass;

/// `float16 -> float32`: arithmetic of float16 and bfloat16 is done in float32, and rounded only where a value leaves the
/// graph or meets an operator that is not arithmetic. Results are nearer to those of exact arithmetic than if each operator
/// rounded, but not the same; casts between these types and float32 do nothing any more. Graphs that operators run are left
/// as they are.
public record WidenHalfPrecision() implements Pass {

    @Override
    public String name() {
        return "widen";
    }

    @Override
    public Graph run(Graph graph, Journal journal) {
        if (graph.nodes().stream().noneMatch(node -> isWidened(node) || isRounding(node))) {
            return graph;
        }
        FloatTwins twins = new FloatTwins(graph, WidenHalfPrecision::isHalf);
        for (Node node : graph.nodes()) {
            twins.builder().origin(node.origin());
            if (isRounding(node)) {
                twins.define(node.output(0), twins.own(node.operands().getFirst()));
            } else if (isWidened(node)) {
                List<Operand> results = twins.builder().apply(node.operator(),
                        node.operands().stream().map(twins::floats).toList());
                for (int i = 0; i < results.size(); i++) {
                    twins.define(node.output(i), results.get(i));
                }
                journal.done("WidenHalfPrecision", node, "in float32");
            } else {
                twins.keep(node);
            }
        }
        return twins.build();
    }

    private static boolean isHalf(Operand value) {
        return value.type() instanceof TensorType tensor && HalfPrecision.isHalf(tensor.dataType());
    }

    /// Whether a node makes a float16 of a float32.
    private static boolean isRounding(Node node) {
        return node.operator() instanceof Cast && isHalf(node.output(0))
                && node.operands().getFirst().dataType() == DataType.FLOAT32;
    }

    private static boolean isWidened(Node node) {
        return isArithmetic(node.operator()) && node.operands().stream().anyMatch(WidenHalfPrecision::isHalf);
    }

    /// Whether an operator gives what it gives for float16 for float32 as well, apart from rounding.
    private static boolean isArithmetic(Operator operator) {
        return switch (operator) {
            case Unary _,Binary _,Compare _,Select _,Broadcast _,Cast _ -> true;
            case Convolution _,ConvolutionTranspose _,MatMul _,Reduce _,ReduceWindow _ -> true;
            case Reshape _,Transpose _,Squeeze _,Unsqueeze _,Concat _,Slice _,Pad _,Resize _ -> true;
            default -> false;
        };
    }
}
