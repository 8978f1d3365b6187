package org.sardonyx.ir.operator;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Adds the columns that a sliding block reads from an image back into an image. Operands: columns
/// `[N, C * block elements, positions]`, the sizes of the image and those of the block (int64 vectors of one number per
/// axis); the result is `[N, C, image ...]`.
///
/// @param pads at the start of each axis, then at the end of each
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Col2Im.html">Col2Im</a>
public record ColumnsToImage(List<Long> strides, List<Long> dilations, List<Long> pads) implements Operator {
    private static final long LARGEST = 1 << 24;

    public ColumnsToImage {
        strides = List.copyOf(strides);
        dilations = List.copyOf(dilations);
        pads = List.copyOf(pads);
        boolean fits = strides.size() == dilations.size() && pads.size() == 2 * strides.size()
                && LongStream.concat(numbers(strides), numbers(dilations))
                        .allMatch(number -> number >= 1 && number <= LARGEST)
                && numbers(pads).allMatch(number -> number >= 0 && number <= LARGEST);
        if (!fits) {
            throw new ModelException(
                    "a block with strides " + strides + ", dilations " + dilations + " and pads " + pads);
        }
    }

    private static LongStream numbers(List<Long> list) {
        return list.stream().mapToLong(Long::longValue);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(3, 3);
        operands.requireIntegers(1);
        operands.requireIntegers(2);
        Shape columns = operands.shape(0);
        if (columns.hasRank() && columns.rank() != 3) {
            throw new ModelException("columns of shape " + columns + ", expected rank 3");
        }
        Dimension[] sizes = new Dimension[2 + strides.size()];
        Arrays.fill(sizes, Dimension.UNKNOWN);
        sizes[0] = columns.hasRank() ? columns.dimension(0) : Dimension.UNKNOWN;
        operands.dimensions(1).filter(image -> image.size() == strides.size()).ifPresent(image -> {
            for (int axis = 0; axis < image.size(); axis++) {
                sizes[2 + axis] = image.get(axis);
            }
        });
        return List.of(operands.tensor(0).withShape(Shape.of(List.of(sizes))));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        long[] image = evaluation.integers(1);
        long[] block = evaluation.integers(2);
        if (image.length != strides.size() || block.length != strides.size()) {
            throw new ModelException(
                    "an image of rank " + image.length + " and a block of rank " + block.length + ", expected "
                            + strides.size());
        }
        long blockSize = Tensor.elementCount(block);
        long[] positions = new long[image.length];
        for (int axis = 0; axis < image.length; axis++) {
            long padded = image[axis] + pads.get(axis) + pads.get(axis + image.length);
            if (block[axis] > LARGEST || image[axis] > LARGEST) {
                throw new ModelException("an image of size " + image[axis] + " and a block of size " + block[axis]);
            }
            positions[axis] = Math.max(0,
                    Math.floorDiv(padded - dilations.get(axis) * (block[axis] - 1) - 1, strides.get(axis)) + 1);
        }
        if (blockSize == 0 || x.size(1) % blockSize != 0 || Tensor.elementCount(positions) != x.size(2)) {
            throw new ModelException(
                    "columns " + x.type() + " are not those of blocks " + Arrays.toString(block) + " at positions "
                            + Arrays.toString(positions));
        }
        long channels = x.size(1) / blockSize;
        long[] sizes = LongStream.concat(LongStream.of(x.size(0), channels), Arrays.stream(image)).toArray();
        Tensor result = Tensor.allocate(x.dataType(), sizes);
        long imageSize = Tensor.elementCount(image);
        for (long plane = 0; plane < x.size(0) * channels; plane++) {
            double[] sum = addBlocks(x, plane * blockSize * x.size(2), image, block, positions);
            for (long i = 0; i < imageSize; i++) {
                result.setDouble(plane * imageSize + i, sum[(int) i]);
            }
        }
        return List.of(result);
    }

    private double[] addBlocks(Tensor x, long from, long[] image, long[] block, long[] positions) {
        double[] sum = new double[Math.toIntExact(Tensor.elementCount(image))];
        long[] strideOf = Odometer.strides(image);
        long at = from;
        for (Odometer in = new Odometer(block); in.valid(); in.advance()) {
            for (Odometer position = new Odometer(positions); position.valid(); position.advance()) {
                long to = 0;
                boolean inside = true;
                for (int axis = 0; axis < image.length; axis++) {
                    long index = position.index(axis) * strides.get(axis) + in.index(axis) * dilations.get(axis)
                            - pads.get(axis);
                    inside &= index >= 0 && index < image[axis];
                    to += index * strideOf[axis];
                }
                if (inside) {
                    sum[(int) to] += x.getDouble(at);
                }
                at++;
            }
        }
        return sum;
    }
}
