package org.sardonyx.frontend.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Message;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.sardonyx.ir.ModelException;

/// Reads a message from mapped memory and leaves the weights there.
public final class MappedMessages {
    private MappedMessages() {}

    /// Reads all of `source` as one message into `builder`, which is to be empty.
    ///
    /// A `bytes` field of 1,024 bytes or more is not copied: its value is a direct, read-only window on `source`, which
    /// it keeps reachable. Unknown fields are dropped. Unlike the library's parser this one refuses a field whose wire
    /// type is not its own, and a singular field that stands twice.
    ///
    /// @param source the encoded message; at most 2 GiB, as the format allows
    /// @throws ModelException if `source` does not hold such a message, if messages are nested deeper than 100, or if
    ///     the message would take more than half of the heap that this JVM may have
    public static void read(MemorySegment source, Message.Builder builder) {
        read(source, builder, HeapBudget.ofThisJvm());
    }

    static void read(MemorySegment source, Message.Builder builder, HeapBudget budget) {
        MessageScanner scanner = new MessageScanner(source, budget);
        scanner.scan(builder.getDescriptorForType());
        try {
            builder.mergeFrom(CodedInputStream.newInstance(scanner.condensed().buffers()));
        } catch (IOException e) {
            throw new ModelException("cannot be parsed: " + e.getMessage(), e);
        }
        for (KeptBytes kept : scanner.kept()) {
            kept.putInto(builder, source);
        }
    }
}
