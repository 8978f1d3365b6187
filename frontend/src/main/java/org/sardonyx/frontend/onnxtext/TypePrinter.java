package org.sardonyx.frontend.onnxtext;

import java.util.Arrays;
import java.util.Set;

import org.sardonyx.frontend.onnx.proto.TensorShapeProto;
import org.sardonyx.frontend.onnx.proto.TypeProto;

/// Prints types. [TypeParser] tells the syntax.
final class TypePrinter {
    private static final Set<Integer> CARRIED_OF_TYPE = MessagePrinter.fields(TypeProto.TENSOR_TYPE_FIELD_NUMBER,
            TypeProto.SEQUENCE_TYPE_FIELD_NUMBER, TypeProto.MAP_TYPE_FIELD_NUMBER, TypeProto.OPAQUE_TYPE_FIELD_NUMBER,
            TypeProto.SPARSE_TENSOR_TYPE_FIELD_NUMBER, TypeProto.OPTIONAL_TYPE_FIELD_NUMBER);
    private static final Set<Integer> CARRIED_OF_DIMENSION = MessagePrinter.fields(
            TensorShapeProto.Dimension.DIM_VALUE_FIELD_NUMBER, TensorShapeProto.Dimension.DIM_PARAM_FIELD_NUMBER);

    private final TextSink sink;
    private final MessagePrinter messages;

    TypePrinter(TextSink sink, MessagePrinter messages) {
        this.sink = sink;
        this.messages = messages;
    }

    /// Whether the syntax for types can carry the type, with annotations.
    static boolean isOfficial(TypeProto type) {
        return switch (type.getValueCase()) {
            case TENSOR_TYPE -> ElementType.of(type.getTensorType().getElemType()).isPresent();
            case SPARSE_TENSOR_TYPE -> ElementType.of(type.getSparseTensorType().getElemType()).isPresent();
            case SEQUENCE_TYPE ->
                    type.getSequenceType().hasElemType() && isOfficial(type.getSequenceType().getElemType());
            case OPTIONAL_TYPE ->
                    type.getOptionalType().hasElemType() && isOfficial(type.getOptionalType().getElemType());
            case MAP_TYPE -> ElementType.of(type.getMapType().getKeyType()).isPresent()
                    && type.getMapType().hasValueType() && isOfficial(type.getMapType().getValueType());
            case OPAQUE_TYPE -> isOfficial(type.getOpaqueType());
            case VALUE_NOT_SET -> false;
        };
    }

    /// A name alone may have dots in it; after a domain it may not.
    private static boolean isOfficial(TypeProto.Opaque opaque) {
        return opaque.getDomain().isEmpty()
                ? opaque.getName().isEmpty() || isDotted(opaque.getName())
                : isDotted(opaque.getDomain()) && Identifiers.isIdentifier(opaque.getName());
    }

    /// Whether the name is made of identifiers with dots between them.
    static boolean isDotted(String name) {
        return Arrays.stream(name.split("\\.", -1)).allMatch(Identifiers::isIdentifier);
    }

    /// Whether the syntax for types can carry the type without annotations.
    static boolean isWhole(TypeProto type) {
        return isOfficial(type) && !MessagePrinter.hasMore(type, CARRIED_OF_TYPE) && switch (type.getValueCase()) {
            case TENSOR_TYPE -> isWhole(type.getTensorType().getShape());
            case SPARSE_TENSOR_TYPE -> isWhole(type.getSparseTensorType().getShape());
            case SEQUENCE_TYPE -> isWhole(type.getSequenceType().getElemType());
            case OPTIONAL_TYPE -> isWhole(type.getOptionalType().getElemType());
            case MAP_TYPE -> isWhole(type.getMapType().getValueType());
            case OPAQUE_TYPE, VALUE_NOT_SET -> true;
        };
    }

    private static boolean isWhole(TensorShapeProto shape) {
        return shape.getDimList().stream().noneMatch(size -> MessagePrinter.hasMore(size, CARRIED_OF_DIMENSION));
    }

    /// @param type is official
    void print(TypeProto type) {
        switch (type.getValueCase()) {
            case TENSOR_TYPE -> {
                var tensor = type.getTensorType();
                tensor(tensor.getElemType(), tensor.hasShape(), tensor.getShape());
            }
            case SPARSE_TENSOR_TYPE -> {
                var tensor = type.getSparseTensorType();
                sink.write("sparse_tensor(");
                tensor(tensor.getElemType(), tensor.hasShape(), tensor.getShape());
                sink.write(")");
            }
            case SEQUENCE_TYPE -> element("seq(", type.getSequenceType().getElemType());
            case OPTIONAL_TYPE -> element("optional(", type.getOptionalType().getElemType());
            case MAP_TYPE -> element("map(" + text(type.getMapType().getKeyType()) + ", ",
                    type.getMapType().getValueType());
            case OPAQUE_TYPE -> {
                String domain = type.getOpaqueType().getDomain();
                sink.write("opaque(" + (domain.isEmpty() ? "" : domain + ", ") + type.getOpaqueType().getName() + ")");
            }
            case VALUE_NOT_SET -> throw new IllegalStateException("a type without a value");
        }
        messages.annotate("type", type, CARRIED_OF_TYPE);
    }

    private static String text(int elementType) {
        return ElementType.of(elementType).orElseThrow().text();
    }

    private void element(String open, TypeProto type) {
        sink.write(open);
        print(type);
        sink.write(")");
    }

    private void tensor(int elementType, boolean hasShape, TensorShapeProto shape) {
        sink.write(text(elementType));
        if (!hasShape) {
            sink.write("[]");
        } else if (shape.getDimCount() > 0) {
            sink.write("[");
            for (int i = 0; i < shape.getDimCount(); i++) {
                sink.write(i == 0 ? "" : ", ");
                size(shape.getDim(i));
            }
            sink.write("]");
        }
    }

    private void size(TensorShapeProto.Dimension size) {
        switch (size.getValueCase()) {
            case DIM_VALUE -> sink.write(Long.toString(size.getDimValue()));
            case DIM_PARAM -> {
                if (Identifiers.isIdentifier(size.getDimParam())) {
                    sink.write(size.getDimParam());
                } else {
                    sink.string(size.getDimParam());
                }
            }
            case VALUE_NOT_SET -> sink.write("?");
        }
        messages.annotate("dimension", size, CARRIED_OF_DIMENSION);
    }
}
