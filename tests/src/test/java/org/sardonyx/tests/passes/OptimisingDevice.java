package org.sardonyx.tests.passes;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.passes.Pipeline;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.Executable;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.tests.text.GraphChecks;

/// The interpreter, which gets graphs only after the passes.
final class OptimisingDevice implements Device {
    private final Device interpreter = Devices.available().choose("interpreter").device();

    @Override
    public String name() {
        return "optimising";
    }

    @Override
    public String description() {
        return "runs the passes, then the interpreter";
    }

    @Override
    public Executable prepare(Graph graph, SessionOptions options) {
        Graph optimised = Pipeline.standard().run(graph, step -> {
            if (!step.journal().settled()) {
                throw new IllegalStateException("pass '" + step.pass().name() + "' does not come to an end");
            }
        });
        GraphChecks.check(optimised, "the passes");
        return interpreter.prepare(optimised, options);
    }
}
