package org.sardonyx.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.program.Program;

/// A model open on a device. Open it once, run it often: from several threads at the same time if need be.
///
/// ```java
/// Graph graph = OnnxImporter.read(Path.of("lenet5.onnx")).graph();
/// try (Session session = Session.open(graph, Devices.available().choose("auto").device())) {
///     Tensor image = Tensor.ofFloats(new long[] {1, 1, 32, 32}, pixels);
///     Tensor scores = (Tensor) session.run(Map.of("image", image)).get("scores");
/// }
/// ```
public final class Session implements AutoCloseable {
    private final Device device;
    private final Executable executable;
    private final Map<String, ValueType> inputs = new LinkedHashMap<>();
    private final Map<String, ValueType> outputs = new LinkedHashMap<>();
    /// Held for reading by every run, for writing by [#close]: nothing is freed under a run.
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;

    private Session(Graph graph, Device device, SessionOptions options) {
        this.device = device;
        graph.inputs().forEach(input -> inputs.put(Graph.inputOf(input).name(), input.type()));
        graph.outputs().forEach((name, output) -> outputs.put(name, output.type()));
        this.executable = device.prepare(graph, options);
    }

    /// Opens a model with the default options.
    ///
    /// @throws ModelException if the device cannot run this model
    public static Session open(Graph graph, Device device) {
        return open(graph, device, SessionOptions.DEFAULT);
    }

    /// Opens a model.
    ///
    /// @throws ModelException if the device cannot run this model
    public static Session open(Graph graph, Device device, SessionOptions options) {
        return new Session(graph, device, options);
    }

    /// The device the model runs on.
    public Device device() {
        return device;
    }

    /// The inputs a run needs, by name, in the model's order. A dimension that is a symbol takes any size, the same
    /// wherever the symbol stands in one run.
    public Map<String, ValueType> inputs() {
        return Collections.unmodifiableMap(inputs);
    }

    /// What a run gives, by name, in the model's order. A shape is as precise as the model tells before it runs.
    public Map<String, ValueType> outputs() {
        return Collections.unmodifiableMap(outputs);
    }

    /// Runs the model once.
    ///
    /// @param values the inputs by name
    /// @return the outputs by name, in the model's order; they stay valid when the session is closed
    /// @throws ModelException if an input is missing, unknown or of another type than declared, or if the values are not
    ///         ones the model is defined for
    /// @throws IllegalStateException if the session is closed
    public Map<String, Value> run(Map<String, ? extends Value> values) {
        return run(values, RunListener.NONE);
    }

    /// Runs the model once and tells the listener about each step, as [#run(Map)] does.
    public Map<String, Value> run(Map<String, ? extends Value> values, RunListener listener) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the session is closed");
            }
            return executable.run(values, listener);
        } finally {
            life.readLock().unlock();
        }
    }

    /// The program that runs with inputs of the given types follow: its steps, its weights and its memory. It is compiled
    /// now if it was not yet.
    ///
    /// @param types by name, every size fixed
    /// @return empty if the device makes no programs
    /// @throws ModelException if an input is missing or unknown or the model does not take these types
    /// @throws IllegalStateException if the session is closed
    public Optional<Program> program(Map<String, ValueType> types) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the session is closed");
            }
            return executable.program(types);
        } finally {
            life.readLock().unlock();
        }
    }

    /// Frees what the device holds for the model, after the runs under way have ended. Closing twice does nothing.
    ///
    /// @throws IllegalStateException if called from a listener of a run of this session
    @Override
    public void close() {
        if (life.getReadHoldCount() > 0) {
            throw new IllegalStateException("a session cannot be closed from inside its own run");
        }
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                executable.close();
            }
        } finally {
            life.writeLock().unlock();
        }
    }
}
