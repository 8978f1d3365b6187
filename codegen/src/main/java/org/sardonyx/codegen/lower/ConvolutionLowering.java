package org.sardonyx.codegen.lower;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.LongStream;

import org.sardonyx.codegen.kernel.GroupTile;
import org.sardonyx.codegen.lower.Stored.Border;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// What a convolution needs from its surroundings, and its weights in the order in which kernels read them.
final class ConvolutionLowering {
    private ConvolutionLowering() {}

    /// Whether there is a kernel for it at all: two spatial axes, constant weights.
    static boolean isSupported(Group group) {
        Node anchor = group.anchor().orElseThrow();
        return anchor.operator() instanceof Convolution convolution && convolution.window().strides().size() == 2
                && Values.isPlain(anchor.output(0)) && Values.isPlain(anchor.operands().get(0))
                && Values.constant(group.outer().get(anchor.operands().get(1)))
                        .filter(weights -> weights.dataType() == DataType.FLOAT32).isPresent();
    }

    /// Whether each channel has a filter of its own.
    static boolean isDepthwise(Group group) {
        Node anchor = group.anchor().orElseThrow();
        long groups = ((Convolution) anchor.operator()).groups();
        long[] weights = anchor.operands().get(1).shape().sizes();
        return groups > 1 && weights[0] == groups && weights[1] == 1;
    }

    static boolean isProduct(Group group) {
        return isSupported(group) && !isDepthwise(group);
    }

    /// Whether the kernels of a GPU look at the edges of the input by themselves, so that no border of zeros is needed: not for so few
    /// channels that a row of the window is better read as one run.
    static boolean seesEdges(Group group) {
        return group.anchor().orElseThrow().operands().get(0).shape().sizes()[1] % GroupTile.LANES == 0;
    }

    /// The padding, that of SAME settled.
    static Border border(Node anchor, Convolution convolution) {
        Window window = convolution.window();
        long[] size = anchor.operands().get(0).shape().sizes();
        long[] kernel = anchor.operands().get(1).shape().sizes();
        if (window.places() == Window.Places.INSIDE || window.places() == Window.Places.OVERHANGING) {
            return Border.of(window.padsBefore(), window.padsAfter());
        }
        long[] before = new long[2];
        long[] after = new long[2];
        for (int i = 0; i < 2; i++) {
            long stride = window.strides().get(i);
            long span = (kernel[i + 2] - 1) * window.dilations().get(i) + 1;
            long total = Math.max(0, (Math.ceilDiv(size[i + 2], stride) - 1) * stride + span - size[i + 2]);
            before[i] = window.places() == Window.Places.SAME_UPPER ? total / 2 : total - total / 2;
            after[i] = total - before[i];
        }
        return new Border(before[0], before[1], after[0], after[1]);
    }

    /// Weights `[channels, channels in, rows, columns]` as channel, row, column, channel in.
    static Tensor byFilter(Buffers buffers, Tensor weights) {
        long in = weights.size(1);
        long taps = weights.size(2) * weights.size(3);
        Tensor packed = buffers.allocateConstant(weights.size());
        for (long channel = 0; channel < weights.size(0); channel++) {
            for (long c = 0; c < in; c++) {
                for (long tap = 0; tap < taps; tap++) {
                    packed.setDouble((channel * taps + tap) * in + c,
                            weights.getDouble((channel * in + c) * taps + tap));
                }
            }
        }
        return packed;
    }

    /// Weights of a matrix product `[in, channels]` as blocks: row, lane.
    static Tensor packed(Buffers buffers, Tensor matrix, int block) {
        long in = matrix.size(0);
        long channels = matrix.size(1);
        Tensor packed = buffers.allocateConstant(Math.ceilDiv(channels, block) * in * block);
        MemorySegment from = matrix.segment();
        MemorySegment to = packed.segment();
        LongStream.range(0, in).parallel().forEach(c -> {
            for (long channel = 0; channel < channels; channel += block) {
                MemorySegment.copy(from, ValueLayout.JAVA_FLOAT_UNALIGNED, (c * channels + channel) * Float.BYTES, to,
                        ValueLayout.JAVA_FLOAT, (channel * in + c * block) * Float.BYTES,
                        Math.min(block, channels - channel));
            }
        });
        return packed;
    }

    /// Weights `[channels, 1, rows, columns]` as row, column, channel.
    static Tensor depthwise(Buffers buffers, Tensor weights) {
        long channels = weights.size(0);
        long taps = weights.size(2) * weights.size(3);
        Tensor packed = buffers.allocateConstant(taps * channels);
        for (long channel = 0; channel < channels; channel++) {
            for (long tap = 0; tap < taps; tap++) {
                packed.setDouble(tap * channels + channel, weights.getDouble(channel * taps + tap));
            }
        }
        return packed;
    }
}
