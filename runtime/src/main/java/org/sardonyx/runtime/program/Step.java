package org.sardonyx.runtime.program;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.kernel.Kernel;

/// A step of a program.
public sealed interface Step {
    /// What it computes, for a person to read.
    String description();

    /// Runs a kernel.
    ///
    /// @param buffers what it reads and writes
    /// @param scalars its sizes and strides
    /// @param extent of its outermost loop, which threads share
    /// @param operations multiplications and additions, for reports
    record KernelStep(String description, Kernel kernel, List<Place> buffers, List<Long> scalars, long extent,
            long operations) implements Step {
        public KernelStep {
            Objects.requireNonNull(kernel);
            buffers = List.copyOf(buffers);
            scalars = List.copyOf(scalars);
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
