package org.sardonyx.runtime.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.jocl.cl_command_queue;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;

import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.DeviceException;
import org.sardonyx.runtime.program.Frame;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;

/// A frame on an OpenCL device: a queue, the memory of a run, and the kernels with all of their arguments, which are the same in
/// each run. Inputs and outputs are copied to and from memory of the host that belongs to the frame, as the caller may free
/// its own while the device reads it.
final class OpenClFrame implements Frame {
    private final OpenClModel model;
    private final OpenClCalls calls;
    private final Resources resources = new Resources();
    private final Arena host = Arena.ofShared();
    private final cl_command_queue queue;
    private cl_command_queue timedQueue;
    private final cl_mem arena;
    private final Map<Place, Transfer> transfers = new HashMap<>();
    private final List<List<Call>> steps = new ArrayList<>();

    private Value[] outputs;
    private boolean timed;
    private boolean pending;
    private final List<List<cl_event>> events = new ArrayList<>();

    /// A kernel with its arguments.
    private record Call(cl_kernel kernel, long items, long groupSize) {}

    /// An input or output: on the device, and a copy of it on the host.
    private record Transfer(cl_mem device, MemorySegment host) {}

    /// @throws DeviceException if the device's memory does not suffice
    OpenClFrame(OpenClModel model) {
        this.model = model;
        this.calls = model.context().calls();
        resources.add(host::close);
        try {
            queue = model.context().createQueue(false);
            resources.add(() -> calls.release(queue));
            arena = allocate(model.program().memory().arenaBytes());
            long scratchBytes = model.dispatches().mapToLong(dispatch -> items(dispatch) * dispatch.scratchBytes())
                    .max().orElse(0);
            cl_mem scratch = scratchBytes == 0 ? null : allocate(scratchBytes);
            for (int i = 0; i < model.program().steps().size(); i++) {
                List<Call> bound = new ArrayList<>();
                for (Dispatch dispatch : model.dispatches(i)) {
                    bound.add(bind(dispatch, scratch));
                }
                steps.add(bound);
            }
        } catch (RuntimeException | Error e) {
            resources.close();
            throw e;
        }
    }

    private long items(Dispatch dispatch) {
        return model.context().facts().items(dispatch);
    }

    private cl_mem allocate(long bytes) {
        model.requireRoom("a buffer takes", bytes);
        cl_mem memory = calls.allocate(model.context().handle(), Math.max(Place.ALIGNMENT, bytes));
        resources.add(() -> calls.release(memory));
        return memory;
    }

    private Call bind(Dispatch dispatch, cl_mem scratch) {
        cl_kernel kernel = calls.createKernel(model.program(dispatch.source()), dispatch.source().name());
        resources.add(() -> calls.release(kernel));
        int argument = 0;
        for (Place place : dispatch.buffers()) {
            calls.setBuffer(kernel, argument++, memory(place));
            calls.setNumber(kernel, argument++, offset(place) / Float.BYTES);
        }
        for (long number : dispatch.numbers()) {
            calls.setNumber(kernel, argument++, number);
        }
        if (dispatch.scratchBytes() > 0) {
            calls.setBuffer(kernel, argument, scratch);
        }
        return new Call(kernel, items(dispatch), dispatch.groupSize());
    }

    private cl_mem memory(Place place) {
        Program program = model.program();
        return switch (place) {
            case Place.InArena _ -> arena;
            case Place.OfConstant(int index) -> model.constant(index);
            case Place.OfInput(int index) -> transfer(place, program.inputs().get(index));
            case Place.OfOutput(int index) -> transfer(place, program.outputs().get(index));
            case Place.OfThread _,Place.OnHost _ -> throw new IllegalStateException(place + " is no buffer");
        };
    }

    private cl_mem transfer(Place place, Program.Binding binding) {
        return transfers.computeIfAbsent(place, _ -> {
            TensorType type = (TensorType) binding.type();
            long bytes = type.dataType().bytesFor(Tensor.elementCount(type.shape().sizes()));
            return new Transfer(allocate(bytes), host.allocate(bytes, Place.ALIGNMENT));
        }).device;
    }

    private static long offset(Place place) {
        return place instanceof Place.InArena(long offset) ? offset : 0;
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
        transfers.forEach((place, transfer) -> {
            if (place instanceof Place.OfInput(int index) && transfer.host.byteSize() > 0) {
                transfer.host.copyFrom(((Tensor) inputs[index]).segment());
                calls.write(queue(), transfer.device, 0, transfer.host);
            }
        });
    }

    private cl_command_queue queue() {
        return timed ? timedQueue : queue;
    }

    @Override
    public void run(int step) {
        try {
            List<cl_event> measured = new ArrayList<>();
            for (Call call : steps.get(step)) {
                if (call.items > 0) {
                    calls.enqueue(queue(), call.kernel, call.items, call.groupSize, timed).ifPresent(measured::add);
                }
            }
            if (timed) {
                while (events.size() <= step) {
                    events.add(List.of());
                }
                events.set(step, measured);
            }
        } catch (DeviceException e) {
            throw e.at(model.name(step));
        }
    }

    @Override
    public Tensor read(Place place, TensorType type) {
        Tensor tensor = Tensor.allocate(type.dataType(), type.shape().sizes());
        if (tensor.byteSize() > 0) {
            calls.read(queue(), memory(place), offset(place), tensor.segment());
            calls.finish(queue());
        }
        Reference.reachabilityFence(tensor);
        return tensor;
    }

    @Override
    public void write(Place place, TensorType type, Tensor value) {
        if (value.byteSize() > 0) {
            Tensor copy = value.copy();
            calls.write(queue(), memory(place), offset(place), copy.segment());
            calls.finish(queue());
            Reference.reachabilityFence(copy);
        }
    }

    @Override
    public List<MemorySegment> lent() {
        return List.of();
    }

    @Override
    public void finish() {
        transfers.forEach((place, transfer) -> {
            if (place instanceof Place.OfOutput && transfer.host.byteSize() > 0) {
                calls.read(queue(), transfer.device, 0, transfer.host);
            }
        });
        calls.finish(queue());
        pending = false;
        transfers.forEach((place, transfer) -> {
            if (place instanceof Place.OfOutput(int index)) {
                ((Tensor) outputs[index]).segment().copyFrom(transfer.host);
            }
        });
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
