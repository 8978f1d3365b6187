package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.Less;
import org.sardonyx.ir.loop.LoopExpression.MultiplyAdd;
import org.sardonyx.ir.loop.LoopExpression.Splat;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.WorkGroup;

/// The product of a few vectors and a matrix on a GPU, which takes as long as to read the matrix: a work-group multiplies all rows of
/// a block of channels, `down` rows at a time, a work-item four channels of a row, so that neighbours read what lies side by side.
/// Then the items add what they have, by halves, in the same order in each run.
///
/// A place of the outermost loop is a block. Parameters, in elements: `rows` and `width` of the places of the result's images;
/// `channels`; `run` rows of the matrix; `x_origin` and `x_pixel`, from a vector to the next; the strides of the result and of the
/// epilogue's operands. Weights lie block, row, channel of the block.
///
/// @param places vectors
/// @param across items that share a row of a block, of four channels each
/// @param down rows at a time, a power of two
/// @param areQuads whether `channels` and all strides of tensors that are stored to are multiples of 4
public record GroupVector(int places, int across, int down, boolean areQuads, Epilogue epilogue)
        implements
        WeightOrder {
    private static final int LANES = GroupTile.LANES;
    private static final String SHARED = "sums_of_items";
    /// Rows that an item reads before it multiplies them.
    private static final int ROWS = 4;

    @Override
    public int channels() {
        return across * LANES;
    }

    @Override
    public int depth() {
        return 1;
    }

    /// The kernel: buffers `x`, `w`, `y`, then those of the epilogue.
    public LoopKernel kernel() {
        List<String> buffers = new ArrayList<>(List.of("x", "w", "y"));
        List<String> parameters =
                new ArrayList<>(List.of("rows", "width", "channels", "run", "x_origin", "x_pixel"));
        new ElementStore(epilogue).declare(buffers, parameters);
        return LoopCode.kernel("group_vector" + places, buffers, parameters, across * down,
                List.of(new WorkGroup.Shared(SHARED, across * down * places * LANES)), this::body);
    }

    private void body(LoopCode code, LoopExpression place, LoopExpression item) {
        LoopExpression row = code.define("row", divide(item, index(across)));
        LoopExpression column = code.define("column", times(remainder(item, index(across)), index(LANES)));
        List<Variable> sums = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            sums.add(code.define("sum", LoopCode.constant(0, LANES)));
        }
        LoopExpression block = index((long) across * LANES);
        LoopExpression w = code.define("w", plus(times(place, times(parameter("run"), block)), column));
        LoopExpression whole =
                code.define("whole", times(divide(parameter("run"), index((long) ROWS * down)),
                        index((long) ROWS * down)));
        code.loop("k", row, whole, index((long) ROWS * down), k -> rows(code, k, ROWS, w, sums));
        code.loop("k", plus(whole, row), parameter("run"), index(down), k -> rows(code, k, 1, w, sums));
        halves(code, item, sums);
        code.when(new Less(item, index(across)), () -> store(code, place, column, sums));
    }

    private void rows(LoopCode code, LoopExpression k, int count, LoopExpression w, List<Variable> sums) {
        List<LoopExpression> weights = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            weights.add(code.define("weights", load("w", plus(w, times(plus(k, index((long) i * down)),
                    index((long) across * LANES))), LANES)));
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < places; j++) {
                LoopExpression x = plus(plus(parameter("x_origin"), times(index(j), parameter("x_pixel"))),
                        plus(k, index((long) i * down)));
                code.assign(sums.get(j),
                        new MultiplyAdd(new Splat(load("x", x, 1), LANES), weights.get(i), sums.get(j)));
            }
        }
    }

    private void halves(LoopCode code, LoopExpression item, List<Variable> sums) {
        int items = across * down;
        for (int i = 0; i < places; i++) {
            code.store(SHARED, plus(times(item, index(LANES)), index((long) i * items * LANES)), sums.get(i));
        }
        for (int half = items / 2; half >= across; half /= 2) {
            int others = half;
            code.barrier();
            code.when(new Less(item, index(half)), () -> {
                for (int i = 0; i < places; i++) {
                    LoopExpression own = code.define("own",
                            plus(times(item, index(LANES)), index((long) i * items * LANES)));
                    code.assign(sums.get(i), LoopCode.binary(BinaryMath.ADD, sums.get(i),
                            load(SHARED, plus(own, index((long) others * LANES)), LANES)));
                    code.store(SHARED, own, sums.get(i));
                }
            });
        }
    }

    private void store(LoopCode code, LoopExpression place, LoopExpression column, List<Variable> sums) {
        LoopExpression channel = code.define("channel", plus(times(place, index((long) across * LANES)), column));
        ElementStore.fours(code, channel, parameter("channels"), channel, areQuads, channels -> {
            ElementStore store = new ElementStore(epilogue);
            var perChannel = store.perChannel(code, channels);
            for (int i = 0; i < places; i++) {
                GroupProduct.Pixel pixel = GroupProduct.Pixel.of(code, index(i));
                store.store(code, new ElementStore.Element(pixel.image(), pixel.row(), pixel.pixel(), channels),
                        sums.get(i), perChannel);
            }
        });
    }
}
