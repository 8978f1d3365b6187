package org.sardonyx.frontend.language.syntax;

import java.util.List;
import java.util.Optional;

/// A part of a [Chain]. Whether a word is a layer, a block, a value, a parameter or a flag is not yet known.
public sealed interface Element {
    Position at();

    /// `conv`, `same`, `skip`
    record Word(Position at, String name) implements Element {}

    /// `concat(a, conv 32 1x1)`; an operand that is left out is empty.
    record Call(Position at, String name, List<Optional<Chain>> operands) implements Element {
        public Call {
            operands = List.copyOf(operands);
        }
    }

    /// `64`, `3x3`, `(4*out)`
    record Argument(Position at, Expression value) implements Element {}

    /// `s=2`
    record Option(Position at, String name, Expression value) implements Element {}

    /// `as conv1`; what it names, the label, may hold parameters in braces.
    record Label(Position at, String label) implements Element {}

    /// `+ skip`, `* 0.5`
    record Merge(Position at, Merging function, Chain operand) implements Element {}

    /// How two paths become one.
    enum Merging {
        ADD("+"), MULTIPLY("*");

        private final String text;

        Merging(String text) {
            this.text = text;
        }

        /// How it is written.
        public String text() {
            return text;
        }
    }
}
