package org.sardonyx.frontend.onnxtext;

import java.util.function.Supplier;

import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.frontend.onnx.proto.TypeProto;
import org.sardonyx.frontend.onnx.proto.ValueInfoProto;

/// Reads graphs.
///
/// ```
/// graph  ::= name '(' inputs? ')' '=>' '(' values? ')' ('<' contents? '>')? nodes
/// input  ::= value ('=' data)?                                   the data make an initializer of the input's name
/// value  ::= type? name
/// content ::= value | value '=' data | message                   a type inside the graph, an initializer, a TensorProto
/// ```
final class GraphParser {
    static final String VALUE = "the name of a value";
    private static final String GRAPH = "the name of a graph";
    /// In place of a name that is empty or needs quotes, for which there is no place in an attribute.
    static final String NAMELESS = "_";

    private final Cursor cursor;
    private final MessageParser messages;

    GraphParser(Cursor cursor) {
        this.cursor = cursor;
        this.messages = new MessageParser(cursor);
    }

    /// Reads the graph of a model.
    void main(GraphProto.Builder graph) {
        graph.setName(cursor.name(GRAPH));
        body(graph);
    }

    /// Reads a graph in an attribute.
    void nested(GraphProto.Builder graph) {
        String name = cursor.identifier(GRAPH);
        if (!name.equals(NAMELESS)) {
            graph.setName(name);
        }
        body(graph);
    }

    private void body(GraphProto.Builder graph) {
        cursor.enter();
        cursor.expect('(');
        if (!cursor.accept(')')) {
            do {
                input(graph);
            } while (cursor.accept(','));
            cursor.expect(')');
        }
        cursor.expectArrow();
        cursor.expect('(');
        values(graph::addOutputBuilder, ')');
        if (cursor.accept('<') && !cursor.accept('>')) {
            do {
                content(graph);
            } while (cursor.accept(','));
            cursor.expect('>');
        }
        new NodeParser(cursor).nodes(graph::addNodeBuilder);
        messages.annotation("graph", graph);
        cursor.leave();
    }

    /// Reads values up to and with the closing sign.
    void values(Supplier<ValueInfoProto.Builder> builder, char close) {
        if (!cursor.accept(close)) {
            do {
                value(builder.get());
            } while (cursor.accept(','));
            cursor.expect(close);
        }
    }

    private void value(ValueInfoProto.Builder value) {
        cursor.enter();
        if (new TypeParser(cursor).isNext()) {
            new TypeParser(cursor).type(value.getTypeBuilder());
        }
        value.setName(cursor.name(VALUE));
        messages.annotation("value_info", value);
        cursor.leave();
    }

    private void input(GraphProto.Builder graph) {
        int start = cursor.offset();
        ValueInfoProto.Builder value = graph.addInputBuilder();
        value(value);
        if (cursor.accept('=')) {
            initializer(graph, start, value);
        }
    }

    private void content(GraphProto.Builder graph) {
        if (cursor.peek() == '{') {
            messages.message(graph.addInitializerBuilder());
            return;
        }
        int start = cursor.offset();
        ValueInfoProto.Builder value = ValueInfoProto.newBuilder();
        value(value);
        if (cursor.accept('=')) {
            initializer(graph, start, value);
        } else {
            graph.addValueInfo(value);
        }
    }

    private void initializer(GraphProto.Builder graph, int typeOffset, ValueInfoProto.Builder value) {
        TensorProto.Builder tensor = graph.addInitializerBuilder().setName(value.getName());
        TypeProto.Builder type = value.hasType() ? value.getTypeBuilder() : TypeProto.newBuilder();
        new TensorParser(cursor).data(tensor, typeOffset, type);
    }
}
