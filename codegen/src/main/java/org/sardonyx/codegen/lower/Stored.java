package org.sardonyx.codegen.lower;

import java.util.List;
import java.util.Map;

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

    /// A tensor `[images, channels, rows, width]` in the order of its axes.
    static Stored inOrder(int buffer, long images, long channels, long rows, long width) {
        return new Stored(buffer, images, rows, width, channels, 0, channels * rows * width, width, 1, rows * width);
    }

    /// A tensor with the channels of a pixel together, and a border around each image.
    static Stored channelsLast(int buffer, long images, long channels, long rows, long width, Border border) {
        long row = (width + border.left() + border.right()) * channels;
        return new Stored(buffer, images, rows, width, channels, border.top() * row + border.left() * channels,
                (rows + border.top() + border.bottom()) * row, row, channels, 1);
    }

    boolean isChannelsLast() {
        return channel == 1;
    }

    /// Whether nothing lies between its elements.
    boolean isDense() {
        return isChannelsLast() && origin == 0 && pixel == channels && row == width * pixel && image == rows * row;
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
    record Border(long top, long left, long bottom, long right) {
        static final Border NONE = new Border(0, 0, 0, 0);

        static Border of(List<Long> before, List<Long> after) {
            return new Border(before.get(0), before.get(1), after.get(0), after.get(1));
        }

        Border join(Border other) {
            return new Border(Math.max(top, other.top), Math.max(left, other.left), Math.max(bottom, other.bottom),
                    Math.max(right, other.right));
        }

        boolean isNone() {
            return top + left + bottom + right == 0;
        }
    }
}
