package org.sardonyx.frontend.onnxtext;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import org.sardonyx.frontend.onnx.ExternalData;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.AttributeProto.AttributeType;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;

/// A model in the form that all models with the same meaning share: numbers of tensors in `raw_data`, and no field that
/// holds its default.
final class CanonicalModel {
    private static final Map<String, AttributeType> VALUES = Map.ofEntries(Map.entry("f", AttributeType.FLOAT),
            Map.entry("i", AttributeType.INT), Map.entry("s", AttributeType.STRING),
            Map.entry("t", AttributeType.TENSOR), Map.entry("g", AttributeType.GRAPH),
            Map.entry("tp", AttributeType.TYPE_PROTO), Map.entry("sparse_tensor", AttributeType.SPARSE_TENSOR),
            Map.entry("floats", AttributeType.FLOATS), Map.entry("ints", AttributeType.INTS),
            Map.entry("strings", AttributeType.STRINGS), Map.entry("tensors", AttributeType.TENSORS),
            Map.entry("graphs", AttributeType.GRAPHS), Map.entry("type_protos", AttributeType.TYPE_PROTOS),
            Map.entry("sparse_tensors", AttributeType.SPARSE_TENSORS));

    private final ExternalData data;

    private CanonicalModel(ExternalData data) {
        this.data = data;
    }

    static ModelProto of(OnnxFile file) {
        ModelProto.Builder model = file.model().toBuilder();
        new CanonicalModel(file.externalData()).settle(model);
        return model.build();
    }

    private void settle(Message.Builder message) {
        if (message instanceof TensorProto.Builder tensor) {
            settleData(tensor);
        }
        if (message instanceof AttributeProto.Builder attribute) {
            settleType(attribute);
        }
        for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
            FieldDescriptor field = entry.getKey();
            boolean isMessage = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
            if (isMessage && field.isRepeated()) {
                List<?> values = (List<?>) entry.getValue();
                for (int i = 0; i < values.size(); i++) {
                    message.setRepeatedField(field, i, settled((Message) values.get(i)));
                }
            } else if (isMessage) {
                message.setField(field, settled((Message) entry.getValue()));
            } else if (!field.isRepeated() && field.getContainingOneof() == null
                    && entry.getValue().equals(field.getDefaultValue())) {
                message.clearField(field);
            }
        }
    }

    private static void settleType(AttributeProto.Builder attribute) {
        if (attribute.getType() == AttributeType.UNDEFINED && attribute.getRefAttrName().isEmpty()) {
            attribute.setType(typeOfValue(attribute));
        }
    }

    /// The type of the only value that an attribute has.
    static AttributeType typeOfValue(AttributeProto.Builder attribute) {
        List<String> values = attribute.getAllFields().keySet().stream().map(FieldDescriptor::getName)
                .filter(VALUES::containsKey).toList();
        return values.size() == 1 ? VALUES.get(values.getFirst()) : AttributeType.UNDEFINED;
    }

    private Message settled(Message message) {
        Message.Builder builder = message.toBuilder();
        settle(builder);
        return builder.build();
    }

    /// What does not fit its type and shape is left as it is.
    private void settleData(TensorProto.Builder tensor) {
        if (tensor.hasMappedOffset()) {
            tensor.setRawData(
                    ByteString.copyFrom(data.ownBytes(tensor.build()).orElseThrow().toArray(ValueLayout.JAVA_BYTE)));
            tensor.clearMappedOffset().clearMappedLength();
        }
        TensorProto stored = tensor.build();
        if (stored.getDataLocation() == TensorProto.DataLocation.EXTERNAL
                || !new TensorPrinter(new TextSink(new StringBuilder()), data).isRegular(stored)) {
            return;
        }
        ByteString raw = stored.hasRawData() ? stored.getRawData() : fromFields(stored);
        tensor.clearFloatData().clearDoubleData().clearInt32Data()
                .clearInt64Data().clearUint64Data();
        tensor.setRawData(raw);
    }

    private static ByteString fromFields(TensorProto tensor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tensor.getFloatDataList().forEach(value -> put(bytes, Float.floatToRawIntBits(value), 4));
        tensor.getDoubleDataList().forEach(value -> put(bytes, Double.doubleToRawLongBits(value), 8));
        tensor.getInt64DataList().forEach(value -> put(bytes, value, 8));
        int wide = tensor.getDataType() == TensorProto.DataType.UINT32_VALUE ? 4 : 8;
        tensor.getUint64DataList().forEach(value -> put(bytes, value, wide));
        int width = switch (TensorProto.DataType.forNumber(tensor.getDataType())) {
            case INT32 -> 4;
            case INT16, UINT16, FLOAT16, BFLOAT16 -> 2;
            case null, default -> 1;
        };
        tensor.getInt32DataList().forEach(value -> put(bytes, value, width));
        return ByteString.copyFrom(bytes.toByteArray());
    }

    private static void put(ByteArrayOutputStream target, long value, int width) {
        byte[] bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
        target.write(bytes, 0, width);
    }
}
