package org.sardonyx.frontend.language;

import java.util.List;

import org.sardonyx.frontend.weights.Initializer;

/// The value of an argument.
sealed interface Datum {

    /// A whole number; a truth value is 1 or 0.
    record Whole(long value) implements Datum {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /// A number with a fraction.
    record Fraction(double value) implements Datum {
        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /// Sizes along several axes: `3x3`.
    record Sizes(List<Long> values) implements Datum {
        public Sizes {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return String.join("x", values.stream().map(String::valueOf).toList());
        }
    }

    /// A text, or a word that is no parameter.
    record Text(String value) implements Datum {
        @Override
        public String toString() {
            return "'" + value + "'";
        }
    }

    /// A list.
    record Items(List<Datum> values) implements Datum {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.toString();
        }
    }

    /// How a parameter is initialised.
    record Initial(Initializer initializer) implements Datum {
        @Override
        public String toString() {
            return initializer.toString();
        }
    }
}
