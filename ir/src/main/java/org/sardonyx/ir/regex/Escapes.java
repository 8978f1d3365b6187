package org.sardonyx.ir.regex;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.sardonyx.ir.ModelException;

/// What a backslash makes of the characters after it.
final class Escapes {
    private static final Pattern OCTAL = Pattern.compile("0[0-7]{0,2}|[1-7][0-7]{1,2}");
    private static final Pattern HEXADECIMAL = Pattern.compile("x(?:([0-9A-Fa-f]{2})|\\{([0-9A-Fa-f]{1,6})\\})");
    private static final Pattern PROPERTY = Pattern.compile("[pP](?:(\\p{L})|\\{(\\^?)([A-Za-z_]+)\\})");

    private Escapes() {}

    /// Reads a set of characters if one stands here.
    static Optional<CharacterSet> set(PatternReader reader) {
        int kind = reader.peek();
        Optional<MatchResult> property = reader.accept(PROPERTY);
        if (property.isPresent()) {
            boolean negated = kind == 'P' != "^".equals(property.get().group(2));
            String letter = property.get().group(1);
            CharacterSet set = CharacterSet.unicode(letter != null ? letter : property.get().group(3));
            return Optional.of(negated ? set.negated() : set);
        }
        Optional<CharacterSet> set = switch (kind) {
            case 'd' -> Optional.of(CharacterSet.DIGIT);
            case 'D' -> Optional.of(CharacterSet.DIGIT.negated());
            case 's' -> Optional.of(CharacterSet.SPACE);
            case 'S' -> Optional.of(CharacterSet.SPACE.negated());
            case 'w' -> Optional.of(CharacterSet.WORD);
            case 'W' -> Optional.of(CharacterSet.WORD.negated());
            default -> Optional.empty();
        };
        if (set.isPresent()) {
            reader.next();
        }
        return set;
    }

    /// Reads what stands for one character.
    static int character(PatternReader reader) {
        Optional<MatchResult> octal = reader.accept(OCTAL);
        if (octal.isPresent()) {
            return Integer.parseInt(octal.get().group(), 8);
        }
        Optional<MatchResult> hexadecimal = reader.accept(HEXADECIMAL);
        if (hexadecimal.isPresent()) {
            String digits =
                    hexadecimal.get().group(1) != null ? hexadecimal.get().group(1) : hexadecimal.get().group(2);
            return Integer.parseInt(digits, 16);
        }
        int character = reader.next();
        return switch (character) {
            case 'a' -> 0x07;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            default -> {
                if (character > 0x7F || Character.isLetterOrDigit(character)) {
                    throw new ModelException("'\\" + Character.toString(character)
                            + "' is no part of RE2, such as references back to a group");
                }
                yield character;
            }
        };
    }
}
