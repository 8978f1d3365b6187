package org.sardonyx.passes.rewrite;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// The arithmetic that is done with whole sets of weights, in loops that take a fraction of a second where the interpreter
/// takes several. The results are the same to the bit.
final class WeightArithmetic {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt BITS = ValueLayout.JAVA_INT_UNALIGNED;
    /// A square of so many elements a side stays in the first cache while it is turned over.
    private static final int BLOCK = 64;
    /// Elements that are taken to an array at once: code that is hardly compiled yet works on arrays many times faster than on other
    /// memory.
    private static final int CHUNK = 4096;

    private WeightArithmetic() {}

    /// The value of a node, if it is one of float32 for which there is a loop here.
    static Optional<Tensor> evaluate(Node node, List<Tensor> operands) {
        if (operands.stream().anyMatch(tensor -> tensor.dataType() != DataType.FLOAT32)) {
            return Optional.empty();
        }
        Tensor x = operands.getFirst();
        return switch (node.operator()) {
            case Transpose(List<Integer> permutation) when permutation.equals(List.of(1, 0)) ->
                    Optional.of(transposed(x));
            case Binary(BinaryFunction function) when function == BinaryFunction.MULTIPLY
                    && isPerRow(x, operands.get(1)) -> Optional.of(scaled(x, operands.get(1)));
            default -> Optional.empty();
        };
    }

    private static Tensor transposed(Tensor x) {
        long rows = x.size(0);
        long columns = x.size(1);
        Tensor result = Tensor.allocate(DataType.FLOAT32, columns, rows);
        MemorySegment from = x.segment();
        MemorySegment to = result.segment();
        int[] square = new int[BLOCK * BLOCK];
        int[] line = new int[BLOCK];
        for (long row = 0; row < rows; row += BLOCK) {
            for (long column = 0; column < columns; column += BLOCK) {
                int height = (int) Math.min(BLOCK, rows - row);
                int width = (int) Math.min(BLOCK, columns - column);
                for (int i = 0; i < height; i++) {
                    MemorySegment.copy(from, BITS, 4 * ((row + i) * columns + column), square, i * BLOCK, width);
                }
                for (int j = 0; j < width; j++) {
                    for (int i = 0; i < height; i++) {
                        line[i] = square[i * BLOCK + j];
                    }
                    MemorySegment.copy(line, 0, to, BITS, 4 * ((column + j) * rows + row), height);
                }
            }
        }
        return result;
    }

    /// Whether there is a factor for each index of the first axis.
    private static boolean isPerRow(Tensor x, Tensor factors) {
        return x.rank() >= 1 && factors.rank() == x.rank() && factors.size() == x.size(0)
                && factors.size(0) == x.size(0);
    }

    private static Tensor scaled(Tensor x, Tensor factors) {
        Tensor result = Tensor.allocate(DataType.FLOAT32, x.sizes());
        long rows = factors.size();
        long length = rows == 0 ? 0 : x.size() / rows;
        float[] chunk = new float[CHUNK];
        for (long row = 0; row < rows; row++) {
            float factor = factors.segment().get(FLOAT, 4 * row);
            for (long at = 0; at < length; at += CHUNK) {
                int count = (int) Math.min(CHUNK, length - at);
                long offset = 4 * (row * length + at);
                MemorySegment.copy(x.segment(), FLOAT, offset, chunk, 0, count);
                for (int i = 0; i < count; i++) {
                    chunk[i] *= factor;
                }
                MemorySegment.copy(chunk, 0, result.segment(), FLOAT, offset, count);
            }
        }
        return result;
    }
}
