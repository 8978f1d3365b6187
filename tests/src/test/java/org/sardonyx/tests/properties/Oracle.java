package org.sardonyx.tests.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ai.onnxruntime.OrtException;

import org.opentest4j.AssertionFailedError;
import org.sardonyx.codegen.JvmDevice;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Session;
import org.sardonyx.tests.text.GraphChecks;

/// Runs a case here, interpreted and compiled, and with ONNX Runtime, and compares.
final class Oracle {
    private static final Device JVM = new JvmDevice();

    private Oracle() {}

    /// Imports and runs the model of a case, and checks that ONNX Runtime gives the same. Between the two the graph is
    /// verified, printed and parsed.
    ///
    /// @param draw decides what the model tells of its inputs before it runs
    static void check(Draw draw, OperatorCase operatorCase, Tolerance tolerance) {
        List<Knowledge> knowledge = operatorCase.drawKnowledge(draw);
        String described = operatorCase + "\n  known of the inputs: " + knowledge + "\n  drawn by " + draw;
        List<Tensor> actual;
        try {
            actual = interpreted(operatorCase, knowledge);
        } catch (RuntimeException e) {
            throw new AssertionFailedError("Sardonyx: " + e.getMessage() + "\n" + described, e);
        }
        List<Tensor> expected;
        try {
            expected = OnnxRuntime.run(operatorCase, knowledge);
        } catch (OrtException e) {
            throw new AssertionFailedError("ONNX Runtime: " + e.getMessage() + "\n" + described, e);
        }
        compare(expected, actual, tolerance, described);
        compare(expected, compiled(operatorCase, knowledge, described), tolerance, described + "\n  compiled");
    }

    private static void compare(List<Tensor> expected, List<Tensor> actual, Tolerance tolerance, String described) {
        assertEquals(expected.size(), actual.size(), described);
        for (int i = 0; i < expected.size(); i++) {
            Optional<String> difference = tolerance.difference(expected.get(i), actual.get(i));
            if (difference.isPresent()) {
                throw new AssertionFailedError("output " + i + ", " + difference.get() + "\n" + described);
            }
        }
    }

    private static List<Tensor> compiled(OperatorCase operatorCase, List<Knowledge> knowledge, String described) {
        CaseModel model = CaseModel.of(operatorCase, knowledge, type -> type);
        Graph graph = OnnxImporter.read(OnnxFile.of("case", MemorySegment.ofArray(model.file()))).graph();
        try (Session session = Session.open(graph, JVM)) {
            return session.run(model.inputs()).values().stream().map(Tensor.class::cast).toList();
        } catch (RuntimeException e) {
            throw new AssertionFailedError("compiled: " + e.getMessage() + "\n" + described, e);
        }
    }

    /// The outputs of the operator of a case, by the importer and the interpreter, for laws that they have to obey.
    static List<Tensor> interpreted(Draw draw, OperatorCase operatorCase) {
        List<Knowledge> knowledge = operatorCase.drawKnowledge(draw);
        try {
            return interpreted(operatorCase, knowledge);
        } catch (RuntimeException e) {
            throw new AssertionFailedError(
                    e.getMessage() + "\n" + operatorCase + "\n  known of the inputs: " + knowledge,
                    e);
        }
    }

    private static List<Tensor> interpreted(OperatorCase operatorCase, List<Knowledge> knowledge) {
        CaseModel model = CaseModel.of(operatorCase, knowledge, type -> type);
        Graph graph = OnnxImporter.read(OnnxFile.of("case", MemorySegment.ofArray(model.file()))).graph();
        GraphChecks.check(graph, "the importer");
        Map<String, Value> outputs = new Interpreter().run(graph, model.inputs());
        List<Tensor> tensors = new ArrayList<>();
        outputs.values().forEach(output -> tensors.add((Tensor) output));
        return tensors;
    }
}
