package org.sardonyx.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.MapProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.OptionalProto;
import org.sardonyx.frontend.onnx.proto.SequenceProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.ir.ModelException;

class OnnxFileTest {
    private static final TensorProto TENSOR = TensorProto.newBuilder().setName("w").setDataType(2).addDims(3)
            .setRawData(ByteString.copyFrom(new byte[] {1, 2, 3})).build();
    private static final ModelProto MODEL =
            ModelProto.newBuilder().setIrVersion(14).setGraph(GraphProto.newBuilder().addInitializer(TENSOR)).build();

    @TempDir
    Path folder;

    private Path write(Message message) throws IOException {
        return Files.write(folder.resolve("file"), message.toByteArray());
    }

    private void assertProblem(Path file, String expected) {
        ModelException problem = assertThrows(ModelException.class, () -> OnnxFile.open(file));
        assertEquals(file + ": " + expected, problem.getMessage());
    }

    @Test
    void rawDataStaysInTheMappedFile() throws IOException {
        OnnxFile file = OnnxFile.open(write(MODEL));
        assertRawData(file);
        assertTrue(file.externalData().rawBytes(file.model().getGraph().getInitializer(0)).orElseThrow().isMapped());
    }

    @Test
    void aModelInMemory() {
        assertRawData(OnnxFile.of("in memory", MemorySegment.ofArray(MODEL.toByteArray())));
    }

    private static void assertRawData(OnnxFile file) {
        assertEquals(14, file.model().getIrVersion());
        TensorProto tensor = file.model().getGraph().getInitializer(0);
        assertFalse(tensor.hasRawData());
        MemorySegment bytes = file.externalData().rawBytes(tensor).orElseThrow();
        assertTrue(bytes.isReadOnly());
        assertArrayEquals(new byte[] {1, 2, 3}, bytes.toArray(ValueLayout.JAVA_BYTE));
    }

    @Test
    void threeHundredMegabytesOfWeightsTakeNoHeap() throws IOException {
        int size = 300 << 20;
        Path file = folder.resolve("large.onnx");
        writeSparseModel(file, size);
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        OnnxFile.of("warm up", MemorySegment.ofArray(MODEL.toByteArray()));
        long before = threads.getCurrentThreadAllocatedBytes();
        OnnxFile model = OnnxFile.open(file);
        MemorySegment bytes =
                model.externalData().rawBytes(model.model().getGraph().getInitializer(0)).orElseThrow();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(size, bytes.byteSize());
        assertEquals(42, bytes.get(ValueLayout.JAVA_BYTE, size - 1));
        assertTrue(allocated < 1 << 20, allocated + " bytes");
    }

    /// A model whose only tensor has `size` bytes of raw data, the last of which is 42 and the others a hole in the file.
    private static void writeSparseModel(Path file, int size) throws IOException {
        byte[] head = new byte[64];
        CodedOutputStream out = CodedOutputStream.newInstance(head);
        int tensor = 1 + CodedOutputStream.computeUInt32SizeNoTag(size) + size;
        int graph = 1 + CodedOutputStream.computeUInt32SizeNoTag(tensor) + tensor;
        for (int[] field : new int[][] {{7, graph}, {5, tensor}, {9, size}}) {
            out.writeTag(field[0], 2);
            out.writeUInt32NoTag(field[1]);
        }
        int length = out.getTotalBytesWritten();
        out.flush();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(head, 0, length));
            channel.write(ByteBuffer.wrap(new byte[] {42}), (long) length + size - 1);
        }
    }

    @Test
    void aFileOverTwoGibibytes() throws IOException {
        Path file = folder.resolve("huge.onnx");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), 5L << 29);
        }
        assertProblem(file, "is of 2.5 GiB, and a file of this format can have 2 GiB at most; larger weights go into a "
                + "file beside it (external data)");
    }

    @Test
    void noFile() {
        assertProblem(folder.resolve("absent.onnx"), "there is no such file");
    }

    @Test
    void aFolder() {
        assertProblem(folder, "is a folder, not a file");
    }

    @Test
    void anEmptyFile() throws IOException {
        assertProblem(Files.createFile(folder.resolve("empty.onnx")), "is empty");
        MemorySegment nothing = MemorySegment.ofArray(new byte[0]);
        assertEquals("name: is empty",
                assertThrows(ModelException.class, () -> OnnxFile.of("name", nothing)).getMessage());
    }

    @Test
    void noGraph() throws IOException {
        assertProblem(write(ModelProto.newBuilder().setIrVersion(14).build()),
                "is not an ONNX model: it has no graph");
    }

    @Test
    void aTensorInPlaceOfAModel() throws IOException {
        assertProblem(write(TENSOR),
                "is not a well-formed ModelProto: producer_name at byte 2: has wire type 0 where 2 is expected");
    }

    @Test
    void aFileThatIsCutOff() throws IOException {
        byte[] whole = MODEL.toByteArray();
        Path file = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, whole.length - 1));
        assertProblem(file,
                "is not a well-formed ModelProto: graph at byte 2: should take 14 bytes and 13 are left: it is cut off");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            <!DOCTYPE html><html></html>|an HTML page; a web server may have answered in place of the file
            <HTML><body>|an HTML page; a web server may have answered in place of the file
            \u0089PNG|a PNG image
            version https://git-lfs.github.com/spec/v1|a Git LFS pointer; `git lfs pull` fetches the file itself
            PK\u0003\u0004abc|a zip archive, as downloads and PyTorch checkpoints are
            {"model": 1}|a JSON document
            \u001c\u0000\u0000\u0000TFL3abc|a TensorFlow Lite model; it is to be converted to ONNX first
            some text|text
            """)
    void anotherKindOfFile(String content, String kind) throws IOException {
        Path file = Files.write(folder.resolve("other.onnx"), content.getBytes(StandardCharsets.ISO_8859_1));
        assertProblem(file, "is not an ONNX model but looks like " + kind);
    }

    @Test
    void valuesAsFilesOfTheirOwn() throws IOException {
        assertEquals(TENSOR, OnnxFile.readTensor(write(TENSOR)));
        SequenceProto sequence = SequenceProto.newBuilder().setElemType(1).addTensorValues(TENSOR).build();
        assertEquals(sequence, OnnxFile.readSequence(write(sequence)));
        OptionalProto optional = OptionalProto.newBuilder().setElemType(1).setTensorValue(TENSOR).build();
        assertEquals(optional, OnnxFile.readOptional(write(optional)));
        MapProto map = MapProto.newBuilder().setKeyType(7).addKeys(5).setValues(sequence).build();
        assertEquals(map, OnnxFile.readMap(write(map)));
    }

    @Test
    void aValueThatIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("input_0.pb"), "{}");
        ModelException problem = assertThrows(ModelException.class, () -> OnnxFile.readTensor(file));
        assertEquals(file + ": is not an ONNX tensor but looks like a JSON document", problem.getMessage());
    }
}
