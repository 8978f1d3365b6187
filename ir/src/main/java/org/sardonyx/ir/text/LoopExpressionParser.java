package org.sardonyx.ir.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopExpression.Relation;
import org.sardonyx.ir.loop.LoopExpression.UnaryMath;
import org.sardonyx.ir.loop.LoopType;
import org.sardonyx.ir.loop.MatrixForm;

/// Reads the expressions of kernels.
final class LoopExpressionParser {
    private static final int DEEPEST = 200;
    private static final String ACROSS = "_across";
    private static final int MOST_LANES = 1 << 16;

    private final Scanner scanner;
    private final Set<String> buffers = new HashSet<>();
    private final Set<String> parameters = new HashSet<>();
    private Map<String, LoopType> variables = Map.of();
    private int depth;

    /// What stands between the brackets after the name of a buffer.
    record Elements(LoopExpression index, int lanes, Optional<LoopExpression> count) {}

    LoopExpressionParser(Scanner scanner) {
        this.scanner = scanner;
    }

    void declareBuffer(String name) {
        buffers.add(name);
    }

    void declareParameter(String name) {
        parameters.add(name);
    }

    LoopExpression expression(Map<String, LoopType> known) {
        variables = known;
        return sum();
    }

    LoopExpression condition(Map<String, LoopType> known) {
        variables = known;
        LoopExpression left = sum();
        scanner.expect("<");
        LoopExpression right = sum();
        return checked(() -> new LoopExpression.Less(left, right));
    }

    /// After the bracket.
    Elements elements(String buffer, Map<String, LoopType> known) {
        variables = known;
        if (!buffers.contains(buffer)) {
            throw scanner.error("there is no buffer '" + buffer + "'");
        }
        LoopExpression index = sum();
        int lanes = 1;
        Optional<LoopExpression> count = Optional.empty();
        if (scanner.accept(":")) {
            lanes = lanes(scanner.numeral());
            if (scanner.accept("first")) {
                count = Optional.of(sum());
            }
        }
        scanner.expect("]");
        return new Elements(index, lanes, count);
    }

    private int lanes(String number) {
        if (!number.matches("[1-9][0-9]{0,5}") || Integer.parseInt(number) > MOST_LANES) {
            throw scanner.error("'" + number + "' is not a number of lanes");
        }
        return Integer.parseInt(number);
    }

    /// The type that a word names.
    Optional<LoopType> type(String word) {
        return word.equals("index")
                ? Optional.of(LoopType.INDEX)
                : floats("float", word)
                        .or(() -> floats("register", word).map(type -> LoopType.registers(type.lanes())));
    }

    /// A vector that a word names: a prefix, and how many lanes if not one.
    private Optional<LoopType> floats(String prefix, String word) {
        if (word.equals(prefix)) {
            return Optional.of(LoopType.floats(1));
        }
        return word.matches(prefix + "[0-9]+")
                ? Optional.of(LoopType.floats(lanes(word.substring(prefix.length()))))
                : Optional.empty();
    }

    /// What is made of parts that may not fit together.
    <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw scanner.error(e.getMessage());
        }
    }

    private LoopExpression sum() {
        if (++depth > DEEPEST) {
            throw scanner.error("expressions are nested deeper than " + DEEPEST);
        }
        LoopExpression left = product();
        while (true) {
            if (scanner.accept("+")) {
                left = operation("ADD", left, product());
            } else if (scanner.accept("-")) {
                left = operation("SUBTRACT", left, product());
            } else {
                depth--;
                return left;
            }
        }
    }

    private LoopExpression product() {
        LoopExpression left = primary();
        while (true) {
            if (scanner.accept("*")) {
                left = operation("MULTIPLY", left, primary());
            } else if (scanner.accept("/")) {
                left = operation("DIVIDE", left, primary());
            } else if (scanner.accept("%")) {
                left = operation("REMAINDER", left, primary());
            } else {
                return left;
            }
        }
    }

    private LoopExpression operation(String function, LoopExpression left, LoopExpression right) {
        return checked(() -> left.type().kind() == LoopType.Kind.INDEX
                ? new LoopExpression.IndexOperation(IndexFunction.valueOf(function), left, right)
                : new LoopExpression.Binary(BinaryMath.valueOf(function), left, right));
    }

    private LoopExpression primary() {
        if (scanner.accept("(")) {
            return parenthesized();
        }
        String numeral = scanner.numeral();
        if (!numeral.isEmpty()) {
            return number(numeral);
        }
        String name = scanner.name();
        if (scanner.accept("[")) {
            Elements elements = elements(name, variables);
            return checked(
                    () -> new LoopExpression.Load(name, elements.index(), elements.lanes(), elements.count()));
        }
        if (scanner.accept("(")) {
            List<LoopExpression> operands = new ArrayList<>(List.of(sum()));
            while (!scanner.accept(")")) {
                scanner.expect(",");
                operands.add(sum());
            }
            return checked(() -> call(name, operands));
        }
        if (variables.containsKey(name)) {
            return new LoopExpression.Variable(name, variables.get(name));
        }
        if (parameters.contains(name)) {
            return new LoopExpression.Parameter(name);
        }
        throw scanner.error(name.isEmpty() ? "expected an expression" : "nothing is called '" + name + "'");
    }

    private LoopExpression number(String numeral) {
        boolean whole = numeral.chars().allMatch(c -> c == '-' || Character.isDigit(c));
        try {
            return whole
                    ? new LoopExpression.IndexConstant(Long.parseLong(numeral))
                    : new LoopExpression.FloatConstant(Float.parseFloat(numeral), 1);
        } catch (NumberFormatException _) {
            throw scanner.error("'" + numeral + "' is not a number");
        }
    }

    private LoopExpression parenthesized() {
        LoopExpression left = sum();
        Optional<Relation> relation = scanner.accept("<=")
                ? Optional.of(Relation.LESS_OR_EQUAL)
                : scanner.accept("<")
                        ? Optional.of(Relation.LESS)
                        : scanner.accept("==") ? Optional.of(Relation.EQUAL) : Optional.empty();
        if (relation.isEmpty()) {
            scanner.expect(")");
            return left;
        }
        LoopExpression right = sum();
        scanner.expect("?");
        LoopExpression then = sum();
        scanner.expect(":");
        LoopExpression otherwise = sum();
        scanner.expect(")");
        return checked(() -> new LoopExpression.Choose(relation.get(), left, right, then, otherwise));
    }

    private LoopExpression call(String name, List<LoopExpression> operands) {
        Optional<LoopType> constant = floats("float", name);
        if (constant.isPresent() && operands.size() == 1
                && operands.getFirst() instanceof LoopExpression.FloatConstant(float value, int lanes) && lanes == 1) {
            return new LoopExpression.FloatConstant(value, constant.get().lanes());
        }
        Optional<LoopType> splat = floats("splat", name);
        if (splat.isPresent() && operands.size() == 1) {
            return new LoopExpression.Splat(operands.getFirst(), splat.get().lanes());
        }
        if (name.matches("lane[0-9]{1,5}") && operands.size() == 1) {
            return new LoopExpression.Lane(operands.getFirst(), Integer.parseInt(name.substring("lane".length())));
        }
        for (MatrixForm form : MatrixForm.values()) {
            if (name.equals("registers_" + form) && operands.size() == 1
                    && operands
                            .getFirst() instanceof LoopExpression.Load(String buffer, var index, int lanes, var count)
                    && lanes % form.numbers() == 0 && count.isEmpty()) {
                return new LoopExpression.Registers(form, buffer, index, lanes / form.numbers());
            }
        }
        if (name.equals("whole") && operands.size() == 1) {
            return new LoopExpression.WholeNumber(operands.getFirst());
        }
        String function = name.toUpperCase(Locale.ROOT);
        LoopExpression first = operands.getFirst();
        if (operands.size() == 1 && name.endsWith(ACROSS)) {
            String combination = function.substring(0, function.length() - ACROSS.length());
            if (isOneOf(combination, BinaryMath.values())) {
                return new LoopExpression.Across(BinaryMath.valueOf(combination), first);
            }
        } else if (operands.size() == 1 && isOneOf(function, UnaryMath.values())) {
            return new LoopExpression.Unary(UnaryMath.valueOf(function), first);
        } else if (operands.size() == 2 && isOneOf(function, first.type().kind() == LoopType.Kind.INDEX
                ? IndexFunction.values()
                : BinaryMath.values())) {
            return operation(function, first, operands.get(1));
        } else if (operands.size() == 3 && name.equals("fma")) {
            return new LoopExpression.MultiplyAdd(first, operands.get(1), operands.get(2));
        }
        throw scanner.error("there is no function '" + name + "' of " + operands.size() + " operands");
    }

    private static boolean isOneOf(String name, Enum<?>[] constants) {
        return Stream.of(constants).anyMatch(constant -> constant.name().equals(name));
    }
}
