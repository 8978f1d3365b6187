package org.sardonyx.cli.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.cli.CommandRun;

class ZooCommandTest {
    private static final Pattern TABLE = Pattern.compile("(?s)```console\n\\$ \\./sardonyx zoo\n(.*?)```");

    @TempDir
    private Path folder;

    private final CommandRun sardonyx = new CommandRun();

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void listsWhatThePageShows() throws IOException {
        Matcher page = TABLE.matcher(Files.readString(Path.of("..", "docs", "zoo.md")));
        assertTrue(page.find());
        assertEquals(0, sardonyx.run("zoo"));
        assertEquals(page.group(1), sardonyx.out());
    }

    @Test
    void showsAText() {
        assertEquals(0, sardonyx.run("zoo", "lenet5"));
        assertTrue(sardonyx.out().contains("\nnetwork lenet5 classes=10\n"), sardonyx.out());
    }

    @Test
    void aModelThatIsWrittenRuns() {
        assertEquals(0, sardonyx.run("zoo", "lenet5", "-o", file("l.onnx"), "--set", "classes=3"));
        assertEquals(0, sardonyx.run("run", file("l.onnx")));
        assertTrue(sardonyx.out().contains("logits: float32[1, 3]"), sardonyx.out());
    }

    @Test
    void aTextThatIsWrittenRuns() {
        assertEquals(0, sardonyx.run("zoo", "squeezenet-1.1", "-o", file("s.net")));
        assertEquals(0, sardonyx.run("inspect", file("s.net"), "--json"));
        assertTrue(sardonyx.out().contains("features.12.expand3x3"), sardonyx.out());
    }

    @Test
    void theSameSeedGivesTheSameFile() throws IOException {
        sardonyx.run("zoo", "lenet5", "-o", file("a.onnx"), "--seed", "7");
        sardonyx.run("zoo", "lenet5", "-o", file("b.onnx"), "--seed", "7");
        sardonyx.run("zoo", "lenet5", "-o", file("c.onnx"), "--seed", "8");
        assertEquals(-1, Files.mismatch(folder.resolve("a.onnx"), folder.resolve("b.onnx")));
        assertFalse(Files.mismatch(folder.resolve("a.onnx"), folder.resolve("c.onnx")) == -1);
    }

    @Test
    void weightsComeFromAFile() throws IOException {
        sardonyx.run("zoo", "lenet5", "-o", file("a.onnx"), "--seed", "7");
        assertEquals(0, sardonyx.run("zoo", "lenet5", "-o", file("b.onnx"), "--weights", file("a.onnx")));
        assertEquals(-1, Files.mismatch(folder.resolve("a.onnx"), folder.resolve("b.onnx")));
    }

    @Test
    void weightsThatDoNotFitAreTold() throws IOException {
        sardonyx.run("zoo", "lenet5", "-o", file("a.onnx"));
        assertEquals(2, sardonyx.run("zoo", "lenet5", "-o", file("b.onnx"), "--set", "classes=3", "--weights",
                file("a.onnx")));
        assertTrue(sardonyx.err().contains("a.onnx does not fit the network: 'linear3.weight' is a float32[10, 84], "
                + "expected float32[3, 84]; 'linear3.bias' is a float32[10], expected float32[3]"), sardonyx.err());
        assertOnlyFile("a.onnx");
    }

    private void assertOnlyFile(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(name, String.join(", ", files.map(path -> path.getFileName().toString()).sorted().toList()));
        }
    }

    @Test
    void anUnknownNetworkIsTold() {
        assertEquals(2, sardonyx.run("zoo", "vgg16"));
        assertTrue(sardonyx.err().contains("there is no network 'vgg16', did you mean vgg-a or"), sardonyx.err());
    }

    @Test
    void nothingIsWrittenWithoutANetwork() {
        assertEquals(2, sardonyx.run("zoo", "-o", file("a.onnx")));
        assertTrue(sardonyx.err().contains("no network is named"), sardonyx.err());
    }

    @Test
    void aFolderThatIsMissingIsTold() {
        assertEquals(2, sardonyx.run("zoo", "lenet5", "-o", file("nowhere/a.onnx")));
        assertTrue(sardonyx.err().contains("nowhere/a.onnx: cannot be written"), sardonyx.err());
    }

    @Test
    void aTextHasNoWeights() {
        assertEquals(2, sardonyx.run("zoo", "lenet5", "-o", file("a.net"), "--seed", "7"));
        assertTrue(sardonyx.err().contains("the text of a network has no weights"), sardonyx.err());
    }
}
