package org.sardonyx.ir.type;

import java.util.Objects;

import org.sardonyx.ir.ModelException;

/// A map from integers or strings to values of one type.
public record MapType(DataType key, ValueType value) implements ValueType {
    public MapType {
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
        if (!key.isInteger() && key != DataType.STRING) {
            throw new ModelException("a map with keys of type " + key.text() + ", expected an integer type or string");
        }
    }

    @Override
    public boolean admits(ValueType other) {
        return other instanceof MapType(DataType otherKey, ValueType otherValue) && key == otherKey
                && value.admits(otherValue);
    }

    @Override
    public ValueType join(ValueType other) {
        if (other instanceof MapType(DataType otherKey, ValueType otherValue) && key == otherKey) {
            return new MapType(key, value.join(otherValue));
        }
        throw new ModelException("types " + this + " and " + other + " have nothing in common");
    }

    @Override
    public ValueType ofAnyShape() {
        return new MapType(key, value.ofAnyShape());
    }

    @Override
    public String toString() {
        return "map(" + key.text() + ", " + value + ")";
    }
}
