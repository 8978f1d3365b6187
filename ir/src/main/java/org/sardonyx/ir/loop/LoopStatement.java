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

    /// Multiplies two small matrices, of which each item has a part, and adds the product to sums. All items of a [WorkGroup] come to
    /// the same such statements, in the same order; [MatrixForm#ITEMS] that follow each other do one together.
    ///
    /// @param left the [MatrixForm#LEFT] registers with the item's numbers of the left matrix
    /// @param right the [MatrixForm#RIGHT] registers with those of the right matrix
    /// @param sums the [MatrixForm#SUMS] sums of the item: lanes of variables, which are changed
    record MultiplyMatrices(MatrixForm form, List<LoopExpression> left, List<LoopExpression> right,
            List<LoopExpression.Lane> sums)
            implements LoopStatement {
        public MultiplyMatrices {
            left = registers(left, MatrixForm.LEFT);
            right = registers(right, MatrixForm.RIGHT);
            sums = List.copyOf(sums);
            boolean areLanes = sums.stream().allMatch(sum -> sum.type().kind() == LoopType.Kind.FLOAT
                    && sum.vector() instanceof LoopExpression.Variable);
            if (sums.size() != MatrixForm.SUMS || !areLanes) {
                throw new IllegalArgumentException("sums of matrices: " + sums);
            }
        }

        private static List<LoopExpression> registers(List<LoopExpression> operands, int count) {
            if (operands.size() != count
                    || !operands.stream().map(LoopExpression::type).allMatch(LoopType.registers(1)::equals)) {
                throw new IllegalArgumentException("expected " + count + " registers: " + operands);
            }
            return List.copyOf(operands);
        }
    }

    /// Waits until all items of the [WorkGroup] are here: they all come to the same barriers, in the same order.
    record Barrier() implements LoopStatement {}
}
