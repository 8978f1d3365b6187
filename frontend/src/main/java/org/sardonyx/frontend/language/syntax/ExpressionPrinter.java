package org.sardonyx.frontend.language.syntax;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// Prints expressions, every operation inside another one in parentheses.
final class ExpressionPrinter {
    private ExpressionPrinter() {}

    /// Where any expression may stand.
    static String print(Expression expression) {
        return switch (expression) {
            case Expression.Whole(_, long value) -> Long.toString(value);
            case Expression.Decimal(_, double value) -> decimal(value);
            case Expression.Truth(_, boolean value) -> Boolean.toString(value);
            case Expression.Sizes(_, var values) ->
                    values.stream().map(String::valueOf).collect(Collectors.joining("x"));
            case Expression.Text(_, String value) -> '"' + value + '"';
            case Expression.Name(_, String name) -> name;
            case Expression.Items(_, var values) -> list(values, "[", "]");
            case Expression.Call(_, String name, var arguments) -> list(arguments, name + "(", ")");
            case Expression.Unary(_, var function, var operand) -> function.text() + operand(operand);
            case Expression.Binary(_, var function, var left, var right) ->
                    operand(left) + " " + function.text() + " " + operand(right);
        };
    }

    /// The value of an option.
    static String simple(Expression expression) {
        return isOperation(expression) ? "(" + print(expression) + ")" : print(expression);
    }

    /// An argument of a layer, where a name or a call would be a layer.
    static String argument(Expression expression) {
        boolean wordLike = expression instanceof Expression.Name || expression instanceof Expression.Call;
        return isOperation(expression) || wordLike ? "(" + print(expression) + ")" : print(expression);
    }

    private static boolean isOperation(Expression expression) {
        return expression instanceof Expression.Unary || expression instanceof Expression.Binary;
    }

    private static String operand(Expression expression) {
        return isOperation(expression) ? "(" + print(expression) + ")" : print(expression);
    }

    private static String list(List<Expression> values, String open, String close) {
        return values.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", ", open, close));
    }

    /// With a point or an exponent, without which it would be a whole number.
    private static String decimal(double value) {
        String text = new BigDecimal(Double.toString(value)).toString().replace("E+", "e").replace('E', 'e');
        return text.contains(".") || text.contains("e") ? text : text + ".0";
    }
}
