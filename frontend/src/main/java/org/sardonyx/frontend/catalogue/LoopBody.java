package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.OptionalConstruct;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.ValueType;

/// The body of a loop, imported for types that hold in each iteration.
///
/// @param graph what it yields for the next iteration is always of the type it takes
/// @param captures what it takes from around it
/// @param unwrapped the outputs that are optional in the graph, as the first iteration may get an absent value, where the
///        model yields the value itself
record LoopBody(Graph graph, List<Operand> captures, Set<Integer> unwrapped) {
    /// After so many attempts, a value that the loop carries is taken in any shape.
    private static final int PRECISE_ATTEMPTS = 3;

    /// Imports a body. A value that it yields in another shape than it takes it is taken in the shape that both have in
    /// common; after a few attempts, in any shape at all.
    ///
    /// @param types those of the first iteration
    /// @param first the number of the first input that gets what the body yields: output i is for input `first` + i
    /// @param carried how many such inputs there are
    static LoopBody of(Subgraph body, List<? extends ValueType> types, int first, int carried) {
        List<ValueType> taken = new ArrayList<>(types);
        for (int attempt = 0;; attempt++) {
            Subgraph.Closure closure = body.close(taken);
            List<Operand> yielded = List.copyOf(closure.graph().outputs().values());
            if (yielded.size() < carried) {
                throw new ModelException("the body has " + yielded.size() + " outputs, expected at least " + carried);
            }
            boolean stable = true;
            for (int i = 0; i < carried; i++) {
                ValueType type = taken.get(first + i);
                ValueType common = common(type, yielded.get(i).type(), i);
                if (!common.equals(type)) {
                    stable = false;
                    taken.set(first + i, attempt < PRECISE_ATTEMPTS ? common : common.ofAnyShape());
                }
            }
            if (stable) {
                return wrapped(closure, first, carried);
            }
        }
    }

    /// The type of what the first iteration gets and of what an output of the body gives to the next.
    private static ValueType common(ValueType taken, ValueType yielded, int output) {
        boolean wraps = taken instanceof OptionalType && !(yielded instanceof OptionalType);
        try {
            return taken.join(wraps ? new OptionalType(yielded) : yielded);
        } catch (ModelException e) {
            throw e.at("output " + output + " of the body");
        }
    }

    private static LoopBody wrapped(Subgraph.Closure closure, int first, int carried) {
        Graph graph = closure.graph();
        GraphBuilder builder = new GraphBuilder(graph.name());
        List<Operand> inputs = new ArrayList<>();
        for (Operand input : graph.inputs()) {
            inputs.add(builder.input(Graph.inputOf(input).name(), input.type(), Graph.inputOf(input).elements()));
        }
        Set<Integer> unwrapped = new HashSet<>();
        List<Operand> outputs = builder.inline(graph, inputs);
        List<String> names = List.copyOf(graph.outputs().keySet());
        for (int i = 0; i < outputs.size(); i++) {
            Operand output = outputs.get(i);
            if (i < carried && inputs.get(first + i).type() instanceof OptionalType(ValueType element)
                    && !(output.type() instanceof OptionalType)) {
                unwrapped.add(i);
                output = builder.apply(new OptionalConstruct(element), output);
            }
            builder.output(names.get(i), output);
        }
        return unwrapped.isEmpty()
                ? new LoopBody(graph, closure.captures(), unwrapped)
                : new LoopBody(builder.build(), closure.captures(), unwrapped);
    }
}
