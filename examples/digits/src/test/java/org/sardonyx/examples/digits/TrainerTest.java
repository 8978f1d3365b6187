package org.sardonyx.examples.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final int EPOCHS = 6;

    private final Dataset data = Dataset.draw(Handwriting.calligraphic(), 320, 1);
    private final List<Trainer.Epoch> epochs = new ArrayList<>();

    private LeNet5 train() {
        LeNet5 network = LeNet5.create(new SplittableRandom(2));
        new Trainer(network).train(data, EPOCHS, 0.01, 3, epochs::add);
        return network;
    }

    @Test
    void trainingLowersTheLossAndASeedGivesTheSameBits() {
        LeNet5 network = train();
        double first = epochs.getFirst().meanLoss();
        double last = epochs.getLast().meanLoss();
        assertTrue(last < 0.95 * first, first + " became " + last);

        LeNet5 again = train();
        assertEquals(epochs.subList(0, EPOCHS), epochs.subList(EPOCHS, 2 * EPOCHS));
        for (int i = 0; i < network.parameters().size(); i++) {
            assertArrayEquals(network.parameters().get(i).values(), again.parameters().get(i).values());
        }
    }
}
