package org.sardonyx.tests.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.sardonyx.frontend.onnx.ImportedModel;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Session;
import org.sardonyx.tests.TestTensors;

/// Outputs that a model does not have, or fewer than it has.
class FeatureMapsTest {
    private final ImportedModel lenet = OnnxImporter.read(Zoo.network("lenet5", Map.of()).model());

    @Test
    void anyValueCanBeAnOutput() {
        Tensor image = Tensor.allocate(DataType.FLOAT32, 1, 1, 32, 32);
        TestTensors.fill(image, 1);
        String first = lenet.nodes().stream().filter(node -> node.origin().operator().equals("Conv")).findFirst()
                .orElseThrow().outputs().keySet().iterator().next();
        Graph graph = lenet.graphOf(List.of(first));
        assertTrue(graph.nodes().size() < lenet.graph().nodes().size());
        Map<String, Value> expected = new Interpreter().run(graph, Map.of("image", image));
        try (Session session = Session.open(graph, Networks.jvm())) {
            Map<String, Value> found = session.run(Map.of("image", image));
            assertEquals(List.of(first), List.copyOf(found.keySet()));
            Tensor map = (Tensor) found.get(first);
            assertEquals("float32[1, 6, 28, 28]", map.type().toString());
            for (long i = 0; i < map.size(); i++) {
                assertEquals(((Tensor) expected.get(first)).getDouble(i), map.getDouble(i), 1e-4);
            }
        }
    }

    @Test
    void unknownNamesAreRefused() {
        assertEquals("the model computes no value 'relu9'; its outputs are [logits], those of its nodes are shown by "
                + "'inspect --json'",
                assertThrows(ModelException.class, () -> lenet.graphOf(List.of("relu9"))).getMessage());
    }
}
