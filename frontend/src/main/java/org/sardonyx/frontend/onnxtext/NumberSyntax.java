package org.sardonyx.frontend.onnxtext;

import java.util.OptionalInt;

/// Finds where numbers end.
///
/// ```
/// number ::= '-'? (digit+ ('.' digit*)? (('e' | 'E') ('+' | '-')? digit+)? | 'inf' | 'infinity' | 'nan')
/// ```
final class NumberSyntax {
    private NumberSyntax() {}

    /// The end of the number that begins at `start`; empty if none does.
    static OptionalInt end(String text, int start) {
        int first = at(text, start) == '-' ? start + 1 : start;
        if (Identifiers.starts(at(text, first))) {
            int end = first;
            while (Identifiers.continues(at(text, end))) {
                end++;
            }
            return Identifiers.isSpecialFloat(text.substring(first, end)) ? OptionalInt.of(end) : OptionalInt.empty();
        }
        int end = endOfDigits(text, first);
        if (end == first) {
            return OptionalInt.empty();
        }
        if (at(text, end) == '.') {
            end = endOfDigits(text, end + 1);
        }
        return OptionalInt.of(at(text, end) == 'e' || at(text, end) == 'E' ? endOfExponent(text, start, end + 1) : end);
    }

    private static int endOfExponent(String text, int start, int exponent) {
        int first = at(text, exponent) == '+' || at(text, exponent) == '-' ? exponent + 1 : exponent;
        int end = endOfDigits(text, first);
        if (end == first) {
            throw new SyntaxProblem(start, "the exponent of `" + text.substring(start, end) + "` has no digits");
        }
        return end;
    }

    static int endOfDigits(String text, int start) {
        int end = start;
        while (Identifiers.isDigit(at(text, end))) {
            end++;
        }
        return end;
    }

    /// The end of the hexadecimal digits at `start`, of which `most` are looked at.
    static int endOfHexadecimal(String text, int start, int most) {
        int end = start;
        while (end - start < most && at(text, end) < 0x80 && Character.digit(at(text, end), 16) >= 0) {
            end++;
        }
        return end;
    }

    /// The character at an index, or one that is part of no number past the end.
    private static char at(String text, int index) {
        return index < text.length() ? text.charAt(index) : ' ';
    }
}
