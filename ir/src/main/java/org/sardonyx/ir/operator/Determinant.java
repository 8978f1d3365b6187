package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// The determinant of each square matrix in `[..., n, n]`, by Gaussian elimination with partial pivoting in double.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Det.html">Det</a>
public record Determinant() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        Shape shape = operands.shape(0);
        if (!operands.dataType(0).isFloat()) {
            throw new ModelException("the determinant of elements of type " + operands.dataType(0).text());
        }
        return List.of(operands.tensor(0).withShape(shape.hasRank() ? outer(shape) : Shape.UNKNOWN));
    }

    private static Shape outer(Shape shape) {
        if (shape.rank() < 2 || shape.dimension(-1).neverSameSize(shape.dimension(-2))) {
            throw new ModelException("the determinant of matrices of shape " + shape + ", expected square ones");
        }
        return Shape.of(shape.dimensions().subList(0, shape.rank() - 2));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor result = Tensor.allocate(x.dataType(), outer(x.shape()).sizes());
        int n = Math.toIntExact(x.size(-1));
        for (long i = 0; i < result.size(); i++) {
            double[][] rows = new double[n][n];
            for (int row = 0; row < n; row++) {
                x.readDoubles((i * n + row) * n, rows[row], 0, n);
            }
            result.setDouble(i, determinant(rows));
        }
        return List.of(result);
    }

    private static double determinant(double[][] rows) {
        double determinant = 1;
        for (int k = 0; k < rows.length; k++) {
            int pivot = k;
            for (int row = k + 1; row < rows.length; row++) {
                pivot = Math.abs(rows[row][k]) > Math.abs(rows[pivot][k]) ? row : pivot;
            }
            double[] swapped = rows[k];
            rows[k] = rows[pivot];
            rows[pivot] = swapped;
            determinant *= pivot == k ? rows[k][k] : -rows[k][k];
            for (int row = k + 1; row < rows.length && rows[k][k] != 0; row++) {
                double factor = rows[row][k] / rows[k][k];
                for (int column = k; column < rows.length; column++) {
                    rows[row][column] -= factor * rows[k][column];
                }
            }
        }
        return determinant;
    }
}
