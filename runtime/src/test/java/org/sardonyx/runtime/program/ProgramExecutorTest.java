package org.sardonyx.runtime.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.kernel.Workers;

class ProgramExecutorTest {
    private final List<Tensor> inputs = List.of(Tensor.ofFloats(new long[] {2}, 1, 2));
    private final Arena memory = Arena.ofShared();
    private final Tensor constant = Tensor.allocate(memory, DataType.FLOAT32, 2);

    /// A program of which the constant is an output and the input another.
    private ProgramExecutor executor(Workers workers) {
        TensorType type = TensorType.of(DataType.FLOAT32, 2);
        Program program = new Program("empty", List.of(new Program.Binding("x", type, new Place.OfInput(0))),
                List.of(new Program.Binding("constant", type, new Place.OfConstant(0)),
                        new Program.Binding("same", type, new Place.OfInput(0))),
                List.of(constant), List.of(), List.of(), new MemoryPlan(0, 0, 0, List.of(), 0), 0);
        return new ProgramExecutor(program, List.of(), new ProgramWarmUp(), workers, new Interpreter(), memory::close);
    }

    @Test
    void whatIsNotComputedIsCopied() {
        try (Workers workers = new Workers(1)) {
            Map<String, Value> outputs;
            try (ProgramExecutor executor = executor(workers)) {
                outputs = executor.run(inputs, RunListener.NONE);
            }
            assertFalse(memory.scope().isAlive());
            assertEquals(0, ((Tensor) outputs.get("constant")).getDouble(1));
            inputs.getFirst().setDouble(0, 7);
            assertEquals(1, ((Tensor) outputs.get("same")).getDouble(0));
        }
    }

    @Test
    void nothingIsFreedUnderARun() {
        try (Workers workers = new Workers(1)) {
            ProgramExecutor executor = executor(workers);
            executor.run(inputs, new RunListener() {
                @Override
                public void step(int index, int count, String description) {
                    throw new AssertionError("there are no steps");
                }

                @Override
                public void finished() {
                    executor.close();
                    assertTrue(memory.scope().isAlive());
                }
            });
            assertFalse(memory.scope().isAlive());
            executor.close();
            assertFalse(executor.acquire());
            assertEquals("the executor is closed", assertThrows(IllegalStateException.class,
                    () -> executor.run(inputs, RunListener.NONE)).getMessage());
        }
    }

    @Test
    void whatIsAcquiredStaysUntilItIsReleased() {
        try (Workers workers = new Workers(1)) {
            ProgramExecutor executor = executor(workers);
            assertTrue(executor.acquire());
            executor.run(inputs, RunListener.NONE);
            executor.close();
            assertTrue(memory.scope().isAlive());
            executor.release();
            assertFalse(memory.scope().isAlive());
        }
    }
}
