package org.sardonyx.codegen.kernel;

import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;

/// What is done to each element of a kernel's result before it is stored: a bias, an activation, another tensor that is added.
///
/// @param operands what it takes besides the result
public record Epilogue(List<Operand> operands, Formula formula) {
    /// Stores the result as it is.
    public static final Epilogue NONE = new Epilogue(List.of(), (_, result, _) -> result);

    public Epilogue {
        operands = List.copyOf(operands);
    }

    /// What an epilogue takes.
    public enum Operand {
        /// A number for each channel.
        PER_CHANNEL,
        /// A tensor of the result's shape.
        PER_ELEMENT
    }

    /// Computes the lanes that are stored.
    @FunctionalInterface
    public interface Formula {
        /// @param code defines variables for what is used more than once
        /// @param result the lanes that the kernel computed
        /// @param operands the lanes of each operand
        LoopExpression apply(LoopCode code, LoopExpression result, List<LoopExpression> operands);
    }
}
