package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// The numbers `start + i * delta` before a limit, as a vector. Operands: start, limit (exclusive) and delta, each one
/// number, all of the same element type. Floating-point numbers are computed in double.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Range.html">Range</a>
public record Range() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(3, 3);
        DataType type = operands.commonDataType(0, 1);
        operands.commonDataType(0, 2);
        if (!type.isFloat() && !type.isInteger()) {
            throw new ModelException("a range of elements of type " + type.text());
        }
        return List.of(new TensorType(type, Shape.of(List.of(length(operands)))));
    }

    private static Dimension length(Operands operands) {
        Optional<Tensor> start = operands.constant(0);
        Optional<Tensor> limit = operands.constant(1);
        Optional<Tensor> delta = operands.constant(2);
        if (start.isPresent() && limit.isPresent() && delta.isPresent()) {
            return Dimension.of(count(start.get(), limit.get(), delta.get()));
        }
        Dimension step = element(operands, 2);
        if (!step.isConstant() || step.size() == 0) {
            return Dimension.UNKNOWN;
        }
        Dimension distance = element(operands, 1).minus(element(operands, 0));
        Dimension forward = step.size() > 0 ? distance : distance.times(-1);
        return forward.isNonNegative() ? forward.ceilingDivide(Math.abs(step.size())) : Dimension.UNKNOWN;
    }

    private static Dimension element(Operands operands, int operand) {
        return operands.dimensions(operand).filter(elements -> elements.size() == 1).map(List::getFirst)
                .orElse(Dimension.UNKNOWN);
    }

    private static long count(Tensor start, Tensor limit, Tensor delta) {
        if (start.size() != 1 || limit.size() != 1 || delta.size() != 1) {
            throw new ModelException("a range from " + start + " to " + limit + " by " + delta
                    + ", expected one number each");
        }
        double steps;
        if (start.dataType().isFloat()) {
            steps = Math.ceil((limit.getDouble(0) - start.getDouble(0)) / delta.getDouble(0));
        } else {
            steps = wholeSteps(start.getLong(0), limit.getLong(0), delta.getLong(0));
        }
        if (Double.isNaN(steps) || steps > Long.MAX_VALUE / 2.0) {
            throw new ModelException("a range from " + start + " to " + limit + " by " + delta + " has no end");
        }
        return (long) Math.max(steps, 0);
    }

    /// Exact up to 2^53 steps, more than any tensor has elements.
    private static double wholeSteps(long start, long limit, long delta) {
        boolean overflow = ((limit ^ start) & (limit ^ (limit - start))) < 0;
        if (delta == 0 || overflow) {
            return Double.NaN;
        }
        return Math.ceilDiv(limit - start, delta);
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor start = evaluation.tensor(0);
        Tensor delta = evaluation.tensor(2);
        Tensor result = Tensor.allocate(start.dataType(), count(start, evaluation.tensor(1), delta));
        for (long i = 0; i < result.size(); i++) {
            if (start.dataType().isFloat()) {
                result.setDouble(i, start.getDouble(0) + i * delta.getDouble(0));
            } else {
                result.setLong(i, start.getLong(0) + i * delta.getLong(0));
            }
        }
        return List.of(result);
    }
}
