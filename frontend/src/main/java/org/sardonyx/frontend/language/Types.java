package org.sardonyx.frontend.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.sardonyx.frontend.language.syntax.Expression;
import org.sardonyx.frontend.language.syntax.Type;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;

/// Makes tensor types of what is written.
final class Types {
    private Types() {}

    /// @throws Fault if there is no such type, or a size is none
    static TensorType of(Type type, Evaluation evaluation) {
        List<Dimension> dimensions = new ArrayList<>();
        for (Optional<Expression> dimension : type.dimensions()) {
            dimensions.add(dimension.map(value -> dimension(value, evaluation)).orElse(Dimension.UNKNOWN));
        }
        try {
            return new TensorType(element(type), Shape.of(dimensions));
        } catch (ModelException e) {
            throw new Fault(type.at(), e.getMessage());
        }
    }

    /// A name that is no parameter is a symbol.
    private static Dimension dimension(Expression value, Evaluation evaluation) {
        if (value instanceof Expression.Name(_, String name) && !evaluation.knows(name)) {
            return Dimension.symbol(name);
        }
        long size = evaluation.whole(value);
        if (size < 0) {
            throw new Fault(value.at(), "the size " + size + " is negative");
        }
        return Dimension.of(size);
    }

    private static DataType element(Type type) {
        String name = switch (type.element()) {
            case "float" -> "float32";
            case "double" -> "float64";
            default -> type.element();
        };
        return Arrays.stream(DataType.values()).filter(known -> known.text().equals(name)).findFirst()
                .orElseThrow(() -> new Fault(type.at(), "unknown element type '" + type.element() + "'"
                        + Suggestion.of(type.element(),
                                Arrays.stream(DataType.values()).map(DataType::text).toList())));
    }
}
