package org.sardonyx.ir.regex;

/// What an expression can require of a place in the text without reading a character.
enum Assertion {
    START_OF_TEXT,
    END_OF_TEXT,
    START_OF_LINE,
    END_OF_LINE,
    WORD_BOUNDARY,
    NO_WORD_BOUNDARY;

    boolean holds(String text, int position) {
        return switch (this) {
            case START_OF_TEXT -> position == 0;
            case END_OF_TEXT -> position == text.length();
            case START_OF_LINE -> position == 0 || text.charAt(position - 1) == '\n';
            case END_OF_LINE -> position == text.length() || text.charAt(position) == '\n';
            case WORD_BOUNDARY -> isBoundary(text, position);
            case NO_WORD_BOUNDARY -> !isBoundary(text, position);
        };
    }

    private static boolean isBoundary(String text, int position) {
        boolean before = position > 0 && CharacterSet.WORD.contains(text.charAt(position - 1));
        boolean after = position < text.length() && CharacterSet.WORD.contains(text.charAt(position));
        return before != after;
    }
}
