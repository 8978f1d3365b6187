package org.sardonyx.cli.conform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sardonyx.frontend.onnx.ValueFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Inputs for a model and the outputs expected for them.
public sealed interface DataSet {
    /// The inputs of the graph, in its order.
    ///
    /// @throws ModelException if the graph has others
    List<Value> inputs(Graph graph);

    /// The outputs of the graph, in its order.
    ///
    /// @throws ModelException if the graph has others
    List<Value> outputs(Graph graph);

    /// A folder with files `input_K.pb` and `output_K.pb`.
    record Stored(Path folder) implements DataSet {
        @Override
        public List<Value> inputs(Graph graph) {
            return read("input", graph.inputs());
        }

        @Override
        public List<Value> outputs(Graph graph) {
            return read("output", List.copyOf(graph.outputs().values()));
        }

        private List<Value> read(String prefix, List<Operand> operands) {
            List<Value> values = new ArrayList<>();
            for (Operand operand : operands) {
                Path file = file(prefix, values.size());
                if (!Files.exists(file)) {
                    throw new ModelException(file.getFileName() + " is missing in " + folder.getFileName()
                            + ", the model has " + operands.size() + " " + prefix + "s");
                }
                values.add(ValueFile.read(file, operand.type()));
            }
            Path next = file(prefix, values.size());
            if (Files.exists(next)) {
                throw new ModelException(next.getFileName() + " is one too many in " + folder.getFileName()
                        + ", the model has " + operands.size() + " " + prefix + "s");
            }
            return values;
        }

        private Path file(String prefix, int number) {
            return folder.resolve(prefix + "_" + number + ".pb");
        }
    }

    /// The only input is a ramp: element i of n is i / n in row-major order, divided in double and rounded to the
    /// element type. The only output is in a file.
    record Ramp(Path output) implements DataSet {
        @Override
        public List<Value> inputs(Graph graph) {
            if (graph.inputs().size() != 1 || !(graph.inputs().getFirst().type() instanceof TensorType type)
                    || type.dataType() != DataType.FLOAT32 || !type.shape().isStatic()) {
                throw new ModelException("the model's inputs are " + graph.inputs().stream().map(Operand::type).toList()
                        + ", expected one of type float32 and of fixed shape");
            }
            Tensor ramp = Tensor.allocate(DataType.FLOAT32, type.shape().sizes());
            for (long i = 0; i < ramp.size(); i++) {
                ramp.setDouble(i, (double) i / ramp.size());
            }
            return List.of(ramp);
        }

        @Override
        public List<Value> outputs(Graph graph) {
            if (graph.outputs().size() != 1) {
                throw new ModelException("the model has " + graph.outputs().size() + " outputs, expected one");
            }
            return List.of(ValueFile.read(output, graph.outputs().values().iterator().next().type()));
        }
    }
}
