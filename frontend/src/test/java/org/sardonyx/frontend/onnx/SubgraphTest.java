package org.sardonyx.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Models with loops, branches and sequences.
class SubgraphTest {
    private static final TensorType NUMBER = TensorType.of(DataType.INT64);
    private static final TensorType VECTOR = NUMBER.withShape(Shape.ofRank(1));
    private static final TensorType ANY = NUMBER.withShape(Shape.UNKNOWN);
    private static final TensorType FLAG = TensorType.of(DataType.BOOL);
    private static final Tensor TRUE = Tensor.ofBooleans(new long[0], true);
    private static final Tensor FALSE = Tensor.ofBooleans(new long[0], false);

    private final OnnxModelWriter model = new OnnxModelWriter("test").opset(21);
    private final OnnxGraphWriter main = model.graph();

    private Graph imported() {
        return OnnxImporter.read(OnnxFile.of("model", model.toMemory())).graph();
    }

    private String run(Value... inputs) {
        return new Interpreter().run(imported(), List.of(inputs)).stream().map(Value::toString)
                .collect(Collectors.joining(" "));
    }

    private String problem() {
        return assertThrows(ModelException.class, this::imported).getMessage();
    }

    private String types() {
        return imported().outputs().values().stream().map(output -> output.type().toString())
                .collect(Collectors.joining(" "));
    }

    /// A loop over `x` with `count` iterations; `step` computes `next` of `iteration` and `value`.
    private void loop(TensorType declared, Consumer<OnnxGraphWriter> step) {
        main.node("Loop").name("loop").inputs("count", "", "x").outputs("y").withGraph("body", body -> {
            body.input("iteration", NUMBER).input("condition", FLAG).input("value", declared);
            step.accept(body);
            body.output("condition", FLAG).output("next", declared);
        });
        main.output("y", ANY);
    }

    @Test
    void aValueMayGrowInEachIteration() {
        main.input("count", NUMBER).input("x", TensorType.of(DataType.INT64, 1));
        main.initializer("one", Tensor.vector(1));
        loop(VECTOR, body -> {
            body.node("Reshape").inputs("iteration", "one").outputs("last");
            body.node("Concat").inputs("value", "last").outputs("next").withInt("axis", 0);
        });
        assertEquals("int64[?]", types());
        assertEquals("int64[4] {7, 0, 1, 2}", run(Tensor.scalar(3), Tensor.vector(7)));
        assertEquals("int64[1] {7}", run(Tensor.scalar(0), Tensor.vector(7)));
    }

    @Test
    void aValueMayChangeItsRank() {
        main.input("count", NUMBER).input("x", NUMBER).initializer("zero", Tensor.vector(0));
        loop(ANY, body -> body.node("Unsqueeze").inputs("value", "zero").outputs("next"));
        assertEquals("int64[*]", types());
        assertEquals("int64[1, 1, 1] {7}", run(Tensor.scalar(3), Tensor.scalar(7)));
    }

    @Test
    void aBodyMayYieldAValueTwiceAndStackIt() {
        main.input("x", NUMBER).initializer("count", Tensor.scalar(3));
        main.node("Loop").inputs("count", "", "x").outputs("last", "all", "iterations").withGraph("body",
                body -> body.input("iteration", NUMBER).input("condition", FLAG).input("value", NUMBER)
                        .output("condition", FLAG).output("value", NUMBER).output("value", NUMBER)
                        .output("iteration", NUMBER));
        main.output("last", ANY).output("all", ANY).output("iterations", ANY);
        assertEquals("int64[] int64[3] int64[3]", types());
        assertEquals("int64[] {5} int64[3] {5, 5, 5} int64[3] {0, 1, 2}", run(Tensor.scalar(5)));
    }

    @Test
    void bodiesSeeTheValuesAroundThem() {
        main.input("count", NUMBER).input("x", NUMBER).input("negate", FLAG);
        loop(NUMBER, body -> body.node("If").inputs("negate").outputs("next")
                .withGraph("then_branch", branch -> {
                    branch.node("Neg").inputs("value").outputs("result");
                    branch.output("result", NUMBER);
                }).withGraph("else_branch", branch -> {
                    branch.node("Add").inputs("iteration", "x").outputs("result");
                    branch.output("result", NUMBER);
                }));
        assertEquals("int64[] {-5}", run(Tensor.scalar(3), Tensor.scalar(5), TRUE));
        assertEquals("int64[] {7}", run(Tensor.scalar(3), Tensor.scalar(5), FALSE));
    }

    @Test
    void aLoopWithoutEndIsStopped() {
        main.input("count", NUMBER).input("x", NUMBER);
        loop(NUMBER, body -> body.node("Identity").inputs("value").outputs("next"));
        Interpreter interpreter = new Interpreter(0, _ -> {}, 100_000);
        Graph graph = imported();
        List<Value> inputs = List.of(Tensor.scalar(Long.MAX_VALUE), Tensor.scalar(1));
        assertEquals("node 'loop' (Loop-21): the run takes more than 100000 steps, the limit that is set",
                assertThrows(ModelException.class, () -> interpreter.run(graph, inputs)).getMessage());
    }

    /// `y` is a vector or a matrix.
    private void branchesOfDifferentRank(TensorType declared) {
        main.input("matrix", FLAG).input("x", VECTOR).initializer("zero", Tensor.vector(0));
        main.node("If").inputs("matrix").outputs("y").withGraph("then_branch", branch -> {
            branch.node("Unsqueeze").inputs("x", "zero").outputs("result");
            branch.output("result", ANY);
        }).withGraph("else_branch", branch -> {
            branch.node("Neg").inputs("x").outputs("result");
            branch.output("result", ANY);
        });
        main.output("y", declared);
    }

    @Test
    void branchesMayYieldDifferentRanks() {
        branchesOfDifferentRank(ANY);
        assertEquals("int64[*]", types());
        assertEquals("int64[1, 2] {1, 2}", run(TRUE, Tensor.vector(1, 2)));
        assertEquals("int64[2] {-1, -2}", run(FALSE, Tensor.vector(1, 2)));
    }

    @Test
    void aDeclaredRankIsTakenOverAndChecked() {
        branchesOfDifferentRank(NUMBER.withShape(Shape.ofRank(2)));
        assertEquals("int64[?, ?]", types());
        assertEquals("int64[1, 2] {1, 2}", run(TRUE, Tensor.vector(1, 2)));
        String message = assertThrows(ModelException.class, () -> run(FALSE, Tensor.vector(1, 2))).getMessage();
        assertEquals("node 'y' (If-21): declared as int64[?, ?], but it is a int64[2]", message);
    }

    @Test
    void ofABranchThatIsNeverTakenNothingIsAsked() {
        main.input("x", NUMBER).initializer("yes", TRUE);
        main.node("If").inputs("yes").outputs("y").withGraph("then_branch", branch -> {
            branch.node("Neg").inputs("x").outputs("result");
            branch.output("result", NUMBER);
        }).withGraph("else_branch", branch -> {
            branch.node("Unheard").inputs("x").outputs("other");
            branch.output("other", NUMBER);
        });
        main.output("y", NUMBER);
        assertEquals("int64[] {-3}", run(Tensor.scalar(3)));
    }

    @Test
    void problemsInBodiesAreTold() {
        main.input("count", NUMBER).input("x", NUMBER);
        loop(FLAG, body -> body.node("Identity").inputs("value").outputs("next"));
        assertEquals("input 'value' of graph 'body': declared as bool[], but gets a int64[]", problem());
    }

    @Test
    void aBodyWithOtherInputsIsRefused() {
        main.input("x", NUMBER);
        main.node("Loop").name("loop").inputs("", "", "x").outputs("y").withGraph("body",
                body -> body.input("iteration", NUMBER).output("iteration", NUMBER));
        main.output("y", NUMBER);
        assertEquals("node 'loop' (Loop, opset 21): graph 'body' has 1 inputs, expected 3", problem());
    }

    @Test
    void aValueCannotBecomeOneOfAnotherKind() {
        main.input("count", NUMBER).input("x", NUMBER);
        main.node("Loop").name("loop").inputs("count", "", "x").outputs("y").withGraph("body", body -> {
            body.input("iteration", NUMBER).input("condition", FLAG).input("value", ANY);
            body.node("SequenceConstruct").inputs("value").outputs("next");
            body.output("condition", FLAG).output("next", new SequenceType(ANY));
        });
        main.output("y", NUMBER);
        assertEquals("node 'loop' (Loop, opset 21): output 1 of the body: types int64[] and sequence(int64[]) have "
                + "nothing in common", problem());
    }

    /// The first version scans each batch for itself: sums, in reverse, of as many elements as each batch has.
    @Test
    void batchesAreScannedUpToTheirLengths() {
        model.opset(8);
        main.input("lengths", TensorType.of(DataType.INT64, 2)).input("start", TensorType.of(DataType.INT64, 2))
                .input("x", TensorType.of(DataType.INT64, 2, 3));
        main.node("Scan").inputs("lengths", "start", "x").outputs("sum", "sums").withInt("num_scan_inputs", 1)
                .withInts("directions", 1).withGraph("body", body -> {
                    body.input("state", NUMBER).input("element", NUMBER);
                    body.node("Add").inputs("state", "element").outputs("next");
                    body.output("next", NUMBER).output("next", NUMBER);
                });
        main.output("sum", ANY).output("sums", ANY);
        assertEquals("int64[2] {101, 215} int64[2, 3] {101, 0, 0, 206, 211, 215}",
                run(Tensor.vector(1, 3), Tensor.vector(100, 200),
                        Tensor.ofLongs(DataType.INT64, new long[] {2, 3}, 1, 2, 3, 4, 5, 6)));
    }

    @Test
    void branchesNest() {
        main.input("flag", FLAG).input("x", NUMBER);
        nested(main, 30);
        main.output("y", NUMBER);
        assertEquals("int64[] {-3}", run(TRUE, Tensor.scalar(3)));
    }

    private static void nested(OnnxGraphWriter graph, int depth) {
        if (depth == 0) {
            graph.node("Neg").inputs("x").outputs("y");
            return;
        }
        graph.node("If").inputs("flag").outputs("y").withGraph("then_branch", branch -> {
            nested(branch, depth - 1);
            branch.output("y", NUMBER);
        }).withGraph("else_branch", branch -> branch.output("x", NUMBER));
    }

    @Test
    void elementsOfASequenceHaveTheirShape() {
        main.input("x", VECTOR).input("sequence", new SequenceType(VECTOR)).initializer("last", Tensor.scalar(-1));
        main.node("SequenceEmpty").outputs("empty").withInt("dtype", 7);
        main.node("SequenceInsert").inputs("empty", "x").outputs("one");
        main.node("SequenceAt").inputs("one", "last").outputs("first");
        main.node("SequenceMap").inputs("sequence", "x").outputs("sums").withGraph("body", body -> {
            body.input("element", VECTOR).input("other", VECTOR);
            body.node("Add").inputs("element", "other").outputs("sum");
            body.output("sum", VECTOR);
        });
        main.output("first", ANY).output("sums", new SequenceType(ANY));
        assertEquals("int64[?] sequence(int64[?])", types());
    }
}
