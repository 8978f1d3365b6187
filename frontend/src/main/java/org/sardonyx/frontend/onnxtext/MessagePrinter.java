package org.sardonyx.frontend.onnxtext;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import org.sardonyx.frontend.onnx.ExternalData;
import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.frontend.onnx.proto.TypeProto;

/// Prints fields by their names in ONNX's schema: in annotations those that the official syntax does not carry, and in
/// braces whole messages that it cannot carry. [MessageParser] tells the syntax.
///
/// A field that holds its default is left out: it means the same as one that is absent.
final class MessagePrinter {
    private static final Set<FieldDescriptor> VALUES =
            Set.of(AttributeProto.getDescriptor().findFieldByNumber(AttributeProto.F_FIELD_NUMBER),
                    AttributeProto.getDescriptor().findFieldByNumber(AttributeProto.I_FIELD_NUMBER),
                    AttributeProto.getDescriptor().findFieldByNumber(AttributeProto.S_FIELD_NUMBER));

    private static final Set<Integer> PLACES =
            Set.of(TensorProto.RAW_DATA_FIELD_NUMBER, TensorProto.EXTERNAL_DATA_FIELD_NUMBER,
                    TensorProto.DATA_LOCATION_FIELD_NUMBER);

    private final TextSink sink;
    private final ExternalData data;

    MessagePrinter(TextSink sink, ExternalData data) {
        this.sink = sink;
        this.data = data;
    }

    static Set<Integer> fields(Integer... numbers) {
        return Set.of(numbers);
    }

    /// Whether the message has fields beyond these.
    static boolean hasMore(Message message, Set<Integer> carried) {
        return message.getAllFields().entrySet().stream()
                .anyMatch(field -> !carried.contains(field.getKey().getNumber()) && isSaid(field));
    }

    /// Prints an annotation if the message has fields beyond those that the official syntax carries.
    void annotate(String kind, Message message, Set<Integer> carried) {
        if (hasMore(message, carried)) {
            sink.beginAnnotation(kind);
            print(message, carried);
            sink.endAnnotation();
        }
    }

    /// Prints a message in braces.
    void message(Message message) {
        sink.beginMessage();
        print(message, Set.of());
        sink.endMessage();
    }

    /// The value of an attribute is said always, as it is the type of an attribute that has none.
    private static boolean isSaid(Map.Entry<FieldDescriptor, Object> entry) {
        FieldDescriptor field = entry.getKey();
        return field.isRepeated() || field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                || field.getContainingOneof() != null || VALUES.contains(field)
                || !entry.getValue().equals(field.getDefaultValue());
    }

    private void print(Message message, Set<Integer> carried) {
        boolean first = true;
        for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
            FieldDescriptor field = entry.getKey();
            if (!carried.contains(field.getNumber()) && isSaid(entry) && !isReplaced(message, field)) {
                sink.member(first, field.getName() + ": ");
                first = false;
                if (field.isRepeated()) {
                    list(field, (List<?>) entry.getValue());
                } else {
                    value(field, entry.getValue());
                }
            }
        }
        if (message instanceof TensorProto tensor && isElsewhere(tensor)) {
            sink.member(first, "raw_data: ");
            sink.bytes(data.ownBytes(tensor).orElseThrow());
        }
    }

    /// Whether the bytes of the tensor are outside the message and are to be printed.
    private boolean isElsewhere(TensorProto tensor) {
        return tensor.hasMappedOffset() || data.isEmbedded(tensor);
    }

    private boolean isReplaced(Message message, FieldDescriptor field) {
        return MessageParser.isInternal(field)
                || message instanceof TensorProto tensor && data.isEmbedded(tensor)
                        && PLACES.contains(field.getNumber());
    }

    private void list(FieldDescriptor field, List<?> values) {
        sink.write("[");
        boolean first = true;
        for (Object value : values) {
            sink.member(first, "");
            first = false;
            value(field, value);
        }
        sink.write("]");
    }

    private void value(FieldDescriptor field, Object value) {
        switch (value) {
            case String text -> sink.string(text);
            case ByteString bytes -> sink.bytes(bytes);
            case Float number -> sink.write(Literals.withNanBits(number));
            case Double number -> sink.write(Literals.withNanBits(number));
            case Long number when field.getType() == FieldDescriptor.Type.UINT64 ->
                    sink.write(Long.toUnsignedString(number));
            case EnumValueDescriptor constant -> sink.write(constant.getName());
            case TensorProto tensor -> tensor(tensor);
            case TypeProto type -> type(type);
            case Message message -> message(message);
            default -> sink.write(value.toString());
        }
    }

    private void tensor(TensorProto tensor) {
        TensorPrinter printer = new TensorPrinter(sink, data);
        if (printer.isWhole(tensor)) {
            printer.unnamedOrIdentified(tensor);
        } else {
            message(tensor);
        }
    }

    private void type(TypeProto type) {
        TypePrinter printer = new TypePrinter(sink, this);
        if (TypePrinter.isWhole(type)) {
            printer.print(type);
        } else {
            message(type);
        }
    }
}
