package org.sardonyx.ir.loop;

import java.util.List;
import java.util.Optional;

/// What a kernel does.
public sealed interface LoopStatement {
    /// Statements one after the other. What is defined in a block is known to its end.
    record Block(List<LoopStatement> statements) implements LoopStatement {
        public Block {
            statements = List.copyOf(statements);
        }
    }

    /// Defines a variable; [Assign] may change it.
    record Define(String name, LoopExpression value) implements LoopStatement {}

    /// Changes a variable.
    record Assign(String name, LoopExpression value) implements LoopStatement {}

    /// Runs the body for `from`, `from + step` and so on, below `to`.
    ///
    /// @param step positive
    record Loop(String variable, LoopExpression from, LoopExpression to, LoopExpression step, Block body)
            implements LoopStatement {}

    /// Writes elements of a buffer that follow each other.
    ///
    /// @param index of the first
    /// @param count how many are written, if not all lanes
    record Store(String buffer, LoopExpression index, LoopExpression value, Optional<LoopExpression> count)
            implements LoopStatement {}

    /// Says that elements around one will be read before long. It changes no result, and the index may lie outside of the buffer.
    record Prefetch(String buffer, LoopExpression index) implements LoopStatement {}

    /// Runs the body if a condition holds.
    record When(LoopExpression condition, Block body) implements LoopStatement {}

    /// Waits until all items of the [WorkGroup] are here: they all come to the same barriers, in the same order.
    record Barrier() implements LoopStatement {}
}
