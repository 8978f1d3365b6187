package org.sardonyx.passes.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.operator.Transpose;

/// Permutations of axes.
final class Permutations {
    private Permutations() {}

    /// The operator of a node if it is a transpose.
    static Optional<Transpose> of(Node node) {
        return node.operator() instanceof Transpose transpose ? Optional.of(transpose) : Optional.empty();
    }

    /// The transpose that two of them are.
    static Transpose after(Transpose outer, Transpose inner) {
        return new Transpose(outer.permutation().stream().map(inner.permutation()::get).toList());
    }

    static Transpose inverse(Transpose transpose) {
        List<Integer> permutation = transpose.permutation();
        return new Transpose(IntStream.range(0, permutation.size()).map(permutation::indexOf).boxed().toList());
    }
}
