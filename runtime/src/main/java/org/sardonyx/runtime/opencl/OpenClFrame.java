package org.sardonyx.runtime.opencl;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.jocl.cl_command_queue;
import org.jocl.cl_event;

import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.DeviceException;
import org.sardonyx.runtime.program.Frame;
import org.sardonyx.runtime.program.Place;

/// A frame on an OpenCL device: a queue, the memory of a run, and the kernels with their arguments.
final class OpenClFrame implements Frame {
    private final OpenClModel model;
    private final OpenClCalls calls;
    private final Resources resources = new Resources();
    private final cl_command_queue queue;
    private cl_command_queue timedQueue;
    private final FrameMemory memory;
    private final Launcher launcher;

    private Value[] outputs;
    private boolean timed;
    private boolean pending;
    private final List<List<cl_event>> events = new ArrayList<>();

    /// @throws DeviceException if the device's memory does not suffice
    OpenClFrame(OpenClModel model) {
        this.model = model;
        this.calls = model.context().calls();
        try {
            queue = model.context().createQueue(false);
            resources.add(() -> calls.release(queue));
            memory = new FrameMemory(model, queue, resources);
            launcher = model.joined().isPresent()
                    ? new JoinedLaunches(model, model.joined().get(), memory, queue, resources)
                    : new SeparateLaunches(model, memory, resources);
        } catch (RuntimeException | Error e) {
            resources.close();
            throw e;
        }
    }

    @Override
    public void begin(Value[] inputs, Value[] written, boolean measured) {
        outputs = written;
        timed = measured;
        pending = true;
        if (timed && timedQueue == null) {
            timedQueue = model.context().createQueue(true);
            cl_command_queue released = timedQueue;
            resources.add(() -> calls.release(released));
        }
        memory.send(inputs, queue());
    }

    private cl_command_queue queue() {
        return timed ? timedQueue : queue;
    }

    @Override
    public void run(int step) {
        if (!timed) {
            launcher.launch(step, queue);
            return;
        }
        while (events.size() <= step) {
            events.add(List.of());
        }
        events.set(step, launcher.measure(step, timedQueue));
    }

    @Override
    public Tensor read(Place place, TensorType type) {
        launcher.flush(queue());
        return memory.read(place, type, queue());
    }

    @Override
    public void write(Place place, TensorType type, Tensor value) {
        launcher.flush(queue());
        memory.write(place, value, queue());
    }

    @Override
    public List<MemorySegment> lent() {
        return List.of();
    }

    @Override
    public void finish() {
        launcher.flush(queue());
        memory.fetch(queue());
        calls.finish(queue());
        pending = false;
        memory.deliver(outputs);
    }

    @Override
    public OptionalLong nanoseconds(int step) {
        if (step >= events.size() || events.get(step).isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(events.get(step).stream().mapToLong(calls::nanoseconds).sum());
    }

    @Override
    public void end() {
        if (pending) {
            finishAfterProblem();
        }
        events.forEach(step -> step.forEach(calls::release));
        events.clear();
        outputs = null;
    }

    /// What is queued may still write to memory that is about to be freed.
    private void finishAfterProblem() {
        pending = false;
        launcher.forget();
        try {
            calls.finish(queue());
        } catch (DeviceException _) {
            // The run has failed already, and says why.
        }
    }

    @Override
    public void close() {
        resources.close();
    }
}
