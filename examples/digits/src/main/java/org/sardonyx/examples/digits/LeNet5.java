package org.sardonyx.examples.digits;

import java.util.List;
import java.util.random.RandomGenerator;

/// LeNet-5 as textbooks print it: two convolutions, each pooled, then three fully connected layers; 61,706 parameters.
///
/// After LeCun, Bottou, Bengio and Haffner, "Gradient-Based Learning Applied to Document Recognition", Proceedings of
/// the IEEE 86 (1998), with every map connected to every other and a plain classifier at the end.
///
/// ```
/// image                1 x 32 x 32
/// convolution 5x5      6 x 28 x 28
/// average pool 2x2     6 x 14 x 14    sigmoid
/// convolution 5x5     16 x 10 x 10
/// average pool 2x2    16 x  5 x  5    sigmoid
/// linear             120              sigmoid
/// linear              84              sigmoid
/// linear              10              the logits
/// ```
///
/// As in the paper, the linear layers are convolutions too: their kernels cover the whole input.
final class LeNet5 {
    /// Rows and columns of an image.
    static final int IMAGE_SIZE = 32;

    private final List<Layer> layers;

    private LeNet5(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    /// An untrained network.
    static LeNet5 create(RandomGenerator random) {
        Initialiser initialiser = new Initialiser(random);
        return new LeNet5(List.of( //
                initialiser.convolution("conv1", 1, 6, 5, IMAGE_SIZE, Initialiser.MEAN_BRIGHTNESS),
                new AveragePool(6, 28), new Sigmoid(6, 14),
                initialiser.convolution("conv2", 6, 16, 5, 14, Initialiser.MEAN_ACTIVATION),
                new AveragePool(16, 10), new Sigmoid(16, 5),
                initialiser.convolution("linear1", 16, 120, 5, 5, Initialiser.MEAN_ACTIVATION), new Sigmoid(120, 1),
                initialiser.convolution("linear2", 120, 84, 1, 1, Initialiser.MEAN_ACTIVATION), new Sigmoid(84, 1),
                initialiser.convolution("linear3", 84, Alphabet.DIGITS, 1, 1, Initialiser.MEAN_ACTIVATION)));
    }

    /// The logits of each digit, `[digit][0][sample]`, for images of brightness from 0 to 1.
    float[][][] forward(float[][][] images) {
        float[][][] activations = images;
        for (Layer layer : layers) {
            activations = layer.forward(activations);
        }
        return activations;
    }

    /// Adds to the gradients of all parameters, given the gradient of the loss with respect to the logits.
    void backward(float[][][] logitsGradient) {
        float[][][] gradient = logitsGradient;
        for (Layer layer : layers.reversed()) {
            gradient = layer.backward(gradient);
        }
    }

    /// Weight and bias of each layer, in the layers' order.
    List<Parameter> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    /// How many numbers training adjusts.
    int parameterCount() {
        return parameters().stream().mapToInt(parameter -> parameter.values().length).sum();
    }

    /// A network that shares this one's parameter values and nothing else, for another thread.
    LeNet5 replica() {
        return new LeNet5(layers.stream().map(Layer::replica).toList());
    }
}
