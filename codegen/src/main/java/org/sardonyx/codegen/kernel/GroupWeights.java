package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.subtract;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.codegen.kernel.GroupProduct.Weights;
import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.Less;
import org.sardonyx.ir.loop.LoopExpression.Variable;

/// The weights of a [GroupProduct], step by step on their way from the device's memory through a work-item's registers to shared
/// memory. Those that are packed lie in both in the same order.
final class GroupWeights {
    private final LoopCode code;
    private final GroupProduct product;
    private final ProductTile tile;
    /// Elements of the window before those of the next step, in a run.
    private final LoopExpression element;
    /// What is read next.
    private final Variable next;
    /// From the beginning of a step to what the item has of it.
    private final LoopExpression own;
    /// What was read.
    private final List<Variable> read = new ArrayList<>();
    /// Of a matrix: the item's row in a step, and the channels from its column on.
    private final LoopExpression row;
    private final LoopExpression channelsLeft;

    /// @param element the variable of that
    /// @param first of the steps that are done
    /// @param all how many steps the window takes
    GroupWeights(LoopCode code, GroupProduct product, GroupProduct.Place at, LoopExpression item,
            LoopExpression element, LoopExpression first, LoopExpression all) {
        this.code = code;
        this.product = product;
        this.tile = product.tile();
        this.element = element;
        own = times(item, index(lanes()));
        if (product.weights() == Weights.PACKED) {
            row = index(0);
            channelsLeft = index(0);
            next = code.define("weight", plus(times(plus(times(at.block(), all), first), index(ofStep())), own));
        } else {
            int columns = tile.channels() / lanes();
            row = code.define("weightRow", divide(item, index(columns)));
            LoopExpression column = code.define("column", times(remainder(item, index(columns)), index(lanes())));
            channelsLeft = code.define("channelsLeft",
                    subtract(subtract(parameter("channels"), at.firstChannel()), column));
            next = code.define("weight", plus(plus(times(at.group(), parameter("w_group")), at.firstChannel()),
                    plus(times(plus(element, row), parameter("w_row")), column)));
        }
    }

    private long ofStep() {
        return (long) tile.depth() * tile.channels();
    }

    /// Weights that are read at once.
    private int lanes() {
        return tile instanceof MatrixTile matrices
                ? MatrixTile.REGISTERS * matrices.form().numbers()
                : product.weights().lanes();
    }

    /// Reads the weights of the next step.
    void read() {
        for (int i = 0; i < ofStep() / lanes() / tile.items(); i++) {
            if (product.weights() == Weights.PACKED) {
                take(i, packed(plus(next, index((long) i * tile.items() * lanes()))));
            } else {
                readMatrix(i);
            }
        }
        code.assign(next, plus(next, product.weights() == Weights.PACKED
                ? index(ofStep())
                : times(index(tile.depth()), parameter("w_row"))));
    }

    private LoopExpression packed(LoopExpression at) {
        return tile instanceof MatrixTile matrices
                ? new LoopExpression.Registers(matrices.form(), "w", at, MatrixTile.REGISTERS)
                : load("w", at, lanes());
    }

    /// The first time it is what a variable begins with.
    private void take(int i, LoopExpression weights) {
        if (i == read.size()) {
            read.add(code.define("weights", weights));
        } else {
            code.assign(read.get(i), weights);
        }
    }

    private void readMatrix(int i) {
        take(i, LoopCode.constant(0, lanes()));
        LoopExpression down = index(i * ((long) tile.items() * lanes() / tile.channels()));
        code.when(new Less(plus(plus(element, row), down), parameter("run")),
                () -> code.when(new Less(index(0), channelsLeft),
                        () -> take(i, load("w", plus(next, times(down, parameter("w_row"))), lanes()))));
    }

    /// Writes what was read to one half of the shared memory.
    void write(LoopExpression half) {
        LoopExpression first = code.define("first", plus(times(half, index(ofStep())), own));
        for (int i = 0; i < read.size(); i++) {
            code.store(ProductTile.WEIGHTS, plus(first, index((long) i * tile.items() * lanes())), read.get(i));
        }
    }
}
