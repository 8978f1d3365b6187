package org.sardonyx.runtime.program;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Function;
import org.sardonyx.runtime.kernel.Workers;

/// The memory of a run, and the steps of a program with the addresses in it; later runs use it again. It is freed when
/// nothing refers to it any more.
final class Frame {
    private final MemorySegment arena;
    private final Bound[] steps;

    Frame(Program program, int threads) {
        arena = allocate(program.arenaBytes());
        MemorySegment[] own = new MemorySegment[threads];
        for (int i = 0; i < threads; i++) {
            own[i] = allocate(program.threadBytes());
        }
        steps = program.steps().stream().map(step -> switch (step) {
            case Step.KernelStep kernel -> new Bound(program, kernel, arena, own);
            case Step.HostStep _ -> null;
        }).toArray(Bound[]::new);
    }

    private static MemorySegment allocate(long bytes) {
        return Arena.ofAuto().allocate(Math.max(Place.ALIGNMENT, bytes), Place.ALIGNMENT);
    }

    MemorySegment arena() {
        return arena;
    }

    /// The work of a step of this run.
    ///
    /// @param memory where the run's own values lie
    Workers.Work bind(int step, Function<Place, MemorySegment> memory) {
        steps[step].bind(memory);
        return steps[step];
    }

    private static final class Bound implements Workers.Work {
        private final List<Step.Launch> launches;
        private final long[][] scalars;
        /// By thread, launch and place in the kernel's order.
        private final MemorySegment[][][] buffers;

        Bound(Program program, Step.KernelStep step, MemorySegment arena, MemorySegment[] own) {
            launches = step.launches();
            scalars = launches.stream().map(launch -> launch.scalars().stream().mapToLong(Long::longValue).toArray())
                    .toArray(long[][]::new);
            buffers = new MemorySegment[own.length][launches.size()][];
            for (int thread = 0; thread < own.length; thread++) {
                for (int i = 0; i < launches.size(); i++) {
                    MemorySegment ofThread = own[thread];
                    buffers[thread][i] = launches.get(i).buffers().stream().map(place -> switch (place) {
                        case Place.InArena(long offset) -> arena.asSlice(offset);
                        case Place.OfThread(long offset) -> ofThread.asSlice(offset);
                        case Place.OfConstant(int index) -> program.constants().get(index).segment();
                        case Place.OfInput _,Place.OfOutput _,Place.OnHost _ -> null;
                    }).toArray(MemorySegment[]::new);
                }
            }
        }

        private void bind(Function<Place, MemorySegment> memory) {
            for (int i = 0; i < launches.size(); i++) {
                List<Place> places = launches.get(i).buffers();
                for (int j = 0; j < places.size(); j++) {
                    switch (places.get(j)) {
                        case Place.OfInput _,Place.OfOutput _,Place.OnHost _ -> {
                            MemorySegment segment = memory.apply(places.get(j));
                            for (MemorySegment[][] thread : buffers) {
                                thread[i][j] = segment;
                            }
                        }
                        case Place.InArena _,Place.OfThread _,Place.OfConstant _ -> {}
                    }
                }
            }
        }

        @Override
        public void run(int thread, long from, long to) {
            MemorySegment[][] own = buffers[thread];
            long together = own.length == 1 ? to - from : 1;
            for (long place = from; place < to; place += together) {
                for (int i = 0; i < own.length; i++) {
                    Step.Launch launch = launches.get(i);
                    launch.kernel().run(own[i], scalars[i], place * launch.places(),
                            (place + together) * launch.places());
                }
            }
        }
    }
}
