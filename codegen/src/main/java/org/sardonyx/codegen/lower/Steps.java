package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Step;

/// The steps of a program while they are put together.
final class Steps {
    private final Buffers buffers;
    private final List<Pending> pending = new ArrayList<>();

    private sealed interface Pending {
        record OfKernel(String description, LoopKernel kernel, List<Integer> buffers, List<Long> scalars, long extent,
                long operations) implements Pending {}

        record OfHost(String description, Node node, List<TypedBuffer> operands, List<TypedBuffer> results)
                implements Pending {}
    }

    /// A buffer and what lies in it.
    record TypedBuffer(int buffer, ValueType type) {}

    Steps(Buffers buffers) {
        this.buffers = buffers;
    }

    /// @param used the buffers in the kernel's order
    /// @param parameters by name
    void kernel(String description, LoopKernel kernel, List<Integer> used, Map<String, Long> parameters, long extent,
            long operations) {
        used.forEach(buffer -> buffers.use(buffer, pending.size()));
        List<Long> scalars = kernel.parameters().stream().map(name -> {
            Long value = parameters.get(name);
            if (value == null) {
                throw new IllegalStateException("kernel " + kernel.name() + " lacks its parameter " + name);
            }
            return value;
        }).toList();
        pending.add(new Pending.OfKernel(description, kernel, List.copyOf(used), scalars, extent, operations));
    }

    void host(String description, Node node, List<TypedBuffer> operands, List<TypedBuffer> results) {
        operands.forEach(operand -> buffers.use(operand.buffer, pending.size()));
        results.forEach(result -> buffers.use(result.buffer, pending.size()));
        pending.add(new Pending.OfHost(description, node, operands, results));
    }

    /// The number of the step that comes next.
    int next() {
        return pending.size();
    }

    /// @param load makes a kernel; it is asked once for each
    List<Step> steps(List<Place> places, Function<LoopKernel, Kernel> load) {
        Map<LoopKernel, Kernel> kernels = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Pending step : pending) {
            steps.add(switch (step) {
                case Pending.OfKernel(var description, var kernel, var used, var scalars, long extent, long operations) ->
                        new Step.KernelStep(description, kernels.computeIfAbsent(kernel, load),
                                used.stream().map(places::get).toList(), scalars, extent, operations);
                case Pending.OfHost(var description, var node, var operands, var results) ->
                        new Step.HostStep(description, node, typed(operands, places), typed(results, places));
            });
        }
        return steps;
    }

    private static List<Step.TypedPlace> typed(List<TypedBuffer> values, List<Place> places) {
        return values.stream().map(value -> new Step.TypedPlace(places.get(value.buffer), value.type)).toList();
    }
}
