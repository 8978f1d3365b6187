package org.sardonyx.runtime;

import java.util.Map;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.value.Value;

/// Runs graphs with the [Interpreter]: every operator and every type, slowly. Other devices are held against it.
final class InterpreterDevice implements Device {

    @Override
    public String name() {
        return "interpreter";
    }

    @Override
    public String description() {
        return "evaluates operator by operator in plain Java: every operator and type, slowly";
    }

    @Override
    public Executable prepare(Graph graph, SessionOptions options) {
        int steps = (int) graph.nodes().stream()
                .filter(node -> !(node.operator() instanceof Input || node.operator() instanceof Constant)).count();
        return new Interpreted(graph, options.seed(), steps);
    }

    private record Interpreted(Graph graph, long seed, int steps) implements Executable {

        @Override
        public Map<String, Value> run(Map<String, ? extends Value> inputs, RunListener listener) {
            int[] next = {0};
            Interpreter interpreter = new Interpreter(seed, node -> {
                if (!(node.operator() instanceof Constant)) {
                    listener.step(next[0]++, steps, node.origin().toString());
                }
            });
            Map<String, Value> outputs = interpreter.run(graph, inputs);
            listener.finished();
            return outputs;
        }

        @Override
        public void close() {
            // Tensors are freed when they are no longer referenced.
        }
    }
}
