package org.sardonyx.runtime.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jocl.cl_device_id;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.program.MemoryPlan;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.ProgramExecutor;
import org.sardonyx.runtime.program.Step;

/// Copies by way of pinned memory on whatever OpenCL device is there, taken for a GPU with memory of its own.
class PinnedMemoryTest {
    private static final KernelSource TWICE = new KernelSource("twice", List.of(), """
            kernel void twice(global float *x, const long ox, global float *y, const long oy)
            {
                y[oy + get_global_id(0)] = 2.0f * x[ox + get_global_id(0)];
            }

            """);

    private final ConcurrentLinkedQueue<String> made = new ConcurrentLinkedQueue<>();
    private OpenClContext context;

    @BeforeEach
    void findDevice() {
        if (!"required".equals(System.getenv("SARDONYX_TEST_OPENCL"))) {
            OpenClDevices devices = OpenClDevices.find();
            assumeFalse(devices.contexts().isEmpty(), devices.absence());
        }
        OpenClCalls driver = new JoclCalls();
        OpenClCalls calls = (OpenClCalls) Proxy.newProxyInstance(PinnedMemoryTest.class.getClassLoader(),
                new Class<?>[] {OpenClCalls.class}, (_, method, arguments) -> {
                    made.add(method.getName().equals("release") && arguments.length == 2
                            && arguments[1] instanceof PinnedMemory ? "unpin" : method.getName());
                    try {
                        return method.invoke(driver, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        cl_device_id device = driver.devices().getFirst();
        context = new OpenClContext(calls, device, driver.facts(device).as(DeviceFacts.Kind.GPU), Optional.empty());
    }

    private long count(String call) {
        return made.stream().filter(call::equals).count();
    }

    private ProgramExecutor twice(long elements) {
        TensorType type = TensorType.of(DataType.FLOAT32, elements);
        Program program = new Program("twice", List.of(new Program.Binding("x", type, new Place.OfInput(0))),
                List.of(new Program.Binding("y", type, new Place.OfOutput(0))), List.of(), List.of("twice"),
                List.of(new Step.KernelStep("twice", List.of(), 0)), new MemoryPlan(0, 0, 0, List.of(), 0), 0);
        return context.executor(program, List.of(List.of(new Dispatch(TWICE,
                List.of(new Place.OfInput(0), new Place.OfOutput(0)), List.of(), elements, 0, 0))), new Interpreter(),
                () -> {}, RunListener.NONE);
    }

    private static void run(ProgramExecutor executor, float... x) {
        float[] expected = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            expected[i] = 2 * x[i];
        }
        Tensor y = (Tensor) executor.run(List.of(Tensor.ofFloats(new long[] {x.length}, x)), RunListener.NONE).get("y");
        float[] found = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            found[i] = (float) y.getDouble(i);
        }
        assertArrayEquals(expected, found);
    }

    @Test
    void isMappedOnceAndReleased() {
        try (ProgramExecutor executor = twice(3)) {
            run(executor, 1, 2, 3);
            run(executor, -4, 5, 0.5f);
            assertEquals(2, count("pin"));
            assertEquals(0, count("unpin"));
        }
        assertEquals(2, count("unpin"));
    }

    @Test
    void emptyTensorsNeedNone() {
        try (ProgramExecutor executor = twice(0)) {
            run(executor);
        }
        assertEquals(0, count("pin"));
    }

    @Test
    void runsAtTheSameTimeHaveTheirOwn() throws Exception {
        int size = 1 << 16;
        try (ProgramExecutor executor = twice(size); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                float[] x = new float[size];
                Arrays.fill(x, i);
                runs.add(threads.submit(() -> run(executor, x)));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        }
        assertTrue(count("pin") >= 2 && count("pin") <= 8, made.toString());
        assertEquals(count("pin"), count("unpin"));
    }

    /// Memory of the host stays where it is for a device that works on it.
    @Test
    void devicesWithTheMemoryOfTheHostHaveNone() {
        context = new OpenClContext(context.calls(), context.device(),
                new JoclCalls().facts(context.device()), Optional.empty());
        try (ProgramExecutor executor = twice(3)) {
            run(executor, 1, 2, 3);
        }
        assertEquals(context.facts().wantsPinned() ? 2 : 0, count("pin"));
    }
}
