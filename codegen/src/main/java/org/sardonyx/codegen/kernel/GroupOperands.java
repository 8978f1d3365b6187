package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.minimum;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.subtract;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.codegen.kernel.WindowProduct.Window;
import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.Less;
import org.sardonyx.ir.loop.LoopExpression.Variable;

/// The operands of a [GroupProduct], step by step on their way from the device's memory through a work-item's registers to shared
/// memory.
final class GroupOperands {
    private final LoopCode code;
    private final GroupProduct product;
    private final ProductTile tile;
    private final int items;

    /// Of the item's elements: which of the window's in a step, and the first of its places in the tile.
    private final LoopExpression depth;
    private final LoopExpression place;
    private final List<LoopExpression> windows = new ArrayList<>();
    /// The row and column of the first element of each window, if it is padded.
    private final List<LoopExpression> tops = new ArrayList<>();
    private final List<LoopExpression> lefts = new ArrayList<>();
    private final List<Variable> elements = new ArrayList<>();

    private final GroupWeights weights;

    /// Where the window is: rows, runs, the element of the run, the distance of the run from the window's beginning.
    private final Variable row;
    private final Variable run;
    private final Variable element;
    private final Variable offset;

    /// @param first of the steps that are done
    /// @param ofRun how many steps a run takes
    /// @param all how many the window takes
    record Steps(LoopExpression first, LoopExpression ofRun, LoopExpression all) {}

    GroupOperands(LoopCode code, GroupProduct product, GroupProduct.Place at, LoopExpression item, Steps steps) {
        this.code = code;
        this.product = product;
        this.tile = product.tile();
        this.items = tile.items();
        int across = tile.depth() / product.elementLanes();
        depth = code.define("depth", times(remainder(item, index(across)), index(product.elementLanes())));
        place = code.define("place", divide(item, index(across)));
        LoopExpression x =
                code.define("x", plus(parameter("x_origin"), times(at.group(), parameter("x_group"))));
        LoopExpression last = code.define("last", subtract(GroupProduct.places(), index(1)));
        for (int i = 0; i < tile.places() * across / items; i++) {
            LoopExpression number = code.define("number",
                    minimum(plus(plus(at.firstPlace(), place), index(placeAt(i))), last));
            GroupProduct.Pixel pixel = GroupProduct.Pixel.of(code, number);
            windows.add(code.define("window", plus(plus(x, times(pixel.image(), parameter("x_image"))),
                    plus(times(pixel.row(), parameter("x_row")), times(pixel.pixel(), parameter("x_pixel"))))));
            if (product.isPadded()) {
                tops.add(code.define("top", start(pixel.row(), "h")));
                lefts.add(code.define("left", start(pixel.pixel(), "w")));
            }
            elements.add(code.define("element", LoopCode.constant(0, product.elementLanes())));
        }
        LoopExpression tap = code.define("tap", divide(steps.first, steps.ofRun));
        row = code.define("h", divide(tap, parameter("taps_w")));
        run = code.define("v", remainder(tap, parameter("taps_w")));
        element = code.define("k", times(remainder(steps.first, steps.ofRun), index(tile.depth())));
        offset = code.define("offset", plus(times(row, parameter("x_tap_h")), times(run, parameter("x_tap_w"))));

        weights = new GroupWeights(code, product, at, item, element, steps.first, steps.all);
    }

    private static LoopExpression start(LoopExpression place, String axis) {
        return subtract(times(place, parameter("stride_" + axis)), parameter("pad_" + axis));
    }

    /// Reads the operands of the next step. What is beyond the end of a run is zero: it would be multiplied with zeros, but
    /// may be infinite.
    void read() {
        readElements();
        weights.read();
        advance();
    }

    private void readElements() {
        LoopExpression at = code.define("at", plus(plus(offset, element), depth));
        if (product.isPadded() || !product.isWhole()) {
            for (Variable zero : elements) {
                code.assign(zero, LoopCode.constant(0, product.elementLanes()));
            }
        }
        if (product.isWhole()) {
            readElements(at);
        } else {
            code.when(new Less(plus(element, depth), parameter("run")), () -> readElements(at));
        }
    }

    private void readElements(LoopExpression at) {
        for (int i = 0; i < elements.size(); i++) {
            Variable read = elements.get(i);
            LoopExpression there = load("x", plus(windows.get(i), at), product.elementLanes());
            if (product.isPadded()) {
                LoopExpression down = GroupProduct.inside(
                        code.define("down", plus(tops.get(i), times(row, parameter("dilation_h")))),
                        parameter("x_rows"));
                LoopExpression right = GroupProduct.inside(
                        code.define("right", plus(lefts.get(i), times(run, parameter("dilation_w")))),
                        parameter("x_width"));
                code.when(new Less(index(-1), minimum(down, right)), () -> code.assign(read, there));
            } else {
                code.assign(read, there);
            }
        }
    }

    private void advance() {
        code.assign(element, plus(element, index(tile.depth())));
        if (product.window() != Window.RUN) {
            GroupProduct.unlessLess(code, element, parameter("run"), this::nextRun);
        }
    }

    private void nextRun() {
        code.assign(element, index(0));
        if (product.window() == Window.ROWS) {
            code.assign(row, plus(row, index(1)));
            code.assign(offset, plus(offset, parameter("x_tap_h")));
            return;
        }
        code.assign(run, plus(run, index(1)));
        code.assign(offset, plus(offset, parameter("x_tap_w")));
        GroupProduct.unlessLess(code, run, parameter("taps_w"), () -> {
            code.assign(row, plus(row, index(1)));
            code.assign(run, index(0));
            code.assign(offset,
                    plus(offset, subtract(parameter("x_tap_h"), times(parameter("taps_w"), parameter("x_tap_w")))));
        });
    }

    /// Writes what was read to one half of the shared memory.
    void write(LoopExpression half) {
        switch (tile) {
            case GroupTile group -> writeAcross(group, half);
            case MatrixTile _ -> writeAlong(half);
        }
        weights.write(half);
    }

    /// From one place of the item to the next.
    private long placeAt(int i) {
        return (long) i * items / (tile.depth() / product.elementLanes());
    }

    /// A row of places for each element of the window.
    private void writeAcross(GroupTile group, LoopExpression half) {
        LoopExpression to = code.define("to", plus(plus(times(half, index((long) tile.depth() * group.placesRow())),
                times(depth, index(group.placesRow()))), place));
        for (int i = 0; i < elements.size(); i++) {
            for (int lane = 0; lane < product.elementLanes(); lane++) {
                code.store(ProductTile.ELEMENTS, plus(to, index(placeAt(i) + (long) lane * group.placesRow())),
                        new LoopExpression.Lane(elements.get(i), lane));
            }
        }
    }

    /// A row of elements for each place.
    private void writeAlong(LoopExpression half) {
        LoopExpression to = code.define("to", plus(plus(times(half, index((long) tile.depth() * tile.places())),
                times(place, index(tile.depth()))), depth));
        for (int i = 0; i < elements.size(); i++) {
            code.store(ProductTile.ELEMENTS, plus(to, index(placeAt(i) * tile.depth())), elements.get(i));
        }
    }
}
