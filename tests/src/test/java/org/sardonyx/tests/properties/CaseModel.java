package org.sardonyx.tests.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.sardonyx.frontend.onnx.OnnxGraphWriter;
import org.sardonyx.frontend.onnx.OnnxModelWriter;
import org.sardonyx.frontend.onnx.OnnxNodeWriter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// A model of one node that applies the operator of a case.
///
/// @param file the bytes of its ONNX file
/// @param inputs the values for its inputs by name; the others are initializers
record CaseModel(byte[] file, Map<String, Tensor> inputs) {

    /// @param knowledge what the model tells of each input
    /// @param carrier the element type in which an output of a type leaves the model, after a cast if it is another one
    static CaseModel of(OperatorCase operatorCase, List<Knowledge> knowledge, UnaryOperator<DataType> carrier) {
        OnnxModelWriter model = new OnnxModelWriter("case").opset(operatorCase.opset());
        if (!operatorCase.domain().isEmpty()) {
            model.opset(operatorCase.domain(), operatorCase.domainVersion());
        }
        Map<String, Tensor> values = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < operatorCase.inputs().size(); i++) {
            String name = operatorCase.inputs().get(i).isPresent() ? "x" + i : "";
            names.add(name);
            Knowledge known = knowledge.get(i);
            operatorCase.inputs().get(i).ifPresent(value -> {
                if (known == Knowledge.ELEMENTS) {
                    model.graph().initializer(name, value);
                } else {
                    model.graph().input(name, new TensorType(value.dataType(), known.shape(value.sizes())));
                    values.put(name, value);
                }
            });
        }
        for (int i = 0; i < operatorCase.outer().size(); i++) {
            Tensor value = operatorCase.outer().get(i);
            model.graph().input("outer" + i, value.type());
            values.put("outer" + i, value);
        }
        OnnxNodeWriter node = model.graph().node(operatorCase.operator()).domain(operatorCase.domain());
        node.inputs(names.toArray(String[]::new));
        operatorCase.attributes().forEach((name, value) -> attribute(node, name, value));
        for (int i = 0; i < operatorCase.outputs().size(); i++) {
            output(model.graph(), node, "y" + i, operatorCase.outputs().get(i), carrier);
        }
        return new CaseModel(model.toMemory().toArray(java.lang.foreign.ValueLayout.JAVA_BYTE), values);
    }

    private static void output(OnnxGraphWriter graph, OnnxNodeWriter node, String name, DataType type,
            UnaryOperator<DataType> carrier) {
        DataType carried = carrier.apply(type);
        graph.output(name, new TensorType(carried, Shape.UNKNOWN));
        if (carried == type) {
            node.outputs(name);
        } else {
            node.outputs(name + " before cast");
            graph.node("Cast").inputs(name + " before cast").outputs(name).withInt("to", carried.onnxCode());
        }
    }

    private static void attribute(OnnxNodeWriter node, String name, Object value) {
        switch (value) {
            case Integer number -> node.withInt(name, number);
            case Long number -> node.withInt(name, number);
            case Boolean flag -> node.withInt(name, flag ? 1 : 0);
            case DataType type -> node.withInt(name, type.onnxCode());
            case Float number -> node.withFloat(name, number);
            case String text -> node.withString(name, text);
            case long[] numbers -> node.withInts(name, numbers);
            case float[] numbers -> node.withFloats(name, numbers);
            case String[] texts -> node.withStrings(name, texts);
            case Tensor tensor -> node.withTensor(name, tensor);
            case OperatorCase.Body body -> node.withGraph(name, body.fill());
            default -> throw new IllegalArgumentException("no attribute: " + value);
        }
    }
}
