package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;

/// How a window moves over the innermost axes of a tensor: what convolutions and pooling have in common. The window's own
/// size, the kernel, is not part of it.
///
/// Along one axis of size `n`, with kernel size `k`, the window spans `(k - 1) * dilation + 1` elements. Place `o` of the
/// window and tap `t` within it meet element `o * stride + t * dilation - padBefore`; what lies outside of `0..n-1` is
/// padding.
///
/// @param strides the distance between neighbouring places, one number per axis, outermost first
/// @param dilations the distance between neighbouring taps
/// @param padsBefore how many elements before the axis the first place begins
/// @param padsAfter how many elements of padding follow the axis
/// @param places how many places there are
/// @see <a href="https://onnx.ai/onnx/operators/onnx__MaxPool.html">MaxPool, where ONNX gives the formulas</a>
public record Window(List<Long> strides, List<Long> dilations, List<Long> padsBefore, List<Long> padsAfter,
        Places places) {
    /// No real stride, dilation, pad or kernel is larger; it keeps every product of two of them within 64 bits.
    private static final long LARGEST = Integer.MAX_VALUE;

    /// How many places a window has along an axis.
    public enum Places {
        /// As many as fit into the padded axis.
        INSIDE,
        /// If elements of the padded axis are left over, one more that hangs over its end, unless that one would begin in
        /// the padding after the axis. ONNX calls it ceil mode.
        OVERHANGING,
        /// The axis' size divided by the stride, rounded up. The axis is padded as that needs, an odd element after it.
        SAME_UPPER,
        /// As [#SAME_UPPER] with an odd element of padding before the axis.
        SAME_LOWER
    }

    /// The window along one axis whose size is known.
    ///
    /// @param kernel the number of taps
    /// @param padBefore how many elements before the axis the first place begins
    /// @param size the size of the axis
    /// @param count the number of places
    record Axis(long kernel, long stride, long dilation, long padBefore, long size, long count) {

        /// The element that a tap meets, or -1 if it is padding.
        long element(long place, long tap) {
            long element = place * stride + tap * dilation - padBefore;
            return element < size ? Math.max(element, -1) : -1;
        }

        /// The first tap that meets an element.
        long firstTap(long place) {
            return Math.clamp(Math.ceilDiv(padBefore - place * stride, dilation), 0, kernel);
        }

        /// The number of the last tap that meets an element, plus 1.
        long endTap(long place) {
            return Math.clamp(Math.ceilDiv(size + padBefore - place * stride, dilation), 0, kernel);
        }
    }

    public Window {
        strides = List.copyOf(strides);
        dilations = List.copyOf(dilations);
        padsBefore = List.copyOf(padsBefore);
        padsAfter = List.copyOf(padsAfter);
        Objects.requireNonNull(places);
        requireEach("stride", strides, 1, strides.size());
        requireEach("dilation", dilations, 1, strides.size());
        requireEach("pad", padsBefore, 0, strides.size());
        requireEach("pad", padsAfter, 0, strides.size());
        if ((places == Places.SAME_UPPER || places == Places.SAME_LOWER)
                && !(padsBefore.stream().allMatch(pad -> pad == 0) && padsAfter.stream().allMatch(pad -> pad == 0))) {
            throw new ModelException("pads " + padsBefore + " and " + padsAfter + " where " + places + " finds them");
        }
    }

    /// A window that moves by one element and has no padding.
    public static Window unit(int rank) {
        List<Long> ones = Collections.nCopies(rank, 1L);
        List<Long> zeros = Collections.nCopies(rank, 0L);
        return new Window(ones, ones, zeros, zeros, Places.INSIDE);
    }

    /// Checks the numbers of a list, one for each axis.
    ///
    /// @throws ModelException if there are more or fewer, or one is less than `least` or absurdly large
    static void requireEach(String what, List<Long> numbers, long least, int count) {
        if (numbers.size() != count) {
            throw new ModelException(numbers + " as the " + what + "s of a window over " + count + " axes");
        }
        for (long number : numbers) {
            if (number < least || number > LARGEST) {
                throw new ModelException(what + " " + number + ", expected " + least + " to " + LARGEST);
            }
        }
    }

    /// The number of axes that the window moves over.
    public int rank() {
        return strides.size();
    }

    /// The number of elements from the first to the last tap.
    public Dimension span(int axis, Dimension kernel) {
        return kernel.minus(1).times(dilations.get(axis)).plus(1);
    }

    /// The number of places along each axis: the sizes of what a convolution or pooling makes of axes of the given sizes.
    ///
    /// @throws ModelException if the window is larger than a padded axis, as far as that can be told
    public List<Dimension> counts(List<Dimension> sizes, List<Dimension> kernels) {
        List<Dimension> counts = new ArrayList<>();
        for (int axis = 0; axis < rank(); axis++) {
            counts.add(count(axis, sizes.get(axis), kernels.get(axis)));
        }
        return counts;
    }

    /// Checks a size, if it is known.
    static void requireBounded(String what, Dimension size, long least) {
        if (size.isConstant() && (size.size() < least || size.size() > LARGEST)) {
            throw new ModelException("a window over an axis, where the " + what + " is of size " + size + ", expected "
                    + least + " to " + LARGEST);
        }
    }

    private Dimension count(int axis, Dimension size, Dimension kernel) {
        long stride = strides.get(axis);
        requireBounded("window", kernel, 1);
        requireBounded("axis", size, 0);
        if (places == Places.SAME_UPPER || places == Places.SAME_LOWER) {
            return size.ceilingDivide(stride);
        }
        long pads = padsBefore.get(axis) + padsAfter.get(axis);
        Dimension room = size.plus(pads).minus(span(axis, kernel));
        if (room.isConstant() && room.size() < 0) {
            throw new ModelException("a window of " + span(axis, kernel) + " elements does not fit into an axis of size "
                    + size + (pads == 0 ? "" : " with " + pads + " elements of padding"));
        }
        Dimension inside = room.floorDivide(stride).plus(1);
        if (places == Places.INSIDE) {
            return inside;
        }
        Dimension overhanging = room.ceilingDivide(stride).plus(1);
        if (overhanging.sameSize(inside)) {
            return inside;
        }
        if (overhanging.isConstant() && size.isConstant()) {
            boolean beginsInPadding = (overhanging.size() - 1) * stride >= size.size() + padsBefore.get(axis);
            return beginsInPadding ? inside : overhanging;
        }
        // The overhanging place begins less than a stride beyond the last one that would fit exactly.
        Dimension mustFit = span(axis, kernel).minus(padsAfter.get(axis));
        return mustFit.isConstant() && mustFit.size() >= stride ? overhanging : Dimension.UNKNOWN;
    }

    /// The window along an axis.
    ///
    /// @param axis counted among those of the window
    /// @throws ModelException if the window is larger than the padded axis
    Axis axis(int axis, long size, long kernel) {
        long count = count(axis, Dimension.of(size), Dimension.of(kernel)).size();
        long needed = (count - 1) * strides.get(axis) + (kernel - 1) * dilations.get(axis) + 1 - size;
        long padBefore = switch (places) {
            case INSIDE, OVERHANGING -> padsBefore.get(axis);
            case SAME_UPPER -> Math.max(needed, 0) / 2;
            case SAME_LOWER -> Math.ceilDiv(Math.max(needed, 0), 2);
        };
        return new Axis(kernel, strides.get(axis), dilations.get(axis), padBefore, size, count);
    }
}
