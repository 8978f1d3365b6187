package org.sardonyx.runtime.program;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.type.ValueType;

/// A step of a program.
public sealed interface Step {
    /// What it computes, for a person to read.
    String description();

    /// Runs kernels, in phases one after the other.
    ///
    /// @param operations pairs of a multiplication and an addition, as `ir.analysis` counts them, for reports
    record KernelStep(String description, List<Phase> phases, long operations) implements Step {
        public KernelStep {
            phases = List.copyOf(phases);
        }

        /// The kernels of all phases.
        public List<Launch> launches() {
            return phases.stream().flatMap(phase -> phase.launches.stream()).toList();
        }

        /// How its products are computed, each shape once.
        public List<Tiling> tilings() {
            return phases.stream().flatMap(phase -> phase.tiling.stream()).distinct().toList();
        }
    }

    /// Kernels over a range that threads share. With several, each index of the range passes through all of them before the
    /// next one does, so that what one leaves in the cache the next one finds there.
    ///
    /// @param extent of the range
    /// @param threads how many are worth waking for it, at most
    /// @param tiling of a product, if it is one
    record Phase(List<Launch> launches, long extent, int threads, Optional<Tiling> tiling) {
        public Phase {
            launches = List.copyOf(launches);
        }

        public Phase(List<Launch> launches, long extent, int threads) {
            this(launches, extent, threads, Optional.empty());
        }
    }

    /// How the sums of a product are computed.
    ///
    /// @param shape of the product; equal ones have the same tile
    /// @param tile sums that are computed at once
    /// @param isTuned whether it was measured to be faster than the tile that would have been taken else
    record Tiling(String shape, String tile, boolean isTuned) {}

    /// A kernel and what it works on.
    ///
    /// @param kernel its number in the program
    /// @param buffers what it reads and writes
    /// @param scalars its sizes and strides
    /// @param small sizes and strides that take next to no time and go through the same loops, to warm up with
    /// @param places of the kernel's range for each index of the step's
    /// @param work how many vector instructions it takes in a run, about
    record Launch(int kernel, List<Place> buffers, List<Long> scalars, List<Long> small, long places, long work) {
        public Launch {
            buffers = List.copyOf(buffers);
            scalars = List.copyOf(scalars);
            small = List.copyOf(small);
        }
    }

    /// Has the interpreter evaluate a node.
    ///
    /// @param operands where its operands lie
    /// @param results where its results go
    record HostStep(String description, Node node, List<TypedPlace> operands, List<TypedPlace> results)
            implements Step {
        public HostStep {
            operands = List.copyOf(operands);
            results = List.copyOf(results);
        }
    }

    /// A place and what lies there.
    record TypedPlace(Place place, ValueType type) {}
}
