package org.sardonyx.frontend.onnx;

import java.util.List;
import java.util.Map;

import org.sardonyx.ir.graph.Graph;

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
}
