package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.minimum;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.subtract;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.sardonyx.codegen.kernel.WindowProduct.Window;
import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.Less;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;

/// Convolutions and matrix products on a GPU: the product of a matrix of places by elements of their windows, which is nowhere in
/// memory (an "implicit GEMM", Chetlur and others, "cuDNN: Efficient Primitives for Deep Learning", 2014), and the weights.
///
/// A work-group computes a [ProductTile] of sums. Step by step its items read the next elements and weights, neighbours what lies
/// side by side, into registers, multiply the ones before from shared memory meanwhile, and then write what they read there. The
/// products of a sum are added in the order of the window, so that the same bits come out in each run.
///
/// A place of the outermost loop is a tile: of `all_blocks` blocks of channels for each of `tiles` tiles of places, for each of
/// `slices` parts of the window, `slice_steps` steps each, where there are too few tiles to keep the device busy.
///
/// Parameters, in elements: `images` of `rows` of `width` places; `channels` of a group in `blocks` blocks; `x_*` the strides of
/// the input, `x_pixel` that from a place of the window to the next, `x_group` that between the groups; `taps_h`, `x_tap_h`,
/// `taps_w`, `x_tap_w` and `run` the window, as in [WindowProduct]. Packed weights lie block, row, run, step, and in a step
/// as the tile says, with zeros that fill up blocks and runs to steps; others as a matrix `w_row` from an element to the next, `w_group`
/// between the groups, which has one run. Without an epilogue the sums of each slice are stored `y_slice` apart, `y_pixel` from
/// a place to the next.
///
/// @param window how many loops the window takes
/// @param elementLanes how many elements of the input are read at once: 4 if `run` and all strides are multiples of it, or 1
/// @param weights how they lie
/// @param isPadded whether windows reach beyond the edges of the input, where elements count as zero: then parameters say that it has
///        `x_rows` by `x_width` pixels, and how windows lie (`stride_h`, `dilation_h`, `pad_h`, and the same for the width)
/// @param isWhole whether `run` is a multiple of the tile's depth
/// @param areQuads whether `channels` and all strides of tensors that are stored to are multiples of 4
/// @param isUniform whether in all tensors that are stored to, or read by the epilogue, places follow each other at equal distances, so
///        that `y_pixel` and the like do for all of them, without the divisions that tell image and row
/// @param isBatched whether a group is an image of the result, instead of a part of its channels
/// @param epilogue what is done to the sums, if they are whole
public record GroupProduct(ProductTile tile, Window window, int elementLanes, Weights weights, boolean isPadded,
        boolean isWhole, boolean areQuads, boolean isUniform, boolean isBatched, Optional<Epilogue> epilogue) {
    /// How weights lie.
    public enum Weights {
        /// In blocks that are as wide as a tile.
        PACKED,
        /// As a matrix whose columns and strides are multiples of 4.
        QUADS,
        /// As any matrix.
        ANY;

        int lanes() {
            return this == ANY ? 1 : GroupTile.LANES;
        }
    }

    private static final List<String> PARAMETERS = List.of("images", "rows", "width", "channels", "blocks",
            "all_blocks", "tiles", "slice_steps", "x_origin", "x_image", "x_row", "x_pixel", "x_group", "taps_h", "x_tap_h", "taps_w",
            "x_tap_w", "run");

    private static final List<String> PADDED = List.of("x_rows", "x_width", "stride_h", "stride_w", "dilation_h",
            "dilation_w", "pad_h", "pad_w");

    public GroupProduct {
        if (tile instanceof MatrixTile && weights != Weights.PACKED) {
            throw new IllegalArgumentException("small matrices are multiplied by packed weights only");
        }
    }

    /// The kernel: buffers `x`, `w`, `y`, then those of the epilogue.
    public LoopKernel kernel() {
        List<String> buffers = new ArrayList<>(List.of("x", "w", "y"));
        List<String> parameters = new ArrayList<>(PARAMETERS);
        if (isPadded) {
            parameters.addAll(PADDED);
        }
        if (weights != Weights.PACKED) {
            parameters.addAll(List.of("w_row", "w_group"));
        }
        epilogue.ifPresentOrElse(present -> new ElementStore(present).declare(buffers, parameters),
                () -> parameters.addAll(List.of("y_slice", "y_pixel")));
        String name = "%s_%s%s%s".formatted(tile.name(), window.name().toLowerCase(Locale.ROOT),
                isPadded ? "_padded" : "", epilogue.isPresent() ? "" : "_slice");
        return LoopCode.kernel(name, buffers, parameters, tile.items(), tile.shared(), this::body);
    }

    private void body(LoopCode code, LoopExpression place, LoopExpression item) {
        Place at = Place.of(code, place, this);
        LoopExpression runSteps = code.define("runSteps", divide(plus(parameter("run"), index(tile.depth() - 1L)),
                index(tile.depth())));
        LoopExpression steps = code.define("steps", times(times(parameter("taps_h"), parameter("taps_w")), runSteps));
        LoopExpression first = code.define("firstStep", times(at.slice, parameter("slice_steps")));
        LoopExpression end = code.define("endStep", minimum(steps, plus(first, parameter("slice_steps"))));
        GroupOperands operands = new GroupOperands(code, this, at, item, new GroupOperands.Steps(first, runSteps, steps));
        ItemSums sums = switch (tile) {
            case GroupTile group -> new GroupSums(code, this, group, item);
            case MatrixTile matrices -> new MatrixSums(code, this, matrices, item);
        };
        Variable half = code.define("half", index(0));
        operands.read();
        operands.write(half);
        code.barrier();
        code.loop("step", plus(first, index(1)), plus(end, index(1)), index(1), step -> {
            code.when(new Less(step, end), operands::read);
            sums.multiply(half);
            code.assign(half, subtract(index(1), half));
            code.when(new Less(step, end), () -> operands.write(half));
            code.barrier();
        });
        sums.store(at);
    }

    /// Which tile a place of the outermost loop stands for.
    ///
    /// @param block the number of the block among all groups
    /// @param firstChannel of the block in its group
    /// @param firstPlace of the tile
    record Place(LoopExpression slice, LoopExpression block, LoopExpression group, LoopExpression firstChannel,
            LoopExpression firstPlace) {
        /// Blocks of channels first: groups that run at the same time read the same elements, and all of the weights.
        static Place of(LoopCode code, LoopExpression place, GroupProduct product) {
            LoopExpression block = code.define("block", remainder(place, parameter("all_blocks")));
            LoopExpression number = code.define("number", divide(place, parameter("all_blocks")));
            return new Place(code.define("slice", divide(number, parameter("tiles"))), block,
                    code.define("group", divide(block, parameter("blocks"))),
                    code.define("firstChannel",
                            times(remainder(block, parameter("blocks")), index(product.tile.channels()))),
                    code.define("firstPlace",
                            times(remainder(number, parameter("tiles")), index(product.tile.places()))));
        }
    }

    /// How many places there are.
    static LoopExpression places() {
        return times(times(parameter("images"), parameter("rows")), parameter("width"));
    }

    /// Where a place is.
    record Pixel(LoopExpression image, LoopExpression row, LoopExpression pixel) {
        static Pixel of(LoopCode code, LoopExpression number) {
            LoopExpression line = code.define("line", divide(number, parameter("width")));
            return new Pixel(code.define("image", divide(line, parameter("rows"))),
                    code.define("row", remainder(line, parameter("rows"))),
                    code.define("pixel", remainder(number, parameter("width"))));
        }
    }

    /// A number that is negative if an index is not from 0 to a size.
    static LoopExpression inside(LoopExpression at, LoopExpression size) {
        return minimum(at, subtract(subtract(size, index(1)), at));
    }

    /// Does something if one number is not less than another.
    static void unlessLess(LoopCode code, LoopExpression left, LoopExpression right, Runnable body) {
        code.when(new Less(subtract(right, index(1)), left), body);
    }
}
