package org.sardonyx.runtime.program;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.kernel.WarmUp;

/// Has the virtual machine compile the kernels of programs before much time is lost with kernels that are not compiled: those
/// that take most of the work before the first run, the others as soon as a program is run again, while it runs. Each
/// kernel is warmed up once, whatever programs it belongs to.
public final class ProgramWarmUp {
    /// Programs of fewer multiplications have their first result before their kernels are compiled.
    private static final long WORTH_WAITING = 10_000_000;
    private static final long IDLE_SECONDS = 1;

    private final Set<Kernel> warm = Collections.newSetFromMap(new WeakHashMap<>());
    /// A thread that is there while it has something to do.
    private final ThreadPoolExecutor background;

    public ProgramWarmUp() {
        background = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                task -> Thread.ofPlatform().daemon().name("sardonyx-warm-up").unstarted(task));
        background.allowCoreThreadTimeOut(true);
    }

    /// Warms up the kernels with which the first run would take longer than their compilation.
    ///
    /// @param loaded the program's kernels, in its order
    public void beforeRuns(Program program, List<Kernel> loaded) {
        if (program.operations() >= WORTH_WAITING) {
            List<WarmUp.Call> calls = program.warmUpCalls(loaded).stream().filter(WarmUp.Call::isWorthIt).toList();
            // Another program that needs the same kernels waits for them.
            synchronized (this) {
                WarmUp.run(cold(calls));
            }
        }
    }

    /// Warms up all kernels, however little work they have, and waits until they are compiled.
    ///
    /// @param loaded the program's kernels, in its order
    public void completely(Program program, List<Kernel> loaded) {
        synchronized (this) {
            WarmUp.run(cold(program.warmUpCalls(loaded)));
        }
    }

    /// Begins to warm up all other kernels, and does not wait for the end of that.
    ///
    /// @param loaded the program's kernels, in its order
    public void betweenRuns(Program program, List<Kernel> loaded) {
        List<WarmUp.Call> calls = cold(program.warmUpCalls(loaded));
        if (!calls.isEmpty()) {
            background.execute(() -> WarmUp.runAlone(calls));
        }
    }

    /// Those that nobody warms up already.
    private List<WarmUp.Call> cold(List<WarmUp.Call> calls) {
        synchronized (warm) {
            return calls.stream().filter(call -> warm.add(call.kernel())).toList();
        }
    }
}
