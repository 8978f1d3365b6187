package org.sardonyx.runtime.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.program.MemoryPlan;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.ProgramExecutor;
import org.sardonyx.runtime.program.Step;

/// Phases in one kernel compute what they do one after the other, however many work-items share them. Each phase reads what others
/// wrote in the one before it, from all over its range.
class JoinedKernelTest {
    private static final int MOST_ELEMENTS = 4096;
    /// More than the arguments that a kernel takes.
    private static final int PHASES = 150;
    private static final int RUNS = 10;
    private static final long OTHER_HALF = (long) MOST_ELEMENTS * Float.BYTES;
    private static final String ARGUMENTS = """
            global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, \
            const long stride, const long elements, const long extent, const long patience""";
    private static final KernelSource PLAIN = source("plain", """
            (const long from, const long to, %s)
            {
                for (long i = from; i < to; i++) {
                    volatile int waited = 0;
                    while (i == 0 && waited < patience) {
                        waited++;
                    }
                    b1[o1 + i] = b0[o0 + i * stride %% elements] + b2[o2];
                }
            }

            """.formatted(ARGUMENTS), "item, item + 1, b0, o0, b1, o1, b2, o2, stride, elements, extent, patience", "");
    private static final KernelSource WITH_SCRATCH = source("scratch", """
            (const long from, const long to, %s, global float *own)
            {
                for (long i = from; i < to; i++) {
                    own[i %% 16] = b0[o0 + i * stride %% elements];
                    b1[o1 + i] = own[i %% 16] + b2[o2];
                }
            }

            """.formatted(ARGUMENTS),
            "extent * item / get_global_size(0), extent * (item + 1) / get_global_size(0), b0, o0, b1, o1, b2, o2, "
                    + "stride, elements, extent, patience, scratch + item * 16",
            ", global float *scratch");

    private static KernelSource source(String name, String part, String arguments, String scratch) {
        return new KernelSource(name, List.of("__attribute__((noinline)) void " + KernelSource.part(name) + part), """
                kernel void %s(%s%s)
                {
                    const long item = get_global_id(0);
                    %s(%s);
                }
                """.formatted(name, ARGUMENTS, scratch, KernelSource.part(name), arguments));
    }

    private final float[] weights = new float[PHASES];
    private final int[] elements = new int[PHASES];
    private final float[] input = new float[MOST_ELEMENTS];
    private final float[] expected;

    JoinedKernelTest() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < MOST_ELEMENTS; i++) {
            input[i] = (float) random.nextDouble(-1, 1);
        }
        float[] values = input;
        for (int i = 0; i < PHASES; i++) {
            weights[i] = (float) random.nextDouble(-1, 1);
            elements[i] = switch (i % 5) {
                case 0 -> 1 + random.nextInt(MOST_ELEMENTS);
                case 1 -> 1;
                default -> 1 + random.nextInt(40);
            };
            float[] next = new float[MOST_ELEMENTS];
            for (int j = 0; j < elements[i]; j++) {
                next[j] = values[j * stride(i) % read(i)] + weights[i];
            }
            values = next;
        }
        expected = values;
    }

    private static int stride(int phase) {
        return 7 + phase % 3;
    }

    /// How long a phase takes for its first element, which the next one reads: long enough that all other work-items are at the next one's door.
    private static long patience(int phase) {
        return phase % 20 == 0 ? 1_000_000 : 0;
    }

    /// How many elements a phase reads of, which the one before it wrote.
    private int read(int phase) {
        return phase == 0 ? MOST_ELEMENTS : elements[phase - 1];
    }

    private int length() {
        return elements[PHASES - 1];
    }

    private static OpenClContext device() {
        OpenClDevices devices = OpenClDevices.find();
        Optional<OpenClContext> able =
                devices.contexts().stream().filter(context -> context.facts().canJoin()).findFirst();
        if (!"required".equals(System.getenv("SARDONYX_TEST_OPENCL"))) {
            assumeTrue(able.isPresent(), "no processor with OpenCL 2 or 3");
        }
        return able.orElseThrow();
    }

    /// Some steps have several phases, and one has none.
    private List<List<Dispatch>> steps() {
        List<List<Dispatch>> steps = new ArrayList<>(List.of(new ArrayList<>()));
        for (int i = 0; i < PHASES; i++) {
            Place from = i == 0 ? new Place.OfInput(0) : half(i - 1);
            Place to = i == PHASES - 1 ? new Place.OfOutput(0) : half(i);
            boolean scratch = i % 4 == 1;
            if (i % 3 != 2) {
                steps.add(new ArrayList<>());
            }
            steps.getLast()
                    .add(new Dispatch(scratch ? WITH_SCRATCH : PLAIN, List.of(from, to, new Place.OfConstant(i)),
                            List.of((long) stride(i), (long) read(i), (long) elements[i], patience(i)), elements[i], 1,
                            scratch ? 16 * Float.BYTES : 0));
        }
        return steps;
    }

    private static Place half(int phase) {
        return new Place.InArena(phase % 2 * OTHER_HALF);
    }

    private ProgramExecutor executor(OpenClContext context, List<List<Dispatch>> steps) {
        List<Tensor> constants = new ArrayList<>();
        for (float weight : weights) {
            constants.add(Tensor.ofFloats(new long[] {1}, weight));
        }
        List<Step> described = new ArrayList<>();
        steps.forEach(_ -> described.add(new Step.KernelStep("layer" + described.size(), List.of(), 0)));
        Program program = new Program("chain",
                List.of(new Program.Binding("x", TensorType.of(DataType.FLOAT32, MOST_ELEMENTS),
                        new Place.OfInput(0))),
                List.of(new Program.Binding("y", TensorType.of(DataType.FLOAT32, length()), new Place.OfOutput(0))),
                constants, List.of(), described, new MemoryPlan(2 * OTHER_HALF, 0, 0, List.of(), 0), 0);
        return context.executor(program, steps, new Interpreter(), () -> {}, RunListener.NONE);
    }

    private static OpenClContext like(OpenClContext device, int computeUnits, boolean orderedAtomics) {
        DeviceFacts facts = device.facts();
        return new OpenClContext(device.calls(), device.device(),
                new DeviceFacts(facts.platform(), facts.name(), facts.version(), facts.driver(), facts.kind(),
                        computeUnits, facts.vectorWidth(), facts.memoryBytes(), facts.largestBytes(),
                        facts.localBytes(), facts.localIsOwn(), facts.largestGroup(), facts.halfs(), facts.doubles(),
                        facts.subGroups(), facts.exactDivision(),
                        orderedAtomics, facts.sharedMemory(), facts.hostMemory(), false),
                Optional.empty());
    }

    private void check(Map<String, Value> outputs) {
        float[] found = new float[length()];
        for (int i = 0; i < found.length; i++) {
            found[i] = (float) ((Tensor) outputs.get("y")).getDouble(i);
        }
        float[] wanted = new float[found.length];
        System.arraycopy(expected, 0, wanted, 0, wanted.length);
        assertArrayEquals(wanted, found);
    }

    private void checkRuns(OpenClContext context, RunListener listener) {
        try (ProgramExecutor executor = executor(context, steps())) {
            for (int i = 0; i < RUNS; i++) {
                check(executor.run(List.of(Tensor.ofFloats(new long[] {MOST_ELEMENTS}, input)), listener));
            }
        }
    }

    /// More work-items than the driver has threads are run one after the other.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 40})
    void computesWhatPhasesDo(int workers) {
        checkRuns(like(device(), workers, true), RunListener.NONE);
    }

    @Test
    void soDoPhasesWithoutIt() {
        checkRuns(like(device(), 2, false), RunListener.NONE);
    }

    @Test
    void tellsTheTimeOfEachStep() {
        BitSet told = new BitSet();
        checkRuns(device(), new RunListener() {
            @Override
            public void step(int index, int count, String description) {
                assertEquals(steps().size(), count);
            }

            @Override
            public boolean measures() {
                return true;
            }

            @Override
            public void took(int step, long nanoseconds) {
                assertTrue(nanoseconds >= 0);
                told.set(step);
            }
        });
        assertEquals(steps().size() - 1, told.cardinality());
        assertEquals(1, told.nextSetBit(0), "the step without phases");
    }

    @Test
    void takesNoMoreArgumentsThanEveryDevice() {
        PhaseTable table = PhaseTable.of(steps(), 2).orElseThrow();
        assertEquals(2, table.stretches().size());
        assertEquals(2, table.kernel().functions().size());
        assertTrue((table.kernel().buffers() + JoinedKernel.ARGUMENTS) * Long.BYTES <= 1024);
        assertEquals(Optional.empty(), PhaseTable.of(steps().subList(0, 3), 2));
    }
}
