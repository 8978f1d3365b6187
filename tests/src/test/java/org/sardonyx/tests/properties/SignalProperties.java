package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.tests.properties.Tolerance.close;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Spectra and what goes with them.
class SignalProperties {
    private static final Elements UNIT = Elements.between(-1, 1);
    private static final Tolerance NEAR = close(1e-4, 1e-4);

    @Property(tries = 150, seed = Draw.SEED)
    void discreteFourierTransform(@ForAll Draw draw) {
        DataType type = draw.of(FLOAT32, FLOAT64);
        boolean inverse = draw.flag();
        boolean real = !inverse && draw.flag();
        long[] sizes = {draw.integer(1, 2), draw.integer(1, 9), real ? 1 : 2};
        OperatorCase transform = OperatorCase.of("DFT", 17).with("axis", 1).with("inverse", inverse)
                .with("onesided", real && draw.flag()).ranked(draw.tensor(type, sizes, UNIT));
        Oracle.check(draw, draw.flag() ? transform : transform.input(Tensor.scalar(draw.integer(1, 9))), NEAR);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void shortTimeFourierTransform(@ForAll Draw draw) {
        int frame = draw.integer(2, 6);
        Tensor signal = draw.tensor(FLOAT32, new long[] {1, frame + draw.integer(0, 8), 1}, UNIT);
        OperatorCase transform = OperatorCase.of("STFT", 17).with("onesided", draw.flag()).ranked(signal)
                .input(Tensor.scalar(draw.integer(1, 3)));
        if (draw.flag()) {
            transform.ranked(draw.tensor(FLOAT32, new long[] {frame}, UNIT));
        } else {
            transform.noInput().input(Tensor.scalar(frame));
        }
        Oracle.check(draw, transform, NEAR);
    }

    @Property(tries = 60, seed = Draw.SEED)
    void windows(@ForAll Draw draw) {
        Oracle.check(draw, OperatorCase.of(draw.of("HannWindow", "HammingWindow", "BlackmanWindow"), 17)
                .with("periodic", draw.flag()).input(Tensor.scalar(draw.integer(2, 20))).yields(FLOAT32), NEAR);
    }

    @Property(tries = 60, seed = Draw.SEED)
    void melWeights(@ForAll Draw draw) {
        Oracle.check(draw, OperatorCase.of("MelWeightMatrix", 17)
                .input(Tensor.scalar(draw.integer(1, 8))).input(Tensor.scalar(draw.of(16, 32, 64)))
                .input(Tensor.scalar(draw.of(8000, 16000)))
                .input(Tensor.scalar(FLOAT32, draw.integer(0, 200)))
                .input(Tensor.scalar(FLOAT32, draw.integer(1000, 4000))).yields(FLOAT32), NEAR);
    }
}
