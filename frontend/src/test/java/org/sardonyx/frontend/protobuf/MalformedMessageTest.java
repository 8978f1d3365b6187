package org.sardonyx.frontend.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.ModelException;

class MalformedMessageTest {

    private static void assertProblem(String expected, byte[]... parts) {
        byte[] model = Wire.concatenated(parts);
        assertEquals("is not a well-formed ModelProto: " + expected,
                assertThrows(ModelException.class, () -> Wire.read(model)).getMessage());
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void aFileThatIsCutOff() {
        byte[] whole = Wire.field(7, Wire.field(5, new byte[0]), Wire.field(5, Wire.field(8, "weight".getBytes())));
        assertProblem("graph at byte 0: should take 12 bytes and 9 are left: it is cut off",
                Arrays.copyOf(whole, whole.length - 3));
    }

    @Test
    void aFieldLongerThanItsMessage() {
        assertProblem("graph.initializer[1].name at byte 6: should take 100 bytes and 1 are left",
                Wire.field(7, Wire.field(5), Wire.field(5, bytes(8 << 3 | 2, 100, 'w'))), Wire.field(2));
    }

    @Test
    void aLengthBeyondAnyFile() {
        assertProblem("graph at byte 0: should take 18446744073709551615 bytes and 0 are left: it is cut off",
                bytes(7 << 3 | 2, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1));
    }

    @Test
    void aFieldOfAnotherType() {
        assertProblem("producer_name at byte 2: has wire type 0 where 2 is expected", bytes(8, 3, 2 << 3, 1));
    }

    @Test
    void aSingularFieldThatStandsTwice() {
        assertProblem("graph at byte 2: stands twice", Wire.field(7), Wire.field(7));
    }

    @Test
    void fieldNumberZero() {
        assertProblem("graph at byte 2: there is no field number 0", Wire.field(7, bytes(0, 0)));
    }

    @Test
    void aGroup() {
        assertProblem("at byte 0: there is no field of wire type 3", bytes(99 << 3 & 0x7f | 3 | 0x80, 6));
    }

    @Test
    void aNumberThatIsCutOff() {
        assertProblem("ir_version at byte 1: a number is cut off", bytes(8, 0x80));
    }

    @Test
    void aNumberThatDoesNotEnd() {
        assertProblem("ir_version at byte 1: a number takes more than 10 bytes", bytes(8), new byte[0],
                Wire.repeated(11, bytes(0x80)));
    }

    @Test
    void aPackedFieldThatEndsWithinANumber() {
        assertProblem("graph.initializer[0].float_data[0] at byte 4: holds 6 bytes, which is no multiple of 4",
                Wire.field(7, Wire.field(5, Wire.field(4, new byte[6]))));
        assertProblem("graph.initializer[0].int64_data[0] at byte 4: ends within a number",
                Wire.field(7, Wire.field(5, Wire.field(7, bytes(1, 0x80)))));
    }

    @Test
    void deepNestingIsRefusedWithoutRecursion() {
        byte[] type = new byte[0];
        for (int i = 0; i < 96; i++) {
            type = Wire.field(i % 2 == 0 ? 1 : 4, type);
        }
        byte[] allowed = type;
        assertEquals(1, Wire.read(Wire.field(7, Wire.field(11, Wire.field(2, allowed)))).getGraph().getInputCount());
        byte[] tooDeep = Wire.field(4, Wire.field(1, allowed));
        assertProblem(
                "graph.input[0].type.sequence_type.elem_type.sequence_type.elem_type.sequence_type.elem_type... at "
                        + "byte 239: messages are nested deeper than 100",
                Wire.field(7, Wire.field(11, Wire.field(2, tooDeep))));
    }

    @Test
    void millionsOfOpenMessagesAreRefusedAtOnce() {
        byte[] opened = Wire.repeated(1 << 20, bytes(7 << 3 | 2, 0x80, 0x80, 0x40));
        assertThrows(ModelException.class, () -> Wire.read(opened));
    }
}
