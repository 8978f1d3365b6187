package org.sardonyx.frontend.protobuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Collections;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;

import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;

class MappedMessagesTest {

    private static final TensorProto TENSOR = TensorProto.newBuilder().setName("w").addDims(3)
            .setRawData(ByteString.copyFromUtf8("raw")).build();

    private static ModelProto model(TensorProto tensor) {
        AttributeProto attribute = AttributeProto.newBuilder().setName("value").setT(tensor).build();
        GraphProto graph = GraphProto.newBuilder().addInitializer(tensor)
                .addNode(NodeProto.newBuilder().setOpType("Constant").addAttribute(attribute)).build();
        return ModelProto.newBuilder().setIrVersion(14).setGraph(graph).build();
    }

    @Test
    void aMessageOnTheHeapIsWhatTheLibraryReads() {
        ModelProto model = model(TENSOR);
        assertEquals(model, Wire.read(model.toByteArray()));
    }

    @Test
    void theFieldInPlaceIsReplacedByItsPlaceWhereverItIsMet() {
        byte[] encoded = model(TENSOR).toByteArray();
        MemorySegment source = MemorySegment.ofArray(encoded);
        ModelProto.Builder builder = ModelProto.newBuilder();
        MappedMessages.readInPlace(source, builder, Wire.RAW_DATA);
        GraphProto graph = builder.build().getGraph();
        assertInPlace(source, graph.getInitializer(0));
        assertInPlace(source, graph.getNode(0).getAttribute(0).getT());
    }

    private static void assertInPlace(MemorySegment source, TensorProto tensor) {
        assertFalse(tensor.hasRawData());
        MemorySegment content = source.asSlice(tensor.getMappedOffset(), tensor.getMappedLength());
        assertArrayEquals(new byte[] {'r', 'a', 'w'}, content.toArray(ValueLayout.JAVA_BYTE));
        assertEquals(TENSOR, tensor.toBuilder().clearMappedOffset().clearMappedLength().setRawData(TENSOR.getRawData())
                .build());
    }

    @Test
    void aFileCannotSetTheReadersOwnFields() {
        ModelProto hostile = model(TENSOR.toBuilder().setMappedOffset(0).setMappedLength(1L << 40).build());
        assertEquals(model(TENSOR), Wire.read(hostile.toByteArray()));
    }

    @Test
    void longArraysOfNumbersAreReadWhole() {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName("long");
        for (int i = 0; i < 5_000; i++) {
            tensor.addFloatData(i).addInt64Data(-i).addInt32Data(i);
        }
        ModelProto model = model(tensor.build());
        assertEquals(model, Wire.read(model.toByteArray()));
    }

    @Test
    void unpackedNumbersAreRead() {
        byte[] unpacked = Wire.bytes(out -> {
            for (int i = 0; i < 3; i++) {
                out.writeFloat(TensorProto.FLOAT_DATA_FIELD_NUMBER, i);
            }
        });
        ModelProto read = Wire.read(Wire.field(7, Wire.field(5, unpacked)));
        assertEquals(TensorProto.newBuilder().addFloatData(0).addFloatData(1).addFloatData(2).build(),
                read.getGraph().getInitializer(0));
    }

    @Test
    void unknownFieldsAreDropped() {
        byte[] unknown = Wire.bytes(out -> {
            out.writeInt64(99, -1);
            out.writeFixed32(98, 7);
            out.writeFixed64(97, 7);
            out.writeString(96, "unknown");
        });
        ModelProto model = model(TENSOR);
        ModelProto read = Wire.read(Wire.concatenated(unknown, model.toByteArray(), unknown));
        assertEquals(model, read);
        assertEquals(Collections.emptyMap(), read.getUnknownFields().asMap());
    }

    @Test
    void anEmptyMessageIsRead() {
        assertEquals(ModelProto.getDefaultInstance(), Wire.read(new byte[0]));
    }
}
