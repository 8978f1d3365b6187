package org.sardonyx.frontend.onnxtext;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import com.google.protobuf.ByteString;

/// A string in quotes.
///
/// A backslash stands before a character that is meant as such. Where there are escapes, `\n`, `\r` and `\t` are control
/// characters and `\x0a` is any byte.
///
/// @param end the index after the closing quote
record QuotedString(ByteString bytes, int end) {
    /// Reads the string whose opening quote stands at `start`.
    ///
    /// @param inLine whether the string may not go over lines
    static QuotedString read(String text, int start, boolean escapes, boolean inLine) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int position = start + 1;
        while (true) {
            int from = position;
            while (position < text.length() && text.charAt(position) != '"' && text.charAt(position) != '\\'
                    && !(inLine && text.charAt(position) == '\n')) {
                position++;
            }
            bytes.writeBytes(text.substring(from, position).getBytes(StandardCharsets.UTF_8));
            if (position == text.length() || text.charAt(position) == '\n') {
                throw new SyntaxProblem(start, "the string is not closed");
            }
            if (text.charAt(position) == '"') {
                return new QuotedString(ByteString.copyFrom(bytes.toByteArray()), position + 1);
            }
            if (position + 1 == text.length()) {
                throw new SyntaxProblem(start, "the string is not closed");
            }
            position = escaped(text, position + 1, escapes, bytes);
        }
    }

    /// Adds what stands behind a backslash.
    ///
    /// @return the index after it
    private static int escaped(String text, int position, boolean escapes, ByteArrayOutputStream bytes) {
        int character = text.codePointAt(position);
        int end = position + Character.charCount(character);
        if (escapes && character == 'x') {
            int digits = NumberSyntax.endOfHexadecimal(text, end, 2);
            if (digits - end < 2) {
                throw new SyntaxProblem(end, "expected two hexadecimal digits");
            }
            bytes.write(Integer.parseInt(text, end, digits, 16));
            return digits;
        }
        int meant = !escapes ? character : switch (character) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> character;
        };
        bytes.writeBytes(Character.toString(meant).getBytes(StandardCharsets.UTF_8));
        return end;
    }
}
