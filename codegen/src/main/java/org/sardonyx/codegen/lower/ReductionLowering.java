package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.sardonyx.codegen.kernel.Epilogue;
import org.sardonyx.codegen.kernel.RowReduction;
import org.sardonyx.codegen.kernel.WindowReduction;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.value.Tensor;

/// Reductions along axes that follow each other, in the order of the axes.
final class ReductionLowering {
    private final Values values;
    private final Steps steps;
    private final int lanes;

    ReductionLowering(Values values, Steps steps, int lanes) {
        this.values = values;
        this.steps = steps;
        this.lanes = lanes;
    }

    /// How a kernel combines elements, empty if none does so.
    static Optional<WindowReduction.Function> function(ReduceFunction function) {
        return switch (function) {
            case SUM -> Optional.of(WindowReduction.Function.SUM);
            case MAXIMUM -> Optional.of(WindowReduction.Function.MAXIMUM);
            case MINIMUM -> Optional.of(WindowReduction.Function.MINIMUM);
            case PRODUCT -> Optional.empty();
        };
    }

    /// @param group a reduction alone
    /// @return whether there is a kernel
    boolean lower(Group group) {
        Node anchor = group.anchor().orElseThrow();
        Operand input = group.outer().get(anchor.operands().getFirst());
        Optional<Tensor> axes = Values.constant(group.outer().get(anchor.operands().get(1)));
        Optional<WindowReduction.Function> function = function(((Reduce) anchor.operator()).function());
        if (axes.isEmpty() || function.isEmpty() || !Values.isPlain(input) || !group.members().isEmpty()) {
            return false;
        }
        long[] sizes = input.shape().sizes();
        TreeSet<Integer> reduced = new TreeSet<>();
        for (long i = 0; i < axes.get().size(); i++) {
            reduced.add(Math.toIntExact(Math.floorMod(axes.get().getLong(i), (long) Math.max(1, sizes.length))));
        }
        for (int axis = 0; axis < sizes.length && axes.get().size() == 0; axis++) {
            reduced.add(axis);
        }
        if (reduced.isEmpty() || sizes.length == 0 || Tensor.elementCount(sizes) == 0
                || reduced.last() - reduced.first() + 1 != reduced.size()) {
            return false;
        }
        long outer = 1;
        long count = 1;
        long inner = 1;
        for (int axis = 0; axis < sizes.length; axis++) {
            outer *= axis < reduced.first() ? sizes[axis] : 1;
            count *= reduced.contains(axis) ? sizes[axis] : 1;
            inner *= axis > reduced.last() ? sizes[axis] : 1;
        }
        int x = values.inOrder(input).buffer();
        int y = values.allocateInOrder(group.node().output(0)).buffer();
        Steps.Phase phase = inner == 1
                ? rows(function.get(), List.of(x, y), count, outer)
                : columns(function.get(), List.of(x, y), count, inner, outer);
        steps.phases(group.node().origin().toString(), List.of(phase), 0);
        return true;
    }

    private Steps.Phase rows(WindowReduction.Function function, List<Integer> used, long count, long outer) {
        return steps.target().gpu().isPresent()
                ? GroupReductions.rows(function, used, outer, count)
                : new Steps.Phase(List.of(new Steps.Call(new RowReduction(function, lanes).kernel(), used,
                        Map.of("count", count))), outer, outer * count / lanes);
    }

    /// Rows of elements that lie one after the other are combined into one row.
    private Steps.Phase columns(WindowReduction.Function function, List<Integer> used, long count, long inner,
            long outer) {
        Map<String, Long> parameters = new HashMap<>();
        for (String zero : List.of("x_origin", "y_origin", "pad_h", "pad_w", "w_tap")) {
            parameters.put(zero, 0L);
        }
        for (String one : List.of("rows", "width", "x_width", "taps_w", "stride_h", "stride_w", "dilation_h",
                "dilation_w")) {
            parameters.put(one, 1L);
        }
        for (String row : List.of("x_row", "x_pixel", "y_image", "y_row", "y_pixel", "channels")) {
            parameters.put(row, inner);
        }
        parameters.putAll(Map.of("images", outer, "x_image", count * inner, "x_rows", count, "taps_h", count));
        if (GroupReductions.isWorthIt(steps.target(), parameters)) {
            return GroupReductions.phase(function, Epilogue.NONE, used, parameters);
        }
        Elements range = Elements.of(steps.target(), parameters);
        Steps.Call call = new Steps.Call(
                new WindowReduction(function, 0, 0, range.lanes(), range.share(), Epilogue.NONE).kernel(),
                new ArrayList<>(used), parameters, Map.of("x_rows", 4L, "taps_h", 4L));
        return new Steps.Phase(List.of(call), range.extent(parameters), outer * count * inner / range.lanes());
    }
}
