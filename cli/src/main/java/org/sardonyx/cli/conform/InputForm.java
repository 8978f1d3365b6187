package org.sardonyx.cli.conform;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// How much of a case's inputs a device knows when it gets the model.
public enum InputForm {
    /// What the model says.
    GIVEN,
    /// No size: each is a symbol that is bound when the model first runs.
    SYMBOLIC,
    /// Everything: tensors are constants of the model, so that whatever can be computed before it runs is.
    CONSTANT;

    /// The form of a name.
    ///
    /// @throws ModelException if there is none
    public static InputForm named(String name) {
        return Stream.of(values()).filter(form -> form.text().equals(name)).findFirst()
                .orElseThrow(() -> new ModelException("inputs cannot be '" + name + "'; there are "
                        + Stream.of(values()).map(InputForm::text).collect(Collectors.joining(", "))));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The graph of a model while its inputs are not at hand.
    Graph read(OnnxFile model) {
        return OnnxImporter.read(this == SYMBOLIC ? model.withOpenSizes() : model).graph();
    }

    /// A graph with tensors in place of inputs; what is no tensor stays an input.
    static Graph settled(Graph graph, Map<String, Value> inputs) {
        GraphBuilder builder = new GraphBuilder(graph.name());
        List<Operand> arguments = new ArrayList<>();
        for (Operand operand : graph.inputs()) {
            Input input = Graph.inputOf(operand);
            arguments.add(inputs.get(input.name()) instanceof Tensor tensor
                    ? builder.constant(tensor)
                    : builder.input(input.name(), input.type(), input.elements()));
        }
        Iterator<Operand> results = builder.inline(graph, arguments).iterator();
        graph.outputs().keySet().forEach(name -> builder.output(name, results.next()));
        return builder.build();
    }
}
