package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Axes;
import org.sardonyx.ir.operator.If;
import org.sardonyx.ir.operator.Loop;
import org.sardonyx.ir.operator.OptionalGet;
import org.sardonyx.ir.operator.Scan;
import org.sardonyx.ir.operator.Scan.Walk;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// Operators that run graphs of their own.
final class ControlFlowOperators {
    private ControlFlowOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("If", 1, 11, 13, 16, 19, 21, 23, 24, 25).inputs(1).asMany(ControlFlowOperators::branch);
        c.operator("Loop", 1, 11, 13, 16, 19, 21, 23, 24, 25).inputs(0, Integer.MAX_VALUE)
                .asMany(ControlFlowOperators::loop);
        c.operator("Scan", 8).inputs(1, Integer.MAX_VALUE).asMany(BatchScan::expand);
        c.operator("Scan", 9, 11, 16, 19, 21, 23, 24, 25).inputs(1, Integer.MAX_VALUE)
                .asMany(ControlFlowOperators::scan);
    }

    private static List<Operand> branch(OnnxNode n, Expressions e) {
        Subgraph thenBranch = n.attributes().requireGraph("then_branch");
        Subgraph elseBranch = n.attributes().requireGraph("else_branch");
        Optional<Tensor> condition = n.constant(0).filter(constant -> constant.size() == 1);
        if (condition.isPresent() && n.dataType(0) == DataType.BOOL) {
            return (condition.get().getBoolean(0) ? thenBranch : elseBranch).inline(List.of());
        }
        Subgraph.Closure first = thenBranch.close(List.of());
        Subgraph.Closure second = elseBranch.close(List.of());
        List<Operand> operands = new ArrayList<>(List.of(n.input(0)));
        operands.addAll(first.captures());
        operands.addAll(second.captures());
        return e.builder().apply(new If(first.graph(), second.graph()), operands);
    }

    private static List<Operand> loop(OnnxNode n, Expressions e) {
        List<Operand> operands = new ArrayList<>();
        operands.add(n.optionalInput(0).orElseGet(() -> e.constant(Tensor.scalar(Long.MAX_VALUE))));
        operands.add(n.optionalInput(1).orElseGet(() -> e.constant(Tensor.ofBooleans(new long[0], true))));
        List<ValueType> types = new ArrayList<>(List.of(TensorType.of(DataType.INT64), operands.get(1).type()));
        for (int i = 2; i < n.inputCount(); i++) {
            operands.add(n.input(i));
            types.add(n.input(i).type());
        }
        int carried = operands.size() - 2;
        LoopBody body = LoopBody.of(n.attributes().requireGraph("body"), types, 1, 1 + carried);
        operands.addAll(body.captures());
        List<Operand> results = new ArrayList<>(e.builder().apply(new Loop(body.graph(), carried), operands));
        for (int i = 0; i < carried; i++) {
            results.set(i,
                    body.unwrapped().contains(1 + i) ? e.apply(new OptionalGet(), results.get(i)) : results.get(i));
        }
        return results;
    }

    private static List<Operand> scan(OnnxNode n, Expressions e) {
        Subgraph body = n.attributes().requireGraph("body");
        int scanned = scannedCount(n, n.inputCount());
        int states = n.inputCount() - scanned;
        List<Walk> inputs = walks(n, "input", scanned);
        List<Walk> outputs = walks(n, "output", body.outputCount() - states);
        List<Operand> operands = n.allInputs();
        List<ValueType> types = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            ValueType type = operands.get(i).type();
            types.add(i < states ? type : slice(operands.get(i).tensorType(), inputs.get(i - states).axis()));
        }
        LoopBody closed = LoopBody.of(body, types, 0, states);
        operands = new ArrayList<>(operands);
        operands.addAll(closed.captures());
        return e.builder().apply(new Scan(closed.graph(), states, inputs, outputs), operands);
    }

    /// How many of some inputs, the last ones, the body gets in slices.
    static int scannedCount(OnnxNode n, int inputs) {
        long count = n.attributes().requireInteger("num_scan_inputs");
        if (count < 1 || count > inputs) {
            throw new ModelException("num_scan_inputs is " + count + ", expected 1 to " + inputs);
        }
        return (int) count;
    }

    /// @param side `input` or `output`
    private static List<Walk> walks(OnnxNode n, String side, int count) {
        long[] axes = walkAttribute(n, "scan_" + side + "_axes", count);
        boolean[] backwards = backwards(n, "scan_" + side + "_directions", count);
        List<Walk> walks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            walks.add(new Walk(Math.clamp(axes[i], Integer.MIN_VALUE, Integer.MAX_VALUE), backwards[i]));
        }
        return walks;
    }

    /// An attribute that says for each of some tensors whether it is walked along backwards.
    static boolean[] backwards(OnnxNode n, String attribute, int count) {
        long[] directions = walkAttribute(n, attribute, count);
        boolean[] backwards = new boolean[count];
        for (int i = 0; i < count; i++) {
            if (directions[i] != 0 && directions[i] != 1) {
                throw new ModelException("a direction in " + attribute + " is " + directions[i] + ", expected 0 or 1");
            }
            backwards[i] = directions[i] == 1;
        }
        return backwards;
    }

    private static long[] walkAttribute(OnnxNode n, String attribute, int count) {
        long[] values = n.attributes().integers(attribute).orElseGet(() -> new long[Math.max(0, count)]);
        if (values.length != count) {
            throw new ModelException(values.length + " numbers in " + attribute + ", expected " + count);
        }
        return values;
    }

    /// The type of a slice, without the axis along which the slices lie.
    static TensorType slice(TensorType type, int axis) {
        if (!type.shape().hasRank()) {
            return type;
        }
        List<Dimension> dimensions = new ArrayList<>(type.shape().dimensions());
        dimensions.remove(Axes.normalize(axis, dimensions.size()));
        return type.withShape(Shape.of(dimensions));
    }
}
