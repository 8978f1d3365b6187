package org.sardonyx.cli.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

import org.sardonyx.cli.input.InputShapes;
import org.sardonyx.frontend.onnx.ImportedModel;
import org.sardonyx.frontend.onnx.ModelNode;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.analysis.MemoryUse;
import org.sardonyx.ir.analysis.MultiplyAdds;
import org.sardonyx.ir.analysis.ReceptiveField;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// What is known of a model once it is read, for inputs of given shapes.
///
/// @param graph for these shapes
/// @param rows one for each node of the file but those that only hold a constant
/// @param memory of the graph
/// @param peak [MemoryUse#peak] where open sizes are 1
/// @param open whether sizes of inputs are open
record Inspection(ImportedModel model, Graph graph, List<NodeRow> rows, MemoryUse memory, OptionalLong peak,
        boolean open) {
    Inspection {
        rows = List.copyOf(rows);
    }

    private static final int FIRST_SPATIAL_AXIS = 2;

    /// @param shapes the arguments of `--shape`
    /// @throws ModelException if the model does not take these shapes
    static Inspection of(ImportedModel model, List<String> shapes) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        model.graph().inputs().forEach(input -> types.put(Graph.inputOf(input).name(), input.type()));
        InputShapes inputs = InputShapes.of(types, shapes);
        Specialization special = Specialization.of(model.graph(), inputs.bound());
        MemoryUse memory = MemoryUse.of(special.graph());
        boolean open = inputs.bound().values().stream().anyMatch(type -> !MemoryUse.bytes(type).isConstant());
        return new Inspection(model, special.graph(), rows(model, special), memory,
                open ? smallestPeak(model.graph(), inputs) : memory.peak(), open);
    }

    private static OptionalLong smallestPeak(Graph graph, InputShapes inputs) {
        try {
            return MemoryUse.of(Specialization.of(graph, inputs.settled()).graph()).peak();
        } catch (ModelException _) {
            // The model does not take a size of 1, or the rank of an input is open.
            return OptionalLong.empty();
        }
    }

    private static List<NodeRow> rows(ImportedModel model, Specialization special) {
        Map<Origin, Dimension> multiplyAdds = new LinkedHashMap<>();
        for (Node node : special.graph().nodes()) {
            multiplyAdds.merge(node.origin(), MultiplyAdds.of(node), Dimension::plus);
        }
        Map<Operand, ReceptiveField> fields = fields(special.graph());
        List<NodeRow> rows = new ArrayList<>();
        for (ModelNode node : model.nodes()) {
            Dimension own = multiplyAdds.getOrDefault(node.origin(), Dimension.of(0));
            multiplyAdds.remove(node.origin());
            if (!node.origin().operator().equals("Constant")) {
                rows.add(row(node, special, fields, own));
            }
        }
        multiplyAdds.forEach((origin, count) -> {
            if (!count.is(0)) {
                rows.add(new NodeRow(origin.node(), operator(origin), origin, Map.of(), 0, 0, count, Dimension.of(0),
                        List.of()));
            }
        });
        return rows;
    }

    private static String operator(Origin origin) {
        return origin.operator() + (origin.version() > 0 ? "-" + origin.version() : "");
    }

    /// The receptive fields in the first input that is a batch of channels with spatial axes.
    private static Map<Operand, ReceptiveField> fields(Graph graph) {
        return graph.inputs().stream().filter(input -> input.type() instanceof TensorType(var _, Shape shape)
                && shape.hasRank() && shape.rank() > FIRST_SPATIAL_AXIS).findFirst()
                .map(input -> ReceptiveField.of(graph, input)).orElse(Map.of());
    }

    private static NodeRow row(ModelNode node, Specialization special, Map<Operand, ReceptiveField> fields,
            Dimension multiplyAdds) {
        Map<String, ValueType> outputs = new LinkedHashMap<>();
        Dimension bytes = Dimension.of(0);
        List<OptionalLong> field = List.of();
        for (Map.Entry<String, Operand> output : node.outputs().entrySet()) {
            Operand operand = special.operands().getOrDefault(output.getValue(), output.getValue());
            ValueType type = operand.type();
            outputs.put(output.getKey(), type);
            if (field.isEmpty() && fields.containsKey(operand)) {
                List<OptionalLong> sizes = fields.get(operand).sizes();
                field = sizes.subList(FIRST_SPATIAL_AXIS, sizes.size());
            }
            bytes = bytes.plus(MemoryUse.bytes(type));
        }
        return new NodeRow(node.origin().node(), operator(node.origin()), node.origin(), outputs, node.parameters(),
                node.trainable(), multiplyAdds, bytes, field);
    }

    /// This inspection with one row for all nodes whose names begin with the same parts: `layer1.0` of depth 2 stands for
    /// `layer1.0.conv1` and `/layer1/0/relu/Relu`.
    ///
    /// @param depth how many parts
    Inspection folded(int depth) {
        return new Inspection(model, graph, Folding.fold(rows, depth), memory, peak, open);
    }

    /// The sum over all rows of what is known, and how many rows are not.
    Total total(Function<NodeRow, Dimension> figure) {
        Dimension sum = Dimension.of(0);
        int unknown = 0;
        for (NodeRow row : rows) {
            Dimension next = sum.plus(figure.apply(row));
            unknown += next.isKnown() ? 0 : 1;
            sum = next.isKnown() ? next : sum;
        }
        return new Total(sum, unknown);
    }

    /// @param unknown how many are left out of the sum
    record Total(Dimension sum, int unknown) {}

    /// How often each operator of the file occurs, the most frequent first.
    Map<String, Integer> operators() {
        Map<String, Integer> counts = new TreeMap<>();
        model.nodes().forEach(node -> counts.merge(node.origin().operator(), 1, Integer::sum));
        return byCount(counts);
    }

    /// How often each core operator occurs in the graph, the most frequent first.
    Map<String, Integer> coreOperators() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Node node : graph.nodes()) {
            if (!(node.operator() instanceof Constant || node.operator() instanceof Input)) {
                counts.merge(node.operator().mnemonic(), 1, Integer::sum);
            }
        }
        return byCount(counts);
    }

    private static Map<String, Integer> byCount(Map<String, Integer> counts) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /// The version of each operator set, by name of the domain.
    Map<String, Long> opsets() {
        Map<String, Long> named = new TreeMap<>();
        new HashMap<>(model.opsets())
                .forEach((domain, version) -> named.put(domain.isEmpty() ? "ai.onnx" : domain, version));
        return named;
    }
}
