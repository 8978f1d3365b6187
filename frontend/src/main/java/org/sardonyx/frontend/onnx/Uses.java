package org.sardonyx.frontend.onnx;

import java.util.HashSet;
import java.util.Set;

import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;

/// What the values of a graph are used for: a name means the same in a graph and in those inside it. Each set has values
/// that are used for nothing else.
///
/// @param settings numbers that say how an operator works, such as the bounds of Clip: no parameters
/// @param untrained these, and the statistics of batch normalisation
record Uses(Set<String> settings, Set<String> untrained) {
    private static final Set<String> OPERATORS_WITH_SETTINGS =
            Set.of("Clip", "Dropout", "Pad", "Resize", "Upsample", "NonMaxSuppression", "OneHot", "Range");
    /// The mean; the variance follows.
    private static final int FIRST_STATISTIC = 3;

    static Uses of(GraphProto graph) {
        Set<String> settings = new HashSet<>();
        Set<String> statistics = new HashSet<>();
        Set<String> others = new HashSet<>();
        add(graph, settings, statistics, others);
        settings.removeAll(others);
        Set<String> untrained = new HashSet<>(settings);
        untrained.addAll(statistics);
        untrained.removeAll(others);
        settings.removeAll(statistics);
        return new Uses(settings, untrained);
    }

    private static void add(GraphProto graph, Set<String> settings, Set<String> statistics, Set<String> others) {
        graph.getOutputList().forEach(output -> others.add(output.getName()));
        for (NodeProto node : graph.getNodeList()) {
            boolean own = ModelContext.canonical(node.getDomain()).isEmpty();
            boolean normalization = own && node.getOpType().equals("BatchNormalization");
            boolean set = own && OPERATORS_WITH_SETTINGS.contains(node.getOpType());
            for (int i = 0; i < node.getInputCount(); i++) {
                Set<String> use = normalization && i >= FIRST_STATISTIC ? statistics : set && i > 0 ? settings : others;
                use.add(node.getInput(i));
            }
            for (AttributeProto attribute : node.getAttributeList()) {
                ModelOutline.graphs(attribute).forEach(inner -> add(inner, settings, statistics, others));
            }
        }
    }
}
