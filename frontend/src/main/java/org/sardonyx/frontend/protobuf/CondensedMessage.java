package org.sardonyx.frontend.protobuf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.google.protobuf.WireFormat;

import org.sardonyx.ir.ModelException;

/// An encoded message under construction, made of bytes of its own and of longer ranges borrowed from the source.
///
/// The length of a nested message stands before its content and is not known until that is written, so it gets a slot of
/// fixed width: a varint may have leading zero groups.
final class CondensedMessage {
    private static final int MAX_TAG = 5;
    private static final int LENGTH_SLOT = 5;
    private static final int BORROW_FROM = 4096;
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    /// `length` bytes of the source from `offset` on, which follow the first `position` own bytes.
    private record Borrowed(int position, long offset, long length) {}

    private final MemorySegment source;
    private final HeapBudget budget;
    private final List<Borrowed> borrowed = new ArrayList<>();
    private long borrowedLength;
    private byte[] own = new byte[1024];
    private int ownLength;

    CondensedMessage(MemorySegment source, HeapBudget budget) {
        this.source = source;
        this.budget = budget;
    }

    /// The encoded length so far.
    long length() {
        return ownLength + borrowedLength;
    }

    /// Adds the source's bytes from `start` to `end`.
    void copy(long start, long end) {
        long length = end - start;
        if (length >= BORROW_FROM) {
            budget.window();
            borrowed.add(new Borrowed(ownLength, start, length));
            borrowedLength += length;
        } else {
            reserve((int) length);
            MemorySegment.copy(source, ValueLayout.JAVA_BYTE, start, own, ownLength, (int) length);
            ownLength += (int) length;
        }
    }

    /// Adds a field of eight bytes.
    void fixed64(int fieldNumber, long value) {
        tag(fieldNumber, WireFormat.WIRETYPE_FIXED64);
        reserve(Long.BYTES);
        for (int i = 0; i < Long.BYTES; i++) {
            own[ownLength++] = (byte) (value >>> 8 * i);
        }
    }

    /// Adds the head of a nested message.
    ///
    /// @return the place of its length, for [#closeMessage]
    int openMessage(int fieldNumber) {
        tag(fieldNumber, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        reserve(LENGTH_SLOT);
        int slot = ownLength;
        ownLength += LENGTH_SLOT;
        return slot;
    }

    /// Fills in the length of the message whose content began when the whole was `start` bytes long.
    void closeMessage(int slot, long start) {
        long length = length() - start;
        for (int i = 0; i < LENGTH_SLOT; i++) {
            int more = i < LENGTH_SLOT - 1 ? 0x80 : 0;
            own[slot + i] = (byte) (length >>> 7 * i & 0x7f | more);
        }
    }

    /// The whole in order; borrowed ranges are windows on the source.
    List<ByteBuffer> buffers() {
        List<ByteBuffer> buffers = new ArrayList<>(2 * borrowed.size() + 1);
        int position = 0;
        for (Borrowed range : borrowed) {
            buffers.add(ByteBuffer.wrap(own, position, range.position - position));
            buffers.add(source.asSlice(range.offset, range.length).asByteBuffer());
            position = range.position;
        }
        buffers.add(ByteBuffer.wrap(own, position, ownLength - position));
        return buffers;
    }

    private void tag(int fieldNumber, int wireType) {
        reserve(MAX_TAG);
        int rest = fieldNumber << 3 | wireType;
        while ((rest & ~0x7f) != 0) {
            own[ownLength++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        own[ownLength++] = (byte) rest;
    }

    private void reserve(int length) {
        budget.encoded(length);
        if (length > MAX_ARRAY - ownLength) {
            throw new ModelException("holds more than 2 GiB beside the raw data of its tensors");
        }
        if (length > own.length - ownLength) {
            own = Arrays.copyOf(own, (int) Math.min(MAX_ARRAY, Math.max(2L * own.length, ownLength + length)));
        }
    }
}
