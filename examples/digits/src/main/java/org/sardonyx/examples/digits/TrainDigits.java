package org.sardonyx.examples.digits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Makes everything in this example's folder: draws the images, trains the network, tells how well it reads digits it
/// has not seen, and writes `lenet5.onnx` and the pictures `0.png` to `9.png`.
///
/// Every number comes from a seed and from exactly specified arithmetic, whatever the machine and its threads: the same
/// source gives the same weights, bit by bit.
public final class TrainDigits {
    private static final int TRAINING_IMAGES = 40_000;
    private static final int HELD_OUT_IMAGES = 10_000;
    private static final int EPOCHS = 10;
    private static final double PEAK_LEARNING_RATE = 0.008;
    private static final int PICTURE_SIZE = 128;

    private static final long TRAINING_SEED = 1;
    private static final long HELD_OUT_SEED = 2;
    private static final long CALLIGRAPHIC_SEED = 3;
    private static final long PICTURE_SEED = 4;
    private static final long WEIGHT_SEED = 5;
    private static final long ORDER_SEED = 6;

    private TrainDigits() {}

    /// @param arguments the folder to write to
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0]))) {
            System.err.println("usage: TrainDigits FOLDER");
            System.exit(2);
        }
        run(Path.of(arguments[0]));
    }

    private static void run(Path folder) throws IOException {
        Handwriting everyday = Handwriting.everyday();
        Handwriting calligraphic = Handwriting.calligraphic();
        System.out.printf("drawing %,d images%n", TRAINING_IMAGES);
        Dataset training = Dataset.draw(everyday, TRAINING_IMAGES, TRAINING_SEED);

        LeNet5 network = LeNet5.create(new SplittableRandom(WEIGHT_SEED));
        System.out.printf("training %,d parameters for %d epochs%n", network.parameterCount(), EPOCHS);
        new Trainer(network).train(training, EPOCHS, PEAK_LEARNING_RATE, ORDER_SEED,
                epoch -> System.out.printf("epoch %d: loss %.4f, right %.2f %%%n", epoch.number(), epoch.meanLoss(),
                        100 * epoch.accuracy()));

        Dataset heldOut = Dataset.draw(everyday, HELD_OUT_IMAGES, HELD_OUT_SEED);
        Dataset unseen = Dataset.draw(calligraphic, HELD_OUT_IMAGES, CALLIGRAPHIC_SEED);
        System.out.printf("held-out images: %.2f %% right%n", 100 * Trainer.accuracy(network, heldOut));
        System.out.printf("calligraphy, never seen in training: %.2f %% right%n",
                100 * Trainer.accuracy(network, unseen));

        LeNet5Export.export(network).write(folder.resolve("lenet5.onnx"));
        List<Picture> pictures = drawPictures(calligraphic);
        for (int digit = 0; digit < pictures.size(); digit++) {
            pictures.get(digit).write(folder.resolve(digit + ".png"));
        }
        List<Picture> reduced = pictures.stream().map(picture -> picture.reduced(LeNet5.IMAGE_SIZE)).toList();
        Dataset written = new Dataset(reduced, IntStream.range(0, Alphabet.DIGITS).toArray());
        System.out.printf("wrote lenet5.onnx and ten pictures, %.0f of them read rightly%n",
                Alphabet.DIGITS * Trainer.accuracy(network, written));
    }

    /// One large picture of each digit in the hand that training has not seen.
    private static List<Picture> drawPictures(Handwriting hand) {
        DigitPainter painter = new DigitPainter(hand);
        SplittableRandom random = new SplittableRandom(PICTURE_SEED);
        List<Picture> pictures = new ArrayList<>();
        for (int digit = 0; digit < Alphabet.DIGITS; digit++) {
            pictures.add(painter.paint(digit, PICTURE_SIZE, random.split()));
        }
        return pictures;
    }
}
