package org.sardonyx.frontend.weights;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Reads the format safetensors: the length of a header, the header in JSON, and the elements of all tensors, little-endian,
/// row-major, one tensor behind the other without gaps.
///
/// Everything the header says is checked when the file is opened: that a tensor takes as many bytes as its type and shape
/// need, and that the tensors fill the file and do not overlap.
///
/// @see <a href="https://github.com/huggingface/safetensors#format">safetensors: Format</a>
final class SafetensorsFile {
    /// The library of that name refuses longer ones.
    private static final long LONGEST_HEADER = 100_000_000;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private SafetensorsFile() {}

    /// @return in the order of the header
    /// @throws ModelException if the file is not well-formed
    static Map<String, StoredTensor> tensors(MemorySegment file) {
        long length = headerLength(file);
        byte[] header = file.asSlice(8, length).toArray(JAVA_BYTE);
        if (length == 0 || header[0] != '{') {
            throw new ModelException("is no safetensors file: its header does not begin with a brace");
        }
        MemorySegment data = file.asSlice(8 + length);
        List<SafetensorsHeader.Entry> entries = SafetensorsHeader.read(header);
        requireWithoutGaps(entries, data.byteSize());
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (SafetensorsHeader.Entry entry : entries) {
            tensors.put(entry.name(), stored(entry, data));
        }
        return tensors;
    }

    private static long headerLength(MemorySegment file) {
        if (file.byteSize() < 8) {
            throw new ModelException(
                    "is no safetensors file: it has " + file.byteSize() + " bytes, expected at least 8");
        }
        long length = file.get(LONG, 0);
        long most = Math.min(file.byteSize() - 8, LONGEST_HEADER);
        if (Long.compareUnsigned(length, most) > 0) {
            throw new ModelException("is no safetensors file or is cut off: it should begin with a header of "
                    + Long.toUnsignedString(length) + " bytes, expected at most " + most);
        }
        return length;
    }

    /// Holds the offsets against the types and the size of the file.
    private static void requireWithoutGaps(List<SafetensorsHeader.Entry> entries, long size) {
        long end = 0;
        List<SafetensorsHeader.Entry> byPosition = entries.stream().sorted(Comparator
                .comparingLong(SafetensorsHeader.Entry::begin).thenComparingLong(SafetensorsHeader.Entry::end))
                .toList();
        for (SafetensorsHeader.Entry entry : byPosition) {
            String range =
                    "tensor '" + entry.name() + "': data_offsets are [" + entry.begin() + ", " + entry.end() + "]";
            if (entry.begin() != end) {
                throw new ModelException(range + ", expected it to begin at " + end
                        + ", for tensors neither overlap nor leave a gap");
            }
            if (entry.end() < entry.begin() || entry.end() > size) {
                throw new ModelException(range + ", expected it to end within the " + size + " bytes of data");
            }
            long needed = bytes(entry);
            if (entry.end() - entry.begin() != needed) {
                throw new ModelException(range + ", expected " + needed + " bytes for "
                        + TensorType.of(dataType(entry), entry.sizes()));
            }
            end = entry.end();
        }
        if (end != size) {
            throw new ModelException(
                    "has " + size + " bytes of data, expected " + end + ", where the last tensor ends");
        }
    }

    private static long bytes(SafetensorsHeader.Entry entry) {
        try {
            TensorType.of(dataType(entry), entry.sizes());
            return dataType(entry).bytesFor(Tensor.elementCount(entry.sizes()));
        } catch (ModelException e) {
            throw e.at("tensor '" + entry.name() + "'");
        }
    }

    private static StoredTensor stored(SafetensorsHeader.Entry entry, MemorySegment data) {
        MemorySegment elements = data.asSlice(entry.begin(), entry.end() - entry.begin());
        return new StoredTensor() {
            @Override
            public TensorType type() {
                return TensorType.of(dataType(entry), entry.sizes());
            }

            @Override
            public Tensor read() {
                return Tensor.of(dataType(entry), elements, entry.sizes());
            }
        };
    }

    private static DataType dataType(SafetensorsHeader.Entry entry) {
        return switch (entry.type()) {
            case "F64" -> DataType.FLOAT64;
            case "F32" -> DataType.FLOAT32;
            case "F16" -> DataType.FLOAT16;
            case "BF16" -> DataType.BFLOAT16;
            case "F8_E4M3" -> DataType.FLOAT8E4M3FN;
            case "F8_E4M3FNUZ" -> DataType.FLOAT8E4M3FNUZ;
            case "F8_E5M2" -> DataType.FLOAT8E5M2;
            case "F8_E5M2FNUZ" -> DataType.FLOAT8E5M2FNUZ;
            case "F8_E8M0" -> DataType.FLOAT8E8M0;
            case "I64" -> DataType.INT64;
            case "I32" -> DataType.INT32;
            case "I16" -> DataType.INT16;
            case "I8" -> DataType.INT8;
            case "U64" -> DataType.UINT64;
            case "U32" -> DataType.UINT32;
            case "U16" -> DataType.UINT16;
            case "U8" -> DataType.UINT8;
            case "BOOL" -> DataType.BOOL;
            case "C64" -> DataType.COMPLEX64;
            default ->
                    throw new ModelException("dtype '" + entry.type() + "' is not supported, expected F64, F32, F16, "
                            + "BF16, F8_E4M3, F8_E5M2, I64, I32, I16, I8, U64, U32, U16, U8, BOOL or C64");
        };
    }
}
