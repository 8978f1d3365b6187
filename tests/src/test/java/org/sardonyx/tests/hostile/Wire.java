package org.sardonyx.tests.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Messages in the wire format of Protocol Buffers, written field by field, so that a test can write what no library
/// would.
///
/// @see <a href="https://protobuf.dev/programming-guides/encoding/">Protocol Buffers: Encoding</a>
final class Wire {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    Wire number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    Wire text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Wire message(int field, Wire message) {
        return bytes(field, message.toBytes());
    }

    Wire bytes(int field, byte[] content) {
        varint((long) field << 3 | 2);
        varint(content.length);
        bytes.writeBytes(content);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /// A NodeProto.
    static Wire node(String operator, String inputs, String outputs) {
        Wire node = new Wire();
        for (String input : inputs.isEmpty() ? new String[0] : inputs.split(",")) {
            node.text(1, input);
        }
        for (String output : outputs.isEmpty() ? new String[0] : outputs.split(",")) {
            node.text(2, output);
        }
        return node.text(3, "the " + operator).text(4, operator);
    }

    /// A ValueInfoProto of a tensor.
    static Wire value(String name, int elementType, long... sizes) {
        Wire shape = new Wire();
        for (long size : sizes) {
            shape.message(1, new Wire().number(1, size));
        }
        return new Wire().text(1, name)
                .message(2, new Wire().message(1, new Wire().number(1, elementType).message(2, shape)));
    }

    /// A TensorProto without data.
    static Wire tensor(String name, int elementType, long... sizes) {
        Wire tensor = new Wire();
        for (long size : sizes) {
            tensor.number(1, size);
        }
        return tensor.number(2, elementType).text(8, name);
    }

    /// A ModelProto of a graph, for opset 21.
    static byte[] model(Wire graph, Wire... functions) {
        Wire model = new Wire().number(1, 9).message(7, graph).message(8, new Wire().number(2, 21))
                .message(8, new Wire().text(1, "local").number(2, 1));
        for (Wire function : functions) {
            model.message(25, function);
        }
        return model.toBytes();
    }
}
