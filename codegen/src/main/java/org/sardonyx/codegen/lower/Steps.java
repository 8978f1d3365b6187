package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Step;

/// The steps of a program while they are put together.
final class Steps {
    /// Sizes up to this are small enough to warm up with.
    private static final long SMALL = 32;
    private static final long LARGEST_VECTOR = 16;
    /// So much work takes as long as to wake a thread that looks for it.
    private static final long WORK_OF_A_THREAD = 2_000;

    private final Buffers buffers;
    private final Target target;
    private final Tiles tiles;
    private final List<Pending> pending = new ArrayList<>();
    private final List<Phase> prepared = new ArrayList<>();

    private sealed interface Pending {
        record OfKernels(String description, List<Phase> phases, long operations) implements Pending {}

        record OfHost(String description, Node node, List<TypedBuffer> operands, List<TypedBuffer> results)
                implements Pending {}
    }

    /// A buffer and what lies in it.
    record TypedBuffer(int buffer, ValueType type) {}

    /// A kernel with what it works on.
    ///
    /// @param used the buffers in the kernel's order
    /// @param parameters by name
    /// @param small values of parameters for warming up, of those for which a small number of its own is not known
    /// @param places of the kernel's range for each index of the step's
    /// @param work how many vector instructions it takes, about; 0 for those of the phase
    record Call(LoopKernel kernel, List<Integer> used, Map<String, Long> parameters, Map<String, Long> small,
            long places, long work) {
        Call(LoopKernel kernel, List<Integer> used, Map<String, Long> parameters, Map<String, Long> small,
                long places) {
            this(kernel, used, parameters, small, places, 0);
        }

        Call(LoopKernel kernel, List<Integer> used, Map<String, Long> parameters, Map<String, Long> small) {
            this(kernel, used, parameters, small, 1);
        }

        Call(LoopKernel kernel, List<Integer> used, Map<String, Long> parameters) {
            this(kernel, used, parameters, Map.of());
        }

        List<Long> scalars() {
            return kernel.parameters().stream().map(name -> {
                Long value = parameters.get(name);
                if (value == null) {
                    throw new IllegalStateException("kernel " + kernel.name() + " lacks its parameter " + name);
                }
                return value;
            }).toList();
        }

        /// Large numbers become smaller ones that leave the same rest when they are divided by the lanes of a vector.
        List<Long> smallScalars() {
            return kernel.parameters().stream().map(name -> small.getOrDefault(name, smaller(parameters.get(name))))
                    .toList();
        }

        private static long smaller(long value) {
            return value <= SMALL ? Math.max(0, value) : SMALL + value % LARGEST_VECTOR;
        }
    }

    Steps(Buffers buffers, Target target) {
        this.buffers = buffers;
        this.target = target;
        this.tiles = new Tiles(target);
    }

    Target target() {
        return target;
    }

    /// The tiles of products.
    Tiles tiles() {
        return tiles;
    }

    /// Kernels over a range.
    ///
    /// @param extent of the range that threads share
    /// @param work how many vector instructions it takes, about
    /// @param product that they compute, if they do
    record Phase(List<Call> calls, long extent, long work, Optional<ProductShape> product) {
        Phase(List<Call> calls, long extent, long work) {
            this(calls, extent, work, Optional.empty());
        }
    }

    /// A step of one phase.
    ///
    /// @param extent of the range that threads share
    /// @param operations multiplications and additions
    /// @param work how many vector instructions it takes, about
    void kernels(String description, List<Call> calls, long extent, long operations, long work) {
        phases(description, List.of(new Phase(calls, extent, work)), operations);
    }

    /// A step of phases.
    ///
    /// @param operations multiplications and additions
    void phases(String description, List<Phase> phases, long operations) {
        List<Phase> all = new ArrayList<>(prepared);
        all.addAll(phases);
        prepared.clear();
        all.forEach(phase -> phase.calls
                .forEach(call -> call.used.forEach(buffer -> buffers.use(buffer, pending.size()))));
        pending.add(new Pending.OfKernels(description, all, operations));
    }

    /// What is to be done before the step that comes next, as its first phase.
    void prepare(Phase phase) {
        prepared.add(phase);
    }

    private void finishPreparations() {
        if (!prepared.isEmpty()) {
            phases("preparation", List.of(), 0);
        }
    }

    void host(String description, Node node, List<TypedBuffer> operands, List<TypedBuffer> results) {
        finishPreparations();
        Stream.concat(operands.stream(), results.stream()).forEach(value -> {
            buffers.use(value.buffer, pending.size());
            buffers.keepFloats(value.buffer);
        });
        pending.add(new Pending.OfHost(description, node, operands, results));
    }

    /// The number of the step that comes next.
    int next() {
        return pending.size();
    }

    /// @param kernels each kernel is added to
    List<Step> steps(List<Place> places, List<LoopKernel> kernels) {
        finishPreparations();
        Map<LoopKernel, Integer> numbers = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Pending step : pending) {
            steps.add(switch (step) {
                case Pending.OfKernels(var description, var phases, long operations) ->
                        new Step.KernelStep(description,
                                phases.stream().map(phase -> new Step.Phase(phase.calls.stream()
                                        .map(call -> launch(call,
                                                numbers.computeIfAbsent(buffers.kernel(call.kernel, call.used),
                                                        kernel -> number(kernel, kernels)),
                                                places, phase.work))
                                        .toList(),
                                        phase.extent, Math.clamp(phase.work / WORK_OF_A_THREAD, 1, Integer.MAX_VALUE),
                                        phase.product.map(tiles::tiling)))
                                        .toList(),
                                operations);
                case Pending.OfHost(var description, var node, var operands, var results) ->
                        new Step.HostStep(description, node, typed(operands, places), typed(results, places));
            });
        }
        return steps;
    }

    private static int number(LoopKernel kernel, List<LoopKernel> kernels) {
        kernels.add(kernel);
        return kernels.size() - 1;
    }

    private static Step.Launch launch(Call call, int kernel, List<Place> places, long work) {
        return new Step.Launch(kernel, call.used.stream().map(places::get).toList(), call.scalars(),
                call.smallScalars(), call.places, call.work == 0 ? work : call.work);
    }

    private static List<Step.TypedPlace> typed(List<TypedBuffer> values, List<Place> places) {
        return values.stream().map(value -> new Step.TypedPlace(places.get(value.buffer), value.type)).toList();
    }
}
