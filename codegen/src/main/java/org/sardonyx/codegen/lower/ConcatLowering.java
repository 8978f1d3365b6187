package org.sardonyx.codegen.lower;

import java.util.Arrays;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Concat;

/// Joins tensors: what was not computed to its place in the result is copied there.
final class ConcatLowering {
    private final Values values;

    ConcatLowering(Values values) {
        this.values = values;
    }

    /// @return whether there is a kernel
    boolean lower(Node node) {
        if (!(node.operator() instanceof Concat(int axis)) || !Values.isPlain(node.output(0))
                || !node.operands().stream().allMatch(Values::isPlain)) {
            return false;
        }
        if (Placement.isAlongChannels(node)) {
            alongChannels(node);
        } else {
            inOrder(node, axis);
        }
        return true;
    }

    private void alongChannels(Node node) {
        Stored whole = values.isChannelsLast(node.output(0))
                ? values.channelsLast(node.output(0))
                : values.allocateChannelsLast(node.output(0));
        long channel = 0;
        for (Operand operand : node.operands()) {
            Stored part = whole.slice(channel, operand.shape().sizes()[1]);
            Stored there = values.isChannelsLast(operand) || values.isPlacedIn(operand, node.output(0), channel)
                    ? values.channelsLast(operand)
                    : values.inOrder(operand);
            if (!there.equals(part)) {
                values.copy("join", there, part);
            }
            channel += part.channels();
        }
    }

    /// Elements that follow each other along the axis and those after it form the columns of rows.
    private void inOrder(Node node, int axis) {
        long[] sizes = node.output(0).shape().sizes();
        long rows = Arrays.stream(sizes, 0, axis).reduce(1, (a, b) -> a * b);
        long columns = Arrays.stream(sizes, axis, sizes.length).reduce(1, (a, b) -> a * b);
        Stored whole = Stored.ofRows(values.allocateInOrder(node.output(0)).buffer(), rows, columns);
        long column = 0;
        for (Operand operand : node.operands()) {
            long count = operand.shape().elementCount().size() / Math.max(1, rows);
            if (count > 0) {
                values.copy("join", Stored.ofRows(values.inOrder(operand).buffer(), rows, count),
                        whole.slice(column, count));
            }
            column += count;
        }
    }
}
