package org.sardonyx.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

@Timeout(60)
class SessionTest {
    private static final TensorType VECTOR =
            new TensorType(DataType.FLOAT32, Shape.of(List.of(Dimension.symbol("N"))));

    /// `y = x * x + 1`
    private static Graph graph() {
        GraphBuilder builder = new GraphBuilder("square plus one");
        Operand x = builder.input("x", VECTOR);
        builder.origin(new Origin("square", "Mul", 14));
        Operand square = builder.apply(new Binary(BinaryFunction.MULTIPLY), x, x);
        builder.origin(new Origin("increment", "Add", 14));
        Operand one = builder.constant(Tensor.ofFloats(new long[] {1}, 1));
        builder.output("y", builder.apply(new Binary(BinaryFunction.ADD), square, one));
        return builder.build();
    }

    private static Session open() {
        return Session.open(graph(), Devices.available().choose(Devices.AUTO).device());
    }

    private static Map<String, Tensor> inputs(float... x) {
        return Map.of("x", Tensor.ofFloats(new long[] {x.length}, x));
    }

    private static float first(Map<String, Value> outputs) {
        return (float) ((Tensor) outputs.get("y")).getDouble(0);
    }

    @Test
    void runsTheModel() {
        try (Session session = open()) {
            Tensor y = (Tensor) session.run(inputs(1, 2, 3)).get("y");
            assertTrue(y.sameContent(Tensor.ofFloats(new long[] {3}, 2, 5, 10)), y.toString());
        }
    }

    @Test
    void tellsInputsAndOutputs() {
        try (Session session = open()) {
            assertEquals(Map.of("x", VECTOR), session.inputs());
            assertEquals(Map.of("y", VECTOR), session.outputs());
            assertEquals("interpreter", session.deviceName());
        }
    }

    @Test
    void tellsTheListenerOfEachStepBeforeItRuns() {
        List<String> steps = new ArrayList<>();
        try (Session session = open()) {
            session.run(inputs(1), (index, count, what) -> steps.add(index + "/" + count + " " + what));
        }
        assertEquals(List.of("0/2 node 'square' (Mul-14)", "1/2 node 'increment' (Add-14)"), steps);
    }

    @Test
    void refusesWrongInputs() {
        try (Session session = open()) {
            assertEquals("input 'x' is missing",
                    assertThrows(ModelException.class, () -> session.run(Map.of())).getMessage());
            Tensor scalar = Tensor.scalar(DataType.FLOAT32, 1);
            assertEquals("input 'x' is a float32[], expected float32[N]",
                    assertThrows(ModelException.class, () -> session.run(Map.of("x", scalar))).getMessage());
        }
    }

    @Test
    void runsInSeveralThreadsAtOnce() throws Exception {
        try (Session session = open(); var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Float>> runs = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int x = i;
                runs.add(() -> first(session.run(inputs(x))));
            }
            List<Future<Float>> results = threads.invokeAll(runs);
            for (int i = 0; i < results.size(); i++) {
                assertEquals(i * i + 1f, results.get(i).get());
            }
        }
    }

    @Test
    void aClosedSessionRunsNothing() {
        Session session = open();
        session.close();
        session.close();
        assertEquals("the session is closed",
                assertThrows(IllegalStateException.class, () -> session.run(inputs(1))).getMessage());
    }

    @Test
    void closingWaitsForARunUnderWay() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger closes = new AtomicInteger();
        Session session = Session.open(graph(), new Waiting(running, release, closes));
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> run = threads.submit(() -> session.run(inputs(1)));
            running.await();
            Future<?> close = threads.submit(session::close);
            assertFalse(close.isDone());
            assertEquals(0, closes.get());
            release.countDown();
            run.get();
            close.get();
        }
        session.close();
        assertEquals(1, closes.get());
    }

    @Test
    void aListenerCannotCloseItsSession() {
        Session session = open();
        RunListener closing = (_, _, _) -> session.close();
        assertEquals("a session cannot be closed from inside its own run",
                assertThrows(IllegalStateException.class, () -> session.run(inputs(1), closing)).getMessage());
        assertEquals(2, first(session.run(inputs(1))));
        session.close();
    }

    /// Stays in each run until it is released, and counts how often it is closed.
    private record Waiting(CountDownLatch running, CountDownLatch release, AtomicInteger closes)
            implements Device, Executable {
        @Override
        public String name() {
            return "waiting";
        }

        @Override
        public String description() {
            return "waits";
        }

        @Override
        public Executable prepare(Graph graph, SessionOptions options) {
            return this;
        }

        @Override
        public Map<String, Value> run(Map<String, ? extends Value> inputs, RunListener listener) {
            running.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertEquals(0, closes.get());
            return Map.of();
        }

        @Override
        public void close() {
            closes.incrementAndGet();
        }
    }
}
