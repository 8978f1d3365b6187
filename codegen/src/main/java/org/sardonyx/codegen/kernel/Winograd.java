package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.binary;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;

/// Winograd's convolution of `outputs` by `outputs` places with 3 by 3 filters: input tiles and filters are transformed, then
/// multiplied element by element, and the products transformed back, which takes fewer multiplications than the sums of
/// products themselves: 16 instead of 36 for 2 by 2 places, 36 instead of 144 for 4 by 4.
///
/// Source: Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks" (2015); the matrices are those of Toom and Cook
/// for the points 0, 1, -1, and for larger tiles 1/2 and -2, which round less than 2 and -2 (Barabasz and others, "Error
/// Analysis and Improving the Accuracy of Winograd Convolution for Deep Neural Networks", 2018), and infinity.
public record Winograd(int outputs) {
    /// Of a filter.
    public static final int TAPS = 3;
    private static final double[] POINTS = {0, 1, -1, 0.5, -2};

    public Winograd {
        if (outputs != 2 && outputs != 4) {
            throw new IllegalArgumentException("Winograd's convolution of " + outputs + " places");
        }
    }

    /// The size of a transformed tile along each axis.
    public int tile() {
        return outputs + TAPS - 1;
    }

    /// What transforms a column of an input tile.
    double[][] inputMatrix() {
        int size = tile();
        double[][] matrix = new double[size][size];
        for (int row = 0; row < size; row++) {
            double[] polynomial = {1};
            for (int point = 0; point < size - 1; point++) {
                if (point != row) {
                    polynomial = timesLinear(polynomial, POINTS[point]);
                }
            }
            System.arraycopy(polynomial, 0, matrix[row], 0, polynomial.length);
        }
        return matrix;
    }

    /// The product of a polynomial, its constant first, and `x - root`.
    private static double[] timesLinear(double[] polynomial, double root) {
        double[] product = new double[polynomial.length + 1];
        for (int i = 0; i < polynomial.length; i++) {
            product[i] -= root * polynomial[i];
            product[i + 1] += polynomial[i];
        }
        return product;
    }

    /// What transforms a column of a filter.
    double[][] filterMatrix() {
        int size = tile();
        double[][] matrix = new double[size][TAPS];
        for (int row = 0; row < size - 1; row++) {
            double scale = 1;
            for (int point = 0; point < size - 1; point++) {
                if (point != row) {
                    scale *= POINTS[row] - POINTS[point];
                }
            }
            for (int tap = 0; tap < TAPS; tap++) {
                matrix[row][tap] = Math.pow(POINTS[row], tap) / scale;
            }
        }
        matrix[size - 1][TAPS - 1] = 1;
        return matrix;
    }

    /// What transforms a column of products to one of places.
    double[][] outputMatrix() {
        int size = tile();
        double[][] matrix = new double[outputs][size];
        for (int row = 0; row < outputs; row++) {
            for (int point = 0; point < size - 1; point++) {
                matrix[row][point] = Math.pow(POINTS[point], row);
            }
        }
        matrix[outputs - 1][size - 1] = 1;
        return matrix;
    }

    /// Transforms filters, by one thread.
    public FilterTransform filterTransform() {
        return new FilterTransform(filterMatrix());
    }

    /// Transforms filters of 3 by 3 taps.
    public static final class FilterTransform {
        private final double[][] matrix;
        private final double[] columns;

        private FilterTransform(double[][] matrix) {
            this.matrix = matrix;
            this.columns = new double[matrix.length * TAPS];
        }

        /// Transforms one.
        ///
        /// @param filters nine numbers each, row by row
        /// @param at where its first one is
        /// @param transformed takes the transformed tile, row by row
        public void apply(float[] filters, int at, double[] transformed) {
            int size = matrix.length;
            for (int i = 0; i < size; i++) {
                double[] row = matrix[i];
                for (int column = 0; column < TAPS; column++) {
                    columns[i * TAPS + column] = row[0] * filters[at + column] + row[1] * filters[at + TAPS + column]
                            + row[2] * filters[at + 2 * TAPS + column];
                }
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    double[] row = matrix[j];
                    transformed[i * size + j] = row[0] * columns[i * TAPS] + row[1] * columns[i * TAPS + 1]
                            + row[2] * columns[i * TAPS + 2];
                }
            }
        }
    }

    /// The product of a matrix and a column of vectors.
    static List<LoopExpression> product(LoopCode code, double[][] matrix, List<LoopExpression> column) {
        List<LoopExpression> product = new ArrayList<>();
        for (double[] row : matrix) {
            LoopExpression sum = null;
            for (int i = 0; i < row.length; i++) {
                LoopExpression element = column.get(i);
                if (row[i] == 0) {
                    continue;
                }
                if (sum == null) {
                    sum = row[i] == 1
                            ? element
                            : binary(BinaryMath.MULTIPLY, element,
                                    LoopCode.constant(row[i], element.type().lanes()));
                } else if (Math.abs(row[i]) == 1) {
                    sum = binary(row[i] > 0 ? BinaryMath.ADD : BinaryMath.SUBTRACT, sum, element);
                } else {
                    sum = new LoopExpression.MultiplyAdd(element,
                            LoopCode.constant(row[i], element.type().lanes()), sum);
                }
            }
            product.add(code.define("transformed", sum));
        }
        return product;
    }
}
