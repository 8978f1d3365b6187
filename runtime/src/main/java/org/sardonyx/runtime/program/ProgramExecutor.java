package org.sardonyx.runtime.program;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.kernel.Workers;

/// Runs a program, by several threads at the same time if need be: each run has memory of its own, which is kept for later
/// runs. It is freed when nothing refers to the executor any more.
public final class ProgramExecutor {
    private final Program program;
    private final Workers workers;
    private final Interpreter interpreter;
    private final ConcurrentLinkedQueue<Frame> frames = new ConcurrentLinkedQueue<>();

    /// @param interpreter evaluates the steps on the host
    public ProgramExecutor(Program program, Workers workers, Interpreter interpreter) {
        this.program = program;
        this.workers = workers;
        this.interpreter = interpreter;
    }

    public Program program() {
        return program;
    }

    /// Runs the program once.
    ///
    /// @param inputs of the program's types, in its order
    /// @return the outputs by name; they stay valid
    public Map<String, Value> run(List<? extends Value> inputs, RunListener listener) {
        Frame frame = frames.poll();
        if (frame == null) {
            frame = new Frame(program, workers.threads());
        }
        try {
            return new ProgramRun(program, frame, workers, interpreter, inputs).run(listener);
        } finally {
            frames.add(frame);
        }
    }
}
