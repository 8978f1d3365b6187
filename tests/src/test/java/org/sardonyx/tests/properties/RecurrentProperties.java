package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.tests.properties.Tolerance.close;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Recurrent layers.
class RecurrentProperties {
    private static final Elements UNIT = Elements.between(-1, 1);

    @Property(tries = 150, seed = Draw.SEED)
    void simple(@ForAll Draw draw) {
        check(draw, OperatorCase.of("RNN", draw.of(7, 14)), 1, 1);
    }

    @Property(tries = 150, seed = Draw.SEED)
    void gated(@ForAll Draw draw) {
        check(draw, OperatorCase.of("GRU", draw.of(7, 14)).with("linear_before_reset", draw.flag()), 3, 1);
    }

    @Property(tries = 150, seed = Draw.SEED)
    void longShortTermMemory(@ForAll Draw draw) {
        check(draw, OperatorCase.of("LSTM", draw.of(7, 14)).with("input_forget", 0), 4, 2);
    }

    /// @param gates how many matrices of weights there are
    /// @param states how many tensors are carried from step to step
    private static void check(Draw draw, OperatorCase layer, int gates, int states) {
        String direction = draw.of("forward", "reverse", "bidirectional");
        long directions = direction.equals("bidirectional") ? 2 : 1;
        long time = draw.integer(1, 4);
        long batch = draw.integer(1, 3);
        long inputs = draw.integer(1, 3);
        long hidden = draw.integer(1, 3);
        layer.with("direction", direction).with("hidden_size", hidden)
                .ranked(unit(draw, time, batch, inputs))
                .ranked(unit(draw, directions, gates * hidden, inputs))
                .ranked(unit(draw, directions, gates * hidden, hidden));
        if (draw.flag()) {
            layer.ranked(unit(draw, directions, 2 * gates * hidden));
        } else {
            layer.noInput();
        }
        if (draw.oneIn(3)) {
            layer.ranked(Tensor.ofLongs(INT32, new long[] {batch}, draw.integers((int) batch, 1, (int) time)));
        } else {
            layer.noInput();
        }
        for (int state = 0; state < states; state++) {
            if (draw.flag()) {
                layer.ranked(unit(draw, directions, batch, hidden));
            } else {
                layer.noInput();
            }
        }
        if (layer.operator().equals("LSTM") && draw.oneIn(3)) {
            layer.ranked(unit(draw, directions, 3 * hidden));
        }
        DataType[] outputs = new DataType[1 + states];
        Arrays.fill(outputs, FLOAT32);
        Oracle.check(draw, layer.yields(outputs), close(1e-4, 1e-5));
    }

    private static Tensor unit(Draw draw, long... sizes) {
        return draw.tensor(FLOAT32, sizes, UNIT);
    }
}
