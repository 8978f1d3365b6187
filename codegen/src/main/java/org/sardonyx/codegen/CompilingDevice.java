package org.sardonyx.codegen;

import java.lang.foreign.Arena;
import java.util.Map;

import org.sardonyx.codegen.lower.LoweredGraph;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.SessionOptions;

/// A device for which this module makes kernels.
public interface CompilingDevice extends Device {
    /// What it is called where it is kept how fast tiles are on it: all that this depends on, the options included, in one line.
    String tuningName(SessionOptions options);

    /// The tiles that were measured to be the fastest, by shape.
    default Map<String, String> tiles(SessionOptions options) {
        return options.tuning().isEmpty() ? Map.of() : options.tuning().tiles(tuningName(options));
    }

    /// The same device for programs that differ in a few kernels and are compared step by step: it runs them so that these kernels are
    /// made fast and are measured each by itself.
    default CompilingDevice forTrials() {
        return this;
    }

    /// The program that a session with these options runs.
    ///
    /// @param graph with inputs of fixed shapes
    /// @param memory for its weights
    LoweredGraph lower(Graph graph, SessionOptions options, Arena memory);
}
