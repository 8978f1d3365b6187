package org.sardonyx.examples.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class LeNet5Test {
    private final LeNet5 network = LeNet5.create(new SplittableRandom(1));
    private final Dataset data = Dataset.draw(Handwriting.everyday(), Layer.SAMPLES, 2);
    private final Dataset.Batch batch = data.batch(data.shuffledIndices(new SplittableRandom(3)), 0);

    @Test
    void theTextbooksParametersAreThere() {
        assertEquals(61_706, network.parameterCount());
        List<String> shapes = network.parameters().stream().map(p -> p.name() + " " + p.shape()).toList();
        assertEquals(List.of("conv1.weight [6, 1, 5, 5]", "conv1.bias [6]", "conv2.weight [16, 6, 5, 5]",
                "conv2.bias [16]", "linear1.weight [120, 16, 5, 5]", "linear1.bias [120]",
                "linear2.weight [84, 120, 1, 1]", "linear2.bias [84]", "linear3.weight [10, 84, 1, 1]",
                "linear3.bias [10]"), shapes);
    }

    /// Compares the gradient of every parameter tensor with finite differences: along the gradient itself the loss grows
    /// by the gradient's length.
    @Test
    void theGradientIsTheSlopeOfTheLoss() {
        Loss loss = loss();
        network.backward(loss.gradient());
        for (Parameter parameter : network.parameters()) {
            double squared = 0;
            for (float element : parameter.gradient()) {
                squared += element * element;
            }
            double length = Math.sqrt(squared);
            double step = 0.02 / length;
            double slope = (lossAlong(parameter, step) - lossAlong(parameter, -step)) / (2 * step);
            assertEquals(squared, slope, 0.01 * squared, parameter.name());
        }
    }

    /// The same for single numbers of each parameter: along one axis.
    @Test
    void theGradientPointsTheRightWay() {
        Loss loss = loss();
        network.backward(loss.gradient());
        SplittableRandom random = new SplittableRandom(4);
        for (Parameter parameter : network.parameters()) {
            for (int trial = 0; trial < 5; trial++) {
                int index = random.nextInt(parameter.values().length);
                float value = parameter.values()[index];
                parameter.values()[index] = value + 0.01f;
                double above = loss().sum();
                parameter.values()[index] = value - 0.01f;
                double below = loss().sum();
                parameter.values()[index] = value;
                double expected = parameter.gradient()[index];
                double slope = (above - below) / 0.02;
                assertEquals(expected, slope, 0.002 + 0.01 * Math.abs(expected), parameter.name() + " " + index);
            }
        }
    }

    private Loss loss() {
        return Loss.of(network.forward(batch.images()), batch.labels());
    }

    private double lossAlong(Parameter parameter, double step) {
        float[] saved = parameter.values().clone();
        for (int i = 0; i < saved.length; i++) {
            parameter.values()[i] = (float) (saved[i] + step * parameter.gradient()[i]);
        }
        double sum = loss().sum();
        System.arraycopy(saved, 0, parameter.values(), 0, saved.length);
        return sum;
    }
}
