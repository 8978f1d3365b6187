package org.sardonyx.frontend.protobuf;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.WireFormat;

import org.sardonyx.ir.ModelException;

/// Writes a message, and the content of an [InPlaceField] from where it is, without a copy on the heap.
///
/// The size of a message stands before it, so all sizes are found first. In each message the fields that hold such content
/// somewhere inside come after the others, which the format allows.
final class InPlaceWriter {
    private static final int PIECE = 1 << 16;

    /// A message that is, or may hold, one with the field.
    ///
    /// @param plain the fields that cannot hold it
    /// @param size the encoded size with everything in it
    private record Part(Message plain, Optional<MemorySegment> bytes, long size) {}

    private final InPlaceField field;
    private final Function<Message, Optional<InPlaceContent>> content;
    private final Map<Descriptor, Boolean> holders = new HashMap<>();
    private final Map<Message, Part> parts = new IdentityHashMap<>();

    /// @param content of a message that has the field; empty if it is in the message, or nowhere
    InPlaceWriter(InPlaceField field, Function<Message, Optional<InPlaceContent>> content) {
        this.field = field;
        this.content = content;
    }

    /// @throws ModelException if the message takes more than 2 GiB
    void write(Message message, OutputStream target) throws IOException {
        long size = part(message).size;
        if (size > Integer.MAX_VALUE) {
            throw new ModelException(
                    "takes " + size + " bytes, and a file of this format can have 2 GiB at most; larger "
                            + "weights stay in files beside it (external data)");
        }
        CodedOutputStream out = CodedOutputStream.newInstance(target, PIECE);
        write(message, out);
        out.flush();
    }

    private Part part(Message message) {
        Part known = parts.get(message);
        if (known != null) {
            return known;
        }
        Optional<InPlaceContent> elsewhere =
                isOwner(message.getDescriptorForType()) ? content.apply(message) : Optional.empty();
        Message.Builder plain = elsewhere.map(InPlaceContent::rest).orElse(message).toBuilder();
        long size = 0;
        if (elsewhere.isPresent()) {
            long length = elsewhere.get().bytes().byteSize();
            size += CodedOutputStream.computeTagSize(field.content().getNumber())
                    + CodedOutputStream.computeUInt64SizeNoTag(length) + length;
        }
        for (FieldDescriptor holder : holders(message)) {
            plain.clearField(holder);
            for (Message inner : values(message, holder)) {
                long length = part(inner).size;
                size += CodedOutputStream.computeTagSize(holder.getNumber())
                        + CodedOutputStream.computeUInt64SizeNoTag(length) + length;
            }
        }
        Message rest = plain.build();
        Part part = new Part(rest, elsewhere.map(InPlaceContent::bytes), size + rest.getSerializedSize());
        parts.put(message, part);
        return part;
    }

    private void write(Message message, CodedOutputStream out) throws IOException {
        Part part = part(message);
        part.plain.writeTo(out);
        if (part.bytes.isPresent()) {
            MemorySegment bytes = part.bytes.get();
            out.writeTag(field.content().getNumber(), WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt64NoTag(bytes.byteSize());
            byte[] piece = new byte[(int) Math.min(PIECE, bytes.byteSize())];
            for (long offset = 0; offset < bytes.byteSize(); offset += piece.length) {
                int length = (int) Math.min(piece.length, bytes.byteSize() - offset);
                MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset, piece, 0, length);
                out.writeRawBytes(piece, 0, length);
            }
        }
        for (FieldDescriptor holder : holders(message)) {
            for (Message inner : values(message, holder)) {
                out.writeTag(holder.getNumber(), WireFormat.WIRETYPE_LENGTH_DELIMITED);
                out.writeUInt64NoTag(part(inner).size);
                write(inner, out);
            }
        }
    }

    private List<FieldDescriptor> holders(Message message) {
        return message.getAllFields().keySet().stream().filter(
                set -> set.getJavaType() == FieldDescriptor.JavaType.MESSAGE && mayHold(set.getMessageType())).toList();
    }

    private static List<Message> values(Message message, FieldDescriptor field) {
        if (!field.isRepeated()) {
            return List.of((Message) message.getField(field));
        }
        return ((List<?>) message.getField(field)).stream().map(Message.class::cast).toList();
    }

    private boolean isOwner(Descriptor type) {
        return type.equals(field.content().getContainingType());
    }

    private boolean mayHold(Descriptor type) {
        return holders.computeIfAbsent(type, start -> reaches(start, new HashSet<>()));
    }

    private boolean reaches(Descriptor type, Set<Descriptor> seen) {
        return isOwner(type) || seen.add(type) && type.getFields().stream()
                .anyMatch(inner -> inner.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                        && reaches(inner.getMessageType(), seen));
    }
}
