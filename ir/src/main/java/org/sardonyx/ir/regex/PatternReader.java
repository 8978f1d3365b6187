package org.sardonyx.ir.regex;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.sardonyx.ir.ModelException;

/// The text of a pattern and the place up to which it has been read.
final class PatternReader {
    private final String pattern;
    private int position;

    PatternReader(String pattern) {
        this.pattern = pattern;
    }

    boolean atEnd() {
        return position == pattern.length();
    }

    /// The next character, which is not read yet.
    int peek() {
        if (atEnd()) {
            throw new ModelException("the regular expression ends where more is expected");
        }
        return pattern.codePointAt(position);
    }

    int next() {
        int character = peek();
        position += Character.charCount(character);
        return character;
    }

    /// Whether a text stands here.
    boolean startsWith(String text) {
        return pattern.startsWith(text, position);
    }

    /// Reads a text if it stands here.
    boolean accept(String text) {
        boolean found = startsWith(text);
        position += found ? text.length() : 0;
        return found;
    }

    /// Reads what matches here.
    Optional<MatchResult> accept(Pattern expected) {
        Matcher matcher = expected.matcher(pattern).region(position, pattern.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        position = matcher.end();
        return Optional.of(matcher.toMatchResult());
    }
}
