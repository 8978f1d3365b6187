package org.sardonyx.cli.image;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;

/// Where the pixels of one image are in a tensor.
///
/// @param outer how many axes of size 1 come first
/// @param channels 1, 3 or 4
/// @param channelsLast whether the channels of a pixel are neighbours
/// @param rank the number of axes; a plane of height and width has no axis for its one channel
record ImageLayout(int outer, int channels, boolean channelsLast, int rank, Dimension height, Dimension width) {

    /// Reads `[batch, channels, height, width]`, or `[batch, height, width, channels]` where the last dimension is 1, 3 or
    /// 4 and the second is not; either without the batch; `[height, width]`.
    ///
    /// @throws ModelException if a tensor of this type is no image
    static ImageLayout of(TensorType type) {
        Shape shape = type.shape();
        boolean numbers = type.dataType().isFloat() || type.dataType().isInteger();
        if (!numbers || !shape.hasRank() || shape.rank() < 2 || shape.rank() > 4) {
            throw noImage(type);
        }
        if (shape.rank() == 2) {
            return new ImageLayout(0, 1, false, 2, shape.dimension(0), shape.dimension(1));
        }
        int outer = shape.rank() - 3;
        if (outer == 1 && shape.dimension(0).isConstant() && !shape.dimension(0).is(1)) {
            throw new ModelException("a batch of " + shape.dimension(0) + " images, where one file holds one");
        }
        boolean first = isChannels(shape.dimension(outer));
        boolean last = isChannels(shape.dimension(-1));
        if (first) {
            return new ImageLayout(outer, (int) shape.dimension(outer).size(), false, shape.rank(),
                    shape.dimension(-2), shape.dimension(-1));
        }
        if (last) {
            return new ImageLayout(outer, (int) shape.dimension(-1).size(), true, shape.rank(), shape.dimension(-3),
                    shape.dimension(-2));
        }
        throw noImage(type);
    }

    private static boolean isChannels(Dimension dimension) {
        return dimension.is(1) || dimension.is(3) || dimension.is(4);
    }

    private static ModelException noImage(TensorType type) {
        return new ModelException("the input is a " + type + ", expected one for an image: numbers of shape"
                + " [1, channels, height, width] or [1, height, width, channels] with 1, 3 or 4 channels"
                + " (--shape settles what the model leaves open)");
    }

    long[] sizes(int fixedHeight, int fixedWidth) {
        List<Long> sizes = new ArrayList<>();
        if (outer == 1) {
            sizes.add(1L);
        }
        sizes.add((long) fixedHeight);
        sizes.add((long) fixedWidth);
        if (rank > 2) {
            sizes.add(channelsLast ? sizes.size() : outer, (long) channels);
        }
        return sizes.stream().mapToLong(Long::longValue).toArray();
    }

    /// The index of an element of a tensor with images of this height and width.
    long index(int channel, int y, int x, int fixedHeight, int fixedWidth) {
        return channelsLast
                ? ((long) y * fixedWidth + x) * channels + channel
                : ((long) channel * fixedHeight + y) * fixedWidth + x;
    }
}
