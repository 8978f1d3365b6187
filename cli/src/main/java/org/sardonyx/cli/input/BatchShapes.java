package org.sardonyx.cli.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// The types of a model's inputs for a batch of a given size: the first size of an input, if the model leaves it open.
public final class BatchShapes {
    private BatchShapes() {}

    /// @param types by name, in the model's order
    /// @param batch the size; 1 if it is not given
    /// @return the types with every size fixed
    /// @throws ModelException if sizes stay open, or a size is given and none takes it
    public static Map<String, ValueType> of(Map<String, ValueType> types, Optional<Long> batch) {
        Dimension size = Dimension.of(batch.orElse(1L));
        Map<String, Dimension> symbols = new HashMap<>();
        boolean taken = false;
        for (ValueType type : types.values()) {
            if (hasOpenBatch(type)) {
                Dimension first = ((TensorType) type).shape().dimension(0);
                taken = true;
                if (first.isKnown() && first.symbols().contains(first.toString())) {
                    symbols.put(first.toString(), size);
                }
            }
        }
        if (batch.isPresent() && !taken) {
            throw new ModelException(
                    "--batch " + batch.get() + ": no input leaves its first size open; " + text(types));
        }
        Map<String, ValueType> fixed = new LinkedHashMap<>();
        types.forEach((name, type) -> fixed.put(name, bound(type, symbols, size)));
        fixed.forEach((name, type) -> {
            if (type instanceof TensorType(var _, Shape shape) && !(shape.hasRank() && shape.isStatic())) {
                throw new ModelException("the model leaves sizes of input '" + name + "' open: it is a "
                        + types.get(name) + "; --shape settles them");
            }
        });
        return fixed;
    }

    private static boolean hasOpenBatch(ValueType type) {
        return type instanceof TensorType(var _, Shape shape) && shape.hasRank() && shape.rank() > 0
                && !shape.dimension(0).isConstant();
    }

    private static ValueType bound(ValueType type, Map<String, Dimension> symbols, Dimension batch) {
        if (!(type instanceof TensorType tensor) || !tensor.shape().hasRank()) {
            return type;
        }
        List<Dimension> sizes = new ArrayList<>(tensor.shape().bind(symbols).dimensions());
        if (!sizes.isEmpty() && !sizes.getFirst().isKnown()) {
            sizes.set(0, batch);
        }
        return tensor.withShape(Shape.of(sizes));
    }

    private static String text(Map<String, ValueType> types) {
        List<String> texts = new ArrayList<>();
        types.forEach((name, type) -> texts.add("'" + name + "' is a " + type));
        return String.join(", ", texts);
    }
}
