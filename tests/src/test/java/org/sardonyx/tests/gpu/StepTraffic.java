package org.sardonyx.tests.gpu;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;

/// What the steps of a program read and write at least: each of their tensors once.
record StepTraffic(Program program) {
    long bytes(int step) {
        if (!(program.steps().get(step) instanceof Step.KernelStep kernels)) {
            return 0;
        }
        Set<Place> places = new HashSet<>();
        kernels.launches().forEach(launch -> places.addAll(launch.buffers()));
        return places.stream().mapToLong(place -> bytes(place, step)).sum();
    }

    private long bytes(Place place, int step) {
        return switch (place) {
            case Place.InArena(long offset) -> program.memory().values().stream()
                    .filter(value -> value.offset() == offset && value.first() <= step && step <= value.last())
                    .mapToLong(value -> value.bytes()).max().orElse(0);
            case Place.OfConstant(int index) -> program.constants().get(index).byteSize();
            case Place.OfInput(int index) -> bytes(program.inputs(), index);
            case Place.OfOutput(int index) -> bytes(program.outputs(), index);
            case Place.OfThread _,Place.OnHost _ -> 0;
        };
    }

    private static long bytes(List<Program.Binding> bindings, int index) {
        ValueType type = bindings.get(index).type();
        return type instanceof TensorType tensor
                ? tensor.dataType().bytesFor(Tensor.elementCount(tensor.shape().sizes()))
                : 0;
    }
}
