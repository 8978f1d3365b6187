package org.sardonyx.examples.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// The model and the pictures that stand beside this module's pom, and the way from training to a running model.
class CommittedModelTest {
    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final int SIZE = LeNet5.IMAGE_SIZE;

    @TempDir
    private Path folder;

    @Test
    void theModelHasTheTextbooksParameters() {
        Graph graph = OnnxImporter.read(FOLDER.resolve("lenet5.onnx")).graph();
        long parameters = graph.nodes().stream().map(node -> node.operator() instanceof Constant(Tensor tensor)
                && tensor.dataType() == DataType.FLOAT32 && tensor.rank() > 0 ? tensor.size() : 0L)
                .mapToLong(Long::longValue).sum();
        assertEquals(61_706, parameters);
        assertTrue(graph.inputs().getFirst().type().admits(TensorType.of(DataType.FLOAT32, 5, 1, SIZE, SIZE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void thePictureOfADigitIsRead(int digit) throws IOException {
        Graph graph = OnnxImporter.read(FOLDER.resolve("lenet5.onnx")).graph();
        BufferedImage image = ImageIO.read(FOLDER.resolve(digit + ".png").toFile());
        byte[] pixels = (byte[]) image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), null);
        Picture picture = new Picture(image.getWidth(), pixels).reduced(SIZE);
        Tensor input = Tensor.allocate(DataType.FLOAT32, 1, 1, SIZE, SIZE);
        for (int i = 0; i < input.size(); i++) {
            input.setDouble(i, Byte.toUnsignedInt(picture.pixels()[i]) / 255.0);
        }
        Tensor probabilities = (Tensor) new Interpreter().run(graph, Map.of("image", input)).get("digit");
        assertTrue(probabilities.getDouble(digit) > 0.95, probabilities::toString);
    }

    /// What is written computes what was trained: the logits of training and the softmax of the model agree.
    @Test
    void anExportedNetworkComputesWhatTheTrainedOneDoes() {
        LeNet5 network = LeNet5.create(new SplittableRandom(1));
        Dataset data = Dataset.draw(Handwriting.everyday(), 3, 2);
        Dataset.Batch batch = data.batch(new int[] {0, 1, 2}, 0);
        float[][][] gradient = Loss.of(network.forward(batch.images()), batch.labels()).gradient();

        Path file = folder.resolve("exported.onnx");
        LeNet5Export.export(network).write(file);

        Tensor input = Tensor.allocate(DataType.FLOAT32, 3, 1, SIZE, SIZE);
        for (int i = 0; i < input.size(); i++) {
            int sample = i / (SIZE * SIZE);
            input.setDouble(i, batch.images()[0][i / SIZE % SIZE][i % SIZE * Layer.SAMPLES + sample]);
        }
        Graph graph = OnnxImporter.read(file).graph();
        Tensor probabilities = (Tensor) new Interpreter().run(graph, Map.of("image", input)).get("digit");
        for (int sample = 0; sample < 3; sample++) {
            for (int digit = 0; digit < Alphabet.DIGITS; digit++) {
                double expected = gradient[digit][0][sample] + (batch.labels()[sample] == digit ? 1 : 0);
                assertEquals(expected, probabilities.getDouble(sample * Alphabet.DIGITS + digit), 1e-5);
            }
        }
    }
}
