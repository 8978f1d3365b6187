package org.sardonyx.frontend.catalogue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.operator.Window.Places;
import org.sardonyx.ir.type.Shape;

/// The attributes that convolutions and pooling share: `strides`, `dilations`, `pads`, `auto_pad`, `ceil_mode`.
final class WindowAttributes {
    private WindowAttributes() {}

    /// The number of axes after batch and channels, by whatever tells it first: an attribute or the rank of an input.
    ///
    /// @throws ModelException if nothing does, or the tensor has no batch or no channels
    static int rank(OnnxNode n, int... inputs) {
        for (String attribute : List.of("kernel_shape", "strides", "dilations", "output_shape", "output_padding")) {
            Optional<long[]> numbers = n.attributes().integers(attribute);
            if (numbers.isPresent()) {
                return numbers.get().length;
            }
        }
        if (n.attributes().has("pads")) {
            return n.attributes().requireIntegers("pads").length / 2;
        }
        for (int input : inputs) {
            if (n.input(input).shape().hasRank() || input == inputs[inputs.length - 1]) {
                return requireSpatial(n.rank(input));
            }
        }
        throw new IllegalStateException("no input that could tell the rank");
    }

    /// The number of axes after batch and channels.
    ///
    /// @throws ModelException if there are none
    static int requireSpatial(int rank) {
        if (rank < 3) {
            throw new ModelException(
                    "a tensor of rank " + rank + ", expected batch, channels and at least one axis more");
        }
        return rank - 2;
    }

    /// The window of a convolution or pooling.
    static Window window(OnnxNode n, int rank) {
        Places places = switch (n.attributes().word("auto_pad", "NOTSET", "NOTSET", "VALID", "SAME_UPPER",
                "SAME_LOWER")) {
            case "SAME_UPPER" -> Places.SAME_UPPER;
            case "SAME_LOWER" -> Places.SAME_LOWER;
            case "VALID" -> Places.INSIDE;
            default -> n.attributes().flag("ceil_mode", false) ? Places.OVERHANGING : Places.INSIDE;
        };
        List<Long> pads = isPadded(n) ? numbers(n, "pads", 2 * rank, 0) : Collections.nCopies(2 * rank, 0L);
        return new Window(numbers(n, "strides", rank, 1), numbers(n, "dilations", rank, 1), pads.subList(0, rank),
                pads.subList(rank, 2 * rank), places);
    }

    /// @throws ModelException if the attribute `kernel_shape` contradicts the shape of the weights
    static void requireKernel(OnnxNode n, Shape weights) {
        Optional<long[]> kernel = n.attributes().integers("kernel_shape");
        if (kernel.isPresent() && weights.hasRank() && weights.rank() > 2) {
            Shape expected = Shape.of(kernel.get());
            Shape found = Shape.of(weights.dimensions().subList(2, weights.rank()));
            if (!expected.admits(found)) {
                throw new ModelException("weights with kernels of shape " + found
                        + ", but the attribute 'kernel_shape' says " + expected);
            }
        }
    }

    /// The size of a pooling window.
    ///
    /// @throws ModelException if it is missing or does not fit the rank of the first input
    static List<Long> kernel(OnnxNode n) {
        long[] kernel = n.attributes().requireIntegers("kernel_shape");
        Shape shape = n.input(0).shape();
        if (shape.hasRank() && shape.rank() != 2 + kernel.length) {
            throw new ModelException(
                    "attribute 'kernel_shape' is " + Arrays.toString(kernel) + " for a tensor of shape "
                            + shape + ", expected a number for each axis after batch and channels");
        }
        return Arrays.stream(kernel).boxed().toList();
    }

    /// Whether it is the attribute `pads` that tells the padding.
    private static boolean isPadded(OnnxNode n) {
        return n.attributes().text("auto_pad", "NOTSET").equals("NOTSET");
    }

    /// A list of numbers, one per axis.
    ///
    /// @throws ModelException if it has another length
    static List<Long> numbers(OnnxNode n, String attribute, int count, long byDefault) {
        Optional<long[]> numbers = n.attributes().integers(attribute);
        if (numbers.isPresent() && numbers.get().length != count) {
            throw new ModelException(
                    "attribute '" + attribute + "' is " + Arrays.toString(numbers.get()) + ", expected "
                            + count + " numbers");
        }
        return numbers.map(list -> Arrays.stream(list).boxed().toList())
                .orElse(Collections.nCopies(count, byDefault));
    }
}
