package org.sardonyx.frontend.protobuf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;

import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;

/// Encoded messages put together by hand, well formed and not.
final class Wire {
    static final InPlaceField RAW_DATA = new InPlaceField(TensorProto.getDescriptor().findFieldByName("raw_data"),
            TensorProto.getDescriptor().findFieldByName("mapped_offset"),
            TensorProto.getDescriptor().findFieldByName("mapped_length"));

    private Wire() {}

    interface Writing {
        void to(CodedOutputStream out) throws IOException;
    }

    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            writing.to(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A length-delimited field.
    static byte[] field(int number, byte[]... content) {
        return bytes(out -> out.writeBytes(number, ByteString.copyFrom(concatenated(content))));
    }

    static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static byte[] repeated(int times, byte[] part) {
        byte[] bytes = new byte[times * part.length];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, bytes, i * part.length, part.length);
        }
        return bytes;
    }

    static ModelProto read(byte[] model) {
        return read(model, HeapBudget.ofThisJvm());
    }

    static ModelProto read(byte[] model, HeapBudget budget) {
        ModelProto.Builder builder = ModelProto.newBuilder();
        MemorySegment source = MemorySegment.ofArray(model);
        MappedMessages.read(new MessageScanner(source, RAW_DATA, false, budget), builder);
        return builder.build();
    }
}
