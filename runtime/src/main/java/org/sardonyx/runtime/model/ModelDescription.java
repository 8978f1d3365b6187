package org.sardonyx.runtime.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.Numerics;

/// What a compiled model tells of itself.
///
/// @param className of the class that stands for it in programs, which is unique on a class path
/// @param name of the graph it was made of
/// @param producer which version of what compiled it
/// @param numerics how freely its arithmetic was rearranged
/// @param inputs by name, in order; a dimension that is a symbol has some sizes, see [CompiledModel#programs]
/// @param outputs by name, in order
public record ModelDescription(String className, String name, String producer, Numerics numerics,
        Map<String, ValueType> inputs, Map<String, ValueType> outputs) {
    /// @throws ModelException if the name of the class is not one of Java, in a package
    public ModelDescription {
        requireClassName(className);
        Objects.requireNonNull(name);
        Objects.requireNonNull(producer);
        Objects.requireNonNull(numerics);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    private static void requireClassName(String name) {
        String[] parts = name.split("\\.", -1);
        boolean valid = parts.length > 1;
        for (String part : parts) {
            valid &= !part.isEmpty() && Character.isJavaIdentifierStart(part.charAt(0)) && part.charAt(0) < 0x80;
            valid &= part.chars().allMatch(c -> c < 0x80 && c != '$' && Character.isJavaIdentifierPart(c));
        }
        if (!valid) {
            throw new ModelException(
                    "'" + name + "' is not the name of a class in a package, such as com.example.ResNet50");
        }
    }
}
