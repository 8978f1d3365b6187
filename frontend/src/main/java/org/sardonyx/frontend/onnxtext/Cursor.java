package org.sardonyx.frontend.onnxtext;

import com.google.protobuf.ByteString;

import org.sardonyx.frontend.protobuf.HeapBudget;

/// A place in a text that moves forward, and the words and signs that are read there.
///
/// White space and comments, from `#` to the end of the line, are skipped before each. A comment that begins with `#@` is an
/// annotation: it is not skipped but read where one is allowed, and ends with its line.
final class Cursor {
    /// Messages in messages. The limit of Protocol Buffers is 100, and a type takes up to four where it ends.
    private static final int DEEPEST = 90;
    private static final int LONGEST_SHOWN = 40;
    private static final char END = '\0';

    private final String text;
    private final SyntaxProblems problems;
    private final HeapBudget budget;
    private int position;
    private int depth;
    private boolean inAnnotation;
    private boolean escapes;

    Cursor(String text, SyntaxProblems problems, HeapBudget budget) {
        this.text = text;
        this.problems = problems;
        this.budget = budget;
        this.position = text.startsWith("\ufeff") ? 1 : 0;
    }

    /// Where the next word or sign stands.
    int offset() {
        skipSpace();
        return position;
    }

    /// To be charged with what takes much more heap than text.
    HeapBudget budget() {
        return budget;
    }

    /// Begins a message inside another.
    void enter() {
        budget.message();
        if (++depth > DEEPEST) {
            throw fail("graphs, types or messages are nested more than " + DEEPEST + " levels deep");
        }
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    /// Adds a problem; reading goes on.
    void report(int offset, String message) {
        problems.add(offset, message);
    }

    SyntaxProblem fail(String message) {
        return new SyntaxProblem(offset(), message);
    }

    SyntaxProblem expected(String what) {
        return fail("expected " + what + ", found " + found());
    }

    /// Goes on at the next line that may begin a node or end a list of them, or at the end of the text.
    ///
    /// @param offset no place before it is looked at
    /// @param depth the depth there
    void resume(int offset, int depth) {
        this.depth = depth;
        inAnnotation = false;
        escapes = false;
        position = Math.max(offset, position);
        do {
            int end = text.indexOf('\n', position);
            position = end < 0 ? text.length() : end + 1;
        } while (position < text.length() && !mayBeginNode());
    }

    private boolean mayBeginNode() {
        int end = text.indexOf('\n', position);
        int start = position;
        int limit = end < 0 ? text.length() : end;
        while (start < limit && isSpace(text.charAt(start))) {
            start++;
        }
        char first = start < limit ? text.charAt(start) : END;
        return first == '}' || (Identifiers.starts(first) || first == '[' || first == '"')
                && text.substring(start, limit).indexOf('=') > 0;
    }

    boolean atEnd() {
        skipSpace();
        return position == text.length();
    }

    /// The next character, and one that nothing begins with at the end of the text.
    char peek() {
        skipSpace();
        return position < text.length() ? text.charAt(position) : END;
    }

    boolean accept(char sign) {
        if (peek() != sign || position == text.length()) {
            return false;
        }
        position++;
        return true;
    }

    void expect(char sign) {
        if (!accept(sign)) {
            throw expected("`" + sign + "`");
        }
    }

    /// `=>`, without a space in it.
    void expectArrow() {
        if (peek() != '=' || !text.startsWith("=>", position)) {
            throw expected("`=>`");
        }
        position += 2;
    }

    /// The identifier that comes next, without moving; empty if there is none.
    String peekIdentifier() {
        skipSpace();
        int end = position;
        if (end < text.length() && Identifiers.starts(text.charAt(end))) {
            while (end < text.length() && Identifiers.continues(text.charAt(end))) {
                end++;
            }
        }
        return text.substring(position, end);
    }

    String identifier(String what) {
        String word = peekIdentifier();
        if (word.isEmpty()) {
            throw expected(what);
        }
        budget.string(word.length());
        position += word.length();
        return word;
    }

    /// An identifier or a string.
    String name(String what) {
        return peek() == '"' ? string() : identifier(what);
    }

    String string() {
        int start = offset();
        ByteString bytes = bytes();
        if (!bytes.isValidUtf8()) {
            problems.add(start, "the string is not valid UTF-8");
        }
        return bytes.toStringUtf8();
    }

    /// A string in quotes, as [QuotedString] tells.
    ByteString bytes() {
        if (peek() != '"') {
            throw expected("a string in quotes");
        }
        QuotedString string = QuotedString.read(text, position, escapes, inAnnotation);
        budget.string(string.bytes().size());
        position = string.end();
        return string.bytes();
    }

    /// The text of a number: `-1`, `2.5e-3`, `inf`, `-nan`.
    String number() {
        int start = offset();
        position = NumberSyntax.end(text, start).orElseThrow(() -> expected("a number"));
        return text.substring(start, position);
    }

    /// The bits in `(0x7f800001)`, which follow a `nan`.
    long nanBits() {
        expect('(');
        if (!text.startsWith("0x", offset())) {
            throw expected("`0x`");
        }
        position += 2;
        int end = NumberSyntax.endOfHexadecimal(text, position, 16);
        if (end == position) {
            throw expected("hexadecimal digits");
        }
        long bits = Long.parseUnsignedLong(text, position, end, 16);
        position = end;
        expect(')');
        return bits;
    }

    /// Enters an annotation of this kind if it comes next.
    boolean acceptAnnotation(String kind) {
        skipSpace();
        if (inAnnotation || escapes || !text.startsWith("#@", position)) {
            return false;
        }
        int before = position;
        position += 2;
        inAnnotation = true;
        if (peekIdentifier().equals(kind)) {
            position += kind.length();
            escapes = true;
            return true;
        }
        inAnnotation = false;
        position = before;
        return false;
    }

    void endAnnotation() {
        skipSpace();
        if (position < text.length() && text.charAt(position) != '\n') {
            throw expected("`,` or the end of the line");
        }
        inAnnotation = false;
        escapes = false;
    }

    /// Begins a message in braces; to be handed to [#endMessage].
    boolean beginMessage() {
        boolean before = escapes;
        escapes = true;
        expect('{');
        return before;
    }

    void endMessage(boolean before) {
        expect('}');
        escapes = before;
    }

    private String found() {
        if (atEnd()) {
            return "the end of the text";
        }
        char next = peek();
        if (next == '\n' && inAnnotation) {
            return "the end of the line";
        }
        String word = peekIdentifier();
        if (word.isEmpty() && text.startsWith("#@", position)) {
            return "an annotation";
        }
        if (word.isEmpty() && (Identifiers.isDigit(next) || next == '-')) {
            word = text.substring(position, NumberSyntax.endOfDigits(text, position + 1));
        }
        if (word.isEmpty()) {
            return next == '"' ? "a string" : "`" + Character.toString(text.codePointAt(position)) + "`";
        }
        return "`" + (word.length() > LONGEST_SHOWN ? word.substring(0, LONGEST_SHOWN) + "..." : word) + "`";
    }

    private void skipSpace() {
        while (position < text.length()) {
            char next = text.charAt(position);
            if (next == '#' && !inAnnotation && !text.startsWith("#@", position)) {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (isSpace(next) && !(inAnnotation && next == '\n')) {
                position++;
            } else {
                return;
            }
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
