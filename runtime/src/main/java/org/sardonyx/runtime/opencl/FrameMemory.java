package org.sardonyx.runtime.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.HashMap;
import java.util.Map;

import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.DeviceException;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;

/// The memory of a run on an OpenCL device. Inputs and outputs are copied to and from memory of the host that belongs to it, as
/// the caller may free its own while the device reads it.
final class FrameMemory {
    private final OpenClModel model;
    private final OpenClCalls calls;
    private final Resources resources;
    private final cl_command_queue queue;
    private final Arena host = Arena.ofShared();
    private final cl_mem arena;
    private final Map<Place, Transfer> transfers = new HashMap<>();

    /// @param queue that is released after the memory
    /// @param resources takes all memory
    /// @throws DeviceException if the device's memory does not suffice
    FrameMemory(OpenClModel model, cl_command_queue queue, Resources resources) {
        this.model = model;
        this.calls = model.context().calls();
        this.resources = resources;
        this.queue = queue;
        resources.add(host::close);
        arena = allocate(model.program().memory().arenaBytes());
    }

    /// Memory of the device.
    ///
    /// @throws ModelException if the device has no buffers of this size
    /// @throws DeviceException if the device's memory does not suffice
    cl_mem allocate(long bytes) {
        model.requireRoom("a buffer takes", bytes);
        cl_mem memory = calls.allocate(model.context().handle(), Math.max(Place.ALIGNMENT, bytes));
        resources.add(() -> calls.release(memory));
        return memory;
    }

    /// Passes what lies somewhere to a kernel; of what lies in the arena, all of the arena.
    void bind(cl_kernel kernel, int argument, Place place) {
        switch (place) {
            case Place.InArena _ -> calls.setBuffer(kernel, argument, arena);
            case Place.OfConstant(int index) -> calls.setBuffer(kernel, argument, model.constant(index));
            case Place.OfInput _,Place.OfOutput _ -> {
                switch (transfer(place)) {
                    case Transfer.Copied copied -> calls.setBuffer(kernel, argument, copied.device());
                    case Transfer.Shared shared -> calls.setShared(kernel, argument, shared.memory());
                }
            }
            case Place.OfThread _,Place.OnHost _ -> throw new IllegalStateException(place + " is no buffer");
        }
    }

    private Transfer transfer(Place place) {
        Program program = model.program();
        return transfers.computeIfAbsent(place, _ -> transfer(switch (place) {
            case Place.OfInput(int index) -> program.inputs().get(index);
            case Place.OfOutput(int index) -> program.outputs().get(index);
            case Place.InArena _,Place.OfConstant _,Place.OfThread _,Place.OnHost _ ->
                    throw new IllegalStateException(place + " is not the caller's");
        }));
    }

    private Transfer transfer(Program.Binding binding) {
        TensorType type = (TensorType) binding.type();
        long bytes = type.dataType().bytesFor(Tensor.elementCount(type.shape().sizes()));
        if (!model.context().facts().canShare() || bytes == 0 || bytes > Integer.MAX_VALUE) {
            return new Transfer.Copied(allocate(bytes), hostMemory(bytes));
        }
        model.requireRoom("a buffer takes", bytes);
        cl_context context = model.context().handle();
        SharedMemory memory = calls.share(context, bytes);
        resources.add(() -> calls.release(context, memory));
        return new Transfer.Shared(memory);
    }

    /// Where the driver has no memory of a kind of its own left, other memory does.
    private MemorySegment hostMemory(long bytes) {
        if (model.context().facts().wantsPinned() && bytes > 0 && bytes <= Integer.MAX_VALUE) {
            try {
                PinnedMemory pinned = calls.pin(model.context().handle(), queue, bytes);
                resources.add(() -> calls.release(queue, pinned));
                return pinned.segment();
            } catch (DeviceException _) {
                // It is slower, no more.
            }
        }
        return host.allocate(bytes, Place.ALIGNMENT);
    }

    /// Where something begins in what a kernel is passed, in bytes.
    static long offset(Place place) {
        return place instanceof Place.InArena(long offset) ? offset : 0;
    }

    /// Copies inputs, or queues that.
    void send(Value[] inputs, cl_command_queue queue) {
        transfers.forEach((place, transfer) -> {
            if (place instanceof Place.OfInput(int index)) {
                transfer.host().copyFrom(((Tensor) inputs[index]).segment());
                transfer.send(calls, queue);
            }
        });
    }

    /// Queues the copies of outputs.
    void fetch(cl_command_queue queue) {
        transfers.forEach((place, transfer) -> {
            if (place instanceof Place.OfOutput) {
                transfer.fetch(calls, queue);
            }
        });
    }

    /// Gives the outputs to the caller, after what [#fetch] queued is finished.
    void deliver(Value[] outputs) {
        transfers.forEach((place, transfer) -> {
            if (place instanceof Place.OfOutput(int index)) {
                ((Tensor) outputs[index]).segment().copyFrom(transfer.host());
            }
        });
    }

    /// What lies on the device when everything that is queued is finished.
    Tensor read(Place place, TensorType type, cl_command_queue queue) {
        Tensor tensor = Tensor.allocate(type.dataType(), type.shape().sizes());
        if (tensor.byteSize() == 0) {
            return tensor;
        }
        if (place instanceof Place.InArena(long offset)) {
            calls.read(queue, arena, offset, tensor.segment());
            calls.finish(queue);
            Reference.reachabilityFence(tensor);
        } else {
            transfer(place).fetch(calls, queue);
            calls.finish(queue);
            tensor.segment().copyFrom(transfer(place).host());
        }
        return tensor;
    }

    /// Puts something onto the device when everything that is queued is finished.
    void write(Place place, Tensor value, cl_command_queue queue) {
        if (value.byteSize() == 0) {
            return;
        }
        if (place instanceof Place.InArena(long offset)) {
            Tensor copy = value.copy();
            calls.write(queue, arena, offset, copy.segment());
            calls.finish(queue);
            Reference.reachabilityFence(copy);
        } else {
            calls.finish(queue);
            transfer(place).host().copyFrom(value.segment());
            transfer(place).send(calls, queue);
        }
    }
}
