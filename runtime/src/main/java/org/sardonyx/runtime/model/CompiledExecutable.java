package org.sardonyx.runtime.model;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.InputTypes;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Executable;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.kernel.Threads;
import org.sardonyx.runtime.opencl.KernelSource;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.ProgramExecutor;

/// The programs of a compiled model for one target. Each is read when it is first asked for.
///
/// Entries are compared with their checksums meanwhile. Kernels that the virtual machine verifies cannot do harm; what they
/// compute is given to the caller once all entries are known to be good. Other kernels are not even built before.
final class CompiledExecutable implements Executable {
    private final String place;
    private final ModelDescription model;
    private final Contents.Opened contents;
    private final Backend backend;
    private final Arena memory;
    private final Verification verification;
    /// By the types of the inputs in their order.
    private final Map<List<ValueType>, FutureTask<ProgramExecutor>> programs = new LinkedHashMap<>();
    /// Loads the program if there is only one, while the application does something else.
    private final Thread loader;

    /// @param backend closed with this
    /// @throws ModelException if the model cannot be read any more
    CompiledExecutable(Contents contents, Manifest manifest, Target target, Backend backend, SessionOptions options) {
        this.place = contents.place();
        this.model = manifest.model();
        this.backend = backend;
        this.memory = Arena.ofShared();
        try {
            this.contents = contents.open(memory);
        } catch (ModelException e) {
            memory.close();
            backend.close();
            throw e.at(place);
        }
        this.verification = new Verification(this.contents, manifest.entries(), options.threadCount());
        manifest.programs().stream().filter(program -> program.target().equals(target))
                .forEach(program -> programs.put(program.inputs(), new FutureTask<>(() -> load(program.plan()))));
        this.loader =
                Thread.ofPlatform().daemon().name("sardonyx-loader").unstarted(programs.values().iterator().next());
        if (programs.size() == 1) {
            loader.start();
        }
    }

    @Override
    public Map<String, Value> run(Map<String, ? extends Value> inputs, RunListener listener) {
        return run(inputs, Map.of(), listener);
    }

    @Override
    public Map<String, Value> run(Map<String, ? extends Value> inputs, Map<String, Tensor> outputs,
            RunListener listener) {
        List<Value> values = InputTypes.inOrder(List.copyOf(model.inputs().keySet()), inputs);
        return verified(() -> executor(values.stream().map(Value::type).toList()).run(values, outputs, listener));
    }

    @Override
    public Optional<Program> program(Map<String, ValueType> inputs, RunListener listener) {
        List<ValueType> types = InputTypes.inOrder(List.copyOf(model.inputs().keySet()), inputs);
        return verified(() -> Optional.of(executor(types).program()));
    }

    /// Does something with the entries and tells a changed one first, of which anything else may be a consequence.
    private <T> T verified(Supplier<T> action) {
        T result;
        try {
            result = action.get();
        } catch (RuntimeException | Error e) {
            requireUnchanged();
            throw e;
        }
        requireUnchanged();
        return result;
    }

    private void requireUnchanged() {
        try {
            verification.await();
        } catch (ModelException e) {
            throw e.at(place);
        }
    }

    private ProgramExecutor executor(List<ValueType> types) {
        FutureTask<ProgramExecutor> program = programs.get(types);
        if (program == null) {
            throw noProgram(types);
        }
        program.run();
        try {
            return program.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case ModelException problem -> throw problem.at(place);
                case RuntimeException problem -> throw problem;
                case Error problem -> throw problem;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another thread loaded the model", e);
        }
    }

    private ModelException noProgram(List<ValueType> types) {
        List<String> there = new ArrayList<>();
        programs.keySet().forEach(inputs -> there.add(CompiledModel.text(model, inputs)));
        return new ModelException(place + ": the model has not been compiled for " + CompiledModel.text(model, types)
                + ", only for " + String.join("; ", there) + ": give those, or compile it with --shape");
    }

    private ProgramExecutor load(String plan) {
        if (!backend.checksKernels()) {
            verification.await();
        }
        String text = text(plan);
        Plan parsed;
        try {
            parsed = PlanParser.parse(text, new Entries());
        } catch (ModelException e) {
            throw e.at(plan);
        }
        return backend.prepare(parsed, contents);
    }

    private String text(String entry) {
        return new String(contents.read(entry, -1).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /// What a plan tells by its name.
    private final class Entries implements PlanParser.Source {
        @Override
        public Tensor weight(String entry, TensorType type) {
            long[] sizes = type.shape().sizes();
            if (type.dataType() == DataType.STRING) {
                return StringWeights.decode(contents.read(entry, -1), sizes);
            }
            MemorySegment content = contents.read(entry, type.dataType().bytesFor(Tensor.elementCount(sizes)));
            return Tensor.of(type.dataType(), content, sizes);
        }

        @Override
        public KernelSource kernel(String name) {
            String entry = ModelWriter.root(model.className()) + ModelWriter.SOURCES + name + ModelWriter.SOURCE;
            try {
                return SourceText.parse(name, text(entry));
            } catch (ModelException e) {
                throw e.getMessage().startsWith(entry) ? e : e.at(entry);
            }
        }
    }

    @Override
    public void close() {
        verification.stop();
        Threads.join(loader);
        programs.values().forEach(program -> {
            if (program.isDone()) {
                close(program);
            }
        });
        backend.close();
        memory.close();
    }

    private static void close(FutureTask<ProgramExecutor> program) {
        try {
            program.get().close();
        } catch (ExecutionException | InterruptedException _) {
            // There is none.
        }
    }
}
