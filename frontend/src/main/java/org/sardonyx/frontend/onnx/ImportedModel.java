package org.sardonyx.frontend.onnx;

import java.util.List;
import java.util.Map;

import org.sardonyx.ir.graph.Graph;

/// A model that was read.
///
/// @param graph what it computes
/// @param opsets version by domain, `""` being ai.onnx
/// @param producer the tool that wrote the file, or empty
/// @param notes what was in the file and has no influence on the graph, such as training information
public record ImportedModel(Graph graph, Map<String, Long> opsets, String producer, List<String> notes) {
    public ImportedModel {
        opsets = Map.copyOf(opsets);
        notes = List.copyOf(notes);
    }
}
