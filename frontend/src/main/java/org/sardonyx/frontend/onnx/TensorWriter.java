package org.sardonyx.frontend.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;

import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Makes TensorProto messages: what [TensorReader] reads. Elements go into `raw_data`, strings into `string_data`.
final class TensorWriter {
    private TensorWriter() {}

    /// The elements are not copied: the message shows the tensor's memory.
    ///
    /// @throws ModelException if the elements take more than the 2 GiB that a message can have
    static TensorProto write(String name, Tensor tensor) {
        TensorProto.Builder message = TensorProto.newBuilder().setName(name);
        message.setDataType(tensor.dataType().onnxCode());
        for (long size : tensor.sizes()) {
            message.addDims(size);
        }
        if (tensor.dataType() == DataType.STRING) {
            for (long i = 0; i < tensor.size(); i++) {
                message.addStringData(ByteString.copyFromUtf8(tensor.getString(i)));
            }
            return message.build();
        }
        if (tensor.byteSize() > Integer.MAX_VALUE) {
            throw new ModelException("tensor '" + name + "' has " + tensor.byteSize()
                    + " bytes, and a model in one file can have 2 GiB at most");
        }
        message.setRawData(UnsafeByteOperations.unsafeWrap(tensor.segment().asByteBuffer()));
        return message.build();
    }
}
