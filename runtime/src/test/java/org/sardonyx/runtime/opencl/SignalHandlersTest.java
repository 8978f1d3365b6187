package org.sardonyx.runtime.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What a driver does is done here by a call of the system's own.
@EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "there are no such signals")
@SuppressWarnings("restricted")
class SignalHandlersTest {
    /// Of a window that changes its size, which nobody waits for.
    private static final int SIGNAL = 28;
    private static final long DEFAULT = 0;
    private static final long IGNORE = 1;

    /// Sets the handler of the signal.
    ///
    /// @return the one before
    private static long handle(long handler) {
        Linker linker = Linker.nativeLinker();
        MethodHandle signal = linker.downcallHandle(linker.defaultLookup().find("signal").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
        try {
            return (long) signal.invokeExact(SIGNAL, handler);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void handlersAreRestoredAfterTheCall() {
        handle(DEFAULT);
        assertEquals(DEFAULT, SignalHandlers.keeping(() -> handle(IGNORE)));
        assertEquals(DEFAULT, handle(DEFAULT));
    }

    /// Calls of several threads may overlap: each saves and restores what was there before the first.
    @Test
    void theLastOfSeveralCallsRestoresWhatWasThereBeforeTheFirst() {
        handle(DEFAULT);
        SignalHandlers.keeping(() -> {
            handle(IGNORE);
            return SignalHandlers.keeping(() -> handle(IGNORE));
        });
        assertEquals(DEFAULT, handle(DEFAULT));
    }
}
