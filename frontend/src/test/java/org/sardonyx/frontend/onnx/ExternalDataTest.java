package org.sardonyx.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.frontend.onnx.proto.StringStringEntryProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.ir.ModelException;

class ExternalDataTest {
    @TempDir
    Path outside;

    private Path folder;
    private ExternalData data;

    @BeforeEach
    void writeFiles() throws IOException {
        folder = Files.createDirectories(outside.resolve("model/weights")).getParent();
        Files.write(outside.resolve("secret"), new byte[] {7});
        Files.write(folder.resolve("weights/data.bin"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        data = ExternalData.inFolder(folder);
    }

    private static TensorProto tensor(String... keysAndValues) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName("w").setDataLocation(TensorProto.DataLocation.EXTERNAL);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tensor.addExternalData(
                    StringStringEntryProto.newBuilder().setKey(keysAndValues[i]).setValue(keysAndValues[i + 1]));
        }
        return tensor.build();
    }

    private byte[] read(String... keysAndValues) {
        return data.rawBytes(tensor(keysAndValues)).orElseThrow().toArray(ValueLayout.JAVA_BYTE);
    }

    private void assertProblem(String expected, String... keysAndValues) {
        ModelException problem =
                assertThrows(ModelException.class, () -> data.rawBytes(tensor(keysAndValues)));
        assertEquals("external data of tensor `w`: " + expected, problem.getMessage());
    }

    @Test
    void aRangeOfAFile() {
        assertArrayEquals(new byte[] {2, 3, 4}, read("location", "weights/data.bin", "offset", "2", "length", "3"));
        assertArrayEquals(new byte[] {8, 9}, read("location", "weights/../weights/./data.bin", "offset", "8"));
        assertArrayEquals(new byte[] {0, 1},
                read("location", "weights/data.bin", "length", "2", "checksum", "not compared"));
        assertArrayEquals(new byte[0], read("location", "weights/data.bin", "offset", "10"));
    }

    @Test
    void tensorsShareOneReadOnlyMapping() {
        MemorySegment first = data.rawBytes(tensor("location", "weights/data.bin")).orElseThrow();
        MemorySegment second =
                data.rawBytes(tensor("location", "./weights/data.bin", "offset", "3")).orElseThrow();
        assertTrue(first.isReadOnly());
        assertEquals(first.address() + 3, second.address());
    }

    @Test
    void moreThanTwoGibibytes() throws IOException {
        long size = (1L << 31) + 4096;
        try (FileChannel channel = FileChannel.open(folder.resolve("large.bin"), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(new byte[] {42}), size - 1);
        }
        MemorySegment whole = data.rawBytes(tensor("location", "large.bin")).orElseThrow();
        assertEquals(size, whole.byteSize());
        assertArrayEquals(new byte[] {0, 42}, read("location", "large.bin", "offset", Long.toString(size - 2)));
    }

    @Test
    void dataInTheTensorItself() {
        TensorProto raw = TensorProto.newBuilder().setRawData(ByteString.copyFrom(new byte[] {4, 5})).build();
        assertArrayEquals(new byte[] {4, 5}, data.rawBytes(raw).orElseThrow().toArray(ValueLayout.JAVA_BYTE));
        assertEquals(Optional.empty(), data.rawBytes(TensorProto.newBuilder().addFloatData(1).build()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ../secret                  | leaves the model's folder
            weights/../../secret       | leaves the model's folder
            weights/../../model/x      | leaves the model's folder
            ..                         | leaves the model's folder
            /etc/passwd                | is an absolute path; it is to be relative to the model's folder
            .                          | is the model's folder, not a file in it
            ''                         | is the model's folder, not a file in it
            weights                    | is a folder, not a file
            """)
    void aLocationThatIsRefused(String location, String problem) {
        assertProblem("`" + location + "`: " + problem, "location", location);
    }

    @Test
    void aLocationThatIsNoPath() {
        assertProblem("`a\0b`: is not a path: Nul character not allowed", "location", "a\0b");
    }

    @Test
    void aFileThatIsMissing() {
        assertProblem("`absent.bin`: there is no `" + folder.resolve("absent.bin") + "`", "location", "absent.bin");
        assertThrows(ModelException.class, () -> read("location", "weights/data.bin/below"));
    }

    @Test
    void aLinkInAnyPartOfThePath() throws IOException {
        Path file = Files.createSymbolicLink(folder.resolve("link.bin"), outside.resolve("secret"));
        assertProblem("`link.bin`: `" + file + "` is a symbolic link, and these are not followed", "location",
                "link.bin");
        Path directory = Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("weights"));
        assertProblem("`linked/data.bin`: `" + directory + "` is a symbolic link, and these are not followed",
                "location", "linked/data.bin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            11                  | 0                   | offset 11 is past its end, it has 10 bytes
            9223372036854775807 | 1                   | offset 9223372036854775807 is past its end, it has 10 bytes
            4                   | 7                   | length 7 from offset 4 goes past its end, it has 10 bytes
            4                   | 9223372036854775807 | length 9223372036854775807 from offset 4 goes past its end, it \
            has 10 bytes
            -1                  | 1                   | offset -1 is negative
            1                   | -1                  | length -1 is negative
            1e3                 | 1                   | offset `1e3` is not a number of bytes
            0                   | 9223372036854775808 | length `9223372036854775808` is not a number of bytes
            """)
    void aRangeThatIsRefused(String offset, String length, String problem) {
        assertProblem("`weights/data.bin`: " + problem, "location", "weights/data.bin", "offset", offset, "length",
                length);
    }

    @Test
    void entriesThatContradict() {
        assertProblem("no `location` is given", "offset", "0");
        assertProblem("`location` is given twice", "location", "weights/data.bin", "location", "weights/data.bin");
    }

    @Test
    void aModelWithoutAFolder() {
        data = ExternalData.none();
        assertProblem("`weights/data.bin`: the model was not read from a file, so it has no folder to look in",
                "location", "weights/data.bin");
    }
}
