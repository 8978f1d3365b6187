package org.sardonyx.frontend.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Function;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import org.junit.jupiter.api.Test;

import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.ir.ModelException;

class InPlaceWriterTest {
    private static final InPlaceField FIELD = new InPlaceField(
            TensorProto.getDescriptor().findFieldByNumber(TensorProto.RAW_DATA_FIELD_NUMBER),
            TensorProto.getDescriptor().findFieldByNumber(TensorProto.MAPPED_OFFSET_FIELD_NUMBER),
            TensorProto.getDescriptor().findFieldByNumber(TensorProto.MAPPED_LENGTH_FIELD_NUMBER));
    private static final TensorProto TENSOR =
            TensorProto.newBuilder().setName("w").setMappedOffset(0).setMappedLength(8).build();

    private static GraphProto graph() {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("outer").addInitializer(TENSOR);
        graph.addNodeBuilder().setOpType("If").addAttributeBuilder().setName("then_branch")
                .setG(GraphProto.newBuilder().setName("inner").addInitializer(TENSOR).addInitializer(TENSOR));
        return graph.build();
    }

    private static Function<Message, Optional<InPlaceContent>> content(MemorySegment bytes) {
        return message -> Optional.of(new InPlaceContent(
                ((TensorProto) message).toBuilder().clearMappedOffset().clearMappedLength().build(), bytes));
    }

    private static GraphProto written(MemorySegment bytes) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        MappedMessages.write(graph(), target, FIELD, content(bytes));
        return GraphProto.parseFrom(target.toByteArray());
    }

    private static GraphProto expected(ByteString bytes) {
        TensorProto tensor = TensorProto.newBuilder().setName("w").setRawData(bytes).build();
        GraphProto.Builder graph = graph().toBuilder().setInitializer(0, tensor);
        graph.getNodeBuilder(0).getAttributeBuilder(0).getGBuilder().setInitializer(0, tensor).setInitializer(1,
                tensor);
        return graph.build();
    }

    @Test
    void contentGoesToItsPlaces() throws IOException {
        byte[] bytes = new byte[200_000];
        bytes[0] = 1;
        bytes[199_999] = 2;
        assertEquals(expected(ByteString.copyFrom(bytes)), written(MemorySegment.ofArray(bytes)));
    }

    @Test
    void contentMayBeEmpty() throws IOException {
        assertEquals(expected(ByteString.EMPTY), written(MemorySegment.NULL));
    }

    @Test
    void aMessageOfMoreThanTwoGibibytesIsRefused() {
        GraphProto.Builder graph = GraphProto.newBuilder();
        for (int i = 0; i < 1024; i++) {
            graph.addInitializer(TENSOR.toBuilder());
        }
        MemorySegment bytes = MemorySegment.ofArray(new byte[1 << 21]);
        ModelException problem = assertThrows(ModelException.class, () -> MappedMessages.write(graph.build(),
                OutputStream.nullOutputStream(), FIELD, content(bytes)));
        assertEquals("takes 2147496960 bytes, and a file of this format can have 2 GiB at most; larger weights stay in "
                + "files beside it (external data)", problem.getMessage());
    }
}
