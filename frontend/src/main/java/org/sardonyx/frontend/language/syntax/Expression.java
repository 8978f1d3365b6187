package org.sardonyx.frontend.language.syntax;

import java.util.List;

/// What is computed when a network is built: sizes, conditions, texts.
public sealed interface Expression {
    /// Where it begins; of an expression with two sides, where its operator stands.
    Position at();

    /// `64`
    record Whole(Position at, long value) implements Expression {}

    /// `0.5`
    record Decimal(Position at, double value) implements Expression {}

    /// `true`
    record Truth(Position at, boolean value) implements Expression {}

    /// `3x3`
    record Sizes(Position at, List<Long> values) implements Expression {
        public Sizes {
            values = List.copyOf(values);
        }
    }

    /// `"same"`
    record Text(Position at, String value) implements Expression {}

    /// `out`
    record Name(Position at, String name) implements Expression {}

    /// `[1, 2, 4]`
    record Items(Position at, List<Expression> values) implements Expression {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// `normal(0.01)`
    record Call(Position at, String name, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// `-x`, `not x`
    record Unary(Position at, UnaryFunction function, Expression operand) implements Expression {}

    /// `x + 1`
    record Binary(Position at, BinaryFunction function, Expression left, Expression right) implements Expression {}

    /// A function of one number.
    enum UnaryFunction {
        NEGATE("-"), NOT("not ");

        private final String text;

        UnaryFunction(String text) {
            this.text = text;
        }

        /// How it is written before its operand.
        public String text() {
            return text;
        }
    }

    /// A function of two values.
    enum BinaryFunction {
        OR("or"), AND("and"),
        EQUAL("=="), NOT_EQUAL("!="), LESS("<"), LESS_EQUAL("<="), GREATER(">"), GREATER_EQUAL(">="),
        ADD("+"), SUBTRACT("-"), MULTIPLY("*"), DIVIDE("/"), REMAINDER("%");

        private final String text;

        BinaryFunction(String text) {
            this.text = text;
        }

        /// How it is written between its operands.
        public String text() {
            return text;
        }

        static BinaryFunction of(String text) {
            for (BinaryFunction function : values()) {
                if (function.text.equals(text)) {
                    return function;
                }
            }
            throw new IllegalArgumentException("no function is written " + text);
        }
    }
}
