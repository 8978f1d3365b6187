package org.sardonyx.examples.digits;

import java.util.List;

/// Adam: a step for each value along the running mean of its gradient, divided by the gradient's usual size.
///
/// Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), algorithm 1.
final class AdamOptimizer {
    private static final double MEAN_DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<Parameter> parameters;
    private final List<Moments> moments;
    private double meanWeight = 1;
    private double squareWeight = 1;

    /// Running means of a parameter's gradient and of its square.
    private record Moments(float[] mean, float[] square) {}

    AdamOptimizer(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        this.moments = parameters.stream()
                .map(parameter -> new Moments(new float[parameter.values().length],
                        new float[parameter.values().length]))
                .toList();
    }

    /// Moves every value against its gradient, by about `learningRate`.
    void step(double learningRate) {
        meanWeight *= MEAN_DECAY;
        squareWeight *= SQUARE_DECAY;
        float rate = (float) (learningRate * Math.sqrt(1 - squareWeight) / (1 - meanWeight));
        for (int i = 0; i < parameters.size(); i++) {
            step(parameters.get(i), moments.get(i), rate);
        }
    }

    private static void step(Parameter parameter, Moments moments, float rate) {
        float meanDecay = (float) MEAN_DECAY;
        float squareDecay = (float) SQUARE_DECAY;
        for (int i = 0; i < parameter.values().length; i++) {
            float gradient = parameter.gradient()[i];
            float mean = meanDecay * moments.mean[i] + (1 - meanDecay) * gradient;
            float square = squareDecay * moments.square[i] + (1 - squareDecay) * gradient * gradient;
            moments.mean[i] = mean;
            moments.square[i] = square;
            parameter.values()[i] -= rate * mean / ((float) Math.sqrt(square) + (float) EPSILON);
        }
    }
}
