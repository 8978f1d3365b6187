package org.sardonyx.codegen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Executable;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.kernel.Workers;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.ProgramExecutor;
import org.sardonyx.runtime.program.Step;

/// A model that is compiled for each combination of input shapes when it is first seen; the last few are kept.
final class JvmExecutable implements Executable {
    private static final int MOST_KEPT = 8;

    /// Programs of fewer multiplications do not take long before their kernels are compiled.
    private static final long WORTH_WARMING_UP = 10_000_000;

    private final Graph graph;
    private final Compiler compiler;
    private final Interpreter interpreter;
    private final Workers workers;
    private final Map<Map<String, ValueType>, ProgramExecutor> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, ValueType>, ProgramExecutor> eldest) {
            return size() > MOST_KEPT;
        }
    };

    JvmExecutable(Graph graph, SessionOptions options, Compiler compiler) {
        this.graph = graph;
        this.compiler = compiler;
        this.interpreter = new Interpreter(options.seed(), _ -> {});
        this.workers = new Workers(options.threadCount());
    }

    @Override
    public Map<String, Value> run(Map<String, ? extends Value> inputs, RunListener listener) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        List<Value> values = inOrder(inputs);
        for (String name : graph.inputNames()) {
            types.put(name, values.get(types.size()).type());
        }
        return executor(types).run(values, listener);
    }

    @Override
    public Optional<Program> program(Map<String, ValueType> inputs) {
        List<ValueType> ordered = inOrder(inputs);
        Map<String, ValueType> types = new LinkedHashMap<>();
        graph.inputNames().forEach(name -> types.put(name, ordered.get(types.size())));
        return Optional.of(executor(types).program());
    }

    /// What there is for each input, in the order of the inputs.
    private <T> List<T> inOrder(Map<String, ? extends T> byName) {
        List<T> ordered = new ArrayList<>();
        for (String name : graph.inputNames()) {
            T value = byName.get(name);
            if (value == null) {
                throw new ModelException("input '" + name + "' is missing");
            }
            ordered.add(value);
        }
        for (String name : byName.keySet()) {
            if (!graph.inputNames().contains(name)) {
                throw new ModelException("the model has no input '" + name + "', it has " + graph.inputNames());
            }
        }
        return ordered;
    }

    private synchronized ProgramExecutor executor(Map<String, ValueType> types) {
        ProgramExecutor known = compiled.get(types);
        if (known == null) {
            Program program = compiler.compile(Specialization.of(graph, types).graph());
            if (operations(program) >= WORTH_WARMING_UP) {
                compiler.warmUp(program);
            }
            known = new ProgramExecutor(program, workers, interpreter);
            compiled.put(types, known);
        }
        return known;
    }

    private static long operations(Program program) {
        return program.steps().stream().mapToLong(step -> switch (step) {
            case Step.KernelStep kernels -> kernels.operations();
            case Step.HostStep _ -> 0;
        }).sum();
    }

    @Override
    public void close() {
        workers.close();
    }
}
