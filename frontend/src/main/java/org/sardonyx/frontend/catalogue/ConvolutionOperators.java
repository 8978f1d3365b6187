package org.sardonyx.frontend.catalogue;

import java.util.stream.LongStream;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Convolution;

/// Convolutions.
final class ConvolutionOperators {
    private ConvolutionOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("Conv", 1, 11, 22).inputs(2, 3)
                .as((n, e) -> withBias(n, e, convolution(n, e, n.input(0), n.input(1))));
        c.operator("ConvTranspose", 1, 11, 22).inputs(2, 3)
                .as((n, e) -> withBias(n, e, TransposedConvolution.expand(n, e)));
    }

    /// The convolution that the attributes of a node of the Conv family describe.
    static Operand convolution(OnnxNode n, Expressions e, Operand x, Operand weights) {
        int rank = WindowAttributes.rank(n, 0, 1);
        WindowAttributes.requireKernel(n, weights.shape());
        long groups = n.attributes().integer("group", 1);
        return e.apply(new Convolution(WindowAttributes.window(n, rank), groups), x, weights);
    }

    private static Operand withBias(OnnxNode n, Expressions e, Operand y) {
        return n.hasInput(2) ? e.add(y, alongChannels(e, n.input(2), y.shape().rank())) : y;
    }

    /// A vector with one element per channel in a form that broadcasts to tensors of a rank.
    static Operand alongChannels(Expressions e, Operand vector, int rank) {
        return rank < 3 ? vector : e.unsqueeze(vector, LongStream.range(1, rank - 1).toArray());
    }
}
