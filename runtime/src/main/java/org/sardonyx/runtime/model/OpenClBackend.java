package org.sardonyx.runtime.model;

import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.Set;

import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.opencl.KernelStore;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.program.ProgramExecutor;

/// Kernels are sources, which the driver of an OpenCL device builds.
final class OpenClBackend implements Backend {
    private final String name;
    private final OpenClContext context;
    private final String folder;
    private final Set<String> entries;
    private final Interpreter interpreter;

    /// @param name of the device
    /// @param folder of built kernels
    /// @param entries the names of all entries that there are
    OpenClBackend(String name, OpenClContext context, String folder, Set<String> entries, SessionOptions options) {
        this.name = name;
        this.context = context;
        this.folder = folder;
        this.entries = Set.copyOf(entries);
        this.interpreter = new Interpreter(options.seed(), _ -> {});
    }

    @Override
    public String deviceName() {
        return name;
    }

    @Override
    public ProgramExecutor prepare(Plan plan, Contents.Opened contents) {
        return context.executor(plan.program(), plan.dispatches(), new Binaries(contents), interpreter, () -> {},
                RunListener.NONE);
    }

    /// Kernels that were built when the model was compiled.
    private final class Binaries implements KernelStore {
        private final Contents.Opened contents;

        Binaries(Contents.Opened contents) {
            this.contents = contents;
        }

        @Override
        public Optional<byte[]> read(byte[] key) {
            return Optional.of(folder + KernelStore.name(key)).filter(entries::contains)
                    .map(entry -> contents.read(entry, -1).toArray(ValueLayout.JAVA_BYTE));
        }

        @Override
        public void write(byte[] key, byte[] content) {
            // A jar is not written to.
        }
    }

    @Override
    public boolean checksKernels() {
        return false;
    }

    @Override
    public void close() {
        // The device is released when nothing refers to it.
    }
}
