package org.sardonyx.cli.conform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sardonyx.frontend.onnx.ValueFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Inputs for a model and the outputs expected for them.
public sealed interface DataSet {
    /// The inputs by name.
    ///
    /// @param types the types of the model's inputs, in its order
    /// @throws ModelException if the data set is not for such a model
    Map<String, Value> inputs(Map<String, ValueType> types);

    /// The expected outputs by name.
    ///
    /// @param types the types of the model's outputs, in its order
    /// @throws ModelException if the data set is not for such a model
    Map<String, Value> outputs(Map<String, ValueType> types);

    /// A folder with files `input_K.pb` and `output_K.pb`, numbered in the model's order.
    record Stored(Path folder) implements DataSet {
        @Override
        public Map<String, Value> inputs(Map<String, ValueType> types) {
            return read("input", types);
        }

        @Override
        public Map<String, Value> outputs(Map<String, ValueType> types) {
            return read("output", types);
        }

        private Map<String, Value> read(String prefix, Map<String, ValueType> types) {
            Map<String, Value> values = new LinkedHashMap<>();
            types.forEach((name, type) -> {
                Path file = file(prefix, values.size());
                if (!Files.exists(file)) {
                    throw new ModelException(file.getFileName() + " is missing in " + folder.getFileName()
                            + ", the model has " + types.size() + " " + prefix + "s");
                }
                values.put(name, ValueFile.read(file, type));
            });
            Path next = file(prefix, values.size());
            if (Files.exists(next)) {
                throw new ModelException(next.getFileName() + " is one too many in " + folder.getFileName()
                        + ", the model has " + types.size() + " " + prefix + "s");
            }
            return values;
        }

        private Path file(String prefix, int number) {
            return folder.resolve(prefix + "_" + number + ".pb");
        }
    }

    /// The only input is a ramp: element i of n is i / n in row-major order, divided in double and rounded to float32.
    /// The only output is in a file.
    record Ramp(Path output) implements DataSet {
        @Override
        public Map<String, Value> inputs(Map<String, ValueType> types) {
            if (types.size() != 1 || !(types.values().iterator().next() instanceof TensorType type)
                    || type.dataType() != DataType.FLOAT32 || !type.shape().isStatic()) {
                throw new ModelException(
                        "the model's inputs are " + types + ", expected one of type float32 and of fixed shape");
            }
            Tensor ramp = Tensor.allocate(DataType.FLOAT32, type.shape().sizes());
            for (long i = 0; i < ramp.size(); i++) {
                ramp.setDouble(i, (double) i / ramp.size());
            }
            return Map.of(types.keySet().iterator().next(), ramp);
        }

        @Override
        public Map<String, Value> outputs(Map<String, ValueType> types) {
            if (types.size() != 1) {
                throw new ModelException("the model's outputs are " + types + ", expected one");
            }
            var only = types.entrySet().iterator().next();
            return Map.of(only.getKey(), ValueFile.read(output, only.getValue()));
        }
    }
}
