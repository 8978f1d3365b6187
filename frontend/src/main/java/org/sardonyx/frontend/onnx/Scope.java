package org.sardonyx.frontend.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Narrow;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// The names of one graph while it is imported. A name that is not the graph's own is looked for around it; what is found
/// there becomes an input of the graph, a capture, or is copied if it is a constant.
final class Scope {
    private final GraphBuilder builder;
    private final Optional<Scope> parent;
    private final Map<String, Operand> values = new HashMap<>();
    private final Map<String, Integer> declaredRanks = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Map<Operand, Operand> captured = new HashMap<>();
    private final List<Operand> captures = new ArrayList<>();

    Scope(GraphBuilder builder, Optional<Scope> parent) {
        this.builder = builder;
        this.parent = parent;
    }

    GraphBuilder builder() {
        return builder;
    }

    /// The operands of the enclosing graph that were captured, in the order of the inputs made for them.
    List<Operand> captures() {
        return captures;
    }

    boolean defines(String name) {
        return values.containsKey(name) || broken.contains(name);
    }

    /// Notes what the model says about a tensor, for the case that its rank cannot be inferred.
    void declare(String name, ValueType type) {
        if (type instanceof TensorType tensor && tensor.shape().hasRank()) {
            declaredRanks.put(name, tensor.shape().rank());
        }
    }

    void define(String name, Operand operand) {
        Integer rank = declaredRanks.get(name);
        boolean open = rank != null && operand.type() instanceof TensorType tensor && !tensor.shape().hasRank();
        values.put(name, open
                ? builder.apply(new Narrow(operand.tensorType().withShape(Shape.ofRank(rank))), operand)
                : operand);
    }

    /// Marks a name whose computation failed: what depends on it is passed over in silence.
    void defineBroken(String name) {
        broken.add(name);
    }

    boolean isBroken(String name) {
        if (values.containsKey(name)) {
            return false;
        }
        return broken.contains(name) || parent.isPresent() && parent.get().isBroken(name);
    }

    Optional<Operand> find(String name) {
        Operand own = values.get(name);
        if (own != null || parent.isEmpty()) {
            return Optional.ofNullable(own);
        }
        Optional<Operand> outer = parent.get().find(name);
        return parent.get().builder == builder ? outer : outer.map(this::capture);
    }

    private Operand capture(Operand outer) {
        Optional<Tensor> constant = builder.constant(outer);
        if (constant.isPresent()) {
            return builder.constant(constant.get());
        }
        return captured.computeIfAbsent(outer, _ -> {
            List<Dimension> elements = parent.orElseThrow().builder.dimensions(outer).orElse(List.of());
            Operand input = builder.input("captured " + captures.size(), outer.type(), elements);
            captures.add(outer);
            return input;
        });
    }
}
