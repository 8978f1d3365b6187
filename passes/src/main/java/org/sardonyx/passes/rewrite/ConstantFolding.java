package org.sardonyx.passes.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Computes nodes that depend on constants only.
public final class ConstantFolding {
    /// A result may be so many times as large as what it is computed from: dequantized weights are four times as large,
    /// a number that fills a tensor is not worth its memory.
    private static final long LARGEST_GROWTH = 8;
    /// Results of up to so many bytes are computed whatever they are computed from.
    private static final long SMALL = 1 << 16;
    /// Larger results are left to the run, in bytes.
    private static final long LARGEST = 1L << 32;

    private ConstantFolding() {}

    /// The value of a node with one output, a tensor of known size, if it depends on constants only and is worth its
    /// memory.
    public static Optional<Tensor> evaluate(Node node) {
        if (node.operator() instanceof Constant(Tensor tensor)) {
            return Optional.of(tensor);
        }
        if (node.operands().isEmpty() || !node.operator().isPure() || !node.operator().graphs().isEmpty()) {
            return Optional.empty();
        }
        List<Tensor> inputs = new ArrayList<>();
        long given = 0;
        for (Operand operand : node.operands()) {
            if (!(operand.node().operator() instanceof Constant(Tensor tensor))) {
                return Optional.empty();
            }
            inputs.add(tensor);
            given += tensor.byteSize();
        }
        return isWorthIt(node, given)
                ? WeightArithmetic.evaluate(node, inputs).or(() -> interpret(node, inputs))
                : Optional.empty();
    }

    private static boolean isWorthIt(Node node, long given) {
        boolean known = node.types().size() == 1 && node.types().getFirst() instanceof TensorType type
                && type.shape().isStatic();
        if (!known) {
            return false;
        }
        TensorType type = node.output(0).tensorType();
        long elements = Tensor.elementCount(type.shape().sizes());
        long bytes = elements <= LARGEST ? elements * Math.max(8, type.dataType().bits()) / 8 : Long.MAX_VALUE;
        return bytes <= SMALL || bytes <= LARGEST && bytes / LARGEST_GROWTH <= given;
    }

    private static Optional<Tensor> interpret(Node node, List<Tensor> inputs) {
        try {
            return new Interpreter().evaluate(node, inputs).getFirst() instanceof Tensor tensor
                    ? Optional.of(tensor)
                    : Optional.empty();
        } catch (ModelException _) {
            // The model is wrong only if this node ever runs, and then the message comes with the values at hand.
            return Optional.empty();
        }
    }
}
