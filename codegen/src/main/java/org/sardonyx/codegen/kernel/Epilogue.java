package org.sardonyx.codegen.kernel;

import java.util.Collections;
import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;

/// What is done to each element of a kernel's result before it is stored: a bias, an activation, another tensor that is added.
/// There may be several results, such as a tensor and its square.
///
/// @param operands what it takes besides the kernel's result
/// @param results how many tensors are stored, in the buffers `y`, `y1`, `y2` and so on
public record Epilogue(List<Operand> operands, int results, Formula formula) {
    private static final int LONG = 8;

    /// Stores the result as it is.
    public static final Epilogue NONE = new Epilogue(List.of(), (_, result, _) -> result);

    public Epilogue {
        operands = List.copyOf(operands);
    }

    /// An epilogue with one result.
    public Epilogue(List<Operand> operands, SingleFormula formula) {
        this(operands, 1, formula);
    }

    /// Whether it is so long that kernels had better not have it for several vectors one after the other: the virtual machine
    /// would take long to compile them.
    public boolean isLong() {
        LoopCode scratch = new LoopCode();
        LoopExpression zero = LoopCode.constant(0, 1);
        formula.results(scratch, zero, Collections.nCopies(operands.size(), zero));
        return scratch.block().statements().size() > LONG;
    }

    /// What an epilogue takes.
    public enum Operand {
        /// A number for each channel.
        PER_CHANNEL,
        /// An element for each of the result, or for several of them where a stride is 0.
        PER_ELEMENT,
        /// A number for all channels of a pixel.
        PER_PIXEL
    }

    /// Computes the lanes that are stored.
    @FunctionalInterface
    public interface Formula {
        /// @param code defines variables for what is used more than once
        /// @param result the lanes that the kernel computed
        /// @param operands the lanes of each operand
        /// @return the lanes of each result
        List<LoopExpression> results(LoopCode code, LoopExpression result, List<LoopExpression> operands);
    }

    /// A formula with one result.
    @FunctionalInterface
    public interface SingleFormula extends Formula {
        /// @param code defines variables for what is used more than once
        /// @param result the lanes that the kernel computed
        /// @param operands the lanes of each operand
        LoopExpression result(LoopCode code, LoopExpression result, List<LoopExpression> operands);

        @Override
        default List<LoopExpression> results(LoopCode code, LoopExpression result, List<LoopExpression> operands) {
            return List.of(result(code, result, operands));
        }
    }
}
