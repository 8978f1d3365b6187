package org.sardonyx.runtime.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jocl.cl_command_queue;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;

import org.sardonyx.runtime.DeviceException;
import org.sardonyx.runtime.program.Place;

/// Launches the kernels of all steps, up to the next one of the host, in one.
///
/// @see JoinedKernel
final class JoinedLaunches implements Launcher {
    /// Of the kernel's arguments.
    private static final int TABLE = 0;
    private static final int COUNTERS = 1;
    private static final int FIRST = 2;
    private static final int LAST = 3;
    private static final int SCRATCH = 4;
    private static final int SCRATCH_ELEMENTS = 5;

    private final OpenClModel model;
    private final OpenClCalls calls;
    private final PhaseTable table;
    private final int workers;
    /// One for each stretch, with all arguments but [#FIRST] and [#LAST].
    private final List<cl_kernel> kernels = new ArrayList<>();
    /// Steps that are not queued yet: none if the numbers are equal.
    private int firstStep;
    private int endStep;

    /// @param queue to send the table to the device
    /// @param resources takes the kernels
    /// @throws DeviceException if the device's memory does not suffice
    JoinedLaunches(OpenClModel model, PhaseTable table, FrameMemory memory, cl_command_queue queue,
            Resources resources) {
        this.model = model;
        this.calls = model.context().calls();
        this.table = table;
        this.workers = model.context().facts().computeUnits();
        KernelSource source = table.kernel().source();
        cl_mem numbers = memory.allocate(table.numbers().size() * (long) Long.BYTES);
        cl_mem counters = memory.allocate(table.counterBytes(workers));
        long scratchBytes = model.steps().stream().flatMap(List::stream).mapToLong(Dispatch::scratchBytes).max()
                .orElse(0);
        cl_mem scratch = memory.allocate(scratchBytes * workers);
        for (PhaseTable.Stretch stretch : table.stretches()) {
            cl_kernel kernel = calls.createKernel(model.program(source), source.name());
            resources.add(() -> calls.release(kernel));
            calls.setBuffer(kernel, TABLE, numbers);
            calls.setBuffer(kernel, COUNTERS, counters);
            calls.setBuffer(kernel, SCRATCH, scratch);
            calls.setNumber(kernel, SCRATCH_ELEMENTS, scratchBytes / Float.BYTES);
            bind(kernel, stretch.buffers(), memory);
            kernels.add(kernel);
        }
        start(numbers, counters, queue);
    }

    /// What a stretch does not need is another buffer once more.
    private void bind(cl_kernel kernel, List<Place> buffers, FrameMemory memory) {
        for (int i = 0; i < table.kernel().buffers(); i++) {
            memory.bind(kernel, JoinedKernel.ARGUMENTS + i, buffers.get(Math.min(i, buffers.size() - 1)));
        }
    }

    /// Fills the table and the counters, and goes through no phase at all: some drivers do most of the building of a kernel when it is
    /// launched for the first time.
    private void start(cl_mem numbers, cl_mem counters, cl_command_queue queue) {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_LONG,
                    table.numbers().stream().mapToLong(Long::longValue).toArray());
            calls.write(queue, numbers, 0, text);
            calls.write(queue, counters, 0, arena.allocate(table.counterBytes(workers)));
            launch(kernels.getFirst(), 0, 0, queue, false);
            calls.finish(queue);
        }
    }

    private Optional<cl_event> launch(cl_kernel kernel, int first, int end, cl_command_queue queue, boolean timed) {
        calls.setNumber(kernel, FIRST, first);
        calls.setNumber(kernel, LAST, end);
        return calls.enqueue(queue, kernel, workers, 1, timed);
    }

    @Override
    public void launch(int step, cl_command_queue queue) {
        if (firstStep == endStep) {
            firstStep = step;
        }
        endStep = step + 1;
    }

    @Override
    public List<cl_event> measure(int step, cl_command_queue queue) {
        return enqueue(step, step + 1, queue, true);
    }

    @Override
    public void flush(cl_command_queue queue) {
        int first = firstStep;
        int end = endStep;
        forget();
        enqueue(first, end, queue, false);
    }

    @Override
    public void forget() {
        firstStep = 0;
        endStep = 0;
    }

    private List<cl_event> enqueue(int step, int end, cl_command_queue queue, boolean timed) {
        List<cl_event> events = new ArrayList<>();
        if (step == end) {
            return events;
        }
        int firstPhase = table.first(step);
        int endPhase = table.first(end);
        try {
            for (int i = 0; i < kernels.size(); i++) {
                PhaseTable.Stretch stretch = table.stretches().get(i);
                int first = Math.max(firstPhase, stretch.first());
                int last = Math.min(endPhase, stretch.end());
                if (first < last) {
                    launch(kernels.get(i), first, last, queue, timed).ifPresent(events::add);
                }
            }
        } catch (DeviceException e) {
            throw e.at(end - step == 1 ? model.name(step) : model.name(step) + " to " + model.name(end - 1));
        }
        return events;
    }
}
