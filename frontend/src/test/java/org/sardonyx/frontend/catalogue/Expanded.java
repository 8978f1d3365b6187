package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Applies an ONNX operator of the catalogue as the importer does. Everything is given as text, so that a test is a table:
/// attributes as `axis=1 axes=[0,1] mode=edge alpha=0.5`, inputs as [Literal]s separated by `;`, an empty one standing for
/// an input that is left out.
///
/// @param operator with the domain in front if it is not the default one: `ai.onnx.ml.Binarizer`
record Expanded(String operator, long opset, String attributes, int outputCount) {

    static Expanded of(String operator, long opset, String attributes) {
        return new Expanded(operator, opset, attributes == null ? "" : attributes, 1);
    }

    Expanded withOutputs(int count) {
        return new Expanded(operator, opset, attributes, count);
    }

    /// The outputs, whether only the shapes of the inputs are known when the graph is built, only their ranks, or all.
    String on(String inputs) {
        List<Optional<Tensor>> tensors = tensors(inputs);
        String result = run(tensors, Function.identity());
        assertEquals(result, run(tensors, shape -> Shape.ofRank(shape.rank())), "with unknown sizes");
        assertEquals(result, run(tensors, _ -> null), "with constants");
        return result;
    }

    /// The outputs, when not even the ranks of the inputs are known when the graph is built.
    String onUnknownRanks(String inputs) {
        return run(tensors(inputs), _ -> Shape.UNKNOWN);
    }

    /// The types of the outputs for inputs given by their types, `float32[N, 3]`, or by their values.
    String typesOn(String inputs) {
        GraphBuilder builder = new GraphBuilder("test");
        List<Optional<Operand>> operands = new ArrayList<>();
        for (String text : inputs.split(";")) {
            operands.add(Optional.of(text.contains("[")
                    ? builder.input("x" + operands.size(), type(text.strip()))
                    : builder.constant(Literal.of(text.strip()))));
        }
        return expand(builder, operands).stream().limit(outputCount).map(operand -> operand.type().toString())
                .collect(Collectors.joining("; "));
    }

    /// The message with which inputs are refused of which the shapes are known.
    String refusal(String inputs) {
        return assertThrows(ModelException.class, () -> run(tensors(inputs), Function.identity())).getMessage();
    }

    private static TensorType type(String text) {
        int bracket = text.indexOf('[');
        String sizes = text.substring(bracket + 1, text.length() - 1).strip();
        List<Dimension> dimensions = sizes.isEmpty() || sizes.equals("*")
                ? List.of()
                : Arrays.stream(sizes.split(",")).map(size -> Dimension.parse(size.strip())).toList();
        return new TensorType(DataType.parse(text.substring(0, bracket)).orElseThrow(),
                sizes.equals("*") ? Shape.UNKNOWN : Shape.of(dimensions));
    }

    private static List<Optional<Tensor>> tensors(String inputs) {
        return inputs == null
                ? List.of()
                : Arrays.stream(inputs.split(";"))
                        .map(text -> Optional.of(text.strip()).filter(input -> !input.isEmpty()).map(Literal::of))
                        .toList();
    }

    /// @param shapes what is known of an input's shape; null makes it a constant
    private String run(List<Optional<Tensor>> tensors, Function<Shape, Shape> shapes) {
        GraphBuilder builder = new GraphBuilder("test");
        List<Optional<Operand>> operands = new ArrayList<>();
        List<Value> inputs = new ArrayList<>();
        for (Optional<Tensor> tensor : tensors) {
            Optional<Shape> shape = tensor.map(value -> shapes.apply(value.shape()));
            if (shape.isPresent()) {
                operands.add(Optional.of(
                        builder.input("x" + operands.size(), tensor.get().type().withShape(shape.get()))));
                inputs.add(tensor.get());
            } else {
                operands.add(tensor.map(builder::constant));
            }
        }
        int count = 0;
        for (Operand output : expand(builder, operands).subList(0, outputCount)) {
            builder.output("y" + count++, output);
        }
        return new Interpreter().run(builder.build(), inputs).stream().map(value -> Literal.text((Tensor) value))
                .collect(Collectors.joining("; "));
    }

    private List<Operand> expand(GraphBuilder builder, List<Optional<Operand>> inputs) {
        int dot = operator.lastIndexOf('.');
        String domain = dot < 0 ? "" : operator.substring(0, dot);
        String name = operator.substring(dot + 1);
        Catalogue.Match match = Catalogue.standard().find(domain, name, opset).orElseThrow();
        OnnxNode node = new OnnxNode("node", name, match.version(), opset, inputs, outputCount,
                new Attributes(parsedAttributes()), builder, 1);
        return match.operator().expansion().expand(node, new Expressions(builder));
    }

    private Map<String, Object> parsedAttributes() {
        Map<String, Object> values = new HashMap<>();
        for (String attribute : attributes.isBlank() ? new String[0] : attributes.strip().split(" ")) {
            String[] parts = attribute.split("=", 2);
            values.put(parts[0], value(parts[1]));
        }
        return values;
    }

    private static Object value(String text) {
        if (text.startsWith("[")) {
            String list = text.substring(1, text.length() - 1);
            return list.isEmpty() ? List.of() : Arrays.stream(list.split(",")).map(Expanded::value).toList();
        }
        if (text.matches("-?\\d+")) {
            return Long.valueOf(text);
        }
        return text.matches("-?\\d+\\.\\d+") ? (Object) Float.valueOf(text) : text;
    }
}
