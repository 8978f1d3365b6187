package org.sardonyx.ir.regex;

import java.util.List;

import org.sardonyx.ir.ModelException;

/// A regular expression in the syntax of RE2, for matches of a whole text.
///
/// It is turned into a nondeterministic automaton whose states are all followed at once (K. Thompson, "Regular Expression
/// Search Algorithm", 1968), so that a match takes at most as many steps as the text has characters times the automaton
/// has states.
///
/// @see <a href="https://github.com/google/re2/wiki/Syntax">The syntax of RE2</a>
public final class Regex {
    private final List<Instruction> program;

    private Regex(List<Instruction> program) {
        this.program = program;
    }

    /// @throws ModelException if the pattern is not a regular expression of RE2, or a very large one
    public static Regex compile(String pattern) {
        try {
            return new Regex(Assembler.assemble(new Parser(pattern).parse()));
        } catch (ModelException e) {
            throw e.at("pattern '" + pattern + "'");
        }
    }

    /// Whether the whole text matches.
    public boolean matches(String text) {
        Threads now = new Threads();
        Threads next = new Threads();
        now.follow(0, text, 0);
        int position = 0;
        while (position < text.length() && now.count > 0) {
            int character = text.codePointAt(position);
            int after = position + Character.charCount(character);
            next.clear();
            for (int i = 0; i < now.count; i++) {
                if (program.get(now.states[i]) instanceof Instruction.Read(CharacterSet set, int target)
                        && set.contains(character)) {
                    next.follow(target, text, after);
                }
            }
            Threads swapped = now;
            now = next;
            next = swapped;
            position = after;
        }
        return position == text.length() && now.accepts();
    }

    /// The states that the automaton is in at one place of the text, each once.
    private final class Threads {
        private final int[] states = new int[program.size()];
        private final int[] places = new int[program.size()];
        private final int[] pending = new int[2 * program.size() + 1];
        private int count;

        void clear() {
            count = 0;
        }

        private boolean contains(int state) {
            return places[state] < count && states[places[state]] == state;
        }

        /// Adds a state and all that are reached from it without reading.
        void follow(int start, String text, int position) {
            int size = 0;
            pending[size++] = start;
            while (size > 0) {
                int state = pending[--size];
                if (contains(state)) {
                    continue;
                }
                places[state] = count;
                states[count++] = state;
                switch (program.get(state)) {
                    case Instruction.Fork(int first, int second) -> {
                        pending[size++] = second;
                        pending[size++] = first;
                    }
                    case Instruction.Check(Assertion assertion, int target) -> {
                        if (assertion.holds(text, position)) {
                            pending[size++] = target;
                        }
                    }
                    case Instruction.Read _,Instruction.Accept _ -> {}
                }
            }
        }

        boolean accepts() {
            for (int i = 0; i < count; i++) {
                if (program.get(states[i]) instanceof Instruction.Accept) {
                    return true;
                }
            }
            return false;
        }
    }
}
