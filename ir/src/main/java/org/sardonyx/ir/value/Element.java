package org.sardonyx.ir.value;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.sardonyx.ir.ModelException;

/// How elements lie in memory: little-endian, unaligned, below 8 bits packed from the lowest bits of a byte upwards.
final class Element {
    static final ValueLayout.OfFloat FLOAT = JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfDouble DOUBLE = JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfShort SHORT = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Element() {}

    static long getBits(MemorySegment segment, int bits, long index) {
        return switch (bits) {
            case 64 -> segment.get(LONG, index * 8);
            case 32 -> segment.get(INT, index * 4) & 0xFFFFFFFFL;
            case 16 -> segment.get(SHORT, index * 2) & 0xFFFFL;
            case 8 -> segment.get(JAVA_BYTE, index) & 0xFFL;
            case 4 -> segment.get(JAVA_BYTE, index >> 1) >>> (index & 1) * 4 & 0xFL;
            case 2 -> segment.get(JAVA_BYTE, index >> 2) >>> (index & 3) * 2 & 0x3L;
            case 0 -> throw new ModelException("elements of type string where numbers are expected");
            default -> throw new IllegalStateException("no elements of " + bits + " bits");
        };
    }

    static void setBits(MemorySegment segment, int bits, long index, long value) {
        switch (bits) {
            case 64 -> segment.set(LONG, index * 8, value);
            case 32 -> segment.set(INT, index * 4, (int) value);
            case 16 -> segment.set(SHORT, index * 2, (short) value);
            case 8 -> segment.set(JAVA_BYTE, index, (byte) value);
            case 4 -> setPacked(segment, index >> 1, (int) (index & 1) * 4, 0xF, (int) value);
            case 2 -> setPacked(segment, index >> 2, (int) (index & 3) * 2, 0x3, (int) value);
            case 0 -> throw new ModelException("elements of type string where numbers are expected");
            default -> throw new IllegalStateException("no elements of " + bits + " bits");
        }
    }

    private static void setPacked(MemorySegment segment, long offset, int shift, int mask, int value) {
        int others = segment.get(JAVA_BYTE, offset) & ~(mask << shift);
        segment.set(JAVA_BYTE, offset, (byte) (others | (value & mask) << shift));
    }
}
