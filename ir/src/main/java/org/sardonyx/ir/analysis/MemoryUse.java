package org.sardonyx.ir.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.operator.Narrow;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.Squeeze;
import org.sardonyx.ir.operator.Unsqueeze;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// What the tensors of a graph take when it runs node by node in its order and each value is freed after its last use.
/// What reshapes is not counted: it is another view of the same memory.
///
/// @param constants bytes of the constants, those of graphs inside it included; each tensor is counted once
/// @param activations bytes of everything that nodes compute, added up; unknown if one of the sizes is
/// @param peak the largest sum of bytes of inputs, intermediate values and outputs that are live at the same time; empty
///        unless all their sizes are fixed and the sum is a 64-bit number
public record MemoryUse(long constants, Dimension activations, OptionalLong peak) {

    public static MemoryUse of(Graph graph) {
        Map<Operand, Operand> owners = owners(graph);
        Dimension activations = Dimension.of(0);
        for (Operand owner : new HashSet<>(owners.values())) {
            if (!(owner.node().operator() instanceof Input)) {
                activations = activations.plus(bytes(owner.type()));
            }
        }
        return new MemoryUse(constants(graph), activations, peak(graph, owners));
    }

    private static OptionalLong peak(Graph graph, Map<Operand, Operand> owners) {
        for (Operand owner : owners.values()) {
            if (!bytes(owner.type()).isConstant()) {
                return OptionalLong.empty();
            }
        }
        try {
            return OptionalLong.of(largestSum(graph, owners));
        } catch (ArithmeticException _) {
            return OptionalLong.empty();
        }
    }

    /// The bytes of a value; unknown for strings and for what is not a tensor.
    public static Dimension bytes(ValueType type) {
        if (!(type instanceof TensorType tensor) || !tensor.shape().hasRank()
                || tensor.dataType() == DataType.STRING) {
            return Dimension.UNKNOWN;
        }
        return tensor.shape().elementCount().times(tensor.dataType().bits()).ceilingDivide(8);
    }

    private static long constants(Graph graph) {
        Set<Tensor> tensors = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Graph> graphs = new HashSet<>(Set.of(graph));
        Deque<Graph> pending = new ArrayDeque<>(graphs);
        while (!pending.isEmpty()) {
            for (Node node : pending.removeLast().nodes()) {
                if (node.operator() instanceof Constant(Tensor tensor)) {
                    tensors.add(tensor);
                }
                node.operator().graphs().stream().filter(graphs::add).forEach(pending::add);
            }
        }
        return tensors.stream().mapToLong(Tensor::byteSize).sum();
    }

    /// For each value that is not a constant the one whose memory it lies in, itself if it has its own.
    private static Map<Operand, Operand> owners(Graph graph) {
        Map<Operand, Operand> owners = new HashMap<>();
        for (Node node : graph.nodes()) {
            boolean constant = node.operator() instanceof Constant;
            for (int i = 0; i < node.types().size() && !constant; i++) {
                owners.put(node.output(i), owner(node, i, owners));
            }
        }
        return owners;
    }

    private static Operand owner(Node node, int output, Map<Operand, Operand> owners) {
        return switch (node.operator()) {
            case Reshape _,Squeeze _,Unsqueeze _ ->
                    owners.getOrDefault(node.operands().getFirst(), node.output(output));
            default -> node.output(output);
        };
    }

    private static long largestSum(Graph graph, Map<Operand, Operand> owners) {
        Map<Operand, Integer> uses = new HashMap<>();
        for (Node node : graph.nodes()) {
            node.operands().stream().map(owners::get).filter(Objects::nonNull)
                    .forEach(owner -> uses.merge(owner, 1, Integer::sum));
        }
        graph.outputs().values().stream().map(owners::get).filter(Objects::nonNull)
                .forEach(owner -> uses.merge(owner, 1, Integer::sum));
        long live = 0;
        long peak = 0;
        for (Node node : graph.nodes()) {
            List<Operand> unused = new ArrayList<>();
            for (int i = 0; i < node.types().size(); i++) {
                Operand output = node.output(i);
                if (output.equals(owners.get(output))) {
                    live = Math.addExact(live, size(output));
                    if (!uses.containsKey(output)) {
                        unused.add(output);
                    }
                }
            }
            peak = Math.max(peak, live);
            for (Operand operand : node.operands()) {
                Operand owner = owners.get(operand);
                if (owner != null && uses.merge(owner, -1, Integer::sum) == 0) {
                    unused.add(owner);
                }
            }
            live -= unused.stream().mapToLong(MemoryUse::size).sum();
        }
        return peak;
    }

    private static long size(Operand operand) {
        return bytes(operand.type()).size();
    }
}
