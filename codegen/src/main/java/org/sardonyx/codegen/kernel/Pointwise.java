package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.operation;
import static org.sardonyx.ir.loop.LoopCode.parameter;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopKernel;

/// Computes each element of a tensor from those of others at the same place: an epilogue of nothing.
///
/// Parameters, in elements: `images`, `rows`, `width` and `channels` of the result, and the strides of all tensors.
///
/// @param lanes of a vector
public record Pointwise(int lanes, Share share, Epilogue formula) {
    /// The kernel: buffer `y`, then those of the formula.
    public LoopKernel kernel() {
        List<String> buffers = new ArrayList<>(List.of("y"));
        List<String> parameters = new ArrayList<>(List.of("images", "rows", "width", "channels"));
        ElementStore store = new ElementStore(formula);
        store.declare(buffers, parameters);
        return LoopCode.kernel("pointwise", buffers, parameters, code -> place -> {
            Sweep sweep = Sweep.of(code, place, lanes, share);
            sweep.pixels(pixel -> sweep.channels(channels -> store.store(code,
                    new ElementStore.Element(sweep.image(), sweep.row(), pixel, channels),
                    LoopCode.constant(0, channels.lanes()))));
        });
    }
}
