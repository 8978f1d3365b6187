package org.sardonyx.frontend.onnxtext;

import java.util.List;
import java.util.Random;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.frontend.onnx.proto.TypeProto;

/// Makes models of random fields, most of which mean nothing: text is to carry whatever the schema can hold.
final class RandomMessages {
    private static final int DEEPEST = 12;
    private static final int MOST = 150;
    private static final List<String> STRINGS =
            List.of("", "x", "y_1", "Relu", "float", "seq", "nan", "inf", "ai.onnx.ml",
                    "with space", "quote\"d", "back\\slash", "two\nlines\r\n\ttab", "# comment", "#@ node",
                    "\u00e9\ud83d\ude00",
                    "1st", "a/b:0", "\u0000\u007f", "?", "}", "name: ", "\\x00", ".", "a.b", "-");
    private static final List<Integer> FLOATS = List.of(0, 0x80000000, 0x7f800000, 0xff800000, 0x7fc00000, 0xffc00000,
            0x7f800001, 0xffc12345, 0x00000001, 0x7f7fffff, 0x3dcccccd);

    private final Random random;
    private int messages;

    RandomMessages(long seed) {
        this.random = new Random(seed);
    }

    ModelProto model() {
        ModelProto.Builder model = ModelProto.newBuilder();
        model.getGraphBuilder();
        fill(model, 0);
        return model.build();
    }

    private void fill(Message.Builder message, int depth) {
        messages++;
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            boolean isMessage = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
            if (MessageParser.isInternal(field) || isMessage && (depth == DEEPEST || messages > MOST)
                    || random.nextInt(5) > (isMessage ? 2 : 1)) {
                continue;
            }
            if (!field.isRepeated()) {
                message.setField(field, value(message, field, depth));
            } else {
                int count = random.nextInt(isMessage ? 3 : 4);
                for (int i = 0; i < count; i++) {
                    message.addRepeatedField(field, value(message, field, depth));
                }
            }
        }
        switch (message) {
            case TensorProto.Builder tensor -> settle(tensor);
            case AttributeProto.Builder attribute -> settle(attribute);
            case TypeProto.Tensor.Builder type -> type.setElemType(elementType());
            default -> {}
        }
    }

    private int elementType() {
        return random.nextInt(31);
    }

    /// Makes many of the tensors hold what they say that they hold.
    private void settle(TensorProto.Builder tensor) {
        if (random.nextInt(4) == 0) {
            return;
        }
        int type = elementType();
        int count = random.nextInt(5);
        tensor.clearSegment().clearDims().clearDataLocation().clearExternalData().clearRawData().clearFloatData()
                .clearInt32Data().clearInt64Data().clearDoubleData().clearUint64Data().clearStringData()
                .setDataType(type);
        if (count > 1 || random.nextBoolean()) {
            tensor.addDims(count);
        } else {
            count = 1;
        }
        if (ElementType.of(type).isEmpty() || type == TensorProto.DataType.STRING_VALUE) {
            for (int i = 0; i < count; i++) {
                tensor.addStringData(bytes());
            }
            return;
        }
        ElementType elements = ElementType.of(type).get();
        byte[] raw = new byte[(int) elements.literals(count) * elements.bytes()];
        random.nextBytes(raw);
        if (elements.bytes() > 0 && random.nextBoolean()) {
            tensor.setRawData(ByteString.copyFrom(raw));
            return;
        }
        for (int i = 0; i < elements.literals(count); i++) {
            switch (elements) {
                case FLOAT, COMPLEX64 -> tensor.addFloatData(number());
                case DOUBLE, COMPLEX128 -> tensor.addDoubleData(number());
                case INT64 -> tensor.addInt64Data(random.nextLong());
                case UINT32 -> tensor.addUint64Data(random.nextInt() & 0xffffffffL);
                case UINT64 -> tensor.addUint64Data(random.nextLong());
                default -> tensor.addInt32Data(random.nextInt(64));
            }
        }
    }

    /// Makes many of the attributes hold one value.
    private void settle(AttributeProto.Builder attribute) {
        if (random.nextInt(8) == 0) {
            return;
        }
        attribute.clearType();
        List<FieldDescriptor> values = attribute.getAllFields().keySet().stream()
                .filter(field -> !List.of("name", "doc_string", "type").contains(field.getName())).toList();
        int kept = values.isEmpty() ? 0 : random.nextInt(values.size());
        for (int i = 0; i < values.size(); i++) {
            if (i != kept) {
                attribute.clearField(values.get(i));
            }
        }
        if (random.nextBoolean()) {
            attribute.setType(CanonicalModel.typeOfValue(attribute));
        }
    }

    private Object value(Message.Builder parent, FieldDescriptor field, int depth) {
        return switch (field.getType()) {
            case STRING -> STRINGS.get(random.nextInt(STRINGS.size()));
            case BYTES -> bytes();
            case FLOAT -> number();
            case DOUBLE -> random.nextBoolean() ? Double.longBitsToDouble(random.nextLong()) : number();
            case INT32 -> random.nextBoolean() ? random.nextInt(30) : random.nextInt();
            case INT64, UINT64 -> random.nextBoolean() ? random.nextLong(5) : random.nextLong();
            case ENUM -> constant(field.getEnumType());
            case MESSAGE -> {
                Message.Builder message = parent.newBuilderForField(field);
                fill(message, depth + 1);
                yield message.build();
            }
            default -> throw new IllegalStateException(field.toString());
        };
    }

    private Object constant(EnumDescriptor type) {
        return type.getValues().get(random.nextInt(type.getValues().size()));
    }

    private float number() {
        return Float.intBitsToFloat(
                random.nextBoolean() ? FLOATS.get(random.nextInt(FLOATS.size())) : random.nextInt());
    }

    private ByteString bytes() {
        return random.nextInt(3) > 0
                ? ByteString.copyFromUtf8(STRINGS.get(random.nextInt(STRINGS.size())))
                : ByteString.copyFrom(new byte[] {(byte) random.nextInt(), '"', (byte) random.nextInt(), 0});
    }
}
