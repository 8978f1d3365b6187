package org.sardonyx.codegen.lower;

import java.util.List;
import java.util.Map;

import org.sardonyx.ir.value.Tensor;

/// Where a value lies: in a buffer, in the order of its axes or channels-last.
///
/// @param buffer the number of the buffer
/// @param images the strides in elements, as kernels take them
record Stored(int buffer, long images, long rows, long width, long channels, long origin, long image, long row,
        long pixel,
        long channel) {
    /// A tensor in the order of its axes, of which the outer ones are taken together: `[.., channels]` as pixels.
    static Stored ofRows(int buffer, long rows, long columns) {
        return new Stored(buffer, 1, rows, 1, columns, 0, rows * columns, columns, columns, 1);
    }

    /// A tensor in the order of its axes as rows of its innermost axis.
    static Stored ofRows(int buffer, long[] sizes) {
        long columns = sizes.length == 0 ? 1 : sizes[sizes.length - 1];
        return ofRows(buffer, Tensor.elementCount(sizes) / Math.max(1, columns), columns);
    }

    /// A tensor `[images, channels, rows, width]` in the order of its axes.
    static Stored inOrder(int buffer, long images, long channels, long rows, long width) {
        return new Stored(buffer, images, rows, width, channels, 0, channels * rows * width, width, 1, rows * width);
    }

    /// A tensor with the channels of a pixel together, and a border around each image.
    static Stored channelsLast(int buffer, long images, long channels, long rows, long width, Border border) {
        long pixel = channels + border.front() + border.back();
        long row = (width + border.left() + border.right()) * pixel;
        return new Stored(buffer, images, rows, width, channels,
                border.top() * row + border.left() * pixel + border.front(),
                (rows + border.top() + border.bottom()) * row, row, pixel, 1);
    }

    /// Some channels of this tensor.
    Stored slice(long first, long count) {
        return new Stored(buffer, images, rows, width, count, origin + first * channel, image, row, pixel, channel);
    }

    /// The same elements with pixels for channels and channels for pixels.
    Stored turned() {
        return new Stored(buffer, images, rows, channels, width, origin, image, row, channel, pixel);
    }

    boolean isChannelsLast() {
        return channel == 1;
    }

    /// Whether nothing lies between its elements.
    boolean isDense() {
        return isChannelsLast() && origin == 0 && pixel == channels && row == width * pixel && image == rows * row;
    }

    /// Whether the pixels of all images follow each other at equal distances.
    boolean isUniform() {
        return isChannelsLast() && row == width * pixel && image == rows * row;
    }

    long elements() {
        return images * image;
    }

    /// The values of the parameters that begin with a buffer's name.
    Map<String, Long> strides(String name) {
        return Map.of(name + "_origin", origin, name + "_image", image, name + "_row", row, name + "_pixel", pixel,
                name + "_channel", channel);
    }

    /// Elements around an image that are zero.
    ///
    /// @param front channels before the first
    /// @param back channels after the last
    record Border(long top, long left, long bottom, long right, long front, long back) {
        static final Border NONE = new Border(0, 0, 0, 0);

        Border(long top, long left, long bottom, long right) {
            this(top, left, bottom, right, 0, 0);
        }

        static Border of(List<Long> before, List<Long> after) {
            return new Border(before.get(0), before.get(1), after.get(0), after.get(1));
        }

        Border join(Border other) {
            return new Border(Math.max(top, other.top), Math.max(left, other.left), Math.max(bottom, other.bottom),
                    Math.max(right, other.right), Math.max(front, other.front), Math.max(back, other.back));
        }

        boolean isNone() {
            return top + left + bottom + right == 0;
        }

        boolean hasChannels() {
            return front + back > 0;
        }
    }
}
