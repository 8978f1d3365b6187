package org.sardonyx.tests.properties;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.OrtUtil;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// ONNX Runtime, through its Java package, as the second opinion. It runs the nodes as they are, without optimizations.
final class OnnxRuntime {
    private OnnxRuntime() {}

    /// The outputs of the operator of a case.
    static List<Tensor> run(OperatorCase operatorCase, List<Knowledge> knowledge) throws OrtException {
        List<Knowledge> able = new ArrayList<>();
        for (int i = 0; i < knowledge.size(); i++) {
            boolean passes = operatorCase.inputs().get(i).map(Tensor::dataType).map(OnnxRuntime::carrier)
                    .equals(operatorCase.inputs().get(i).map(Tensor::dataType));
            able.add(passes ? knowledge.get(i) : Knowledge.ELEMENTS);
        }
        CaseModel model = CaseModel.of(operatorCase, able, OnnxRuntime::carrier);
        List<Tensor> outputs = run(model);
        List<Tensor> results = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            results.add(uncarried(outputs.get(i), operatorCase.outputs().get(i)));
        }
        return results;
    }

    private static List<Tensor> run(CaseModel model) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "tests");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OptLevel.NO_OPT);
            options.setIntraOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            try (OrtSession session = environment.createSession(model.file(), options)) {
                return run(environment, session, model.inputs());
            }
        }
    }

    private static List<Tensor> run(OrtEnvironment environment, OrtSession session, Map<String, Tensor> values)
            throws OrtException {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Tensor> value : values.entrySet()) {
                inputs.put(value.getKey(), toOnnxTensor(environment, value.getValue()));
            }
            List<Tensor> outputs = new ArrayList<>();
            try (OrtSession.Result result = session.run(inputs)) {
                for (int i = 0; i < result.size(); i++) {
                    outputs.add(ofOnnxTensor((OnnxTensor) result.get(i)));
                }
            }
            return outputs;
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor toOnnxTensor(OrtEnvironment environment, Tensor tensor) throws OrtException {
        if (tensor.dataType() == DataType.STRING) {
            String[] elements = new String[(int) tensor.size()];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = tensor.getString(i);
            }
            return OnnxTensor.createTensor(environment, elements, tensor.sizes());
        }
        ByteBuffer bytes =
                ByteBuffer.allocateDirect((int) tensor.byteSize()).order(ByteOrder.nativeOrder());
        MemorySegment.ofBuffer(bytes).copyFrom(tensor.segment());
        return OnnxTensor.createTensor(environment, bytes, tensor.sizes(), javaType(tensor.dataType()));
    }

    private static Tensor ofOnnxTensor(OnnxTensor value) throws OrtException {
        DataType type = dataType(value.getInfo().type);
        long[] sizes = value.getInfo().getShape();
        if (Tensor.elementCount(sizes) == 0) {
            return Tensor.allocate(type, sizes);
        }
        if (type == DataType.STRING) {
            Object elements = value.getValue();
            return Tensor.ofStrings(sizes, sizes.length == 0
                    ? new String[] {(String) elements}
                    : OrtUtil.flattenString((Object[]) elements));
        }
        Tensor tensor = Tensor.allocate(type, sizes);
        MemorySegment.copy(MemorySegment.ofBuffer(value.getByteBuffer()), 0, tensor.segment(), 0, tensor.byteSize());
        return tensor;
    }

    /// The type in which elements pass the Java package, which does not know all of ONNX's: the same one where it does.
    private static DataType carrier(DataType type) {
        return switch (type) {
            case UINT16 -> DataType.INT32;
            case UINT32, UINT64 -> DataType.INT64;
            case INT4, UINT4, INT2, UINT2 -> DataType.INT8;
            case FLOAT8E4M3FN, FLOAT8E4M3FNUZ, FLOAT8E5M2, FLOAT8E5M2FNUZ, FLOAT8E8M0, FLOAT4E2M1 -> DataType.FLOAT32;
            default -> type;
        };
    }

    private static Tensor uncarried(Tensor carried, DataType type) {
        if (carried.dataType() == type) {
            return carried;
        }
        Tensor tensor = Tensor.allocate(type, carried.sizes());
        for (long i = 0; i < tensor.size(); i++) {
            if (type.isInteger()) {
                tensor.setLong(i, carried.getLong(i));
            } else {
                tensor.setDouble(i, carried.getDouble(i));
            }
        }
        return tensor;
    }

    private static OnnxJavaType javaType(DataType type) {
        return switch (type) {
            case FLOAT32 -> OnnxJavaType.FLOAT;
            case FLOAT64 -> OnnxJavaType.DOUBLE;
            default -> OnnxJavaType.valueOf(type.name());
        };
    }

    private static DataType dataType(OnnxJavaType type) {
        return switch (type) {
            case FLOAT -> DataType.FLOAT32;
            case DOUBLE -> DataType.FLOAT64;
            default -> DataType.valueOf(type.name());
        };
    }
}
