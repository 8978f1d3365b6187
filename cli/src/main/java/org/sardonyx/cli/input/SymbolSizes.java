package org.sardonyx.cli.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// The sizes that the symbols of a model's shapes stand for in one run.
final class SymbolSizes {
    private final Map<String, Dimension> sizes = new HashMap<>();

    /// Gives a symbol its size.
    void settle(String symbol, long size) {
        sizes.put(symbol, Dimension.of(size));
    }

    /// Takes the sizes of symbols from a value; the first one stands.
    void learn(ValueType declared, ValueType found) {
        if (!(declared instanceof TensorType(var _, Shape shape)) || !shape.hasRank()
                || !(found instanceof TensorType tensor)) {
            return;
        }
        for (int axis = 0; axis < shape.rank(); axis++) {
            String symbol = shape.dimension(axis).toString();
            if (shape.dimension(axis).symbols().contains(symbol) && tensor.shape().dimension(axis).isConstant()) {
                sizes.putIfAbsent(symbol, tensor.shape().dimension(axis));
            }
        }
    }

    /// The type with the symbols that are known replaced.
    ValueType bind(ValueType type) {
        return type instanceof TensorType tensor ? tensor.withShape(tensor.shape().bind(sizes)) : type;
    }

    /// The type with every size fixed: those that nothing has settled are 1 from now on.
    ///
    /// @param name of the input, for the message
    /// @throws ModelException if a tensor's rank is unknown
    ValueType settle(String name, ValueType type) {
        return switch (type) {
            case TensorType tensor -> tensor.withShape(settle(name, tensor.shape()));
            case SequenceType(ValueType element) -> new SequenceType(settle(name, element));
            case OptionalType(ValueType element) -> new OptionalType(settle(name, element));
            default -> type;
        };
    }

    private Shape settle(String name, Shape shape) {
        if (!shape.hasRank()) {
            throw new ModelException("the model does not say what shape input '" + name
                    + "' has; give it a file (-i) or a shape (--shape)");
        }
        List<Dimension> settled = new ArrayList<>();
        for (Dimension dimension : shape.dimensions()) {
            dimension.symbols().forEach(symbol -> sizes.putIfAbsent(symbol, Dimension.of(1)));
            settled.add(dimension.isKnown() ? dimension.bind(sizes) : Dimension.of(1));
        }
        return Shape.of(settled);
    }
}
