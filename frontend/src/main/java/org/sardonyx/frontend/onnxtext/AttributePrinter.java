package org.sardonyx.frontend.onnxtext;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.google.protobuf.ByteString;

import org.sardonyx.frontend.onnx.ExternalData;
import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.AttributeProto.AttributeType;
import org.sardonyx.frontend.onnx.proto.TypeProto;

/// Prints attributes. [AttributeParser] tells the syntax.
final class AttributePrinter {
    /// The field of each type.
    private static final Map<AttributeType, Integer> FIELDS =
            Map.ofEntries(Map.entry(AttributeType.FLOAT, AttributeProto.F_FIELD_NUMBER),
                    Map.entry(AttributeType.INT, AttributeProto.I_FIELD_NUMBER),
                    Map.entry(AttributeType.STRING, AttributeProto.S_FIELD_NUMBER),
                    Map.entry(AttributeType.TENSOR, AttributeProto.T_FIELD_NUMBER),
                    Map.entry(AttributeType.GRAPH, AttributeProto.G_FIELD_NUMBER),
                    Map.entry(AttributeType.SPARSE_TENSOR, AttributeProto.SPARSE_TENSOR_FIELD_NUMBER),
                    Map.entry(AttributeType.TYPE_PROTO, AttributeProto.TP_FIELD_NUMBER),
                    Map.entry(AttributeType.FLOATS, AttributeProto.FLOATS_FIELD_NUMBER),
                    Map.entry(AttributeType.INTS, AttributeProto.INTS_FIELD_NUMBER),
                    Map.entry(AttributeType.STRINGS, AttributeProto.STRINGS_FIELD_NUMBER),
                    Map.entry(AttributeType.TENSORS, AttributeProto.TENSORS_FIELD_NUMBER),
                    Map.entry(AttributeType.GRAPHS, AttributeProto.GRAPHS_FIELD_NUMBER),
                    Map.entry(AttributeType.SPARSE_TENSORS, AttributeProto.SPARSE_TENSORS_FIELD_NUMBER),
                    Map.entry(AttributeType.TYPE_PROTOS, AttributeProto.TYPE_PROTOS_FIELD_NUMBER));

    private final TextSink sink;
    private final ExternalData data;
    private final MessagePrinter messages;

    AttributePrinter(TextSink sink, ExternalData data) {
        this.sink = sink;
        this.data = data;
        this.messages = new MessagePrinter(sink, data);
    }

    /// Prints attributes and what stands around them.
    void list(List<AttributeProto> attributes) {
        sink.write(" <");
        for (int i = 0; i < attributes.size(); i++) {
            sink.write(i == 0 ? "" : ", ");
            print(attributes.get(i));
        }
        sink.write(">");
    }

    void print(AttributeProto attribute) {
        AttributeType type = typeOf(attribute);
        if (!isRegular(attribute, type)) {
            messages.message(attribute);
            return;
        }
        if (Identifiers.isIdentifier(attribute.getName())) {
            sink.write(attribute.getName());
        } else {
            sink.string(attribute.getName());
        }
        if (type != AttributeType.UNDEFINED) {
            sink.write(": " + AttributeParser.text(type));
        }
        sink.write(" = ");
        if (attribute.getRefAttrName().isEmpty()) {
            value(attribute, type);
        } else {
            sink.write("@").name(attribute.getRefAttrName());
        }
        Set<Integer> carried = FIELDS.containsKey(type)
                ? Set.of(AttributeProto.NAME_FIELD_NUMBER, AttributeProto.TYPE_FIELD_NUMBER,
                        AttributeProto.REF_ATTR_NAME_FIELD_NUMBER, FIELDS.get(type))
                : Set.of(AttributeProto.NAME_FIELD_NUMBER, AttributeProto.REF_ATTR_NAME_FIELD_NUMBER);
        messages.annotate("attribute", attribute, carried);
    }

    /// The type, or where none is said the one that the only value has.
    private static AttributeType typeOf(AttributeProto attribute) {
        if (attribute.getType() != AttributeType.UNDEFINED || !attribute.getRefAttrName().isEmpty()) {
            return attribute.getType();
        }
        return FIELDS.keySet().stream().filter(type -> isSet(attribute, type)).findFirst()
                .orElse(AttributeType.UNDEFINED);
    }

    private static boolean isSet(AttributeProto attribute, AttributeType type) {
        return attribute.getAllFields().keySet().stream().anyMatch(field -> field.getNumber() == FIELDS.get(type));
    }

    /// Whether the syntax for attributes can carry it: it has one value, of its type, or takes that of a function.
    private static boolean isRegular(AttributeProto attribute, AttributeType type) {
        boolean reference = !attribute.getRefAttrName().isEmpty();
        boolean others = FIELDS.keySet().stream()
                .anyMatch(other -> (reference || other != type) && isSet(attribute, other));
        if (others || reference) {
            return !others;
        }
        return switch (type) {
            case UNDEFINED -> false;
            case FLOAT -> Literals.isOrdinary(attribute.getF());
            case FLOATS -> attribute.getFloatsList().stream().allMatch(Literals::isOrdinary);
            case STRING -> attribute.getS().isValidUtf8();
            case STRINGS -> attribute.getStringsList().stream().allMatch(ByteString::isValidUtf8);
            case TENSOR, GRAPH, SPARSE_TENSOR, TYPE_PROTO -> isSet(attribute, type);
            case INT, INTS, TENSORS, GRAPHS, SPARSE_TENSORS, TYPE_PROTOS -> true;
        };
    }

    private void value(AttributeProto attribute, AttributeType type) {
        TensorPrinter tensors = new TensorPrinter(sink, data);
        GraphPrinter graphs = new GraphPrinter(sink, data);
        switch (type) {
            case FLOAT -> sink.write(Literals.of(attribute.getF()));
            case INT -> sink.write(Long.toString(attribute.getI()));
            case STRING -> sink.string(attribute.getS().toStringUtf8());
            case TENSOR -> tensors.attribute(attribute.getT());
            case GRAPH -> graphs.nested(attribute.getG());
            case SPARSE_TENSOR -> messages.message(attribute.getSparseTensor());
            case TYPE_PROTO -> type(attribute.getTp());
            case FLOATS -> values(attribute.getFloatsList(), value -> sink.write(Literals.of(value)));
            case INTS -> values(attribute.getIntsList(), value -> sink.write(Long.toString(value)));
            case STRINGS -> values(attribute.getStringsList(), value -> sink.string(value.toStringUtf8()));
            case TENSORS -> values(attribute.getTensorsList(), tensors::attribute);
            case GRAPHS -> values(attribute.getGraphsList(), graphs::nested);
            case SPARSE_TENSORS -> values(attribute.getSparseTensorsList(), messages::message);
            case TYPE_PROTOS -> values(attribute.getTypeProtosList(), this::type);
            case UNDEFINED -> throw new IllegalStateException("an attribute without a type");
        }
    }

    private <T> void values(List<T> values, Consumer<T> print) {
        sink.write("[");
        boolean first = true;
        for (T value : values) {
            sink.member(first, "");
            first = false;
            print.accept(value);
        }
        sink.write("]");
    }

    private void type(TypeProto type) {
        if (TypePrinter.isOfficial(type)) {
            new TypePrinter(sink, messages).print(type);
        } else {
            messages.message(type);
        }
    }
}
