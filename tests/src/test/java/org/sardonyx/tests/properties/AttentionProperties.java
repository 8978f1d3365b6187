package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.BOOL;
import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.tests.properties.Tolerance.close;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Attention, what goes with it, and losses.
class AttentionProperties {
    private static final Elements UNIT = Elements.between(-1, 1);
    private static final Tolerance NEAR = close(1e-4, 1e-4);

    private static Tensor unit(Draw draw, long... sizes) {
        return draw.tensor(FLOAT32, sizes, UNIT);
    }

    @Property(tries = 150, seed = Draw.SEED)
    void attention(@ForAll Draw draw) {
        long batch = draw.integer(1, 2);
        long heads = draw.integer(1, 2);
        long queryHeads = heads * draw.integer(1, 2);
        long queries = draw.integer(1, 4);
        long keys = draw.integer(1, 4);
        long size = draw.integer(1, 4);
        long valueSize = draw.integer(1, 4);
        OperatorCase attention = OperatorCase.of("Attention", 23)
                .ranked(unit(draw, batch, queryHeads, queries, size)).ranked(unit(draw, batch, heads, keys, size))
                .ranked(unit(draw, batch, heads, keys, valueSize));
        if (draw.flag()) {
            attention.with("is_causal", 1);
        }
        if (draw.oneIn(3)) {
            attention.withFloat("softcap", draw.real(1, 5));
        }
        if (draw.oneIn(3)) {
            attention.withFloat("scale", draw.real(0.1, 1));
        }
        if (draw.flag()) {
            attention.ranked(draw.tensor(FLOAT32, new long[] {queries, keys}, UNIT));
        }
        Oracle.check(draw, attention, NEAR);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void rotaryEmbedding(@ForAll Draw draw) {
        long batch = draw.integer(1, 2);
        long length = draw.integer(1, 4);
        long half = draw.integer(1, 3);
        OperatorCase rotation = OperatorCase.of("RotaryEmbedding", 23).with("interleaved", draw.flag())
                .ranked(unit(draw, batch, draw.integer(1, 2), length, 2 * half));
        if (draw.flag()) {
            rotation.ranked(unit(draw, 8, half)).ranked(unit(draw, 8, half))
                    .ranked(draw.tensor(INT64, new long[] {batch, length}, Elements.between(0, 8)));
        } else {
            rotation.ranked(unit(draw, batch, length, half)).ranked(unit(draw, batch, length, half));
        }
        Oracle.check(draw, rotation, NEAR);
    }

    @Property(tries = 150, seed = Draw.SEED)
    void losses(@ForAll Draw draw) {
        boolean softmax = draw.flag();
        long[] sizes = draw.filledSizes(2, 4);
        long[] labels = new long[sizes.length - 1];
        labels[0] = sizes[0];
        System.arraycopy(sizes, 2, labels, 1, sizes.length - 2);
        DataType index = draw.of(INT32, INT64);
        OperatorCase loss = OperatorCase.of(softmax ? "SoftmaxCrossEntropyLoss" : "NegativeLogLikelihoodLoss", 13)
                .with("reduction", draw.of("none", "sum", "mean"))
                .ranked(draw.tensor(FLOAT32, sizes, UNIT))
                .ranked(draw.tensor(index, labels, Elements.between(0, sizes[1])));
        if (draw.flag()) {
            loss.ranked(draw.tensor(FLOAT32, new long[] {sizes[1]}, Elements.between(0.1, 2)));
        }
        if (draw.oneIn(3) && sizes[1] > 1) {
            loss.with("ignore_index", 0);
        }
        Oracle.check(draw, loss, NEAR);
    }
}
