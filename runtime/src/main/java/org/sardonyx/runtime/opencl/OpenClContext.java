package org.sardonyx.runtime.opencl;

import java.lang.ref.Cleaner;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_program;

import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.runtime.CacheFolder;
import org.sardonyx.runtime.DeviceException;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.ProgramExecutor;

/// A device with the kernels that were built for it. It is released when nothing refers to it any more.
public final class OpenClContext {
    private static final Cleaner CLEANER = Cleaner.create();
    /// Kernels that are kept for other models and other sizes of inputs.
    private static final int MOST_KERNELS = 512;
    /// Of all built kernels on disk.
    private static final long MOST_CACHED_BYTES = 256 << 20;

    private final OpenClCalls calls;
    private final cl_device_id device;
    private final DeviceFacts facts;
    private final KernelBuilder builder;
    private final State state;

    /// What is released.
    private static final class State implements Runnable {
        private final OpenClCalls calls;
        private cl_context context;
        /// By source, those used last at the end.
        private final LinkedHashMap<KernelSource, cl_program> programs = new LinkedHashMap<>(16, 0.75f, true);

        State(OpenClCalls calls) {
            this.calls = calls;
        }

        @Override
        public synchronized void run() {
            try (Resources resources = new Resources()) {
                if (context != null) {
                    cl_context released = context;
                    resources.add(() -> calls.release(released));
                }
                programs.values().forEach(program -> resources.add(() -> calls.release(program)));
                programs.clear();
            }
        }
    }

    OpenClContext(OpenClCalls calls, cl_device_id device, DeviceFacts facts) {
        this(calls, device, facts, facts.keepsKernels()
                ? Optional.empty()
                : CacheFolder.ofProcess().find().map(folder -> new KernelCache(folder, MOST_CACHED_BYTES)));
    }

    OpenClContext(OpenClCalls calls, cl_device_id device, DeviceFacts facts, Optional<KernelCache> cache) {
        this.calls = calls;
        this.device = device;
        this.facts = facts;
        this.builder = new KernelBuilder(calls, device, facts, cache);
        this.state = new State(calls);
        CLEANER.register(this, state);
    }

    /// The same device, taken for one of another kind: what is made for a GPU can so be tried on a processor.
    public OpenClContext as(DeviceFacts.Kind kind) {
        return with(facts.as(kind));
    }

    /// The same device, of which other things are told.
    public OpenClContext with(DeviceFacts others) {
        return new OpenClContext(calls, device, others);
    }

    OpenClCalls calls() {
        return calls;
    }

    cl_device_id device() {
        return device;
    }

    /// The context of OpenCL, created when it is first needed.
    cl_context handle() {
        synchronized (state) {
            if (state.context == null) {
                state.context = SignalHandlers.keeping(() -> calls.createContext(device));
            }
            return state.context;
        }
    }

    public DeviceFacts facts() {
        return facts;
    }

    cl_command_queue createQueue(boolean timed) {
        return calls.createQueue(handle(), device, timed);
    }

    /// Makes ready what runs a program.
    ///
    /// @param steps the kernels of each step, in their order; none for one of the host
    /// @param interpreter evaluates the steps on the host
    /// @param free what is freed with the executor, such as the memory of the program's constants
    /// @param listener told how many kernels are ready
    public ProgramExecutor executor(Program program, List<List<Dispatch>> steps, Interpreter interpreter,
            Runnable free, RunListener listener) {
        return executor(program, steps, KernelStore.NONE, interpreter, free, listener);
    }

    /// Makes ready what runs a program whose kernels may be built already. A frame is made at once: what a driver does for the first
    /// launch belongs to the preparation.
    ///
    /// @param built what [#binaries] gave
    public ProgramExecutor executor(Program program, List<List<Dispatch>> steps, KernelStore built,
            Interpreter interpreter, Runnable free, RunListener listener) {
        OpenClModel model = new OpenClModel(this, program, steps, built, listener);
        try {
            OpenClFrame first = new OpenClFrame(model);
            return new ProgramExecutor(program, List.of(first), () -> new OpenClFrame(model), interpreter, () -> {
                model.close();
                free.run();
            });
        } catch (RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }

    /// Builds the kernels of a program for this device, to be kept with it.
    ///
    /// @param steps as those of [#executor]
    /// @return the driver's binaries by [KernelStore#name]; none if the driver keeps them better by itself, or cannot build them
    public Map<String, byte[]> binaries(List<List<Dispatch>> steps) {
        Map<String, byte[]> binaries = new ConcurrentSkipListMap<>();
        if (!facts.keepsKernels()) {
            KernelStore store = new KernelStore() {
                @Override
                public Optional<byte[]> read(byte[] key) {
                    return Optional.empty();
                }

                @Override
                public void write(byte[] key, byte[] content) {
                    binaries.put(KernelStore.name(key), content);
                }
            };
            KernelBuilder fresh = new KernelBuilder(calls, device, facts, Optional.empty());
            List<KernelSource> sources = OpenClModel.sources(facts, steps);
            try {
                SignalHandlers.keeping(() -> fresh.build(handle(), sources, store, RunListener.NONE)).values()
                        .forEach(calls::release);
            } catch (DeviceException _) {
                return Map.of();
            }
        }
        return binaries;
    }

    /// Builds kernels that were not built yet.
    ///
    /// @throws DeviceException if one cannot be built
    public void build(Collection<KernelSource> sources) {
        programs(sources, KernelStore.NONE, RunListener.NONE).values().forEach(calls::release);
    }

    /// Programs with kernels: those that are not there yet are built now, all in one. Their numbers of references are one more
    /// for each kernel, which the caller releases.
    ///
    /// @param built what may have them already
    /// @throws DeviceException if one cannot be built
    Map<KernelSource, cl_program> programs(Collection<KernelSource> sources, KernelStore built,
            RunListener listener) {
        synchronized (state) {
            List<KernelSource> missing =
                    sources.stream().distinct().filter(source -> !state.programs.containsKey(source)).toList();
            if (!missing.isEmpty()) {
                cl_context context = handle();
                state.programs.putAll(SignalHandlers.keeping(() -> builder.build(context, missing, built, listener)));
            }
            Map<KernelSource, cl_program> programs = new HashMap<>();
            for (KernelSource source : sources) {
                cl_program program = state.programs.get(source);
                if (programs.put(source, program) == null) {
                    calls.retain(program);
                }
            }
            while (state.programs.size() > MOST_KERNELS) {
                calls.release(state.programs.pollFirstEntry().getValue());
            }
            return programs;
        }
    }
}
