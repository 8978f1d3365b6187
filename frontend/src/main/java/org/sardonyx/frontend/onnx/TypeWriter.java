package org.sardonyx.frontend.onnx;

import org.sardonyx.frontend.onnx.proto.TensorShapeProto;
import org.sardonyx.frontend.onnx.proto.TypeProto;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.MapType;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// Makes TypeProto messages: what [TypeReader] reads.
final class TypeWriter {
    private TypeWriter() {}

    static TypeProto write(ValueType type) {
        TypeProto.Builder message = TypeProto.newBuilder();
        switch (type) {
            case TensorType(var dataType, var shape) -> {
                TypeProto.Tensor.Builder tensor = message.getTensorTypeBuilder().setElemType(dataType.onnxCode());
                if (shape.hasRank()) {
                    tensor.setShape(write(shape));
                }
            }
            case SequenceType(var element) -> message.getSequenceTypeBuilder().setElemType(write(element));
            case OptionalType(var element) -> message.getOptionalTypeBuilder().setElemType(write(element));
            case MapType(var key, var value) ->
                    message.getMapTypeBuilder().setKeyType(key.onnxCode()).setValueType(write(value));
        }
        return message.build();
    }

    private static TensorShapeProto write(Shape shape) {
        TensorShapeProto.Builder message = TensorShapeProto.newBuilder();
        for (Dimension dimension : shape.dimensions()) {
            TensorShapeProto.Dimension.Builder added = message.addDimBuilder();
            if (dimension.isConstant()) {
                added.setDimValue(dimension.size());
            } else if (dimension.isKnown()) {
                added.setDimParam(dimension.toString());
            }
        }
        return message.build();
    }
}
