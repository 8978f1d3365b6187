package org.sardonyx.runtime.opencl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.sardonyx.runtime.program.Place;

/// The phases of a program for a [JoinedKernel]: what each of them calls, with which arguments, over which range.
///
/// A kernel takes so many arguments only, so a program with many weights is cut into stretches of phases, each with buffers of
/// its own.
///
/// @param kernel the same for all stretches
/// @param stretches in the order of the phases
/// @param stepEnds by step, the number of the phase after its last
/// @param numbers for each phase the index of its numbers, then these
record PhaseTable(JoinedKernel kernel, List<Stretch> stretches, List<Integer> stepEnds, List<Long> numbers) {
    /// Pieces of a work-item's share: so many that one which was interrupted leaves little to wait for, and so few that taking
    /// them costs nothing.
    private static final int PIECES = 8;
    /// With fewer phases there is less to gain than it takes to build a kernel that no other program has.
    private static final int LEAST_PHASES = 6;
    /// Bytes of a kernel's arguments that every device takes: OpenCL's least CL_DEVICE_MAX_PARAMETER_SIZE.
    private static final int ARGUMENT_BYTES = 1024;
    private static final int MOST_BUFFERS = ARGUMENT_BYTES / Long.BYTES - JoinedKernel.ARGUMENTS;

    /// Phases that are run with the same arguments.
    ///
    /// @param end after the last of its phases
    /// @param buffers places of which the kernel's arguments are; one for all of the arena
    record Stretch(int first, int end, List<Place> buffers) {
        Stretch {
            buffers = List.copyOf(buffers);
        }
    }

    PhaseTable {
        stretches = List.copyOf(stretches);
        stepEnds = List.copyOf(stepEnds);
        numbers = List.copyOf(numbers);
    }

    /// @param steps the kernels of each step
    /// @param workers how many work-items share a range
    /// @return empty if a kernel cannot be called in parts, or there are not enough phases
    static Optional<PhaseTable> of(List<List<Dispatch>> steps, int workers) {
        List<Dispatch> phases = steps.stream().flatMap(List::stream).toList();
        if (phases.size() < LEAST_PHASES || !phases.stream().allMatch(phase -> phase.source().inParts())) {
            return Optional.empty();
        }
        List<Integer> stepEnds = new ArrayList<>();
        for (List<Dispatch> step : steps) {
            stepEnds.add(step.size() + (stepEnds.isEmpty() ? 0 : stepEnds.getLast()));
        }
        return Optional.of(new Builder(phases, workers).table(stepEnds));
    }

    /// How many phases there are.
    int phases() {
        return stepEnds.getLast();
    }

    /// The number of the first phase of a step.
    int first(int step) {
        return step == 0 ? 0 : stepEnds.get(step - 1);
    }

    /// Bytes of the counters.
    ///
    /// @param workers how many work-items there are
    long counterBytes(int workers) {
        return (1 + phases() * (workers + 1L)) * JoinedKernel.COUNTER_STRIDE * Integer.BYTES;
    }

    private static final class Builder {
        private final List<Dispatch> phases;
        private final int workers;
        private final Map<KernelSource, Dispatch> functions = new LinkedHashMap<>();
        private final List<Stretch> stretches = new ArrayList<>();
        private final List<Long> numbers = new ArrayList<>();

        Builder(List<Dispatch> phases, int workers) {
            this.phases = phases;
            this.workers = workers;
            phases.forEach(phase -> functions.putIfAbsent(phase.source(), phase));
        }

        PhaseTable table(List<Integer> stepEnds) {
            cut();
            List<KernelSource> order = List.copyOf(functions.keySet());
            phases.forEach(_ -> numbers.add(0L));
            for (Stretch stretch : stretches) {
                for (int i = stretch.first; i < stretch.end; i++) {
                    numbers.set(i, (long) numbers.size());
                    add(phases.get(i), order, stretch.buffers);
                }
            }
            int most = stretches.stream().mapToInt(stretch -> stretch.buffers.size()).max().orElseThrow();
            return new PhaseTable(new JoinedKernel(List.copyOf(functions.values()), most), stretches, stepEnds,
                    numbers);
        }

        /// A stretch ends where the next phase's buffers would be too many.
        private void cut() {
            Set<Place> buffers = new LinkedHashSet<>();
            int first = 0;
            for (int i = 0; i < phases.size(); i++) {
                Set<Place> more = new LinkedHashSet<>(buffers);
                phases.get(i).buffers().forEach(place -> more.add(base(place)));
                if (more.size() > MOST_BUFFERS && i > first) {
                    stretches.add(new Stretch(first, i, List.copyOf(buffers)));
                    first = i;
                    more.removeAll(buffers);
                    phases.get(i).buffers().forEach(place -> more.add(base(place)));
                }
                buffers = more;
            }
            stretches.add(new Stretch(first, phases.size(), List.copyOf(buffers)));
        }

        /// The numbers of a phase, in the order in which the kernel reads them.
        private void add(Dispatch phase, List<KernelSource> order, List<Place> buffers) {
            numbers.add((long) order.indexOf(phase.source()));
            numbers.add(phase.extent());
            numbers.add(Math.max(1, Math.ceilDiv(phase.extent(), (long) workers * PIECES)));
            for (Place place : phase.buffers()) {
                numbers.add((long) buffers.indexOf(base(place)));
                numbers.add(place instanceof Place.InArena(long offset) ? offset / Float.BYTES : 0L);
            }
            numbers.addAll(phase.numbers());
        }

        private static Place base(Place place) {
            return place instanceof Place.InArena ? new Place.InArena(0) : place;
        }
    }
}
