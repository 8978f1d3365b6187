package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.binary;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.operation;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopKernel;

/// Images of another size: each element is a weighted sum of elements of `high` rows and `wide` columns, those of all channels
/// at once. Which they are is told by tables: for each row of the result `high` pairs of the number of a row and its weight, in
/// `h`, and for each column `wide` such pairs, in `v`. If there is one only, it is copied, and its weight not looked at.
///
/// A place of the outermost loop is a row of an image. Parameters, in elements: `images`, `rows` and `width` of the result,
/// `channels`; the strides of both tensors.
///
/// @param lanes of a vector
public record Resample(int high, int wide, int lanes, Share share) {
    private static final List<String> PARAMETERS = List.of("images", "rows", "width", "channels", "x_origin", "x_image",
            "x_row", "x_pixel", "y_origin", "y_image", "y_row", "y_pixel");

    /// The kernel: buffers `x`, `y`, `h`, `v`.
    public LoopKernel kernel() {
        return LoopCode.kernel("resample" + high + "x" + wide, List.of("x", "y", "h", "v"), PARAMETERS,
                code -> place -> body(code, place));
    }

    /// An element that counts along an axis: where it begins, and its weight.
    private record Tap(LoopExpression offset, LoopExpression weight) {}

    private void body(LoopCode code, LoopExpression place) {
        Sweep sweep = Sweep.of(code, place, lanes, share);
        LoopExpression image = sweep.image();
        LoopExpression row = sweep.row();
        LoopExpression x = code.define("x", plus(parameter("x_origin"), times(image, parameter("x_image"))));
        LoopExpression y = code.define("y", plus(plus(parameter("y_origin"), times(image, parameter("y_image"))),
                times(row, parameter("y_row"))));
        List<Tap> rows = taps(code, "h", high, row, "x_row");
        sweep.pixels(pixel -> {
            List<Tap> columns = taps(code, "v", wide, pixel, "x_pixel");
            LoopExpression to = code.define("to", plus(y, times(pixel, parameter("y_pixel"))));
            sweep.channels(channels -> {
                List<LoopExpression> lines = new ArrayList<>();
                for (Tap line : rows) {
                    LoopExpression start = code.define("start", plus(plus(x, line.offset), channels.first()));
                    lines.add(sum(code, columns.stream()
                            .map(column -> channels.load("x", plus(start, column.offset))).toList(), columns,
                            channels.lanes()));
                }
                channels.store(code, "y", plus(to, channels.first()), sum(code, lines, rows, channels.lanes()));
            });
        });
    }

    private static List<Tap> taps(LoopCode code, String table, int count, LoopExpression place, String stride) {
        List<Tap> taps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LoopExpression entry = plus(times(place, index(2L * count)), index(2L * i));
            LoopExpression number = new LoopExpression.WholeNumber(load(table, entry, 1));
            taps.add(new Tap(code.define("offset", times(number, parameter(stride))),
                    count == 1
                            ? LoopCode.constant(1, 1)
                            : code.define("weight", load(table, plus(entry, index(1)), 1))));
        }
        return taps;
    }

    private static LoopExpression sum(LoopCode code, List<LoopExpression> elements, List<Tap> taps, int lanes) {
        if (taps.size() == 1) {
            return code.define("element", elements.getFirst());
        }
        LoopExpression sum = null;
        for (int i = 0; i < taps.size(); i++) {
            LoopExpression weight = new LoopExpression.Splat(taps.get(i).weight, lanes);
            sum = code.define("sum", sum == null
                    ? binary(BinaryMath.MULTIPLY, elements.get(i), weight)
                    : new LoopExpression.MultiplyAdd(elements.get(i), weight, sum));
        }
        return sum;
    }
}
