package org.sardonyx.cli.conform;

import java.util.List;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.value.Value;

/// Where models are run.
@FunctionalInterface
public interface Device {
    /// Runs a graph. Stops when the thread is interrupted, as soon as it notices.
    ///
    /// @return the outputs in the graph's order
    List<Value> run(Graph graph, List<Value> inputs);

    /// The device with this name.
    ///
    /// @throws ModelException if there is none
    static Device of(String name) {
        return switch (name) {
            case "auto", "interpreter" -> Device::interpret;
            default -> throw new ModelException("unknown device '" + name + "', there are: auto, interpreter");
        };
    }

    private static List<Value> interpret(Graph graph, List<Value> inputs) {
        return new Interpreter(0, node -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted before " + node);
            }
        }).run(graph, inputs);
    }
}
