package org.sardonyx.frontend.language.syntax;

import java.util.List;
import java.util.Optional;

/// A step of a network or a block.
public sealed interface Statement {
    Position at();

    /// `let width = 4*out`
    record Let(Position at, String name, Expression value) implements Statement {}

    /// `init normal(0.01)`: how the weights of the layers that follow are initialised.
    record Initial(Position at, Expression value) implements Statement {}

    /// `parameter table: float[1000, 64] init=normal(0.02)`
    record Parameter(Position at, String name, Type type, List<Element.Option> options) implements Statement {
        public Parameter {
            options = List.copyOf(options);
        }
    }

    /// `output digit`, `output features = low relu`
    record Output(Position at, String name, Optional<Chain> chain) implements Statement {}

    /// `skip = conv out 1x1`, `a, b = Split(here)`: the current value stays what it is.
    record Branch(Position at, List<String> names, Chain chain) implements Statement {
        public Branch {
            names = List.copyOf(names);
        }
    }

    /// `conv 64 3x3 relu`, `conv 64 3x3 -> low`: the current value goes through the chain.
    record Apply(Position at, Chain chain, Optional<String> name) implements Statement {}

    /// `repeat 3 { ... }`, `repeat i in 1..3 { ... }`
    record Repeat(Position at, Optional<String> counter, Counts counts, List<Statement> body) implements Statement {
        public Repeat {
            body = List.copyOf(body);
        }
    }

    /// `if a { ... } else if b { ... } else { ... }`
    record Choice(Position at, List<Case> cases, Optional<List<Statement>> otherwise) implements Statement {
        public Choice {
            cases = List.copyOf(cases);
            otherwise = otherwise.map(List::copyOf);
        }
    }

    /// `group layer1 { ... }`, `sequence features { ... }`
    ///
    /// @param numbered whether the layers in it are named by their position
    record Group(Position at, String label, boolean numbered, List<Statement> body) implements Statement {
        public Group {
            body = List.copyOf(body);
        }
    }

    /// A condition and what is done if it is the first that holds.
    record Case(Expression condition, List<Statement> body) {
        public Case {
            body = List.copyOf(body);
        }
    }

    /// What a repetition counts through.
    sealed interface Counts {
        /// A number of times, or the items of a list.
        record Through(Expression value) implements Counts {}

        /// All numbers from one to another, both included.
        record Range(Expression from, Expression to) implements Counts {}
    }
}
