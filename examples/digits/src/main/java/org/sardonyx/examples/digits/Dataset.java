package org.sardonyx.examples.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Images of digits with what they show: every digit equally often.
///
/// @param images pictures of 32 x 32 pixels
record Dataset(List<Picture> images, int[] labels) {

    /// Draws `size` images, each from a seed of its own, so that any number of threads gives the same ones.
    static Dataset draw(Handwriting hand, int size, long seed) {
        DigitPainter painter = new DigitPainter(hand);
        SplittableRandom seeds = new SplittableRandom(seed);
        List<SplittableRandom> randoms = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            randoms.add(seeds.split());
        }
        int[] labels = IntStream.range(0, size).map(i -> i % Alphabet.DIGITS).toArray();
        List<Picture> images = IntStream.range(0, size).parallel()
                .mapToObj(i -> painter.paint(labels[i], LeNet5.IMAGE_SIZE, randoms.get(i))).toList();
        return new Dataset(images, labels);
    }

    int size() {
        return labels.length;
    }

    /// The numbers from 0 to [#size] in random order.
    int[] shuffledIndices(RandomGenerator random) {
        int[] order = IntStream.range(0, size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    /// The images whose numbers stand in `order` from `start` on: [Layer#SAMPLES] of them, or those that are left.
    Batch batch(int[] order, int start) {
        int size = LeNet5.IMAGE_SIZE;
        float[][][] input = Layer.activations(1, size);
        int[] batchLabels = new int[Math.min(Layer.SAMPLES, order.length - start)];
        for (int sample = 0; sample < batchLabels.length; sample++) {
            int index = order[start + sample];
            byte[] pixels = images.get(index).pixels();
            batchLabels[sample] = labels[index];
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    input[0][y][x * Layer.SAMPLES + sample] = Byte.toUnsignedInt(pixels[y * size + x]) / 255f;
                }
            }
        }
        return new Batch(input, batchLabels);
    }

    /// @param images brightness from 0 to 1, `[0][row][column * SAMPLES + sample]`; black where there is no sample
    /// @param labels the digit of each sample
    record Batch(float[][][] images, int[] labels) {}
}
