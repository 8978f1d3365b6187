package org.sardonyx.ir.regex;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.sardonyx.ir.ModelException;

/// Reads a set of characters in brackets: `[^a-z[:digit:]\pL]`.
final class ClassParser {
    private static final Pattern POSIX = Pattern.compile("\\[:(\\^?)(\\w+):\\]");

    private final PatternReader reader;

    /// @param reader after the opening bracket
    ClassParser(PatternReader reader) {
        this.reader = reader;
    }

    /// @param anyCase whether a letter stands for all its cases
    CharacterSet parse(boolean anyCase) {
        boolean negated = reader.accept("^");
        CharacterSet all = element();
        while (!reader.accept("]")) {
            all = all.or(element());
        }
        CharacterSet set = anyCase ? all.ofAnyCase() : all;
        return negated ? set.negated() : set;
    }

    private CharacterSet element() {
        Optional<MatchResult> posix = reader.accept(POSIX);
        if (posix.isPresent()) {
            CharacterSet set = CharacterSet.posix(posix.get().group(2));
            return posix.get().group(1).isEmpty() ? set : set.negated();
        }
        boolean escaped = reader.accept("\\");
        Optional<CharacterSet> set = escaped ? Escapes.set(reader) : Optional.empty();
        if (set.isPresent()) {
            return set.get();
        }
        int first = escaped ? Escapes.character(reader) : reader.next();
        return CharacterSet.range(first, last(first));
    }

    /// The end of the range that starts with a character; a hyphen before the closing bracket is one itself.
    private int last(int first) {
        if (reader.startsWith("-]") || !reader.accept("-")) {
            return first;
        }
        int last = reader.accept("\\") ? Escapes.character(reader) : reader.next();
        if (last < first) {
            throw new ModelException("a range of characters is out of order");
        }
        return last;
    }
}
