package org.sardonyx.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.frontend.npy.NpyFile;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.MapValue;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

class OutputFolderTest {
    @TempDir
    private Path temporary;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.filter(Files::isRegularFile).map(temporary::relativize).map(Path::toString).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "scores           | scores.npy",
        "transpose:0      | transpose_0.npy",
        "../../etc/passwd | _.._.._etc_passwd.npy",
        "/etc/passwd      | _etc_passwd.npy",
        "C:\\\\windows    | C___windows.npy",
        "..               | _...npy",
        "-rf              | _-rf.npy",
        "NUL              | _NUL.npy",
        "com1.x           | _com1.x.npy",
        "''               | _.npy",
        "größe            | gr__e.npy"})
    void noNameLeavesTheFolder(String name, String file) throws IOException {
        Path folder = temporary.resolve("results");
        OutputFolder.create(folder).write(name, Tensor.scalar(1));
        assertEquals(List.of("results/" + file), files());
    }

    @Test
    void longNamesAreCut() throws IOException {
        OutputFolder.create(temporary).write("x".repeat(10_000), Tensor.scalar(1));
        assertEquals(List.of("x".repeat(100) + ".npy"), files());
    }

    @Test
    void differentNamesAreDifferentFiles() throws IOException {
        OutputFolder folder = OutputFolder.create(temporary);
        for (String name : List.of("a/b", "a_b", "A_B", "a:b")) {
            folder.write(name, Tensor.scalar(1));
        }
        assertEquals(List.of("A_B-3.npy", "a_b-2.npy", "a_b-4.npy", "a_b.npy"), files());
    }

    @Test
    void whatNumPyHasNotIsWrittenWider() {
        List<String> lines = OutputFolder.create(temporary).write("y", Tensor.scalar(DataType.BFLOAT16, 1.5));
        assertEquals(List.of("        written to " + temporary.resolve("y.npy")
                + " as float32, NumPy has no bfloat16"), lines);
        assertEquals(1.5, NpyFile.read(temporary.resolve("y.npy")).getDouble(0));
    }

    @Test
    void otherValuesAreSeveralFiles() throws IOException {
        OutputFolder folder = OutputFolder.create(temporary);
        TensorType element = TensorType.of(DataType.INT64);
        folder.write("sequence", new SequenceValue(element, List.of(Tensor.scalar(7), Tensor.scalar(8))));
        folder.write("absent", OptionalValue.empty(element));
        folder.write("present", OptionalValue.of(Tensor.scalar(9)));
        Map<Object, Value> entries = new LinkedHashMap<>();
        entries.put("cat", Tensor.scalar(1));
        entries.put("dog", Tensor.scalar(2));
        folder.write("map", new MapValue(DataType.STRING, element, entries));
        assertEquals(List.of("map.0.npy", "map.1.npy", "map.keys.npy", "present.npy", "sequence.0.npy",
                "sequence.1.npy"), files());
        assertEquals("string[2] {\"cat\", \"dog\"}", NpyFile.read(temporary.resolve("map.keys.npy")).toString());
        assertTrue(NpyFile.read(temporary.resolve("sequence.1.npy")).sameContent(Tensor.scalar(8)));
    }
}
