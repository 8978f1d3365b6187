package org.sardonyx.ir.operator;

import java.util.Arrays;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Many sums of products computed together: `sum[s][i] = Σ_r weight[s][r] * row[r][i]`. Rows are gathered from a tensor in
/// portions, and a portion is added to one sum after the other while it is in the processor's cache. Elements of a row that
/// do not exist add nothing, whatever the weight is.
sealed interface ProductSums {
    /// The greatest number of elements in a row and in a sum; a few cache lines per row make the inner loop long enough.
    int WIDTH = 256;
    /// The greatest number of rows in a portion: rows of one portion and one sum fit into a first-level cache of 48 KiB.
    int DEPTH = 16;
    /// The greatest number of sums; together they fit into a second-level cache.
    int SUMS = 256;

    /// For elements of a type: in double for floating-point numbers, in 64-bit integers that wrap around for integers.
    static ProductSums of(DataType type) {
        return type.isFloat() ? new OfDoubles() : new OfLongs();
    }

    /// Sets the sums to zero.
    void clear(int sums);

    /// Reads a row: element `i` is `x[from + offsets[i]]`, or does not exist if the offset is negative.
    void gather(int row, Tensor x, long from, long[] offsets, int width);

    /// Adds the first rows to a sum, weighted by elements of a tensor that lie `stride` apart.
    ///
    /// @param offsets those the rows were gathered with
    void add(int sum, Tensor weights, long from, long stride, int depth, long[] offsets, int width);

    /// Stores a sum, rounded to the element type.
    void write(int sum, Tensor y, long to, int width);

    /// Sums in double.
    final class OfDoubles implements ProductSums {
        private final double[][] sums = new double[SUMS][WIDTH];
        private final double[][] rows = new double[DEPTH][WIDTH];
        private final double[] weight = new double[DEPTH];

        @Override
        public void clear(int count) {
            for (int sum = 0; sum < count; sum++) {
                Arrays.fill(sums[sum], 0);
            }
        }

        /// Neighbours are read together: along a row of a picture most are.
        @Override
        public void gather(int row, Tensor x, long from, long[] offsets, int width) {
            double[] elements = rows[row];
            for (int start = 0, end; start < width; start = end) {
                end = start + 1;
                if (offsets[start] < 0) {
                    elements[start] = 0;
                    continue;
                }
                while (end < width && offsets[end] == offsets[end - 1] + 1) {
                    end++;
                }
                x.readDoubles(from + offsets[start], elements, start, end - start);
            }
        }

        @Override
        public void add(int sum, Tensor weights, long from, long stride, int depth, long[] offsets, int width) {
            double finite = 0;
            for (int row = 0; row < depth; row++) {
                weight[row] = weights.getDouble(from + row * stride);
                finite += weight[row] * 0;
            }
            if (finite == 0) {
                addAll(sums[sum], depth, width);
            } else {
                addExisting(sums[sum], depth, offsets, width);
            }
        }

        /// Four rows at a time, so that the sum is loaded and stored once for four products.
        private void addAll(double[] sum, int depth, int width) {
            int row = 0;
            for (; row + 4 <= depth; row += 4) {
                addFour(sum, rows[row], rows[row + 1], rows[row + 2], rows[row + 3], row, width);
            }
            for (; row < depth; row++) {
                double factor = weight[row];
                double[] elements = rows[row];
                for (int i = 0; i < width; i++) {
                    sum[i] += factor * elements[i];
                }
            }
        }

        private void addFour(double[] sum, double[] a, double[] b, double[] c, double[] d, int row, int width) {
            double ofA = weight[row];
            double ofB = weight[row + 1];
            double ofC = weight[row + 2];
            double ofD = weight[row + 3];
            for (int i = 0; i < width; i++) {
                sum[i] += ofA * a[i] + ofB * b[i] + (ofC * c[i] + ofD * d[i]);
            }
        }

        /// Where a weight is infinite or no number, a product with the zero that stands for nothing would be no number.
        private void addExisting(double[] sum, int depth, long[] offsets, int width) {
            for (int row = 0; row < depth; row++) {
                for (int i = 0; i < width; i++) {
                    sum[i] += offsets[i] < 0 ? 0 : weight[row] * rows[row][i];
                }
            }
        }

        @Override
        public void write(int sum, Tensor y, long to, int width) {
            y.writeDoubles(to, sums[sum], 0, width);
        }
    }

    /// Sums in 64-bit integers.
    final class OfLongs implements ProductSums {
        private final long[][] sums = new long[SUMS][WIDTH];
        private final long[][] rows = new long[DEPTH][WIDTH];

        @Override
        public void clear(int count) {
            for (int sum = 0; sum < count; sum++) {
                Arrays.fill(sums[sum], 0);
            }
        }

        @Override
        public void gather(int row, Tensor x, long from, long[] offsets, int width) {
            long[] elements = rows[row];
            for (int i = 0; i < width; i++) {
                elements[i] = offsets[i] < 0 ? 0 : x.getLong(from + offsets[i]);
            }
        }

        @Override
        public void add(int sum, Tensor weights, long from, long stride, int depth, long[] offsets, int width) {
            long[] to = sums[sum];
            for (int row = 0; row < depth; row++) {
                long factor = weights.getLong(from + row * stride);
                long[] elements = rows[row];
                for (int i = 0; i < width; i++) {
                    to[i] += factor * elements[i];
                }
            }
        }

        @Override
        public void write(int sum, Tensor y, long to, int width) {
            for (int i = 0; i < width; i++) {
                y.setLong(to + i, sums[sum][i]);
            }
        }
    }
}
