package org.sardonyx.examples.digits;

import java.util.Arrays;
import java.util.List;

/// A convolution with stride 1 and no padding: every output channel is a sum over all input channels, each correlated
/// with a square kernel of its own.
///
/// A kernel as large as the input makes it a fully connected layer: the output is one number for each channel.
final class Convolution implements Layer {
    private final Parameter weight;
    private final Parameter bias;
    private final int inputSize;
    private final int outputSize;
    private final int kernel;
    private final float[][][] output;
    private final float[][][] inputGradient;

    /// The part of an input channel that one tap of the kernel sees, one element for each of the output's, and its
    /// gradient.
    private final float[][] window;
    private final float[][] windowGradient;
    private final float[] products;
    private float[][][] input;

    /// @param weight output channels x input channels x kernel x kernel
    /// @param bias output channels
    /// @param inputSize rows and columns of the input
    Convolution(Parameter weight, Parameter bias, int inputSize) {
        this.weight = weight;
        this.bias = bias;
        this.kernel = weight.shape().get(2);
        this.inputSize = inputSize;
        this.outputSize = inputSize - kernel + 1;
        this.output = Layer.activations(weight.shape().get(0), outputSize);
        this.inputGradient = Layer.activations(weight.shape().get(1), inputSize);
        this.window = new float[outputSize][outputSize * SAMPLES];
        this.windowGradient = new float[outputSize][outputSize * SAMPLES];
        this.products = new float[outputSize * SAMPLES];
    }

    @Override
    public float[][][] forward(float[][][] newInput) {
        input = newInput;
        for (int to = 0; to < output.length; to++) {
            for (float[] row : output[to]) {
                Arrays.fill(row, bias.values()[to]);
            }
        }
        for (int from = 0; from < input.length; from++) {
            for (int tap = 0; tap < kernel * kernel; tap++) {
                openWindow(from, tap);
                for (int to = 0; to < output.length; to++) {
                    float factor = weight.values()[weightIndex(to, from, tap)];
                    for (int y = 0; y < outputSize; y++) {
                        Vectors.addScaled(output[to][y], factor, window[y]);
                    }
                }
            }
        }
        return output;
    }

    @Override
    public float[][][] backward(float[][][] outputGradient) {
        for (int to = 0; to < output.length; to++) {
            for (float[] row : outputGradient[to]) {
                bias.gradient()[to] += Vectors.sum(row);
            }
        }
        for (int from = 0; from < input.length; from++) {
            for (float[] row : inputGradient[from]) {
                Arrays.fill(row, 0);
            }
            for (int tap = 0; tap < kernel * kernel; tap++) {
                openWindow(from, tap);
                for (int to = 0; to < output.length; to++) {
                    backwardTap(outputGradient[to], weightIndex(to, from, tap));
                }
                closeWindowGradient(from, tap);
            }
        }
        return inputGradient;
    }

    private void backwardTap(float[][] outputGradient, int weightIndex) {
        float factor = weight.values()[weightIndex];
        Arrays.fill(products, 0);
        for (int y = 0; y < outputSize; y++) {
            Vectors.addProducts(products, outputGradient[y], window[y]);
            Vectors.addScaled(windowGradient[y], factor, outputGradient[y]);
        }
        weight.gradient()[weightIndex] += Vectors.sum(products);
    }

    private int weightIndex(int to, int from, int tap) {
        return (to * input.length + from) * kernel * kernel + tap;
    }

    private void openWindow(int from, int tap) {
        int start = tap % kernel * SAMPLES;
        for (int y = 0; y < outputSize; y++) {
            System.arraycopy(input[from][y + tap / kernel], start, window[y], 0, window[y].length);
        }
    }

    /// Adds the window's gradient to that of the input and clears it.
    private void closeWindowGradient(int from, int tap) {
        int start = tap % kernel * SAMPLES;
        for (int y = 0; y < outputSize; y++) {
            float[] target = inputGradient[from][y + tap / kernel];
            for (int i = 0; i < windowGradient[y].length; i++) {
                target[start + i] += windowGradient[y][i];
            }
            Arrays.fill(windowGradient[y], 0);
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public Layer replica() {
        return new Convolution(weight.replica(), bias.replica(), inputSize);
    }
}
