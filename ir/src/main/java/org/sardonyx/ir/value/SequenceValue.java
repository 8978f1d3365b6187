package org.sardonyx.ir.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.ValueType;

/// A list of values that share an element type. Tensors in it may differ in shape.
///
/// @param elementType a type that admits each element
public record SequenceValue(ValueType elementType, List<Value> elements) implements Value {
    public SequenceValue {
        Objects.requireNonNull(elementType);
        elements = List.copyOf(elements);
        for (Value element : elements) {
            if (!elementType.admits(element.type())) {
                throw new ModelException("an element of type " + element.type() + " in a sequence of " + elementType);
            }
        }
    }

    @Override
    public SequenceType type() {
        return new SequenceType(elementType);
    }

    public Value get(int index) {
        return elements.get(index);
    }

    public int size() {
        return elements.size();
    }

    /// A sequence with `value` put before the element at `index`, at the end if `index` is the size.
    public SequenceValue with(int index, Value value) {
        List<Value> changed = new ArrayList<>(elements);
        changed.add(index, value);
        return new SequenceValue(elementType, changed);
    }

    /// A sequence without the element at `index`.
    public SequenceValue without(int index) {
        List<Value> changed = new ArrayList<>(elements);
        changed.remove(index);
        return new SequenceValue(elementType, changed);
    }
}
