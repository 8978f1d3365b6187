package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.ir.type.DataType.INT8;
import static org.sardonyx.ir.type.DataType.UINT8;
import static org.sardonyx.tests.properties.Tolerance.EQUAL;
import static org.sardonyx.tests.properties.Tolerance.ulps;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Pooling over one to three axes.
class PoolingProperties {
    private static Tensor exact(Draw draw, DataType type, WindowDraw window) {
        return draw.tensor(type, window.sizes(draw.integer(1, 2), draw.integer(1, 3)), Elements.EXACT);
    }

    /// With SAME and strides larger than the window, ONNX Runtime begins inside the input.
    @Property(tries = 300, seed = Draw.SEED)
    void largest(@ForAll Draw draw) {
        WindowDraw window = WindowDraw.of(draw, draw.integer(1, 3), 2).withoutGaps();
        DataType type = draw.of(FLOAT32, FLOAT64, INT8, UINT8);
        OperatorCase pool = OperatorCase.of("MaxPool", draw.of(12, 22)).with("kernel_shape", window.kernel())
                .with("ceil_mode", window.drawCeilMode(draw)).ranked(exact(draw, type, window)).yields(type, INT64);
        Oracle.check(draw, window.addTo(pool), EQUAL);
    }

    /// As for the largest, of gaps.
    @Property(tries = 300, seed = Draw.SEED)
    void average(@ForAll Draw draw) {
        WindowDraw window = WindowDraw.of(draw, draw.integer(1, 3), draw.of(1, 2)).withoutGaps();
        OperatorCase pool = OperatorCase.of("AveragePool", draw.of(19, 22)).with("kernel_shape", window.kernel())
                .with("ceil_mode", window.drawCeilMode(draw)).with("count_include_pad", draw.flag())
                .ranked(exact(draw, FLOAT32, window));
        Oracle.check(draw, window.addTo(pool), ulps(2));
    }

    @Property(tries = 200, seed = Draw.SEED)
    void norm(@ForAll Draw draw) {
        WindowDraw window = WindowDraw.of(draw, draw.integer(1, 3), draw.of(1, 2)).withoutGaps();
        OperatorCase pool = OperatorCase.of("LpPool", 18).with("kernel_shape", window.kernel())
                .with("p", draw.integer(1, 3)).with("ceil_mode", window.drawCeilMode(draw))
                .ranked(exact(draw, FLOAT32, window));
        Oracle.check(draw, window.addTo(pool), ulps(4));
    }

    @Property(tries = 100, seed = Draw.SEED)
    void overWholeChannels(@ForAll Draw draw) {
        Tensor x = draw.tensor(FLOAT32, draw.filledSizes(3, 5), Elements.EXACT);
        Oracle.check(draw, OperatorCase.of("GlobalAveragePool", 1).ranked(x), ulps(2));
        Oracle.check(draw, OperatorCase.of("GlobalMaxPool", 1).ranked(x), EQUAL);
        Oracle.check(draw, OperatorCase.of("GlobalLpPool", 2).with("p", draw.integer(1, 3)).ranked(x), ulps(4));
    }
}
