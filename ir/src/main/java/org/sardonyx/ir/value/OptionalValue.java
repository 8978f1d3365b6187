package org.sardonyx.ir.value;

import java.util.Objects;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.ValueType;

/// A value that is present or absent.
///
/// @param elementType a type that admits the value
public record OptionalValue(ValueType elementType, Optional<Value> value) implements Value {
    public OptionalValue {
        Objects.requireNonNull(elementType);
        value.ifPresent(present -> {
            if (!elementType.admits(present.type())) {
                throw new ModelException("a value of type " + present.type() + " in an optional of " + elementType);
            }
        });
    }

    public static OptionalValue of(Value value) {
        return new OptionalValue(value.type(), Optional.of(value));
    }

    public static OptionalValue empty(ValueType elementType) {
        return new OptionalValue(elementType, Optional.empty());
    }

    @Override
    public OptionalType type() {
        return new OptionalType(elementType);
    }
}
