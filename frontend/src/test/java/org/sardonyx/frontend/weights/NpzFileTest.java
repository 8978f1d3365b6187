package org.sardonyx.frontend.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.ir.ModelException;

class NpzFileTest {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final byte[] ARRAY = Zip.npy("<i2", "(3,)", new byte[] {1, 0, 2, 0, 3, 0});

    private static Map<String, StoredTensor> read(byte[] file) {
        return NpzFile.tensors(MemorySegment.ofArray(file));
    }

    private static String problem(byte[] file) {
        return assertThrows(ModelException.class, () -> read(file).get("w").read()).getMessage();
    }

    /// The place of the directory's entry in an archive with a single one.
    private static int directory(byte[] archive) {
        return MemorySegment.ofArray(archive).get(INT, archive.length - 6);
    }

    private static byte[] with(byte[] archive, int at, int value) {
        byte[] changed = archive.clone();
        MemorySegment.ofArray(changed).set(INT, at, value);
        return changed;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsArraysStoredAndDeflated(boolean deflated) {
        Map<String, StoredTensor> tensors = read(new Zip(deflated).add("fc.weight.npy", ARRAY)
                .add("readme.txt", new byte[3]).add("b.npy", Zip.npy(">f4", "()", new byte[] {0x3f, 0, 0, 0})).bytes());
        assertEquals(List.of("fc.weight", "b"), List.copyOf(tensors.keySet()));
        assertEquals("int16[3]", tensors.get("fc.weight").type().toString());
        assertEquals("int16[3] {1, 2, 3}", tensors.get("fc.weight").read().toString());
        assertEquals("float32[] {0.5}", tensors.get("b").read().toString());
    }

    @Test
    void aStoredArrayIsAViewOfTheFile() {
        byte[] file = new Zip(false).add("w.npy", ARRAY).bytes();
        MemorySegment elements = read(file).get("w").read().segment();
        assertEquals(file, elements.heapBase().orElseThrow());
    }

    @Test
    void readsLargeArrays() {
        byte[] elements = new byte[5 << 20];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = (byte) (i * 31L >>> 7);
        }
        byte[] file = new Zip(true).add("w.npy", Zip.npy("|u1", "(5242880,)", elements)).bytes();
        assertEquals(-1, read(file).get("w").read().segment().mismatch(MemorySegment.ofArray(elements)));
        assertEquals("uint8[5242880]", read(file).get("w").type().toString());
    }

    @Test
    void readsSizesOf64Bits() {
        byte[] zip64 = Zip.inZip64Form(new Zip(false).add("w.npy", ARRAY).bytes(), directory(
                new Zip(false).add("w.npy", ARRAY).bytes()));
        assertEquals("int16[3] {1, 2, 3}", read(zip64).get("w").read().toString());
    }

    @Test
    void aCommentMayFollow() {
        assertEquals("int16[3] {1, 2, 3}",
                read(new Zip(true).comment("PK\5\6 made by hand").add("w.npy", ARRAY).bytes()).get("w").read()
                        .toString());
    }

    @Test
    void anArchiveWithoutEntriesIsEmpty() {
        assertTrue(read(new Zip(true).bytes()).isEmpty());
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertEquals("is no zip archive or is cut off: it has no directory at its end", problem(new byte[0]));
        assertEquals("is no zip archive or is cut off: it has no directory at its end", problem(new byte[70_000]));
        byte[] file = new Zip(false).add("w.npy", ARRAY).bytes();
        assertEquals(
                "is no well-formed zip archive: its directory should take 51 bytes from byte 4294967295, expected it to"
                        + " end before byte " + (file.length - 22),
                problem(with(file, file.length - 6, -1)));
        assertEquals("is no well-formed zip archive: its directory has no entry at byte " + directory(file),
                problem(with(file, directory(file), 0)));
    }

    @Test
    void anEntryOutsideTheFileIsRefused() {
        byte[] file = new Zip(false).add("w.npy", ARRAY).bytes();
        assertEquals("entry 'w.npy': should begin at byte 7, but there is no header of an entry",
                problem(with(file, directory(file) + 42, 7)));
        assertEquals(
                "entry 'w.npy': should take 4096 bytes from byte 35, expected it to end before the directory at byte "
                        + directory(file),
                problem(with(file, directory(file) + 20, 4096)));
    }

    @Test
    void sizesThatLieAreRefused() {
        byte[] stored = new Zip(false).add("w.npy", ARRAY).bytes();
        assertEquals("tensor 'w': is stored as it is in " + ARRAY.length + " bytes, expected 1000000",
                problem(with(stored, directory(stored) + 24, 1_000_000)));
        byte[] deflated = new Zip(true).add("w.npy", ARRAY).bytes();
        assertEquals("tensor 'w': expands to more than 8 bytes, the size in the directory",
                problem(with(deflated, directory(deflated) + 24, 8)));
        assertEquals("tensor 'w': is damaged: it ends after " + ARRAY.length + " bytes, expected 500",
                problem(with(deflated, directory(deflated) + 24, 500)));
        String bomb = problem(with(deflated, directory(deflated) + 24, 2_000_000_000));
        assertTrue(bomb.endsWith(" to 2000000000 bytes, which is more than there can be"), bomb);
    }

    @Test
    void anArrayThatExpandsFurtherThanItsHeaderSaysIsRefused() {
        byte[] file = new Zip(true).add("w.npy", Zip.npy("<i2", "(3,)", new byte[100_000])).bytes();
        assertEquals("tensor 'w': has 100000 bytes of elements, expected [3] elements of 2 bytes", problem(file));
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] stored = new Zip(false).add("w.npy", ARRAY).bytes();
        stored[directory(stored) - 1] ^= 1;
        String checksum = problem(stored);
        assertTrue(checksum.matches("tensor 'w': is damaged: its checksum is [0-9a-f]{8}, expected [0-9a-f]{8}"),
                checksum);
        byte[] deflated = new Zip(true).add("w.npy", ARRAY).bytes();
        deflated[35] = 7;
        assertEquals("tensor 'w': is damaged: it cannot be expanded: invalid block type", problem(deflated));
    }

    @Test
    void methodsOtherThanDeflateAndEncryptionAreRefused() {
        byte[] file = new Zip(true).add("w.npy", ARRAY).bytes();
        byte[] method = file.clone();
        method[directory(file) + 10] = 12;
        assertEquals("tensor 'w': is compressed by method 12, expected 0 (stored) or 8 (deflated)", problem(method));
        byte[] encrypted = file.clone();
        encrypted[directory(file) + 8] |= 1;
        assertEquals("entry 'w.npy': is encrypted", problem(encrypted));
    }

    @Test
    void entriesThatShareBytesAreRefused() {
        byte[] file = new Zip(false).add("v.npy", ARRAY).add("w.npy", ARRAY).bytes();
        int second = directory(file) + 46 + 5;
        assertEquals("entry 'w.npy' overlaps another one", problem(with(file, second + 42, 0)));
    }

    @Test
    void namesGivenTwiceAreRefused() {
        byte[] file = new Zip(false).add("v.npy", ARRAY).add("w.npy", ARRAY).bytes();
        file[directory(file) + 46] = 'w';
        assertEquals("tensor 'w' is given twice", problem(file));
    }

    @Test
    void stringsAreRefused() {
        assertEquals("tensor 'w': holds strings, expected numbers",
                problem(new Zip(true).add("w.npy", Zip.npy("|S1", "(100000,)", new byte[100_000])).bytes()));
    }

    @Test
    void aStreamThatIsCutOffIsRefused() {
        byte[] file = new Zip(true).add("w.npy", ARRAY).bytes();
        int stored = MemorySegment.ofArray(file).get(INT, directory(file) + 20);
        String problem = problem(with(file, directory(file) + 20, stored - 10));
        assertTrue(problem.matches("tensor 'w': is damaged: it is cut off after \\d+ of " + ARRAY.length + " bytes"),
                problem);
    }

    @Test
    void whatIsNoArrayIsRefused() {
        assertEquals("tensor 'w': is no .npy file: it does not begin with the magic string of NumPy",
                problem(new Zip(true).add("w.npy", new byte[20]).bytes()));
    }
}
