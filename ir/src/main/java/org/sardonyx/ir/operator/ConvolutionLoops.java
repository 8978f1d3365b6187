package org.sardonyx.ir.operator;

import java.util.Arrays;

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
        ProductSums sums = ProductSums.of(x.dataType());
        Odometer place = new Odometer(places);
        long[][] block = new long[places.length][ProductSums.WIDTH];
        for (long first = 0; first < count; first += ProductSums.WIDTH) {
            int width = (int) Math.min(ProductSums.WIDTH, count - first);
            for (int i = 0; i < width; i++, place.advance()) {
                for (int axis = 0; axis < places.length; axis++) {
                    block[axis][i] = place.index(axis);
                }
            }
            for (long image = 0; image < y.size(0); image++) {
                for (long group = 0; group < groups; group++) {
                    for (long channel = 0; channel < outputs; channel += ProductSums.SUMS) {
                        int channels = (int) Math.min(ProductSums.SUMS, outputs - channel);
                        sums.clear(channels);
                        sum(sums, image, group, channel, channels, block, width);
                        long plane = (image * groups + group) * outputs + channel;
                        for (int i = 0; i < channels; i++) {
                            sums.write(i, y, (plane + i) * count + first, width);
                        }
                    }
                }
            }
        }
    }

    /// Computes some output channels of one group at a block of places.
    private void sum(ProductSums sums, long image, long group, long channel, int channels, long[][] block, int width) {
        long inputs = x.size(1) / groups;
        long outputs = y.size(1) / groups;
        long plane = x.shape().product(2, x.rank()).size();
        long from = (image * groups + group) * inputs * plane;
        long weightsFrom = group * weights.size() / groups + channel * outputStride;
        long[] offsets = new long[width];
        for (Odometer tap = new Odometer(kernel); tap.valid(); tap.advance()) {
            if (!locate(tap, block, offsets)) {
                continue;
            }
            for (long input = 0; input < inputs; input += ProductSums.DEPTH) {
                int depth = (int) Math.min(ProductSums.DEPTH, inputs - input);
                for (int row = 0; row < depth; row++) {
                    sums.gather(row, x, from + (input + row) * plane, offsets, width);
                }
                for (int i = 0; i < channels; i++) {
                    sums.add(i, weights, weightsFrom + i * outputStride + input * inputStride + tap.position(),
                            inputStride, depth, offsets, width);
                }
            }
        }
    }

    /// Finds the offset in a plane of `x` of the element that a tap meets at each place, -1 for none.
    ///
    /// @return whether there is any
    private boolean locate(Odometer tap, long[][] block, long[] offsets) {
        Arrays.fill(offsets, 0);
        for (int axis = 0; axis < kernel.length; axis++) {
            for (int i = 0; i < offsets.length; i++) {
                long element = taps.element(axis, block[axis][i], tap.index(axis));
                offsets[i] = offsets[i] < 0 || element < 0 ? -1 : offsets[i] * x.size(2 + axis) + element;
            }
        }
        return Arrays.stream(offsets).anyMatch(offset -> offset >= 0);
    }
}
