package org.sardonyx.tests.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.Session;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

class SessionMemoryTest {
    private static final long BYTES = 2 * 3 * 8 * 8 * Float.BYTES;

    /// Memory of all kinds for an input or output of two images.
    enum Kind {
        DIRECT_BUFFER(true), SHARED(true), ALIGNED_TO_AN_ELEMENT(true), UNALIGNED(false), CONFINED(false), HEAP(false);

        private final boolean usable;

        Kind(boolean usable) {
            this.usable = usable;
        }

        Tensor tensor(Arena shared, Arena confined) {
            return switch (this) {
                case DIRECT_BUFFER -> Tensor.of(DataType.FLOAT32,
                        ByteBuffer.allocateDirect((int) BYTES).order(ByteOrder.LITTLE_ENDIAN), 2, 3, 8, 8);
                case SHARED -> over(shared.allocate(BYTES, 64));
                case ALIGNED_TO_AN_ELEMENT -> over(shared.allocate(BYTES + 64, 64).asSlice(12, BYTES));
                case UNALIGNED -> over(shared.allocate(BYTES + 64, 64).asSlice(5, BYTES));
                case CONFINED -> over(confined.allocate(BYTES, 64));
                case HEAP -> over(MemorySegment.ofArray(new byte[(int) BYTES]));
            };
        }

        private static Tensor over(MemorySegment segment) {
            return Tensor.of(DataType.FLOAT32, segment, 2, 3, 8, 8);
        }
    }

    private static void withMemory(Kind kind, Consumer<Tensor> use) {
        try (Arena shared = Arena.ofShared(); Arena confined = Arena.ofConfined()) {
            use.accept(kind.tensor(shared, confined));
        }
    }

    private static RunListener atTheStart(Runnable action) {
        return (index, _, _) -> {
            if (index == 0) {
                action.run();
            }
        };
    }

    private static RunListener atTheEnd(Runnable action) {
        return new RunListener() {
            @Override
            public void step(int index, int count, String description) {
                // Only the end matters.
            }

            @Override
            public void finished() {
                action.run();
            }
        };
    }

    /// What is written into the memory of an input when the run has begun is seen if and only if it is not copied.
    @ParameterizedTest
    @EnumSource
    void inputsAreReadWhereTheyLie(Kind kind) {
        try (Session session = Session.open(Networks.of("* 2"), Networks.jvm())) {
            withMemory(kind, x -> {
                x.setDouble(7, 3);
                Tensor y = (Tensor) session.run(Map.of("x", x), atTheStart(() -> x.setDouble(7, 5))).get("output");
                assertEquals(kind.usable ? 10 : 6, y.getDouble(7));
            });
        }
    }

    /// When the last step is done, an output lies in memory that was given for it if and only if it was computed there.
    @ParameterizedTest
    @EnumSource
    void outputsAreComputedWhereTheyAreWanted(Kind kind) {
        try (Session session = Session.open(Networks.of("* 2"), Networks.jvm())) {
            Tensor x = Networks.input(2, 1);
            Tensor expected = (Tensor) session.run(Map.of("x", x)).get("output");
            withMemory(kind, y -> {
                Map<String, Value> outputs = session.run(Map.of("x", x), Map.of("output", y),
                        atTheEnd(() -> assertEquals(kind.usable, y.sameContent(expected))));
                assertSame(y, outputs.get("output"));
                assertTrue(y.sameContent(expected));
            });
        }
    }

    static Stream<Arguments> memoryEverywhere() {
        return TestDevices.compiling()
                .flatMap(device -> Stream.of(Kind.values()).map(kind -> Arguments.of(device, kind)));
    }

    @ParameterizedTest
    @MethodSource("memoryEverywhere")
    void memoryOfAllKindsGivesTheSameBits(String device, Kind kind) {
        try (Session session = Session.open(Networks.classifier(), TestDevices.get(device))) {
            Tensor expected = (Tensor) session.run(Map.of("x", Networks.input(2, 3))).get("output");
            withMemory(kind, x -> {
                TestTensors.fill(x, 3);
                assertTrue(expected.sameContent((Tensor) session.run(Map.of("x", x)).get("output")));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpreter", "jvm", "opencl"})
    void anOutputMayLieInTheMemoryOfAnInput(String device) {
        try (Session session =
                Session.open(Networks.of("conv 3 3 p1"), TestDevices.get(device))) {
            Tensor x = Networks.input(2, 4);
            Tensor expected = (Tensor) session.run(Map.of("x", x)).get("output");
            assertSame(x, session.run(Map.of("x", x), Map.of("output", x)).get("output"));
            assertTrue(x.sameContent(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpreter", "jvm", "opencl"})
    void badMemoryForOutputsIsTold(String device) {
        try (Session session = Session.open(Networks.of("a = relu; b = * 2; output a; output b"),
                TestDevices.get(device))) {
            Tensor fine = Networks.input(2, 1);
            assertProblem("the model has no output 'c', it has [a, b]", session, Map.of("c", fine));
            assertProblem("output 'a' is a float32[N, 3, 8, 8], the tensor given for it a float32[2, 192]", session,
                    Map.of("a", fine.reshaped(2, 192)));
            assertProblem("output 'a' is a float32[2, 3, 8, 8], the tensor given for it a float32[3, 3, 8, 8]", session,
                    Map.of("a", Networks.input(3, 1)));
            assertProblem("the tensor given for output 'a' is read-only", session,
                    Map.of("a", Tensor.of(DataType.FLOAT32, fine.segment().asReadOnly(), 2, 3, 8, 8)));
            Map<String, Tensor> same = new LinkedHashMap<>();
            same.put("a", fine);
            same.put("b", fine);
            assertProblem("the tensors given for outputs 'a' and 'b' lie in the same memory", session, same);
        }
    }

    private static void assertProblem(String message, Session session, Map<String, Tensor> outputs) {
        Map<String, Tensor> inputs = Map.of("x", Networks.input(2, 1));
        assertEquals(message, assertThrows(ModelException.class, () -> session.run(inputs, outputs)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpreter", "jvm", "opencl"})
    void oneOutputMayBeGivenAndAnotherNot(String device) {
        try (Session session = Session.open(Networks.of("a = relu; b = * 2; output a; output b"),
                TestDevices.get(device))) {
            Map<String, Tensor> inputs = Map.of("x", Networks.input(2, 6));
            Map<String, Value> expected = session.run(inputs);
            Tensor b = Networks.input(2, 0);
            Map<String, Value> outputs = session.run(inputs, Map.of("b", b));
            assertSame(b, outputs.get("b"));
            assertEquals(expected.keySet(), outputs.keySet());
            expected.forEach(
                    (name, value) -> assertTrue(((Tensor) value).sameContent((Tensor) outputs.get(name)), name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpreter", "jvm", "opencl"})
    void badInputsAreTold(String device) {
        Graph graph = Networks.of("input y: float[N, 1]; x + Unsqueeze(Unsqueeze(y, [2]), [3])");
        try (Session session = Session.open(graph, TestDevices.get(device))) {
            Tensor x = Networks.input(2, 1);
            assertInputProblem("input 'y' is missing", session, Map.of("x", x));
            assertInputProblem("the model has no input 'z', it has [x, y]", session,
                    Map.of("x", x, "y", Tensor.ofFloats(new long[] {2, 1}, 1, 2), "z", x));
            assertInputProblem("input 'x' is a float32[2, 192], expected float32[N, 3, 8, 8]", session,
                    Map.of("x", x.reshaped(2, 192), "y", Tensor.ofFloats(new long[] {2, 1}, 1, 2)));
            assertInputProblem("input 'y' is a float32[1, 1], but N was 2 in another input; expected float32[N, 1]",
                    session, Map.of("x", x, "y", Tensor.ofFloats(new long[] {1, 1}, 1)));
        }
    }

    private static void assertInputProblem(String message, Session session, Map<String, Tensor> inputs) {
        assertEquals(message, assertThrows(ModelException.class, () -> session.run(inputs)).getMessage());
    }

    /// Those that are computed, passed through, or constant.
    @ParameterizedTest
    @MethodSource("org.sardonyx.tests.TestDevices#compiling")
    void outputsOutliveTheSession(String device) {
        Map<String, Value> outputs;
        Graph graph =
                Networks.of(
                        "a = conv 4 3; b = Identity(x); c = Constant() value_floats=[1.0, 2.0, 3.0]; d = flatten(x); "
                                + "output a; output b; output c; output d");
        Tensor x = Networks.input(1, 8);
        try (Session session = Session.open(graph, TestDevices.get(device))) {
            outputs = session.run(Map.of("x", x));
        }
        assertFalse(((Tensor) outputs.get("a")).sameContent(Tensor.allocate(DataType.FLOAT32, 1, 4, 6, 6)));
        assertTrue(((Tensor) outputs.get("b")).sameContent(x));
        assertTrue(((Tensor) outputs.get("c")).sameContent(Tensor.ofFloats(new long[] {3}, 1, 2, 3)));
        assertTrue(((Tensor) outputs.get("d")).sameContent(x.reshaped(1, 192)));
    }

    /// The sequence is put together by the interpreter of tensors in the arena, which the pooling after it uses again.
    @ParameterizedTest
    @CsvSource({"jvm, 0", "jvm, 1", "opencl, 0", "opencl, 1"})
    void aSequenceKeepsWhatIsInIt(String device, long place) {
        Graph graph = Networks.of(
                "input i: int64[]; input j: int64[]; a = x maxpool 3 p1 s1; b = x avgpool 3 p1 s1; s = SequenceConstruct(a, b); "
                        + "output w = SequenceAt(s, j); "
                        + "output y = x maxpool 2 maxpool 3 p1 s1 conv 3 3 p1 conv 6 3 p1 conv 12 3 p1; output z = SequenceAt(s, i)");
        Map<String, Tensor> inputs = Map.of("x", Networks.input(2, 3), "i", Tensor.scalar(place), "j",
                Tensor.scalar(1 - place));
        Map<String, Value> expected;
        try (Session session = Session.open(graph, TestDevices.get("interpreter"))) {
            expected = session.run(inputs);
        }
        try (Session session = Session.open(graph, TestDevices.get(device))) {
            Map<String, Value> found = session.run(inputs);
            Tensor z = (Tensor) expected.get("z");
            for (long i = 0; i < z.size(); i++) {
                assertEquals(z.getDouble(i), ((Tensor) found.get("z")).getDouble(i), 1e-5);
            }
        }
    }

    @Test
    void aBufferMustBeInTheOrderOfTensors() {
        assertEquals("the buffer of a tensor of type float32[1] is in the order BIG_ENDIAN, expected LITTLE_ENDIAN",
                assertThrows(ModelException.class,
                        () -> Tensor.of(DataType.FLOAT32, ByteBuffer.allocateDirect(4), 1)).getMessage());
        assertEquals(2, Tensor.of(DataType.INT8, ByteBuffer.allocate(4).position(2), 2).size());
    }
}
