package org.sardonyx.ir.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.operator.Operands;
import org.sardonyx.ir.operator.Operator;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Builds a [Graph]. It infers the types of every node it makes, makes equal nodes once (so common subexpressions never
/// arise), and computes at once what is small and depends on constants only, shapes above all: a model's shape
/// arithmetic is gone by the time its graph is built, unless it depends on symbolic dimensions or data.
public final class GraphBuilder {
    /// Results of up to this many elements are computed while the graph is built.
    private static final int LARGEST_FOLDED = 1024;

    private record Key(Operator operator, List<Operand> operands) {}

    private final String name;
    private final Map<Key, Node> shared = new HashMap<>();
    private final SymbolicValues symbolic = new SymbolicValues();
    private final List<Operand> inputs = new ArrayList<>();
    private final Map<String, Operand> outputs = new LinkedHashMap<>();
    private Origin origin = Origin.NONE;

    public GraphBuilder(String name) {
        this.name = name;
    }

    /// Sets what the nodes made from now on come from.
    public void origin(Origin newOrigin) {
        origin = newOrigin;
    }

    /// Adds an input.
    ///
    /// @throws ModelException if there is one of that name
    public Operand input(String inputName, ValueType type) {
        return input(inputName, type, List.of());
    }

    /// Adds an input of whose elements something is known, see [Input#elements].
    ///
    /// @throws ModelException if there is one of that name
    public Operand input(String inputName, ValueType type, List<Dimension> elements) {
        if (inputs.stream().anyMatch(input -> Graph.inputOf(input).name().equals(inputName))) {
            throw new ModelException("two inputs are called '" + inputName + "'");
        }
        Operand input = apply(new Input(inputName, type, elements));
        inputs.add(input);
        return input;
    }

    /// Names an output.
    ///
    /// @throws ModelException if there is one of that name
    public void output(String outputName, Operand operand) {
        if (outputs.putIfAbsent(outputName, operand) != null) {
            throw new ModelException("two outputs are called '" + outputName + "'");
        }
    }

    public Graph build() {
        return new Graph(name, inputs, outputs);
    }

    public Operand constant(Tensor tensor) {
        return apply(new Constant(tensor));
    }

    /// Applies an operator with one output.
    ///
    /// @throws ModelException if the operator cannot be applied to these operands
    public Operand apply(Operator operator, Operand... operands) {
        List<Operand> results = apply(operator, List.of(operands));
        if (results.size() != 1) {
            throw new IllegalStateException(operator.mnemonic() + " has " + results.size() + " outputs");
        }
        return results.getFirst();
    }

    /// Applies an operator.
    ///
    /// @return an operand for each output
    /// @throws ModelException if the operator cannot be applied to these operands
    public List<Operand> apply(Operator operator, List<Operand> operands) {
        Key key = new Key(operator, List.copyOf(operands));
        Node known = shared.get(key);
        if (known == null) {
            List<? extends ValueType> types = operator.infer(new KnownOperands(operands, symbolic));
            known = new Node(operator, operands, types, origin);
            shared.put(key, known);
            symbolic.learn(known);
        }
        return fold(known);
    }

    /// Adds copies of the nodes of a graph.
    ///
    /// @param arguments what the graph's inputs stand for
    /// @return what its outputs become
    /// @throws ModelException if it cannot be applied to these arguments
    public List<Operand> inline(Graph graph, List<Operand> arguments) {
        if (arguments.size() != graph.inputs().size()) {
            throw new IllegalArgumentException(
                    arguments.size() + " arguments for " + graph.inputs().size() + " inputs");
        }
        Origin enclosing = origin;
        Map<Operand, Operand> copies = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            copies.put(graph.inputs().get(i), arguments.get(i));
        }
        for (Node node : graph.nodes()) {
            if (!(node.operator() instanceof Input)) {
                origin = node.origin();
                List<Operand> copy = apply(node.operator(), node.operands().stream().map(copies::get).toList());
                for (int i = 0; i < copy.size(); i++) {
                    copies.put(node.output(i), copy.get(i));
                }
            }
        }
        origin = enclosing;
        return graph.outputs().values().stream().map(copies::get).toList();
    }

    private List<Operand> fold(Node node) {
        List<Operand> results = new ArrayList<>();
        for (int i = 0; i < node.types().size(); i++) {
            results.add(node.output(i));
        }
        if (node.operator() instanceof Constant || node.operator() instanceof Input) {
            return results;
        }
        Optional<Tensor> settled = results.size() == 1 ? symbolic.constant(results.getFirst()) : Optional.empty();
        if (settled.isPresent()) {
            return List.of(constant(settled.get()));
        }
        if (!isFoldable(node)) {
            return results;
        }
        try {
            List<Value> inputs = new ArrayList<>();
            node.operands().forEach(operand -> inputs.add(constant(operand).orElseThrow()));
            List<? extends Value> values = new Interpreter().evaluate(node, inputs);
            if (values.stream().allMatch(Tensor.class::isInstance)) {
                return values.stream().map(value -> constant((Tensor) value)).toList();
            }
        } catch (ModelException _) {
            // The model is wrong only if this node ever runs, and then the message comes with the values at hand.
        }
        return results;
    }

    private boolean isFoldable(Node node) {
        long size = 0;
        for (ValueType type : node.types()) {
            if (!(type instanceof TensorType tensor)) {
                return false;
            }
            if (tensor.shape().isStatic()) {
                size += Tensor.elementCount(tensor.shape().sizes());
            }
        }
        for (Operand operand : node.operands()) {
            Optional<Tensor> constant = constant(operand);
            if (constant.isEmpty()) {
                return false;
            }
            size += constant.get().size();
        }
        return size <= LARGEST_FOLDED && node.operator().isPure() && node.operator().graphs().isEmpty();
    }

    /// The value of an operand that is a constant.
    public Optional<Tensor> constant(Operand operand) {
        return KnownOperands.constant(operand);
    }

    /// The elements of a small integer operand as dimensions, see [Operands#dimensions].
    public Optional<List<Dimension>> dimensions(Operand operand) {
        return symbolic.dimensions(operand);
    }
}
