package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.codegen.CompilingDevice;
import org.sardonyx.codegen.tuning.Tuner;
import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.tuning.Measurement;
import org.sardonyx.runtime.tuning.TuningFile;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

/// Tiles are measured on each kind of device.
class TunerTest {
    private static final String NETWORK = "network two; input x: float[1, 8, 9, 9]; conv 40 3 relu conv 24 1x1";

    @TempDir
    private Path folder;

    /// A round measures one tile of each shape, and is kept; the next call measures others.
    @ParameterizedTest
    @ValueSource(strings = {"opencl", TestDevices.GPU})
    void eachCallMeasuresWhatIsLeft(String device) {
        CompilingDevice compiling = (CompilingDevice) TestDevices.get(device);
        Graph graph = OnnxImporter.read(Network.read("two.net", _ -> Optional.of(NETWORK), Map.of()).model()).graph();
        Map<String, Tensor> inputs = Map.of("x", TestTensors.random(TestTensors.inputType(graph, 1), 1));
        TuningFile file = new TuningFile(folder.resolve("tuning.txt"));
        Tuner tuner = new Tuner(compiling, SessionOptions.DEFAULT, graph, Map.copyOf(inputs), file);
        List<Integer> rounds = new ArrayList<>();
        Tuner.Result first = tuner.run(Duration.ZERO, (done, _) -> rounds.add(done));
        assertEquals(List.of(1), rounds);
        assertEquals(1, first.rounds());
        assertEquals(2, first.tiles().size());
        List<Measurement> measured = file.read().measurements();
        assertEquals(first.tiles().stream().map(choice -> choice.shape() + ": " + choice.others().getFirst())
                .collect(Collectors.toSet()), texts(measured));
        measured.forEach(
                one -> assertEquals(compiling.tuningName(SessionOptions.DEFAULT), one.device(), one.toString()));

        Tuner.Result second = tuner.run(Duration.ZERO, Tuner.Listener.NONE);
        assertEquals(1, second.rounds());
        assertTrue(second.left() < first.left() || second.left() == 1, first.left() + ", " + second.left());
        assertTrue(file.read().measurements().size() > measured.size());
        assertFalse(texts(file.read().measurements()).equals(texts(measured)));
    }

    private static Set<String> texts(List<Measurement> measurements) {
        return measurements.stream().map(one -> one.shape() + ": " + one.tile()).collect(Collectors.toSet());
    }
}
