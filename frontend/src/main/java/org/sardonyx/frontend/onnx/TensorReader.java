package org.sardonyx.frontend.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

import org.sardonyx.frontend.onnx.proto.SparseTensorProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Turns TensorProto messages into tensors. Data stored as raw bytes or in another file is not copied.
final class TensorReader {
    private final ExternalData externalData;

    TensorReader(ExternalData externalData) {
        this.externalData = externalData;
    }

    /// @throws ModelException if the data does not fit type and shape
    Tensor read(TensorProto proto) {
        try {
            return readUnnamed(proto);
        } catch (ModelException e) {
            throw proto.getName().isEmpty() ? e : e.at("tensor '" + proto.getName() + "'");
        }
    }

    private Tensor readUnnamed(TensorProto proto) {
        DataType type = TypeReader.dataType(proto.getDataType());
        long[] sizes = proto.getDimsList().stream().mapToLong(Long::longValue).toArray();
        Shape.of(sizes);
        long count = Tensor.elementCount(sizes);
        Optional<MemorySegment> raw = type == DataType.STRING ? Optional.empty() : externalData.rawBytes(proto);
        if (raw.isPresent()) {
            long bytes = type.bytesFor(count);
            boolean restOfFile =
                    proto.getDataLocation() == TensorProto.DataLocation.EXTERNAL && raw.get().byteSize() > bytes;
            return Tensor.of(type, restOfFile ? raw.get().asSlice(0, bytes) : raw.get(), sizes);
        }
        return fromFields(proto, type, sizes, count);
    }

    private static Tensor fromFields(TensorProto proto, DataType type, long[] sizes, long count) {
        switch (type) {
            case STRING -> requireCount(count, proto.getStringDataCount());
            case FLOAT32, COMPLEX64 -> requireCount(type.isComplex() ? 2 * count : count, proto.getFloatDataCount());
            case FLOAT64, COMPLEX128 -> requireCount(type.isComplex() ? 2 * count : count, proto.getDoubleDataCount());
            case INT64 -> requireCount(count, proto.getInt64DataCount());
            case UINT32, UINT64 -> requireCount(count, proto.getUint64DataCount());
            default -> requireCount(type.bits() < 8 ? type.bytesFor(count) : count, proto.getInt32DataCount());
        }
        Tensor tensor = Tensor.allocate(type, sizes);
        int fields = type.bits() < 8 && type != DataType.STRING ? proto.getInt32DataCount() : (int) count;
        for (int i = 0; i < fields; i++) {
            switch (type) {
                case STRING -> tensor.setString(i, proto.getStringData(i).toStringUtf8());
                case FLOAT32 -> tensor.setDouble(i, proto.getFloatData(i));
                case COMPLEX64 -> tensor.setComplex(i, proto.getFloatData(2 * i), proto.getFloatData(2 * i + 1));
                case FLOAT64 -> tensor.setDouble(i, proto.getDoubleData(i));
                case COMPLEX128 -> tensor.setComplex(i, proto.getDoubleData(2 * i), proto.getDoubleData(2 * i + 1));
                case INT64 -> tensor.setLong(i, proto.getInt64Data(i));
                case UINT32, UINT64 -> tensor.setLong(i, proto.getUint64Data(i));
                default -> {
                    if (type.bits() < 8) {
                        tensor.segment().set(ValueLayout.JAVA_BYTE, i, (byte) proto.getInt32Data(i));
                    } else {
                        tensor.setBits(i, proto.getInt32Data(i) & (-1L >>> (64 - type.bits())));
                    }
                }
            }
        }
        return tensor;
    }

    private static void requireCount(long expected, int found) {
        if (expected != found) {
            throw new ModelException("the shape asks for " + expected + " stored values, found " + found);
        }
    }

    /// The dense form of a sparse tensor in coordinate format: zero wherever no value is stored.
    Tensor read(SparseTensorProto proto) {
        Tensor values = read(proto.getValues());
        Tensor indices = read(proto.getIndices());
        long[] sizes = proto.getDimsList().stream().mapToLong(Long::longValue).toArray();
        boolean linear = indices.rank() == 1;
        if (values.rank() != 1 || indices.dataType() != DataType.INT64
                || !linear && (indices.rank() != 2 || indices.size(1) != sizes.length)
                || indices.size(0) != values.size()) {
            throw new ModelException("values " + values.type() + " and indices " + indices.type()
                    + " are not those of a sparse tensor of rank " + sizes.length);
        }
        Tensor dense = Tensor.allocate(values.dataType(), sizes);
        long[] strides = Odometer.strides(sizes);
        for (long i = 0; i < values.size(); i++) {
            long position = linear ? indices.getLong(i) : 0;
            for (int axis = 0; axis < sizes.length && !linear; axis++) {
                long index = indices.getLong(i * sizes.length + axis);
                if (index < 0 || index >= sizes[axis]) {
                    throw new ModelException("index " + index + " into an axis of size " + sizes[axis]);
                }
                position += index * strides[axis];
            }
            if (position < 0 || position >= dense.size()) {
                throw new ModelException("index " + position + " into a tensor of " + dense.size() + " elements");
            }
            dense.copyElement(position, values, i);
        }
        return dense;
    }
}
