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
import org.sardonyx.ir.loop.LoopExpression.Less;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;

/// The two transforms of Winograd's convolution on a GPU, between which a [GroupProduct] multiplies a matrix of tiles by channels for
/// each element of a transformed tile. An index of the outermost loop is one channel of one tile, all of which a work-item keeps in
/// registers; neighbours have neighbouring channels.
///
/// Parameters, in elements: `images` of `tile_rows` rows of `tile_columns` tiles; `channels`; for the input its strides `x_*`,
/// its `x_rows` by `x_width` pixels, the padding `pad_h` and `pad_w` before them, and `v_group` from one element of a tile to the next in the transformed tiles, for the output `m_group`, the same in the products,
/// `rows` by `width` places of the result, its strides and those of the epilogue's operands.
public record WinogradTiles(Winograd winograd) {
    private static final List<String> PARAMETERS = List.of("images", "tile_rows", "tile_columns", "channels");

    /// Transforms tiles of the input: buffers `x` and `v`.
    public LoopKernel input() {
        List<String> parameters = new ArrayList<>(PARAMETERS);
        parameters.addAll(
                List.of("x_origin", "x_image", "x_row", "x_pixel", "x_rows", "x_width", "pad_h", "pad_w", "v_group"));
        return LoopCode.kernel("winograd_tiles_in" + winograd.outputs(), List.of("x", "v"), parameters,
                code -> place -> {
                    Sweep sweep = sweep(code, place);
                    LoopExpression channel = sweep.channel().orElseThrow();
                    LoopExpression column = sweep.pixel().orElseThrow();
                    LoopExpression x = code.define("x", plus(
                            plus(parameter("x_origin"), times(sweep.image(), parameter("x_image"))),
                            plus(plus(times(times(sweep.row(), index(winograd.outputs())), parameter("x_row")), times(
                                    times(column, index(winograd.outputs())), parameter("x_pixel"))), channel)));
                    List<LoopExpression> down = inside(code, sweep.row(), "pad_h", "x_rows");
                    List<LoopExpression> right = inside(code, column, "pad_w", "x_width");
                    List<List<LoopExpression>> elements = new ArrayList<>();
                    for (int i = 0; i < winograd.tile(); i++) {
                        LoopExpression row = code.define("row", plus(x, times(index(i), parameter("x_row"))));
                        List<LoopExpression> ofRow = new ArrayList<>();
                        for (int j = 0; j < winograd.tile(); j++) {
                            Variable element = code.define("element", LoopCode.constant(0, 1));
                            LoopExpression there = load("x", plus(row, times(index(j), parameter("x_pixel"))), 1);
                            code.when(new Less(index(-1), minimum(down.get(i), right.get(j))),
                                    () -> code.assign(element, there));
                            ofRow.add(element);
                        }
                        elements.add(ofRow);
                    }
                    List<List<LoopExpression>> transformed = both(code, winograd.inputMatrix(), elements);
                    for (int i = 0; i < winograd.tile(); i++) {
                        for (int j = 0; j < winograd.tile(); j++) {
                            code.store("v", plus(place,
                                    times(index((long) i * winograd.tile() + j), parameter("v_group"))),
                                    transformed.get(i).get(j));
                        }
                    }
                });
    }

    /// For each element of a tile along an axis a number that is negative if it is beyond the edges.
    ///
    /// @param tile the number of the tile
    private List<LoopExpression> inside(LoopCode code, LoopExpression tile, String pad, String size) {
        LoopExpression start = code.define("start",
                subtract(times(tile, index(winograd.outputs())), parameter(pad)));
        List<LoopExpression> inside = new ArrayList<>();
        for (int i = 0; i < winograd.tile(); i++) {
            inside.add(code.define("inside", GroupProduct.inside(plus(start, index(i)), parameter(size))));
        }
        return inside;
    }

    /// Transforms products to places of the result: buffers `m` and `y`, then those of the epilogue.
    public LoopKernel output(Epilogue epilogue) {
        List<String> buffers = new ArrayList<>(List.of("m", "y"));
        List<String> parameters = new ArrayList<>(PARAMETERS);
        parameters.addAll(List.of("rows", "width", "m_group"));
        ElementStore store = new ElementStore(epilogue);
        store.declare(buffers, parameters);
        return LoopCode.kernel("winograd_tiles_out" + winograd.outputs(), buffers, parameters, code -> place -> {
            Sweep sweep = sweep(code, place);
            ElementStore.Channels channel = ElementStore.Channels.whole(sweep.channel().orElseThrow(), 1);
            List<List<LoopExpression>> products = new ArrayList<>();
            for (int i = 0; i < winograd.tile(); i++) {
                List<LoopExpression> ofRow = new ArrayList<>();
                for (int j = 0; j < winograd.tile(); j++) {
                    ofRow.add(code.define("product", load("m",
                            plus(place, times(index((long) i * winograd.tile() + j), parameter("m_group"))), 1)));
                }
                products.add(ofRow);
            }
            List<List<LoopExpression>> places = both(code, winograd.outputMatrix(), products);
            LoopExpression top = code.define("top", times(sweep.row(), index(winograd.outputs())));
            LoopExpression left = code.define("left", times(sweep.pixel().orElseThrow(), index(winograd.outputs())));
            LoopExpression down = code.define("down", subtract(parameter("rows"), top));
            LoopExpression right = code.define("right", subtract(parameter("width"), left));
            var perChannel = store.perChannel(code, channel);
            for (int i = 0; i < winograd.outputs(); i++) {
                for (int j = 0; j < winograd.outputs(); j++) {
                    ElementStore.Element element = new ElementStore.Element(sweep.image(), plus(top, index(i)),
                            plus(left, index(j)), channel);
                    LoopExpression result = places.get(i).get(j);
                    code.when(new Less(index(i), down), onlyIf(code, new Less(index(j), right),
                            () -> store.store(code, element, result, perChannel)));
                }
            }
        });
    }

    private static Runnable onlyIf(LoopCode code, Less condition, Runnable body) {
        return () -> code.when(condition, body);
    }

    private static Sweep sweep(LoopCode code, LoopExpression place) {
        return Sweep.of(code, place, 1, Share.ELEMENTS, "tile_rows", "tile_columns");
    }

    /// The product of a matrix, a tile, and the transposed matrix.
    private static List<List<LoopExpression>> both(LoopCode code, double[][] matrix, List<List<LoopExpression>> tile) {
        return products(code, matrix, products(code, matrix, tile));
    }

    /// The product of a matrix and a tile, transposed.
    private static List<List<LoopExpression>> products(LoopCode code, double[][] matrix,
            List<List<LoopExpression>> tile) {
        List<List<LoopExpression>> columns = new ArrayList<>();
        for (int j = 0; j < tile.getFirst().size(); j++) {
            int column = j;
            columns.add(Winograd.product(code, matrix, tile.stream().map(row -> row.get(column)).toList()));
        }
        return columns;
    }
}
