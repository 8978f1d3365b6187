package org.sardonyx.frontend.catalogue;

import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Range;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// What attention adds to the scores of `[batch, heads, queries, keys]`: 0 where a query may look at a key, negative
/// infinity where it may not, or what the model's mask says.
///
/// The query at place `i` of a block is at position `i + offset`, where the offset is the number of keys before the block.
final class AttentionBias {
    private final Expressions e;
    private final DataType type;
    /// `[keys]`
    private final Operand keyPositions;
    /// `[queries, 1]`, or `[batch, 1, queries, 1]` if each element of the batch has an offset of its own.
    private final Operand queryPositions;

    private AttentionBias(OnnxNode n, Expressions e, Operand query, Operand key) {
        this.e = e;
        this.type = query.dataType();
        this.keyPositions = positions(e.sizeOf(key, 2));
        Operand places = e.unsqueeze(positions(e.sizeOf(query, 2)), 1);
        if (n.hasInput(4)) {
            queryPositions = e.add(places, e.sizeOf(n.input(4), 2));
        } else if (n.hasInput(6)) {
            Operand offsets = e.subtract(n.input(6), e.sizeOf(query, 2));
            queryPositions = e.add(places, e.reshape(offsets, -1, 1, 1, 1));
        } else {
            queryPositions = places;
        }
    }

    private Operand positions(Operand count) {
        Operand zero = e.constant(Tensor.scalar(0));
        Operand one = e.constant(Tensor.scalar(1));
        return e.apply(new Range(), zero, e.squeeze(count, 0), one);
    }

    /// Empty if every query may look at every key.
    static Optional<Operand> of(OnnxNode n, Expressions e, Operand query, Operand key) {
        if (n.hasInput(4) && n.hasInput(6)) {
            throw new ModelException("nonpad_kv_seqlen is not combined with past_key and past_value");
        }
        AttentionBias bias = new AttentionBias(n, e, query, key);
        Optional<Operand> sum = n.optionalInput(3).map(mask -> bias.ofMask(mask, key));
        if (n.attributes().flag("is_causal", false)) {
            sum = bias.plus(sum, e.lessOrEqual(bias.keyPositions, bias.queryPositions));
        }
        long left = window(n, "left_window_size");
        if (left >= 0) {
            Operand first = e.subtract(bias.queryPositions, left);
            sum = bias.plus(sum, e.lessOrEqual(first, bias.keyPositions));
        }
        long right = window(n, "right_window_size");
        if (right >= 0) {
            Operand last = e.add(bias.queryPositions, right);
            sum = bias.plus(sum, e.lessOrEqual(bias.keyPositions, last));
        }
        if (n.hasInput(6)) {
            sum = bias.plus(sum, e.less(bias.keyPositions, e.reshape(n.input(6), -1, 1, 1, 1)));
        }
        return sum;
    }

    private static long window(OnnxNode n, String attribute) {
        long size = n.attributes().integer(attribute, -1);
        if (size < -1) {
            throw new ModelException("attribute '" + attribute + "' is " + size + ", expected -1 or more");
        }
        return size;
    }

    private Optional<Operand> plus(Optional<Operand> sum, Operand allowed) {
        Operand bias = penalty(allowed);
        return Optional.of(sum.isPresent() ? e.add(sum.get(), bias) : bias);
    }

    private Operand penalty(Operand allowed) {
        return e.select(allowed, e.scalar(type, 0), e.scalar(type, Double.NEGATIVE_INFINITY));
    }

    /// A mask that is shorter than the keys allows none of the keys it does not reach.
    private Operand ofMask(Operand mask, Operand key) {
        Operand bias = mask.dataType() == DataType.BOOL ? penalty(mask) : e.cast(mask, type);
        int last = mask.shape().rank() - 1;
        if (mask.shape().dimension(last).sameSize(key.shape().dimension(2))) {
            return bias;
        }
        Operand missing = e.subtract(e.sizeOf(key, 2), e.sizeOf(mask, last));
        Operand sizes = e.concat(0, e.slice(e.shapeOf(mask), 0, 0, last), missing);
        return e.concat(last, bias, e.fill(type, Double.NEGATIVE_INFINITY, sizes));
    }
}
