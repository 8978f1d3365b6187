package org.sardonyx.frontend.language.syntax;

import java.util.List;
import java.util.Optional;

/// What stands at the outermost level of a text.
public sealed interface Declaration {
    Position at();

    /// `import "blocks.net"`
    record Import(Position at, String file) implements Declaration {}

    /// `block up(below, skip) out scale=2 { ... }`
    ///
    /// @param operands the names of the values it takes, none for a block that takes the current value
    record Block(Position at, String name, List<String> operands, List<Formal> formals, List<Statement> body)
            implements Declaration {
        public Block {
            operands = List.copyOf(operands);
            formals = List.copyOf(formals);
            body = List.copyOf(body);
        }
    }

    /// `network resnet-18 classes=1000`
    record Network(Position at, String name, List<Formal> formals) implements Declaration {
        public Network {
            formals = List.copyOf(formals);
        }
    }

    /// `input image: float[N, 3, 224, 224]`
    record Input(Position at, String name, Type type) implements Declaration {}

    /// `weights "resnet.safetensors"`
    record Weights(Position at, String file) implements Declaration {}

    /// `seed 7`
    record Seed(Position at, long value) implements Declaration {}

    /// A step of the network.
    record Step(Statement statement) implements Declaration {
        @Override
        public Position at() {
            return statement.at();
        }
    }

    /// A parameter of a block or a network.
    record Formal(Position at, String name, Optional<Expression> byDefault) {}
}
