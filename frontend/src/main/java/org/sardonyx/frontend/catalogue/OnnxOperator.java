package org.sardonyx.frontend.catalogue;

import java.util.List;
import java.util.Objects;

/// An entry of the catalogue: one ONNX operator in the versions that share a meaning.
///
/// @param domain `""` for the default domain ai.onnx
/// @param versions the opset versions in which it was introduced or changed, ascending
/// @param leastInputs how many inputs a node has at least
/// @param mostInputs how many inputs a node has at most
public record OnnxOperator(String domain, String name, List<Integer> versions, int leastInputs, int mostInputs,
        Expansion expansion) {
    public OnnxOperator {
        Objects.requireNonNull(domain);
        Objects.requireNonNull(name);
        Objects.requireNonNull(expansion);
        versions = versions.stream().sorted().toList();
        if (versions.isEmpty() || leastInputs > mostInputs) {
            throw new IllegalArgumentException("not an operator: " + name);
        }
    }
}
