package org.sardonyx.ir.regex;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;

/// Turns an expression into the states of an automaton, from its end to its start: what follows a state is there before it.
final class Assembler {
    /// Counted repetitions multiply when they are nested; this bounds the product.
    private static final int MOST_STATES = 20_000;

    private final List<Instruction> reversed = new ArrayList<>();

    private Assembler() {}

    /// The states; the automaton starts in the first.
    static List<Instruction> assemble(Expression expression) {
        Assembler assembler = new Assembler();
        int start = assembler.add(expression, assembler.add(new Instruction.Accept()));
        assembler.add(new Instruction.Fork(start, start));
        return assembler.renumbered();
    }

    private List<Instruction> renumbered() {
        int last = reversed.size() - 1;
        List<Instruction> program = new ArrayList<>();
        for (Instruction instruction : reversed.reversed()) {
            program.add(switch (instruction) {
                case Instruction.Read(CharacterSet set, int target) -> new Instruction.Read(set, last - target);
                case Instruction.Fork(int first, int second) -> new Instruction.Fork(last - first, last - second);
                case Instruction.Check(Assertion assertion, int target) ->
                        new Instruction.Check(assertion, last - target);
                case Instruction.Accept accept -> accept;
            });
        }
        return List.copyOf(program);
    }

    private int add(Instruction instruction) {
        if (reversed.size() == MOST_STATES) {
            throw new ModelException("the regular expression needs more than " + MOST_STATES + " states");
        }
        reversed.add(instruction);
        return reversed.size() - 1;
    }

    /// Adds the states of an expression.
    ///
    /// @param next the state after it
    /// @return its first state
    private int add(Expression expression, int next) {
        return switch (expression) {
            case Expression.One(CharacterSet set) -> add(new Instruction.Read(set, next));
            case Expression.Place(Assertion assertion) -> add(new Instruction.Check(assertion, next));
            case Expression.Sequence(List<Expression> parts) -> {
                int start = next;
                for (Expression part : parts.reversed()) {
                    start = add(part, start);
                }
                yield start;
            }
            case Expression.Choice(List<Expression> alternatives) -> {
                int start = add(alternatives.getFirst(), next);
                for (Expression alternative : alternatives.subList(1, alternatives.size())) {
                    start = add(new Instruction.Fork(start, add(alternative, next)));
                }
                yield start;
            }
            case Expression.Repetition(Expression body, int least, int most) -> repeat(body, least, most, next);
        };
    }

    private int repeat(Expression body, int least, int most, int next) {
        int start = next;
        if (most < 0) {
            int fork = add(new Instruction.Fork(next, next));
            reversed.set(fork, new Instruction.Fork(add(body, fork), next));
            start = fork;
        }
        for (int i = least; i < most; i++) {
            start = add(new Instruction.Fork(add(body, start), next));
        }
        for (int i = 0; i < least; i++) {
            start = add(body, start);
        }
        return start;
    }
}
