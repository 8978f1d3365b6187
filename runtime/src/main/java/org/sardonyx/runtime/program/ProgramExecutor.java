package org.sardonyx.runtime.program;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.kernel.Workers;

/// Runs a program, by several threads at the same time if need be: each run has memory of its own, which is kept for later
/// runs until the executor is closed, unless the run failed.
public final class ProgramExecutor implements AutoCloseable {
    private final Program program;
    private final Supplier<Frame> newFrame;
    private final Runnable free;
    private final Interpreter interpreter;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Runnable beforeSecondRun;
    /// Runs that have begun, up to 2.
    private int begun;
    private int users;
    private boolean closed;

    /// For kernels of the virtual machine. The first run waits until those are compiled that take most of the work.
    ///
    /// @param kernels the program's, in its order
    /// @param warmUp of kernels
    /// @param interpreter evaluates the steps on the host
    /// @param free what is freed with the executor, such as the memory of the program's constants
    public ProgramExecutor(Program program, List<Kernel> kernels, ProgramWarmUp warmUp, Workers workers,
            Interpreter interpreter, Runnable free) {
        List<Kernel> bound = List.copyOf(kernels);
        warmUp.beforeRuns(program, bound);
        this(program, () -> KernelFrame.of(program, bound, workers), interpreter, free,
                () -> warmUp.betweenRuns(program, bound));
    }

    /// For any device.
    ///
    /// @param made frames that are there already; they are closed with the executor
    /// @param newFrame makes a frame when runs under way have all there are
    /// @param interpreter evaluates the steps on the host
    /// @param free what is freed with the executor, after its frames
    public ProgramExecutor(Program program, List<? extends Frame> made, Supplier<Frame> newFrame,
            Interpreter interpreter, Runnable free) {
        this(program, newFrame, interpreter, free, () -> {});
        frames.addAll(made);
    }

    private ProgramExecutor(Program program, Supplier<Frame> newFrame, Interpreter interpreter, Runnable free,
            Runnable beforeSecondRun) {
        this.beforeSecondRun = beforeSecondRun;
        this.program = program;
        this.newFrame = newFrame;
        this.interpreter = interpreter;
        this.free = free;
    }

    public Program program() {
        return program;
    }

    /// Makes sure that nothing is freed before [#release] is called.
    ///
    /// @return false if the executor is closed
    public synchronized boolean acquire() {
        users += closed ? 0 : 1;
        return !closed;
    }

    /// Takes back one [#acquire].
    public synchronized void release() {
        users--;
        freeIfUnused();
    }

    /// Frees the program's memory as soon as no run is under way. Closing twice does nothing.
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            freeIfUnused();
        }
    }

    private void freeIfUnused() {
        if (closed && users == 0) {
            frames.forEach(Frame::close);
            frames.clear();
            free.run();
        }
    }

    /// Runs the program once, with outputs in memory of their own.
    ///
    /// @param inputs of the program's types, in its order
    /// @return the outputs by name; they stay valid
    public Map<String, Value> run(List<? extends Value> inputs, RunListener listener) {
        return run(inputs, Map.of(), listener);
    }

    /// Runs the program once.
    ///
    /// @param inputs of the program's types, in its order
    /// @param given tensors for outputs, by name
    /// @return the outputs by name, those that were given among them; they stay valid
    /// @throws ModelException if a tensor that was given is not of its output's type
    public Map<String, Value> run(List<? extends Value> inputs, Map<String, Tensor> given, RunListener listener) {
        if (!acquire()) {
            throw new IllegalStateException("the executor is closed");
        }
        try {
            if (isSecond()) {
                beforeSecondRun.run();
            }
            Frame frame = frame();
            boolean whole = false;
            try {
                Map<String, Value> results =
                        new ProgramRun(program, frame, interpreter, inputs, given).run(listener);
                whole = true;
                return results;
            } finally {
                if (whole) {
                    keep(frame);
                } else {
                    frame.close();
                }
            }
        } finally {
            release();
        }
    }

    private synchronized boolean isSecond() {
        if (begun < 2) {
            begun++;
            return begun == 2;
        }
        return false;
    }

    private Frame frame() {
        synchronized (this) {
            if (!frames.isEmpty()) {
                return frames.pop();
            }
        }
        return newFrame.get();
    }

    private synchronized void keep(Frame frame) {
        frames.push(frame);
    }
}
