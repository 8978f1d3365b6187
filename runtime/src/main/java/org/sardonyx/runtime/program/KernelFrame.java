package org.sardonyx.runtime.program;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.kernel.Workers;

/// A frame of which the kernels are code of the virtual machine, with the addresses of the memory they work on.
final class KernelFrame implements Frame {
    private final Arena memory;
    private final MemorySegment arena;
    private final Workers workers;
    private final Bound[] steps;
    private Value[] inputs;
    private Value[] outputs;

    private KernelFrame(Program program, List<Kernel> kernels, Workers workers, Arena memory) {
        this.memory = memory;
        this.workers = workers;
        int threads = workers.threads();
        arena = allocate(program.memory().arenaBytes());
        MemorySegment[] own = new MemorySegment[threads];
        for (int i = 0; i < threads; i++) {
            own[i] = allocate(program.memory().threadBytes());
        }
        steps = program.steps().stream().map(step -> switch (step) {
            case Step.KernelStep kernel -> new Bound(program, kernels, kernel, arena, own);
            case Step.HostStep _ -> null;
        }).toArray(Bound[]::new);
    }

    /// @throws ModelException if the memory does not fit into that which this process may use
    static Frame of(Program program, List<Kernel> kernels, Workers workers) {
        Arena memory = Arena.ofShared();
        try {
            return new KernelFrame(program, kernels, workers, memory);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    private MemorySegment allocate(long bytes) {
        return Tensor.allocate(memory, DataType.INT8, Math.max(Place.ALIGNMENT, bytes)).segment();
    }

    @Override
    public void begin(Value[] read, Value[] written, boolean timed) {
        inputs = read;
        outputs = written;
    }

    @Override
    public void run(int step) {
        steps[step].bind(this::caller);
        workers.run(steps[step].phases);
    }

    /// Where something lies that belongs to the caller.
    private MemorySegment caller(Place place) {
        return switch (place) {
            case Place.OfInput(int index) -> CallerMemory.plain(((Tensor) inputs[index]).segment());
            case Place.OfOutput(int index) -> CallerMemory.plain(((Tensor) outputs[index]).segment());
            case Place.InArena _,Place.OfThread _,Place.OfConstant _,Place.OnHost _ ->
                    throw new IllegalStateException(place + " is not the caller's");
        };
    }

    @Override
    public Tensor read(Place place, TensorType type) {
        return switch (place) {
            case Place.InArena(long offset) -> {
                long[] sizes = type.shape().sizes();
                long bytes = type.dataType().bytesFor(Tensor.elementCount(sizes));
                yield Tensor.of(type.dataType(), arena.asSlice(offset, bytes), sizes);
            }
            case Place.OfOutput(int index) -> (Tensor) outputs[index];
            case Place.OfInput _,Place.OfThread _,Place.OfConstant _,Place.OnHost _ ->
                    throw new IllegalStateException(place + " is not the device's");
        };
    }

    @Override
    public void write(Place place, TensorType type, Tensor value) {
        read(place, type).segment().copyFrom(value.segment());
    }

    @Override
    public List<MemorySegment> lent() {
        return List.of(arena);
    }

    @Override
    public void finish() {
        // Each step ends before the next one begins.
    }

    @Override
    public void end() {
        inputs = null;
        outputs = null;
        for (Bound step : steps) {
            if (step != null) {
                step.bind(_ -> null);
            }
        }
    }

    @Override
    public void close() {
        memory.close();
    }

    private static final class Bound {
        private final List<Workers.Phase> phases = new ArrayList<>();
        private final Step.Launch[] launches;
        /// By launch.
        private final Kernel[] kernels;
        private final long[][] scalars;
        /// By thread, launch and place in the kernel's order.
        private final MemorySegment[][][] buffers;
        private final List<Slot> slots = new ArrayList<>();

        /// A buffer of a launch that is another one in each run.
        private record Slot(int launch, int buffer, Place place) {}

        Bound(Program program, List<Kernel> kernels, Step.KernelStep step, MemorySegment arena, MemorySegment[] own) {
            int first = 0;
            for (Step.Phase phase : step.phases()) {
                int start = first;
                int end = start + phase.launches().size();
                phases.add(new Workers.Phase((thread, from, to) -> run(thread, start, end, from, to), phase.extent(),
                        phase.threads()));
                first = end;
            }
            launches = step.launches().toArray(Step.Launch[]::new);
            this.kernels = step.launches().stream().map(launch -> kernels.get(launch.kernel())).toArray(Kernel[]::new);
            scalars = step.launches().stream()
                    .map(launch -> launch.scalars().stream().mapToLong(Long::longValue).toArray())
                    .toArray(long[][]::new);
            buffers = new MemorySegment[own.length][launches.length][];
            for (int i = 0; i < launches.length; i++) {
                List<Place> places = launches[i].buffers();
                for (MemorySegment[][] thread : buffers) {
                    thread[i] = new MemorySegment[places.size()];
                }
                for (int j = 0; j < places.size(); j++) {
                    place(program, arena, own, new Slot(i, j, places.get(j)));
                }
            }
        }

        private void place(Program program, MemorySegment arena, MemorySegment[] own, Slot slot) {
            for (int thread = 0; thread < own.length; thread++) {
                buffers[thread][slot.launch][slot.buffer] = switch (slot.place) {
                    case Place.InArena(long offset) -> arena.asSlice(offset);
                    case Place.OfThread(long offset, _) -> own[thread].asSlice(offset);
                    case Place.OfConstant(int index) ->
                            CallerMemory.plain(program.constants().get(index).segment());
                    case Place.OfInput _,Place.OfOutput _ -> null;
                    case Place.OnHost _ -> throw new IllegalStateException("a kernel works on a value of the host");
                };
            }
            switch (slot.place) {
                case Place.OfInput _,Place.OfOutput _ -> slots.add(slot);
                case Place.InArena _,Place.OfThread _,Place.OfConstant _,Place.OnHost _ -> {}
            }
        }

        private void bind(Function<Place, MemorySegment> run) {
            for (Slot slot : slots) {
                MemorySegment segment = run.apply(slot.place);
                for (MemorySegment[][] thread : buffers) {
                    thread[slot.launch][slot.buffer] = segment;
                }
            }
        }

        /// @param first of the launches of a phase
        /// @param end after the last
        private void run(int thread, int first, int end, long from, long to) {
            MemorySegment[][] own = buffers[thread];
            long together = end - first == 1 ? to - from : 1;
            for (long place = from; place < to; place += together) {
                for (int i = first; i < end; i++) {
                    long places = launches[i].places();
                    kernels[i].run(own[i], scalars[i], place * places, (place + together) * places);
                }
            }
        }
    }
}
