package org.sardonyx.frontend.onnxtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.sardonyx.frontend.onnx.OnnxFile;

/// Prints every model of the ONNX backend suite, which lies in the folder that the environment variable
/// `ONNX_BACKEND_DATA` names, and reads it again, then writes that as ONNX and reads this: it is the same.
@EnabledIfEnvironmentVariable(
        named = BackendModelsTest.VARIABLE,
        matches = ".+",
        disabledReason = "it is to name the folder of the ONNX backend suite, with the folders node and so on in it")
class BackendModelsTest {
    static final String VARIABLE = "ONNX_BACKEND_DATA";
    private static final int FEWEST = 1_900;

    private static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getenv(VARIABLE)))) {
            return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
        }
    }

    @Test
    void theSuiteIsThere() throws IOException {
        assertTrue(models().size() >= FEWEST, models().size() + " models, expected at least " + FEWEST);
    }

    @TestFactory
    Stream<DynamicTest> textGivesTheModelBack() throws IOException {
        return models().stream().map(file -> dynamicTest(file.getParent().getFileName().toString(), () -> {
            OnnxFile model = OnnxFile.open(file);
            StringBuilder text = new StringBuilder();
            OnnxText.print(model, text);
            OnnxFile again = OnnxText.parse(file + "txt", text.toString());
            // Comparing texts of large messages takes long, so they are only made where there is a difference.
            if (!CanonicalModel.of(model).equals(CanonicalModel.of(again))) {
                assertEquals(CanonicalModel.of(model).toString(), CanonicalModel.of(again).toString());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            again.writeTo(bytes);
            OnnxFile written = OnnxFile.of("again", MemorySegment.ofArray(bytes.toByteArray()));
            assertTrue(CanonicalModel.of(model).equals(CanonicalModel.of(written)), "ONNX made of the text differs");
        }));
    }
}
