package org.sardonyx.frontend.language;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.sardonyx.frontend.weights.Initializer;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;

/// What is known while the statements of a network or a block are carried out. A block sees nothing of what calls it but
/// its operands and parameters.
final class Frame implements Evaluation.Sizes {
    private final NetworkBuilder network;
    private final Map<String, Datum> parameters;
    private final Map<String, Value> values = new HashMap<>();
    private final Evaluation evaluation;
    private Optional<Value> current = Optional.empty();
    private Optional<Value> first = Optional.empty();
    private Naming naming;
    private Initializer weights;

    /// @param weights how weights are initialised if nothing else is said
    Frame(NetworkBuilder network, Map<String, Datum> parameters, Naming naming, Initializer weights) {
        this.network = network;
        this.parameters = new HashMap<>(parameters);
        this.naming = naming;
        this.weights = weights;
        this.evaluation = new Evaluation(this.parameters, this);
    }

    Map<String, Datum> parameters() {
        return parameters;
    }

    Map<String, Value> values() {
        return values;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /// The value that the next layer is applied to, if there is one.
    Optional<Value> current() {
        return current;
    }

    void current(Value value) {
        if (first.isEmpty()) {
            first = Optional.of(value);
        }
        current = Optional.of(value);
    }

    /// Leaves it open what the next layer is applied to.
    void noCurrent() {
        current = Optional.empty();
    }

    Naming naming() {
        return naming;
    }

    void naming(Naming newNaming) {
        naming = newNaming;
    }

    Initializer weights() {
        return weights;
    }

    void weights(Initializer initializer) {
        weights = initializer;
    }

    @Override
    public OptionalLong in() {
        return size(first, 1);
    }

    @Override
    public OptionalLong size(long axis) {
        return size(current, axis);
    }

    private OptionalLong size(Optional<Value> value, long axis) {
        if (value.isPresent() && value.get().broken()) {
            throw new Fault.Told();
        }
        if (value.isEmpty() || !(network.type(value.get().name()) instanceof TensorType(var _, Shape shape))
                || !shape.hasRank() || axis < -shape.rank() || axis >= shape.rank()) {
            return OptionalLong.empty();
        }
        Dimension size = shape.dimension((int) axis);
        return size.constant();
    }
}
