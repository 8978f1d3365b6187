package org.sardonyx.ir.value;

import org.sardonyx.ir.type.ValueType;

/// What flows along an edge of a graph when it runs.
public sealed interface Value permits Tensor, SequenceValue, OptionalValue, MapValue {

    /// The exact type: every dimension is a number.
    ValueType type();
}
