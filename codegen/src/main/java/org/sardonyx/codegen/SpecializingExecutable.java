package org.sardonyx.codegen;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.InputTypes;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Executable;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.ProgramExecutor;

/// A model that is compiled for each combination of input shapes when it is first seen; the last few are kept.
///
/// What is kept of a program that was dropped, or of all when this is closed, is freed as soon as no run uses it.
public final class SpecializingExecutable implements Executable {
    private static final int MOST_KEPT = 8;

    private final Graph graph;
    private final Backend backend;
    /// By the types of the inputs in their order, those used last at the end.
    private final LinkedHashMap<List<ValueType>, Compilation> compilations = new LinkedHashMap<>(16, 0.75f, true);

    /// A program that is there or being made; the first thread that asks for it makes it, others wait.
    private static final class Compilation extends FutureTask<ProgramExecutor> {
        /// Whether nobody will ask for it any more.
        private volatile boolean dropped;

        Compilation(Callable<ProgramExecutor> compile) {
            super(compile);
        }

        /// Frees the program, or has the thread that makes it do so.
        void drop() {
            dropped = true;
            if (isDone()) {
                try {
                    get().close();
                } catch (ExecutionException | InterruptedException _) {
                    // There is none.
                }
            }
        }
    }

    /// What a device makes of graphs.
    public interface Backend extends AutoCloseable {
        /// Makes ready what runs a graph whose inputs have fixed shapes.
        ///
        /// @param listener of the run for which it is made, told how far that has come
        ProgramExecutor compile(Graph graph, RunListener listener);

        /// Frees what all programs share. No run is under way.
        @Override
        void close();
    }

    public SpecializingExecutable(Graph graph, Backend backend) {
        this.graph = graph;
        this.backend = backend;
    }

    @Override
    public Map<String, Value> run(Map<String, ? extends Value> inputs, RunListener listener) {
        return run(inputs, Map.of(), listener);
    }

    @Override
    public Map<String, Value> run(Map<String, ? extends Value> inputs, Map<String, Tensor> outputs,
            RunListener listener) {
        List<Value> values = InputTypes.inOrder(graph, inputs);
        ProgramExecutor executor = acquire(values.stream().map(Value::type).toList(), listener);
        try {
            return executor.run(values, outputs, listener);
        } finally {
            executor.release();
        }
    }

    @Override
    public Optional<Program> program(Map<String, ValueType> inputs, RunListener listener) {
        ProgramExecutor executor = acquire(InputTypes.inOrder(graph, inputs), listener);
        try {
            return Optional.of(executor.program());
        } finally {
            executor.release();
        }
    }

    /// The executor for inputs of these types, which is not freed before it is released. One that is dropped while it is looked
    /// for is made again.
    private ProgramExecutor acquire(List<ValueType> types, RunListener listener) {
        while (true) {
            ProgramExecutor executor = executor(types, listener);
            if (executor.acquire()) {
                return executor;
            }
        }
    }

    private ProgramExecutor executor(List<ValueType> types, RunListener listener) {
        Compilation compilation;
        synchronized (compilations) {
            compilation = compilations.computeIfAbsent(types, _ -> new Compilation(() -> compile(types, listener)));
            if (compilations.size() > MOST_KEPT) {
                compilations.pollFirstEntry().getValue().drop();
            }
        }
        compilation.run();
        try {
            ProgramExecutor executor = compilation.get();
            if (compilation.dropped) {
                executor.close();
            }
            return executor;
        } catch (ExecutionException e) {
            synchronized (compilations) {
                compilations.remove(types, compilation);
            }
            switch (e.getCause()) {
                case RuntimeException problem -> throw problem;
                case Error problem -> throw problem;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another thread compiled the model", e);
        }
    }

    private ProgramExecutor compile(List<ValueType> types, RunListener listener) {
        InputTypes.check(graph, types);
        Map<String, ValueType> byName = new HashMap<>();
        graph.inputNames().forEach(name -> byName.put(name, types.get(byName.size())));
        return backend.compile(Specialization.of(graph, byName).graph(), listener);
    }

    @Override
    public void close() {
        synchronized (compilations) {
            compilations.values().forEach(Compilation::drop);
            compilations.clear();
        }
        backend.close();
    }
}
