package org.sardonyx.cli.input;

import java.util.Objects;

import org.sardonyx.ir.value.Value;

/// A value for an input of a model.
///
/// @param source where it comes from, for a person to read
public record NamedInput(String name, Value value, String source) {
    public NamedInput {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        Objects.requireNonNull(source);
    }
}
