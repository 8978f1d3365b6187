package org.sardonyx.tests.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.frontend.ModelFile;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.Session;

class EmbeddingTest {
    private static final int SIZE = 32;

    private static Tensor probabilities(Path model, float[] pixels) {
        Graph graph = ModelFile.read(model).graph();
        try (Session session = Session.open(graph, Devices.available().choose("auto").device())) {
            Tensor image = Tensor.ofFloats(new long[] {1, 1, 32, 32}, pixels);
            return (Tensor) session.run(Map.of("image", image)).get("digit");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void recognizesADigit(int digit) throws IOException {
        Path folder = Path.of("examples/digits");
        float[] pixels = pixels(ImageIO.read(folder.resolve(digit + ".png").toFile()));
        Tensor probabilities = probabilities(folder.resolve("lenet5.onnx"), pixels);
        int likeliest = 0;
        for (int i = 1; i < probabilities.size(); i++) {
            likeliest = probabilities.getDouble(i) > probabilities.getDouble(likeliest) ? i : likeliest;
        }
        assertEquals(digit, likeliest, probabilities.toString());
    }

    /// The averages of squares of pixels, from 0 (black) to 1 (white).
    private static float[] pixels(BufferedImage image) {
        int scale = image.getWidth() / SIZE;
        float[] pixels = new float[SIZE * SIZE];
        for (int y = 0; y < SIZE * scale; y++) {
            for (int x = 0; x < SIZE * scale; x++) {
                pixels[y / scale * SIZE + x / scale] += image.getRaster().getSample(x, y, 0) / 255f / scale / scale;
            }
        }
        return pixels;
    }
}
