package org.sardonyx.frontend.onnx;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.frontend.onnx.proto.TensorShapeProto;
import org.sardonyx.frontend.onnx.proto.TypeProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.MapType;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// Reads TypeProto messages.
final class TypeReader {
    private TypeReader() {}

    static ValueType read(TypeProto type) {
        return switch (type.getValueCase()) {
            case TENSOR_TYPE -> new TensorType(dataType(type.getTensorType().getElemType()),
                    type.getTensorType().hasShape() ? shape(type.getTensorType().getShape()) : Shape.UNKNOWN);
            case SPARSE_TENSOR_TYPE -> new TensorType(dataType(type.getSparseTensorType().getElemType()),
                    type.getSparseTensorType().hasShape()
                            ? shape(type.getSparseTensorType().getShape())
                            : Shape.UNKNOWN);
            case SEQUENCE_TYPE -> new SequenceType(element(type.getSequenceType().getElemType()));
            case OPTIONAL_TYPE -> new OptionalType(element(type.getOptionalType().getElemType()));
            case MAP_TYPE ->
                    new MapType(dataType(type.getMapType().getKeyType()), element(type.getMapType().getValueType()));
            case OPAQUE_TYPE -> throw new ModelException("opaque type '" + type.getOpaqueType().getName() + "'");
            case VALUE_NOT_SET -> throw new ModelException("the type is missing");
        };
    }

    /// The type of what is in a value. A symbol in it need not stand for the same size in each element.
    private static ValueType element(TypeProto type) {
        ValueType element = read(type);
        return element instanceof TensorType tensor && tensor.shape().hasRank()
                ? tensor.withShape(Shape.of(tensor.shape().dimensions().stream()
                        .map(size -> size.isConstant() ? size : Dimension.UNKNOWN).toList()))
                : element;
    }

    static DataType dataType(int code) {
        return DataType.ofOnnxCode(code).orElseThrow(() -> new ModelException("unknown element type number " + code));
    }

    private static Shape shape(TensorShapeProto shape) {
        List<Dimension> dimensions = new ArrayList<>();
        for (TensorShapeProto.Dimension dimension : shape.getDimList()) {
            dimensions.add(switch (dimension.getValueCase()) {
                case DIM_VALUE -> Dimension.of(dimension.getDimValue());
                case DIM_PARAM -> symbolic(dimension.getDimParam());
                case VALUE_NOT_SET -> Dimension.UNKNOWN;
            });
        }
        return Shape.of(dimensions);
    }

    /// Expressions are read as such; any other text becomes a symbol with the characters replaced that a symbol cannot
    /// have.
    private static Dimension symbolic(String text) {
        try {
            Dimension parsed = Dimension.parse(text);
            return parsed.isConstant() ? Dimension.UNKNOWN : parsed;
        } catch (IllegalArgumentException _) {
            StringBuilder cleaned = new StringBuilder(text.strip());
            if (cleaned.isEmpty() || cleaned.length() > 256) {
                return Dimension.UNKNOWN;
            }
            for (int i = 0; i < cleaned.length(); i++) {
                char c = cleaned.charAt(i);
                cleaned.setCharAt(i, Character.isLetterOrDigit(c) || c == '.' ? c : '_');
            }
            return Dimension.symbol((Character.isDigit(cleaned.charAt(0)) ? "_" : "") + cleaned);
        }
    }
}
