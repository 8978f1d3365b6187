package org.sardonyx.ir.type;

import java.util.Objects;

import org.sardonyx.ir.ModelException;

/// A tensor with elements of one type and a shape that may be symbolic or unknown in part.
public record TensorType(DataType dataType, Shape shape) implements ValueType {
    public TensorType {
        Objects.requireNonNull(dataType);
        Objects.requireNonNull(shape);
    }

    public static TensorType of(DataType dataType, long... sizes) {
        return new TensorType(dataType, Shape.of(sizes));
    }

    public TensorType withShape(Shape newShape) {
        return new TensorType(dataType, newShape);
    }

    public TensorType withDataType(DataType newDataType) {
        return new TensorType(newDataType, shape);
    }

    @Override
    public boolean admits(ValueType other) {
        return other instanceof TensorType(DataType otherDataType, Shape otherShape) && dataType == otherDataType
                && shape.admits(otherShape);
    }

    @Override
    public ValueType join(ValueType other) {
        if (other instanceof TensorType(DataType otherDataType, Shape otherShape) && dataType == otherDataType) {
            return new TensorType(dataType, shape.join(otherShape));
        }
        throw new ModelException("types " + this + " and " + other + " have nothing in common");
    }

    @Override
    public ValueType ofAnyShape() {
        return withShape(Shape.UNKNOWN);
    }

    /// `float32[N, 3, 224, 224]`
    @Override
    public String toString() {
        return dataType.text() + shape;
    }
}
