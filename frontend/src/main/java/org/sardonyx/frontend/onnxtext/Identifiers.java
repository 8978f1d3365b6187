package org.sardonyx.frontend.onnxtext;

import java.util.Set;

/// The rules for names without quotes.
final class Identifiers {
    private static final Set<String> TYPE_WORDS = Set.of("seq", "map", "optional", "sparse_tensor", "opaque");

    private Identifiers() {}

    static boolean starts(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    static boolean continues(char c) {
        return starts(c) || isDigit(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Whether the text is a letter or `_`, followed by letters, digits and `_`.
    static boolean isIdentifier(String text) {
        return !text.isEmpty() && starts(text.charAt(0)) && text.chars().allMatch(c -> continues((char) c));
    }

    /// Whether a type can begin with this word.
    static boolean startsType(String word) {
        return ElementType.of(word).isPresent() || TYPE_WORDS.contains(word);
    }

    /// Whether the name is told from anything else without quotes.
    static boolean isPlain(String name) {
        return isIdentifier(name) && !startsType(name);
    }

    /// Whether the word is a float: `inf`, `infinity` or `nan`, in either case.
    static boolean isSpecialFloat(String word) {
        return word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity") || word.equalsIgnoreCase("nan");
    }
}
