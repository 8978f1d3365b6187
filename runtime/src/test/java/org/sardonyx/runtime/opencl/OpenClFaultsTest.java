package org.sardonyx.runtime.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jocl.cl_device_id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.DeviceException;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.program.MemoryPlan;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.ProgramExecutor;
import org.sardonyx.runtime.program.Step;

/// What a driver may do wrong is told with the step it concerns, and everything is released all the same.
class OpenClFaultsTest {
    private static final DeviceFacts FACTS =
            new DeviceFacts("a platform", "a device", "1", "1", DeviceFacts.Kind.GPU, 1,
                    1, 1 << 20, 1 << 16, 0, true, 256, false, false, false, false, false, false, false, false);
    private static final KernelSource SOURCE = new KernelSource("scale", List.of(), "kernel void scale() {}");
    private static final List<Place> BUFFERS =
            List.of(new Place.OfInput(0), new Place.OfConstant(0), new Place.InArena(64), new Place.OfOutput(0));

    private final FaultyCalls driver = new FaultyCalls();
    private final List<Tensor> inputs = List.of(Tensor.ofFloats(new long[] {2}, 1, 2));

    private ProgramExecutor executor(Optional<KernelCache> cache, long arenaBytes) {
        TensorType type = TensorType.of(DataType.FLOAT32, 2);
        Program program = new Program("scaled", List.of(new Program.Binding("x", type, new Place.OfInput(0))),
                List.of(new Program.Binding("y", type, new Place.OfOutput(0))),
                List.of(Tensor.ofFloats(new long[] {1}, 2)),
                List.of("scale"), List.of(new Step.KernelStep("layer1", List.of(), 0)),
                new MemoryPlan(arenaBytes, 0, 0, List.of(), 0), 0);
        OpenClContext context = new OpenClContext(driver.calls(), new cl_device_id(), FACTS, cache);
        return context.executor(program, List.of(List.of(new Dispatch(SOURCE, BUFFERS, List.of(), 1, 1, 0))),
                new Interpreter(), () -> {}, RunListener.NONE);
    }

    /// A device on which all steps are one kernel.
    private ProgramExecutor joining() {
        DeviceFacts facts = new DeviceFacts("a platform", "a device", "OpenCL 3.0", "1", DeviceFacts.Kind.PROCESSOR, 1,
                1, 1 << 20, 1 << 16, 0, false, 1, false, false, false, false, true, false, true, false);
        KernelSource source =
                new KernelSource("scale", List.of("void part_scale(const long from, const long to) {}"), "");
        Dispatch dispatch = new Dispatch(source, List.of(), List.of(), 1, 1, 0);
        Step step = new Step.KernelStep("layer", List.of(), 0);
        Program program = new Program("scaled", List.of(), List.of(), List.of(), List.of(), List.of(step, step),
                new MemoryPlan(0, 0, 0, List.of(), 0), 0);
        OpenClContext context = new OpenClContext(driver.calls(), new cl_device_id(), facts, Optional.empty());
        return context.executor(program, List.of(List.of(dispatch, dispatch), Collections.nCopies(4, dispatch)),
                new Interpreter(), () -> {},
                RunListener.NONE);
    }

    @Test
    void stepsThatAreOneKernelAreLaunchedTogether() {
        try (ProgramExecutor executor = joining()) {
            driver.made.clear();
            executor.run(List.of(), RunListener.NONE);
            assertEquals(1, driver.made.stream().filter("enqueue"::equals).count());
            driver.faults.put("enqueue", "CL_OUT_OF_RESOURCES");
            assertEquals("step 0 (layer) to step 1 (layer): CL_OUT_OF_RESOURCES",
                    assertThrows(DeviceException.class, () -> executor.run(List.of(), RunListener.NONE)).getMessage());
        }
        assertNothingIsLeft();
    }

    /// The joined kernel is built first.
    @Test
    void stepsThatCannotBeOneKernelAreLaunchedOneByOne() {
        driver.oneFault("build", "CL_BUILD_PROGRAM_FAILURE");
        try (ProgramExecutor executor = joining()) {
            executor.run(List.of(), RunListener.NONE);
        }
        assertEquals(6, driver.made.stream().filter("enqueue"::equals).count());
        assertNothingIsLeft();
    }

    private ProgramExecutor executor() {
        return executor(Optional.empty(), 128);
    }

    /// The context and a kernel, which it keeps for others, are all that is left.
    private void assertNothingIsLeft() {
        assertEquals(2, driver.alive, driver.made.toString());
    }

    @Test
    void everythingIsReleased() {
        try (ProgramExecutor executor = executor()) {
            executor.run(inputs, RunListener.NONE);
            executor.run(inputs, RunListener.NONE);
        }
        assertNothingIsLeft();
        assertEquals(1, driver.made.stream().filter("createKernel"::equals).count());
        assertEquals(2, driver.made.stream().filter("finish"::equals).count());
    }

    @Test
    void aKernelThatIsNotBuiltIsNamed() {
        driver.faults.put("build", "clBuildProgram: CL_BUILD_PROGRAM_FAILURE\nline 1: expected ';'");
        assertEquals("step 0 (layer1), kernel scale: clBuildProgram: CL_BUILD_PROGRAM_FAILURE\nline 1: expected ';'",
                assertThrows(DeviceException.class, this::executor).getMessage());
        assertEquals(1, driver.alive);
    }

    @ParameterizedTest
    @CsvSource({"constant, 'step 0 (layer1), kernel scale: CL_OUT_OF_HOST_MEMORY'", "allocate, CL_OUT_OF_HOST_MEMORY",
        "createQueue, CL_OUT_OF_HOST_MEMORY", "createKernel, CL_OUT_OF_HOST_MEMORY",
        "enqueue, 'step 0 (layer1): CL_OUT_OF_HOST_MEMORY'", "finish, CL_OUT_OF_HOST_MEMORY",
        "write, CL_OUT_OF_HOST_MEMORY", "read, CL_OUT_OF_HOST_MEMORY"})
    void memoryThatDoesNotSufficeIsTold(String call, String message) {
        driver.faults.put(call, "CL_OUT_OF_HOST_MEMORY");
        assertEquals(message, assertThrows(DeviceException.class, () -> {
            try (ProgramExecutor executor = executor()) {
                executor.run(inputs, RunListener.NONE);
            }
        }).getMessage());
        assertNothingIsLeft();
    }

    /// Inputs and outputs are copied by way of memory that is mapped once for all runs.
    @Test
    void transfersArePinned() {
        try (ProgramExecutor executor = executor()) {
            executor.run(inputs, RunListener.NONE);
            executor.run(inputs, RunListener.NONE);
            assertEquals(2, driver.made.stream().filter("pin"::equals).count());
        }
        assertNothingIsLeft();
    }

    @Test
    void otherMemoryDoesWhereNoneCanBePinned() {
        driver.faults.put("pin", "CL_OUT_OF_RESOURCES");
        try (ProgramExecutor executor = executor()) {
            executor.run(inputs, RunListener.NONE);
        }
        assertNothingIsLeft();
    }

    /// Later runs take a new frame.
    @Test
    void aRunThatFailedHarmsNoOther() {
        try (ProgramExecutor executor = executor()) {
            driver.faults.put("enqueue", "CL_OUT_OF_RESOURCES");
            assertThrows(DeviceException.class, () -> executor.run(inputs, RunListener.NONE));
            driver.faults.clear();
            executor.run(inputs, RunListener.NONE);
            assertEquals(2, driver.made.stream().filter("createKernel"::equals).count());
        }
        assertNothingIsLeft();
    }

    @Test
    void aDeviceThatVanishesIsToldAndClosed() {
        ProgramExecutor executor = executor();
        executor.run(inputs, RunListener.NONE);
        for (String call : List.of("write", "enqueue", "read", "finish", "release")) {
            driver.faults.put(call, "CL_DEVICE_NOT_AVAILABLE");
        }
        assertEquals("CL_DEVICE_NOT_AVAILABLE",
                assertThrows(DeviceException.class, () -> executor.run(inputs, RunListener.NONE)).getMessage());
        executor.close();
        assertFalse(executor.acquire());
    }

    @Test
    void aModelThatIsTooLargeIsTold() {
        assertEquals("the model is too large for a device: the values between its steps take 131072 bytes, the largest "
                + "buffer has 65536",
                assertThrows(ModelException.class, () -> executor(Optional.empty(), 1 << 17)).getMessage());
        assertNothingIsLeft();
    }

    @Test
    void whatWasBuiltIsKept(@TempDir Path folder) {
        Optional<KernelCache> cache = Optional.of(new KernelCache(folder, 1 << 20));
        executor(cache, 0).close();
        assertTrue(driver.made.contains("binary"));
        driver.made.clear();
        executor(cache, 0).close();
        assertFalse(driver.made.contains("binary"));
    }

    @Test
    void whatWasBuiltElsewhereIsNotBuiltAgain() {
        List<List<Dispatch>> steps = List.of(List.of(new Dispatch(SOURCE, BUFFERS, List.of(), 1, 1, 0)));
        OpenClContext context = new OpenClContext(driver.calls(), new cl_device_id(), FACTS, Optional.empty());
        Map<String, byte[]> binaries = context.binaries(steps);
        assertEquals(1, binaries.size());
        assertEquals(1, driver.alive, "the context");
        driver.faults.put("build", "CL_BUILD_PROGRAM_FAILURE");
        assertEquals(Map.of(), context.binaries(steps));
        driver.faults.clear();
        driver.made.clear();
        List<byte[]> written = new ArrayList<>();
        KernelStore store = new KernelStore() {
            @Override
            public Optional<byte[]> read(byte[] key) {
                return Optional.ofNullable(binaries.get(KernelStore.name(key)));
            }

            @Override
            public void write(byte[] key, byte[] content) {
                written.add(content);
            }
        };
        context.programs(List.of(SOURCE), store, RunListener.NONE);
        assertTrue(driver.made.contains("loadProgram"));
        assertFalse(driver.made.contains("createProgram"));
        assertTrue(written.isEmpty());
        KernelSource other = new KernelSource("other", List.of(), "kernel void other() {}");
        context.programs(List.of(other), store, RunListener.NONE);
        assertTrue(driver.made.contains("createProgram"));
        assertEquals(1, written.size());
    }

    @Test
    void aBinaryThatTheDriverRefusesIsBuiltAgain(@TempDir Path folder) {
        Optional<KernelCache> cache = Optional.of(new KernelCache(folder, 1 << 20));
        executor(cache, 0).close();
        driver.made.clear();
        driver.faults.put("loadProgram", "CL_INVALID_BINARY");
        executor(cache, 0).close();
        assertTrue(driver.made.containsAll(List.of("loadProgram", "createProgram", "binary")));
        driver.faults.put("binary", "CL_INVALID_PROGRAM_EXECUTABLE");
        executor(cache, 0).close();
    }
}
