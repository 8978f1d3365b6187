package org.sardonyx.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.frontend.ModelFile.Format;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnxtext.OnnxText;
import org.sardonyx.ir.ModelException;

class ModelFileTest {
    private static final String TEXT = """
            <ir_version: 8, opset_import: ["" : 17]>
            g (float[2] x) => (float[2] y) <float[2] w = {1, 2}> { y = Mul (x, w) }
            """;

    @TempDir
    private Path folder;

    private static String problem(Executable action) {
        return assertThrows(ModelException.class, action).getMessage();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void theExtensionNamesTheFormat() {
        assertEquals(Optional.of(Format.ONNX), Format.named(Path.of("a/b.onnx")));
        assertEquals(Optional.of(Format.ONNX_TEXT), Format.named(Path.of("b.OnnxTxt")));
        assertEquals(Optional.of(Format.NET), Format.named(Path.of("b.net")));
        assertEquals(Optional.empty(), Format.named(Path.of("net")));
        assertEquals(Optional.empty(), Format.named(Path.of("/")));
        assertEquals(Format.ONNX, Format.of(Path.of("b.pb")));
    }

    @Test
    void everyFormatIsRead() throws IOException {
        Path text = Files.writeString(folder.resolve("m.onnxtxt"), TEXT);
        Path onnx = folder.resolve("m.onnx");
        ModelFile.write(ModelFile.open(text), onnx);
        Path network = Files.writeString(folder.resolve("m.net"), "network n\ninput x: float[1, 2]\noutput y = relu\n");
        for (Path file : List.of(text, onnx, network)) {
            assertEquals(1, ModelFile.read(file).graph().outputs().size(), file.toString());
        }
    }

    @Test
    void problemsNameTheFileOnce() throws IOException {
        Path syntax = Files.writeString(folder.resolve("syntax.onnxtxt"), "g");
        assertTrue(problem(() -> ModelFile.read(syntax)).startsWith(syntax + ":1:2: expected"));
        Path meaning = Files.writeString(folder.resolve("meaning.onnxtxt"), TEXT.replace("Mul (x", "Mul (z"));
        String message = problem(() -> ModelFile.read(meaning));
        assertTrue(message.startsWith(meaning + ": "), message);
        assertEquals(0, message.lastIndexOf(meaning.toString()), message);
    }

    @Test
    void nothingIsLeftOfAModelThatCannotBeWritten() throws IOException {
        OnnxFile model = OnnxText.parse("m", TEXT.replace("{1, 2}", "[\"location\": \"w\"]")).embedded();
        Path out = folder.resolve("m.onnx");
        assertEquals(
                out + ": cannot be written: external data of tensor `w`: `w`: the model was not read from a file, so "
                        + "it has no folder to look in",
                problem(() -> ModelFile.write(model, out)));
        assertEquals(List.of(), files());
    }

    @Test
    void aFolderIsNotReplaced() throws IOException {
        Path out = Files.createDirectory(folder.resolve("m.onnx"));
        assertTrue(problem(() -> ModelFile.write(OnnxText.parse("m", TEXT), out))
                .startsWith(out + ": cannot be written: "));
        assertEquals(List.of("m.onnx"), files());
    }
}
