package org.sardonyx.examples.digits;

import java.util.List;

/// One step of a network, applied to [#SAMPLES] images at once.
///
/// Activations are `[channel][row][column * SAMPLES + sample]`: with the samples innermost, the loops over a row are
/// long and go through memory in order, so the JVM makes vector instructions of them. A layer owns the arrays it
/// returns and overwrites them on the next call.
sealed interface Layer permits AveragePool, Convolution, Sigmoid {
    /// How many images go through a network together.
    int SAMPLES = 32;

    /// The layer's output for `input`, which must stay as it is until [#backward] has been called.
    float[][][] forward(float[][][] input);

    /// Given the gradient of the loss with respect to the last output, adds to the gradients of the parameters and
    /// returns the gradient with respect to the last input.
    float[][][] backward(float[][][] outputGradient);

    /// The tensors to train: none, or weight and bias.
    default List<Parameter> parameters() {
        return List.of();
    }

    /// A layer that shares this one's parameter values and nothing else, for another thread.
    Layer replica();

    /// Zeros for `channels` squares of `size` rows and columns.
    static float[][][] activations(int channels, int size) {
        return new float[channels][size][size * SAMPLES];
    }
}
