package org.sardonyx.codegen.lower;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import org.sardonyx.codegen.kernel.Winograd;
import org.sardonyx.ir.value.Tensor;

/// Filters of a convolution in blocks of channels, as kernels read them: some channels side by side, one for each lane. What is
/// left over of the last block is zero.
///
/// Models are prepared by code that the virtual machine has hardly compiled yet, in which an access to an array costs a tenth of
/// one to memory outside of the heap: parts of the filters are copied to arrays and back.
final class FilterBlocks {
    /// Channels in that are taken to an array at once.
    private static final int CHUNK = 32;

    private final Tensor weights;
    private final long groups;
    private final int block;

    /// @param weights `[channels, channels in / groups, rows, columns]`
    /// @param block how many channels are side by side
    FilterBlocks(Tensor weights, long groups, int block) {
        this.weights = weights;
        this.groups = groups;
        this.block = block;
    }

    /// Makes other numbers of a filter's.
    @FunctionalInterface
    private interface Transform {
        /// @param filter where its numbers begin
        /// @param first where the first result is to be
        /// @param step from one result to the next
        void apply(float[] filters, int filter, float[] results, int first, int step);
    }

    private long blocks() {
        return Math.ceilDiv(weights.size(0) / groups, (long) block);
    }

    /// The filters as they are: group, block, row, column, channel in, lane.
    Tensor packed(Buffers buffers) {
        int taps = taps();
        long in = weights.size(1);
        Tensor packed = buffers.allocateConstant(groups * blocks() * taps * in * block);
        pack(packed, taps, taps * in, in, () -> (filters, filter, results, first, step) -> {
            for (int tap = 0; tap < taps; tap++) {
                results[first + tap * step] = filters[filter + tap];
            }
        });
        return packed;
    }

    /// Transformed filters of 3 by 3 taps in one group: element of the tile, block, channel in, lane.
    Tensor transformed(Buffers buffers, Winograd winograd) {
        int size = winograd.tile() * winograd.tile();
        long in = weights.size(1);
        Tensor packed = buffers.allocateConstant(size * blocks() * in * block);
        pack(packed, size, in, blocks() * in, () -> {
            Winograd.FilterTransform transform = winograd.filterTransform();
            double[] tile = new double[size];
            return (filters, filter, results, first, step) -> {
                transform.apply(filters, filter, tile);
                for (int i = 0; i < size; i++) {
                    results[first + i * step] = (float) tile[i];
                }
            };
        });
        return packed;
    }

    private int taps() {
        return Math.toIntExact(weights.size(2) * weights.size(3));
    }

    /// @param size how many results a filter has
    /// @param ofBlock rows of lanes from a block to the next
    /// @param ofElement rows of lanes from a result of a filter to the next
    private void pack(Tensor packed, int size, long ofBlock, long ofElement, Supplier<Transform> transforms) {
        long chunks = Math.ceilDiv(weights.size(1), (long) CHUNK);
        LongStream.range(0, groups * blocks() * chunks).parallel().forEach(part -> {
            long number = part / chunks;
            long in = part % chunks * CHUNK;
            int count = (int) Math.min(CHUNK, weights.size(1) - in);
            float[] results = results(number, in, count, size, transforms.get());
            for (int i = 0; i < size; i++) {
                long row = number * ofBlock + i * ofElement + in;
                MemorySegment.copy(results, i * count * block, packed.segment(), ValueLayout.JAVA_FLOAT,
                        row * block * Float.BYTES, count * block);
            }
        });
    }

    /// Some channels in of the filters of a block: result, channel in, lane.
    private float[] results(long number, long in, int count, int size, Transform transform) {
        int taps = taps();
        long channels = weights.size(0) / groups;
        long first = number % blocks() * block;
        float[] results = new float[size * count * block];
        float[] filters = new float[count * taps];
        for (int lane = 0; lane < Math.min(block, channels - first); lane++) {
            long channel = number / blocks() * channels + first + lane;
            MemorySegment.copy(weights.segment(), ValueLayout.JAVA_FLOAT_UNALIGNED,
                    (channel * weights.size(1) + in) * taps * Float.BYTES, filters, 0, count * taps);
            for (int c = 0; c < count; c++) {
                transform.apply(filters, c * taps, results, c * block + lane, count * block);
            }
        }
        return results;
    }
}
