package org.sardonyx.codegen.kernel;

import org.sardonyx.ir.loop.NumberFormat;

/// How packed weights lie: by blocks of channels, in each by steps along the window, and in a step as this tells.
public interface WeightOrder {
    /// Of a block.
    int channels();

    /// Elements of the window in a step.
    int depth();

    /// The element in its step to which the weight with a number belongs.
    ///
    /// @param number in the step, from 0
    default long element(long number) {
        return number / channels();
    }

    /// The channel in its block to which the weight with a number belongs.
    ///
    /// @param number in the step, from 0
    default long channel(long number) {
        return number % channels();
    }

    /// To what weights are rounded.
    default NumberFormat format() {
        return NumberFormat.FLOAT32;
    }
}
