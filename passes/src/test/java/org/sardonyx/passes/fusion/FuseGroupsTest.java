package org.sardonyx.passes.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.GraphVerifier;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Concat;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.Fusion;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.text.GraphParser;
import org.sardonyx.ir.text.GraphPrinter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.Values;
import org.sardonyx.passes.rewrite.Journal;

class FuseGroupsTest {
    private final GraphBuilder builder = new GraphBuilder("test");
    private final Expressions e = new Expressions(builder);
    private final Journal journal = new Journal();

    /// An input of a shape such as `N, 3`.
    private Operand input(String name, String... sizes) {
        return builder.input(name, new TensorType(DataType.FLOAT32,
                Shape.of(List.of(sizes).stream().map(Dimension::parse).toList())));
    }

    private Operand convolved(Operand x) {
        long channels = x.shape().dimension(1).size();
        Tensor weights = Tensor.allocate(DataType.FLOAT32, channels, channels, 1);
        for (long i = 0; i < weights.size(); i++) {
            weights.setDouble(i, (i % 7) - 3);
        }
        return e.apply(new Convolution(Window.unit(1), 1), x, e.constant(weights));
    }

    private Operand pooled(Operand x, long size, long stride) {
        Window window = new Window(List.of(stride), List.of(1L), List.of(0L), List.of(0L), Window.Places.INSIDE);
        return e.apply(new ReduceWindow(ReduceFunction.SUM, List.of(size), window), x);
    }

    private Operand relu(Operand x) {
        return e.maximum(x, e.scalarLike(x, 0));
    }

    /// The groups in words, such as `[convolution, add]`, in the order they run, after the graph was fused and checked.
    private List<String> fused(FusionLimits limits, Operand... outputs) {
        for (int i = 0; i < outputs.length; i++) {
            builder.output("y" + i, outputs[i]);
        }
        Graph graph = builder.build();
        Graph fused = new FuseGroups(limits).run(graph, journal);
        GraphVerifier.verify(fused, "FuseGroups");
        GraphPrinter.Text text = GraphPrinter.print(fused);
        assertEquals(text.text(), GraphPrinter.print(GraphParser.parse(text.text(), text.tensors())).text());
        Values.assertSame(graph, fused);
        List<String> groups = new ArrayList<>();
        fused.nodes().stream().filter(node -> node.operator() instanceof Fusion).forEach(node -> {
            Graph body = ((Fusion) node.operator()).body();
            List<String> members = body.nodes().stream()
                    .filter(member -> Fusion.isPointwise(member.operator()) || Fusion.isAnchor(member.operator()))
                    .map(Journal::describe).toList();
            groups.add(body.name() + members + (node.types().size() == 1 ? "" : " x" + node.types().size()));
        });
        return groups;
    }

    private List<String> fused(Operand... outputs) {
        return fused(FusionLimits.standard(), outputs);
    }

    @Test
    void epilogueOfConvolution() {
        Operand y =
                relu(e.add(convolved(input("x", "N", "2", "5")), e.constant(Tensor.ofFloats(new long[] {2, 1}, 3, 4))));
        assertEquals(List.of("convolution[convolution, add, maximum]"), fused(y));
    }

    @Test
    void residualGoesToTheLaterConvolution() {
        Operand x = relu(convolved(input("x", "N", "2", "5")));
        assertEquals(List.of("convolution[convolution, maximum]", "convolution[convolution, add, maximum]"),
                fused(relu(e.add(x, convolved(x)))));
    }

    @Test
    void sumOfTwoConvolutionsGoesToTheSecond() {
        Operand x = input("x", "N", "2", "5");
        assertEquals(List.of("convolution[convolution, absolute]", "convolution[convolution, add]"),
                fused(e.add(e.absolute(convolved(x)), convolved(e.exponential(x)))));
    }

    @Test
    void valueThatIsUsedElsewhereIsAnOutput() {
        Operand y = convolved(input("x", "N", "2", "5"));
        Operand z = relu(y);
        assertEquals(List.of("convolution[convolution, maximum] x2"), fused(z, e.concat(1, y, y)));
    }

    @Test
    void elementwiseOperatorsOfOneShape() {
        Operand x = input("x", "N", "3");
        Operand scale = e.absolute(input("s", "3"));
        assertEquals(List.of("pointwise[multiply, exponential, add]"),
                fused(e.add(e.exponential(e.multiply(x, scale)), x)));
        assertTrue(journal.refused().stream().anyMatch(entry -> entry.what().contains("shapes [3] and [N, 3] differ")),
                () -> "" + journal.refused());
    }

    @Test
    void groupsThatMeetBecomeOne() {
        Operand a = e.exponential(e.negate(input("a", "N", "3")));
        Operand b = e.absolute(e.negate(input("b", "N", "3")));
        assertEquals(List.of("pointwise[negate, exponential, negate, absolute, add]"), fused(e.add(a, b)));
    }

    /// `x` leads to the concatenation, which leads to `y`: both in one group would wait for each other.
    @Test
    void nothingLeavesAGroupAndComesBack() {
        Operand x = e.exponential(e.negate(input("x", "N", "2")));
        Operand through = e.slice(e.apply(new Concat(1), x, x), 1, 1, 3);
        assertEquals(List.of("pointwise[negate, exponential]", "pointwise[absolute, add]"),
                fused(e.add(x, e.absolute(through))));
        assertTrue(journal.refused().isEmpty());
    }

    @Test
    void reductionReadsWhatItComputes() {
        Operand x = input("x", "N", "2", "5");
        Operand y = e.divide(e.reduce(ReduceFunction.SUM, e.multiply(x, x), false, e.longs(1)), 3);
        assertEquals(List.of("reduce[multiply, reduce sum, divide]"), fused(y));
    }

    @Test
    void reductionAlongOuterAxesReadsWhatIsInMemory() {
        Operand square = e.exponential(input("x", "N", "2", "5"));
        assertEquals(List.of(), fused(e.sum(square, 1), square));
    }

    @Test
    void softmaxIsOneGroup() {
        Operand x = e.add(input("x", "N", "5"), input("mask", "5"));
        Operand power = e.exponential(e.subtract(x, e.largest(x, 1)));
        assertEquals(List.of("rows[add, reduce maximum, subtract, exponential, reduce sum, divide]"),
                fused(e.divide(power, e.sum(power, 1))));
    }

    @Test
    void layerNormalizationIsOneGroup() {
        Operand x = input("x", "N", "5");
        Operand centred = e.subtract(x, e.divide(e.sum(x, 1), 5));
        Operand variance = e.divide(e.sum(e.multiply(centred, centred), 1), 5);
        Operand y = e.add(e.multiply(e.divide(centred, e.squareRoot(e.add(variance, 1e-5))), input("scale", "5")),
                input("bias", "5"));
        assertEquals(1, fused(y).size());
    }

    @Test
    void matrixProductBegins() {
        Operand weights = e.constant(Tensor.ofFloats(new long[] {2, 3}, 1, 2, 3, 4, 5, 6));
        Operand y = relu(e.add(e.matMul(e.absolute(input("x", "N", "2")), weights), input("b", "3")));
        assertEquals(List.of("matMul[matMul, add, maximum]"), fused(y));
    }

    @Test
    void matrixProductComputesWhatItReadsIfKernelsCan() {
        Operand weights = e.constant(Tensor.ofFloats(new long[] {2, 3}, 1, 2, 3, 4, 5, 6));
        Operand y = relu(e.matMul(e.absolute(input("x", "N", "2")), weights));
        assertEquals(List.of("matMul[absolute, matMul, maximum]"),
                fused(new FusionLimits(9, 9, true, true, 9, _ -> true), y));
    }

    @Test
    void convolutionReadsWhatIsInMemory() {
        assertEquals(List.of(), fused(convolved(relu(input("x", "N", "2", "5")))));
        assertTrue(
                journal.refused().stream().anyMatch(entry -> entry.what().contains("a convolution reads from memory")));
    }

    @Test
    void poolingComputesWhatItReadsOnce() {
        Operand x = e.exponential(input("x", "N", "2", "6"));
        assertEquals(List.of("reduceWindow[exponential, reduceWindow sum, divide]"),
                fused(e.divide(pooled(x, 2, 2), 2)));
    }

    @Test
    void overlappingPoolingRepeatsOnlyLittleWork() {
        Operand x = e.exponential(input("x", "N", "2", "6"));
        Operand square = e.multiply(x, input("z", "N", "2", "6"));
        assertEquals(List.of("pointwise[exponential, multiply]"), fused(pooled(square, 5, 1)));
    }

    @Test
    void groupsAreNotLargerThanKernelsCanBe() {
        Operand x = input("x", "N");
        for (int i = 0; i < 5; i++) {
            x = e.exponential(x);
        }
        assertEquals(List.of("pointwise[exponential, exponential]", "pointwise[exponential, exponential]"),
                fused(new FusionLimits(2, 9, false, false, 9, _ -> true), x));
    }
}
