package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.kernel.Epilogue;
import org.sardonyx.codegen.kernel.Pointwise;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.value.Tensor;

/// Groups of pointwise operators: channels-last where an operand lies so, else in the order of the axes.
final class PointwiseLowering {
    private static final List<String> AXES = List.of("image", "row", "pixel");
    private static final int MOST_AXES = 4;

    private final Group group;
    private final Values values;
    private final Buffers buffers;
    private final Steps steps;
    private final int lanes;

    PointwiseLowering(Group group, Values values, Buffers buffers, Steps steps, int lanes) {
        this.group = group;
        this.values = values;
        this.buffers = buffers;
        this.steps = steps;
        this.lanes = lanes;
    }

    /// @return whether there is a kernel
    boolean lower() {
        Operand output = group.node().output(0);
        boolean channelsLast = output.shape().rank() == 4
                && group.taken().stream().map(group.outer()::get).anyMatch(values::isChannelsLast);
        Optional<Bound> bound = channelsLast ? Bound.of(group, values, buffers, true) : Optional.empty();
        if (bound.isEmpty()) {
            return inOrder();
        }
        Stored y = values.allocateChannelsLast(output);
        Map<String, Long> parameters = new HashMap<>(y.strides("y"));
        parameters.putAll(bound.get().parameters());
        boolean isDense = y.isDense() && isDense(bound.get(), y);
        parameters.putAll(Map.of("images", y.images(), "rows", y.rows(), "width", isDense ? 1 : y.width(), "channels",
                isDense ? y.width() * y.channels() : y.channels()));
        emit(bound.get(), y.buffer(), parameters);
        return true;
    }

    /// Whether all tensors lie as the result does, without gaps: then a row is as good as one channel after the other.
    private static boolean isDense(Bound bound, Stored y) {
        Map<String, Long> strides = y.strides("y");
        return bound.epilogue().operands().stream().allMatch(kind -> kind == Epilogue.Operand.PER_ELEMENT)
                && bound.parameters().entrySet().stream().allMatch(stride -> stride.getValue()
                        .equals(strides.get("y" + stride.getKey().substring(stride.getKey().indexOf('_')))));
    }

    private void emit(Bound bound, int result, Map<String, Long> parameters) {
        List<Integer> used = new ArrayList<>(List.of(result));
        used.addAll(bound.buffers());
        parameters.putAll(bound.parameters());
        Elements range = Elements.of(steps.target(), parameters);
        steps.kernels(group.node().origin().toString(),
                List.of(new Steps.Call(new Pointwise(range.lanes(), range.share(), bound.epilogue()).kernel(), used,
                        parameters)),
                range.extent(parameters), 0,
                Tensor.elementCount(group.node().output(0).shape().sizes()) * (1 + group.members().size()) / lanes);
    }

    /// Operands may be repeated along any axes, as long as no more than four are left when those are taken together that all
    /// tensors go through alike.
    private boolean inOrder() {
        long[] sizes = group.node().output(0).shape().sizes();
        List<Operand> taken = group.taken();
        List<long[]> strides = new ArrayList<>(List.of(strides(sizes, sizes)));
        for (Operand operand : taken) {
            Operand outer = group.outer().get(operand);
            if (!Values.isPlain(outer) || outer.shape().rank() > sizes.length) {
                return false;
            }
            strides.add(strides(outer.shape().sizes(), sizes));
        }
        List<Integer> ends = ends(sizes, strides);
        if (ends.size() > MOST_AXES) {
            return false;
        }
        long[] counts = new long[MOST_AXES];
        Arrays.fill(counts, 1);
        int first = MOST_AXES - ends.size();
        for (int axis = 0, run = 0; axis < sizes.length; axis++) {
            counts[first + run] *= sizes[axis];
            run += ends.get(run) == axis && run + 1 < ends.size() ? 1 : 0;
        }
        Map<String, Long> parameters =
                new HashMap<>(
                        Map.of("images", counts[0], "rows", counts[1], "width", counts[2], "channels", counts[3]));
        List<Integer> used = new ArrayList<>();
        List<Epilogue.Operand> kinds = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            long[] own = strides.get(i + 1);
            kinds.add(sizes.length == 0 || own[sizes.length - 1] == 0
                    ? Epilogue.Operand.PER_PIXEL
                    : Epilogue.Operand.PER_ELEMENT);
            used.add(values.inOrder(group.outer().get(taken.get(i))).buffer());
            parameters.putAll(named("e" + i, own, ends));
        }
        for (int i = 1; i < group.results().size(); i++) {
            used.add(values.allocateInOrder(group.node().output(i)).buffer());
            parameters.putAll(named("y" + i, strides.getFirst(), ends));
        }
        parameters.putAll(named("y", strides.getFirst(), ends));
        Formula formula = new Formula(group.results(), Optional.empty(), taken);
        emit(new Bound(new Epilogue(kinds, group.results().size(), formula), used, Map.of(), false),
                values.allocateInOrder(group.node().output(0)).buffer(), parameters);
        return true;
    }

    /// The strides of a tensor along the axes of another one, to which it is repeated.
    private static long[] strides(long[] own, long[] sizes) {
        long[] strides = new long[sizes.length];
        long stride = 1;
        for (int axis = sizes.length - 1; axis >= sizes.length - own.length; axis--) {
            long size = own[axis - (sizes.length - own.length)];
            strides[axis] = size == 1 ? 0 : stride;
            stride *= size;
        }
        return strides;
    }

    /// The last axis of each run of axes that all tensors go through as if they were one.
    private static List<Integer> ends(long[] sizes, List<long[]> strides) {
        List<Integer> ends = new ArrayList<>();
        for (int axis = 0; axis < sizes.length; axis++) {
            int next = axis + 1;
            int here = axis;
            boolean together = next < sizes.length && (sizes[axis] == 1 || strides.stream()
                    .allMatch(own -> own[here] == own[next] * sizes[next] && (own[next] > 0 || own[here] == 0)));
            if (!together) {
                ends.add(axis);
            }
        }
        return ends.isEmpty() ? List.of(0) : ends;
    }

    private static Map<String, Long> named(String name, long[] strides, List<Integer> ends) {
        Map<String, Long> named = new HashMap<>(Map.of(name + "_origin", 0L));
        int first = MOST_AXES - ends.size();
        for (int i = 0; i < AXES.size(); i++) {
            int run = i - first;
            named.put(name + "_" + AXES.get(i), run < 0 || strides.length == 0 ? 0 : strides[ends.get(run)]);
        }
        return named;
    }
}
