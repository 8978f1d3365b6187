package org.sardonyx.runtime.model;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;

/// What the classes have in common that stand for compiled models. Such a class has methods with the names of the model's
/// outputs, whose parameters have the names of its inputs; they may be called by several threads.
///
/// ```java
/// try (LeNet5 model = new LeNet5()) {
///     float[] digit = model.digit(pixels);
/// }
/// ```
public abstract class TypedModel implements AutoCloseable {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Session session;
    private final List<String> inputs;

    /// Opens the model that lies beside a class.
    ///
    /// @throws ModelException as [CompiledModel#of] and [CompiledModel#session(String, SessionOptions)]
    protected TypedModel(Class<? extends TypedModel> type, String device, SessionOptions options) {
        session = CompiledModel.of(type).session(device, options);
        inputs = List.copyOf(session.inputs().keySet());
    }

    /// As [#TypedModel(Class, String, SessionOptions)] on the default device with the default options.
    protected TypedModel(Class<? extends TypedModel> type) {
        this(type, Devices.AUTO, SessionOptions.DEFAULT);
    }

    /// Runs the model.
    ///
    /// @param values the inputs in the model's order
    /// @return the outputs in the model's order
    /// @throws ModelException as [Session#run(Map)]
    protected final Value[] compute(Value... values) {
        Map<String, Value> named = new LinkedHashMap<>();
        for (String input : inputs) {
            named.put(input, values[named.size()]);
        }
        return new ArrayList<>(session.run(named).values()).toArray(Value[]::new);
    }

    /// The numbers of an input as its tensor.
    ///
    /// @param input its place in the model's order
    /// @throws ModelException if they are more or fewer than its elements
    protected final Tensor tensor(int input, float[] numbers) {
        String name = inputs.get(input);
        if (!(session.inputs().get(name) instanceof TensorType type)) {
            throw new IllegalStateException("input '" + name + "' is no tensor");
        }
        try {
            return Tensor.ofFloats(type.shape().sizes(), numbers);
        } catch (ModelException e) {
            throw e.at("input '" + name + "'");
        }
    }

    /// The elements of a tensor of float32.
    protected static float[] floats(Value output) {
        return ((Tensor) output).segment().toArray(FLOAT);
    }

    /// The session that runs the model: names, types, profiles, outputs in memory of the caller's.
    public final Session session() {
        return session;
    }

    /// Frees what the model holds, see [Session#close].
    @Override
    public final void close() {
        session.close();
    }
}
