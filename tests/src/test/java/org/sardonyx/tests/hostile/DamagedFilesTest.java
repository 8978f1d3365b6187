package org.sardonyx.tests.hostile;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.onnx.ValueFile;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// Real files, cut off and with single bits flipped at every 64th byte.
class DamagedFilesTest {
    private static final int STRIDE = 64;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private interface Reader {
        void read(byte[] bytes) throws IOException;
    }

    private static void damage(Attempt attempt, String name, byte[] bytes, int stride, Reader reader) {
        SplittableRandom random = new SplittableRandom(bytes.length);
        for (int at = 0; at < bytes.length; at += stride) {
            int position = at;
            byte[] cut = Arrays.copyOf(bytes, position);
            attempt.at(() -> read(reader, cut), () -> name + " cut off at byte " + position);
            byte[] flipped = bytes.clone();
            int bit = random.nextInt(8);
            flipped[position] ^= (byte) (1 << bit);
            attempt.at(() -> read(reader, flipped),
                    () -> name + " with bit " + bit + " of byte " + position + " flipped");
        }
    }

    private static void read(Reader reader, byte[] bytes) {
        try {
            reader.read(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void readModel(byte[] bytes) {
        OnnxImporter.read(OnnxFile.of("damaged.onnx", MemorySegment.ofArray(bytes)));
    }

    @Test
    void aTrainedModel(TestReporter reporter) throws IOException {
        byte[] model = Files.readAllBytes(Path.of("examples/digits/lenet5.onnx"));
        Attempt attempt = new Attempt();
        assertTimeoutPreemptively(LIMIT,
                () -> damage(attempt, "lenet5.onnx", model, STRIDE, DamagedFilesTest::readModel));
        reporter.publishEntry("lenet5.onnx", attempt.summary());
        assertTrue(attempt.refused() > model.length / STRIDE / 2, attempt.summary());
    }

    private static Path suite() {
        String folder = System.getenv("ONNX_BACKEND_DATA");
        Assumptions.assumeTrue(folder != null,
                "ONNX_BACKEND_DATA is not set: it names the folder of the ONNX backend suite");
        return Path.of(folder);
    }

    /// A spread over the suite, each byte of interest of small files.
    @Test
    void modelsOfTheBackendSuite(TestReporter reporter) throws IOException {
        List<Path> models = new ArrayList<>();
        try (Stream<Path> cases = Files.list(suite().resolve("node"))) {
            List<Path> all = cases.sorted().toList();
            for (int i = 0; i < all.size(); i += 40) {
                models.add(all.get(i).resolve("model.onnx"));
            }
        }
        Attempt attempt = new Attempt();
        assertTimeoutPreemptively(LIMIT, () -> {
            for (Path model : models) {
                byte[] bytes = Files.readAllBytes(model);
                int stride = Math.max(1, Math.min(STRIDE, bytes.length / 64));
                damage(attempt, model.toString(), bytes, stride, DamagedFilesTest::readModel);
            }
        });
        reporter.publishEntry("models", attempt.summary());
        assertTrue(attempt.refused() > 0 && attempt.succeeded() > 0, attempt.summary());
    }

    @Test
    void valuesOfTheBackendSuite(@TempDir Path folder, TestReporter reporter) throws IOException {
        Path node = suite().resolve("node");
        TensorType floats = new TensorType(DataType.FLOAT32, Shape.UNKNOWN);
        TensorType strings = new TensorType(DataType.STRING, Shape.UNKNOWN);
        List<Path> files = List.of(node.resolve("test_add/test_data_set_0/input_0.pb"),
                node.resolve("test_sequence_insert_at_back/test_data_set_0/input_0.pb"),
                node.resolve("test_optional_has_element_optional_input/test_data_set_0/input_0.pb"),
                node.resolve("test_string_concat/test_data_set_0/input_0.pb"));
        List<ValueType> types = List.of(floats, new SequenceType(new TensorType(DataType.INT64, Shape.UNKNOWN)),
                new OptionalType(floats), strings);
        Path file = folder.resolve("damaged.pb");
        Attempt attempt = new Attempt();
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < files.size(); i++) {
                byte[] bytes = Files.readAllBytes(files.get(i));
                ValueType type = types.get(i);
                damage(attempt, files.get(i).toString(), bytes, Math.max(1, Math.min(STRIDE, bytes.length / 64)),
                        damaged -> {
                            Files.write(file, damaged);
                            ValueFile.read(file, type);
                        });
            }
        });
        reporter.publishEntry("values", attempt.summary());
        assertTrue(attempt.refused() > 0, attempt.summary());
    }
}
