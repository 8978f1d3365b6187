package org.sardonyx.frontend.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;

import com.google.protobuf.ByteString;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.frontend.onnx.proto.TypeProto;
import org.sardonyx.frontend.onnx.proto.ValueInfoProto;
import org.sardonyx.ir.ModelException;

class MappedMessagesProperties {

    @Property
    void aModelIsReadAsTheLibraryReadsIt(@ForAll("models") ModelProto model) {
        assertEquals(model, Wire.read(model.toByteArray()));
    }

    /// What is read of damaged bytes is what the library reads of them, less the unknown fields.
    @Property
    void damagedBytesAreRefusedOrReadAsTheLibraryReadsThem(@ForAll("models") ModelProto model,
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll byte damage, @ForAll boolean cut) {
        byte[] bytes = model.toByteArray();
        if (cut) {
            bytes = Arrays.copyOf(bytes, place % (bytes.length + 1));
        } else if (bytes.length > 0) {
            bytes[place % bytes.length] ^= damage;
        }
        Optional<ModelProto> read = read(bytes);
        if (read.isPresent()) {
            assertEquals(libraryRead(bytes), read.get());
        }
    }

    private static Optional<ModelProto> read(byte[] bytes) {
        try {
            return Optional.of(Wire.read(bytes));
        } catch (ModelException _) {
            return Optional.empty();
        }
    }

    private static ModelProto libraryRead(byte[] bytes) {
        try {
            return DiscardUnknownFieldsParser.wrap(ModelProto.parser()).parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("the library refuses what was read", e);
        }
    }

    @Provide
    Arbitrary<ModelProto> models() {
        return Combinators.combine(graphs(2), Arbitraries.longs(), names())
                .as((graph, version, producer) -> ModelProto.newBuilder().setIrVersion(version)
                        .setProducerName(producer).setGraph(graph).build());
    }

    private Arbitrary<GraphProto> graphs(int depth) {
        return Combinators.combine(nodes(depth).list().ofMaxSize(3), tensors().list().ofMaxSize(3), names())
                .as((nodes, tensors, name) -> GraphProto.newBuilder().addAllNode(nodes).addAllInitializer(tensors)
                        .addInput(ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder()
                                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(1))))
                        .build());
    }

    private Arbitrary<NodeProto> nodes(int depth) {
        return Combinators.combine(attributes(depth).list().ofMaxSize(3), names().list().ofMaxSize(3), names())
                .as((attributes, inputs, operator) -> NodeProto.newBuilder().addAllAttribute(attributes)
                        .addAllInput(inputs).setOpType(operator).build());
    }

    private Arbitrary<AttributeProto> attributes(int depth) {
        Arbitrary<AttributeProto> numbers = Combinators.combine(Arbitraries.floats().list().ofMaxSize(4),
                Arbitraries.longs().list().ofMaxSize(4)).as(
                        (floats, ints) -> AttributeProto.newBuilder()
                                .setType(AttributeProto.AttributeType.FLOATS).addAllFloats(floats).addAllInts(ints)
                                .build());
        if (depth == 0) {
            return numbers;
        }
        return Arbitraries.oneOf(numbers,
                graphs(depth - 1).map(graph -> AttributeProto.newBuilder().setG(graph).build()));
    }

    private Arbitrary<TensorProto> tensors() {
        return Combinators
                .combine(Arbitraries.longs().list().ofMaxSize(4), Arbitraries.bytes().array(byte[].class).ofMaxSize(40),
                        Arbitraries.integers().list().ofMaxSize(4), Arbitraries.doubles().list().ofMaxSize(4))
                .as((dims, raw, ints, doubles) -> TensorProto.newBuilder().addAllDims(dims)
                        .setRawData(ByteString.copyFrom(raw)).addAllInt32Data(ints).addAllDoubleData(doubles)
                        .addStringData(ByteString.copyFrom(raw)).build());
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings().ofMaxLength(12);
    }
}
