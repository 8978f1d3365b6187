package org.sardonyx.cli.conform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sardonyx.frontend.onnx.OnnxModelWriter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Writes the folder of a case.
record CaseFolder(Path folder) {

    /// A model that applies a unary operator to the tensor `x` of rank 0, which gives `y`.
    CaseFolder model(String operator, DataType type) {
        OnnxModelWriter model = new OnnxModelWriter("case").opset(22);
        model.graph().input("x", TensorType.of(type)).output("y", TensorType.of(type)).node(operator).inputs("x")
                .outputs("y");
        return model(model);
    }

    CaseFolder model(OnnxModelWriter model) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        model.write(folder.resolve("model.onnx"));
        return this;
    }

    CaseFolder input(int dataSet, int number, Tensor value) {
        return write("test_data_set_" + dataSet + "/input_" + number + ".pb", message(value));
    }

    CaseFolder output(int dataSet, int number, Tensor value) {
        return write("test_data_set_" + dataSet + "/output_" + number + ".pb", message(value));
    }

    CaseFolder write(String file, byte[] content) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConformanceCase test(String name) {
        DataSet data = new DataSet.Stored(folder.resolve("test_data_set_0"));
        return new ConformanceCase(name, folder.resolve("model.onnx"), List.of(data), Tolerance.DEFAULT);
    }

    /// A TensorProto: fields 1 (dims), 2 (data_type) and 9 (raw_data).
    static byte[] message(Tensor tensor) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (long size : tensor.sizes()) {
            message.write(1 << 3);
            writeNumber(size, message);
        }
        message.write(2 << 3);
        writeNumber(tensor.dataType().onnxCode(), message);
        message.write(9 << 3 | 2);
        writeNumber(tensor.byteSize(), message);
        message.writeBytes(tensor.segment().toArray(ValueLayout.JAVA_BYTE));
        return message.toByteArray();
    }

    /// Seven bits a byte, the lowest first; the highest bit of a byte says that more follow.
    private static void writeNumber(long number, ByteArrayOutputStream to) {
        long rest = number;
        while (rest >= 0x80) {
            to.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        to.write((int) rest);
    }
}
