package org.sardonyx.frontend.protobuf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;

import org.sardonyx.ir.ModelException;

/// Walks once over an encoded message, checks it, and writes the part of it that goes to the heap.
///
/// Time is linear in the bytes looked at; the content of strings, of `bytes` and of arrays of floating-point numbers is
/// stepped over.
final class MessageScanner {
    /// The limit of protobuf-java itself; a sub-graph takes three levels.
    private static final int MAX_DEPTH = 100;
    private static final int MAX_PATH = 9;
    private static final int MAX_VARINT = 10;
    private static final int MAX_FIELD_NUMBER = (1 << 29) - 1;

    /// A message that has begun and not ended.
    private static final class Frame {
        Descriptor type;
        long end;
        int lengthSlot;
        long condensedStart;
        FieldDescriptor current;
        int index;
        int[] occurrences = {};
    }

    private final MemorySegment source;
    private final InPlaceField inPlaceField;
    private final boolean leaveInPlace;
    private final HeapBudget budget;
    private final CondensedMessage condensed;
    private final List<Frame> frames = new ArrayList<>();
    private int depth = -1;
    private long position;

    MessageScanner(MemorySegment source, InPlaceField inPlaceField, boolean leaveInPlace, HeapBudget budget) {
        this.source = source;
        this.inPlaceField = inPlaceField;
        this.leaveInPlace = leaveInPlace;
        this.budget = budget;
        this.condensed = new CondensedMessage(source, budget);
    }

    /// Scans the whole source as one message of type `root`; to be called once.
    ///
    /// @return what of the message goes to the heap
    /// @throws ModelException where it is not one, naming the field and the byte
    CondensedMessage scan(Descriptor root) {
        open(root, source.byteSize());
        while (depth >= 0) {
            Frame frame = frames.get(depth);
            if (position < frame.end) {
                field(frame);
            } else {
                if (depth > 0) {
                    condensed.closeMessage(frame.lengthSlot, frame.condensedStart);
                }
                depth--;
            }
        }
        return condensed;
    }

    private void open(Descriptor type, long end) {
        if (depth == MAX_DEPTH) {
            throw malformed(position, "messages are nested deeper than " + MAX_DEPTH);
        }
        depth++;
        if (depth == frames.size()) {
            frames.add(new Frame());
        }
        Frame frame = frames.get(depth);
        int fieldCount = type.getFields().size();
        if (frame.occurrences.length < fieldCount) {
            frame.occurrences = new int[fieldCount];
        } else {
            Arrays.fill(frame.occurrences, 0, fieldCount, 0);
        }
        frame.type = type;
        frame.end = end;
        frame.current = null;
        budget.message();
    }

    private void field(Frame frame) {
        long start = position;
        frame.current = null;
        long tag = varint(frame.end);
        int wireType = (int) (tag & 7);
        long number = tag >>> 3;
        if (number == 0 || number > MAX_FIELD_NUMBER) {
            throw malformed(start, "there is no field number " + number);
        }
        FieldDescriptor field = frame.type.findFieldByNumber((int) number);
        if (field == null || inPlaceField.isOwn(field)) {
            skip(frame, wireType, start);
            return;
        }
        int index = frame.occurrences[field.getIndex()]++;
        frame.current = field;
        frame.index = index;
        if (index == 0 && field.isRepeated()) {
            budget.list();
        } else if (index > 0 && !field.isRepeated()) {
            throw malformed(start, "stands twice");
        }
        known(frame, field, wireType, start);
    }

    private void known(Frame frame, FieldDescriptor field, int wireType, long start) {
        boolean delimited = wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED;
        if (delimited && field.isPackable()) {
            packed(frame, field, start);
            return;
        }
        if (wireType != wireType(field)) {
            throw malformed(start, "has wire type " + wireType + " where " + wireType(field) + " is expected");
        }
        if (!delimited) {
            number(frame, field, start);
            return;
        }
        long length = length(frame, start);
        switch (field.getJavaType()) {
            case MESSAGE -> {
                int slot = condensed.openMessage(field.getNumber());
                open(field.getMessageType(), position + length);
                Frame opened = frames.get(depth);
                opened.lengthSlot = slot;
                opened.condensedStart = condensed.length();
            }
            case BYTE_STRING -> {
                if (leaveInPlace && field == inPlaceField.content()) {
                    condensed.fixed64(inPlaceField.offset().getNumber(), position);
                    condensed.fixed64(inPlaceField.length().getNumber(), length);
                    position += length;
                } else {
                    string(start, length);
                }
            }
            default -> string(start, length);
        }
    }

    private void string(long start, long length) {
        budget.string(length);
        position += length;
        condensed.copy(start, position);
    }

    private void number(Frame frame, FieldDescriptor field, long start) {
        if (wireType(field) == WireFormat.WIRETYPE_VARINT) {
            long value = varint(frame.end);
            if (field.getJavaType() == FieldDescriptor.JavaType.ENUM
                    && field.getEnumType().findValueByNumber((int) value) == null) {
                budget.unknownEnumValue();
            }
        } else {
            position += take(frame, width(field), start);
        }
        if (field.isRepeated()) {
            budget.numbers(1, width(field));
        }
        condensed.copy(start, position);
    }

    private void packed(Frame frame, FieldDescriptor field, long start) {
        long length = length(frame, start);
        long end = position + length;
        int width = width(field);
        if (wireType(field) == WireFormat.WIRETYPE_VARINT) {
            long count = 0;
            for (long i = position; i < end; i++) {
                count += byteAt(i) >= 0 ? 1 : 0;
            }
            if (length > 0 && byteAt(end - 1) < 0) {
                throw malformed(start, "ends within a number");
            }
            budget.numbers(count, width);
        } else {
            if (length % width != 0) {
                throw malformed(start, "holds " + length + " bytes, which is no multiple of " + width);
            }
            budget.numbers(length / width, width);
        }
        position = end;
        condensed.copy(start, end);
    }

    private void skip(Frame frame, int wireType, long start) {
        switch (wireType) {
            case WireFormat.WIRETYPE_VARINT -> varint(frame.end);
            case WireFormat.WIRETYPE_FIXED32 -> position += take(frame, Integer.BYTES, start);
            case WireFormat.WIRETYPE_FIXED64 -> position += take(frame, Long.BYTES, start);
            case WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
                long length = length(frame, start);
                position += length;
            }
            default -> throw malformed(start, "there is no field of wire type " + wireType);
        }
    }

    private long length(Frame frame, long start) {
        return take(frame, varint(frame.end), start);
    }

    /// Checks that `length` bytes are left in the message.
    private long take(Frame frame, long length, long start) {
        long left = frame.end - position;
        if (length < 0 || length > left) {
            throw malformed(start, "should take " + Long.toUnsignedString(length) + " bytes and " + left + " are left"
                    + (frame.end == source.byteSize() ? ": it is cut off" : ""));
        }
        return length;
    }

    private long varint(long end) {
        long start = position;
        long value = 0;
        for (int i = 0; i < MAX_VARINT; i++) {
            if (position == end) {
                throw malformed(start, "a number is cut off");
            }
            byte next = byteAt(position++);
            value |= (long) (next & 0x7f) << 7 * i;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed(start, "a number takes more than " + MAX_VARINT + " bytes");
    }

    private byte byteAt(long offset) {
        return source.get(ValueLayout.JAVA_BYTE, offset);
    }

    private ModelException malformed(long start, String problem) {
        StringBuilder path = new StringBuilder();
        for (Frame frame : frames.subList(0, Math.min(depth + 1, MAX_PATH))) {
            if (frame.current != null) {
                path.append(path.isEmpty() ? "" : ".").append(frame.current.getName());
                if (frame.current.isRepeated()) {
                    path.append('[').append(frame.index).append(']');
                }
            }
        }
        if (depth >= MAX_PATH) {
            path.append("...");
        }
        return new ModelException("is not a well-formed " + frames.getFirst().type.getName() + ": "
                + (path.isEmpty() ? "" : path + " ") + "at byte " + start + ": " + problem);
    }

    /// The wire type of one value of the field, not packed.
    private static int wireType(FieldDescriptor field) {
        return field.getLiteType().getWireType();
    }

    /// The bytes of one number, on the heap and, where its width is fixed, in the source.
    private static int width(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case LONG, DOUBLE -> Long.BYTES;
            default -> Integer.BYTES;
        };
    }
}
