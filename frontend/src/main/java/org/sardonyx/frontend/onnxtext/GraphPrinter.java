package org.sardonyx.frontend.onnxtext;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.sardonyx.frontend.onnx.ExternalData;
import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.frontend.onnx.proto.ValueInfoProto;

/// Prints graphs and their nodes. [GraphParser] and [NodeParser] tell the syntax.
final class GraphPrinter {
    private static final Set<Integer> CARRIED_OF_GRAPH = MessagePrinter.fields(GraphProto.NODE_FIELD_NUMBER,
            GraphProto.NAME_FIELD_NUMBER, GraphProto.INITIALIZER_FIELD_NUMBER, GraphProto.INPUT_FIELD_NUMBER,
            GraphProto.OUTPUT_FIELD_NUMBER, GraphProto.VALUE_INFO_FIELD_NUMBER);
    private static final Set<Integer> CARRIED_OF_NODE = MessagePrinter.fields(NodeProto.INPUT_FIELD_NUMBER,
            NodeProto.OUTPUT_FIELD_NUMBER, NodeProto.NAME_FIELD_NUMBER, NodeProto.OP_TYPE_FIELD_NUMBER,
            NodeProto.ATTRIBUTE_FIELD_NUMBER, NodeProto.DOMAIN_FIELD_NUMBER, NodeProto.OVERLOAD_FIELD_NUMBER);
    private static final Set<Integer> CARRIED_OF_VALUE =
            MessagePrinter.fields(ValueInfoProto.NAME_FIELD_NUMBER, ValueInfoProto.TYPE_FIELD_NUMBER);

    private final TextSink sink;
    private final ExternalData data;
    private final MessagePrinter messages;

    GraphPrinter(TextSink sink, ExternalData data) {
        this.sink = sink;
        this.data = data;
        this.messages = new MessagePrinter(sink, data);
    }

    /// Prints the graph of a model.
    void main(GraphProto graph) {
        sink.name(graph.getName());
        body(graph, CARRIED_OF_GRAPH);
    }

    /// Prints a graph in an attribute.
    void nested(GraphProto graph) {
        String name = graph.getName();
        boolean plain =
                Identifiers.isPlain(name) && !Identifiers.isSpecialFloat(name) && !name.equals(GraphParser.NAMELESS);
        sink.write(plain ? name : GraphParser.NAMELESS);
        Set<Integer> carried = new HashSet<>(CARRIED_OF_GRAPH);
        if (!plain) {
            carried.remove(GraphProto.NAME_FIELD_NUMBER);
        }
        sink.indent();
        body(graph, carried);
        sink.outdent();
    }

    private void body(GraphProto graph, Set<Integer> carried) {
        sink.write(" (");
        values(graph.getInputList());
        sink.write(") => (");
        values(graph.getOutputList());
        sink.write(")");
        if (graph.getInitializerCount() > 0 || graph.getValueInfoCount() > 0) {
            contents(graph);
        } else {
            sink.write(" ");
        }
        nodes(graph.getNodeList());
        messages.annotate("graph", graph, carried);
    }

    /// Prints values with commas between them.
    void values(List<ValueInfoProto> values) {
        for (int i = 0; i < values.size(); i++) {
            sink.write(i == 0 ? "" : ", ");
            value(values.get(i));
        }
    }

    private void value(ValueInfoProto value) {
        Set<Integer> carried = CARRIED_OF_VALUE;
        if (value.hasType() && TypePrinter.isOfficial(value.getType())) {
            new TypePrinter(sink, messages).print(value.getType());
            sink.write(" ");
        } else {
            carried = MessagePrinter.fields(ValueInfoProto.NAME_FIELD_NUMBER);
        }
        sink.name(value.getName());
        messages.annotate("value_info", value, carried);
    }

    private void contents(GraphProto graph) {
        TensorPrinter tensors = new TensorPrinter(sink, data);
        sink.indent().line().write("<");
        boolean first = true;
        for (TensorProto tensor : graph.getInitializerList()) {
            separate(first);
            first = false;
            tensors.initializer(tensor);
        }
        for (ValueInfoProto value : graph.getValueInfoList()) {
            separate(first);
            first = false;
            value(value);
        }
        sink.write(">").outdent().line();
    }

    private void separate(boolean first) {
        if (!first && sink.lineIsFull()) {
            sink.write(", ");
        } else if (!first) {
            sink.write(",").line().write(" ");
        }
    }

    /// Prints nodes in braces, a line each.
    void nodes(List<NodeProto> nodes) {
        sink.write("{").indent();
        for (NodeProto node : nodes) {
            sink.line();
            node(node);
        }
        sink.outdent().line().write("}");
    }

    private void node(NodeProto node) {
        AttributePrinter attributes = new AttributePrinter(sink, data);
        if (!node.getName().isEmpty()) {
            sink.write("[").name(node.getName()).write("] ");
        }
        names(node.getOutputList());
        sink.write(node.getOutputCount() == 0 ? "= " : " = ");
        operator(node);
        boolean graphs =
                node.getAttributeList().stream().anyMatch(a -> a.hasG() || a.getGraphsCount() > 0);
        if (node.getAttributeCount() > 0 && !graphs) {
            attributes.list(node.getAttributeList());
        }
        sink.write(" (");
        names(node.getInputList());
        sink.write(")");
        if (graphs) {
            attributes.list(node.getAttributeList());
        }
        messages.annotate("node", node, CARRIED_OF_NODE);
    }

    private void operator(NodeProto node) {
        if (!node.getDomain().isEmpty()) {
            if (TypePrinter.isDotted(node.getDomain())) {
                sink.write(node.getDomain());
            } else {
                sink.string(node.getDomain());
            }
            sink.write(".");
        }
        identifier(node.getOpType());
        if (!node.getOverload().isEmpty()) {
            sink.write(":");
            identifier(node.getOverload());
        }
    }

    /// Where the official syntax has no quotes, they are put around what is no identifier.
    private void identifier(String name) {
        if (Identifiers.isIdentifier(name)) {
            sink.write(name);
        } else {
            sink.string(name);
        }
    }

    /// Prints names with commas between them.
    void names(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            sink.write(i == 0 ? "" : ", ").name(names.get(i));
        }
    }
}
