package org.sardonyx.frontend.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Origin;

/// A node of a model's main graph as the file has it, for reports.
///
/// @param origin the origin of the core nodes it became
/// @param outputs what it computes, by name, in order; outputs without a name are left out
/// @param parameters the number of elements of the parameters it takes, see [ImportedModel#parameters]; those that a graph
///        inside it takes are among them
/// @param trainable how many of these training changes by their gradient, see [ImportedModel#trainable]
public record ModelNode(Origin origin, Map<String, Operand> outputs, long parameters, long trainable) {
    public ModelNode {
        Objects.requireNonNull(origin);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
}
