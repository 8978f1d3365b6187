package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// The same elements under another shape. Operands: a tensor and the sizes as a vector of int64, of which one may be -1:
/// it is what the number of elements leaves over.
///
/// @param copyZeros whether a size of 0 means that of the tensor's dimension at the same place
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Reshape.html">Reshape</a>
public record Reshape(boolean copyZeros) implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        Shape from = operands.shape(0);
        Optional<List<Dimension>> sizes = operands.dimensions(1);
        if (sizes.isEmpty()) {
            Shape vector = operands.shape(1);
            boolean rankKnown = vector.hasRank() && vector.rank() == 1 && vector.dimension(0).isConstant();
            Shape to = rankKnown ? Shape.ofRank(checkedRank(vector.dimension(0).size())) : Shape.UNKNOWN;
            return List.of(operands.tensor(0).withShape(to));
        }
        return List.of(operands.tensor(0).withShape(resolve(from, sizes.get())));
    }

    private static int checkedRank(long rank) {
        if (rank > Shape.MAXIMUM_RANK) {
            throw new ModelException("a shape of rank " + rank + ", at most " + Shape.MAXIMUM_RANK + " is supported");
        }
        return (int) rank;
    }

    private Shape resolve(Shape from, List<Dimension> sizes) {
        List<Dimension> to = new ArrayList<>();
        int leftOver = -1;
        for (int axis = 0; axis < sizes.size(); axis++) {
            Dimension size = sizes.get(axis);
            if (size.is(-1)) {
                if (leftOver >= 0) {
                    throw new ModelException("more than one -1 in the shape " + sizes);
                }
                leftOver = axis;
                to.add(Dimension.UNKNOWN);
            } else if (size.is(0) && copyZeros) {
                if (from.hasRank() && axis >= from.rank()) {
                    throw new ModelException("shape " + sizes + " copies dimension " + axis + " of " + from
                            + ", which has none");
                }
                to.add(from.hasRank() ? from.dimension(axis) : Dimension.UNKNOWN);
            } else {
                to.add(size);
            }
        }
        if (!from.hasRank()) {
            return Shape.of(to);
        }
        Dimension count = from.elementCount();
        if (leftOver >= 0) {
            to.set(leftOver, Dimension.of(1));
            Dimension others = Shape.of(to).elementCount();
            boolean uneven = count.isConstant() && others.isConstant()
                    && (others.size() == 0 || count.size() % others.size() != 0);
            if (uneven) {
                throw new ModelException("a tensor of shape " + from + " cannot take the shape " + sizes);
            }
            to.set(leftOver, count.floorDivide(others));
        } else if (Shape.of(to).elementCount().neverSameSize(count)) {
            throw new ModelException("a tensor of shape " + from + " cannot take the shape " + sizes);
        }
        return Shape.of(to);
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        List<Dimension> sizes = Arrays.stream(evaluation.integers(1)).mapToObj(Dimension::of).toList();
        Shape to = resolve(x.shape(), sizes);
        if (!to.isStatic()) {
            throw new ModelException("a tensor of shape " + x.shape() + " cannot take the shape " + sizes);
        }
        return List.of(x.reshaped(to.sizes()));
    }
}
