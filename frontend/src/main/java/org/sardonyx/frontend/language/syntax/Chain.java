package org.sardonyx.frontend.language.syntax;

import java.util.List;

/// Layers, one after the other, with their arguments: `conv 64 3x3 bn relu`.
public record Chain(List<Element> elements) {
    public Chain {
        elements = List.copyOf(elements);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("a chain without elements");
        }
    }

    /// Where it begins.
    public Position at() {
        return elements.getFirst().at();
    }
}
