package org.sardonyx.runtime.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jocl.cl_command_queue;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;

import org.sardonyx.runtime.DeviceException;
import org.sardonyx.runtime.program.Place;

/// Launches each kernel by itself, with arguments that are the same in each run.
final class SeparateLaunches implements Launcher {
    private final OpenClModel model;
    private final OpenClCalls calls;
    private final List<List<Call>> steps = new ArrayList<>();

    /// A kernel with its arguments.
    private record Call(cl_kernel kernel, long items, long groupSize) {}

    /// @param resources takes the kernels
    /// @throws DeviceException if the device's memory does not suffice
    SeparateLaunches(OpenClModel model, FrameMemory memory, Resources resources) {
        this.model = model;
        this.calls = model.context().calls();
        long scratchBytes = model.steps().stream().flatMap(List::stream)
                .mapToLong(dispatch -> items(dispatch) * dispatch.scratchBytes()).max().orElse(0);
        Optional<cl_mem> scratch = scratchBytes == 0 ? Optional.empty() : Optional.of(memory.allocate(scratchBytes));
        for (List<Dispatch> step : model.steps()) {
            List<Call> bound = new ArrayList<>();
            for (Dispatch dispatch : step) {
                cl_kernel kernel = calls.createKernel(model.program(dispatch.source()), dispatch.source().name());
                resources.add(() -> calls.release(kernel));
                bind(kernel, dispatch, memory, scratch);
                bound.add(new Call(kernel, items(dispatch), dispatch.groupSize()));
            }
            steps.add(bound);
        }
    }

    private long items(Dispatch dispatch) {
        return model.context().facts().items(dispatch);
    }

    private void bind(cl_kernel kernel, Dispatch dispatch, FrameMemory memory, Optional<cl_mem> scratch) {
        int argument = 0;
        for (Place place : dispatch.buffers()) {
            memory.bind(kernel, argument++, place);
            calls.setNumber(kernel, argument++, FrameMemory.offset(place) / Float.BYTES);
        }
        for (long number : dispatch.numbers()) {
            calls.setNumber(kernel, argument++, number);
        }
        if (dispatch.scratchBytes() > 0) {
            calls.setBuffer(kernel, argument, scratch.orElseThrow());
        }
    }

    @Override
    public void launch(int step, cl_command_queue queue) {
        enqueue(step, queue, false);
    }

    @Override
    public List<cl_event> measure(int step, cl_command_queue queue) {
        return enqueue(step, queue, true);
    }

    private List<cl_event> enqueue(int step, cl_command_queue queue, boolean timed) {
        List<cl_event> events = new ArrayList<>();
        try {
            for (Call call : steps.get(step)) {
                if (call.items > 0) {
                    calls.enqueue(queue, call.kernel, call.items, call.groupSize, timed).ifPresent(events::add);
                }
            }
        } catch (DeviceException e) {
            throw e.at(model.name(step));
        }
        return events;
    }

    @Override
    public void flush(cl_command_queue queue) {
        // Everything is queued.
    }

    @Override
    public void forget() {
        // There is nothing to forget.
    }
}
