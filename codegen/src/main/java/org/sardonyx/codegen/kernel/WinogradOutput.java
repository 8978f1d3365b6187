package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.minimum;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.subtract;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopKernel;

/// Transforms the products of tiles and filters to places of the result, and takes these through the epilogue.
///
/// A place of the outermost loop is a row of tiles, as in [WinogradInput]. The products of a [WindowProduct] lie in `m`:
/// element of the tile, block of channels, tile, lane. The columns of a tile are transformed to the scratch `t`, then its rows.
///
/// Parameters, in elements: those of [WinogradPlace]; `rows` and `width` of the result; `channels`, a multiple of the lanes, in
/// `blocks` blocks; `m_group` from one element of a tile to the next and `m_block` from block to block; the strides of the
/// result and of the epilogue's operands.
///
/// @param vectors vectors of channels in a block
/// @param lanes of a vector
public record WinogradOutput(Winograd winograd, int vectors, int lanes, Epilogue epilogue) {
    /// The kernel: buffers `m`, `y`, `t`, then those of the epilogue.
    public LoopKernel kernel() {
        List<String> buffers = new ArrayList<>(List.of("m", "y", "t"));
        List<String> parameters = new ArrayList<>(WinogradPlace.PARAMETERS);
        parameters.addAll(List.of("rows", "width", "channels", "blocks", "m_group", "m_block"));
        new ElementStore(epilogue).declare(buffers, parameters);
        return LoopCode.kernel("winograd_output" + winograd.outputs(), buffers, parameters,
                code -> place -> WinogradPlace.of(code, place, at -> body(code, at)));
    }

    private void body(LoopCode code, WinogradPlace at) {
        int block = vectors * lanes;
        LoopExpression row = code.define("top", times(at.row(), index(winograd.outputs())));
        LoopExpression rows = code.define("rows", minimum(index(winograd.outputs()), subtract(parameter("rows"), row)));
        code.loop("column", index(0), parameter("tile_columns"), index(1), column -> {
            LoopExpression tile = code.define("tile", times(plus(at.firstTile(), column), index(block)));
            LoopExpression left = code.define("left", times(column, index(winograd.outputs())));
            LoopExpression columns =
                    code.define("columns", subtract(parameter("width"), left));
            code.loop("block", index(0), parameter("blocks"), index(1), number -> {
                LoopExpression from = code.define("from", plus(tile, times(number, parameter("m_block"))));
                LoopExpression channel = code.define("channel", times(number, index(block)));
                LoopExpression end = code.define("end", minimum(index(block),
                        subtract(parameter("channels"), channel)));
                code.loop("lane", index(0), end, index(lanes), lane -> {
                    columns(code, code.define("products", plus(from, lane)));
                    LoopExpression first = code.define("first", plus(channel, lane));
                    code.loop("i", index(0), rows, index(1),
                            i -> row(code, i, columns, new ElementStore.Element(at.image(),
                                    code.define("line", plus(row, i)), left,
                                    ElementStore.Channels.whole(first, lanes))));
                });
            });
        });
    }

    private void columns(LoopCode code, LoopExpression from) {
        int size = winograd.tile();
        code.loop("j", index(0), index(size), index(1), j -> {
            LoopExpression top = code.define("column", plus(from, times(j, parameter("m_group"))));
            List<LoopExpression> products = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                products.add(code.define("product",
                        load("m", plus(top, times(index((long) i * size), parameter("m_group"))), lanes)));
            }
            List<LoopExpression> places = Winograd.product(code, winograd.outputMatrix(), products);
            for (int i = 0; i < winograd.outputs(); i++) {
                code.store("t", plus(index((long) i * size * lanes), times(j, index(lanes))), places.get(i));
            }
        });
    }

    /// @param first of the places of the row
    private void row(LoopCode code, LoopExpression i, LoopExpression columns, ElementStore.Element first) {
        int size = winograd.tile();
        List<LoopExpression> products = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            products.add(code.define("product",
                    load("t", plus(times(i, index((long) size * lanes)), index((long) j * lanes)), lanes)));
        }
        List<LoopExpression> places = Winograd.product(code, winograd.outputMatrix(), products);
        for (int j = 0; j < winograd.outputs(); j++) {
            LoopExpression place = places.get(j);
            LoopExpression pixel = plus(first.pixel(), index(j));
            code.when(new LoopExpression.Less(index(j), columns), () -> new ElementStore(epilogue).store(code,
                    new ElementStore.Element(first.image(), first.row(), pixel, first.channels()), place));
        }
    }
}
