package org.sardonyx.frontend.onnx;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;

/// A model that was read.
///
/// @param graph what it computes
/// @param nodes the nodes of the main graph as the file has them, in its order
/// @param parameters the number of elements of all constant tensors in the file, those of graphs inside the main graph
///        included; integers of 64 bits, truth values and strings do not count, they are shapes, axes, indices and names
/// @param trainable how many of these training changes by their gradient: all but the means and variances that are used
///        by batch normalisations alone
/// @param opsets version by domain, `""` being ai.onnx
/// @param producer the tool that wrote the file and its version, or empty
/// @param notes what was in the file and has no influence on the graph, such as training information
public record ImportedModel(Graph graph, List<ModelNode> nodes, long parameters, long trainable,
        Map<String, Long> opsets, String producer, List<String> notes) {
    public ImportedModel {
        nodes = List.copyOf(nodes);
        opsets = Map.copyOf(opsets);
        notes = List.copyOf(notes);
    }

    /// What the model computes with other outputs: some of its own, or any value in between, such as a feature map, by the name
    /// that it has in the file.
    ///
    /// ```java
    /// Session session = Session.open(model.graphOf(List.of("layer3", "logits")), device);
    /// ```
    ///
    /// @param names of outputs of nodes of the main graph, or of the model
    /// @throws ModelException if there is no such value
    public Graph graphOf(Collection<String> names) {
        Map<String, Operand> values = new LinkedHashMap<>();
        nodes.forEach(node -> values.putAll(node.outputs()));
        values.putAll(graph.outputs());
        Map<String, Operand> outputs = new LinkedHashMap<>();
        for (String name : names) {
            Operand value = values.get(name);
            if (value == null) {
                throw new ModelException("the model computes no value '" + name + "'; its outputs are "
                        + graph.outputs().keySet() + ", those of its nodes are shown by 'inspect --json'");
            }
            outputs.put(name, value);
        }
        return graph.withOutputs(outputs);
    }
}
