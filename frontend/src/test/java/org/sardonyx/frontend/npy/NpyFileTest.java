package org.sardonyx.frontend.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class NpyFileTest {
    @TempDir
    private Path folder;

    /// A file of version 1.0 with this header and these bytes after it.
    private Path file(String header, byte[] elements) throws IOException {
        return file(1, header, elements);
    }

    private Path file(int version, String header, byte[] elements) throws IOException {
        byte[] text = (header + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(12 + text.length + elements.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) version).put((byte) 0);
        if (version == 1) {
            bytes.putShort((short) text.length);
        } else {
            bytes.putInt(text.length);
        }
        bytes.put(text).put(elements);
        return Files.write(folder.resolve("in.npy"), Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private static String header(String elements, boolean columnMajor, String shape) {
        return "{'descr': '" + elements + "', 'fortran_order': " + (columnMajor ? "True" : "False") + ", 'shape': "
                + shape + ", }";
    }

    private static byte[] counting(int bytes) {
        byte[] elements = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            elements[i] = (byte) i;
        }
        return elements;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "|u1; (2, 3); False; uint8[2, 3] {0, 1, 2, 3, 4, 5}",
        "|u1; (2, 3); True;  uint8[2, 3] {0, 2, 4, 1, 3, 5}",
        "|i1; (6,);   False; int8[6] {0, 1, 2, 3, 4, 5}",
        "<u2; (3,);   False; uint16[3] {256, 770, 1284}",
        ">u2; (3,);   False; uint16[3] {1, 515, 1029}",
        ">u2; (1, 3); True;  uint16[1, 3] {1, 515, 1029}",
        "|S2; (3,);   False; string[3] {\"\0\1\", \"\2\3\", \"\4\5\"}"})
    void readsElementsAsTheHeaderSays(String elements, String shape, String columnMajor, String expected)
            throws IOException {
        Path file = file(header(elements, columnMajor.equals("True"), shape), counting(6));
        assertEquals(expected, NpyFile.read(file).toString());
    }

    @Test
    void readsComplexNumbersOfTheOtherByteOrderPartByPart() throws IOException {
        byte[] elements = ByteBuffer.allocate(8).putFloat(1.5f).putFloat(-2).array();
        Tensor tensor = NpyFile.read(file(header(">c8", false, "()"), elements));
        assertEquals("complex64[] {1.5+-2.0i}", tensor.toString());
    }

    @Test
    void readsCharactersBeyondTheBasicPlane() throws IOException {
        byte[] elements = ByteBuffer.allocate(8).putInt(0x1F600).putInt('x').array();
        assertEquals("\uD83D\uDE00x", NpyFile.read(file(header(">U2", false, "(1,)"), elements)).getString(0));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void readsEachVersion(int version) throws IOException {
        Path file = file(version, header("|u1", false, "(2,)"), counting(2));
        assertEquals("uint8[2] {0, 1}", NpyFile.read(file).toString());
    }

    @Test
    void theOrderOfTheKeysIsFree() throws IOException {
        Path file = file("{'shape':(2,),'fortran_order':False,'descr':'|u1'}", counting(2));
        assertEquals("uint8[2] {0, 1}", NpyFile.read(file).toString());
    }

    @ParameterizedTest
    @EnumSource(DataType.class)
    void everyTypeIsWrittenExactlyOrInTheNextWiderOne(DataType type) {
        Tensor tensor = Tensor.allocate(type, 2, 2);
        switch (type.kind()) {
            case STRING -> tensor.setString(3, "caf\u00e9 \uD83D\uDE00");
            case COMPLEX -> tensor.setComplex(3, 0.5, -1);
            default -> tensor.setDouble(3, 1);
        }
        Path file = folder.resolve("out.npy");
        NpyFile.write(file, tensor);
        Tensor read = NpyFile.read(file);
        assertEquals(NpyFile.storedType(type), read.dataType());
        assertEquals(tensor.shape(), read.shape());
        if (read.dataType() == type) {
            assertTrue(read.sameContent(tensor), read.toString());
        } else {
            assertTrue(read.dataType().bits() > type.bits());
            assertEquals(tensor.getDouble(3), read.getDouble(3));
        }
    }

    @Property(tries = 50)
    void whatIsWrittenIsRead(@ForAll @Size(max = 4) List<@IntRange(max = 3) Integer> sizes, @ForAll long seed)
            throws IOException {
        Tensor tensor = Tensor.allocate(DataType.INT64, sizes.stream().mapToLong(Integer::longValue).toArray());
        for (long i = 0; i < tensor.size(); i++) {
            tensor.setLong(i, seed * (i + 1));
        }
        Path file = Files.createTempFile("array", ".npy");
        try {
            NpyFile.write(file, tensor);
            assertEquals(0, Files.size(file) % 8);
            assertTrue(NpyFile.read(file).sameContent(tensor));
        } finally {
            Files.delete(file);
        }
    }

    private String problem(Path file) {
        String message = assertThrows(ModelException.class, () -> NpyFile.read(file)).getMessage();
        assertTrue(message.startsWith(file + ": "), message);
        return message.substring(file.toString().length() + 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', value = {
        "<f4@ (2,)@ has 6 bytes of elements, expected [2] elements of 4 bytes",
        "<f4@ (4611686018427387904, 1)@ has 6 bytes of elements, expected [4611686018427387904, 1] elements of 4 bytes",
        "<f4@ (4611686018427387904, 4)@"
                + " a tensor of shape [4611686018427387904, 4] has more than 2^63 elements",
        "<f4@ (99999999999999999999,)@ has a shape that is not understood: (99999999999999999999,)",
        "|O@ (1,)@ holds elements of NumPy's type '|O' (Python objects), expected numbers of up to 8 bytes,"
                + " truth values, complex numbers or strings",
        "<V2@ (3,)@ holds elements of NumPy's type '<V2' (raw bytes; bfloat16 and 8-bit floats go into float32),"
                + " expected numbers of up to 8 bytes, truth values, complex numbers or strings",
        "<U999999999@ (1,)@ holds strings of 999999999 characters, at most 16777216 are supported"})
    void aBadArrayIsRefused(String elements, String shape, String message) throws IOException {
        assertEquals(message, problem(file(header(elements, false, shape), counting(6))));
    }

    @Test
    void aBadHeaderIsRefused() throws IOException {
        assertEquals("has a header that is not understood: {'descr': '<f4'}",
                problem(file("{'descr': '<f4'}", counting(4))));
        assertEquals("holds records with several fields, expected plain elements",
                problem(file("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }", counting(4))));
        assertEquals("is of version 4 of the .npy format, expected 1, 2 or 3",
                problem(file(4, header("|u1", false, "(1,)"), counting(1))));
        assertEquals("has 65 axes, at most 64 are supported",
                problem(file(header("|u1", false, "(" + "1,".repeat(65) + ")"), counting(1))));
    }

    @Test
    void charactersThatDoNotExistAreRefused() throws IOException {
        assertEquals("string 0 has -1, which is no character",
                problem(file(header("<U1", false, "(1,)"), new byte[] {-1, -1, -1, -1})));
    }

    @Test
    void stringsWithoutCharactersAreBounded() throws IOException {
        assertEquals("string[2] {\"\", \"\"}",
                NpyFile.read(file(header("<U0", false, "(2,)"), new byte[0])).toString());
        assertEquals("has 1000000000 strings without characters, at most 65536 are supported",
                problem(file(header("|S0", false, "(1000000000,)"), new byte[0])));
    }

    @Test
    void theTypeIsReadWithoutTheElements() throws IOException {
        MemorySegment start =
                MemorySegment.ofArray(Files.readAllBytes(file(header(">f8", true, "(2, 3)"), new byte[0])));
        assertEquals("float64[2, 3]", NpyFile.type(start).toString());
    }

    @Test
    void aFileCutShortIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file(header("|u1", false, "(9,)"), counting(9)));
        for (int length = 0; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, length));
            assertThrows(ModelException.class, () -> NpyFile.read(cut));
        }
    }

    @Test
    void aFileThatCannotBeReadOrWrittenIsNamed() {
        assertEquals("there is no such file", problem(folder.resolve("missing.npy")));
        assertEquals("is a folder, not a file", problem(folder));
        Path nowhere = folder.resolve("no/such/folder.npy");
        assertTrue(assertThrows(ModelException.class, () -> NpyFile.write(nowhere, Tensor.scalar(1))).getMessage()
                .startsWith(nowhere + ": cannot be written: "));
    }
}
