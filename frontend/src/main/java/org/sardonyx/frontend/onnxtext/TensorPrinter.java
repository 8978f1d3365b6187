package org.sardonyx.frontend.onnxtext;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

import com.google.protobuf.ByteString;

import org.sardonyx.frontend.onnx.ExternalData;
import org.sardonyx.frontend.onnx.proto.TensorProto;

/// Prints tensors, element by element from where they are. [TensorParser] tells the syntax.
final class TensorPrinter {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final Set<Integer> CARRIED_OF_INITIALIZER = MessagePrinter.fields(TensorProto.DIMS_FIELD_NUMBER,
            TensorProto.DATA_TYPE_FIELD_NUMBER, TensorProto.FLOAT_DATA_FIELD_NUMBER,
            TensorProto.INT32_DATA_FIELD_NUMBER, TensorProto.STRING_DATA_FIELD_NUMBER,
            TensorProto.INT64_DATA_FIELD_NUMBER, TensorProto.NAME_FIELD_NUMBER, TensorProto.RAW_DATA_FIELD_NUMBER,
            TensorProto.DOUBLE_DATA_FIELD_NUMBER, TensorProto.UINT64_DATA_FIELD_NUMBER,
            TensorProto.EXTERNAL_DATA_FIELD_NUMBER, TensorProto.DATA_LOCATION_FIELD_NUMBER,
            TensorProto.MAPPED_OFFSET_FIELD_NUMBER, TensorProto.MAPPED_LENGTH_FIELD_NUMBER);

    private final TextSink sink;
    private final ExternalData data;

    TensorPrinter(TextSink sink, ExternalData data) {
        this.sink = sink;
        this.data = data;
    }

    /// The elements of a tensor, wherever they are stored.
    ///
    /// @param count how many literals they are
    /// @param isNumber of the literal at an index: whether its text gives it back
    /// @param text of the literal at an index
    private record Stored(long count, LongPredicate isNumber, LongFunction<String> text) {}

    private interface LongPredicate {
        boolean test(long index);
    }

    /// Whether the official syntax carries the elements of the tensor: a known type, sizes, and one place with the right
    /// number of elements.
    boolean isRegular(TensorProto tensor) {
        Optional<ElementType> type = ElementType.of(tensor.getDataType());
        if (type.isEmpty() || tensor.hasSegment() || tensor.getDimsList().stream().anyMatch(size -> size < 0)) {
            return false;
        }
        if (isReference(tensor)) {
            return tensor.getExternalDataCount() > 0 && !hasRaw(tensor) && inFields(tensor) == 0;
        }
        Optional<Long> literals = TensorParser.literals(tensor.getDimsList(), type.get());
        int places = (hasRaw(tensor) ? 1 : 0) + (inFields(tensor) > 0 ? 1 : 0);
        if (literals.isEmpty() || places > 1 || tensor.getExternalDataCount() > 0 && !isExternal(tensor)
                || hasRaw(tensor) && type.get().bytes() == 0) {
            return false;
        }
        if (hasRaw(tensor) && raw(tensor).byteSize() % type.get().bytes() != 0) {
            return false;
        }
        if (type.get().form() == ElementType.Form.STRING) {
            return tensor.getStringDataCount() == literals.get() && inFields(tensor) == literals.get()
                    && tensor.getStringDataList().stream().allMatch(ByteString::isValidUtf8);
        }
        Stored stored = stored(tensor, type.get());
        return stored.count == literals.get() && (hasRaw(tensor) || inFields(tensor) == stored.count)
                && allOrdinary(stored);
    }

    private static boolean allOrdinary(Stored stored) {
        for (long i = 0; i < stored.count; i++) {
            if (!stored.isNumber.test(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the official syntax carries all of the tensor when it is no initializer.
    boolean isWhole(TensorProto tensor) {
        return isRegular(tensor) && (tensor.getName().isEmpty() || Identifiers.isPlain(tensor.getName()))
                && !MessagePrinter.hasMore(tensor, CARRIED_OF_INITIALIZER);
    }

    private static boolean isExternal(TensorProto tensor) {
        return tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
    }

    private boolean isReference(TensorProto tensor) {
        return isExternal(tensor) && !data.isEmbedded(tensor);
    }

    private boolean hasRaw(TensorProto tensor) {
        return tensor.hasMappedOffset() || tensor.hasRawData() || data.isEmbedded(tensor);
    }

    private MemorySegment raw(TensorProto tensor) {
        return data.ownBytes(tensor).orElseThrow();
    }

    private static long inFields(TensorProto tensor) {
        return (long) tensor.getFloatDataCount() + tensor.getInt32DataCount() + tensor.getInt64DataCount()
                + tensor.getDoubleDataCount() + tensor.getUint64DataCount() + tensor.getStringDataCount();
    }

    /// Prints an initializer, which always has a name.
    void initializer(TensorProto tensor) {
        MessagePrinter messages = new MessagePrinter(sink, data);
        if (isRegular(tensor)) {
            type(tensor);
            sink.write(" ").name(tensor.getName()).write(" = ");
            content(tensor);
            messages.annotate("tensor", tensor, CARRIED_OF_INITIALIZER);
        } else {
            messages.message(tensor);
        }
    }

    /// Prints a tensor in an attribute, where a name in quotes has no place.
    void attribute(TensorProto tensor) {
        MessagePrinter messages = new MessagePrinter(sink, data);
        if (!isRegular(tensor)) {
            messages.message(tensor);
            return;
        }
        unnamedOrIdentified(tensor);
        Set<Integer> carried = CARRIED_OF_INITIALIZER;
        if (!Identifiers.isPlain(tensor.getName())) {
            carried = new HashSet<>(carried);
            carried.remove(TensorProto.NAME_FIELD_NUMBER);
        }
        messages.annotate("tensor", tensor, carried);
    }

    /// Prints a regular tensor with its name if that needs no quotes.
    void unnamedOrIdentified(TensorProto tensor) {
        type(tensor);
        sink.write(Identifiers.isPlain(tensor.getName()) ? " " + tensor.getName() + " = " : " = ");
        content(tensor);
    }

    private void type(TensorProto tensor) {
        sink.write(ElementType.of(tensor.getDataType()).orElseThrow().text());
        if (tensor.getDimsCount() > 0) {
            sink.write(tensor.getDimsList().toString());
        }
    }

    private void content(TensorProto tensor) {
        if (isReference(tensor)) {
            sink.write("[");
            for (int i = 0; i < tensor.getExternalDataCount(); i++) {
                sink.write(i == 0 ? "" : ", ").string(tensor.getExternalData(i).getKey()).write(": ")
                        .string(tensor.getExternalData(i).getValue());
            }
            sink.write("]");
            return;
        }
        ElementType type = ElementType.of(tensor.getDataType()).orElseThrow();
        sink.write("{");
        if (type.form() == ElementType.Form.STRING) {
            for (int i = 0; i < tensor.getStringDataCount(); i++) {
                sink.member(i == 0, "");
                sink.string(tensor.getStringData(i).toStringUtf8());
            }
        } else {
            Stored stored = stored(tensor, type);
            for (long i = 0; i < stored.count; i++) {
                sink.member(i == 0, stored.text.apply(i));
            }
        }
        sink.write("}");
    }

    private Stored stored(TensorProto tensor, ElementType type) {
        return hasRaw(tensor) ? raw(raw(tensor), type) : fields(tensor, type);
    }

    private static Stored raw(MemorySegment raw, ElementType type) {
        long count = raw.byteSize() / type.bytes();
        return switch (type.form()) {
            case FLOAT -> new Stored(count, i -> Literals.isOrdinary(Float.intBitsToFloat(raw.get(INT, 4 * i))),
                    i -> Literals.of(Float.intBitsToFloat(raw.get(INT, 4 * i))));
            case DOUBLE -> new Stored(count, i -> Literals.isOrdinary(Double.longBitsToDouble(raw.get(LONG, 8 * i))),
                    i -> Literals.of(Double.longBitsToDouble(raw.get(LONG, 8 * i))));
            case UNSIGNED -> new Stored(count, _ -> true, i -> Long.toUnsignedString(raw.get(LONG, 8 * i)));
            case INTEGER -> new Stored(count, _ -> true, i -> Long.toString(integer(raw, type, i)));
            case STRING -> throw new IllegalStateException("strings are not stored as raw data");
        };
    }

    private static long integer(MemorySegment raw, ElementType type, long index) {
        boolean signed = type.least() < 0;
        return switch (type.bytes()) {
            case 1 -> signed
                    ? raw.get(ValueLayout.JAVA_BYTE, index)
                    : raw.get(ValueLayout.JAVA_BYTE, index) & type.greatest();
            case 2 -> signed ? raw.get(SHORT, 2 * index) : raw.get(SHORT, 2 * index) & type.greatest();
            case 4 -> signed ? raw.get(INT, 4 * index) : raw.get(INT, 4 * index) & type.greatest();
            default -> raw.get(LONG, 8 * index);
        };
    }

    private static Stored fields(TensorProto tensor, ElementType type) {
        return switch (type) {
            case FLOAT, COMPLEX64 ->
                    new Stored(tensor.getFloatDataCount(), i -> Literals.isOrdinary(tensor.getFloatData((int) i)),
                            i -> Literals.of(tensor.getFloatData((int) i)));
            case DOUBLE, COMPLEX128 ->
                    new Stored(tensor.getDoubleDataCount(), i -> Literals.isOrdinary(tensor.getDoubleData((int) i)),
                            i -> Literals.of(tensor.getDoubleData((int) i)));
            case INT64 -> new Stored(tensor.getInt64DataCount(), _ -> true,
                    i -> Long.toString(tensor.getInt64Data((int) i)));
            case UINT64 -> new Stored(tensor.getUint64DataCount(), _ -> true,
                    i -> Long.toUnsignedString(tensor.getUint64Data((int) i)));
            case UINT32 ->
                    new Stored(tensor.getUint64DataCount(), i -> isWithin(type, tensor.getUint64Data((int) i)),
                            i -> Long.toString(tensor.getUint64Data((int) i)));
            default -> new Stored(tensor.getInt32DataCount(), i -> isWithin(type, tensor.getInt32Data((int) i)),
                    i -> Integer.toString(tensor.getInt32Data((int) i)));
        };
    }

    private static boolean isWithin(ElementType type, long value) {
        return value >= type.least() && value <= type.greatest();
    }
}
