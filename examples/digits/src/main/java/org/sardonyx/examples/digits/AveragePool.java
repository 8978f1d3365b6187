package org.sardonyx.examples.digits;

/// Halves rows and columns: each output is the mean of a 2x2 square of the input, squares side by side.
final class AveragePool implements Layer {
    private final int outputSize;
    private final float[][][] output;
    private final float[][][] inputGradient;

    /// @param inputSize rows and columns of the input, even
    AveragePool(int channels, int inputSize) {
        this.outputSize = inputSize / 2;
        this.output = Layer.activations(channels, outputSize);
        this.inputGradient = Layer.activations(channels, inputSize);
    }

    @Override
    public float[][][] forward(float[][][] input) {
        for (int channel = 0; channel < output.length; channel++) {
            for (int y = 0; y < outputSize; y++) {
                forward(input[channel][2 * y], input[channel][2 * y + 1], output[channel][y]);
            }
        }
        return output;
    }

    private void forward(float[] upper, float[] lower, float[] target) {
        for (int x = 0; x < outputSize; x++) {
            int left = 2 * x * SAMPLES;
            int right = left + SAMPLES;
            for (int i = 0; i < SAMPLES; i++) {
                float sum = upper[left + i] + upper[right + i] + (lower[left + i] + lower[right + i]);
                target[x * SAMPLES + i] = sum / 4;
            }
        }
    }

    @Override
    public float[][][] backward(float[][][] outputGradient) {
        for (int channel = 0; channel < output.length; channel++) {
            for (int y = 0; y < outputSize; y++) {
                float[] upper = inputGradient[channel][2 * y];
                backward(outputGradient[channel][y], upper);
                System.arraycopy(upper, 0, inputGradient[channel][2 * y + 1], 0, upper.length);
            }
        }
        return inputGradient;
    }

    private void backward(float[] source, float[] upper) {
        for (int x = 0; x < outputSize; x++) {
            int left = 2 * x * SAMPLES;
            int right = left + SAMPLES;
            for (int i = 0; i < SAMPLES; i++) {
                float share = source[x * SAMPLES + i] / 4;
                upper[left + i] = share;
                upper[right + i] = share;
            }
        }
    }

    @Override
    public Layer replica() {
        return new AveragePool(output.length, 2 * outputSize);
    }
}
