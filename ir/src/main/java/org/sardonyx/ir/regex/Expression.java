package org.sardonyx.ir.regex;

import java.util.List;

/// A parsed regular expression.
sealed interface Expression {
    /// One character of a set.
    record One(CharacterSet set) implements Expression {}

    /// One expression after the other; nothing at all if there are none.
    record Sequence(List<Expression> parts) implements Expression {}

    /// Any of several expressions.
    record Choice(List<Expression> alternatives) implements Expression {}

    /// An expression several times.
    ///
    /// @param most -1 for any number
    record Repetition(Expression body, int least, int most) implements Expression {}

    /// A requirement of the place in the text.
    record Place(Assertion assertion) implements Expression {}
}
