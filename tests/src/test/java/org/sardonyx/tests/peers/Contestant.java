package org.sardonyx.tests.peers;

import java.util.Map;

import org.sardonyx.ir.value.Tensor;

/// A runtime with a model open and its inputs at hand.
interface Contestant extends AutoCloseable {
    /// Runs the model once and lets go of the outputs.
    void run();

    /// Runs the model once.
    Map<String, Tensor> outputs();

    @Override
    void close();
}
