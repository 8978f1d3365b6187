package org.sardonyx.ir.regex;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.sardonyx.ir.ModelException;

/// A set of Unicode characters.
@FunctionalInterface
interface CharacterSet {
    CharacterSet DIGIT = range('0', '9');
    CharacterSet SPACE = character -> "\t\n\f\r ".indexOf(character) >= 0;
    CharacterSet WORD = range('a', 'z').or(range('A', 'Z')).or(DIGIT).or(range('_', '_'));

    boolean contains(int character);

    static CharacterSet range(int first, int last) {
        return character -> character >= first && character <= last;
    }

    default CharacterSet or(CharacterSet other) {
        return character -> contains(character) || other.contains(character);
    }

    default CharacterSet negated() {
        return character -> !contains(character);
    }

    /// The set with every character in all its cases.
    default CharacterSet ofAnyCase() {
        return character -> {
            int upper = Character.toUpperCase(character);
            return contains(character) || contains(upper) || contains(Character.toLowerCase(character))
                    || contains(Character.toLowerCase(upper));
        };
    }

    /// The characters of a general category (`L`, `Lu`) or of a script (`Greek`).
    static CharacterSet unicode(String name) {
        if (name.equals("Any")) {
            return _ -> true;
        }
        try {
            String property = name.length() <= 2 ? name : "script=" + name;
            Predicate<String> predicate = Pattern.compile("\\p{" + property + "}").asMatchPredicate();
            return character -> predicate.test(Character.toString(character));
        } catch (PatternSyntaxException e) {
            throw new ModelException("there is no Unicode category or script '" + name + "'", e);
        }
    }

    /// A class of POSIX, all of ASCII: the `alpha` of `[[:alpha:]]`.
    static CharacterSet posix(String name) {
        return switch (name) {
            case "alnum" -> range('0', '9').or(range('A', 'Z')).or(range('a', 'z'));
            case "alpha" -> range('A', 'Z').or(range('a', 'z'));
            case "ascii" -> range(0, 0x7F);
            case "blank" -> range('\t', '\t').or(range(' ', ' '));
            case "cntrl" -> range(0, 0x1F).or(range(0x7F, 0x7F));
            case "digit" -> DIGIT;
            case "graph" -> range('!', '~');
            case "lower" -> range('a', 'z');
            case "print" -> range(' ', '~');
            case "punct" -> range('!', '/').or(range(':', '@')).or(range('[', '`')).or(range('{', '~'));
            case "space" -> range('\t', '\r').or(range(' ', ' '));
            case "upper" -> range('A', 'Z');
            case "word" -> WORD;
            case "xdigit" -> DIGIT.or(range('A', 'F')).or(range('a', 'f'));
            default -> throw new ModelException("there is no class [:" + name + ":]");
        };
    }
}
