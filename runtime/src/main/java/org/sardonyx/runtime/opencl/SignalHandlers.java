package org.sardonyx.runtime.opencl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Keeps the signal handlers of the virtual machine in their places while a driver is called. The compiler in a driver for
/// processors, LLVM, puts its own there when it is first used, for the crash reports of a command line compiler. But the
/// virtual machine takes signals in the course of its work, to stop threads and to find null pointers: the first such signal
/// would then end the process without a word.
///
/// LLVM does it once in a process. [#provoke] has it do so at once, between saving the handlers and restoring them.
///
/// @see <a href="https://docs.oracle.com/en/java/javase/25/vm/signal-chaining.html">Signal chaining</a>
@SuppressWarnings("restricted")
final class SignalHandlers {
    /// Signals have the numbers from 1; those that cannot be handled are refused by the system, which does no harm.
    private static final int LAST_SIGNAL = 31;
    /// More than a `struct sigaction` has on any system.
    private static final long ACTION_BYTES = 512;
    /// Which of the compiler's functions have it put its handlers in place, and do nothing else.
    private static final String PROVOCATION = "LLVMEnablePrettyStackTrace";
    private static final Path LOADED = Path.of("/proc/self/maps");
    private static final SignalHandlers PROCESS = new SignalHandlers();

    private final Optional<MethodHandle> sigaction;
    private final Map<Integer, MemorySegment> saved = new HashMap<>();
    private Arena memory;
    /// Calls under way; the first saves, each restores.
    private int calls;
    private boolean provoked;

    private SignalHandlers() {
        this.sigaction = function(Linker.nativeLinker().defaultLookup(), "sigaction",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS));
    }

    /// Makes a call after which all handlers are what they were before it.
    static <T> T keeping(Supplier<T> call) {
        PROCESS.save();
        try {
            return call.get();
        } finally {
            PROCESS.restore();
        }
    }

    /// Has the compilers of the drivers that are loaded put their handlers in place, which does no harm inside of [#keeping].
    static void provoke() {
        PROCESS.provokeOnce();
    }

    /// Empty where there is no such function, or where the virtual machine forbids to call it.
    private static Optional<MethodHandle> function(SymbolLookup library, String name, FunctionDescriptor type) {
        try {
            return library.find(name).map(address -> Linker.nativeLinker().downcallHandle(address, type));
        } catch (IllegalCallerException _) {
            return Optional.empty();
        }
    }

    private synchronized void save() {
        if (calls++ == 0) {
            memory = Arena.ofShared();
            for (int signal = 1; signal <= LAST_SIGNAL; signal++) {
                MemorySegment action = memory.allocate(ACTION_BYTES, Long.BYTES);
                if (exchange(signal, MemorySegment.NULL, action)) {
                    saved.put(signal, action);
                }
            }
        }
    }

    private synchronized void restore() {
        saved.forEach((signal, action) -> exchange(signal, action, MemorySegment.NULL));
        if (--calls == 0) {
            saved.clear();
            memory.close();
        }
    }

    /// @return whether the system did it
    private boolean exchange(int signal, MemorySegment action, MemorySegment before) {
        if (sigaction.isEmpty()) {
            return false;
        }
        try {
            return (int) sigaction.get().invokeExact(signal, action, before) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("sigaction cannot be called", e);
        }
    }

    private synchronized void provokeOnce() {
        if (provoked || sigaction.isEmpty()) {
            return;
        }
        provoked = true;
        for (Path library : compilers()) {
            try {
                function(SymbolLookup.libraryLookup(library, Arena.global()), PROVOCATION, FunctionDescriptor.ofVoid())
                        .ifPresent(SignalHandlers::call);
            } catch (IllegalArgumentException | IllegalCallerException _) {
                // Then the handlers are restored after each program that is built, which leaves them away for its time.
            }
        }
    }

    private static void call(MethodHandle function) {
        try {
            function.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(PROVOCATION + " cannot be called", e);
        }
    }

    /// The files of LLVM that are loaded, and of drivers that contain it.
    private static List<Path> compilers() {
        try (Stream<String> lines = Files.lines(LOADED)) {
            return lines.map(line -> line.indexOf('/') < 0 ? "" : line.substring(line.indexOf('/')))
                    .filter(file -> file.contains("libLLVM") || file.contains("libpocl")).distinct().map(Path::of)
                    .toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }
}
