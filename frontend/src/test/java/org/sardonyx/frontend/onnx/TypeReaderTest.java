package org.sardonyx.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.frontend.onnx.proto.TensorShapeProto;
import org.sardonyx.frontend.onnx.proto.TypeProto;

class TypeReaderTest {

    /// A dimension may be called anything; two of the same name are of the same size.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "N              | N",
        "batch_size     | batch_size",
        "2*H+1          | H*2+1",
        "unk__68        | unk__68",
        "input dim: 0   | input_dim__0",
        "3rd            | _3rd",
        "N\u00B2        | N_",
        "\uD835\uDCA9   | __",
        "größe          | größe",
        "7              | ?",
        "''             | ?"})
    void anyTextIsADimension(String text, String dimension) {
        TypeProto type = TypeProto.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(1).setShape(
                TensorShapeProto.newBuilder().addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(text))))
                .build();
        assertEquals("float32[" + dimension + "]", TypeReader.read(type).toString());
    }
}
