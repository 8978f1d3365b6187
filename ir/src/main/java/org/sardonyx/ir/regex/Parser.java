package org.sardonyx.ir.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.sardonyx.ir.ModelException;

/// Reads the syntax of RE2. Groups only group, as no one asks what they matched; whether a repetition is lazy makes no
/// difference to whether the whole text matches.
final class Parser {
    private static final int MOST_REPETITIONS = 1000;
    private static final int MAXIMUM_DEPTH = 250;
    private static final Pattern COUNTS = Pattern.compile("(\\d+)(?:,(\\d*))?\\}");
    private static final CharacterSet ANY = _ -> true;

    /// What `(?i)`, `(?m)` and `(?s)` switch on: letters of any case, lines, and `.` for line breaks too.
    private record Flags(boolean anyCase, boolean lines, boolean dotAll) {}

    /// A group that is open.
    private static final class Group {
        private final Flags outerFlags;
        private final List<Expression> alternatives = new ArrayList<>();
        private List<Expression> parts = new ArrayList<>();

        Group(Flags outerFlags) {
            this.outerFlags = outerFlags;
        }

        Expression close() {
            alternatives.add(new Expression.Sequence(parts));
            return alternatives.size() == 1 ? alternatives.getFirst() : new Expression.Choice(alternatives);
        }
    }

    private final PatternReader reader;
    private final Deque<Group> groups = new ArrayDeque<>();
    private Flags flags = new Flags(false, false, false);

    Parser(String pattern) {
        this.reader = new PatternReader(pattern);
    }

    Expression parse() {
        groups.push(new Group(flags));
        while (!reader.atEnd()) {
            element();
        }
        if (groups.size() > 1) {
            throw new ModelException("a group is not closed");
        }
        return groups.pop().close();
    }

    private void element() {
        int character = reader.next();
        switch (character) {
            case '(' -> open();
            case ')' -> {
                if (groups.size() == 1) {
                    throw new ModelException("a group is closed that was not opened");
                }
                Group group = groups.pop();
                flags = group.outerFlags;
                add(group.close());
            }
            case '|' -> {
                Group group = groups.element();
                group.alternatives.add(new Expression.Sequence(group.parts));
                group.parts = new ArrayList<>();
            }
            case '*' -> repeat(0, -1);
            case '+' -> repeat(1, -1);
            case '?' -> repeat(0, 1);
            case '{' -> countedRepetition();
            case '^' -> place(flags.lines ? Assertion.START_OF_LINE : Assertion.START_OF_TEXT);
            case '$' -> place(flags.lines ? Assertion.END_OF_LINE : Assertion.END_OF_TEXT);
            case '.' -> add(new Expression.One(flags.dotAll ? ANY : CharacterSet.range('\n', '\n').negated()));
            case '[' -> add(new Expression.One(new ClassParser(reader).parse(flags.anyCase)));
            case '\\' -> escape();
            default -> literal(character);
        }
    }

    private void add(Expression expression) {
        groups.element().parts.add(expression);
    }

    private void place(Assertion assertion) {
        add(new Expression.Place(assertion));
    }

    private void literal(int character) {
        one(CharacterSet.range(character, character));
    }

    private void one(CharacterSet set) {
        add(new Expression.One(flags.anyCase ? set.ofAnyCase() : set));
    }

    private void repeat(int least, int most) {
        List<Expression> parts = groups.element().parts;
        if (parts.isEmpty()) {
            throw new ModelException("there is nothing to repeat");
        }
        reader.accept("?");
        if (reader.startsWith("*") || reader.startsWith("+") || reader.startsWith("?")) {
            throw new ModelException("a repetition is repeated, it needs a group around it");
        }
        parts.add(new Expression.Repetition(parts.removeLast(), least, most));
    }

    /// `{2}`, `{2,}` or `{2,5}`; anything else is a literal brace.
    private void countedRepetition() {
        Optional<MatchResult> counts = reader.accept(COUNTS);
        if (counts.isEmpty()) {
            literal('{');
            return;
        }
        String last = counts.get().group(2);
        int least = count(counts.get().group(1));
        int most = last == null ? least : last.isEmpty() ? -1 : count(last);
        if (most >= 0 && most < least) {
            throw new ModelException("repeated at least " + least + " and at most " + most + " times");
        }
        repeat(least, most);
    }

    private static int count(String digits) {
        if (digits.length() > 4 || Integer.parseInt(digits) > MOST_REPETITIONS) {
            throw new ModelException("repeated " + digits + " times, at most " + MOST_REPETITIONS + " are supported");
        }
        return Integer.parseInt(digits);
    }

    private void open() {
        if (groups.size() > MAXIMUM_DEPTH) {
            throw new ModelException("groups are nested deeper than " + MAXIMUM_DEPTH);
        }
        Flags outer = flags;
        if (reader.accept("?P<") || reader.accept("?<")) {
            groupName();
        } else if (reader.accept("?") && !flags()) {
            return;
        }
        groups.push(new Group(outer));
    }

    private void groupName() {
        int length = 0;
        for (int character = reader.next(); character != '>'; character = reader.next()) {
            if (!CharacterSet.WORD.contains(character)) {
                throw new ModelException("a group has no proper name, RE2 does not look behind either");
            }
            length++;
        }
        if (length == 0) {
            throw new ModelException("a group has an empty name");
        }
    }

    /// Reads flags and the `:` or `)` after them.
    ///
    /// @return whether a group starts
    private boolean flags() {
        boolean value = true;
        while (true) {
            int character = reader.next();
            switch (character) {
                case 'i' -> flags = new Flags(value, flags.lines, flags.dotAll);
                case 'm' -> flags = new Flags(flags.anyCase, value, flags.dotAll);
                case 's' -> flags = new Flags(flags.anyCase, flags.lines, value);
                case 'U' -> {}
                case '-' -> {
                    if (!value) {
                        throw new ModelException("flags are switched off twice");
                    }
                    value = false;
                }
                case ':' -> {
                    return true;
                }
                case ')' -> {
                    return false;
                }
                default -> throw new ModelException(
                        "'(?" + Character.toString(character) + "' is no part of RE2, such as lookaround");
            }
        }
    }

    private void escape() {
        if (reader.accept("A")) {
            place(Assertion.START_OF_TEXT);
        } else if (reader.accept("z")) {
            place(Assertion.END_OF_TEXT);
        } else if (reader.accept("b")) {
            place(Assertion.WORD_BOUNDARY);
        } else if (reader.accept("B")) {
            place(Assertion.NO_WORD_BOUNDARY);
        } else if (reader.accept("Q")) {
            while (!reader.atEnd() && !reader.accept("\\E")) {
                literal(reader.next());
            }
        } else {
            Escapes.set(reader).ifPresentOrElse(this::one, () -> literal(Escapes.character(reader)));
        }
    }
}
