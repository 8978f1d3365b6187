package org.sardonyx.codegen.opencl;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.sardonyx.codegen.Compiler;
import org.sardonyx.codegen.CompilingDevice;
import org.sardonyx.codegen.SpecializingExecutable;
import org.sardonyx.codegen.lower.LoweredGraph;
import org.sardonyx.codegen.lower.Target;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.runtime.Executable;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.program.ProgramExecutor;
import org.sardonyx.runtime.tuning.Measurement;

/// Runs models as OpenCL kernels that are made for the model and the device. How many threads work on a run is the driver's
/// business.
public final class OpenClDevice implements CompilingDevice {
    private final String name;
    private final OpenClContext context;
    private final UnaryOperator<Dispatch> rendered;
    /// Why there are no tensor cores that can be used; null until somebody asks.
    private Optional<String> coresProblem;

    /// @param name by which it is chosen
    public OpenClDevice(String name, OpenClContext context) {
        this(name, context, UnaryOperator.identity());
    }

    /// A device of which kernels are changed after they were rendered: tests emulate by it what the device cannot do.
    ///
    /// @param name by which it is chosen
    /// @param rendered makes a kernel that does the same
    public OpenClDevice(String name, OpenClContext context, UnaryOperator<Dispatch> rendered) {
        this.name = name;
        this.context = context;
        this.rendered = rendered;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return context.facts().summary();
    }

    @Override
    public boolean isAccelerator() {
        return context.facts().kind() == DeviceFacts.Kind.GPU;
    }

    @Override
    public Executable prepare(Graph graph, SessionOptions options) {
        Interpreter interpreter = new Interpreter(options.seed(), _ -> {});
        return new SpecializingExecutable(graph, new SpecializingExecutable.Backend() {
            @Override
            public ProgramExecutor compile(Graph specialised, RunListener listener) {
                return executor(specialised, options, interpreter, listener);
            }

            @Override
            public void close() {
                // Programs have nothing in common but the device.
            }
        });
    }

    /// Tensor cores are tried when they are first asked for.
    @Override
    public Optional<String> asFast(Numerics numerics) {
        boolean isForGroups = compiler(Numerics.FAST).target(Numerics.FAST).gpu().isPresent();
        return switch (numerics) {
            case STRICT, FAST -> Optional.empty();
            case HALF -> isForGroups ? Optional.empty() : Optional.of(name + " gets the kernels of processors");
            case TF32 -> coresProblem().map(problem -> name + " has no tensor cores that can be used: " + problem);
        };
    }

    private synchronized Optional<String> coresProblem() {
        if (coresProblem == null) {
            coresProblem = context.facts().tensorCores()
                    ? TensorCoreProbe.problem(context, rendered)
                    : Optional.of("only NVIDIA's GPUs since compute capability 8.0 have those that are known");
        }
        return coresProblem;
    }

    /// What compiles for this device.
    public OpenClCompiler compiler(Numerics numerics) {
        boolean isWithout = OpenClCompiler.matrices(numerics).isPresent() && coresProblem().isPresent();
        return new OpenClCompiler(isWithout ? context.facts().withTensorCores(false) : context.facts());
    }

    @Override
    public String tuningName(SessionOptions options) {
        DeviceFacts facts = context.facts();
        boolean rounds = switch (options.numerics()) {
            case STRICT, FAST -> false;
            case TF32, HALF -> asFast(options.numerics()).isEmpty();
        };
        return Measurement.printable("opencl, %s, %d compute units, %d lanes, %s, %s, driver %s%s".formatted(
                facts.name(), facts.computeUnits(), facts.lanes(), facts.platform(), facts.version(), facts.driver(),
                rounds ? ", " + options.numerics().name().toLowerCase(Locale.ROOT) : ""));
    }

    /// Each phase of a program is a launch by itself, and the kernels that only some programs have are built by themselves.
    @Override
    public CompilingDevice forTrials() {
        return new OpenClDevice(name, context.with(context.facts().withSeparateLaunches()), rendered);
    }

    @Override
    public LoweredGraph lower(Graph graph, SessionOptions options, Arena memory) {
        Numerics numerics = options.numerics();
        Target target = compiler(numerics).target(numerics).withTiles(tiles(options));
        return Compiler.lower(graph, target, numerics, memory);
    }

    private ProgramExecutor executor(Graph graph, SessionOptions options, Interpreter interpreter,
            RunListener listener) {
        Arena memory = Arena.ofShared();
        try {
            LoweredGraph lowered = lower(graph, options, memory);
            List<List<Dispatch>> steps = compiler(options.numerics()).dispatches(lowered).stream()
                    .map(step -> step.stream().map(rendered).toList()).toList();
            return context.executor(lowered.program(), steps, interpreter, memory::close, listener);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }
}
