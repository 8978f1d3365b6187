package org.sardonyx.frontend.language.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;

import org.sardonyx.frontend.language.grammar.NetLexer;

/// The words of a text. A line that ends inside parentheses or brackets goes on in the next; how deeply brackets may be
/// nested is limited, since the parser calls itself for each of them.
final class SourceLexer extends NetLexer {
    private static final int DEEPEST = 64;

    private final String name;
    private final Diagnostics diagnostics;
    private final Set<Integer> unpaired;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Token> abandoned = new ArrayList<>();
    private boolean tooDeep;

    /// A bracket that is to be closed.
    ///
    /// @param closing the type of the token that closes it
    private record Open(Token token, int closing) {}

    /// @param unpaired where brackets stand that are known to be closed nowhere: their lines end as if they were not there
    SourceLexer(String name, CharStream text, Diagnostics diagnostics, Set<Integer> unpaired) {
        super(text);
        this.name = name;
        this.diagnostics = diagnostics;
        this.unpaired = unpaired;
        removeErrorListeners();
    }

    /// The brackets that were not closed so far.
    List<Token> unclosed() {
        List<Token> unclosed = new ArrayList<>(abandoned);
        open.forEach(bracket -> unclosed.add(bracket.token));
        return unclosed;
    }

    /// Whether the text was given up.
    boolean tooDeep() {
        return tooDeep;
    }

    @Override
    public Token nextToken() {
        Token token = super.nextToken();
        while (token.getType() == NEWLINE && !open.isEmpty() && open.peek().closing != RIGHT_BRACE) {
            token = super.nextToken();
        }
        switch (token.getType()) {
            case CALL, LEFT_PARENTHESIS -> open(token, RIGHT_PARENTHESIS);
            case LEFT_BRACKET -> open(token, RIGHT_BRACKET);
            case LEFT_BRACE -> open(token, RIGHT_BRACE);
            case RIGHT_PARENTHESIS, RIGHT_BRACKET, RIGHT_BRACE -> close(token.getType());
            default -> {}
        }
        return token;
    }

    private void open(Token token, int closing) {
        if (unpaired.contains(token.getStartIndex())) {
            return;
        }
        open.push(new Open(token, closing));
        if (open.size() > DEEPEST && !tooDeep) {
            tooDeep = true;
            diagnostics.add(new Position(name, token.getLine(), token.getCharPositionInLine() + 1),
                    "brackets are nested more than " + DEEPEST + " deep");
        }
    }

    /// Closes the innermost bracket of this kind; a brace ends what was left open inside of it.
    private void close(int closing) {
        boolean ends = closing == RIGHT_BRACE && open.stream().anyMatch(bracket -> bracket.closing == closing);
        while (ends && open.peek().closing != closing) {
            abandoned.add(open.pop().token);
        }
        if (!open.isEmpty() && open.peek().closing == closing) {
            open.pop();
        }
    }
}
