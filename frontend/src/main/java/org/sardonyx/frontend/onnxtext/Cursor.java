package org.sardonyx.frontend.onnxtext;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import com.google.protobuf.ByteString;

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
    private int position;
    private int depth;
    private boolean inAnnotation;
    private boolean escapes;

    Cursor(String text, SyntaxProblems problems) {
        this.text = text;
        this.problems = problems;
        this.position = text.startsWith("\ufeff") ? 1 : 0;
    }

    /// Where the next word or sign stands.
    int offset() {
        skipSpace();
        return position;
    }

    /// Begins a message inside another.
    void enter() {
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

    /// A string in quotes. A backslash stands before a character that is meant as such; in a message in braces and in an
    /// annotation `\n`, `\r`, `\t` are control characters and `\x0a` is any byte.
    ByteString bytes() {
        if (peek() != '"') {
            throw expected("a string in quotes");
        }
        int start = position++;
        int end = position;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '"' && !escapes) {
            ByteString whole = ByteString.copyFromUtf8(text.substring(position, end));
            position = end + 1;
            return whole;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (true) {
            int from = position;
            while (position < text.length() && text.charAt(position) != '"' && text.charAt(position) != '\\'
                    && !(inAnnotation && text.charAt(position) == '\n')) {
                position++;
            }
            bytes.writeBytes(text.substring(from, position).getBytes(StandardCharsets.UTF_8));
            if (position >= text.length() || text.charAt(position) == '\n') {
                position = start;
                throw new SyntaxProblem(start, "the string is not closed");
            }
            if (text.charAt(position++) == '"') {
                return ByteString.copyFrom(bytes.toByteArray());
            }
            escaped(start, bytes);
        }
    }

    private void escaped(int start, ByteArrayOutputStream bytes) {
        if (position == text.length()) {
            throw new SyntaxProblem(start, "the string is not closed");
        }
        int character = text.codePointAt(position);
        position += Character.charCount(character);
        switch (escapes ? character : END) {
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case 't' -> bytes.write('\t');
            case 'x' -> bytes.write(hexadecimal(2).intValue());
            default -> bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
        }
    }

    private Long hexadecimal(int most) {
        int from = position;
        while (position < text.length() && position - from < most && Character.digit(text.charAt(position), 16) >= 0
                && text.charAt(position) < 0x80) {
            position++;
        }
        if (position == from || most == 2 && position - from < 2) {
            throw new SyntaxProblem(from, "expected hexadecimal digits");
        }
        return Long.parseUnsignedLong(text, from, position, 16);
    }

    /// The text of a number: `-1`, `2.5e-3`, `inf`, `-nan`.
    String number() {
        int start = offset();
        int end = start;
        if (end < text.length() && text.charAt(end) == '-') {
            end++;
        }
        if (end < text.length() && Identifiers.starts(text.charAt(end))) {
            int word = end;
            while (end < text.length() && Identifiers.continues(text.charAt(end))) {
                end++;
            }
            if (!Identifiers.isSpecialFloat(text.substring(word, end))) {
                throw expected("a number");
            }
        } else {
            end = endOfDigits(end, start);
        }
        position = end;
        return text.substring(start, end);
    }

    private int endOfDigits(int from, int start) {
        int end = digits(from);
        if (end == from) {
            throw expected("a number");
        }
        if (end < text.length() && text.charAt(end) == '.') {
            end = digits(end + 1);
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = end + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            end = digits(exponent);
            if (end == exponent) {
                throw new SyntaxProblem(start, "the exponent of `" + text.substring(start, end) + "` has no digits");
            }
        }
        return end;
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && Identifiers.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// The bits in `(0x7f800001)`, which follow a `nan`.
    long nanBits() {
        expect('(');
        if (!text.startsWith("0x", offset())) {
            throw expected("`0x`");
        }
        position += 2;
        long bits = hexadecimal(16);
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
            int end = digits(position + 1);
            word = text.substring(position, end);
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
