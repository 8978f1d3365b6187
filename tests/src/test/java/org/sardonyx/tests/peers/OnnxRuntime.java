package org.sardonyx.tests.peers;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.TensorInfo;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// ONNX Runtime on its CPU provider with all optimizations. It reads the inputs where they lie.
final class OnnxRuntime implements Contestant {
    private final OrtSession session;
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();

    OnnxRuntime(Path model, Map<String, Tensor> values, int threads) {
        this(model, threads, _ -> values);
    }

    private OnnxRuntime(Path model, int threads, Function<OrtSession, Map<String, Tensor>> values) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "peers");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            options.setIntraOpNumThreads(threads);
            session = environment.createSession(model.toString(), options);
            for (Map.Entry<String, Tensor> value : values.apply(session).entrySet()) {
                Tensor tensor = value.getValue();
                inputs.put(value.getKey(), OnnxTensor.createTensor(environment,
                        tensor.segment().asByteBuffer().order(ByteOrder.nativeOrder()), tensor.sizes(),
                        javaType(tensor.dataType())));
            }
        } catch (OrtException e) {
            throw new ModelException(model + ": ONNX Runtime: " + e.getMessage(), e);
        }
    }

    /// A model with inputs of float32 that are as large as ONNX Runtime says; open sizes are 1.
    static OnnxRuntime ofAnyInputs(Path model, int threads) {
        return new OnnxRuntime(model, threads, session -> {
            Map<String, Tensor> inputs = new LinkedHashMap<>();
            try {
                session.getInputInfo().forEach((name, node) -> inputs.put(name, Contest.random(name,
                        TensorType.of(DataType.FLOAT32, LongStream.of(((TensorInfo) node.getInfo()).getShape())
                                .map(size -> Math.max(1, size)).toArray()))));
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
            return inputs;
        });
    }

    private static OnnxJavaType javaType(DataType type) {
        return switch (type) {
            case FLOAT32 -> OnnxJavaType.FLOAT;
            case FLOAT64 -> OnnxJavaType.DOUBLE;
            case INT64 -> OnnxJavaType.INT64;
            case INT32 -> OnnxJavaType.INT32;
            case INT8 -> OnnxJavaType.INT8;
            case UINT8 -> OnnxJavaType.UINT8;
            case BOOL -> OnnxJavaType.BOOL;
            default -> throw new ModelException("inputs of " + type.text() + " are not compared");
        };
    }

    @Override
    public void run() {
        try (OrtSession.Result result = session.run(inputs)) {
            if (result.size() == 0) {
                throw new IllegalStateException("no outputs");
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, Tensor> outputs() {
        try (OrtSession.Result result = session.run(inputs)) {
            Map<String, Tensor> outputs = new LinkedHashMap<>();
            for (Map.Entry<String, OnnxValue> output : result) {
                if (output.getValue() instanceof OnnxTensor tensor && tensor.getInfo().type == OnnxJavaType.FLOAT) {
                    Tensor copy = Tensor.allocate(DataType.FLOAT32, tensor.getInfo().getShape());
                    copy.segment().copyFrom(MemorySegment.ofBuffer(tensor.getByteBuffer()));
                    outputs.put(output.getKey(), copy);
                }
            }
            return outputs;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
