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
/// nested and how long a statement may be is limited, since the parser calls itself for its parts.
final class SourceLexer extends NetLexer {
    private static final int DEEPEST = 64;
    private static final int LONGEST = 1000;

    private final String name;
    private final Diagnostics diagnostics;
    private final Set<Integer> unpaired;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Token> abandoned = new ArrayList<>();
    private int length;
    private boolean givenUp;

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

    /// Whether the parser is not to see the text.
    boolean givenUp() {
        return givenUp;
    }

    @Override
    public Token nextToken() {
        Token token = label(super.nextToken());
        while (token.getType() == NEWLINE && !open.isEmpty() && open.peek().closing != RIGHT_BRACE) {
            token = super.nextToken();
        }
        length++;
        if (length > LONGEST) {
            giveUp(token, "a statement has more than " + LONGEST + " words");
        }
        switch (token.getType()) {
            case NEWLINE, SEMICOLON -> length = 0;
            case CALL, LEFT_PARENTHESIS -> open(token, RIGHT_PARENTHESIS);
            case LEFT_BRACKET -> open(token, RIGHT_BRACKET);
            case LEFT_BRACE -> open(token, RIGHT_BRACE);
            case RIGHT_PARENTHESIS, RIGHT_BRACKET, RIGHT_BRACE -> close(token.getType());
            default -> {}
        }
        return token;
    }

    /// Where a label is missing, what stands there instead is read as elsewhere. An equals sign is none of that: an option
    /// may be called `group`.
    private Token label(Token token) {
        if (token.getType() != NO_LABEL || token.getText().equals("=")) {
            return token;
        }
        getInputStream().seek(token.getStartIndex());
        setLine(token.getLine());
        setCharPositionInLine(token.getCharPositionInLine());
        return super.nextToken();
    }

    private void open(Token token, int closing) {
        if (unpaired.contains(token.getStartIndex())) {
            return;
        }
        open.push(new Open(token, closing));
        if (closing == RIGHT_BRACE) {
            length = 0;
        }
        if (open.size() > DEEPEST) {
            giveUp(token, "brackets are nested more than " + DEEPEST + " deep");
        }
    }

    private void giveUp(Token token, String reason) {
        if (!givenUp) {
            diagnostics.add(new Position(name, token.getLine(), token.getCharPositionInLine() + 1), reason);
        }
        givenUp = true;
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
