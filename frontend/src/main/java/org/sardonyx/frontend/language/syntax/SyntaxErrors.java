package org.sardonyx.frontend.language.syntax;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

import org.sardonyx.frontend.language.grammar.NetLexer;

/// Tells what the parser did not expect: the first of it in each line, since the rest of a line is often read wrongly.
final class SyntaxErrors extends BaseErrorListener {
    /// More than these alternatives are of no help.
    private static final int MOST = 6;

    private final String name;
    private final Diagnostics diagnostics;
    private final Set<Integer> lines;
    private final NavigableSet<Integer> tokens = new TreeSet<>();

    /// @param told lines of which something is told already
    SyntaxErrors(String name, Diagnostics diagnostics, Set<Integer> told) {
        this.name = name;
        this.diagnostics = diagnostics;
        this.lines = new HashSet<>(told);
    }

    @Override
    public void syntaxError(Recognizer<?, ?> recognizer, Object offending, int line, int column, String message,
            RecognitionException problem) {
        Token token = problem != null && problem.getOffendingToken() != null
                ? problem.getOffendingToken()
                : (Token) offending;
        tokens.add(token.getTokenIndex());
        // Where a mistake was found before, that the text ends is mostly a consequence.
        boolean consequence = token.getType() == Token.EOF && !lines.isEmpty();
        if (lines.add(token.getLine()) && !consequence) {
            // Where several sentences were possible, those that are expected are not known.
            String expected = problem instanceof NoViableAltException
                    ? ""
                    : expected(((Parser) recognizer).getExpectedTokens());
            diagnostics.add(new Position(name, token.getLine(), token.getCharPositionInLine() + 1),
                    "found " + found(token)
                            + (expected.isEmpty() ? ", which cannot stand here" : ", expected " + expected));
        }
    }

    /// Whether there is a mistake in a part of the tree, or right after it, where something is missing.
    boolean isIn(ParserRuleContext part) {
        Integer next = tokens.ceiling(part.getStart().getTokenIndex());
        return next != null && (part.getStop() == null || next <= part.getStop().getTokenIndex() + 1);
    }

    private static String found(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "the end of the text";
            case NetLexer.NEWLINE -> "the end of the line";
            default -> "'" + token.getText() + "'";
        };
    }

    private static String expected(IntervalSet types) {
        Set<String> words = new LinkedHashSet<>();
        for (int type : types.toArray()) {
            words.add(describe(type));
        }
        return words.size() > MOST ? "" : words.stream().collect(Collectors.joining(" or "));
    }

    private static String describe(int type) {
        return switch (type) {
            case Token.EOF -> "the end of the text";
            case NetLexer.NEWLINE -> "the end of the line";
            case NetLexer.NAME -> "a name";
            case NetLexer.CALL -> "a name with operands";
            case NetLexer.LABEL -> "a label";
            case NetLexer.TEXT -> "a text in quotes";
            case NetLexer.WHOLE, NetLexer.DECIMAL -> "a number";
            case NetLexer.SIZES -> "sizes such as 3x3";
            default -> String.valueOf(NetLexer.VOCABULARY.getLiteralName(type));
        };
    }
}
