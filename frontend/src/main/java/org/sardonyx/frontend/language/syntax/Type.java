package org.sardonyx.frontend.language.syntax;

import java.util.List;
import java.util.Optional;

/// A tensor's type as it is written: `float[N, 3, 224, 224]`.
///
/// @param element such as `float` or `int64`
/// @param dimensions empty where a `?` stands; a name may be a symbol
public record Type(Position at, String element, List<Optional<Expression>> dimensions) {
    public Type {
        dimensions = List.copyOf(dimensions);
    }
}
