package org.sardonyx.frontend.catalogue;

import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Slice;

/// Rotates pairs of features by angles that depend on the position.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__RotaryEmbedding.html">RotaryEmbedding</a>
final class RotaryEmbedding {
    private RotaryEmbedding() {}

    static void define(Catalogue.Builder c) {
        c.operator("RotaryEmbedding", 23).inputs(3, 4).as(RotaryEmbedding::rotate);
    }

    private static Operand rotate(OnnxNode n, Expressions e) {
        boolean packed = n.rank(0) == 3;
        Operand x = packed
                ? AttentionOperators.splitHeads(e, n.input(0), n.attributes().requireInteger("num_heads"))
                : n.input(0);
        long size = n.attributes().integer("rotary_embedding_dim", 0);
        if (size < 0 || size % 2 != 0) {
            throw new ModelException("attribute 'rotary_embedding_dim' is " + size + ", expected an even number");
        }
        Operand rotated = size == 0 ? x : e.slice(x, 3, 0, size);
        Operand cosine = cache(n, e, 1);
        Operand sine = cache(n, e, 2);
        boolean interleaved = n.attributes().flag("interleaved", false);
        Operand half = e.divide(e.sizeOf(rotated, 3), e.longs(2));
        Operand first = interleaved ? every(e, rotated, 0) : e.slice(rotated, 3, e.longs(0), half);
        Operand second = interleaved ? every(e, rotated, 1) : e.slice(rotated, 3, half, e.longs(Long.MAX_VALUE));
        Operand real = e.subtract(e.multiply(cosine, first), e.multiply(sine, second));
        Operand imaginary = e.add(e.multiply(sine, first), e.multiply(cosine, second));
        Operand result = interleaved
                ? e.reshape(e.concat(4, e.unsqueeze(real, 4), e.unsqueeze(imaginary, 4)), e.shapeOf(rotated))
                : e.concat(3, real, imaginary);
        Operand whole = size == 0 ? result : e.concat(3, result, e.slice(x, 3, size, Long.MAX_VALUE));
        return packed ? AttentionOperators.joinHeads(e, whole) : whole;
    }

    /// `[batch, 1, length, size / 2]`
    private static Operand cache(OnnxNode n, Expressions e, int input) {
        Operand cache = n.hasInput(3) ? e.gather(n.input(input), n.input(3), 0) : n.input(input);
        return e.unsqueeze(cache, 1);
    }

    private static Operand every(Expressions e, Operand x, long start) {
        return e.apply(new Slice(List.of(3)), x, e.longs(start), e.longs(Long.MAX_VALUE), e.longs(2));
    }
}
