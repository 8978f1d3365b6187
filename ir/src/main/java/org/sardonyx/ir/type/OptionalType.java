package org.sardonyx.ir.type;

import java.util.Objects;

import org.sardonyx.ir.ModelException;

/// A value that may be absent when the model runs.
public record OptionalType(ValueType element) implements ValueType {
    public OptionalType {
        Objects.requireNonNull(element);
    }

    @Override
    public boolean admits(ValueType other) {
        return other instanceof OptionalType(ValueType otherElement) && element.admits(otherElement);
    }

    @Override
    public ValueType join(ValueType other) {
        if (other instanceof OptionalType(ValueType otherElement)) {
            return new OptionalType(element.join(otherElement));
        }
        throw new ModelException("types " + this + " and " + other + " have nothing in common");
    }

    @Override
    public ValueType ofAnyShape() {
        return new OptionalType(element.ofAnyShape());
    }

    @Override
    public String toString() {
        return "optional(" + element + ")";
    }
}
