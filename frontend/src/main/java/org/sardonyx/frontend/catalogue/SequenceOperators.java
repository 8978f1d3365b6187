package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Loop;
import org.sardonyx.ir.operator.OptionalConstruct;
import org.sardonyx.ir.operator.OptionalGet;
import org.sardonyx.ir.operator.OptionalHas;
import org.sardonyx.ir.operator.SequenceAt;
import org.sardonyx.ir.operator.SequenceConcat;
import org.sardonyx.ir.operator.SequenceConstruct;
import org.sardonyx.ir.operator.SequenceErase;
import org.sardonyx.ir.operator.SequenceInsert;
import org.sardonyx.ir.operator.SequenceLength;
import org.sardonyx.ir.operator.SequenceSplit;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// Operators on sequences and optional values.
final class SequenceOperators {
    private SequenceOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("SequenceEmpty", 11).inputs(0).as((n, e) -> e.apply(new SequenceConstruct(
                new TensorType(n.attributes().dataType("dtype").orElse(DataType.FLOAT32), Shape.UNKNOWN))));
        c.operator("SequenceConstruct", 11).inputs(1, Integer.MAX_VALUE)
                .as((n, e) -> construct(e, n.allInputs()));
        c.operator("SequenceInsert", 11).inputs(2, 3).as(SequenceOperators::insert);
        c.operator("SequenceErase", 11).inputs(1, 2)
                .as((n, e) -> e.apply(new SequenceErase(), n.input(0),
                        n.optionalInput(1).orElseGet(() -> e.constant(Tensor.scalar(-1)))));
        c.operator("SequenceAt", 11).inputs(2).as((n, e) -> e.apply(new SequenceAt(), n.input(0), n.input(1)));
        c.operator("SequenceLength", 11).inputs(1).as((n, e) -> e.apply(new SequenceLength(), n.input(0)));
        c.operator("SequenceMap", 17).inputs(1, Integer.MAX_VALUE).asMany(SequenceOperators::map);
        c.operator("ConcatFromSequence", 11).inputs(1)
                .as((n, e) -> e.apply(
                        new SequenceConcat(axis(n.attributes().requireInteger("axis")),
                                n.attributes().flag("new_axis", false)),
                        n.input(0)));
        c.operator("SplitToSequence", 11, 24).inputs(1, 2).as(SequenceOperators::split);
        c.operator("Optional", 15, 28).inputs(0, 1).as(SequenceOperators::optional);
        c.operator("OptionalGetElement", 15, 18, 28).inputs(1)
                .as((n, e) -> isOptional(n) ? e.apply(new OptionalGet(), n.input(0)) : n.input(0));
        c.operator("OptionalHasElement", 15, 18, 28).inputs(0, 1)
                .as((n, e) -> isOptional(n)
                        ? e.apply(new OptionalHas(), n.input(0))
                        : e.constant(Tensor.ofBooleans(new long[0], n.hasInput(0))));
    }

    private static boolean isOptional(OnnxNode n) {
        return n.hasInput(0) && n.input(0).type() instanceof OptionalType;
    }

    private static int axis(long axis) {
        return Math.clamp(axis, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static Operand construct(Expressions e, List<Operand> elements) {
        ValueType type = elements.getFirst().type();
        for (Operand element : elements) {
            type = type.join(element.type());
        }
        return e.builder().apply(new SequenceConstruct(type), elements).getFirst();
    }

    /// An element put at the end of a sequence that is empty in the model says more about the type than the sequence.
    private static Operand insert(OnnxNode n, Expressions e) {
        Operand sequence = n.input(0);
        boolean empty =
                sequence.node().operator() instanceof SequenceConstruct && sequence.node().operands().isEmpty();
        if (empty && !n.hasInput(2)) {
            e.apply(new SequenceInsert(), sequence, n.input(1), e.constant(Tensor.scalar(0)));
            return construct(e, List.of(n.input(1)));
        }
        return append(e, sequence, n.input(1),
                n.optionalInput(2).orElseGet(() -> e.apply(new SequenceLength(), sequence)));
    }

    private static Operand append(Expressions e, Operand sequence, Operand element, Operand position) {
        return e.apply(new SequenceInsert(), sequence, element, position);
    }

    private static Operand split(OnnxNode n, Expressions e) {
        boolean keepAxis = n.hasInput(1) || n.attributes().flag("keepdims", true);
        return e.apply(new SequenceSplit(axis(n.attributes().integer("axis", 0)), keepAxis), n.input(0),
                n.optionalInput(1).orElseGet(() -> e.constant(Tensor.scalar(1))));
    }

    private static Operand optional(OnnxNode n, Expressions e) {
        if (n.hasInput(0)) {
            return e.apply(new OptionalConstruct(n.input(0).type()), n.input(0));
        }
        return e.apply(new OptionalConstruct(n.attributes().type("type")
                .orElseThrow(() -> new ModelException("neither an input nor the attribute 'type' is there"))));
    }

    /// A loop over the positions of the first sequence.
    private static List<Operand> map(OnnxNode n, Expressions e) {
        List<ValueType> types = new ArrayList<>();
        for (Operand input : n.allInputs()) {
            types.add(input.type() instanceof SequenceType(ValueType element) ? element : input.type());
        }
        Subgraph.Closure body = n.attributes().requireGraph("body").close(types);
        List<Operand> operands = new ArrayList<>();
        operands.add(e.apply(new SequenceLength(), n.input(0)));
        operands.add(e.constant(Tensor.ofBooleans(new long[0], true)));
        for (Operand output : body.graph().outputs().values()) {
            operands.add(e.apply(new SequenceConstruct(output.type())));
        }
        int outputs = operands.size() - 2;
        operands.addAll(n.allInputs());
        operands.addAll(body.captures());
        return e.builder().apply(new Loop(mapped(body.graph(), operands, outputs), outputs), operands);
    }

    /// The body of that loop: it takes the elements at its position from the sequences, runs the graph on them and appends
    /// what it yields.
    ///
    /// @param operands those of the loop
    private static Graph mapped(Graph graph, List<Operand> operands, int outputs) {
        Expressions e = new Expressions(new GraphBuilder("map of " + graph.name()));
        Operand position = e.builder().input("position", TensorType.of(DataType.INT64));
        e.builder().output("condition", e.builder().input("condition", TensorType.of(DataType.BOOL)));
        List<Operand> results = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            results.add(e.builder().input("result " + i, operands.get(2 + i).type()));
        }
        List<Operand> arguments = new ArrayList<>();
        for (Operand operand : operands.subList(2 + outputs, operands.size())) {
            Operand argument = e.builder().input("argument " + arguments.size(), operand.type());
            boolean elementwise = !operand.type().equals(graph.inputs().get(arguments.size()).type());
            arguments.add(elementwise ? e.apply(new SequenceAt(), argument, position) : argument);
        }
        List<Operand> yielded = e.builder().inline(graph, arguments);
        for (int i = 0; i < outputs; i++) {
            e.builder().output("result " + i,
                    append(e, results.get(i), yielded.get(i), e.apply(new SequenceLength(), results.get(i))));
        }
        return e.builder().build();
    }
}
