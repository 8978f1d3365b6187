package org.sardonyx.codegen.lower;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import org.sardonyx.codegen.memory.ArenaPlan;
import org.sardonyx.codegen.memory.Lifetime;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.program.MemoryPlan;
import org.sardonyx.runtime.program.Place;

/// The memory that steps read and write, by number, before it is known where in the arena each part lies.
final class Buffers {
    private final Arena memory;
    private final List<Buffer> buffers = new ArrayList<>();
    private final List<Tensor> constants = new ArrayList<>();
    private final Map<Tensor, Integer> numbers = new HashMap<>();
    private long threadBytes;

    private final boolean areHalves;

    /// @param memory of constants
    /// @param areHalves whether values between kernels, and weights, are stored as float16
    Buffers(Arena memory, boolean areHalves) {
        this.memory = memory;
        this.areHalves = areHalves;
    }

    private static final class Buffer {
        /// Where it lies, null in the arena.
        private Place place;
        /// Of float32.
        private final long bytes;
        private boolean isHalf;
        private int first = Integer.MAX_VALUE;
        private int last = -1;

        Buffer(Place place, long bytes) {
            this.place = place;
            this.bytes = bytes;
        }

        Lifetime lifetime() {
            return new Lifetime(isHalf ? bytes / 2 : bytes, Math.min(first, Math.max(0, last)), Math.max(0, last));
        }
    }

    int inArena(long bytes) {
        buffers.add(new Buffer(null, bytes));
        return buffers.size() - 1;
    }

    /// Room for a value between kernels, which may be stored as float16.
    int ofValue(long elements) {
        int buffer = inArena(elements * Float.BYTES);
        buffers.get(buffer).isHalf = areHalves;
        return buffer;
    }

    /// Has a buffer store float32: somebody else than kernels reads or writes it.
    void keepFloats(int buffer) {
        if (buffers.get(buffer).place == null) {
            buffers.get(buffer).isHalf = false;
        }
    }

    /// A kernel as it is to be for the buffers it works on.
    LoopKernel kernel(LoopKernel kernel, List<Integer> used) {
        Set<String> halves = new HashSet<>();
        for (int i = 0; i < used.size(); i++) {
            if (buffers.get(used.get(i)).isHalf) {
                halves.add(kernel.buffers().get(i));
            }
        }
        return halves.isEmpty() ? kernel : kernel.withHalves(halves);
    }

    /// Memory of each thread's own; what a step leaves there is lost.
    ///
    /// @param offset in bytes
    int ofThread(long offset, long bytes) {
        threadBytes = Math.max(threadBytes, offset + bytes);
        return at(new Place.OfThread(offset, bytes));
    }

    int at(Place place) {
        buffers.add(new Buffer(place, 0));
        return buffers.size() - 1;
    }

    int constant(Tensor tensor) {
        return numbers.computeIfAbsent(tensor, _ -> {
            constants.add(outsideOfHeap(tensor));
            return at(new Place.OfConstant(constants.size() - 1));
        });
    }

    /// Kernels take no arrays.
    private static Tensor outsideOfHeap(Tensor tensor) {
        return tensor.dataType() == DataType.STRING || tensor.segment().isNative() ? tensor : tensor.copy();
    }

    /// Weights that are computed one by one, in the precision in which weights are stored.
    ///
    /// @param weights by their numbers, asked for by several threads
    int weights(long elements, LongToFloat weights) {
        Tensor tensor = Tensor.allocate(memory, areHalves ? DataType.FLOAT16 : DataType.FLOAT32, elements);
        MemorySegment segment = tensor.segment();
        LongStream.range(0, elements).parallel().forEach(i -> {
            if (areHalves) {
                segment.setAtIndex(ValueLayout.JAVA_SHORT, i, Float.floatToFloat16(weights.at(i)));
            } else {
                segment.setAtIndex(ValueLayout.JAVA_FLOAT, i, weights.at(i));
            }
        });
        int buffer = constant(tensor);
        buffers.get(buffer).isHalf = areHalves;
        return buffer;
    }

    /// A number for each of many.
    @FunctionalInterface
    interface LongToFloat {
        float at(long number);
    }

    /// Makes room for a constant of float32 in the program's own memory.
    Tensor allocateConstant(long elements) {
        return Tensor.allocate(memory, DataType.FLOAT32, elements);
    }

    List<Tensor> constants() {
        return constants;
    }

    /// Notes that a step uses a buffer.
    void use(int buffer, int step) {
        Buffer used = buffers.get(buffer);
        used.first = Math.min(used.first, step);
        used.last = Math.max(used.last, step);
    }

    /// Has a value computed where the caller wants it, if it would else lie in the arena by itself.
    ///
    /// @param bytes of the value
    void moveToOutput(int buffer, int output, long bytes) {
        Buffer moved = buffers.get(buffer);
        if (moved.place == null && moved.bytes == bytes) {
            moved.place = new Place.OfOutput(output);
        }
    }

    ArenaPlan plan() {
        return ArenaPlan.of(arena().stream().map(Buffer::lifetime).toList());
    }

    /// What the arena and the threads' own memory take.
    MemoryPlan memory(ArenaPlan plan) {
        List<MemoryPlan.Extent> values = new ArrayList<>();
        for (Buffer buffer : arena()) {
            Lifetime life = buffer.lifetime();
            values.add(new MemoryPlan.Extent(plan.offsets().get(values.size()), life.bytes(), life.first(),
                    life.last()));
        }
        return new MemoryPlan(plan.bytes(), plan.lowerBound(), plan.unshared(), values, threadBytes);
    }

    private List<Buffer> arena() {
        return buffers.stream().filter(buffer -> buffer.place == null).toList();
    }

    /// The place of each buffer.
    List<Place> places(ArenaPlan plan) {
        List<Place> places = new ArrayList<>();
        int next = 0;
        for (Buffer buffer : buffers) {
            places.add(buffer.place != null ? buffer.place : new Place.InArena(plan.offsets().get(next++)));
        }
        return places;
    }
}
