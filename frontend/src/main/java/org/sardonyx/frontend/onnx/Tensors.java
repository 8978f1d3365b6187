package org.sardonyx.frontend.onnx;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import org.sardonyx.frontend.onnx.proto.TensorProto;

/// Finds tensors in messages.
final class Tensors {
    private Tensors() {}

    /// Visits every tensor in a message, wherever it stands.
    static void forEach(Message message, Consumer<TensorProto> visitor) {
        if (message instanceof TensorProto tensor) {
            visitor.accept(tensor);
            return;
        }
        for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
            if (entry.getKey().getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                List<?> values = entry.getKey().isRepeated() ? (List<?>) entry.getValue() : List.of(entry.getValue());
                values.forEach(value -> forEach((Message) value, visitor));
            }
        }
    }
}
