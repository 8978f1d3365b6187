package org.sardonyx.frontend.language;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

import org.sardonyx.frontend.language.syntax.Expression;
import org.sardonyx.frontend.language.syntax.Expression.BinaryFunction;
import org.sardonyx.frontend.language.syntax.Position;
import org.sardonyx.frontend.weights.Initializer;

/// Computes arguments. Whole numbers stay whole: a quotient that does not come out even is a fraction, and what leaves 64
/// bits is a fault.
final class Evaluation {
    private static final Set<String> SIZES = Set.of("in", "channels");
    private static final Set<String> FUNCTIONS = Set.of("size", "min", "max");

    private final Map<String, Datum> parameters;
    private final Sizes sizes;

    /// Sizes of the values that a network computes, as far as they are numbers.
    interface Sizes {
        /// The channels of a block's input.
        OptionalLong in();

        /// The size of the current value along an axis, counted from the end if negative.
        OptionalLong size(long axis);
    }

    Evaluation(Map<String, Datum> parameters, Sizes sizes) {
        this.parameters = parameters;
        this.sizes = sizes;
    }

    /// The value of an argument, where a word that is no parameter stands for itself.
    Datum argument(Expression expression) {
        return switch (expression) {
            case Expression.Name(_, var name) when !parameters.containsKey(name) && !SIZES.contains(name) -> word(name);
            case Expression.Items(_, var values) -> new Datum.Items(values.stream().map(this::argument).toList());
            default -> value(expression);
        };
    }

    private static Datum word(String name) {
        return Initializer.named(name).<Datum>map(Datum.Initial::new).orElseGet(() -> new Datum.Text(name));
    }

    /// Whether a word is a parameter, or stands for a size.
    boolean knows(String word) {
        return parameters.containsKey(word) || SIZES.contains(word);
    }

    /// The value of a condition: whether it is another number than 0.
    boolean holds(Expression condition) {
        return number(condition) != 0;
    }

    /// @throws Fault if the value is no whole number
    long whole(Expression expression) {
        return switch (value(expression)) {
            case Datum.Whole(long value) -> value;
            case Datum other -> throw new Fault(expression.at(), "found " + other + ", expected a whole number");
        };
    }

    Datum value(Expression expression) {
        return switch (expression) {
            case Expression.Whole(_, long value) -> new Datum.Whole(value);
            case Expression.Decimal(_, double value) -> new Datum.Fraction(value);
            case Expression.Truth(_, boolean value) -> truth(value);
            case Expression.Sizes(_, var values) -> new Datum.Sizes(values);
            case Expression.Text(_, String value) -> new Datum.Text(interpolated(value));
            case Expression.Name(Position at, String name) -> parameter(at, name);
            case Expression.Items(_, var values) -> new Datum.Items(values.stream().map(this::argument).toList());
            case Expression.Call call -> FUNCTIONS.contains(call.name()) ? function(call) : initializer(call);
            case Expression.Unary(Position at, var function, var operand) -> switch (function) {
                case NOT -> truth(number(operand) == 0);
                case NEGATE -> negated(at, operand);
            };
            case Expression.Binary(Position at, var function, var left, var right) -> binary(at, function, left, right);
        };
    }

    Datum parameter(Position at, String name) {
        Datum value = parameters.get(name);
        if (value != null) {
            return value;
        }
        return switch (name) {
            case "in" -> size(at, "the number of channels that come in", sizes.in());
            case "channels" -> size(at, "the number of channels of the current value", sizes.size(1));
            default -> {
                Set<String> known = new TreeSet<>(parameters.keySet());
                known.addAll(SIZES);
                throw new Fault(at, "unknown parameter '" + name + "'" + Suggestion.of(name, known));
            }
        };
    }

    private static Datum size(Position at, String what, OptionalLong size) {
        return new Datum.Whole(size.orElseThrow(() -> new Fault(at, what + " is not a fixed number here")));
    }

    private Datum function(Expression.Call call) {
        int expected = call.name().equals("size") ? 1 : 2;
        if (call.arguments().size() != expected) {
            throw new Fault(call.at(), call.name() + " takes " + expected + (expected == 1 ? " number" : " numbers"));
        }
        if (call.name().equals("size")) {
            long axis = whole(call.arguments().getFirst());
            return size(call.at(), "the size of the current value along axis " + axis, sizes.size(axis));
        }
        Datum first = value(call.arguments().getFirst());
        Datum second = value(call.arguments().getLast());
        boolean firstIsLess = number(call.arguments().getFirst()) <= number(call.arguments().getLast());
        return firstIsLess == call.name().equals("min") ? first : second;
    }

    /// A text in which `{i}` stands for the value of parameter `i`.
    private String interpolated(String text) {
        String result = text;
        for (Map.Entry<String, Datum> parameter : parameters.entrySet()) {
            if (parameter.getValue() instanceof Datum.Whole(long value)) {
                result = result.replace("{" + parameter.getKey() + "}", Long.toString(value));
            }
        }
        return result;
    }

    private Datum initializer(Expression.Call call) {
        List<Double> numbers = call.arguments().stream().map(this::number).toList();
        return Initializer.of(call.name(), numbers).<Datum>map(Datum.Initial::new)
                .orElseThrow(() -> new Fault(call.at(),
                        "unknown function " + call.name() + " of " + numbers.size()
                                + " numbers, there are size(axis), min(a, b), "
                                + "max(a, b) and the initialisers " + Initializer.FORMS));
    }

    private double number(Expression expression) {
        return switch (value(expression)) {
            case Datum.Whole(long value) -> value;
            case Datum.Fraction(double value) -> value;
            case Datum other -> throw new Fault(expression.at(), "found " + other + ", expected a number");
        };
    }

    private static Datum truth(boolean value) {
        return new Datum.Whole(value ? 1 : 0);
    }

    private Datum negated(Position at, Expression operand) {
        return binary(at, BinaryFunction.SUBTRACT, new Expression.Whole(at, 0), operand);
    }

    private Datum binary(Position at, BinaryFunction function, Expression left, Expression right) {
        switch (function) {
            case OR -> {
                return truth(holds(left) || holds(right));
            }
            case AND -> {
                return truth(holds(left) && holds(right));
            }
            default -> {}
        }
        Datum a = value(left);
        Datum b = value(right);
        if (function == BinaryFunction.EQUAL || function == BinaryFunction.NOT_EQUAL) {
            boolean same = a instanceof Datum.Text || a instanceof Datum.Sizes
                    ? a.equals(b)
                    : number(left) == number(right);
            return truth(same == (function == BinaryFunction.EQUAL));
        }
        return a instanceof Datum.Whole(long x) && b instanceof Datum.Whole(long y)
                ? ofWholes(at, function, x, y)
                : ofFractions(function, number(left), number(right));
    }

    private static Datum ofWholes(Position at, BinaryFunction function, long a, long b) {
        try {
            return switch (function) {
                case LESS -> truth(a < b);
                case LESS_EQUAL -> truth(a <= b);
                case GREATER -> truth(a > b);
                case GREATER_EQUAL -> truth(a >= b);
                case ADD -> new Datum.Whole(Math.addExact(a, b));
                case SUBTRACT -> new Datum.Whole(Math.subtractExact(a, b));
                case MULTIPLY -> new Datum.Whole(Math.multiplyExact(a, b));
                case REMAINDER -> new Datum.Whole(Math.floorMod(a, b));
                case DIVIDE -> a % b == 0
                        ? new Datum.Whole(Math.divideExact(a, b))
                        : new Datum.Fraction((double) a / b);
                case OR, AND, EQUAL, NOT_EQUAL -> throw new IllegalStateException("computed before: " + function);
            };
        } catch (ArithmeticException _) {
            throw new Fault(at, a + " " + function.text() + " " + b
                    + (b == 0 ? " divides by zero" : " is too large a number"));
        }
    }

    private static Datum ofFractions(BinaryFunction function, double a, double b) {
        return switch (function) {
            case LESS -> truth(a < b);
            case LESS_EQUAL -> truth(a <= b);
            case GREATER -> truth(a > b);
            case GREATER_EQUAL -> truth(a >= b);
            case ADD -> new Datum.Fraction(a + b);
            case SUBTRACT -> new Datum.Fraction(a - b);
            case MULTIPLY -> new Datum.Fraction(a * b);
            case REMAINDER -> new Datum.Fraction(a - Math.floor(a / b) * b);
            case DIVIDE -> new Datum.Fraction(a / b);
            case OR, AND, EQUAL, NOT_EQUAL -> throw new IllegalStateException("computed before: " + function);
        };
    }
}
