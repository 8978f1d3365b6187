package org.sardonyx.runtime.program;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.kernel.Workers;

/// The memory of a run, and the steps of a program with the addresses in it; later runs use it again.
final class Frame implements AutoCloseable {
    private final Arena memory;
    private final MemorySegment arena;
    private final Bound[] steps;

    private Frame(Program program, List<Kernel> kernels, int threads, Arena memory) {
        this.memory = memory;
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
    static Frame of(Program program, List<Kernel> kernels, int threads) {
        Arena memory = Arena.ofShared();
        try {
            return new Frame(program, kernels, threads, memory);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    private MemorySegment allocate(long bytes) {
        return Tensor.allocate(memory, DataType.INT8, Math.max(Place.ALIGNMENT, bytes)).segment();
    }

    MemorySegment arena() {
        return arena;
    }

    /// The work of a step of this run.
    ///
    /// @param run where the run's own values lie
    List<Workers.Phase> bind(int step, Function<Place, MemorySegment> run) {
        steps[step].bind(run);
        return steps[step].phases;
    }

    /// Lets go of what belongs to a run.
    void unbind() {
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
                    case Place.OfThread(long offset) -> own[thread].asSlice(offset);
                    case Place.OfConstant(int index) -> program.constants().get(index).segment();
                    case Place.OfInput _,Place.OfOutput _,Place.OnHost _ -> null;
                };
            }
            switch (slot.place) {
                case Place.OfInput _,Place.OfOutput _,Place.OnHost _ -> slots.add(slot);
                case Place.InArena _,Place.OfThread _,Place.OfConstant _ -> {}
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
