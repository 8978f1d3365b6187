package org.sardonyx.cli.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.cli.CommandRun;
import org.sardonyx.frontend.ModelFile;

class ConvertCommandTest {
    private static final String TEXT = """
            <
               ir_version: 8,
               opset_import: ["" : 17]
            >
            scaled (float[2] x) => (float[2] y)
               <float[2] w = {1.0, 2.0}>
            {
               y = Mul (x, w)
            }
            """;
    private static final String EXTERNAL = TEXT.replace("{1.0, 2.0}", "[\"location\": \"w.bin\"]");

    @TempDir
    private Path folder;
    private final CommandRun command = new CommandRun();

    private Path text;

    @BeforeEach
    void writeText() throws IOException {
        text = Files.writeString(folder.resolve("in.onnxtxt"), TEXT);
    }

    private void convert(Path in, Path out) {
        assertEquals(0, command.run("convert", in.toString(), out.toString()), command.err());
    }

    private void assertRefused(String message, Path in, Path out) {
        assertEquals(2, command.run("convert", in.toString(), out.toString()), command.out());
        assertEquals("sardonyx: " + message + "\n", command.err());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyDirection() throws IOException {
        Path onnx = folder.resolve("a.onnx");
        Path copy = folder.resolve("b.onnx");
        Path again = folder.resolve("c.ONNXTXT");
        Path last = folder.resolve("d.onnxtxt");
        convert(text, onnx);
        convert(onnx, copy);
        convert(copy, again);
        convert(again, last);
        assertEquals(TEXT, Files.readString(again));
        assertEquals(TEXT, Files.readString(last));
        assertArrayEquals(Files.readAllBytes(onnx), Files.readAllBytes(copy));
        assertEquals(List.of("a.onnx", "b.onnx", "c.ONNXTXT", "d.onnxtxt", "in.onnxtxt"), files());
    }

    @Test
    void networksBecomeOnnx() throws IOException {
        Path network =
                Files.writeString(folder.resolve("n.net"), "network n\ninput x: float[1, 2]\nlinear 3\noutput y\n");
        convert(network, folder.resolve("n.onnxtxt"));
        assertTrue(Files.readString(folder.resolve("n.onnxtxt")).contains("Gemm"));
    }

    @Test
    void textRunsAndIsInspected() {
        assertEquals(0, command.run("run", text.toString()), command.err());
        assertTrue(command.out().contains("y: float32[2]"), command.out());
        assertEquals(0, command.run("inspect", text.toString()), command.err());
    }

    @Test
    void theLayerLanguageIsNotWritten() {
        Path out = folder.resolve("out.net");
        assertRefused(out + ": a model cannot be turned back into the layer language, only into .onnx and .onnxtxt",
                text,
                out);
    }

    @Test
    void unknownExtensions() throws IOException {
        Path out = folder.resolve("out.txt");
        assertRefused(out + ": the extension names no format, expected .onnx or .onnxtxt", text, out);
        Path in = Files.copy(text, folder.resolve("in.txt"));
        assertRefused(
                in + ": is not an ONNX model but looks like text\nWhat is not an ONNX model is told by its extension: "
                        + ".onnxtxt is ONNX's text syntax, .net the layer language.",
                in, folder.resolve("out.onnx"));
    }

    @Test
    void onnxOfAnyExtensionIsRead() throws IOException {
        convert(text, folder.resolve("a.onnx"));
        Path in = Files.move(folder.resolve("a.onnx"), folder.resolve("a.bin"));
        convert(in, folder.resolve("b.onnxtxt"));
        assertEquals(TEXT, Files.readString(folder.resolve("b.onnxtxt")));
    }

    @Test
    void theFileItselfIsNotWritten() throws IOException {
        assertRefused(text + ": is the file to be read, expected another one to write", text, text);
        Path link = Files.createLink(folder.resolve("link.onnxtxt"), text);
        assertRefused(link + ": is the file to be read, expected another one to write", text, link);
    }

    @Test
    void aMistakeLeavesTheOldFile() throws IOException {
        Path out = Files.writeString(folder.resolve("out.onnx"), "old");
        Files.writeString(text, TEXT.replace("Mul (", "Mul "));
        assertRefused(text + ":8:12: expected `(`, found `x`\n       y = Mul x, w)\n               ^", text, out);
        assertEquals("old", Files.readString(out));
        assertEquals(List.of("in.onnxtxt", "out.onnx"), files());
    }

    @Test
    void missingFilesAndFolders() {
        Path none = folder.resolve("none.onnx");
        assertRefused(none + ": there is no such file", none, folder.resolve("out.onnx"));
        Path out = folder.resolve("none").resolve("out.onnx");
        assertRefused(out + ": cannot be written: there is no folder " + folder.resolve("none"), text, out);
    }

    @Test
    void externalDataStaysInItsFolder() throws IOException {
        Files.write(folder.resolve("w.bin"), new byte[] {0, 0, -128, 63, 0, 0, 0, 64});
        Files.writeString(text, EXTERNAL);
        convert(text, folder.resolve("a.onnx"));
        convert(folder.resolve("a.onnx"), folder.resolve("b.onnxtxt"));
        assertEquals(EXTERNAL, Files.readString(folder.resolve("b.onnxtxt")));
    }

    @Test
    void externalDataIsTakenElsewhere() throws IOException {
        // More than the tensor has, which goes to the end of the file.
        Files.write(folder.resolve("w.bin"), new byte[] {0, 0, -128, 63, 0, 0, 0, 64, 1, 2, 3});
        Files.writeString(text, EXTERNAL);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        convert(text, elsewhere.resolve("a.onnxtxt"));
        assertEquals(TEXT, Files.readString(elsewhere.resolve("a.onnxtxt")));
        convert(text, elsewhere.resolve("a.onnx"));
        assertEquals(1, ModelFile.read(elsewhere.resolve("a.onnx")).graph().outputs().size());
        convert(elsewhere.resolve("a.onnx"), elsewhere.resolve("b.onnxtxt"));
        assertEquals(TEXT, Files.readString(elsewhere.resolve("b.onnxtxt")));
    }

    @Test
    void externalDataThatIsMissing() throws IOException {
        Files.writeString(text, EXTERNAL);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path out = elsewhere.resolve("a.onnx");
        assertRefused(out + ": cannot be written: external data of tensor `w`: `w.bin`: there is no `"
                + folder.resolve("w.bin") + "`", text, out);
        assertFalse(Files.exists(out));
    }

    @Test
    void externalDataThatIsTooLarge() throws IOException {
        Files.writeString(text, EXTERNAL.replace("float[2] w", "float[600000000] w"));
        try (var file = Files.newByteChannel(folder.resolve("w.bin"), StandardOpenOption.WRITE,
                StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE)) {
            file.position(2_400_000_000L - 1).write(ByteBuffer.allocate(1));
        }
        Path out = Files.createDirectory(folder.resolve("elsewhere")).resolve("a.onnx");
        assertEquals(2, command.run("convert", text.toString(), out.toString()));
        assertTrue(command.err().contains("and a file of this format can have 2 GiB at most"), command.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void filesWithDataAreNotWritten() throws IOException {
        Path data = Files.write(folder.resolve("w.onnx"), new byte[8]);
        Files.writeString(text, EXTERNAL.replace("w.bin", "w.onnx"));
        assertRefused(data + ": holds data of " + text + ", expected another file to write", text, data);
    }
}
