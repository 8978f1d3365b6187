package org.sardonyx.frontend.language.syntax;

import java.util.Arrays;
import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

import org.sardonyx.frontend.language.grammar.NetParser;
import org.sardonyx.frontend.language.grammar.NetParser.ArgumentContext;
import org.sardonyx.frontend.language.grammar.NetParser.ExpressionContext;
import org.sardonyx.frontend.language.grammar.NetParser.FunctionContext;
import org.sardonyx.frontend.language.grammar.NetParser.ListContext;
import org.sardonyx.frontend.language.grammar.NetParser.NumberContext;
import org.sardonyx.frontend.language.grammar.NetParser.SimpleContext;
import org.sardonyx.frontend.language.syntax.Expression.BinaryFunction;
import org.sardonyx.frontend.language.syntax.Expression.UnaryFunction;

/// Makes our expressions of ANTLR's.
final class ExpressionReader {
    private final String file;
    private final Diagnostics diagnostics;

    ExpressionReader(String file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    private Position at(Token token) {
        return new Position(file, token.getLine(), token.getCharPositionInLine() + 1);
    }

    Expression expression(ExpressionContext context) {
        return switch (context) {
            case NetParser.NegationContext negation ->
                    negated(at(negation.getStart()), expression(negation.expression()));
            case NetParser.InversionContext inversion ->
                    new Expression.Unary(at(inversion.getStart()), UnaryFunction.NOT,
                            expression(inversion.expression()));
            case NetParser.ProductContext product -> binary(product, product.expression(0), product.expression(1));
            case NetParser.SumContext sum -> binary(sum, sum.expression(0), sum.expression(1));
            case NetParser.ComparisonContext comparison ->
                    binary(comparison, comparison.expression(0), comparison.expression(1));
            case NetParser.ConjunctionContext and -> binary(and, and.expression(0), and.expression(1));
            case NetParser.DisjunctionContext or -> binary(or, or.expression(0), or.expression(1));
            case NetParser.EnclosedContext enclosed -> expression(enclosed.expression());
            case NetParser.LiteralContext literal -> literal(literal.getStart());
            case NetParser.NameContext name -> new Expression.Name(at(name.getStart()), name.getText());
            case NetParser.ItemsContext items -> list(items.list());
            case NetParser.ApplicationContext application -> function(application.function());
            default -> throw new IllegalStateException("an expression without a case: " + context.getClass());
        };
    }

    private Expression binary(ExpressionContext context, ExpressionContext left, ExpressionContext right) {
        Token function = ((TerminalNode) context.getChild(1)).getSymbol();
        return new Expression.Binary(at(function), BinaryFunction.of(function.getText()), expression(left),
                expression(right));
    }

    Expression simple(SimpleContext context) {
        if (context.argument() != null) {
            return argument(context.argument());
        } else if (context.function() != null) {
            return function(context.function());
        }
        return new Expression.Name(at(context.getStart()), context.getText());
    }

    Expression argument(ArgumentContext context) {
        if (context.number() != null) {
            return number(context.number());
        } else if (context.list() != null) {
            return list(context.list());
        } else if (context.expression() != null) {
            return expression(context.expression());
        }
        return literal(context.getStart());
    }

    Expression number(NumberContext context) {
        Expression number = literal(context.getStop());
        return context.MINUS() == null ? number : negated(at(context.getStart()), number);
    }

    /// A negative number is a number.
    private static Expression negated(Position at, Expression operand) {
        return switch (operand) {
            case Expression.Whole(_, long value) -> new Expression.Whole(at, -value);
            case Expression.Decimal(_, double value) -> new Expression.Decimal(at, -value);
            default -> new Expression.Unary(at, UnaryFunction.NEGATE, operand);
        };
    }

    private Expression list(ListContext context) {
        return new Expression.Items(at(context.getStart()), expressions(context.expression()));
    }

    private Expression function(FunctionContext context) {
        String name = context.CALL().getText();
        return new Expression.Call(at(context.getStart()), name.substring(0, name.length() - 1),
                expressions(context.expression()));
    }

    private List<Expression> expressions(List<? extends ParserRuleContext> contexts) {
        return contexts.stream().map(context -> expression((ExpressionContext) context)).toList();
    }

    private Expression literal(Token token) {
        Position at = at(token);
        String text = token.getText();
        return switch (token.getType()) {
            case NetParser.WHOLE -> new Expression.Whole(at, whole(token));
            case NetParser.DECIMAL -> new Expression.Decimal(at, Double.parseDouble(text));
            case NetParser.SIZES -> new Expression.Sizes(at,
                    Arrays.stream(text.split("x")).map(size -> number(at, size)).toList());
            case NetParser.TEXT -> new Expression.Text(at, text.substring(1, text.length() - 1));
            case NetParser.TRUE, NetParser.FALSE -> new Expression.Truth(at, Boolean.parseBoolean(text));
            default -> throw new IllegalStateException("a literal without a case: " + text);
        };
    }

    long whole(Token token) {
        return number(at(token), token.getText());
    }

    private long number(Position at, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException _) {
            diagnostics.add(at, "the number " + digits + " is too large");
            return 1;
        }
    }
}
