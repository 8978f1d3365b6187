package org.sardonyx.frontend.onnxtext;

import java.util.Locale;

import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.AttributeProto.AttributeType;
import org.sardonyx.frontend.onnx.proto.TypeProto;

/// Reads attributes.
///
/// ```
/// attribute ::= name (':' type)? '=' (value | '[' (value (',' value)*)? ']' | '@' name)  |  message
/// value     ::= number | string | tensor | graph | type | message
/// ```
final class AttributeParser {
    private final Cursor cursor;

    AttributeParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /// Reads an attribute.
    AttributeProto.Builder attribute() {
        if (cursor.peek() == '{') {
            return new MessageParser(cursor).message(AttributeProto.newBuilder());
        }
        return attribute(cursor.name("the name of an attribute"));
    }

    /// Reads what follows the name of an attribute.
    AttributeProto.Builder attribute(String name) {
        cursor.enter();
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
        if (cursor.accept(':')) {
            attribute.setType(declaredType());
        }
        cursor.expect('=');
        int start = cursor.offset();
        if (cursor.accept('@')) {
            attribute.setRefAttrName(cursor.name("the name of an attribute"));
        } else if (cursor.accept('[')) {
            list(attribute, start);
        } else {
            AttributeType declared = attribute.getType();
            value(attribute, declared);
            if (declared != AttributeType.UNDEFINED && declared != attribute.getType()) {
                throw mismatch(start, name, declared, attribute.getType());
            }
        }
        new MessageParser(cursor).annotation("attribute", attribute);
        cursor.leave();
        return attribute;
    }

    private AttributeType declaredType() {
        int start = cursor.offset();
        String word = cursor.identifier("the type of an attribute");
        for (AttributeType type : AttributeType.values()) {
            if (type != AttributeType.UNDEFINED && text(type).equals(word)) {
                return type;
            }
        }
        throw new SyntaxProblem(start, "`" + word + "` is no type of attributes; these are float, int, string, tensor, "
                + "graph, sparse_tensor, type_proto, and floats, ints and so on for lists");
    }

    static String text(AttributeType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static SyntaxProblem mismatch(int offset, String name, AttributeType declared, AttributeType found) {
        return new SyntaxProblem(offset, "`" + name + "` is declared to be of type " + text(declared)
                + ", found a value of type " + text(found));
    }

    private void list(AttributeProto.Builder attribute, int start) {
        AttributeType declared = attribute.getType();
        AttributeType single = singleOf(declared);
        if (declared != AttributeType.UNDEFINED && single == declared) {
            throw new SyntaxProblem(start,
                    "`" + attribute.getName() + "` is declared to be of type " + text(declared) + ", found a list");
        }
        if (cursor.accept(']')) {
            if (declared == AttributeType.UNDEFINED) {
                throw new SyntaxProblem(start, "an empty list needs a type: `" + attribute.getName() + ": ints = []`");
            }
            return;
        }
        do {
            int offset = cursor.offset();
            AttributeProto.Builder element = AttributeProto.newBuilder();
            value(element, single);
            if (single == AttributeType.UNDEFINED) {
                single = element.getType();
                attribute.setType(listOf(single));
            } else if (element.getType() != single) {
                throw mismatch(offset, attribute.getName(), attribute.getType(), element.getType());
            }
            add(attribute, element);
        } while (cursor.accept(','));
        cursor.expect(']');
    }

    private static void add(AttributeProto.Builder list, AttributeProto.Builder element) {
        switch (list.getType()) {
            case FLOATS -> list.addFloats(element.getF());
            case INTS -> list.addInts(element.getI());
            case STRINGS -> list.addStrings(element.getS());
            case TENSORS -> list.addTensors(element.getT());
            case GRAPHS -> list.addGraphs(element.getG());
            case SPARSE_TENSORS -> list.addSparseTensors(element.getSparseTensor());
            case TYPE_PROTOS -> list.addTypeProtos(element.getTp());
            case UNDEFINED, FLOAT, INT, STRING, TENSOR, GRAPH, SPARSE_TENSOR, TYPE_PROTO ->
                    throw new IllegalStateException(list.getType() + " is no list");
        }
    }

    /// The type of the elements of a list; any other type stays as it is.
    static AttributeType singleOf(AttributeType type) {
        return switch (type) {
            case FLOATS -> AttributeType.FLOAT;
            case INTS -> AttributeType.INT;
            case STRINGS -> AttributeType.STRING;
            case TENSORS -> AttributeType.TENSOR;
            case GRAPHS -> AttributeType.GRAPH;
            case SPARSE_TENSORS -> AttributeType.SPARSE_TENSOR;
            case TYPE_PROTOS -> AttributeType.TYPE_PROTO;
            case UNDEFINED, FLOAT, INT, STRING, TENSOR, GRAPH, SPARSE_TENSOR, TYPE_PROTO -> type;
        };
    }

    private static AttributeType listOf(AttributeType single) {
        return AttributeType.valueOf(single.name() + "S");
    }

    /// Reads one value and sets the type to what it is.
    private void value(AttributeProto.Builder attribute, AttributeType expected) {
        char next = cursor.peek();
        if (next == '{') {
            message(attribute, expected);
        } else if (next == '"') {
            attribute.setType(AttributeType.STRING).setS(cursor.bytes());
        } else if (next == '-' || Identifiers.isDigit(next) || Identifiers.isSpecialFloat(cursor.peekIdentifier())) {
            number(attribute, expected);
        } else if (new TypeParser(cursor).isNext()) {
            typeOrTensor(attribute);
        } else if (Identifiers.starts(next)) {
            attribute.setType(AttributeType.GRAPH);
            new GraphParser(cursor).nested(attribute.getGBuilder());
        } else {
            throw cursor.expected("a value: a number, a string, a tensor, a type, a graph or `@` and a name");
        }
    }

    private void message(AttributeProto.Builder attribute, AttributeType expected) {
        MessageParser messages = new MessageParser(cursor);
        switch (expected) {
            case TENSOR -> messages.message(attribute.getTBuilder());
            case SPARSE_TENSOR -> messages.message(attribute.getSparseTensorBuilder());
            case TYPE_PROTO -> messages.message(attribute.getTpBuilder());
            case UNDEFINED, FLOAT, INT, STRING, GRAPH, FLOATS, INTS, STRINGS, TENSORS, GRAPHS, SPARSE_TENSORS,
                    TYPE_PROTOS ->
                    throw cursor
                            .expected("a value: fields in braces stand for a tensor, sparse_tensor or type_proto that "
                                    + "is declared so");
        }
        attribute.setType(expected);
    }

    private void number(AttributeProto.Builder attribute, AttributeType expected) {
        Numbers numbers = new Numbers(cursor);
        int start = cursor.offset();
        String text = cursor.number();
        if (expected == AttributeType.FLOAT || !Numbers.isWhole(text)) {
            attribute.setType(AttributeType.FLOAT).setF(numbers.toFloat(text, start));
        } else {
            attribute.setType(AttributeType.INT)
                    .setI(numbers.toLong(text, start, Long.MIN_VALUE, Long.MAX_VALUE));
        }
    }

    private void typeOrTensor(AttributeProto.Builder attribute) {
        int start = cursor.offset();
        TypeProto.Builder type = TypeProto.newBuilder();
        new TypeParser(cursor).type(type);
        char next = cursor.peek();
        if (next == '{' || next == '=' || next == '[' || next == '"' || Identifiers.starts(next)) {
            attribute.setType(AttributeType.TENSOR);
            new TensorParser(cursor).rest(attribute.getTBuilder(), start, type);
        } else {
            attribute.setType(AttributeType.TYPE_PROTO).setTp(type);
        }
    }
}
