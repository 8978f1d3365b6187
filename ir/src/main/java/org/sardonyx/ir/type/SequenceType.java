package org.sardonyx.ir.type;

import java.util.Objects;

import org.sardonyx.ir.ModelException;

/// A list of values of one type, of a length known when the model runs.
public record SequenceType(ValueType element) implements ValueType {
    public SequenceType {
        Objects.requireNonNull(element);
    }

    @Override
    public boolean admits(ValueType other) {
        return other instanceof SequenceType(ValueType otherElement) && element.admits(otherElement);
    }

    @Override
    public ValueType join(ValueType other) {
        if (other instanceof SequenceType(ValueType otherElement)) {
            return new SequenceType(element.join(otherElement));
        }
        throw new ModelException("types " + this + " and " + other + " have nothing in common");
    }

    @Override
    public ValueType ofAnyShape() {
        return new SequenceType(element.ofAnyShape());
    }

    @Override
    public String toString() {
        return "sequence(" + element + ")";
    }
}
