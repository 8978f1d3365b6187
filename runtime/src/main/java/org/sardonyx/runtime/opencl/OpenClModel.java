package org.sardonyx.runtime.opencl;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jocl.cl_mem;
import org.jocl.cl_program;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.DeviceException;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;

/// What all frames of a program on a device share: its weights and its kernels.
final class OpenClModel implements AutoCloseable {
    private final OpenClContext context;
    private final Program program;
    private final List<List<Dispatch>> steps;
    private final Map<Integer, cl_mem> constants = new HashMap<>();
    private Optional<PhaseTable> joined;
    private final Map<KernelSource, cl_program> programs;
    private final Resources resources = new Resources();

    /// @throws ModelException if a part of the program is larger than the device's largest buffer
    /// @throws DeviceException if a kernel cannot be built, or the device's memory does not suffice
    OpenClModel(OpenClContext context, Program program, List<List<Dispatch>> steps, KernelStore built,
            RunListener listener) {
        this.context = context;
        this.program = program;
        this.steps = steps;
        joined = joined(context.facts(), steps);
        programs = programs(built, listener);
        programs.values().forEach(made -> resources.add(() -> context.calls().release(made)));
        try {
            prepare();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private static Optional<PhaseTable> joined(DeviceFacts facts, List<List<Dispatch>> steps) {
        return facts.canJoin() ? PhaseTable.of(steps, facts.computeUnits()) : Optional.empty();
    }

    /// The kernels that are built for a device.
    static List<KernelSource> sources(DeviceFacts facts, List<List<Dispatch>> steps) {
        return joined(facts, steps).map(table -> List.of(table.kernel().source())).orElseGet(() -> separate(steps));
    }

    private static List<KernelSource> separate(List<List<Dispatch>> steps) {
        return steps.stream().flatMap(List::stream).map(Dispatch::source).distinct().toList();
    }

    /// If one kernel for all phases cannot be built, there is one for each.
    private Map<KernelSource, cl_program> programs(KernelStore built, RunListener listener) {
        if (joined.isPresent()) {
            try {
                return context.programs(List.of(joined.get().kernel().source()), built, listener);
            } catch (DeviceException _) {
                joined = Optional.empty();
            }
        }
        return separatePrograms(built, listener);
    }

    /// If that fails, each step is tried by itself, so that the message can name one.
    private Map<KernelSource, cl_program> separatePrograms(KernelStore built, RunListener listener) {
        try {
            return context.programs(separate(steps), built, listener);
        } catch (DeviceException e) {
            for (int i = 0; i < steps.size(); i++) {
                for (Dispatch dispatch : steps.get(i)) {
                    try {
                        context.build(List.of(dispatch.source()));
                    } catch (DeviceException one) {
                        throw one.at(name(i) + ", kernel " + dispatch.source().name());
                    }
                }
            }
            throw e;
        }
    }

    private void prepare() {
        requireRoom("the values between its steps take", program.memory().arenaBytes());
        for (int i = 0; i < steps.size(); i++) {
            String step = name(i);
            for (Dispatch dispatch : steps.get(i)) {
                try {
                    dispatch.buffers().forEach(this::upload);
                } catch (DeviceException e) {
                    throw e.at(step + ", kernel " + dispatch.source().name());
                }
            }
        }
    }

    private void upload(Place place) {
        if (place instanceof Place.OfConstant(int index)) {
            constants.computeIfAbsent(index, _ -> {
                cl_mem uploaded = upload(program.constants().get(index));
                resources.add(() -> context.calls().release(uploaded));
                return uploaded;
            });
        }
    }

    /// A weight stays where it is if the device can read it there.
    private cl_mem upload(Tensor constant) {
        requireRoom("a weight takes", constant.byteSize());
        if (constant.byteSize() == 0) {
            return context.calls().allocate(context.handle(), Place.ALIGNMENT);
        }
        MemorySegment memory = constant.segment();
        if (!memory.isNative()) {
            return context.calls().constant(context.handle(), constant.copy().segment(), false);
        }
        boolean shared = context.facts().isProcessor() && memory.address() % Float.BYTES == 0;
        return context.calls().constant(context.handle(), memory, shared);
    }

    /// @throws ModelException if the device has no buffers of this size
    void requireRoom(String what, long bytes) {
        if (bytes > context.facts().largestBytes()) {
            throw new ModelException("the model is too large for " + context.facts().name() + ": " + what + " " + bytes
                    + " bytes, the largest buffer has " + context.facts().largestBytes());
        }
    }

    /// How a message calls a step.
    String name(int step) {
        return "step " + step + " (" + program.steps().get(step).description() + ")";
    }

    OpenClContext context() {
        return context;
    }

    Program program() {
        return program;
    }

    List<List<Dispatch>> steps() {
        return steps;
    }

    /// The phases of the program, if a kernel runs them all.
    Optional<PhaseTable> joined() {
        return joined;
    }

    cl_mem constant(int index) {
        return constants.get(index);
    }

    cl_program program(KernelSource source) {
        return programs.get(source);
    }

    @Override
    public void close() {
        resources.close();
    }
}
