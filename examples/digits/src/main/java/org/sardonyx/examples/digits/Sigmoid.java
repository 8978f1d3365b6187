package org.sardonyx.examples.digits;

/// The logistic function `1 / (1 + exp(-x))` of every element.
final class Sigmoid implements Layer {
    private final int size;
    private final float[][][] output;
    private final float[][][] inputGradient;

    /// @param size rows and columns
    Sigmoid(int channels, int size) {
        this.size = size;
        this.output = Layer.activations(channels, size);
        this.inputGradient = Layer.activations(channels, size);
    }

    @Override
    public float[][][] forward(float[][][] input) {
        for (int channel = 0; channel < output.length; channel++) {
            for (int y = 0; y < size; y++) {
                forward(input[channel][y], output[channel][y]);
            }
        }
        return output;
    }

    private static void forward(float[] source, float[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = (float) (1 / (1 + StrictMath.exp(-source[i])));
        }
    }

    @Override
    public float[][][] backward(float[][][] outputGradient) {
        for (int channel = 0; channel < output.length; channel++) {
            for (int y = 0; y < size; y++) {
                backward(outputGradient[channel][y], output[channel][y], inputGradient[channel][y]);
            }
        }
        return inputGradient;
    }

    private static void backward(float[] source, float[] activation, float[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = source[i] * activation[i] * (1 - activation[i]);
        }
    }

    @Override
    public Layer replica() {
        return new Sigmoid(output.length, size);
    }
}
