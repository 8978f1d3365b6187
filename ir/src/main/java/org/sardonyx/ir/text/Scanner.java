package org.sardonyx.ir.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.sardonyx.ir.ModelException;

/// Reads words, numbers, quoted strings and punctuation from a text; every error tells line and column. White space and
/// comments, from `//` to the end of the line, separate.
public final class Scanner {
    private static final Pattern NUMERAL = Pattern.compile("-?(\\d++(\\.\\d++(E-?\\d++)?)?|NaN\\b|Infinity\\b)");

    private final String text;
    private int position;

    public Scanner(String text) {
        this.text = text;
    }

    /// A problem at the place that was reached.
    public ModelException error(String message) {
        int line = 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
        int column = position - text.lastIndexOf('\n', position - 1);
        return new ModelException("line " + line + ", column " + column + ": " + message);
    }

    private void skip() {
        while (position < text.length()) {
            if (Character.isWhitespace(text.charAt(position))) {
                position++;
            } else if (text.startsWith("//", position)) {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else {
                return;
            }
        }
    }

    public boolean atEnd() {
        skip();
        return position == text.length();
    }

    /// Takes the token if it comes next.
    public boolean accept(String token) {
        skip();
        if (!text.startsWith(token, position)) {
            return false;
        }
        position += token.length();
        return true;
    }

    /// Takes the token.
    ///
    /// @throws ModelException if something else comes next
    public void expect(String token) {
        if (!accept(token)) {
            int end = Math.min(text.length(), position + 12);
            throw error(
                    "expected '" + token + "', found '" + text.substring(position, end).lines().findFirst().orElse("")
                            + "'");
        }
    }

    /// The longest run of letters, digits and the characters `_ . + - %`.
    public String word() {
        skip();
        int start = position;
        while (position < text.length() && (Character.isLetterOrDigit(text.charAt(position))
                || "_.+-%".indexOf(text.charAt(position)) >= 0)) {
            position++;
        }
        if (start == position) {
            throw error("expected a word or number");
        }
        return text.substring(start, position);
    }

    /// The longest run of letters, digits and underscores, but not one that begins with a digit; empty if there is none.
    String name() {
        skip();
        int start = position;
        while (position < text.length() && (Character.isLetter(text.charAt(position)) || text.charAt(position) == '_'
                || position > start && Character.isDigit(text.charAt(position)))) {
            position++;
        }
        return text.substring(start, position);
    }

    /// A number without blanks in it, as [Long#toString(long)] or [Float#toString(float)] write it; empty if there is none.
    String numeral() {
        skip();
        Matcher matcher = NUMERAL.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        position = matcher.end();
        return matcher.group();
    }

    public long integer() {
        String word = word();
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException _) {
            throw error("'" + word + "' is not an integer");
        }
    }

    double number() {
        String word = word();
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException _) {
            throw error("'" + word + "' is not a number");
        }
    }

    /// What [Quoted] wrote.
    public String quoted() {
        expect("\"");
        StringBuilder result = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            char c = text.charAt(position++);
            result.append(c == '\\' ? escaped() : c);
        }
        if (position == text.length()) {
            throw error("the text ends within a string");
        }
        position++;
        return result.toString();
    }

    private char escaped() {
        if (position == text.length()) {
            throw error("the text ends within a string");
        }
        char c = text.charAt(position++);
        if (c == 'n') {
            return '\n';
        }
        if (c != 'u') {
            return c;
        }
        try {
            char decoded = (char) Integer.parseInt(text, position, position + 4, 16);
            position += 4;
            return decoded;
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
            throw error("expected four hexadecimal digits");
        }
    }

    /// Everything up to one of the characters that is not inside parentheses.
    String until(String stops) {
        skip();
        int start = position;
        int open = 0;
        while (position < text.length() && (open > 0 || stops.indexOf(text.charAt(position)) < 0)) {
            char c = text.charAt(position++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return text.substring(start, position).strip();
    }
}
