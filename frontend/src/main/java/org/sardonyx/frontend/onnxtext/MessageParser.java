package org.sardonyx.frontend.onnxtext;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.frontend.onnx.proto.TypeProto;

/// Reads what the official syntax has no place for: fields of messages by their names in ONNX's schema, in annotations
/// and in braces.
///
/// ```
/// annotation ::= '#@' kind fields                     to the end of the line
/// message    ::= '{' fields? '}'
/// fields     ::= name ':' value (',' name ':' value)*
/// value      ::= number | string | enumeration constant | message | tensor | type | '[' (value (',' value)*)? ']'
/// ```
final class MessageParser {
    private final Cursor cursor;

    MessageParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /// Reads the annotation of this kind if it is what comes next: what it gives replaces what the message has.
    void annotation(String kind, Message.Builder message) {
        if (cursor.acceptAnnotation(kind)) {
            fields(message);
            cursor.endAnnotation();
        }
    }

    /// Reads a message in braces.
    <B extends Message.Builder> B message(B message) {
        cursor.enter();
        boolean before = cursor.beginMessage();
        if (cursor.peek() != '}') {
            fields(message);
        }
        cursor.endMessage(before);
        cursor.leave();
        return message;
    }

    private void fields(Message.Builder message) {
        Set<FieldDescriptor> given = new HashSet<>();
        do {
            int start = cursor.offset();
            String name = cursor.identifier("the name of a field");
            FieldDescriptor field = message.getDescriptorForType().findFieldByName(name);
            if (field == null || isInternal(field)) {
                throw new SyntaxProblem(start, message.getDescriptorForType().getName() + " has no field `" + name
                        + "`, its fields are " + fieldNames(message));
            }
            if (!given.add(field)) {
                cursor.report(start, "`" + name + "` is given twice");
            }
            cursor.expect(':');
            message.clearField(field);
            if (field.isRepeated()) {
                cursor.expect('[');
                if (!cursor.accept(']')) {
                    do {
                        message.addRepeatedField(field, value(message, field));
                    } while (cursor.accept(','));
                    cursor.expect(']');
                }
            } else {
                message.setField(field, value(message, field));
            }
        } while (cursor.accept(','));
    }

    /// Where the reader of files left a tensor's data is nothing that a text can say.
    static boolean isInternal(FieldDescriptor field) {
        return field.getContainingType() == TensorProto.getDescriptor()
                && field.getNumber() >= TensorProto.MAPPED_OFFSET_FIELD_NUMBER;
    }

    private static String fieldNames(Message.Builder message) {
        return message.getDescriptorForType().getFields().stream().filter(field -> !isInternal(field))
                .map(FieldDescriptor::getName).collect(Collectors.joining(", "));
    }

    private Object value(Message.Builder message, FieldDescriptor field) {
        return switch (field.getType()) {
            case STRING -> cursor.string();
            case BYTES -> cursor.bytes();
            case FLOAT -> number(() -> Float.intBitsToFloat((int) cursor.nanBits()), Numbers::toFloat);
            case DOUBLE -> number(() -> Double.longBitsToDouble(cursor.nanBits()), Numbers::toDouble);
            case INT32 -> (int) new Numbers(cursor).whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case UINT64 -> new Numbers(cursor).unsigned();
            case INT64 -> new Numbers(cursor).whole(Long.MIN_VALUE, Long.MAX_VALUE);
            case ENUM -> constant(field);
            case MESSAGE -> message(message, field);
            default -> throw new IllegalStateException("ONNX has no field of type " + field.getType());
        };
    }

    private interface Conversion {
        Object of(Numbers numbers, String text, int offset);
    }

    private Object number(Supplier<Object> withBits, Conversion conversion) {
        int start = cursor.offset();
        String text = cursor.number();
        return text.endsWith("nan") && cursor.peek() == '('
                ? withBits.get()
                : conversion.of(new Numbers(cursor), text, start);
    }

    private EnumValueDescriptor constant(FieldDescriptor field) {
        int start = cursor.offset();
        String name = cursor.identifier("a constant");
        EnumValueDescriptor constant = field.getEnumType().findValueByName(name);
        if (constant == null) {
            throw new SyntaxProblem(start,
                    "`" + field.getName() + "` has no constant `" + name + "`, its constants are "
                            + field.getEnumType().getValues().stream().map(EnumValueDescriptor::getName)
                                    .collect(Collectors.joining(", ")));
        }
        return constant;
    }

    private Message message(Message.Builder parent, FieldDescriptor field) {
        Message.Builder builder = parent.newBuilderForField(field);
        if (cursor.peek() != '{' && builder instanceof TensorProto.Builder tensor) {
            new TensorParser(cursor).tensor(tensor);
        } else if (cursor.peek() != '{' && builder instanceof TypeProto.Builder type) {
            new TypeParser(cursor).type(type);
        } else {
            message(builder);
        }
        return builder.build();
    }
}
