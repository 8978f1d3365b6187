package org.sardonyx.ir.type;

/// The type of a value that flows along an edge of a graph.
public sealed interface ValueType permits TensorType, SequenceType, OptionalType, MapType {

    /// Whether a value of the other type may turn out to be of this one: element types are equal, and nothing that is
    /// fixed about the shapes differs.
    boolean admits(ValueType other);

    /// The most precise type that both are instances of.
    ///
    /// @throws org.sardonyx.ir.ModelException if there is none, such as for a tensor and a sequence
    ValueType join(ValueType other);

    /// The type with all shapes in it unknown.
    ValueType ofAnyShape();
}
