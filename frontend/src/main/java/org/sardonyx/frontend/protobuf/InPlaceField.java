package org.sardonyx.frontend.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

/// A `bytes` field whose content can stay where it is in the source, and the two fields of the same message that then
/// stand for it. These two are the reader's own: in a file they are unknown fields.
///
/// @param content the `bytes` field
/// @param offset a `fixed64` field: where the content begins in the source
/// @param length a `fixed64` field: how many bytes it has
public record InPlaceField(FieldDescriptor content, FieldDescriptor offset, FieldDescriptor length) {
    public InPlaceField {
        require(content, FieldDescriptor.Type.BYTES, content.getContainingType());
        require(offset, FieldDescriptor.Type.FIXED64, content.getContainingType());
        require(length, FieldDescriptor.Type.FIXED64, content.getContainingType());
    }

    private static void require(FieldDescriptor field, FieldDescriptor.Type type, Descriptor message) {
        if (field.getType() != type || field.isRepeated() || field.getContainingType() != message) {
            throw new IllegalArgumentException(field + " is not a singular field of type " + type + " in " + message);
        }
    }

    boolean isOwn(FieldDescriptor field) {
        return field == offset || field == length;
    }
}
