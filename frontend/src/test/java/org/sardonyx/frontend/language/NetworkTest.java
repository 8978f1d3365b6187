package org.sardonyx.frontend.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.frontend.ModelFile;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.value.Tensor;

class NetworkTest {
    private static final String SMALL = "network small\ninput x: float[N, 4]\nlinear 3\n";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> names(Network network) {
        return network.parameters().stream().map(Parameter::name).toList();
    }

    private static Tensor constant(OnnxFile model, String name) {
        return model.constants().get(name).get();
    }

    @Test
    void layersAreNamedByWordAndNumber() {
        Network network = Programs.read("""
                block pair out { conv out 1x1 bn conv out 1x1 nobias }
                network names
                input x: float[N, 3, 8, 8]
                pair 4
                group low { pair 4; sequence mixed { conv 2 1x1 relu conv 2 1x1 as last pair 2 conv 2 1x1 } }
                repeat i in 1..2 { conv 4 1x1 nobias as layer{i}.conv }
                """);
        assertEquals(List.of("pair1.conv1.weight", "pair1.bn1.weight", "pair1.bn1.bias", "pair1.bn1.running_mean",
                "pair1.bn1.running_var", "pair1.conv2.weight", "low.pair1.conv1.weight", "low.pair1.bn1.weight",
                "low.pair1.bn1.bias", "low.pair1.bn1.running_mean", "low.pair1.bn1.running_var",
                "low.pair1.conv2.weight",
                "low.mixed.0.weight", "low.mixed.0.bias", "low.mixed.last.weight", "low.mixed.last.bias",
                "low.mixed.3.conv1.weight", "low.mixed.3.bn1.weight", "low.mixed.3.bn1.bias",
                "low.mixed.3.bn1.running_mean", "low.mixed.3.bn1.running_var", "low.mixed.3.conv2.weight",
                "low.mixed.4.weight", "low.mixed.4.bias", "layer1.conv.weight", "layer2.conv.weight"), names(network));
    }

    @Test
    void statisticsAreNotTrained() {
        assertEquals(8, Programs.read("network n\ninput x: float[N, 4, 8, 8]\nbn").trainableParameters());
    }

    @Test
    void blocksComeFromOtherFiles() {
        Network network = Programs.read("import \"parts/a.net\"\nnetwork n\ninput x: float[N, 4]\na 5",
                Map.of("parts/a.net", "import \"../b.net\"\nblock a out { b out }", "b.net",
                        "import \"parts/a.net\"\nblock b out { linear out }"));
        assertEquals(List.of("a1.b1.linear1.weight", "a1.b1.linear1.bias"), names(network));
    }

    @Test
    void argumentsReplaceDefaults() throws IOException {
        Path file = write("n.net", "network n width=3 doubled=false\ninput x: float[N, width]\n"
                + "if doubled { linear (2*width) } else { linear width }");
        assertEquals(12, Network.read(file, Map.of()).trainableParameters());
        assertEquals(60, Network.read(file, Map.of("width", "5", "doubled", "true")).trainableParameters());
    }

    @Test
    void anArgumentThatIsNoneIsTold() throws IOException {
        Path file = write("n.net", "network n width=3\ninput x: float[N, width]\nlinear 3");
        assertEquals("parameter 'width' is 'a b', expected a number, true, false, or sizes such as 3x3",
                assertThrows(ModelException.class, () -> Network.read(file, Map.of("width", "a b"))).getMessage());
    }

    @Test
    void theSameSeedMakesTheSameWeights() {
        Network network = Programs.read(SMALL);
        Tensor first = constant(network.model(Optional.empty(), OptionalLong.of(3)), "linear1.weight");
        assertTrue(first.sameContent(constant(network.model(Optional.empty(), OptionalLong.of(3)), "linear1.weight")));
        assertFalse(first.sameContent(constant(network.model(), "linear1.weight")));
        Network seeded = Programs.read("seed 3\n" + SMALL);
        assertTrue(first.sameContent(constant(seeded.model(), "linear1.weight")));
    }

    @Test
    void initialisersAreTheLayersOrTheStatements() {
        OnnxFile model = Programs.read("network n\ninput x: float[N, 4]\ninit constant(2)\nlinear 1 bias_init=5\n"
                + "linear 1 init=3").model();
        assertEquals(2, constant(model, "linear1.weight").getDouble(0));
        assertEquals(5, constant(model, "linear1.bias").getDouble(0));
        assertEquals(3, constant(model, "linear2.weight").getDouble(0));
        assertEquals(0, constant(model, "linear2.bias").getDouble(0));
    }

    @Test
    void weightsAreTakenFromTheFileThatTheTextNames() throws IOException {
        ModelFile.write(Programs.read(SMALL + "relu").model(Optional.empty(), OptionalLong.of(9)),
                folder.resolve("w.onnx"));
        Path file = write("n.net", "weights \"w.onnx\"\n" + SMALL);
        OnnxFile expected = Programs.read(SMALL).model(Optional.empty(), OptionalLong.of(9));
        assertTrue(constant(expected, "linear1.weight")
                .sameContent(constant(Network.read(file, Map.of()).model(), "linear1.weight")));
    }

    @Test
    void weightsThatAreMissingAreToldTogether() throws IOException {
        ModelFile.write(Programs.read(SMALL).model(), folder.resolve("w.onnx"));
        Path file = write("n.net", "weights \"w.onnx\"\nnetwork n\ninput x: float[N, 4]\nlinear 5 linear 2");
        String message = assertThrows(ModelException.class, () -> Network.read(file, Map.of()).model()).getMessage();
        assertTrue(message.endsWith("w.onnx does not fit the network: 'linear1.weight' is a float32[3, 4], expected "
                + "float32[5, 4]; 'linear1.bias' is a float32[3], expected float32[5]; no 'linear2.weight' float32[2, 5], "
                + "did you mean 'linear1.weight'?; no 'linear2.bias' float32[2], did you mean 'linear1.bias'?"),
                message);
    }

    @Test
    void aFileOutsideOfTheFolderIsNotRead() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("other"));
        Path inside = Files.createDirectory(folder.resolve("own"));
        Files.writeString(outside.resolve("b.net"), "block b { relu }");
        Files.createSymbolicLink(inside.resolve("b.net"), outside.resolve("b.net"));
        Path file = Files.writeString(inside.resolve("n.net"), "import \"b.net\"\nnetwork n\ninput x: float[N]\nb");
        String message = assertThrows(ModelException.class, () -> Network.read(file, Map.of())).getMessage();
        assertTrue(message.startsWith("n.net:1:1: b.net leads out of the folder of the network\n"), message);
    }

    @Test
    void aLinkWithinTheFolderIsFollowed() throws IOException {
        write("b.net", "block b { relu }");
        Files.createSymbolicLink(folder.resolve("link.net"), folder.resolve("b.net"));
        Path file = write("n.net", "import \"link.net\"\nnetwork n\ninput x: float[N]\nb");
        assertEquals(List.of("output"), List.copyOf(Network.read(file, Map.of()).graph().outputs().keySet()));
    }

    @Test
    void anOutputMayBeAnInputOrStandTwice() {
        Network network = Programs.read(
                "network n\ninput x: float[N, 4]\nrelu\noutput a\noutput b\noutput same = x\noutput c = here + 1");
        assertEquals(List.of("a", "b", "same", "c"), List.copyOf(network.graph().outputs().keySet()));
    }
}
