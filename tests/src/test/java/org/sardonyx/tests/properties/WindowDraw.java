package org.sardonyx.tests.properties;

import java.util.Arrays;

/// The attributes that convolutions and pooling share, drawn so that at least one window fits.
///
/// @param spatial the sizes of the input's axes after batch and channels
/// @param kernel the size of the window
record WindowDraw(long[] spatial, long[] kernel, long[] strides, long[] dilations, long[] pads, String autoPad) {

    /// @param rank the number of axes after batch and channels
    /// @param largestDilation 1 if the operator has no dilations
    static WindowDraw of(Draw draw, int rank, int largestDilation) {
        long[] kernel = draw.integers(rank, 1, 3);
        long[] dilations = draw.integers(rank, 1, largestDilation);
        long[] spatial = new long[rank];
        // A window is more than padding: ONNX Runtime wants pads to be smaller than the window.
        long[] pads = new long[2 * rank];
        for (int axis = 0; axis < rank; axis++) {
            int span = (int) ((kernel[axis] - 1) * dilations[axis] + 1);
            spatial[axis] = span + draw.integer(0, 4);
            pads[axis] = draw.integer(0, (int) kernel[axis] - 1);
            pads[rank + axis] = draw.integer(0, (int) kernel[axis] - 1);
        }
        // ONNX Runtime has no dilations together with SAME, or forgets them.
        boolean dilated = Arrays.stream(dilations).anyMatch(dilation -> dilation > 1);
        String autoPad = draw.of("NOTSET", "NOTSET", "VALID", dilated ? "NOTSET" : draw.of("SAME_UPPER", "SAME_LOWER"));
        return new WindowDraw(spatial, kernel, draw.integers(rank, 1, 3), dilations, pads, autoPad);
    }

    boolean isPadded() {
        return autoPad.equals("NOTSET");
    }

    /// As many windows as needed to cover the input, or as many as fit. With VALID ONNX Runtime lets windows overhang, where
    /// ONNX's formula for the size of the output does not.
    boolean drawCeilMode(Draw draw) {
        return !autoPad.equals("VALID") && draw.flag();
    }

    /// With strides no larger than the window where padding depends on both.
    WindowDraw withoutGaps() {
        long[] smaller = strides.clone();
        if (!isPadded()) {
            Arrays.setAll(smaller, axis -> Math.min(strides[axis], kernel[axis]));
        }
        return new WindowDraw(spatial, kernel, smaller, dilations, pads, autoPad);
    }

    int rank() {
        return kernel.length;
    }

    /// The sizes of a tensor with batch and channels.
    long[] sizes(long batch, long channels) {
        long[] sizes = new long[rank() + 2];
        sizes[0] = batch;
        sizes[1] = channels;
        System.arraycopy(spatial, 0, sizes, 2, rank());
        return sizes;
    }

    /// The sizes of weights.
    long[] weights(long first, long second) {
        long[] sizes = new long[rank() + 2];
        sizes[0] = first;
        sizes[1] = second;
        System.arraycopy(kernel, 0, sizes, 2, rank());
        return sizes;
    }

    /// Adds the attributes, each of which may be left out where it says nothing.
    OperatorCase addTo(OperatorCase operatorCase) {
        add(operatorCase, "strides", strides, 1);
        add(operatorCase, "dilations", dilations, 1);
        if (autoPad.equals("NOTSET")) {
            add(operatorCase, "pads", pads, 0);
        } else {
            operatorCase.with("auto_pad", autoPad);
        }
        return operatorCase;
    }

    private static void add(OperatorCase operatorCase, String name, long[] values, long byDefault) {
        if (Arrays.stream(values).anyMatch(value -> value != byDefault)) {
            operatorCase.with(name, values);
        }
    }
}
