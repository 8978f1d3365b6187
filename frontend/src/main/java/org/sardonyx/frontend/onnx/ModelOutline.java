package org.sardonyx.frontend.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.frontend.onnx.proto.SparseTensorProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Lists the nodes of a graph that was imported without problems, and counts its parameters. Graphs in attributes are
/// walked by recursion, which the import has bounded.
final class ModelOutline {

    private final Map<String, Long> opsets;
    private final ModelContext context;
    private final Scope scope;
    private final Map<String, Long> elements = new HashMap<>();
    private final Map<String, Long> trainable = new HashMap<>();

    ModelOutline(ModelContext context, Map<String, Long> opsets, Scope scope) {
        this.context = context;
        this.opsets = opsets;
        this.scope = scope;
    }

    List<ModelNode> nodes(GraphProto graph) {
        Uses uses = Uses.of(graph);
        addParameters(graph, uses.settings(), elements);
        addParameters(graph, uses.untrained(), trainable);
        List<ModelNode> nodes = new ArrayList<>();
        for (NodeProto node : graph.getNodeList()) {
            Map<String, Operand> outputs = new LinkedHashMap<>();
            node.getOutputList().forEach(
                    name -> scope.find(name).ifPresent(operand -> outputs.put(name, operand)));
            Set<String> taken = new HashSet<>(node.getInputList());
            long all = 0;
            long trained = 0;
            for (AttributeProto attribute : node.getAttributeList()) {
                all += takenInside(attribute, uses.settings(), taken);
                trained += takenInside(attribute, uses.untrained(), taken);
            }
            all += taken.stream().mapToLong(name -> elements.getOrDefault(name, 0L)).sum();
            trained += taken.stream().mapToLong(name -> trainable.getOrDefault(name, 0L)).sum();
            nodes.add(new ModelNode(origin(node), outputs, all, trained));
        }
        return nodes;
    }

    private Origin origin(NodeProto node) {
        String domain = ModelContext.canonical(node.getDomain());
        int version = context.function(node).isPresent()
                ? 0
                : context.catalogue().find(domain, node.getOpType(), opsets.getOrDefault(domain, 0L))
                        .map(match -> match.version()).orElse(0);
        return new Origin(NodeImport.name(node), node.getOpType(), version);
    }

    /// @param taken gets the names that graphs of the attribute take from around them, among others
    /// @return the number of elements of the parameters in these graphs but those without
    private static long takenInside(AttributeProto attribute, Set<String> without, Set<String> taken) {
        long inside = 0;
        for (GraphProto graph : graphs(attribute)) {
            inside += parameters(graph, without);
            for (NodeProto node : graph.getNodeList()) {
                taken.addAll(node.getInputList());
                for (AttributeProto nested : node.getAttributeList()) {
                    takenInside(nested, without, taken);
                }
            }
        }
        return inside;
    }

    /// The number of elements of all parameters of a graph and of those inside it.
    static long parameters(GraphProto graph) {
        return parameters(graph, Uses.of(graph).settings());
    }

    /// Those of [#parameters(GraphProto)] that training changes by their gradient.
    static long trainableParameters(GraphProto graph) {
        return parameters(graph, Uses.of(graph).untrained());
    }

    private static long parameters(GraphProto graph, Set<String> without) {
        Map<String, Long> elements = new HashMap<>();
        addParameters(graph, without, elements);
        long sum = elements.values().stream().mapToLong(Long::longValue).sum();
        for (NodeProto node : graph.getNodeList()) {
            for (AttributeProto attribute : node.getAttributeList()) {
                for (GraphProto inner : graphs(attribute)) {
                    sum += parameters(inner, without);
                }
            }
        }
        return sum;
    }

    static List<GraphProto> graphs(AttributeProto attribute) {
        List<GraphProto> graphs = new ArrayList<>(attribute.getGraphsList());
        if (attribute.hasG()) {
            graphs.add(attribute.getG());
        }
        return graphs;
    }

    private static void addParameters(GraphProto graph, Set<String> without, Map<String, Long> elements) {
        graph.getInitializerList().forEach(tensor -> elements.put(tensor.getName(), count(tensor)));
        graph.getSparseInitializerList().forEach(tensor -> elements.put(tensor.getValues().getName(), count(tensor)));
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Constant") && node.getOutputCount() == 1) {
                long count = node.getAttributeList().stream().mapToLong(ModelOutline::count).sum();
                // A number in a formula is no parameter.
                elements.put(node.getOutput(0), count == 1 ? 0 : count);
            }
        }
        elements.keySet().removeAll(without);
    }

    private static long count(AttributeProto value) {
        return (value.hasT() ? count(value.getT()) : 0) + (value.hasSparseTensor() ? count(value.getSparseTensor()) : 0)
                + value.getFloatsCount() + (value.hasF() ? 1 : 0);
    }

    private static long count(TensorProto tensor) {
        return isParameter(tensor.getDataType())
                ? Tensor.elementCount(tensor.getDimsList().stream().mapToLong(Long::longValue).toArray())
                : 0;
    }

    private static long count(SparseTensorProto tensor) {
        return isParameter(tensor.getValues().getDataType())
                ? Tensor.elementCount(tensor.getDimsList().stream().mapToLong(Long::longValue).toArray())
                : 0;
    }

    private static boolean isParameter(int type) {
        return type != DataType.INT64.onnxCode() && type != DataType.STRING.onnxCode()
                && type != DataType.BOOL.onnxCode();
    }
}
