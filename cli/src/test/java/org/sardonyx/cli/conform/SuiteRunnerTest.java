package org.sardonyx.cli.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Executable;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.SessionOptions;

class SuiteRunnerTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;
    private CaseFolder negation;

    @BeforeEach
    void writeCase() {
        negation = new CaseFolder(folder.resolve("negation")).model("Neg", DataType.FLOAT32)
                .input(0, 0, Tensor.scalar(DataType.FLOAT32, 1)).output(0, 0, Tensor.scalar(DataType.FLOAT32, -1));
    }

    /// A device that gives whatever is supplied.
    private record Made(Supplier<Value> result) implements Device, Executable {
        @Override
        public String name() {
            return "made";
        }

        @Override
        public String description() {
            return "gives what a test wants";
        }

        @Override
        public Executable prepare(Graph graph, SessionOptions options) {
            return this;
        }

        @Override
        public Map<String, Value> run(Map<String, ? extends Value> inputs, RunListener listener) {
            Value value = result.get();
            listener.step(0, 1, "made");
            return Map.of("y", value);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private List<ConformanceCase> cases(int count) {
        return IntStream.range(0, count).mapToObj(i -> negation.test("case " + i)).toList();
    }

    private CaseResult runOne(Supplier<Value> result, Duration limit) {
        return new SuiteRunner(new Made(result), 1, limit).run(cases(1), _ -> {}).getFirst();
    }

    @Test
    void resultsStandInTheOrderOfTheCases() {
        Set<String> finished = ConcurrentHashMap.newKeySet();
        var runner = new SuiteRunner(new Made(() -> Tensor.scalar(DataType.FLOAT32, -1)), 3, LIMIT);
        List<CaseResult> results = runner.run(cases(20), result -> finished.add(result.name()));
        assertEquals(cases(20).stream().map(ConformanceCase::name).toList(),
                results.stream().map(CaseResult::name).toList());
        assertEquals(20, finished.size());
        assertTrue(results.stream().allMatch(CaseResult::passed));
    }

    @Test
    void aWrongModelIsAFailure() {
        CaseResult result = runOne(() -> {
            throw new ModelException("division by zero");
        }, LIMIT);
        assertEquals("division by zero", result.reason());
    }

    @Test
    void ourBugIsAFailure() {
        CaseResult result = runOne(() -> {
            throw new IllegalStateException("outer", new ArithmeticException("inner"));
        }, LIMIT);
        assertTrue(result.reason().startsWith(
                "internal error: IllegalStateException: outer, caused by ArithmeticException: inner at org.sardonyx."),
                result.reason());
    }

    @Test
    void errorsOfTheVirtualMachineAreFailures() {
        CaseResult overflow = runOne(SuiteRunnerTest::recurse, LIMIT);
        assertTrue(overflow.reason().startsWith("internal error: StackOverflowError at "), overflow.reason());
        CaseResult memory = runOne(() -> {
            throw new OutOfMemoryError("Java heap space");
        }, LIMIT);
        assertTrue(memory.reason().startsWith("internal error: OutOfMemoryError: Java heap space"), memory.reason());
    }

    private static Value recurse() {
        return List.of(recurse(), recurse()).getFirst();
    }

    @Test
    void aCaseThatTakesTooLongIsInterruptedAndNotWaitedFor() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        CaseResult result = runOne(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                interrupted.countDown();
            }
            return Tensor.scalar(DataType.FLOAT32, -1);
        }, Duration.ofMillis(100));
        assertEquals("took longer than 0.1 s", result.reason());
        interrupted.await();
    }

    @Test
    void aCaseWithoutDataFails() {
        ConformanceCase empty =
                new ConformanceCase("empty", negation.test("empty").model(), List.of(), Tolerance.DEFAULT);
        var runner = new SuiteRunner(new Made(() -> Tensor.scalar(1)), 1, LIMIT);
        CaseResult result = runner.run(List.of(empty), _ -> {}).getFirst();
        assertEquals("there is no folder test_data_set_0 with inputs and outputs", result.reason());
    }

    @Test
    void atLeastOneJobIsNeeded() {
        assertThrows(ModelException.class, () -> new SuiteRunner(new Made(() -> Tensor.scalar(1)), 0, LIMIT));
    }
}
