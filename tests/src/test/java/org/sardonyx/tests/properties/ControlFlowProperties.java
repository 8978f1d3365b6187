package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.BOOL;
import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.tests.properties.Tolerance.EXACT;

import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.frontend.onnx.OnnxGraphWriter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Operators that run graphs, and sequences inside of such graphs.
class ControlFlowProperties {
    private static final TensorType NUMBERS = new TensorType(FLOAT32, Shape.UNKNOWN);
    private static final TensorType CONDITION = new TensorType(BOOL, Shape.of());
    private static final TensorType COUNT = new TensorType(INT64, Shape.of());

    private static Tensor exact(Draw draw, long... sizes) {
        return draw.tensor(FLOAT32, sizes, Elements.EXACT);
    }

    @Property(tries = 60, seed = Draw.SEED)
    void branches(@ForAll Draw draw) {
        OperatorCase choice = OperatorCase.of("If", draw.of(11, 21))
                .input(Tensor.ofBooleans(draw.flag() ? new long[0] : new long[] {1}, draw.flag())).yields(FLOAT32);
        choice.with("then_branch", new OperatorCase.Body(graph -> {
            graph.node("Add").inputs("outer0", "outer1").outputs("then");
            graph.output("then", NUMBERS);
        })).with("else_branch", new OperatorCase.Body(graph -> {
            graph.node("Transpose").inputs("outer0").outputs("swapped");
            graph.node("Neg").inputs("swapped").outputs("else");
            graph.output("else", NUMBERS);
        }));
        for (long[] sizes : draw.broadcasting(2, 3)) {
            choice.outer(exact(draw, sizes));
        }
        Oracle.check(draw, choice, EXACT);
    }

    /// Adds a tensor until the sum of all elements has reached a limit or the iterations are used up. There is one iteration
    /// at least: of none, the shape of what they collect is not defined.
    @Property(tries = 60, seed = Draw.SEED)
    void loops(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(0, 2);
        OperatorCase loop = OperatorCase.of("Loop", draw.of(13, 21)).yields(FLOAT32, FLOAT32);
        if (draw.oneIn(4)) {
            loop.noInput();
        } else {
            loop.input(Tensor.scalar(draw.integer(1, 5)));
        }
        loop.input(Tensor.ofBooleans(new long[0], true)).input(exact(draw, sizes));
        loop.outer(draw.tensor(FLOAT32, sizes, Elements.between(1, 4))).outer(Tensor.scalar(FLOAT32, 12));
        loop.with("body", new OperatorCase.Body(graph -> {
            graph.input("iteration", COUNT).input("go", CONDITION).input("carried", NUMBERS);
            graph.node("Add").inputs("carried", "outer0").outputs("next");
            graph.node("ReduceSum").inputs("next").outputs("sum").withInt("keepdims", 0);
            graph.node("Less").inputs("sum", "outer1").outputs("go on");
            graph.node("Cast").inputs("iteration").outputs("number").withInt("to", FLOAT32.onnxCode());
            graph.node("Mul").inputs("next", "number").outputs("shown");
            graph.output("go on", CONDITION).output("next", NUMBERS).output("shown", NUMBERS);
        }));
        Oracle.check(draw, loop, Tolerance.ulps(4));
    }

    /// Running sums along an axis, forwards or backwards.
    @Property(tries = 60, seed = Draw.SEED)
    void scans(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 3);
        int axis = draw.integer(0, sizes.length - 1);
        long[] slice = new long[sizes.length - 1];
        Arrays.setAll(slice, i -> sizes[i < axis ? i : i + 1]);
        TensorType type = TensorType.of(FLOAT32, slice);
        Oracle.check(draw, OperatorCase.of("Scan", draw.of(9, 11, 21)).with("num_scan_inputs", 1)
                .with("scan_input_axes", new long[] {axis})
                .with("scan_input_directions", draw.integers(1, 0, 1))
                .with("scan_output_axes", new long[] {draw.integer(0, slice.length)})
                .with("scan_output_directions", draw.integers(1, 0, 1))
                .input(exact(draw, slice), Knowledge.SHAPED).input(exact(draw, sizes), Knowledge.SHAPED)
                .yields(FLOAT32, FLOAT32)
                .with("body", new OperatorCase.Body(graph -> {
                    graph.input("sum", type).input("x", type);
                    graph.node("Add").inputs("sum", "x").outputs("next");
                    graph.node("Sub").inputs("next", "x").outputs("shown");
                    graph.output("next", type).output("shown", type);
                })), EXACT);
    }

    /// A sequence is taken apart, changed and put together, all in a branch that is always taken.
    @Property(tries = 80, seed = Draw.SEED)
    void sequences(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(2, 3);
        int axis = draw.integer(0, sizes.length - 1);
        int count = (int) sizes[axis];
        boolean stacked = draw.flag();
        List<String> changes = List.of("SequenceInsert", "SequenceAt", "SequenceLength", "SequenceConstruct");
        // Without its only element a sequence has nothing to put together.
        String change = count > 1 && draw.oneIn(5) ? "SequenceErase" : draw.of(changes);
        long place = draw.integer(-count, count - 1);
        DataType result = change.equals("SequenceLength") ? INT64 : FLOAT32;
        TensorType type = new TensorType(result, Shape.UNKNOWN);
        OperatorCase choice = OperatorCase.of("If", 21).input(Tensor.ofBooleans(new long[0], true)).yields(result)
                .outer(exact(draw, sizes));
        choice.with("then_branch", new OperatorCase.Body(graph -> {
            graph.initializer("place", Tensor.scalar(place));
            graph.node("SplitToSequence").inputs("outer0").outputs("parts").withInt("axis", axis)
                    .withInt("keepdims", stacked ? 0 : 1);
            graph.node("SequenceAt").inputs("parts", "place").outputs("one");
            changed(graph, change, axis, stacked);
            graph.output("then", type);
        })).with("else_branch", new OperatorCase.Body(graph -> {
            graph.node("Cast").inputs("outer0").outputs("else").withInt("to", result.onnxCode());
            graph.output("else", type);
        }));
        Oracle.check(draw, choice, EXACT);
    }

    private static void changed(OnnxGraphWriter graph, String change, int axis, boolean stacked) {
        switch (change) {
            case "SequenceAt" -> graph.node("Neg").inputs("one").outputs("then");
            case "SequenceLength" -> graph.node(change).inputs("parts").outputs("then");
            default -> {
                switch (change) {
                    case "SequenceInsert" -> graph.node(change).inputs("parts", "one", "place").outputs("new");
                    case "SequenceErase" -> graph.node(change).inputs("parts", "place").outputs("new");
                    default -> graph.node(change).inputs("one", "one", "one").outputs("new");
                }
                graph.node("ConcatFromSequence").inputs("new").outputs("then").withInt("axis", axis)
                        .withInt("new_axis", stacked ? 1 : 0);
            }
        }
    }
}
