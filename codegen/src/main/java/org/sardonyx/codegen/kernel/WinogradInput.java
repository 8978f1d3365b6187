package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopKernel;

/// Transforms the tiles of an input: for each element of a transformed tile a matrix of tiles by channels, which a
/// [WindowProduct] multiplies with that element of the transformed filters.
///
/// A place of the outermost loop is a row of tiles of an image; the tiles of some rows, a chunk, lie in `v` at a time. The
/// columns of a tile are transformed to the scratch `t`, then its rows to `v`.
///
/// Parameters, in elements: those of [WinogradPlace]; `channels`, a multiple of the lanes; the strides of the input `x_*`;
/// `v_group` from one element of a tile to the next.
///
/// @param lanes of a vector
public record WinogradInput(Winograd winograd, int lanes) {
    /// The kernel: buffers `x`, `v`, `t`.
    public LoopKernel kernel() {
        List<String> parameters = new ArrayList<>(WinogradPlace.PARAMETERS);
        parameters.addAll(List.of("channels", "x_origin", "x_image", "x_row", "x_pixel", "v_group"));
        return LoopCode.kernel("winograd_input" + winograd.outputs(), List.of("x", "v", "t"), parameters,
                code -> place -> WinogradPlace.of(code, place, at -> body(code, at)));
    }

    private void body(LoopCode code, WinogradPlace at) {
        int size = winograd.tile();
        LoopExpression x = code.define("x", plus(plus(parameter("x_origin"), times(at.image(), parameter("x_image"))),
                times(at.row(), times(parameter("x_row"), index(winograd.outputs())))));
        code.loop("column", index(0), parameter("tile_columns"), index(1), column -> {
            LoopExpression from = code.define("from",
                    plus(x, times(column, times(parameter("x_pixel"), index(winograd.outputs())))));
            LoopExpression to = code.define("to", times(plus(at.firstTile(), column), parameter("channels")));
            code.loop("channel", index(0), parameter("channels"), index(lanes), channel -> {
                code.loop("j", index(0), index(size), index(1), j -> {
                    LoopExpression tap =
                            code.define("tap", plus(plus(from, channel), times(j, parameter("x_pixel"))));
                    List<LoopExpression> elements = new ArrayList<>();
                    for (int i = 0; i < size; i++) {
                        elements.add(code.define("element",
                                load("x", plus(tap, times(index(i), parameter("x_row"))), lanes)));
                    }
                    List<LoopExpression> transformed = Winograd.product(code, winograd.inputMatrix(), elements);
                    for (int i = 0; i < size; i++) {
                        code.store("t", plus(index((long) i * size * lanes), times(j, index(lanes))),
                                transformed.get(i));
                    }
                });
                code.loop("i", index(0), index(size), index(1), i -> {
                    LoopExpression row = code.define("row", times(i, index((long) size * lanes)));
                    List<LoopExpression> elements = new ArrayList<>();
                    for (int j = 0; j < size; j++) {
                        elements.add(code.define("element", load("t", plus(row, index((long) j * lanes)), lanes)));
                    }
                    List<LoopExpression> transformed = Winograd.product(code, winograd.inputMatrix(), elements);
                    LoopExpression first = code.define("first",
                            plus(times(i, times(parameter("v_group"), index(size))), plus(to, channel)));
                    for (int j = 0; j < size; j++) {
                        code.store("v", plus(first, times(index(j), parameter("v_group"))), transformed.get(j));
                    }
                });
            });
        });
    }
}
