package org.sardonyx.tests.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.frontend.ModelFile;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.tests.TestTensors;

/// ONNX Runtime loads each network and agrees with the interpreter. The small ones are run in every build, all of them with
///
/// ```console
/// $ mvn verify -pl tests -am -Dzoo=all -Dtest=ZooAgainstOnnxRuntimeTest -Dsurefire.failIfNoSpecifiedTests=false
/// ```
class ZooAgainstOnnxRuntimeTest {
    private static final List<String> SMALL = List.of("lenet5", "lenet-20-50", "nin", "squeezenet-1.1", "mobilenet-v2",
            "shufflenet-v1", "context", "conv1d-audio", "conv3d-video");
    /// Small forms of large networks: what is left out is only size.
    private static final Map<String, Map<String, String>> SHRUNK = Map.of("unet", Map.of("size", "188", "width", "4"),
            "style-transfer", Map.of("size", "32"), "style-features", Map.of("size", "32"), "densenet-121",
            Map.of("growth", "4"));

    @TempDir
    private Path folder;

    static Stream<String> networks() {
        return "all".equals(System.getProperty("zoo"))
                ? Zoo.names().stream()
                : Stream.concat(SMALL.stream(), SHRUNK.keySet().stream().sorted());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agrees(String name) throws OrtException {
        boolean all = "all".equals(System.getProperty("zoo"));
        Path file = folder.resolve(name + ".onnx");
        ModelFile.write(Zoo.network(name, all ? Map.of() : SHRUNK.getOrDefault(name, Map.of())).model(), file);
        Graph graph = ModelFile.read(file).graph();
        Tensor input = TestTensors.random(TestTensors.inputType(graph, 1), 1);
        String inputName = graph.inputNames().getFirst();
        Map<String, Value> expected = new Interpreter().run(graph, Map.of(inputName, input));
        Map<String, Tensor> found = onnxRuntime(file, inputName, input);
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((output, value) -> {
            double largest = TestTensors.largest((Tensor) value);
            assertTrue(largest > 0 && Double.isFinite(largest), output + " is at most " + largest);
            TestTensors.assertWithin(1e-3, output, (Tensor) value, found.get(output));
        });
    }

    private static Map<String, Tensor> onnxRuntime(Path file, String name, Tensor input) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        float[] elements = new float[(int) input.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = (float) input.getDouble(i);
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(file.toString(), options);
                OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(elements), input.sizes());
                OrtSession.Result result = session.run(Map.of(name, tensor))) {
            Map<String, Tensor> outputs = new LinkedHashMap<>();
            for (Map.Entry<String, OnnxValue> output : result) {
                OnnxTensor value = (OnnxTensor) output.getValue();
                FloatBuffer buffer = value.getFloatBuffer();
                float[] numbers = new float[buffer.remaining()];
                buffer.get(numbers);
                outputs.put(output.getKey(), Tensor.ofFloats(value.getInfo().getShape(), numbers));
            }
            return outputs;
        }
    }
}
