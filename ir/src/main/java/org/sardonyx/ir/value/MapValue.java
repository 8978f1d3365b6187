package org.sardonyx.ir.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.MapType;
import org.sardonyx.ir.type.ValueType;

/// A map from integers or strings to values of one type, in the order of insertion.
///
/// @param entries keys are [Long] or [String]
public record MapValue(DataType keyType, ValueType valueType, Map<Object, Value> entries) implements Value {
    public MapValue {
        Objects.requireNonNull(keyType);
        Objects.requireNonNull(valueType);
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public MapType type() {
        return new MapType(keyType, valueType);
    }
}
