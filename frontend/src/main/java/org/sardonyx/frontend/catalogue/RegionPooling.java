package org.sardonyx.frontend.catalogue;

import java.util.stream.LongStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;

/// The expansion of MaxRoiPool. A region of interest, given by the corners of its first and last pixel, is divided into
/// bins; a bin's result is the largest element in it, 0 if it lies outside of the image. The largest is taken first along
/// the rows of a bin, then along its columns, of the elements that a mask selects.
///
/// @param x `[N, C, H, W]`
/// @param regions `[R, 5]`: number of the image, then x and y of the first and of the last pixel
/// @see <a href="https://onnx.ai/onnx/operators/onnx__MaxRoiPool.html">MaxRoiPool</a>
/// @see <a href="https://arxiv.org/abs/1504.08083">Fast R-CNN, section 2.1</a>
record RegionPooling(Expressions e, Operand x, Operand regions, long[] bins, double scale) {

    static Operand maximum(OnnxNode n, Expressions e) {
        long[] bins = n.attributes().requireIntegers("pooled_shape");
        if (bins.length != 2 || LongStream.of(bins).anyMatch(count -> count < 1)) {
            throw new ModelException("attribute 'pooled_shape' is " + LongStream.of(bins).boxed().toList()
                    + ", expected two positive numbers");
        }
        Operand regions = n.dataType(1).bits() < 32 ? e.cast(n.input(1), DataType.FLOAT32) : n.input(1);
        return new RegionPooling(e, n.input(0), regions, bins, n.attributes().number("spatial_scale", 1)).expand();
    }

    private Operand expand() {
        Operand image = e.cast(e.squeeze(e.slice(regions, 1, 0, 1), 1), DataType.INT64);
        Operand images = e.gather(x, image, 0);
        Operand columns = mask(0);
        Operand rows = mask(1);
        Operand nothing = e.scalarLike(x, Double.NEGATIVE_INFINITY);
        // [R, 1, 1, bins, W] and [R, C, H, 1, W] become [R, C, H, bins].
        Operand alongRows = largest(e.select(e.unsqueeze(columns, 1, 2), e.unsqueeze(images, 3), nothing), 4);
        // [R, 1, bins, H, 1] and [R, C, 1, H, bins] become [R, C, bins, bins].
        Operand inBins = largest(e.select(e.unsqueeze(rows, 1, 4), e.unsqueeze(alongRows, 2), nothing), 3);
        Operand isEmpty = e.or(e.unsqueeze(isEmpty(rows), 1, 3), e.unsqueeze(isEmpty(columns), 1, 2));
        return e.select(isEmpty, e.scalarLike(x, 0), inBins);
    }

    private Operand largest(Operand elements, int axis) {
        return e.squeeze(e.largest(elements, axis), axis);
    }

    private Operand isEmpty(Operand mask) {
        return e.not(largest(mask, 2));
    }

    /// Which elements lie in which bin: a mask `[R, bins, size]`.
    ///
    /// @param coordinate 0 for columns, 1 for rows
    private Operand mask(int coordinate) {
        long count = bins[1 - coordinate];
        Operand first = corner(1 + coordinate);
        Operand size = e.maximum(e.add(e.subtract(corner(3 + coordinate), first), 1), e.scalarLike(regions, 1));
        Operand bin = e.castLike(e.unsqueeze(e.indices(e.longs(count)), 0), regions);
        Operand binSize = e.divide(size, count);
        Operand start = e.add(first, e.floor(e.multiply(bin, binSize)));
        Operand end = e.add(first, e.unary(UnaryFunction.CEILING, e.multiply(e.add(bin, 1), binSize)));
        Operand pixels = e.castLike(e.indices(e.sizeOf(x, 3 - coordinate)), regions);
        return e.and(e.lessOrEqual(e.unsqueeze(start, 2), pixels), e.less(pixels, e.unsqueeze(end, 2)));
    }

    /// A coordinate in the image, rounded to the nearest pixel, halves away from zero: `[R, 1]`.
    private Operand corner(int column) {
        Operand scaled = e.multiply(e.slice(regions, 1, column, column + 1L), scale);
        Operand distance = e.floor(e.add(e.absolute(scaled), 0.5));
        return e.multiply(e.unary(UnaryFunction.SIGN, scaled), distance);
    }
}
