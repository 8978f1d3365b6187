package org.sardonyx.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sardonyx.frontend.onnx.proto.MapProto;
import org.sardonyx.frontend.onnx.proto.OptionalProto;
import org.sardonyx.frontend.onnx.proto.SequenceProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.MapType;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.MapValue;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

class ValueFileTest {
    private static final ValueType NUMBER = TensorType.of(DataType.INT64);

    @TempDir
    private Path folder;

    private static TensorProto number(long value) {
        return TensorProto.newBuilder().setDataType(7).addInt64Data(value).build();
    }

    private static SequenceProto numbers(long... values) {
        SequenceProto.Builder sequence =
                SequenceProto.newBuilder().setElemType(SequenceProto.DataType.TENSOR_VALUE);
        for (long value : values) {
            sequence.addTensorValues(number(value));
        }
        return sequence.build();
    }

    private Value read(Message message, ValueType type) throws IOException {
        return ValueFile.read(Files.write(folder.resolve("value.pb"), message.toByteArray()), type);
    }

    private String error(Message message, ValueType type) {
        String text = assertThrows(ModelException.class, () -> read(message, type)).getMessage();
        String file = folder.resolve("value.pb") + ": ";
        assertTrue(text.startsWith(file), text);
        return text.substring(file.length());
    }

    private static List<Long> longs(Value sequence) {
        return ((SequenceValue) sequence).elements().stream().map(element -> ((Tensor) element).getLong(0)).toList();
    }

    @Test
    void readsATensor() throws IOException {
        assertEquals(7, ((Tensor) read(number(7), NUMBER)).getLong(0));
    }

    @Test
    void readsSequences() throws IOException {
        assertEquals(List.of(1L, 2L), longs(read(numbers(1, 2), new SequenceType(NUMBER))));
        SequenceProto nested = SequenceProto.newBuilder().setElemType(SequenceProto.DataType.SEQUENCE_VALUE)
                .addSequenceValues(numbers(3)).addSequenceValues(numbers()).build();
        SequenceValue value = (SequenceValue) read(nested, new SequenceType(new SequenceType(NUMBER)));
        assertEquals(List.of(List.of(3L), List.of()), value.elements().stream().map(ValueFileTest::longs).toList());
    }

    @Test
    void readsOptionals() throws IOException {
        OptionalProto present = OptionalProto.newBuilder().setElemType(OptionalProto.DataType.SEQUENCE_VALUE)
                .setSequenceValue(numbers(5)).build();
        OptionalValue value = (OptionalValue) read(present, new OptionalType(new SequenceType(NUMBER)));
        assertEquals(List.of(5L), longs(value.value().orElseThrow()));
        OptionalProto absent = OptionalProto.newBuilder().setElemType(OptionalProto.DataType.TENSOR_VALUE).build();
        assertEquals(Optional.empty(), ((OptionalValue) read(absent, new OptionalType(NUMBER))).value());
    }

    @Test
    void readsAMap() throws IOException {
        MapProto proto = MapProto.newBuilder().setKeyType(8).addStringKeys(ByteString.copyFromUtf8("a"))
                .addStringKeys(ByteString.copyFromUtf8("b")).setValues(numbers(1, 2)).build();
        MapValue value = (MapValue) read(proto, new MapType(DataType.STRING, NUMBER));
        assertEquals(List.of("a", "b"), List.copyOf(value.entries().keySet()));
        assertEquals(2, ((Tensor) value.entries().get("b")).getLong(0));
    }

    @Test
    void refusesAValueOfAnotherKind() {
        assertEquals("a sequence with elements of another kind where elements of type sequence(int64[]) are expected",
                error(numbers(1), new SequenceType(new SequenceType(NUMBER))));
        assertEquals("an element of type int64[] in a sequence of float32[]",
                error(numbers(1), new SequenceType(TensorType.of(DataType.FLOAT32))));
        OptionalProto tensor = OptionalProto.newBuilder().setElemType(OptionalProto.DataType.TENSOR_VALUE)
                .setTensorValue(number(1)).build();
        assertEquals("an optional value of another kind where one of type sequence(int64[]) is expected",
                error(tensor, new OptionalType(new SequenceType(NUMBER))));
    }

    @Test
    void refusesAMapThatIsNone() {
        MapProto.Builder proto = MapProto.newBuilder().addKeys(1).addKeys(1);
        MapType type = new MapType(DataType.INT64, NUMBER);
        assertEquals("a map with 2 keys and 1 values", error(proto.setValues(numbers(1)).build(), type));
        assertEquals("a map with the key '1' twice", error(proto.setValues(numbers(1, 2)).build(), type));
    }
}
