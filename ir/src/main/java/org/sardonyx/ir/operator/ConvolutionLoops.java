package org.sardonyx.ir.operator;

import java.util.Arrays;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// The loops of a convolution and of a transposed one. Of a group of channels,
/// `y[n, m, o..] = Σ_t Σ_c w[m, c, t..] * x[n, c, e..]`, where along each axis a [Taps] tells which element `e` the tap `t`
/// meets at place `o`; a tap that meets none adds nothing.
///
/// @param x `[batch, channels, ...]`
/// @param weights the kernels; the taps of one of them lie next to each other
/// @param y `[batch, channels, ...]`, to be filled
/// @param groups into how many groups the channels of both are divided
/// @param inputStride the distance in `weights` between the kernels of neighbouring input channels of a group
/// @param outputStride the distance in `weights` between the kernels of neighbouring output channels of a group
/// @param kernel the sizes of a kernel
record ConvolutionLoops(Tensor x, Tensor weights, Tensor y, long groups, long inputStride, long outputStride,
        long[] kernel, Taps taps) {

    /// The greatest number of offsets that are kept, unless one place has more taps.
    private static final long MOST_OFFSETS = 1 << 20;
    private static final long MOST_TAPS = 1 << 22;

    /// Where taps fall.
    @FunctionalInterface
    interface Taps {
        /// The element of `x` along an axis, counted after batch and channels, or -1 if there is none.
        long element(int axis, long place, long tap);
    }

    void run() {
        if (y.size() == 0) {
            return;
        }
        long[] places = Arrays.copyOfRange(y.sizes(), 2, y.rank());
        long count = Tensor.elementCount(places);
        long outputs = y.size(1) / groups;
        if (Tensor.elementCount(kernel) > MOST_TAPS) {
            throw new ModelException("kernels of shape " + Shape.of(kernel) + ", at most " + MOST_TAPS
                    + " elements are supported");
        }
        int most = Math.clamp(MOST_OFFSETS / Tensor.elementCount(kernel), 1, ProductSums.WIDTH);
        ProductSums sums = ProductSums.of(x.dataType());
        Odometer place = new Odometer(places);
        for (long first = 0; first < count; first += most) {
            int width = (int) Math.min(most, count - first);
            long[][] offsets = offsets(place, width);
            for (long image = 0; image < y.size(0); image++) {
                for (long group = 0; group < groups; group++) {
                    for (long channel = 0; channel < outputs; channel += ProductSums.SUMS) {
                        int channels = (int) Math.min(ProductSums.SUMS, outputs - channel);
                        sums.clear(channels);
                        sum(sums, image, group, channel, channels, offsets, width);
                        long plane = (image * groups + group) * outputs + channel;
                        for (int i = 0; i < channels; i++) {
                            sums.write(i, y, (plane + i) * count + first, width);
                        }
                    }
                }
            }
        }
    }

    /// Finds the offset in a plane of `x` of the element that each tap meets at each of the next places, -1 for none. Where
    /// a tap meets no element at all its offsets are left out.
    private long[][] offsets(Odometer place, int width) {
        long[][] block = new long[kernel.length][width];
        for (int i = 0; i < width; i++, place.advance()) {
            for (int axis = 0; axis < kernel.length; axis++) {
                block[axis][i] = place.index(axis);
            }
        }
        long[][] offsets = new long[(int) Tensor.elementCount(kernel)][];
        for (Odometer tap = new Odometer(kernel); tap.valid(); tap.advance()) {
            long[] found = new long[width];
            boolean any = false;
            for (int i = 0; i < width; i++) {
                for (int axis = 0; axis < kernel.length; axis++) {
                    long element = taps.element(axis, block[axis][i], tap.index(axis));
                    found[i] = found[i] < 0 || element < 0 ? -1 : found[i] * x.size(2 + axis) + element;
                }
                any |= found[i] >= 0;
            }
            offsets[(int) tap.position()] = any ? found : null;
        }
        return offsets;
    }

    /// Computes some output channels of one group at a block of places.
    private void sum(ProductSums sums, long image, long group, long channel, int channels, long[][] offsets,
            int width) {
        long inputs = x.size(1) / groups;
        long plane = x.shape().product(2, x.rank()).size();
        long from = (image * groups + group) * inputs * plane;
        long weightsFrom = group * (weights.size() / groups) + channel * outputStride;
        for (int tap = 0; tap < offsets.length; tap++) {
            for (long input = 0; offsets[tap] != null && input < inputs; input += ProductSums.DEPTH) {
                int depth = (int) Math.min(ProductSums.DEPTH, inputs - input);
                for (int row = 0; row < depth; row++) {
                    sums.gather(row, x, from + (input + row) * plane, offsets[tap], width);
                }
                for (int i = 0; i < channels; i++) {
                    sums.add(i, weights, weightsFrom + i * outputStride + input * inputStride + tap, inputStride, depth,
                            offsets[tap], width);
                }
            }
        }
    }
}
