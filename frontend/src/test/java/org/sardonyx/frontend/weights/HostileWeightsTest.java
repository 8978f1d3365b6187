package org.sardonyx.frontend.weights;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.ir.ModelException;

/// Changes well-formed files: each either reads or is refused with a message that names it.
class HostileWeightsTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        byte[] array = Zip.npy("<f4", "(2, 3)", new byte[24]);
        byte[] stored = new Zip(false).add("w.npy", array).add("b.npy", array).bytes();
        byte[] small = new Zip(false).add("w.npy", array).bytes();
        int directory = small.length - 22 - 46 - 5;
        return Stream.of(
                Arguments.of("a.safetensors", Safetensors.file(
                        "{\"__metadata__\":{\"format\":\"pt\"}," + Safetensors.tensor("w", "F32", "[2,3]", 0, 24) + ","
                                + Safetensors.tensor("b", "BF16", "[2]", 24, 28) + "}",
                        new byte[28])),
                Arguments.of("stored.npz", stored),
                Arguments.of("deflated.npz", new Zip(true).add("w.npy", array).add("b.npy", array).bytes()),
                Arguments.of("zip64.npz", Zip.inZip64Form(small, directory)),
                Arguments.of("a.onnx", ModelProto.newBuilder().setGraph(WeightsTest.graph()).build().toByteArray()));
    }

    /// Reads everything.
    ///
    /// @return whether all of it was well-formed
    private static boolean reads(Path file) {
        try {
            Weights weights = Weights.open(file);
            for (String name : weights.names()) {
                assertNotNull(weights.type(name).orElseThrow());
                assertNotNull(weights.find(name).orElseThrow().toString());
            }
            return true;
        } catch (ModelException e) {
            assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileCutShortIsRefused(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        assertTrue(reads(Files.write(file, content)));
        for (int length = 0; length < content.length; length++) {
            boolean whole = reads(Files.write(folder.resolve(length + name), Arrays.copyOf(content, length)));
            assertTrue(!whole || name.endsWith(".onnx"), "cut after " + length + " bytes");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aChangedBitIsReadOrRefused(String name, byte[] content) throws IOException {
        int accepted = 0;
        for (int bit = 0; bit < 8 * content.length; bit += 3) {
            byte[] changed = content.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            accepted += reads(Files.write(folder.resolve(bit + name), changed)) ? 1 : 0;
        }
        assertTrue(accepted < 8 * content.length / 3, "every change was accepted");
    }

    @ParameterizedTest
    @MethodSource("files")
    void changedNumbersAreReadOrRefused(String name, byte[] content) throws IOException {
        Random random = new Random(20);
        byte[] telling = {0, 1, -1, 127, -128, '9', '{', '['};
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] changed = content.clone();
            int at = random.nextInt(changed.length);
            int length = Math.min(changed.length - at, 1 + random.nextInt(8));
            Arrays.fill(changed, at, at + length, telling[random.nextInt(telling.length)]);
            refused += reads(Files.write(folder.resolve(i + name), changed)) ? 0 : 1;
        }
        assertTrue(refused > 0);
    }
}
