package org.sardonyx.runtime.program;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.MapValue;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Copies what an operator on the host took over from memory that does not live as long, as one does that puts a tensor into a
/// sequence.
final class Detached {
    private Detached() {}

    /// The same value, of which nothing lies in the given memory.
    static Value from(List<MemorySegment> memory, Value value) {
        return switch (value) {
            case Tensor tensor when tensor.dataType() != DataType.STRING
                    && memory.stream().anyMatch(part -> CallerMemory.overlap(tensor.segment(), part)) ->
                    tensor.copy();
            case Tensor tensor -> tensor;
            case SequenceValue sequence -> new SequenceValue(sequence.elementType(),
                    sequence.elements().stream().map(element -> from(memory, element)).toList());
            case OptionalValue optional ->
                    new OptionalValue(optional.elementType(), optional.value().map(present -> from(memory, present)));
            case MapValue map -> {
                Map<Object, Value> entries = new LinkedHashMap<>();
                map.entries().forEach((key, element) -> entries.put(key, from(memory, element)));
                yield new MapValue(map.keyType(), map.valueType(), entries);
            }
        };
    }
}
