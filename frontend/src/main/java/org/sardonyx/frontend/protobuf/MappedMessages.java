package org.sardonyx.frontend.protobuf;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Function;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Message;

import org.sardonyx.ir.ModelException;

/// Reads messages from mapped memory, and writes them.
///
/// Unlike the library's parser this one drops unknown fields, and refuses a field whose wire type is not its own and a
/// singular field that stands twice.
public final class MappedMessages {
    private MappedMessages() {}

    /// Reads all of `source` as one message into `builder`, which is to be empty. The content of `field` stays in
    /// `source`, wherever the field is met.
    ///
    /// @param source the encoded message; at most 2 GiB, as the format allows
    /// @throws ModelException if `source` does not hold such a message, if messages are nested deeper than 100, or if
    ///     the message would take more than half of the heap that this JVM may have
    public static void readInPlace(MemorySegment source, Message.Builder builder, InPlaceField field) {
        read(new MessageScanner(source, field, true, HeapBudget.ofThisJvm()), builder);
    }

    /// As [#readInPlace], but the content of `field` is copied to the heap like the rest, so that the message does not
    /// need `source` any more.
    public static void readToHeap(MemorySegment source, Message.Builder builder, InPlaceField field) {
        read(new MessageScanner(source, field, false, HeapBudget.ofThisJvm()), builder);
    }

    /// Writes a message, the content of `field` from where it is.
    ///
    /// @param content what is elsewhere of a message that has `field`; empty if nothing is
    /// @throws IOException if `target` throws it
    /// @throws ModelException if the message takes more than 2 GiB
    public static void write(Message message, OutputStream target, InPlaceField field,
            Function<Message, Optional<InPlaceContent>> content) throws IOException {
        new InPlaceWriter(field, content).write(message, target);
    }

    static void read(MessageScanner scanner, Message.Builder builder) {
        CondensedMessage condensed = scanner.scan(builder.getDescriptorForType());
        try {
            builder.mergeFrom(CodedInputStream.newInstance(condensed.buffers()));
        } catch (IOException e) {
            throw new ModelException("cannot be parsed: " + e.getMessage(), e);
        }
    }
}
