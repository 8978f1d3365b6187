package org.sardonyx.frontend.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.UnsafeByteOperations;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// A `bytes` field whose content stays in the source.
///
/// @param path the fields from the root message down to the `bytes` field itself
/// @param offset where the content begins in the source
/// @param length the length of the content
record KeptBytes(List<Step> path, long offset, long length) {

    /// A field and, where it is repeated, which of its elements.
    record Step(FieldDescriptor field, int index) {
        @Override
        public String toString() {
            return field.isRepeated() ? field.getName() + "[" + index + "]" : field.getName();
        }
    }

    KeptBytes {
        path = List.copyOf(path);
    }

    /// Sets the field, within the message that `root` builds, to a window on `source`.
    void putInto(Message.Builder root, MemorySegment source) {
        Message.Builder builder = root;
        for (Step step : path.subList(0, path.size() - 1)) {
            builder = step.field().isRepeated()
                    ? builder.getRepeatedFieldBuilder(step.field(), step.index())
                    : builder.getFieldBuilder(step.field());
        }
        ByteString content = UnsafeByteOperations.unsafeWrap(source.asSlice(offset, length).asByteBuffer());
        Step last = path.getLast();
        if (last.field().isRepeated()) {
            builder.setRepeatedField(last.field(), last.index(), content);
        } else {
            builder.setField(last.field(), content);
        }
    }
}
