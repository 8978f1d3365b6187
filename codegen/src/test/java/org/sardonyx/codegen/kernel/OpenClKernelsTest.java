package org.sardonyx.codegen.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.codegen.opencl.OpenClRenderer;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.loop.LoopInterpreter;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.opencl.OpenClDevices;
import org.sardonyx.runtime.program.MemoryPlan;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.ProgramExecutor;
import org.sardonyx.runtime.program.Step;

/// What is rendered in OpenCL C computes what the interpreter of loops does, with and without vectors.
class OpenClKernelsTest {
    private static final int ELEMENTS = 1 << 16;
    private static final OpenClDevices DEVICES = OpenClDevices.find();
    private static final Map<DeviceFacts.Kind, OpenClContext> CONTEXTS = new HashMap<>();
    /// NaN and the negative zero among others.
    private static final IntToDoubleFunction ODD_NUMBERS =
            i -> i % 97 == 0 ? Float.NaN : i % 89 == 0 ? -0.0f : number(i);
    private static final IntToDoubleFunction NUMBERS = OpenClKernelsTest::number;
    private static final LoopKernel COPY = new StridedCopy(1, Share.ROWS).kernel();

    /// From -2 to 2.
    private static double number(int i) {
        return new SplittableRandom(i).nextDouble(-2, 2);
    }

    /// The first phase copies the inputs to the outputs, on which the kernel then works.
    ///
    /// @param extent how many work-items there are
    /// @param places how many indices each of them works on, one after the other
    private static Step.KernelStep step(LoopKernel kernel, List<Long> scalars, long extent, long places) {
        int buffers = kernel.buffers().size();
        List<Step.Phase> phases = new ArrayList<>();
        for (int i = 0; i < buffers; i++) {
            phases.add(new Step.Phase(List.of(new Step.Launch(0, List.of(new Place.OfInput(i), new Place.OfOutput(i)),
                    COPY.parameters().stream().map(name -> switch (name) {
                        case "images", "rows", "channels", "x_pixel", "y_pixel" -> 1L;
                        case "width" -> (long) ELEMENTS;
                        default -> 0L;
                    }).toList(), List.of(), 1, 1)), 1, 1));
        }
        List<Place> worksOn = new ArrayList<>();
        for (int i = 0; i < buffers; i++) {
            worksOn.add(isOwn(kernel, i) ? new Place.OfThread(0, ELEMENTS * Float.BYTES) : new Place.OfOutput(i));
        }
        phases.add(new Step.Phase(List.of(new Step.Launch(1, worksOn, scalars, List.of(), places, 1)), extent, 1));
        return new Step.KernelStep("kernel", phases, 0);
    }

    /// Whether work-items that run at the same time each need a buffer of their own.
    private static boolean isOwn(LoopKernel kernel, int buffer) {
        String name = kernel.buffers().get(buffer);
        return kernel.name().startsWith("fused") && name.equals("s")
                || kernel.name().startsWith("winograd") && name.equals("t");
    }

    private static ProgramExecutor executor(OpenClContext context, LoopKernel kernel,
            Step.KernelStep step) {
        TensorType type = TensorType.of(DataType.FLOAT32, ELEMENTS);
        List<Program.Binding> inputs = new ArrayList<>();
        List<Program.Binding> outputs = new ArrayList<>();
        for (int i = 0; i < kernel.buffers().size(); i++) {
            inputs.add(new Program.Binding("in" + i, type, new Place.OfInput(i)));
            outputs.add(new Program.Binding("out" + i, type, new Place.OfOutput(i)));
        }
        Program program = new Program("kernel", inputs, outputs, List.of(), List.of("copy", kernel.name()),
                List.of(step), new MemoryPlan(0, 0, 0, List.of(), 0), 0);
        OpenClRenderer renderer = new OpenClRenderer(context.facts(), true);
        List<Dispatch> dispatches =
                step.phases().stream().map(phase -> renderer.render(phase, List.of(COPY, kernel))).toList();
        return context.executor(program, List.of(dispatches), new Interpreter(), () -> {},
                RunListener.NONE);
    }

    static Stream<RenderedKernelsTest.Case> cases() {
        return RenderedKernelsTest.cases(List.of(1, 16));
    }

    static Stream<RenderedKernelsTest.Case> casesOfNumbers() {
        return RenderedKernelsTest.cases(List.of(1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void computesWhatTheInterpreterDoes(RenderedKernelsTest.Case given) {
        check(given, DeviceFacts.Kind.PROCESSOR, ODD_NUMBERS);
    }

    /// In groups of as many work-items as the driver likes, with memory of a work-item's own in a buffer.
    @ParameterizedTest
    @MethodSource("casesOfNumbers")
    void computesItAsOnAGpu(RenderedKernelsTest.Case given) {
        check(given, DeviceFacts.Kind.GPU, ODD_NUMBERS);
    }

    static Stream<RenderedKernelsTest.Case> casesOfGroups() {
        return GroupCases.all();
    }

    /// What is made for GPUs.
    @ParameterizedTest
    @MethodSource("casesOfGroups")
    void groupsComputeWhatTheInterpreterDoes(RenderedKernelsTest.Case given) {
        check(given, DeviceFacts.Kind.GPU, NUMBERS);
    }

    private static void check(RenderedKernelsTest.Case given, DeviceFacts.Kind kind, IntToDoubleFunction numbers) {
        if (!"required".equals(System.getenv("SARDONYX_TEST_OPENCL"))) {
            assumeFalse(DEVICES.contexts().isEmpty(), DEVICES.absence());
        }
        long[] parameters = given.kernel().parameters().stream().mapToLong(given.parameters()::get).toArray();
        int count = given.kernel().buffers().size();
        float[][] expected = new float[count][ELEMENTS];
        List<Tensor> inputs = new ArrayList<>();
        for (float[] buffer : expected) {
            for (int j = 0; j < ELEMENTS; j++) {
                buffer[j] = (float) numbers.applyAsDouble(j);
            }
            inputs.add(Tensor.ofFloats(new long[] {ELEMENTS}, buffer.clone()));
        }
        float[][] backwards = Arrays.stream(expected).map(float[]::clone).toArray(float[][]::new);
        LoopInterpreter.run(given.kernel(), expected, parameters, 0, given.extent());
        for (long i = given.extent() - 1; i >= 0; i--) {
            LoopInterpreter.run(given.kernel(), backwards, parameters, i, i + 1);
        }
        // Indices that write the same elements, such as a thread's sums, are left to one work-item.
        boolean inAnyOrder = IntStream.range(0, count).filter(i -> !isOwn(given.kernel(), i))
                .allMatch(i -> Arrays.equals(expected[i], backwards[i]));
        List<Long> scalars = Arrays.stream(parameters).boxed().toList();
        Map<String, Value> found = new HashMap<>();
        try (ProgramExecutor executor =
                executor(CONTEXTS.computeIfAbsent(kind, DEVICES.contexts().getFirst()::as), given.kernel(),
                        inAnyOrder
                                ? step(given.kernel(), scalars, given.extent(), 1)
                                : step(given.kernel(), scalars, 1, given.extent()))) {
            found.putAll(executor.run(inputs, RunListener.NONE));
        }
        for (int i = 0; i < count; i++) {
            Tensor output = (Tensor) found.get("out" + i);
            for (int j = 0; j < ELEMENTS && !isOwn(given.kernel(), i); j++) {
                float value = (float) output.getDouble(j);
                assertTrue(
                        Float.compare(expected[i][j], value) == 0
                                || Math.abs(expected[i][j] - value) <= 2 * Math.ulp(expected[i][j]),
                        given + " buffer " + i + " element " + j + ": expected " + expected[i][j] + ", found " + value);
            }
        }
    }
}
