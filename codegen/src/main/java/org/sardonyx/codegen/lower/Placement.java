package org.sardonyx.codegen.lower;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.sardonyx.codegen.kernel.Winograd;
import org.sardonyx.codegen.lower.Stored.Border;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Concat;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.runtime.Numerics;

/// How those that use a value want it to lie, and the form of convolutions on which that depends.
///
/// @param borders zeros around a value: for convolutions the padding
/// @param slices values that are computed to where they are joined with others, so that to join them takes no work
/// @param winograd convolutions that are computed in Winograd's form
record Placement(Map<Operand, Border> borders, Map<Operand, Slice> slices, Map<Node, Winograd> winograd) {
    private static final int CHANNELS = 1;

    /// A part of a larger tensor.
    ///
    /// @param channel the first of its channels
    record Slice(Operand whole, long channel) {}

    static Placement of(Graph graph, Target target, Numerics numerics) {
        Map<Operand, Border> borders = new HashMap<>();
        Map<Node, Winograd> winograd = new HashMap<>();
        for (Node node : graph.nodes()) {
            Group.of(node).filter(group -> group.anchor().isPresent()).ifPresent(group -> {
                Node anchor = group.anchor().get();
                if (numerics != Numerics.STRICT && ConvolutionLowering.isProduct(group)) {
                    WinogradLowering.choose(anchor, target).ifPresent(form -> winograd.put(anchor, form));
                }
                border(group, Optional.ofNullable(winograd.get(anchor)), target).ifPresent(border -> borders
                        .merge(group.outer().get(anchor.operands().getFirst()), border, Border::join));
            });
        }
        Map<Operand, Slice> slices = new HashMap<>();
        for (Node node : graph.nodes()) {
            if (isAlongChannels(node)) {
                place(node, borders, slices);
            }
        }
        return new Placement(borders, slices, winograd);
    }

    private static Optional<Border> border(Group group, Optional<Winograd> winograd, Target target) {
        Node anchor = group.anchor().orElseThrow();
        if (ChannelWindowLowering.isSupported(group)) {
            return Optional.of(ChannelWindowLowering.border(anchor));
        }
        if (TransposedConvolutionLowering.isSupported(group)) {
            return Optional.of(TransposedConvolutionLowering.border(anchor));
        }
        boolean seesEdges =
                target.gpu().isPresent() && (winograd.isPresent() || ConvolutionLowering.isSupported(group)
                        && ConvolutionLowering.seesEdges(group));
        if (!ConvolutionLowering.isProduct(group) || seesEdges) {
            return Optional.empty();
        }
        Border padding = ConvolutionLowering.border(anchor, (Convolution) anchor.operator());
        return Optional.of(winograd.map(form -> WinogradLowering.border(anchor, padding, form)).orElse(padding));
    }

    /// Whether a node joins images along their channels.
    static boolean isAlongChannels(Node node) {
        return node.operator() instanceof Concat(int axis) && axis == CHANNELS && Values.isPlain(node.output(0))
                && node.output(0).shape().rank() == 4 && node.operands().stream().allMatch(Values::isPlain);
    }

    private static void place(Node node, Map<Operand, Border> borders, Map<Operand, Slice> slices) {
        Set<Operand> placed = new HashSet<>();
        long channel = 0;
        for (Operand operand : node.operands()) {
            Border border = borders.getOrDefault(operand, Border.NONE);
            boolean free = !slices.containsKey(operand) && !(operand.node().operator() instanceof Constant)
                    && !border.hasChannels();
            if (free && placed.add(operand)) {
                slices.put(operand, new Slice(node.output(0), channel));
                borders.merge(node.output(0), border, Border::join);
            }
            channel += operand.shape().sizes()[CHANNELS];
        }
    }
}
