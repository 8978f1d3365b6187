package org.sardonyx.runtime;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.model.CompiledModel;
import org.sardonyx.runtime.program.OutputTensors;
import org.sardonyx.runtime.program.Program;

/// A model open on a device. Open it once, run it often: from several threads at the same time if need be. Close it to free
/// its memory and threads; those of one that is forgotten go back when nothing refers to it any more.
///
/// ```java
/// Graph graph = OnnxImporter.read(Path.of("lenet5.onnx")).graph();
/// try (Session session = Session.open(graph, Devices.available().choose("auto").device())) {
///     Tensor image = Tensor.ofFloats(new long[] {1, 1, 32, 32}, pixels);
///     Tensor scores = (Tensor) session.run(Map.of("image", image)).get("scores");
/// }
/// ```
///
/// Inputs are read where they lie, if that is outside the heap, at an address that is a multiple of an element's size, and
/// open to all threads; others are copied. So a tensor over a direct buffer or a memory segment costs nothing:
///
/// ```java
/// ByteBuffer pixels = ByteBuffer.allocateDirect(4 * 3 * 224 * 224).order(ByteOrder.LITTLE_ENDIAN);
/// Tensor image = Tensor.of(DataType.FLOAT32, pixels, 1, 3, 224, 224);
/// ```
///
/// Outputs lie in memory of their own that goes back when nothing refers to it, or where the caller wants them, see
/// [#run(Map, Map)].
public final class Session implements AutoCloseable {
    /// Frees what sessions hold that were forgotten.
    private static final Cleaner CLEANER = Cleaner.create();

    private final String deviceName;
    private final Executable executable;
    private final Cleaner.Cleanable closing;
    private final Map<String, ValueType> inputs;
    private final Map<String, ValueType> outputs;
    /// Held for reading by every run, for writing by [#close]: nothing is freed under a run.
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;

    private Session(String deviceName, Map<String, ValueType> inputs, Map<String, ValueType> outputs,
            Executable executable) {
        this.deviceName = deviceName;
        this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        this.outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        this.executable = executable;
        this.closing = CLEANER.register(this, executable::close);
    }

    /// Opens a compiled model with the default options on its default device.
    ///
    /// @throws ModelException as [CompiledModel#open] and [CompiledModel#session()]
    public static Session open(Path jar) {
        return CompiledModel.open(jar).session();
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
        Map<String, ValueType> inputs = new LinkedHashMap<>();
        graph.inputs().forEach(input -> inputs.put(Graph.inputOf(input).name(), input.type()));
        Map<String, ValueType> outputs = new LinkedHashMap<>();
        graph.outputs().forEach((name, output) -> outputs.put(name, output.type()));
        return new Session(device.name(), inputs, outputs, device.prepare(graph, options));
    }

    /// A session over what a device has made ready.
    ///
    /// @param deviceName the device's
    /// @param inputs what a run takes, by name, in the model's order
    /// @param outputs what a run gives, by name, in the model's order
    /// @param executable which the session closes
    public static Session of(String deviceName, Map<String, ValueType> inputs, Map<String, ValueType> outputs,
            Executable executable) {
        return new Session(deviceName, inputs, outputs, executable);
    }

    /// The name of the device the model runs on.
    public String deviceName() {
        return deviceName;
    }

    /// The inputs a run needs, by name, in the model's order. A dimension that is a symbol takes any size, the same
    /// wherever the symbol stands in one run.
    public Map<String, ValueType> inputs() {
        return inputs;
    }

    /// What a run gives, by name, in the model's order. A shape is as precise as the model tells before it runs.
    public Map<String, ValueType> outputs() {
        return outputs;
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
        return run(values, Map.of(), listener);
    }

    /// Runs the model once, with outputs where the caller wants them: they are computed there if kernels can write to that
    /// memory, under the same conditions as for inputs, and if no input lies there too; else they are copied there.
    ///
    /// @param values the inputs by name
    /// @param results tensors for outputs by name, each of its output's type; what lies in them before is lost, also if the
    ///        run fails. Outputs that none is given for lie in memory of their own.
    /// @return all outputs by name, in the model's order, those tensors among them
    /// @throws ModelException as [#run(Map)], and if there is no such output, if a tensor for one is of another type, is
    ///         read-only, or shares memory with another
    /// @throws IllegalStateException if the session is closed
    public Map<String, Value> run(Map<String, ? extends Value> values, Map<String, Tensor> results) {
        return run(values, results, RunListener.NONE);
    }

    /// Runs the model once and tells the listener about each step, as [#run(Map, Map)] does.
    public Map<String, Value> run(Map<String, ? extends Value> values, Map<String, Tensor> results,
            RunListener listener) {
        life.readLock().lock();
        try {
            requireOpen();
            if (results.isEmpty()) {
                return executable.run(values, listener);
            }
            OutputTensors.check(outputs, results);
            return executable.run(values, results, listener);
        } finally {
            life.readLock().unlock();
            // Without it a session that is used for the last time could count as forgotten while it still runs.
            Reference.reachabilityFence(this);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
    }

    /// The program that runs with inputs of the given types follow: its steps, its weights and its memory. It is compiled
    /// now if it was not yet. Its weights are freed with the session.
    ///
    /// @param types by name, every size fixed
    /// @return empty if the device makes no programs
    /// @throws ModelException if an input is missing or unknown or the model does not take these types
    /// @throws IllegalStateException if the session is closed
    public Optional<Program> program(Map<String, ValueType> types) {
        return program(types, RunListener.NONE);
    }

    /// The program as [#program(Map)] gives it.
    ///
    /// @param listener told how far its compilation has come
    public Optional<Program> program(Map<String, ValueType> types, RunListener listener) {
        life.readLock().lock();
        try {
            requireOpen();
            return executable.program(types, listener);
        } finally {
            life.readLock().unlock();
            Reference.reachabilityFence(this);
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
            closed = true;
            closing.clean();
        } finally {
            life.writeLock().unlock();
        }
    }
}
