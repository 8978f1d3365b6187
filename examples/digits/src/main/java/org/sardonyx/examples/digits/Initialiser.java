package org.sardonyx.examples.digits;

import java.util.random.RandomGenerator;

/// Gives a network of sigmoids weights from which it learns.
///
/// Weights are spread evenly, as far as Glorot and Bengio, "Understanding the difficulty of training deep feedforward
/// neural networks" (2010), found for the hyperbolic tangent, times four for the logistic function, which is four times
/// flatter. A bias cancels what the layer's mean input adds up to, so that every sigmoid starts where it is steepest.
record Initialiser(RandomGenerator random) {
    /// The mean of the images: mostly paper.
    static final double MEAN_BRIGHTNESS = 0.75;

    /// The mean of a sigmoid's output.
    static final double MEAN_ACTIVATION = 0.5;

    /// @param from input channels
    /// @param to output channels
    /// @param inputSize rows and columns of the input
    Convolution convolution(String name, int from, int to, int kernel, int inputSize, double meanInput) {
        Parameter weight = Parameter.zeros(name + ".weight", to, from, kernel, kernel);
        Parameter bias = Parameter.zeros(name + ".bias", to);
        int inputs = from * kernel * kernel;
        int outputSize = inputSize - kernel + 1;
        int uses = outputSize == 1 ? to : to * kernel * kernel;
        Range range = Range.around(4 * Math.sqrt(6.0 / (inputs + uses)));
        for (int channel = 0; channel < to; channel++) {
            double sum = 0;
            for (int i = 0; i < inputs; i++) {
                float value = (float) range.draw(random);
                weight.values()[channel * inputs + i] = value;
                sum += value;
            }
            bias.values()[channel] = (float) (-meanInput * sum);
        }
        return new Convolution(weight, bias, inputSize);
    }
}
