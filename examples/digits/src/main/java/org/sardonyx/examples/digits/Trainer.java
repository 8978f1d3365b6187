package org.sardonyx.examples.digits;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Trains a network by gradient descent, several replicas at a time.
///
/// A batch is always cut into [#REPLICAS] parts whose gradients are added up in one order, so the trained weights do
/// not depend on how many threads there are: the same seed gives the same bits.
final class Trainer {
    private static final int REPLICAS = 2;
    private static final int BATCH = REPLICAS * Layer.SAMPLES;

    /// The part of the training in which the learning rate rises: large first steps would drive sigmoids to their ends.
    private static final double WARM_UP = 0.05;

    private final LeNet5 network;
    private final List<LeNet5> replicas;
    private final AdamOptimizer optimizer;

    /// How one pass over the training images went.
    record Epoch(int number, double meanLoss, double accuracy) {}

    Trainer(LeNet5 network) {
        this.network = network;
        this.replicas = Stream.generate(network::replica).limit(REPLICAS).toList();
        this.optimizer = new AdamOptimizer(network.parameters());
    }

    /// Passes over the images `epochs` times. The learning rate rises to `peakRate` and then falls to zero along a
    /// cosine. Images that do not fill a batch wait for the next epoch's order.
    void train(Dataset data, int epochs, double peakRate, long seed, Consumer<Epoch> progress) {
        SplittableRandom random = new SplittableRandom(seed);
        int batches = data.size() / BATCH;
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = data.shuffledIndices(random);
            double loss = 0;
            int right = 0;
            for (int batch = 0; batch < batches; batch++) {
                double done = (epoch + (double) batch / batches) / epochs;
                List<Loss> losses = computeGradients(data, order, batch * BATCH);
                optimizer.step(peakRate * schedule(done));
                loss += losses.stream().mapToDouble(Loss::sum).sum();
                right += losses.stream().mapToInt(Loss::right).sum();
            }
            double images = (double) batches * BATCH;
            progress.accept(new Epoch(epoch + 1, loss / images, right / images));
        }
    }

    private static double schedule(double done) {
        return done < WARM_UP
                ? done / WARM_UP
                : (1 + StrictMath.cos(Math.PI * (done - WARM_UP) / (1 - WARM_UP))) / 2;
    }

    /// Leaves the mean gradient over the batch in the network's parameters.
    private List<Loss> computeGradients(Dataset data, int[] order, int start) {
        List<Loss> losses = IntStream.range(0, REPLICAS).parallel().mapToObj(
                i -> computeGradients(replicas.get(i), data.batch(order, start + i * Layer.SAMPLES))).toList();
        List<List<Parameter>> parts = replicas.stream().map(LeNet5::parameters).toList();
        List<Parameter> parameters = network.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            float[] gradient = parameters.get(i).gradient();
            Arrays.fill(gradient, 0);
            for (List<Parameter> part : parts) {
                Vectors.addScaled(gradient, 1f / BATCH, part.get(i).gradient());
            }
        }
        return losses;
    }

    private static Loss computeGradients(LeNet5 replica, Dataset.Batch batch) {
        replica.parameters().forEach(parameter -> Arrays.fill(parameter.gradient(), 0));
        Loss loss = Loss.of(replica.forward(batch.images()), batch.labels());
        replica.backward(loss.gradient());
        return loss;
    }

    /// The fraction of images that the network reads rightly.
    static double accuracy(LeNet5 network, Dataset data) {
        int[] order = IntStream.range(0, data.size()).toArray();
        int right = 0;
        for (int start = 0; start < data.size(); start += Layer.SAMPLES) {
            Dataset.Batch batch = data.batch(order, start);
            right += Loss.of(network.forward(batch.images()), batch.labels()).right();
        }
        return (double) right / data.size();
    }
}
