package org.sardonyx.cli.zoo;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.language.Parameter;
import org.sardonyx.ir.analysis.MultiplyAdds;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// What a network costs.
///
/// @param parameters the number of trainable elements
/// @param multiplyAdds for one input
/// @param input the shape of its input without the batch, such as `3x224x224`
record NetworkFigures(long parameters, long multiplyAdds, String input) {
    /// Computes the figures; open sizes count as 1.
    static NetworkFigures of(Network network) {
        Set<String> parameters = network.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        Graph graph = network.graph();
        Map<String, ValueType> settled = new HashMap<>();
        String shape = "";
        for (Operand input : graph.inputs()) {
            String name = Graph.inputOf(input).name();
            if (!parameters.contains(name) && input.type() instanceof TensorType type) {
                settled.put(name, type.withShape(settled(type.shape())));
                shape = type.shape().dimensions().stream().skip(1).map(Dimension::toString)
                        .collect(Collectors.joining("x"));
            }
        }
        Dimension multiplyAdds = MultiplyAdds.of(Specialization.of(graph, settled).graph());
        return new NetworkFigures(network.trainableParameters(), multiplyAdds.size(), shape);
    }

    private static Shape settled(Shape shape) {
        return Shape.of(shape.dimensions().stream().map(size -> size.isConstant() ? size : Dimension.of(1)).toList());
    }
}
